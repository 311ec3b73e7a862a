//! Requests to erase a pupil for good: where each stands, and carrying out what is settled or due. Whoever opens a page on which
//! they stand does so, and the daily task.

use std::collections::BTreeSet;

use futures::try_join;
use permission_rules::ErasureStanding;
use records::{AuditEvent, Batch, ErasureRequest, ErasureRequestEvent, ErasureRequests, Records, RecordsError};
use school_types::{ChildId, OperationId, SchoolId, StaffId};

use crate::roles;

/// A request that is neither done nor undone, and where it stands.
pub(crate) struct Open {
    pub(crate) child: ChildId,
    pub(crate) request: ErasureRequest,
    pub(crate) standing: ErasureStanding,
}

/// Who can ask for it and confirm it now: they have the role, and an account that is set up.
pub(crate) async fn entitled(records: &Records, school: &SchoolId) -> Result<BTreeSet<StaffId>, RecordsError> {
    let accounts = records.staff_accounts(school).await?;
    let may = accounts.into_iter().filter(|(_, account)| {
        let roles = account.present().map(|facts| &facts.roles);
        account.credential.is_some() && roles.is_some_and(|roles| roles.iter().any(|role| roles::RECORD.contains(role)))
    });
    Ok(may.map(|(id, _)| id).collect())
}

/// Everything that is asked for. One read where there is nothing.
pub(crate) async fn open(records: &Records, school: &SchoolId) -> Result<Vec<Open>, RecordsError> {
    let requests = records.erasure_requests(school).fold::<ErasureRequests>().await?.value;
    if requests.iter().next().is_none() {
        return Ok(Vec::new());
    }
    let may = entitled(records, school).await?;
    let mut open = Vec::new();
    for (child, request) in requests.iter() {
        let said = records.permission(school, child).head().await?;
        let standing = match request.is_settled {
            true => ErasureStanding::Due,
            false => request.asked().standing(&may, said, records.now()),
        };
        open.push(Open { child: child.clone(), request: request.clone(), standing });
    }
    Ok(open)
}

/// Erases whoever is due: whoever was alone has waited a day, or somebody who confirmed died on the way.
pub(crate) async fn carry_out_due(records: &Records, school: &SchoolId) -> Result<(), RecordsError> {
    for Open { child, request, .. } in due(open(records, school).await?) {
        let stream = records.erasure_requests(school);
        if !request.is_settled {
            stream.append(&ErasureRequestEvent::Waited { child: child.clone(), request: request.number }, None).await?;
        }
        // Somebody may have undone it at the same moment, and been first.
        let now = stream.refresh::<ErasureRequests>().await?.value;
        if now.get(&child).is_some_and(|known| known.number == request.number && known.is_settled) {
            carry_out(records, school, &child, &request).await?;
        }
    }
    Ok(())
}

fn due(open: Vec<Open>) -> impl Iterator<Item = Open> {
    open.into_iter().filter(|open| open.standing == ErasureStanding::Due)
}

/// Erases a pupil whose request is settled. Done again, it finishes what is left.
pub(crate) async fn carry_out(
    records: &Records,
    school: &SchoolId,
    child: &ChildId,
    request: &ErasureRequest,
) -> Result<(), RecordsError> {
    letters::erase_child(records, school, child).await?;
    let operation: OperationId = records.erasure_operation(school, request);
    let (audit, requests) = (records.audit(school), records.erasure_requests(school));
    let mut batch = Batch::default();
    batch.add(&audit, &AuditEvent::Erased { child: child.clone() }, &operation)?;
    let done = ErasureRequestEvent::Done { child: child.clone(), request: request.number };
    batch.add(&requests, &done, &operation)?;
    records.append_all(&batch).await?;
    requests.refresh::<ErasureRequests>().await?;
    Ok(())
}

/// The request about a pupil, with who may confirm and how much has been said about them.
pub(crate) struct About {
    pub(crate) request: Option<ErasureRequest>,
    pub(crate) may: BTreeSet<StaffId>,
    pub(crate) said: u64,
}

impl About {
    /// Reads it.
    pub(crate) async fn of(records: &Records, school: &SchoolId, child: &ChildId) -> Result<Self, RecordsError> {
        let (requests, permission) = (records.erasure_requests(school), records.permission(school, child));
        let (requests, may, said) =
            try_join!(requests.fold::<ErasureRequests>(), entitled(records, school), permission.head())?;
        Ok(Self { request: requests.value.get(child).cloned(), may, said })
    }

    /// Everybody else who has the right.
    pub(crate) fn others<'a>(&'a self, who: &'a StaffId) -> impl Iterator<Item = &'a StaffId> {
        self.may.iter().filter(move |other| *other != who)
    }
}
