//! How often somebody may agree.

use std::time::Duration;

use permission_rules::{ChildPermissions, PermissionEvent};
use records::{Entry, Folded, Records, RecordsError};
use school_types::{ChildId, ContactId, SchoolId, Timestamp};

/// How often somebody may agree for one child in an hour: a family who answers question by question, and changes its mind, comes
/// to less. Each change is kept for good and comes with a letter. Refusing and withdrawing have no limit: that must always be
/// possible (UK GDPR art. 7(3)).
const AGREED_AN_HOUR: usize = 100;
const HOUR: Duration = Duration::from_secs(3600);
/// How many of the newest facts about a child are looked through at most.
const LOOKED_THROUGH: usize = 4 * AGREED_AN_HOUR;

/// How long somebody is to wait before they agree again for a child, if they did too often of late. Counted in the child's own
/// history: nothing is read for a child about whom fewer than a hundred facts stand, and the counter and one fact where the
/// hundredth last is older than an hour. Writes nothing.
///
/// # Errors
/// [`RecordsError`] when the store cannot say.
pub async fn wait_to_agree(
    records: &Records,
    school: &SchoolId,
    child: &ChildId,
    by: &ContactId,
    permissions: &Folded<ChildPermissions>,
) -> Result<Option<Duration>, RecordsError> {
    let hundredth_last = (permissions.upto() + 1).saturating_sub(AGREED_AN_HOUR as u64);
    if hundredth_last == 0 {
        return Ok(None);
    }
    let since = records.now().checked_sub(HOUR).unwrap_or(Timestamp::MIN);
    let stream = records.permission(school, child);
    if stream.newest(1, Some(hundredth_last + 1)).await?.entries.iter().all(|entry| entry.at <= since) {
        return Ok(None);
    }
    let agreed = |entry: &&Entry<PermissionEvent>| match &entry.event {
        PermissionEvent::Decided(decision) => decision.by.contact == *by && decision.permits() && entry.at > since,
        _ => false,
    };
    let newest = stream.newest(LOOKED_THROUGH, None).await?.entries;
    let hundredth = newest.iter().filter(agreed).nth(AGREED_AN_HOUR - 1);
    Ok(hundredth.map(|hundredth| hundredth.at.duration_since(since).unsigned_abs()))
}
