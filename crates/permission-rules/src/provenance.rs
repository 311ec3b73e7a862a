//! When something was really said, and to whom it may be shown.

use std::collections::BTreeSet;

use school_types::{ContactId, Date, PurposeId};

use crate::{Decision, How};

/// The oldest a form may be that the office types in, in years: longer than anybody is at school, so an older date is
/// a slip.
const OLDEST_FORM: i16 = 20;

/// Why the day of a paper form or a conversation cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayProblem {
    /// It has not come yet.
    #[error("a day that has not come yet")]
    NotYet,
    /// Nobody at school was alive.
    #[error("a day too long ago")]
    TooLongAgo,
}

/// Whether something can have been said on this day.
///
/// # Errors
/// The [`DayProblem`].
pub fn check_day(dated: Date, today: Date) -> Result<(), DayProblem> {
    if dated > today {
        return Err(DayProblem::NotYet);
    }
    if dated.year() < today.year() - OLDEST_FORM {
        return Err(DayProblem::TooLongAgo);
    }
    Ok(())
}

/// The day a decision was made: the date on the form, the day it was said, or else the day it was recorded.
pub fn said_on(decision: &Decision, recorded: Date) -> Date {
    match decision.how {
        How::Online => recorded,
        How::Paper { dated, .. } | How::Spoken { dated, .. } => dated,
    }
}

/// The day on which `contact` last said something about `purpose`, if that is after `dated`: then a form of that date is
/// older than what holds, and must not take its place. `history` is every decision with the day it was recorded.
pub fn said_since<'a>(
    history: impl IntoIterator<Item = (&'a Decision, Date)>,
    contact: &ContactId,
    purpose: &PurposeId,
    dated: Date,
) -> Option<Date> {
    let about = |decision: &Decision| {
        decision.by.contact == *contact && decision.answers.iter().any(|given| given.purpose == *purpose)
    };
    let said = history.into_iter().filter(|(decision, _)| about(decision));
    said.map(|(decision, recorded)| said_on(decision, recorded)).filter(|day| *day > dated).max()
}

/// For whom a child's record is written out (UK GDPR art. 15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordFor {
    /// The pupil.
    Pupil,
    /// Somebody with parental responsibility, on the pupil's behalf.
    Contact(ContactId),
}

/// Whether the answers that `by` gave may stand in the record: the answers of a person are theirs too, and others have
/// no right to them (UK GDPR art. 15(4); Data Protection Act 2018 sch. 2 para. 16). A parent reads their own. A pupil
/// reads them where one person alone decided, because then they are what holds; where several did, what holds is shown
/// and not who said what (R7).
pub fn may_read_answers(reader: &RecordFor, by: &ContactId, deciders: &BTreeSet<&ContactId>) -> bool {
    match reader {
        RecordFor::Contact(contact) => contact == by,
        RecordFor::Pupil => deciders.len() <= 1,
    }
}

