//! Recording that a family was told of what the school does without asking (UK GDPR arts. 13, 14 and 21(4)).

use permission_rules::{ChildPermissions, Notice, NoticeId, NoticeWay, PermissionEvent};
use profiles::SchoolSettings;
use records::{Batch, Folded, Records, RecordsError};
use school_types::{ChildId, ContactId, Date, OperationId, PurposeId, StaffId};

/// Why it was not recorded: the store failed. Asked again under the same operation, it is recorded once.
pub type NoticeError = RecordsError;

/// A school's notices.
#[derive(Clone, Copy)]
pub struct Notices<'a> {
    /// The records, in the name of whoever told.
    pub records: &'a Records,
    /// The school, whose purposes in the wording in force are what was told of.
    pub school: &'a SchoolSettings,
}

impl Notices<'_> {
    /// Records that these pupils' families were given the notice on paper on a day: each family once for one operation.
    ///
    /// # Errors
    /// [`NoticeError`].
    pub async fn given_on_paper(
        &self,
        children: &[ChildId],
        given: Date,
        entered_by: &StaffId,
        operation: &OperationId,
    ) -> Result<(), NoticeError> {
        let way = NoticeWay::Paper { given, entered_by: entered_by.clone() };
        self.record(None, children, way, operation).await.map(drop)
    }

    /// Records that the notice was sent to somebody about these pupils: to be called when a courier has taken the letter
    /// that was sent as `letter` and told of these purposes, each with the version of its wording.
    ///
    /// # Errors
    /// [`NoticeError`].
    pub async fn sent(
        &self,
        to: &ContactId,
        children: &[ChildId],
        letter: &NoticeId,
        told: &[(PurposeId, u32)],
    ) -> Result<(), NoticeError> {
        if told.is_empty() {
            // A school that asks for everything tells of nothing.
            return Ok(());
        }
        let way = NoticeWay::Sent(letter.clone());
        let notice = Notice { to: Some(to.clone()), purposes: told.to_vec(), way };
        self.append(children, &PermissionEvent::Told(notice), letter).await.map(drop)
    }

    /// Records that the notice that was sent as `letter` came back: nobody was told by it. `operation` is that of the
    /// report, because `letter` itself is the sending's.
    ///
    /// # Errors
    /// [`NoticeError`].
    pub async fn returned(
        &self,
        children: &[ChildId],
        letter: &NoticeId,
        operation: &OperationId,
    ) -> Result<(), NoticeError> {
        self.append(children, &PermissionEvent::NoticeReturned(letter.clone()), operation).await.map(drop)
    }

    /// Records that somebody was shown the notices on their own page after signing in; what each child's permissions come to
    /// with it.
    ///
    /// # Errors
    /// [`NoticeError`].
    pub async fn shown(
        &self,
        to: &ContactId,
        children: &[ChildId],
        operation: &OperationId,
    ) -> Result<Vec<(ChildId, Folded<ChildPermissions>)>, NoticeError> {
        self.record(Some(to.clone()), children, NoticeWay::Shown, operation).await
    }

    async fn record(
        &self,
        to: Option<ContactId>,
        children: &[ChildId],
        way: NoticeWay,
        operation: &OperationId,
    ) -> Result<Vec<(ChildId, Folded<ChildPermissions>)>, NoticeError> {
        match Notice::of(to, &self.school.profile().purposes, way) {
            Some(notice) => self.append(children, &PermissionEvent::Told(notice), operation).await,
            // A school that asks for everything tells of nothing.
            None => Ok(Vec::new()),
        }
    }

    async fn append(
        &self,
        children: &[ChildId],
        event: &PermissionEvent,
        operation: &OperationId,
    ) -> Result<Vec<(ChildId, Folded<ChildPermissions>)>, NoticeError> {
        let streams: Vec<_> = children.iter().map(|child| self.records.permission(self.school.id(), child)).collect();
        let mut batch = Batch::default();
        for stream in &streams {
            batch.add(stream, event, operation)?;
        }
        self.records.append_all(&batch).await?;
        let mut permissions = Vec::with_capacity(streams.len());
        for some in streams.chunks(AT_ONCE) {
            let refreshed = some.iter().map(|stream| stream.refresh::<ChildPermissions>());
            permissions.extend(futures::future::try_join_all(refreshed).await?);
        }
        Ok(children.iter().cloned().zip(permissions).collect())
    }
}

/// How many views are brought up to date at the same time.
const AT_ONCE: usize = 64;
