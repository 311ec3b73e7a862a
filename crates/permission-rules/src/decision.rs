//! What somebody said, and whether it can be recorded.

use school_types::{ContactId, Date, PurposeId, Reference, Relation, StaffId};
use serde::{Deserialize, Serialize};

use crate::{ChildPermissions, Notice, NoticeId, Purpose, WordingRef};

/// An answer to one purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Consent given.
    Agree,
    /// Consent refused or withdrawn.
    Refuse,
    /// Told, and content.
    NoObjection,
    /// Told, and objects (UK GDPR art. 21).
    Object,
}

impl Answer {
    /// Whether the school may go ahead as far as this person is concerned.
    pub const fn permits(self) -> bool {
        matches!(self, Self::Agree | Self::NoObjection)
    }
}

/// Who decided (R6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decider {
    /// The person.
    pub contact: ContactId,
    /// What they are to the child, in the school's words at that time.
    pub relation: Relation,
    /// Whether the school listed them as holding parental responsibility (Children Act 1989 s. 3) at that time.
    pub parental_responsibility: bool,
}

/// How the decision reached the school (R6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// By the person themself, on these pages.
    Online,
    /// On a signed paper form.
    #[serde(rename_all = "kebab-case")]
    Paper {
        /// Who typed it in.
        entered_by: StaffId,
        /// The date on the form.
        dated: Date,
    },
    /// Said, in person or by telephone.
    #[serde(rename_all = "kebab-case")]
    Spoken {
        /// Who heard it and typed it in.
        entered_by: StaffId,
        /// The day it was said.
        dated: Date,
    },
}

/// What the pupil thinks, as the parent passes it on, where the profile asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PupilView {
    /// The pupil is happy to be pictured.
    Happy,
    /// The pupil would rather not.
    RatherNot,
    /// The parent has not asked, or does not want to say.
    NotSaid,
}

/// What a parent who withdraws asks for (R9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Removal {
    /// Nothing new from now on.
    FromNowOn,
    /// Nothing new, and what is already published taken down (P2 "removed retrospectively").
    AlsoPublished,
}

/// An answer to one purpose, with the wording it was given to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurposeAnswer {
    /// The purpose.
    pub purpose: PurposeId,
    /// The answer.
    pub answer: Answer,
    /// The exact wording shown.
    pub wording: WordingRef,
}

/// What one person said about one child at one time: a fact that never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What the receipt is found by.
    pub reference: Reference,
    /// Who decided.
    pub by: Decider,
    /// How it reached the school.
    pub how: How,
    /// The answers, one per purpose.
    pub answers: Vec<PurposeAnswer>,
    /// The pupil's own view, where it was asked for.
    pub pupil_view: Option<PupilView>,
    /// Set where this is a withdrawal.
    pub withdrawal: Option<Removal>,
    /// The highest number of the child's permission stream whose events whoever decided had been shown, as far as they
    /// were their own: a yes is not taken where they said no after it ([`ChildPermissions::is_overtaken`]). None where
    /// it was recorded before forms said so; then it is taken as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<u64>,
}

/// The child a decision is about, as far as the rule asks.
#[derive(Clone, Copy, Debug)]
pub struct DecidedFor<'a> {
    /// Whether the pupil has left the school.
    pub has_left: bool,
    /// Everything said so far.
    pub permissions: &'a ChildPermissions,
}

/// Why a decision cannot be recorded. But for the last two, which say that something has happened since, none of these
/// can come from the pages as they were served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionProblem {
    /// The person does not hold parental responsibility for the child.
    #[error("only a person with parental responsibility decides")]
    NoParentalResponsibility,
    /// There is no answer in it.
    #[error("a decision needs an answer")]
    NoAnswer,
    /// Two answers to one purpose.
    #[error("a purpose is answered twice")]
    AnsweredTwice,
    /// A purpose the school does not ask about.
    #[error("a purpose the school does not ask about")]
    UnknownPurpose,
    /// Consent where an objection was asked for, or the other way round.
    #[error("an answer that the lawful basis does not allow")]
    WrongAnswer,
    /// A wording other than the one in force.
    #[error("an answer to another version of the wording")]
    OtherVersion,
    /// A withdrawal that permits something.
    #[error("a withdrawal cannot permit anything")]
    WithdrawalPermits,
    /// Something permitted for a pupil who has left, who is pictured no more: nobody says yes for them.
    #[error("a pupil who has left can be withdrawn for, but not agreed for")]
    HasLeft,
    /// A yes of somebody who said no since, and was not shown it.
    #[error("whoever decided has said no since, and was not shown it")]
    SaidNoSince,
}