/// Whether a child's history may say who decided what when. A withdrawal is a *no*, and where several people decide nobody
/// is told who said no (R7): so once anything was withdrawn no line names anybody, because a name left on the others would
/// tell whose this one is. Where one person alone has decided, there is nobody to tell them from.
pub fn may_name_deciders<'a>(decisions: impl IntoIterator<Item = &'a Decision>) -> bool {
    let mut deciders = BTreeSet::new();
    let mut is_withdrawn = false;
    for decision in decisions {
        deciders.insert(&decision.by.contact);
        is_withdrawn |= decision.withdrawal.is_some();
    }
    !is_withdrawn || deciders.len() <= 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use school_types::StaffId;

    use super::*;
    use crate::{
        Answer, LawfulBasis, Removal,
        permissions::tests::{contact, decision, purpose},
    };

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn on_paper(who: u8, dated: &str) -> Decision {
        let website = purpose("website-group", LawfulBasis::Consent);
        let how = How::Paper { entered_by: StaffId::from_bytes([9; 10]), dated: day(dated) };
        Decision { how, ..decision(who, &website, Answer::Agree) }
    }

    #[test]
    fn a_form_cannot_come_from_tomorrow_or_from_before_anybody_was_born() {
        let today = day("2026-03-03");
        assert_eq!(check_day(day("2026-03-04"), today), Err(DayProblem::NotYet));
        assert_eq!(check_day(today, today), Ok(()));
        assert_eq!(check_day(day("2006-01-01"), today), Ok(()));
        assert_eq!(check_day(day("2005-12-31"), today), Err(DayProblem::TooLongAgo));
        assert_eq!(check_day(day("0206-03-03"), today), Err(DayProblem::TooLongAgo));
    }

    #[test]
    fn an_old_form_does_not_overtake_what_was_said_since() {
        let website = "website-group".parse().unwrap();
        let online = decision(1, &purpose("website-group", LawfulBasis::Consent), Answer::Refuse);
        let history = [(&online, day("2026-02-10"))];
        assert_eq!(said_since(history, &contact(1), &website, day("2026-02-09")), Some(day("2026-02-10")));
        assert_eq!(said_since(history, &contact(1), &website, day("2026-02-10")), None);
        // Another person's form, or another purpose, is another matter.
        assert_eq!(said_since(history, &contact(2), &website, day("2026-02-09")), None);
        assert_eq!(said_since(history, &contact(1), &"displays".parse().unwrap(), day("2026-02-09")), None);
        // A form typed in late counts from the day on it.
        let paper = on_paper(1, "2026-01-05");
        assert_eq!(said_since([(&paper, day("2026-02-20"))], &contact(1), &website, day("2026-01-06")), None);
    }

    #[test]
    fn nobody_reads_what_another_parent_said() {
        let (one, other) = (contact(1), contact(2));
        let both = BTreeSet::from([&one, &other]);
        let alone = BTreeSet::from([&one]);
        assert!(may_read_answers(&RecordFor::Contact(one.clone()), &one, &both));
        assert!(!may_read_answers(&RecordFor::Contact(one.clone()), &other, &both));
        assert!(!may_read_answers(&RecordFor::Contact(other.clone()), &one, &alone));
        assert!(may_read_answers(&RecordFor::Pupil, &one, &alone));
        assert!(!may_read_answers(&RecordFor::Pupil, &one, &both));
    }

    fn history(said: &[(u8, Option<Removal>)]) -> Vec<Decision> {
        let website = purpose("website-group", LawfulBasis::Consent);
        let decided = |(who, withdrawal): &(u8, Option<Removal>)| {
            let answer = if withdrawal.is_some() { Answer::Refuse } else { Answer::Agree };
            Decision { withdrawal: *withdrawal, ..decision(*who, &website, answer) }
        };
        said.iter().map(decided).collect()
    }

    #[test]
    fn whoever_withdrew_is_named_only_where_they_alone_decide() {
        let removal = Some(Removal::AlsoPublished);
        assert!(may_name_deciders(&history(&[])));
        assert!(may_name_deciders(&history(&[(1, None), (1, removal)])));
        assert!(may_name_deciders(&history(&[(1, None), (2, None)])));
        assert!(!may_name_deciders(&history(&[(1, None), (2, None), (2, removal)])));
        // Nor where somebody has done nothing but withdraw: the one name left would say that it was not theirs.
        assert!(!may_name_deciders(&history(&[(1, None), (2, removal)])));
    }

    proptest! {
        #[test]
        fn of_several_who_decide_nobody_can_be_told_apart_by_a_withdrawal(
            said in prop::collection::vec((1u8..4, prop::option::of(Just(Removal::FromNowOn))), 0..8),
            other in 1u8..4,
        ) {
            // What is shown does not depend on who of those who decide it was that withdrew.
            let deciders: BTreeSet<u8> = said.iter().map(|(who, _)| *who).collect();
            let exchanged: Vec<_> = said.iter()
                .map(|(who, withdrawal)| (if withdrawal.is_some() { other } else { *who }, *withdrawal)).collect();
            let exchanged_deciders: BTreeSet<u8> = exchanged.iter().map(|(who, _)| *who).collect();
            if deciders.len() > 1 && exchanged_deciders.len() > 1 {
                prop_assert_eq!(may_name_deciders(&history(&said)), may_name_deciders(&history(&exchanged)));
            }
        }
    }
}
