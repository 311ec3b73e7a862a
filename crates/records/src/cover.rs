//! What a view covers, and which holes it may pass over.
//!
//! A number without an event is a hole: its writer died, or is not done. Whoever reads folds around it. A view, which
//! will not look at the number again, may pass over it only when its writer can no longer be acknowledged: once an event
//! with a higher number, so with a later increment, was written more than [`crate::Pace::hole_age`] ago. That rests on
//! hosts' clocks agreeing to some seconds and on no host falling asleep in the middle of a write. So a view also
//! remembers the holes it passed, and for [`crate::Pace::hole_watch`] every reader looks at them again: one that was filled
//! after all makes the view void. The facts and their order thereby depend on the store's contents alone, never
//! on who read when.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use school_types::OperationId;
use serde::{Deserialize, Serialize};

use crate::Entry;

/// The numbers and operations a view accounts for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cover {
    /// Every number to this one is accounted for.
    upto: u64,
    /// Each operation, and the number of its fact. Grows with the stream: streams are short.
    operations: BTreeMap<OperationId, u64>,
    /// Holes that were passed over, and when (milliseconds since 1970).
    holes: BTreeMap<u64, i64>,
}

impl Cover {
    pub(crate) const fn upto(&self) -> u64 {
        self.upto
    }

    pub(crate) fn number_of(&self, operation: &OperationId) -> Option<u64> {
        self.operations.get(operation).copied()
    }

    /// Accounts for an entry: false if its operation was seen before, so that it is no fact of its own.
    pub(crate) fn admit<E>(&mut self, entry: &Entry<E>) -> bool {
        self.upto = self.upto.max(entry.number);
        if self.operations.contains_key(&entry.operation) {
            return false;
        }
        self.operations.insert(entry.operation.clone(), entry.number);
        true
    }

    /// Accounts for an old hole.
    pub(crate) fn pass(&mut self, number: u64, now: Timestamp) {
        self.upto = self.upto.max(number);
        self.holes.insert(number, now.as_millisecond());
    }

    /// The holes still to be looked at.
    pub(crate) fn watched(&self, now: Timestamp, watch: SignedDuration) -> Vec<u64> {
        let from = now.as_millisecond().saturating_sub(millis(watch));
        self.holes.iter().filter(|(_, since)| **since >= from).map(|(number, _)| *number).collect()
    }

    /// Forgets the holes nobody looks at any more.
    pub(crate) fn forget_holes(&mut self, now: Timestamp, watch: SignedDuration) {
        let from = now.as_millisecond().saturating_sub(millis(watch));
        self.holes.retain(|_, since| *since >= from);
    }
}

/// How many of `entries` come before the first young hole: all of these a view may cover.
pub(crate) fn settled<E>(entries: &[Option<Entry<E>>], now: Timestamp, hole_age: SignedDuration) -> usize {
    let old = |at: Timestamp| now.duration_since(at) > hole_age;
    // Backwards, so that each hole knows whether an old event follows it.
    let mut settled = entries.len();
    let mut old_follows = false;
    for (place, entry) in entries.iter().enumerate().rev() {
        match entry {
            Some(entry) => old_follows |= old(entry.at),
            None if old_follows => {}
            None => settled = place,
        }
    }
    settled
}

fn millis(duration: SignedDuration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Asker;

    fn entry(number: u64, second: i64) -> Option<Entry<()>> {
        Some(Entry {
            number,
            at: Timestamp::from_second(second).unwrap(),
            by: Asker::Nobody,
            operation: OperationId::from_bytes([number as u8; 15]),
            event: (),
        })
    }

    fn settled_at(entries: &[Option<Entry<()>>], second: i64) -> usize {
        settled(entries, Timestamp::from_second(second).unwrap(), SignedDuration::from_secs(60))
    }

    #[test]
    fn a_hole_is_old_once_a_later_event_is() {
        let entries = [entry(1, 0), None, entry(3, 100), None];
        assert_eq!(settled_at(&entries, 100), 1);
        assert_eq!(settled_at(&entries, 160), 1);
        assert_eq!(settled_at(&entries, 161), 3);
        // Nothing follows the last hole, however long one waits.
        assert_eq!(settled_at(&entries, 100_000), 3);
    }

    #[test]
    fn a_young_hole_holds_back_an_old_one_after_it() {
        // The clock of whoever wrote 4 is behind; 2 is old by 4, so both are.
        assert_eq!(settled_at(&[entry(1, 0), None, entry(3, 200), None, entry(5, 100)], 170), 5);
        assert_eq!(settled_at(&[None, entry(2, 150), None, entry(4, 160)], 170), 0);
        assert_eq!(settled_at(&[], 170), 0);
    }

    #[test]
    fn a_passed_hole_is_watched_for_a_while() {
        let mut cover = Cover::default();
        cover.pass(4, Timestamp::from_second(1_000).unwrap());
        let watch = SignedDuration::from_secs(100);
        assert_eq!(cover.watched(Timestamp::from_second(1_100).unwrap(), watch), [4]);
        assert!(cover.watched(Timestamp::from_second(1_101).unwrap(), watch).is_empty());
        cover.forget_holes(Timestamp::from_second(1_101).unwrap(), watch);
        assert!(cover.holes.is_empty());
        assert_eq!(cover.upto(), 4);
    }
}
