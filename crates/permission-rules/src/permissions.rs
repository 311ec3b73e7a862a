//! What holds for a child when everything said so far is taken together.

use std::collections::{BTreeMap, BTreeSet};

use school_types::{ContactId, Language, PurposeId, Reference, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Answer, Decision, How, Notice, NoticeId, NoticeWay, PermissionEvent, PupilView, Purpose};

/// What one person last said about one purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The answer.
    pub answer: Answer,
    /// The version of the wording it was given to.
    pub version: u32,
    /// When it was recorded.
    pub at: Timestamp,
    /// The receipt of the decision it was part of.
    pub reference: Reference,
    /// The number of that decision in the child's stream.
    pub number: u64,
}

/// Whether the school may do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It may.
    Allowed,
    /// It may not.
    NotAllowed(Reason),
}

impl Standing {
    /// Whether the school may do it.
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Allowed)
    }
}

/// Why not. For staff who may know; a parent is shown only that it does not hold (R7, R8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The safeguarding lead's flag (R8).
    DoNotPhotograph,
    /// At least one person refused or objected (R7).
    Refused,
    /// Consent is needed and nobody has answered the wording in force (R1).
    NotAnswered,
    /// The school need not ask, but has yet to tell the family, who could object (UK GDPR arts. 13 and 21(4)).
    NotTold,
    /// Nobody is listed with parental responsibility: nobody was asked, and nobody was told who could have objected.
    NobodyToAsk,
}

/// Everything said about one child, folded from its permission stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildPermissions {
    do_not_photograph: bool,
    said: BTreeMap<PurposeId, BTreeMap<ContactId, Said>>,
    /// The number of each person's last withdrawal.
    withdrew: BTreeMap<ContactId, u64>,
    /// The numbers of decisions that came too late and count for nothing.
    overtaken: BTreeSet<u64>,
    /// What each person last passed on of the pupil's own view, with the number of that decision.
    pupil_views: BTreeMap<ContactId, (PupilView, u64)>,
    told: Vec<Notice>,
    /// The language in which each person last answered on their own page.
    languages: BTreeMap<ContactId, Language>,
}

impl ChildPermissions {
    /// Takes the event at `number` of the stream into account.
    pub fn apply(&mut self, number: u64, event: &PermissionEvent, at: Timestamp) {
        match event {
            PermissionEvent::Decided(decision) if self.overtakes(decision) => {
                self.overtaken.insert(number);
            }
            PermissionEvent::Decided(decision) => self.decide(number, decision, at),
            PermissionEvent::DoNotPhotograph { set, .. } => self.do_not_photograph = *set,
            PermissionEvent::Told(notice) => self.tell(notice),
            PermissionEvent::NoticeReturned(letter) => self.return_notice(letter),
        }
    }

    /// Whether this decision would come too late: it says yes to something, or that the pupil is happy, and whoever
    /// decided said the contrary after what they were shown. Such a decision is taken in no part, so that whatever
    /// forms, tabs and papers cross each other, a yes is only ever recorded of somebody who was shown their latest no.
    /// Nobody is shown another parent's no (R7): it holds beside any yes.
    pub fn overtakes(&self, decision: &Decision) -> bool {
        let Some(seen) = decision.seen else { return false };
        let by = &decision.by.contact;
        let said_no =
            |purpose| self.said_by(by, purpose).is_some_and(|said| !said.answer.permits() && said.number > seen);
        let would_rather_not = |(view, number): &(PupilView, u64)| *view == PupilView::RatherNot && *number > seen;
        decision.answers.iter().any(|given| given.answer.permits() && said_no(&given.purpose))
            || decision.pupil_view == Some(PupilView::Happy) && self.pupil_views.get(by).is_some_and(would_rather_not)
    }

    /// Whether the decision at `number` came too late, as [`ChildPermissions::overtakes`] says: it was never taken, and
    /// nobody is given a receipt for it.
    pub fn is_overtaken(&self, number: u64) -> bool {
        self.overtaken.contains(&number)
    }

    fn decide(&mut self, number: u64, decision: &Decision, at: Timestamp) {
        let by = &decision.by.contact;
        for given in &decision.answers {
            self.said.entry(given.purpose.clone()).or_default().insert(
                by.clone(),
                Said {
                    answer: given.answer,
                    version: given.wording.version,
                    at,
                    reference: decision.reference.clone(),
                    number,
                },
            );
        }
        if let (How::Online, Some(last)) = (&decision.how, decision.answers.last()) {
            self.languages.insert(by.clone(), last.wording.language);
        }
        if decision.withdrawal.is_some() {
            self.withdrew.insert(by.clone(), number);
        }
        match decision.pupil_view {
            // Who has not asked takes nothing back.
            Some(PupilView::NotSaid) => {
                self.pupil_views.entry(by.clone()).or_insert((PupilView::NotSaid, number));
            }
            Some(view) => {
                self.pupil_views.insert(by.clone(), (view, number));
            }
            None => {}
        }
    }

    fn tell(&mut self, notice: &Notice) {
        let is_sent = |notice: &Notice| matches!(notice.way, NoticeWay::Sent(_));
        // What is sent may come back, and then the one before it still tells.
        let same = |known: &Notice| {
            known.to == notice.to && !is_sent(known) && !is_sent(notice) && known.purposes == notice.purposes
        };
        self.told.retain(|known| !same(known));
        self.told.push(notice.clone());
    }

    fn return_notice(&mut self, letter: &NoticeId) {
        self.told.retain(|known| known.way != NoticeWay::Sent(letter.clone()));
    }

