//! Recording what somebody decided: in each child's stream, with the wordings and a receipt.

use permission_rules::{
    Answer, ChildPermissions, DecidedFor, Decider, Decision, DecisionProblem, How, PermissionEvent, PupilView, Purpose,
    PurposeAnswer, Removal,
};
use profiles::SchoolSettings;
use records::{Entry, Folded, Receipt, Records, RecordsError};
use school_types::{ChildId, Language, OperationId};

/// An answer about to be recorded.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The purpose.
    pub purpose: &'a Purpose,
    /// The answer.
    pub answer: Answer,
    /// The language its wording was shown in.
    pub language: Language,
}

/// What is about to be recorded for one child.
pub struct ChildAnswers<'a> {
    /// The child.
    pub child: &'a ChildId,
    /// Whether the pupil has left: then nobody says yes for them.
    pub has_left: bool,
    /// Who decides.
    pub by: &'a Decider,
    /// What was said so far. Whoever decides was shown every refusal of their own that is in it.
    pub permissions: &'a Folded<ChildPermissions>,
    /// The answers, one per purpose.
    pub given: Vec<Given<'a>>,
    /// The pupil's own view, where it was asked for.
    pub pupil_view: Option<PupilView>,
}

/// What became of a decision about one child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// It counts, and this is its receipt.
    Taken(Box<Receipt>),
    /// Whoever decided has said no while this was on its way, and was not shown it: nothing of it counts, and they are to
    /// be asked again, by a form of its own.
    TooLate,
}

/// What a child's permissions come to with what was appended.
pub struct Appended(pub Folded<ChildPermissions>);

/// Why a decision was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum DecisionError {
    /// It breaks a rule, for a reason that no page of ours leads to.
    #[error(transparent)]
    Rule(#[from] DecisionProblem),
    /// The store failed. The form sent again completes what is missing.
    #[error(transparent)]
    Records(#[from] RecordsError),
}

/// A form, whichever way it came.
pub struct Recording<'a> {
    /// The records, in the name of whoever sent it.
    pub records: &'a Records,
    /// The school.
    pub school: &'a SchoolSettings,
    /// The form's operation: sent twice, it is recorded once.
    pub operation: &'a OperationId,
    /// How the decision reached the school.
    pub how: How,
    /// Set where this is a withdrawal.
    pub withdrawal: Option<Removal>,
}

impl Recording<'_> {
    /// Records the answers for each child, in the order given. When this returns, everything that was taken is durable and
    /// has its receipt; when it fails, sending the form again completes what is missing.
    ///
    /// # Errors
    /// [`DecisionError::Rule`] before anything is written, [`DecisionError::Records`] at any time.
    pub async fn record(&self, children: &[ChildAnswers<'_>]) -> Result<Vec<Recorded>, DecisionError> {
        Ok(self.record_and_fold(children).await?.into_iter().map(|(recorded, _)| recorded).collect())
    }

    /// The same, with what was appended for each child, if anything was.
    ///
    /// # Errors
    /// As [`Recording::record`].
    pub async fn record_and_fold(
        &self,
        children: &[ChildAnswers<'_>],
    ) -> Result<Vec<(Recorded, Option<Appended>)>, DecisionError> {
        let decisions: Vec<Option<Decision>> =
            children.iter().map(|child| self.decision(child)).collect::<Result<_, _>>()?;
        if decisions.iter().any(Option::is_some) {
            self.keep_wordings(children).await?;
        }
        let each = children.iter().zip(decisions).map(|(child, decision)| self.record_one(child, decision));
        futures::future::try_join_all(each).await
    }

    /// The decision, if it does not come too late already.
    fn decision(&self, child: &ChildAnswers<'_>) -> Result<Option<Decision>, DecisionError> {
        let answer = |given: &Given<'_>| {
            let wording = Records::wording_ref(&given.purpose.wording(given.language))?;
            Ok(PurposeAnswer { purpose: given.purpose.id.clone(), answer: given.answer, wording })
        };
        let decision = Decision {
            reference: self.records.reference(self.school.id(), self.operation, child.child),
            by: child.by.clone(),
            how: self.how.clone(),
            answers: child.given.iter().map(answer).collect::<Result<_, RecordsError>>()?,
            pupil_view: child.pupil_view,
            withdrawal: self.withdrawal,
            // A number that is not settled may still turn out to be a refusal that nobody has seen.
            seen: Some(child.permissions.settled()),
        };
        let about = DecidedFor { has_left: child.has_left, permissions: &child.permissions.value };
        match decision.check(&self.school.profile().purposes, about) {
            Ok(()) => Ok(Some(decision)),
            Err(DecisionProblem::SaidNoSince) => Ok(None),
            Err(problem) => Err(problem.into()),
        }
    }

    /// Each wording once, however many children it is for.
    async fn keep_wordings(&self, children: &[ChildAnswers<'_>]) -> Result<(), RecordsError> {
        let mut shown: Vec<(&Purpose, Language)> = Vec::new();
        for given in children.iter().flat_map(|child| &child.given) {
            if !shown.iter().any(|(purpose, language)| purpose.id == given.purpose.id && *language == given.language) {
                shown.push((given.purpose, given.language));
            }
        }
        let wordings: Vec<_> = shown.into_iter().map(|(purpose, language)| purpose.wording(language)).collect();
        self.records.keep_wordings(self.school.id(), &wordings).await
    }

    async fn record_one(
        &self,
        child: &ChildAnswers<'_>,
        decision: Option<Decision>,
    ) -> Result<(Recorded, Option<Appended>), DecisionError> {
        let Some(decision) = decision else { return Ok((Recorded::TooLate, None)) };
        let stream = self.records.permission(self.school.id(), child.child);
        let event = PermissionEvent::Decided(decision);
        let (written, folded) = stream.append_and_fold(child.permissions, &event, self.operation).await?;
        // Of two that were sent at the same moment, the first is the fact.
        let number = folded.number_of(self.operation).unwrap_or(written.number);
        if folded.value.is_overtaken(number) {
            return Ok((Recorded::TooLate, (!written.repeated).then_some(Appended(folded))));
        }
        let receipt = if number == written.number && !written.repeated {
            let (by, operation) = (self.records.asker().clone(), self.operation.clone());
            let entry = Entry { number, at: written.at, by, operation, event };
            let wordings = child.given.iter().map(|given| given.purpose.wording(given.language)).collect();
            self.records.complete_entry(self.school.id(), child.child, entry, wordings).await?
        } else {
            self.records.complete_decision(self.school.id(), child.child, number).await?
        };
        Ok((Recorded::Taken(Box::new(receipt)), (!written.repeated).then_some(Appended(folded))))
    }
}
