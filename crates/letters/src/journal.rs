//! What became of every letter of a school, day by day: ids, kinds and outcomes, nothing of what a letter said or to
//! which address.

use clock::later;
use std::collections::BTreeSet;

use futures::future::try_join_all;
use jiff::{SignedDuration, Timestamp};
use records::{Entry, Place, Records, RecordsError, Stream};
use school_types::{ContactId, OperationId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{DeliveryError, DeliveryId, Kind, Letter};

const DAY: i64 = 24 * 60 * 60;

/// Something that happened to a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The letter: the operation it belongs to.
    pub letter: OperationId,
    /// Which letter it is.
    pub kind: Kind,
    /// Whom it is for, so that the office can write to them on paper if it never arrives.
    pub contact: Option<ContactId>,
    /// What happened.
    pub deed: Deed,
}

/// What happens to letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// It is kept until it is sent.
    Queued,
    /// A courier took it.
    #[serde(rename_all = "kebab-case")]
    Sent {
        /// What the courier calls it.
        delivery: DeliveryId,
    },
    /// No courier took it.
    #[serde(rename_all = "kebab-case")]
    Failed {
        /// Why.
        why: DeliveryError,
        /// Which attempt it was, from 1.
        attempt: u32,
        /// It will not be tried again.
        last: bool,
    },
}

impl Note {
    pub(crate) fn of(letter: &Letter, deed: Deed) -> Self {
        Self { letter: letter.id.clone(), kind: letter.message.kind, contact: letter.contact.clone(), deed }
    }
}

/// The journal of one school.
pub struct Journal<'a> {
    records: &'a Records,
    school: &'a SchoolId,
}

impl<'a> Journal<'a> {
    /// The journal of `school`.
    pub const fn new(records: &'a Records, school: &'a SchoolId) -> Self {
        Self { records, school }
    }

    /// Everything that happened on the days from `first` to `last` (in UTC), in order.
    ///
    /// # Errors
    ///
    /// [`RecordsError`] when it could not be read.
    pub async fn read(&self, first: Timestamp, last: Timestamp) -> Result<Vec<Entry<Note>>, RecordsError> {
        let days: Vec<_> = (day(first)..=day(last)).map(|day| self.day(day)).collect();
        let days = try_join_all(days.iter().map(Stream::read)).await?;
        Ok(days.into_iter().flatten().collect())
    }

    /// Notes what happened now. Two writes.
    pub(crate) async fn note(&self, note: &Note) -> Result<(), RecordsError> {
        self.day(day(self.records.now())).append(note, None).await.map(drop)
    }

    fn day(&self, day: u64) -> Stream<Note> {
        self.records.stream(Place::of_school(self.school, Domain::Letters).part("journal").part(day))
    }
}

/// Days since 1970.
pub(crate) fn day(at: Timestamp) -> u64 {
    u64::try_from(at.as_second().div_euclid(DAY)).unwrap_or_default()
}

/// A letter that is still to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Open {
    pub(crate) id: OperationId,
    pub(crate) kind: Kind,
    pub(crate) contact: Option<ContactId>,
    /// When it is first heard of.
    pub(crate) since: Timestamp,
    /// The number of the next attempt.
    pub(crate) attempt: u32,
    /// From when on the next attempt is due.
    pub(crate) due: Timestamp,
}

/// How long the first attempt may take before another may take it over; a claim's own rules decide in the end.
const FIRST_ATTEMPT_TAKES: SignedDuration = SignedDuration::from_mins(5);
/// The wait after the first failure; each further one doubles it.
const FIRST_WAIT: SignedDuration = SignedDuration::from_mins(10);
/// The longest wait.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(12);

/// The letters that are still to be sent, in the order they were first heard of.
pub(crate) fn open(entries: &[Entry<Note>]) -> Vec<Open> {
    let mut open: Vec<Open> = Vec::new();
    let mut heard_of = BTreeSet::new();
    for entry in entries {
        let Note { letter, kind, contact, deed } = &entry.event;
        // A form sent twice at the same moment may queue its letter twice; the second time says nothing new, even
        // where it is noted after the letter went out.
        if !heard_of.insert(letter) && *deed == Deed::Queued {
            continue;
        }
        let (attempt, due) = match deed {
            Deed::Queued => (1, later(entry.at, FIRST_ATTEMPT_TAKES)),
            Deed::Failed { why, attempt, last: false } => {
                (attempt.saturating_add(1), later(entry.at, wait(*why, *attempt)))
            }
            Deed::Sent { .. } | Deed::Failed { last: true, .. } => {
                open.retain(|open| open.id != *letter);
                continue;
            }
        };
        match open.iter_mut().find(|open| open.id == *letter) {
            Some(known) => (known.attempt, known.due) = (attempt, due),
            None => {
                let (id, contact) = (letter.clone(), contact.clone());
                open.push(Open { id, kind: *kind, contact, since: entry.at, attempt, due });
            }
        }
    }
    open
}

/// How long to wait after a failed attempt: longer from one to the next, and as long as the courier asks.
fn wait(why: DeliveryError, attempt: u32) -> SignedDuration {
    let doublings = attempt.saturating_sub(1).min(10);
    let wait = FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT);
    match why {
        DeliveryError::Busy { retry_after: Some(seconds) } => {
            wait.max(SignedDuration::from_secs(seconds.into())).min(LONGEST_WAIT)
        }
        _ => wait,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_half_a_day_and_is_never_shorter_than_asked() {
        let minutes = |attempt| wait(DeliveryError::Unreachable, attempt).as_mins();
        assert_eq!([1, 2, 3, 7, 8, u32::MAX].map(minutes), [10, 20, 40, 640, 720, 720]);
        let asked = |seconds| wait(DeliveryError::Busy { retry_after: Some(seconds) }, 1).as_secs();
        assert_eq!([5, 3600, u32::MAX].map(asked), [600, 3600, 43_200]);
    }
}