impl Decision {
    /// Checks the decision against the purposes the school asks about now, and the child as they are now.
    ///
    /// # Errors
    /// A [`DecisionProblem`]; of those about single answers the first, in the order of that list.
    pub fn check(&self, purposes: &[Purpose], child: DecidedFor<'_>) -> Result<(), DecisionProblem> {
        if !self.by.parental_responsibility {
            return Err(DecisionProblem::NoParentalResponsibility);
        }
        if self.answers.is_empty() {
            return Err(DecisionProblem::NoAnswer);
        }
        for (place, given) in self.answers.iter().enumerate() {
            if self.answers[..place].iter().any(|earlier| earlier.purpose == given.purpose) {
                return Err(DecisionProblem::AnsweredTwice);
            }
            let Some(purpose) = purposes.iter().find(|purpose| purpose.id == given.purpose) else {
                return Err(DecisionProblem::UnknownPurpose);
            };
            if !purpose.basis.answers().contains(&given.answer) {
                return Err(DecisionProblem::WrongAnswer);
            }
            if given.wording.version != purpose.version {
                return Err(DecisionProblem::OtherVersion);
            }
            if self.withdrawal.is_some() && given.answer.permits() {
                return Err(DecisionProblem::WithdrawalPermits);
            }
        }
        if child.has_left && self.permits() {
            return Err(DecisionProblem::HasLeft);
        }
        if child.permissions.overtakes(self) {
            return Err(DecisionProblem::SaidNoSince);
        }
        Ok(())
    }

    /// Whether anything in it permits anything.
    pub fn permits(&self) -> bool {
        self.answers.iter().any(|given| given.answer.permits())
    }
}

/// What can happen in a child's permission stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PermissionEvent {
    /// Somebody decided, changed their mind or withdrew.
    Decided(Decision),
    /// The safeguarding lead set or lifted the do-not-photograph flag (R8). The reason is not recorded here.
    #[serde(rename_all = "kebab-case")]
    DoNotPhotograph {
        /// Whether the flag stands from now on.
        set: bool,
        /// Who set or lifted it.
        by: StaffId,
    },
    /// The family was told of what the school does without asking.
    Told(Notice),
    /// A notice that was sent came back: nobody was told by it.
    NoticeReturned(NoticeId),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        LawfulBasis,
        permissions::tests::{answer_to, decision, purpose},
    };

    fn problem_of(change: impl FnOnce(&mut Decision)) -> Option<DecisionProblem> {
        let purposes = [purpose("website-group", LawfulBasis::Consent), purpose("displays", LawfulBasis::PublicTask)];
        let mut decision = decision(1, &purposes[0], Answer::Agree);
        decision.answers.push(answer_to(&purposes[1], Answer::Object));
        change(&mut decision);
        decision.check(&purposes, DecidedFor { has_left: false, permissions: &ChildPermissions::default() }).err()
    }

    #[test]
    fn a_pupil_who_has_left_can_be_withdrawn_for_but_not_agreed_for() {
        let website = purpose("website-group", LawfulBasis::Consent);
        let left = DecidedFor { has_left: true, permissions: &ChildPermissions::default() };
        let check = |answer| decision(1, &website, answer).check(std::slice::from_ref(&website), left);
        assert_eq!(check(Answer::Agree), Err(DecisionProblem::HasLeft));
        assert_eq!(check(Answer::Refuse), Ok(()));
    }

    #[test]
    fn a_yes_of_somebody_who_was_not_shown_their_own_no_is_refused() {
        let website = purpose("website-group", LawfulBasis::Consent);
        let mut permissions = ChildPermissions::default();
        let no = PermissionEvent::Decided(decision(1, &website, Answer::Refuse));
        permissions.apply(7, &no, school_types::Timestamp::UNIX_EPOCH);
        let child = DecidedFor { has_left: false, permissions: &permissions };
        let check = |who, answer, seen| {
            Decision { seen: Some(seen), ..decision(who, &website, answer) }
                .check(std::slice::from_ref(&website), child)
        };
        assert_eq!(check(1, Answer::Agree, 6), Err(DecisionProblem::SaidNoSince));
        assert_eq!(check(1, Answer::Agree, 7), Ok(()));
        assert_eq!(check(1, Answer::Refuse, 0), Ok(()));
        // What the other parent said is not theirs to be shown (R7), and holds in any case.
        assert_eq!(check(2, Answer::Agree, 0), Ok(()));
    }

    #[test]
    fn a_plain_decision_is_recorded() {
        assert_eq!(problem_of(|_| ()), None);
    }

    #[test]
    fn every_way_to_be_wrong_has_its_own_answer() {
        use DecisionProblem::*;
        assert_eq!(problem_of(|d| d.by.parental_responsibility = false), Some(NoParentalResponsibility));
        assert_eq!(problem_of(|d| d.answers.clear()), Some(NoAnswer));
        assert_eq!(problem_of(|d| d.answers[1] = d.answers[0].clone()), Some(AnsweredTwice));
        assert_eq!(problem_of(|d| d.answers[0].purpose = "moon".parse().unwrap()), Some(UnknownPurpose));
        assert_eq!(problem_of(|d| d.answers[0].answer = Answer::Object), Some(WrongAnswer));
        assert_eq!(problem_of(|d| d.answers[1].answer = Answer::Agree), Some(WrongAnswer));
        assert_eq!(problem_of(|d| d.answers[0].wording.version = 9), Some(OtherVersion));
        assert_eq!(problem_of(|d| d.withdrawal = Some(Removal::FromNowOn)), Some(WithdrawalPermits));
    }
}
