//! Who of some families gets an email, and who does not and why.

use permission_rules::{Addressee, FamilyEmail, Gets, who_gets};
use records::{Mailings, normal_address};
use school_types::{ChildId, ContactId, Timestamp};

use super::gather::{Adult, Families};

/// The adults of some families, sorted by what they get.
#[derive(Default)]
pub(super) struct Addressees<'f> {
    /// Who gets the email, in the order of classes.
    pub(super) reached: Vec<&'f Adult>,
    /// Who has no address.
    pub(super) on_paper: Vec<&'f Adult>,
    /// Who was written to lately, and when.
    pub(super) lately: Vec<(&'f Adult, Timestamp)>,
    /// Whose mailbox somebody else has too, who gets it.
    pub(super) shared: Vec<&'f Adult>,
    /// How many have nothing left to answer.
    pub(super) answered: u64,
}

impl<'f> Addressees<'f> {
    /// Sorts them.
    pub(super) fn of(families: &'f Families, email: FamilyEmail, sent: &Mailings, now: Timestamp) -> Self {
        let addresses: Vec<Option<String>> =
            families.adults.iter().map(|adult| adult.e_mail.as_deref().map(normal_address)).collect();
        let people: Vec<Addressee<'_>> = families
            .adults
            .iter()
            .zip(&addresses)
            .map(|(adult, address)| Addressee {
                address: address.as_deref(),
                has_answered: adult.has_answered,
                family_has_answered: adult.family_has_answered,
                written_to: sent.last_email(&adult.id).map(|(_, at)| at),
            })
            .collect();
        let mut sorted = Self::default();
        for (adult, gets) in families.adults.iter().zip(who_gets(email, &people, now)) {
            match gets {
                Gets::Email => sorted.reached.push(adult),
                Gets::Paper => sorted.on_paper.push(adult),
                Gets::NothingYet(at) => sorted.lately.push((adult, at)),
                Gets::SharesMailbox => sorted.shared.push(adult),
                Gets::NothingAsAnswered => sorted.answered += 1,
            }
        }
        sorted
    }

    /// Whom a round goes to, with the children it is about.
    pub(super) fn round(&self) -> Vec<(ContactId, Vec<ChildId>)> {
        self.reached.iter().map(|adult| (adult.id.clone(), adult.children.clone())).collect()
    }
}
