//! Recording what somebody decided: in each child's stream, with the wordings, a receipt, and a letter that says so.

use letters::{ChildReceipt, ReceiptLetter, ReceiptLine};
use permission_rules::{
    Answer, ChildPermissions, Decision, How, PermissionEvent, PupilView, Purpose, PurposeAnswer, Removal,
};
use reception::Problem;
use records::Receipt;
use school_types::{Language, OperationId};
use vault::{Domain, Scope};
use web::Refusal;

use crate::{
    entry::Portal,
    parent::{Ours, Parent},
};

/// An answer about to be recorded.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    pub(crate) purpose: &'a Purpose,
    pub(crate) answer: Answer,
    /// The language its wording was shown in.
    pub(crate) language: Language,
}

/// Answers about to be recorded, the same for each child.
pub(crate) struct Recording<'a> {
    /// The form they came with: sent twice, they are recorded once.
    pub(crate) operation: &'a OperationId,
    pub(crate) given: &'a [Given<'a>],
    /// Set where this is a withdrawal.
    pub(crate) withdrawal: Option<Removal>,
}

impl Recording<'_> {
    /// Records the answers for each child, with that child's own view where it was asked for, and sends the receipts. When this
    /// returns, everything is durable; when it fails, sending the form again completes what is missing.
    pub(crate) async fn record(
        &self,
        portal: &Portal,
        parent: &Parent<'_, '_>,
        children: &[(&Ours, Option<PupilView>)],
    ) -> Result<(), Problem> {
        limit_changes(parent).await?;
        let answers = self.answers(parent).await?;
        let each = children.iter().map(|(ours, view)| self.record_one(parent, ours, *view, &answers));
        let receipts = futures::future::try_join_all(each).await?;
        let receipts: Vec<_> = children.iter().map(|(ours, _)| *ours).zip(receipts).collect();
        send_receipts(portal, parent, self.operation, &receipts).await
    }

    async fn answers(&self, parent: &Parent<'_, '_>) -> Result<Vec<PurposeAnswer>, Problem> {
        let school = parent.school()?;
        let wordings: Vec<_> = self.given.iter().map(|given| given.purpose.wording(given.language)).collect();
        let kept =
            futures::future::try_join_all(wordings.iter().map(|wording| parent.records.keep_wording(school, wording)));
        let answer = |(given, wording): (&Given<'_>, _)| PurposeAnswer {
            purpose: given.purpose.id.clone(),
            answer: given.answer,
            wording,
        };
        Ok(self.given.iter().zip(kept.await?).map(answer).collect())
    }

    async fn record_one(
        &self,
        parent: &Parent<'_, '_>,
        ours: &Ours,
        pupil_view: Option<PupilView>,
        answers: &[PurposeAnswer],
    ) -> Result<Receipt, Problem> {
        let (records, school) = (&parent.records, parent.school()?);
        let reference = records.reference(school, self.operation, &ours.id);
        let decision = Decision {
            reference: reference.clone(),
            by: ours.decider.clone(),
            how: How::Online,
            answers: answers.to_vec(),
            pupil_view,
            withdrawal: self.withdrawal,
        };
        // Only a page made up by hand can come to this: every one of ours offers what the rules allow.
        decision.check(parent.purposes()?).map_err(|_| Refusal::BadForm)?;
        let event = PermissionEvent::Decided(decision);
        let stream = records.permission(school, &ours.id);
        let written = stream.append_to(&ours.permissions, &event, self.operation).await?;
        // Of two that were sent at the same moment, the first is the fact.
        let folded = stream.refresh::<ChildPermissions>().await?;
        let number = folded.number_of(self.operation).unwrap_or(written.number);
        Ok(records.complete_decision(school, &ours.id, number).await?)
    }
}

/// How often somebody may change their mind in an hour: a family of six who answers question by question comes to less. Each
/// change is kept for good and comes with a letter.
const CHANGES_AN_HOUR: u64 = 100;

/// Counts a change by whoever is signed in; the form sent again completes the same change and is not counted.
///
/// # Errors
/// [`Refusal::TooMany`]; nothing was written then.
async fn limit_changes(parent: &Parent<'_, '_>) -> Result<(), Problem> {
    let whose = format!("{}/{}", parent.school()?, parent.contact);
    let bucket = parent.records.vault().blind(&Scope::installation(Domain::Temporary), "changes", whose.as_bytes());
    parent.guest.limit("changes", &bucket, 60, CHANGES_AN_HOUR).await
}

/// Completes what an earlier request with the same form recorded, at these numbers, and perhaps did not live to finish.
pub(crate) async fn complete(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    operation: &OperationId,
    recorded: &[(&Ours, u64)],
) -> Result<(), Problem> {
    let school = parent.school()?;
    let each = recorded.iter().map(|(ours, number)| parent.records.complete_decision(school, &ours.id, *number));
    let receipts = futures::future::try_join_all(each).await?;
    let receipts: Vec<_> = recorded.iter().map(|(ours, _)| *ours).zip(receipts).collect();
    send_receipts(portal, parent, operation, &receipts).await
}

/// Their own decision that `operation` became, with its number in the child's stream; none where it is new.
///
/// # Errors
/// [`Refusal::BadForm`] for an operation of somebody else's.
pub(crate) async fn recorded(
    parent: &Parent<'_, '_>,
    ours: &Ours,
    operation: &OperationId,
) -> Result<Option<(u64, Decision)>, Problem> {
    let Some(number) = ours.permissions.number_of(operation) else { return Ok(None) };
    let decision = parent.records.decision(parent.school()?, &ours.id, number).await?;
    match decision.filter(|decision| decision.by.contact == parent.contact) {
        Some(decision) => Ok(Some((number, decision))),
        None => Err(Refusal::BadForm.into()),
    }
}

/// The receipts of one sitting go in one letter. A family without e-mail has them on the page only.
async fn send_receipts(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    operation: &OperationId,
    receipts: &[(&Ours, Receipt)],
) -> Result<(), Problem> {
    let Some(e_mail) = &parent.facts.e_mail else { return Ok(()) };
    let guest = parent.guest;
    let words = guest.words();
    let school = guest.school()?;
    let mut in_letter = Vec::with_capacity(receipts.len());
    for (ours, receipt) in receipts {
        in_letter.push(ChildReceipt {
            initial: ours.called().chars().next().unwrap_or('?'),
            answers: receipt.answers.iter().map(line).collect(),
            withdrawal: receipt.withdrawal,
            reference: receipt.reference.clone(),
            fingerprint: receipt.fingerprint()?,
        });
    }
    let address = guest.desk().settings().public_address()?;
    let latest = receipts.iter().map(|(_, receipt)| receipt.recorded_at).max();
    let message = ReceiptLetter {
        school: school.name().get(words.language()),
        recorded_at: latest.unwrap_or(guest.now()),
        children: &in_letter,
        verify_address: &address.at(&guest.at("receipts")?),
        consent_address: &address.at(&guest.at("consent")?),
    }
    .write(words);
    portal.send(guest, operation, Some(parent.contact.clone()), e_mail, message).await
}

fn line(answer: &records::ReceiptAnswer) -> ReceiptLine {
    ReceiptLine { purpose: answer.wording.title.clone(), answer: answer.answer }
}
