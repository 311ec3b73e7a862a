//! Undoing a request: nothing was erased.

use reception::{Colleague, Problem};
use records::{AuditEvent, Batch, ErasureRequestEvent, ErasureRequests};
use school_types::ChildId;
use web::{Refusal, Response};

use super::REQUEST;
use crate::form::operation;

/// Undoes it. Of one that is settled already, nothing.
pub(in crate::children) async fn undo(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let form = colleague.form()?;
    let operation = operation(&form)?;
    let number: u64 = form.choice(REQUEST).map_err(|_| Refusal::BadForm)?;
    let (records, school) = (colleague.records(), colleague.school()?);
    let requests = records.erasure_requests(school);
    let known = requests.fold::<ErasureRequests>().await?.value;
    if known.get(id).is_some_and(|known| known.number == number && !known.is_settled) {
        let mut batch = Batch::default();
        batch.add(&records.audit(school), &AuditEvent::ErasureUndone { child: id.clone() }, &operation)?;
        batch.add(&requests, &ErasureRequestEvent::Undone { child: id.clone(), request: number }, &operation)?;
        records.append_all(&batch).await?;
        requests.refresh::<ErasureRequests>().await?;
    }
    Ok(web::see_other(&colleague.guest().at(&format!("office?erasure=undone&child={id}"))?)?)
}