    /// What holds for `purpose`, given who holds parental responsibility today.
    ///
    /// A refusal counts whoever gave it, also on an older wording and also when the person has since left the
    /// list: a slip in an import must never turn a *no* into a *yes*. An agreement counts only from somebody who
    /// still holds parental responsibility, and only to the wording in force.
    pub fn standing(&self, purpose: &Purpose, holders: &[ContactId]) -> Standing {
        if self.do_not_photograph {
            return Standing::NotAllowed(Reason::DoNotPhotograph);
        }
        self.standing_by_answers(purpose, holders)
    }

    /// What people's answers alone come to, as if the safeguarding lead had never set the flag: for what is handed to
    /// somebody outside the school, from whom the flag may not be guessed (R8).
    pub fn standing_by_answers(&self, purpose: &Purpose, holders: &[ContactId]) -> Standing {
        let said = self.said.get(&purpose.id);
        if said.is_some_and(|said| said.values().any(|said| !said.answer.permits())) {
            return Standing::NotAllowed(Reason::Refused);
        }
        let agreed = said.is_some_and(|said| {
            said.iter().any(|(who, said)| said.version == purpose.version && holders.contains(who))
        });
        if holders.is_empty() {
            // Who may go ahead unless somebody objects has to have told somebody (UK GDPR arts. 13 and 21(4)).
            return Standing::NotAllowed(Reason::NobodyToAsk);
        }
        match (agreed, purpose.basis.is_notice()) {
            (true, _) => Standing::Allowed,
            (false, true) if self.is_told(purpose, holders) => Standing::Allowed,
            (false, true) => Standing::NotAllowed(Reason::NotTold),
            (false, false) => Standing::NotAllowed(Reason::NotAnswered),
        }
    }

    /// Whether the family was told of `purpose` as it is worded now. One of those who hold parental responsibility is
    /// enough, as one is enough to agree: each may act alone (Children Act 1989 s. 2(7)), and any one's objection
    /// holds, whenever they hear of it and make it.
    pub fn is_told(&self, purpose: &Purpose, holders: &[ContactId]) -> bool {
        let reaches = |notice: &&Notice| notice.to.as_ref().is_none_or(|to| holders.contains(to));
        self.told.iter().filter(reaches).any(|notice| notice.tells_of(purpose))
    }

    /// Whether `contact` themself was told of every notice among `purposes` as it is worded now, or has answered it:
    /// else their own page tells them, and that is recorded.
    pub fn has_been_told(&self, contact: &ContactId, purposes: &[Purpose]) -> bool {
        let told = |purpose: &Purpose| {
            let mut theirs = self.told.iter().filter(|notice| notice.to.as_ref() == Some(contact));
            theirs.any(|notice| notice.tells_of(purpose)) || self.has_answered(contact, purpose)
        };
        purposes.iter().filter(|purpose| purpose.basis.is_notice()).all(told)
    }

    /// Every notice that counts, in the order they were given.
    pub fn notices(&self) -> &[Notice] {
        &self.told
    }

    /// The language in which `contact` last answered on their own page: the one to write to them in.
    pub fn language_of(&self, contact: &ContactId) -> Option<Language> {
        self.languages.get(contact).copied()
    }

    /// Whether people's answers to a purpose differ, for staff; never who said what (R7).
    pub fn answers_differ(&self, purpose: &PurposeId) -> bool {
        let Some(said) = self.said.get(purpose) else { return false };
        let permitting = said.values().filter(|said| said.answer.permits()).count();
        permitting != 0 && permitting != said.len()
    }

    /// What `contact` last said about `purpose`, if anything.
    pub fn said_by(&self, contact: &ContactId, purpose: &PurposeId) -> Option<&Said> {
        self.said.get(purpose)?.get(contact)
    }

    /// Whether `contact` has answered the wording of `purpose` that is in force.
    pub fn has_answered(&self, contact: &ContactId, purpose: &Purpose) -> bool {
        self.said_by(contact, &purpose.id).is_some_and(|said| said.version == purpose.version)
    }

    /// The refusal or objection that was `contact`'s last word on `purpose`, in whatever wording: what they must be shown
    /// before they say yes.
    pub fn no_of(&self, contact: &ContactId, purpose: &PurposeId) -> Option<&Said> {
        self.said_by(contact, purpose).filter(|said| !said.answer.permits())
    }

    /// Whether `contact` has said anything about `purpose` after the event at `seen`.
    pub fn has_answered_since(&self, contact: &ContactId, purpose: &PurposeId, seen: u64) -> bool {
        self.said_by(contact, purpose).is_some_and(|said| said.number > seen)
    }

    /// Whether `contact` has withdrawn anything after the event at `seen`: then answers that were begun before are not
    /// sent for this child.
    pub fn has_withdrawn_since(&self, contact: &ContactId, seen: u64) -> bool {
        self.withdrew.get(contact).is_some_and(|number| *number > seen)
    }

    /// Whether the safeguarding lead's flag is set (R8).
    pub const fn is_flagged(&self) -> bool {
        self.do_not_photograph
    }

    /// The pupil's own view. Where people passed on different ones, the careful one holds until whoever passed it on says
    /// otherwise: one parent's "happy" does not undo what the pupil told the other.
    pub fn pupil_view(&self) -> Option<PupilView> {
        let careful = |view: PupilView| match view {
            PupilView::RatherNot => 2,
            PupilView::Happy => 1,
            PupilView::NotSaid => 0,
        };
        self.pupil_views.values().map(|(view, _)| *view).max_by_key(|view| careful(*view))
    }

    /// What `contact` last passed on of the pupil's view.
    pub fn pupil_view_by(&self, contact: &ContactId) -> Option<PupilView> {
        self.pupil_views.get(contact).map(|(view, _)| *view)
    }
}

#[cfg(test)]
#[path = "permissions_tests.rs"]
pub(crate) mod tests;
