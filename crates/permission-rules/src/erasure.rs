//! Erasing a pupil for good needs two: nobody can bring back what is gone, so one account, or one slip, is not enough (UK GDPR
//! art. 32: security of processing, also against loss by whoever is authorised). Where a school has one such person only, it
//! happens after a day in which it can be undone.

use std::collections::BTreeSet;

use school_types::{StaffId, Timestamp};

/// Within how many hours somebody else has to confirm: fourteen days, so that a request survives a half-term week.
pub const CONFIRM_WITHIN_HOURS: i64 = 14 * 24;
/// After how many hours it happens where nobody else could confirm.
pub const ERASE_AFTER_HOURS: i64 = 24;

/// Somebody asked for a pupil to be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureAsked {
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
    /// Whether nobody else had the right then.
    pub alone: bool,
    /// How much had been said about the pupil then.
    pub said: u64,
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErasureStanding {
    /// Another person with the right has to confirm, before this moment.
    NeedsAnother(Timestamp),
    /// It happens at this moment, unless it is undone.
    HappensAt(Timestamp),
    /// It is to happen now.
    Due,
    /// It does not hold any more.
    Lapsed(ErasureLapse),
}

/// Why a request does not hold any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErasureLapse {
    /// Nobody confirmed it in time.
    TooOld,
    /// Something was said about the pupil since, which nobody had in mind.
    SaidSince,
    /// Whoever asked has not got the right any more.
    AskerGone,
}

impl ErasureAsked {
    /// Where the request stands now. `may` are those who have the right now, `said` is how much has been said about the pupil.
    ///
    /// Who was not alone when they asked never erases alone: else closing the other's account would do for their consent.
    /// Who was, and is not any more, waits for the other.
    pub fn standing(&self, may: &BTreeSet<StaffId>, said: u64, now: Timestamp) -> ErasureStanding {
        let (happens, ends) = (hours_after(self.at, ERASE_AFTER_HOURS), hours_after(self.at, CONFIRM_WITHIN_HOURS));
        let is_alone = self.alone && may.iter().all(|who| *who == self.by);
        match () {
            () if said != self.said => ErasureStanding::Lapsed(ErasureLapse::SaidSince),
            () if !may.contains(&self.by) => ErasureStanding::Lapsed(ErasureLapse::AskerGone),
            () if now >= ends => ErasureStanding::Lapsed(ErasureLapse::TooOld),
            () if !is_alone => ErasureStanding::NeedsAnother(ends),
            () if now < happens => ErasureStanding::HappensAt(happens),
            () => ErasureStanding::Due,
        }
    }

    /// Whether `who` can confirm it now: somebody else, who has the right themselves.
    pub fn may_confirm(&self, who: &StaffId, may: &BTreeSet<StaffId>, said: u64, now: Timestamp) -> bool {
        let waits = matches!(self.standing(may, said, now), ErasureStanding::NeedsAnother(_));
        waits && *who != self.by && may.contains(who)
    }
}

fn hours_after(at: Timestamp, hours: i64) -> Timestamp {
    Timestamp::from_second(at.as_second().saturating_add(hours * 3600)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff(number: u8) -> StaffId {
        StaffId::from_bytes([number; StaffId::BYTES])
    }

    fn asked(alone: bool) -> ErasureAsked {
        ErasureAsked { by: staff(1), at: Timestamp::UNIX_EPOCH, alone, said: 3 }
    }

    fn at(hours: i64) -> Timestamp {
        hours_after(Timestamp::UNIX_EPOCH, hours)
    }

    fn may(numbers: &[u8]) -> BTreeSet<StaffId> {
        numbers.iter().map(|number| staff(*number)).collect()
    }

    #[test]
    fn of_two_the_other_confirms_within_fourteen_days_and_never_the_asker() {
        let (asked, both) = (asked(false), may(&[1, 2]));
        assert_eq!(asked.standing(&both, 3, at(0)), ErasureStanding::NeedsAnother(at(14 * 24)));
        assert!(asked.may_confirm(&staff(2), &both, 3, at(14 * 24 - 1)));
        assert!(!asked.may_confirm(&staff(2), &both, 3, at(14 * 24)));
        assert_eq!(asked.standing(&both, 3, at(14 * 24)), ErasureStanding::Lapsed(ErasureLapse::TooOld));
        assert!(!asked.may_confirm(&staff(1), &both, 3, at(1)), "oneself");
        assert!(!asked.may_confirm(&staff(3), &both, 3, at(1)), "somebody without the right");
    }

    #[test]
    fn who_is_alone_waits_a_day() {
        let (asked, one) = (asked(true), may(&[1]));
        assert_eq!(asked.standing(&one, 3, at(23)), ErasureStanding::HappensAt(at(24)));
        assert_eq!(asked.standing(&one, 3, at(24)), ErasureStanding::Due);
        assert!(!asked.may_confirm(&staff(1), &one, 3, at(30)));
        assert_eq!(asked.standing(&one, 3, at(14 * 24)), ErasureStanding::Lapsed(ErasureLapse::TooOld));
    }

    #[test]
    fn an_account_that_comes_or_goes_never_makes_it_easier() {
        assert_eq!(asked(true).standing(&may(&[1, 2]), 3, at(30)), ErasureStanding::NeedsAnother(at(14 * 24)));
        assert_eq!(asked(false).standing(&may(&[1]), 3, at(30)), ErasureStanding::NeedsAnother(at(14 * 24)));
        for alone in [true, false] {
            let gone = asked(alone).standing(&may(&[2]), 3, at(1));
            assert_eq!(gone, ErasureStanding::Lapsed(ErasureLapse::AskerGone));
        }
    }

    #[test]
    fn what_is_said_in_between_makes_it_lapse() {
        for alone in [true, false] {
            let standing = asked(alone).standing(&may(&[1, 2]), 4, at(1));
            assert_eq!(standing, ErasureStanding::Lapsed(ErasureLapse::SaidSince));
        }
        assert!(!asked(false).may_confirm(&staff(2), &may(&[1, 2]), 4, at(1)));
    }
}
