//! Recording what the office entered: the decision, its receipt, the trail, and a letter to whoever decided.

use letters::{ChildReceipt, Letter, ReceiptLetter, ReceiptLine};
use permission_rules::{ChildPermissions, Decider, Decision, How, PermissionEvent, PurposeAnswer};
use reception::{Colleague, Problem};
use records::{AuditEvent, Batch, EnteredFrom, Receipt};
use school_types::{Language, OperationId};
use web::Refusal;
use words::Words;

use super::{Entered, Subject};
use crate::Office;

/// Records it. When this returns, everything is durable; when it fails, the form sent again completes what is missing.
pub(super) async fn record_it(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    subject: &Subject,
    entered: &Entered<'_>,
    operation: &OperationId,
) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let wordings: Vec<_> = entered.answers.iter().map(|(purpose, _)| purpose.wording(entered.language)).collect();
    let kept = wordings.iter().map(|wording| records.keep_wording(school, wording));
    let kept = futures::future::try_join_all(kept).await?;
    let answers = entered.answers.iter().zip(kept).map(|((purpose, answer), wording)| PurposeAnswer {
        purpose: purpose.id.clone(),
        answer: *answer,
        wording,
    });
    let decision = Decision {
        reference: records.reference(school, operation, &subject.entry.id),
        by: Decider {
            contact: entered.holder.id.clone(),
            relation: entered.holder.relation.clone(),
            parental_responsibility: true,
        },
        how: entered.how.clone(),
        answers: answers.collect(),
        pupil_view: entered.view,
        withdrawal: entered.withdrawal,
    };
    // Only a page made up by hand can come to this, or a purpose changed while the page was open.
    decision.check(&colleague.guest().school()?.profile().purposes).map_err(|_| Refusal::BadForm)?;
    let permits = |given: &PurposeAnswer| given.answer.permits();
    if subject.entry.left.is_some() && decision.answers.iter().any(permits) {
        return Err(Refusal::BadForm.into());
    }
    let stream = records.permission(school, &subject.entry.id);
    let written = stream.append_to(&subject.permissions, &PermissionEvent::Decided(decision), operation).await?;
    // Of two that were sent at the same moment, the first is the fact.
    let folded = stream.refresh::<ChildPermissions>().await?;
    let number = folded.number_of(operation).unwrap_or(written.number);
    complete(office, colleague, subject, number, operation, entered.language).await
}

/// Completes what stands at `number`: the receipt, the trail, the letter. Doing it again changes nothing.
pub(super) async fn complete(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    subject: &Subject,
    number: u64,
    operation: &OperationId,
    language: Language,
) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let receipt = records.complete_decision(school, &subject.entry.id, number).await?;
    let how = match receipt.how {
        How::Spoken { .. } => EnteredFrom::Spoken,
        How::Paper { .. } | How::Online => EnteredFrom::Paper,
    };
    let entered = AuditEvent::DecisionEntered { child: subject.entry.id.clone(), how };
    let mut batch = Batch::default();
    batch.add(&records.audit(school), &entered, operation)?;
    records.append_all(&batch).await?;
    tell(office, colleague, subject, &receipt, operation, language).await
}

/// Tells whoever decided, if they have an e-mail address: they see at once if it was typed in wrongly.
async fn tell(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    subject: &Subject,
    receipt: &Receipt,
    operation: &OperationId,
    language: Language,
) -> Result<(), Problem> {
    let guest = colleague.guest();
    let holder = subject.holders.iter().find(|holder| holder.id == receipt.by.contact);
    let Some(to) = holder.and_then(|holder| holder.facts.e_mail.clone()) else { return Ok(()) };
    let words = Words::new(language);
    let line =
        |given: &records::ReceiptAnswer| ReceiptLine { purpose: given.wording.title.clone(), answer: given.answer };
    let child = ChildReceipt {
        initial: subject.entry.called().chars().next().unwrap_or('?'),
        answers: receipt.answers.iter().map(line).collect(),
        withdrawal: receipt.withdrawal,
        reference: receipt.reference.clone(),
        fingerprint: receipt.fingerprint()?,
    };
    let address = guest.desk().settings().public_address()?;
    let message = ReceiptLetter {
        school: guest.school()?.name().get(language),
        recorded_at: receipt.recorded_at,
        children: &[child],
        verify_address: &address.at(&guest.at("receipts")?),
        consent_address: &address.at(&guest.at("consent")?),
    }
    .write(words);
    let letter = Letter {
        id: operation.clone(),
        school: colleague.school()?.clone(),
        contact: Some(receipt.by.contact.clone()),
        to,
        message,
    };
    office.send(guest, &letter).await.map(drop)
}
