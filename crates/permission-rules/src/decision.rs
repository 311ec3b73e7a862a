//! What somebody said, and whether it can be recorded.

use school_types::{ContactId, Date, PurposeId, Reference, Relation, StaffId};
use serde::{Deserialize, Serialize};

use crate::{Purpose, WordingRef};

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
}

/// Why a decision cannot be recorded. None of these can come from the pages as they were served.
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
}

impl Decision {
    /// Checks the decision against the purposes the school asks about now.
    ///
    /// # Errors
    /// The first [`DecisionProblem`], in the order of that list.
    pub fn check(&self, purposes: &[Purpose]) -> Result<(), DecisionProblem> {
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
        Ok(())
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
        decision.check(&purposes).err()
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
