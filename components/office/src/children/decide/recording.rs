//! Recording what the office entered: the decision, its receipt, the trail, and a letter to whoever decided.

use decisions::{ChildAnswers, DecisionError, Given, ReceiptPost, ReceiptedChild, Recorded, Recording};
use permission_rules::{Decider, How};
use reception::{Colleague, Problem};
use records::{AuditEvent, Batch, EnteredFrom, Receipt};
use school_types::{Language, OperationId};
use web::Refusal;
use words::Words;

use super::{Entered, Subject};
use crate::Office;

/// Records it, and answers whether it counts: where whoever decided has said no meanwhile, nothing of it does. When this
/// returns, everything is durable; when it fails, the form sent again completes what is missing.
pub(super) async fn record_it(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    subject: &Subject,
    entered: &Entered<'_>,
    operation: &OperationId,
) -> Result<bool, Problem> {
    let by = Decider {
        contact: entered.holder.id.clone(),
        relation: entered.holder.relation.clone(),
        parental_responsibility: true,
    };
    let given =
        entered.answers.iter().map(|(purpose, answer)| Given { purpose, answer: *answer, language: entered.language });
    let child = ChildAnswers {
        child: &subject.entry.id,
        has_left: subject.entry.left.is_some(),
        by: &by,
        permissions: &subject.permissions,
        given: given.collect(),
        pupil_view: entered.view,
    };
    let recording = Recording {
        records: colleague.records(),
        school: colleague.guest().school()?,
        operation,
        how: entered.how.clone(),
        withdrawal: entered.withdrawal,
    };
    let recorded = recording.record(&[child]).await.map_err(|error| match error {
        // Only a page made up by hand can come to this, or a purpose changed while the page was open.
        DecisionError::Rule(_) => Problem::from(Refusal::BadForm),
        DecisionError::Records(error) => error.into(),
    })?;
    for recorded in recorded {
        let Recorded::Taken(receipt) = recorded else { return Ok(false) };
        enter(office, colleague, subject, &receipt, operation, entered.language).await?;
    }
    Ok(true)
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
    let receipt = colleague.records().complete_decision(colleague.school()?, &subject.entry.id, number).await?;
    enter(office, colleague, subject, &receipt, operation, language).await
}

/// Puts it on the trail, and tells whoever decided.
async fn enter(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    subject: &Subject,
    receipt: &Receipt,
    operation: &OperationId,
    language: Language,
) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let how = match receipt.how {
        How::Spoken { .. } => EnteredFrom::Spoken,
        How::Paper { .. } | How::Online => EnteredFrom::Paper,
    };
    let entered = AuditEvent::DecisionEntered { child: subject.entry.id.clone(), how };
    let mut batch = Batch::default();
    batch.add(&records.audit(school), &entered, operation)?;
    records.append_all(&batch).await?;
    tell(office, colleague, subject, receipt, operation, language).await
}

/// Tells whoever decided, if they have an email address: they see at once if it was typed in wrongly.
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
    let address = guest.desk().settings().public_address()?;
    let post = office.post(guest);
    let outcome = ReceiptPost {
        post: &post,
        school: guest.school()?,
        words: Words::new(language),
        to: holder.and_then(|holder| holder.facts.e_mail.as_ref()),
        verify_address: &address.at(&guest.at("receipts")?),
        consent_address: &address.at(&guest.at("consent")?),
    }
    .send(operation, &[ReceiptedChild { called: subject.entry.called(), receipt }])
    .await?;
    outcome.iter().for_each(crate::entry::note_given_up);
    Ok(())
}
