//! What a school sent to its families: letters with codes, forms on paper, and emails in rounds. Ids only.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use permission_rules::FamilyEmail;
use school_types::{ChildId, ContactId, OperationId, PurposeId, SchoolId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Asker, Entry, Place, Records, Stream, View};

/// The school wrote to families. One event for each time somebody asked for it, however many families; its operation is
/// that of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MailingEvent {
    /// Letters with codes and paper forms were printed.
    #[serde(rename_all = "kebab-case")]
    Printed {
        /// Who got a letter.
        letters: Vec<ContactId>,
        /// About whom there is a form.
        forms: Vec<ChildId>,
    },
    /// A round of emails was asked for. They leave one by one after that.
    #[serde(rename_all = "kebab-case")]
    EmailsBegun {
        /// Which round of the school it is, from 1.
        round: u64,
        /// Which email.
        email: FamilyEmail,
        /// To whom, with the children whom it is about.
        to: Vec<(ContactId, Vec<ChildId>)>,
        /// What the email tells families of without asking, with the version of each wording.
        told: Vec<(PurposeId, u32)>,
    },
    /// It is known what became of some emails of a round.
    #[serde(rename_all = "kebab-case")]
    EmailsEnded {
        /// Which round.
        round: u64,
        /// Whose email, and what became of it.
        became: Vec<(ContactId, EmailEnd)>,
    },
}

/// What became of an email to a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmailEnd {
    /// It could not leave yet, and is tried again.
    Waiting,
    /// A courier took it.
    Sent,
    /// It came back: nobody read it.
    Returned,
    /// The courier takes nothing for this address, and never will.
    Refused,
    /// It could not leave in time, and is not tried again.
    NotSent,
    /// It was not wanted any more: everything had been answered meanwhile.
    NotNeeded,
    /// There was nobody to write to any more: no address, or no child at the school.
    NobodyThere,
    /// What it would have told of had changed meanwhile.
    Outdated,
}

impl EmailEnd {
    /// Whether somebody has to be reached in another way.
    pub const fn is_failure(self) -> bool {
        matches!(self, Self::Returned | Self::Refused | Self::NotSent)
    }
}

/// A round of emails, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailRound {
    /// Its number at the school.
    pub number: u64,
    /// Which email.
    pub email: FamilyEmail,
    /// When it was asked for.
    pub at: Timestamp,
    /// By whom.
    pub by: Asker,
    /// The form that asked.
    pub operation: OperationId,
    /// To whom, with the children whom it is about.
    pub to: Vec<(ContactId, Vec<ChildId>)>,
    /// What it tells of without asking.
    pub told: Vec<(PurposeId, u32)>,
    /// What became of each email, as far as is known.
    pub became: BTreeMap<ContactId, EmailEnd>,
}

/// For how long a round is worth going on with: as long as the slowest of its emails is tried.
pub const ROUND_LASTS: SignedDuration = SignedDuration::from_hours(4 * 24);

impl EmailRound {
    /// To whom nothing was sent so far, and who have not been given up.
    pub fn not_tried(&self) -> impl Iterator<Item = &(ContactId, Vec<ChildId>)> {
        self.to.iter().filter(|(contact, _)| !self.became.contains_key(contact))
    }

    /// Whose email could not leave yet.
    pub fn waiting(&self) -> impl Iterator<Item = &(ContactId, Vec<ChildId>)> {
        self.to.iter().filter(|(contact, _)| self.became.get(contact) == Some(&EmailEnd::Waiting))
    }

    /// Those whose email ended so.
    pub fn ended(&self, end: EmailEnd) -> impl Iterator<Item = &ContactId> {
        self.to.iter().map(|(contact, _)| contact).filter(move |contact| self.became.get(*contact) == Some(&end))
    }

    /// Those who have to be reached in another way.
    pub fn failed(&self) -> impl Iterator<Item = (&ContactId, EmailEnd)> {
        let end = |contact| self.became.get(contact).copied().filter(|end| end.is_failure());
        self.to.iter().filter_map(move |(contact, _)| Some((contact, end(contact)?)))
    }

    /// Whether nothing is left to do.
    pub fn is_over(&self) -> bool {
        self.not_tried().next().is_none() && self.waiting().next().is_none()
    }
}

/// When each contact was last written to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailings {
    /// The last letter with a code.
    pub letters: BTreeMap<ContactId, Timestamp>,
    /// The last paper form, by pupil.
    pub forms: BTreeMap<ChildId, Timestamp>,
    /// The rounds of emails, the oldest first. Of two of one number the first counts.
    pub rounds: Vec<EmailRound>,
}

impl Mailings {
    /// A round by its number.
    pub fn round(&self, number: u64) -> Option<&EmailRound> {
        self.rounds.iter().find(|round| round.number == number)
    }

    /// The number of the round that comes next.
    pub fn next_round(&self) -> u64 {
        self.rounds.iter().map(|round| round.number).max().unwrap_or_default() + 1
    }

    /// Which email last went to somebody, or is about to, and when that was asked for. What never left, or came back,
    /// does not count.
    pub fn last_email(&self, contact: &ContactId) -> Option<(FamilyEmail, Timestamp)> {
        let reached = |round: &&EmailRound| {
            let end = round.became.get(contact);
            round.to.iter().any(|(to, _)| to == contact)
                && end.is_none_or(|end| matches!(end, EmailEnd::Sent | EmailEnd::Waiting))
        };
        self.rounds.iter().rev().find(reached).map(|round| (round.email, round.at))
    }

    /// How many emails were asked for since a time.
    pub fn emails_since(&self, since: Timestamp) -> usize {
        self.rounds.iter().filter(|round| round.at >= since).map(|round| round.to.len()).sum()
    }
}

impl View for Mailings {
    type Event = MailingEvent;
    const VERSION: u32 = 2;

    fn apply(&mut self, entry: &Entry<MailingEvent>) {
        match &entry.event {
            MailingEvent::Printed { letters, forms } => {
                self.letters.extend(letters.iter().map(|contact| (contact.clone(), entry.at)));
                self.forms.extend(forms.iter().map(|child| (child.clone(), entry.at)));
            }
            MailingEvent::EmailsBegun { round, .. } if self.round(*round).is_some() => {}
            MailingEvent::EmailsBegun { round, email, to, told } => self.rounds.push(EmailRound {
                number: *round,
                email: *email,
                at: entry.at,
                by: entry.by.clone(),
                operation: entry.operation.clone(),
                to: to.clone(),
                told: told.clone(),
                became: BTreeMap::new(),
            }),
            MailingEvent::EmailsEnded { round, became } => {
                let Some(round) = self.rounds.iter_mut().find(|known| known.number == *round) else { return };
                for (contact, end) in became {
                    // Two who looked at the same time may say it in either order: what is known is not unlearnt.
                    let known = round.became.get(contact).copied();
                    if *end == EmailEnd::Returned || known.is_none_or(|known| known == EmailEnd::Waiting) {
                        round.became.insert(contact.clone(), *end);
                    }
                }
            }
        }
    }
}

impl Records {
    /// The stream of what a school sent to its families; folds to [`Mailings`].
    pub fn mailings(&self, school: &SchoolId) -> Stream<MailingEvent> {
        self.stream(Place::of_school(school, Domain::People).part("mailings"))
    }
}
