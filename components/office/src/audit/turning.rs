//! Turning the pages of the trail, however long it is: each page reads what it shows, and with a filter a bounded number
//! more.

use records::{Asker, AuditEvent, Entry, RecordsError, Stream};
use school_types::StaffId;

use super::kinds::{Kind, about};

/// How many entries a page shows.
pub(super) const PAGE: usize = 50;
/// How many are read at a time while looking for those a filter lets through.
const WINDOW: usize = 250;
/// How many are looked through for one page.
pub(super) const MOST: usize = 5000;

/// What is shown of the trail.
pub(super) struct Filter {
    pub(super) kind: Option<Kind>,
    pub(super) who: Option<StaffId>,
}

impl Filter {
    pub(super) const fn is_any(&self) -> bool {
        self.kind.is_some() || self.who.is_some()
    }

    fn takes(&self, entry: &Entry<AuditEvent>) -> bool {
        let is_theirs =
            |who: &StaffId| matches!(&entry.by, Asker::Staff(by, _) if by == who) || about(&entry.event) == Some(who);
        self.kind.is_none_or(|kind| Kind::of(&entry.event) == kind) && self.who.as_ref().is_none_or(is_theirs)
    }
}

/// Where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// With the newest entry.
    Newest,
    /// With the newest before this number.
    Before(u64),
    /// It ends with the oldest after this number.
    After(u64),
}

/// A page of the trail, the newest first.
pub(super) struct Leaf {
    pub(super) entries: Vec<Entry<AuditEvent>>,
    /// The number after which newer entries come, if there are some.
    pub(super) newer: Option<u64>,
    /// The number before which older ones come, if there are some.
    pub(super) older: Option<u64>,
    /// Looking was stopped before the page was full.
    pub(super) is_cut: bool,
}

/// A page.
///
/// # Errors
/// [`RecordsError`] when the store could not say.
pub(super) async fn leaf(stream: &Stream<AuditEvent>, filter: &Filter, from: From) -> Result<Leaf, RecordsError> {
    match from {
        From::Newest => downwards(stream, filter, None).await,
        From::Before(before) => downwards(stream, filter, Some(before)).await,
        From::After(after) => match upwards(stream, filter, after).await? {
            Some(leaf) => Ok(leaf),
            // Less than a page is newer: the newest page holds it.
            None => downwards(stream, filter, None).await,
        },
    }
}

async fn downwards(stream: &Stream<AuditEvent>, filter: &Filter, before: Option<u64>) -> Result<Leaf, RecordsError> {
    let portion = if filter.is_any() { WINDOW } else { PAGE };
    let (mut entries, mut cursor, mut seen) = (Vec::new(), before, 0);
    loop {
        let page = stream.newest(portion, cursor).await?;
        seen += portion;
        let mut found = page.entries.into_iter().filter(|entry| filter.takes(entry)).peekable();
        while entries.len() < PAGE
            && let Some(entry) = found.next()
        {
            entries.push(entry);
        }
        let last = entries.last().map(|entry: &Entry<AuditEvent>| entry.number);
        let newer = before.map(|before| entries.first().map_or(before.saturating_sub(1), |entry| entry.number));
        if found.peek().is_some() {
            return Ok(Leaf { entries, newer, older: last, is_cut: false });
        }
        let is_full = entries.len() == PAGE;
        if is_full || page.older.is_none() || seen >= MOST {
            let is_cut = !is_full && page.older.is_some();
            return Ok(Leaf { entries, newer, older: page.older, is_cut });
        }
        cursor = page.older;
    }
}

async fn upwards(stream: &Stream<AuditEvent>, filter: &Filter, after: u64) -> Result<Option<Leaf>, RecordsError> {
    let head = stream.head().await?;
    let (mut found, mut low) = (Vec::new(), after.min(head));
    let from = low;
    while low < head && found.len() < PAGE && low - from < MOST as u64 {
        let high = head.min(low + WINDOW as u64);
        let page = stream.newest(WINDOW, Some(high + 1)).await?;
        let above = page.entries.into_iter().rev().filter(|entry| entry.number > low);
        found.extend(above.filter(|entry| filter.takes(entry)));
        low = high;
    }
    if found.len() < PAGE {
        return Ok(None);
    }
    found.truncate(PAGE);
    found.reverse();
    let (newest, oldest) = (found.first().map(|entry| entry.number), found.last().map(|entry| entry.number));
    let newer = newest.filter(|newest| *newest < head);
    Ok(Some(Leaf { entries: found, newer, older: oldest.filter(|oldest| *oldest > 1), is_cut: false }))
}
