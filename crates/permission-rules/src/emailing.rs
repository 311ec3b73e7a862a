//! Who gets an email from the office, and who does not and why.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How many days lie between two emails to one person, invitations and reminders alike.
pub const DAYS_BETWEEN_EMAILS: i64 = 7;

/// To how many people a school writes in a day: two parents of every pupil of the largest schools there are.
pub const EMAILS_A_DAY: usize = 5000;

/// An email that the office sends to many families.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FamilyEmail {
    /// That there is something to answer.
    Invitation,
    /// That something is still to be answered.
    Reminder,
}

/// What is known of somebody who decides about a pupil of the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addressee<'a> {
    /// The email address, in the form in which two of one mailbox are the same.
    pub address: Option<&'a str>,
    /// They have answered everything about all of their children themselves.
    pub has_answered: bool,
    /// Of each of their children everything that needs consent is answered, by them or somebody else.
    pub family_has_answered: bool,
    /// When an email to them last left, or was asked for.
    pub written_to: Option<Timestamp>,
}

/// What somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gets {
    /// The email.
    Email,
    /// Nothing: there is nothing left for them to answer.
    NothingAsAnswered,
    /// Nothing by email: they have no address, and get a letter.
    Paper,
    /// Nothing now: they were written to at this time, too short a while ago.
    NothingYet(Timestamp),
    /// Nothing of their own: somebody else with the same mailbox gets it.
    SharesMailbox,
}

/// What each of these people gets, in their order. An invitation goes to whoever has something to answer; a reminder
/// only to those of a family in which something is still open, because one parent's answers are enough (R7).
pub fn who_gets(email: FamilyEmail, people: &[Addressee<'_>], now: Timestamp) -> Vec<Gets> {
    let mut mailboxes = BTreeSet::new();
    people.iter().map(|person| one_gets(email, person, now, &mut mailboxes)).collect()
}

fn one_gets<'a>(email: FamilyEmail, person: &Addressee<'a>, now: Timestamp, mailboxes: &mut BTreeSet<&'a str>) -> Gets {
    if is_answered(email, person) {
        return Gets::NothingAsAnswered;
    }
    let Some(address) = person.address else { return Gets::Paper };
    if let Some(at) = person.written_to.filter(|at| is_lately(*at, now)) {
        // Whoever reads the same mailbox has read that email too.
        mailboxes.insert(address);
        return Gets::NothingYet(at);
    }
    if mailboxes.insert(address) { Gets::Email } else { Gets::SharesMailbox }
}

/// Whether somebody has no more to answer, as far as this email goes.
pub const fn is_answered(email: FamilyEmail, person: &Addressee<'_>) -> bool {
    match email {
        FamilyEmail::Invitation => person.has_answered,
        FamilyEmail::Reminder => person.family_has_answered,
    }
}

/// Whether somebody who was written to at `at` is left alone still.
pub fn is_lately(at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(at) < SignedDuration::from_hours(24 * DAYS_BETWEEN_EMAILS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NEW: Addressee<'_> =
        Addressee { address: Some("a@example.org"), has_answered: false, family_has_answered: false, written_to: None };

    fn now() -> Timestamp {
        "2026-09-21T09:00:00Z".parse().unwrap()
    }

    fn days_ago(days: i64) -> Option<Timestamp> {
        Some(now() - SignedDuration::from_hours(24 * days))
    }

    #[test]
    fn a_reminder_goes_to_those_of_families_who_have_not_answered_and_to_nobody_else() {
        let other_parent = Addressee { family_has_answered: true, ..NEW };
        let answered = Addressee { has_answered: true, family_has_answered: true, ..NEW };
        let alone = |email, person| who_gets(email, &[person], now())[0];
        assert_eq!(alone(FamilyEmail::Reminder, NEW), Gets::Email);
        assert_eq!(alone(FamilyEmail::Reminder, other_parent), Gets::NothingAsAnswered);
        // Who may still say something is invited to, whatever the other parent has said.
        assert_eq!(alone(FamilyEmail::Invitation, other_parent), Gets::Email);
        assert_eq!(alone(FamilyEmail::Invitation, answered), Gets::NothingAsAnswered);
    }

    #[test]
    fn nobody_is_written_to_twice_in_seven_days() {
        let alone = |written_to| who_gets(FamilyEmail::Reminder, &[Addressee { written_to, ..NEW }], now())[0];
        assert_eq!(alone(days_ago(7)), Gets::Email);
        assert!(matches!(alone(days_ago(6)), Gets::NothingYet(_)));
        // A clock that was put back writes to nobody again.
        assert!(matches!(alone(days_ago(-1)), Gets::NothingYet(_)));
    }

    #[test]
    fn two_people_with_one_mailbox_get_one_email() {
        let people = [NEW, Addressee { address: None, ..NEW }, NEW];
        let expected = [Gets::Email, Gets::Paper, Gets::SharesMailbox];
        assert_eq!(who_gets(FamilyEmail::Invitation, &people, now()), expected);
        let lately = [Addressee { written_to: days_ago(1), ..NEW }, NEW];
        assert_eq!(who_gets(FamilyEmail::Invitation, &lately, now())[1], Gets::SharesMailbox);
    }

    proptest! {
        #[test]
        fn whoever_the_people_are_no_mailbox_gets_two_and_nobody_who_answered_gets_one(
            people in prop::collection::vec((prop::option::of(0..4usize), any::<bool>(), any::<bool>(), prop::option::of(-2..20i64)), 0..30),
            is_reminder in any::<bool>(),
        ) {
            const ADDRESSES: [&str; 4] = ["a@example.org", "b@example.org", "c@example.org", "d@example.org"];
            let email = if is_reminder { FamilyEmail::Reminder } else { FamilyEmail::Invitation };
            let people: Vec<Addressee<'_>> = people.iter().map(|(address, own, family, days)| Addressee {
                address: address.map(|address| ADDRESSES[address]),
                has_answered: *own,
                family_has_answered: *own || *family,
                written_to: days.and_then(days_ago),
            }).collect();
            let gets = who_gets(email, &people, now());
            prop_assert_eq!(gets.len(), people.len());
            let reached: Vec<_> = people.iter().zip(&gets).filter(|(_, gets)| **gets == Gets::Email).collect();
            let mailboxes: BTreeSet<_> = reached.iter().map(|(person, _)| person.address).collect();
            prop_assert_eq!(mailboxes.len(), reached.len());
            for (person, _) in reached {
                prop_assert!(person.address.is_some() && !is_answered(email, person));
                prop_assert!(person.written_to.is_none_or(|at| now().duration_since(at).as_hours() >= 24 * 7));
            }
        }
    }
}
