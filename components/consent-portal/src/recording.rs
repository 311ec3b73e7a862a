//! Recording what a parent decided on their own page, and sending them the receipts.

use std::io::Write;

use decisions::{ChildAnswers, DecisionError, Given, ReceiptPost, ReceiptedChild, Recorded, Recording};
use letters::Outcome;
use permission_rules::{Answer, Decision, How, PupilView, Removal};
use reception::Problem;
use records::Receipt;
use school_types::OperationId;
use vault::{Domain, Scope};
use web::Refusal;

use crate::{
    entry::Portal,
    parent::{Ours, Parent},
};

/// What is about to be recorded for one child of theirs.
pub(crate) struct Answered<'a> {
    pub(crate) ours: &'a Ours,
    pub(crate) given: Vec<Given<'a>>,
    pub(crate) pupil_view: Option<PupilView>,
}

/// Records the answers for each child under `operation`, and sends the receipts. Answers the places of those that came too
/// late: whoever sent them has said no meanwhile, and is to be asked again. When this returns, everything else is durable;
/// when it fails, sending the form again completes what is missing.
pub(crate) async fn record(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    operation: &OperationId,
    withdrawal: Option<Removal>,
    answered: Vec<Answered<'_>>,
) -> Result<Vec<usize>, Problem> {
    let takes_back = |answered: &Answered<'_>| {
        answered.given.iter().all(|given| matches!(given.answer, Answer::Refuse | Answer::Object))
    };
    if withdrawal.is_none() && !answered.iter().all(takes_back) {
        limit_changes(parent).await?;
    }
    let recording =
        Recording { records: &parent.records, school: parent.guest.school()?, operation, how: How::Online, withdrawal };
    let ours: Vec<&Ours> = answered.iter().map(|answered| answered.ours).collect();
    let children: Vec<ChildAnswers<'_>> = answered
        .into_iter()
        .map(|answered| ChildAnswers {
            child: &answered.ours.id,
            has_left: answered.ours.has_left,
            by: &answered.ours.decider,
            permissions: &answered.ours.permissions,
            given: answered.given,
            pupil_view: answered.pupil_view,
        })
        .collect();
    let recorded = recording.record(&children).await.map_err(|error| match error {
        // Only a page made up by hand can come to this: every one of ours offers what the rules allow.
        DecisionError::Rule(_) => Problem::from(Refusal::BadForm),
        DecisionError::Records(error) => error.into(),
    })?;
    let mut receipts = Vec::new();
    let mut too_late = Vec::new();
    for (place, (ours, recorded)) in ours.into_iter().zip(recorded).enumerate() {
        match recorded {
            Recorded::Taken(receipt) => receipts.push((ours, *receipt)),
            Recorded::TooLate => too_late.push(place),
        }
    }
    send_receipts(portal, parent, operation, &receipts).await?;
    Ok(too_late)
}

/// How often somebody may agree in an hour: a family of six who answers question by question comes to less. Each change is kept
/// for good and comes with a letter. Refusing and withdrawing have no limit: that must always be possible (UK GDPR art. 7(3)).
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

/// What an operation has become for a child.
pub(crate) enum Before {
    /// Nothing.
    New,
    /// Their own decision, with its number in the child's stream.
    Recorded(u64, Decision),
    /// Their own decision, which came too late and counts for nothing.
    TooLate,
}

/// What `operation` has become for a child of theirs.
///
/// # Errors
/// [`Refusal::BadForm`] for an operation of somebody else's.
pub(crate) async fn before(parent: &Parent<'_, '_>, ours: &Ours, operation: &OperationId) -> Result<Before, Problem> {
    let Some(number) = ours.permissions.number_of(operation) else { return Ok(Before::New) };
    let decision = parent.records.decision(parent.school()?, &ours.id, number).await?;
    match decision.filter(|decision| decision.by.contact == parent.contact) {
        Some(_) if ours.permissions.value.is_overtaken(number) => Ok(Before::TooLate),
        Some(decision) => Ok(Before::Recorded(number, decision)),
        None => Err(Refusal::BadForm.into()),
    }
}

/// The receipts of one sitting go in one letter. A family without email has them on the page only.
async fn send_receipts(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    operation: &OperationId,
    receipts: &[(&Ours, Receipt)],
) -> Result<(), Problem> {
    let guest = parent.guest;
    let address = guest.desk().settings().public_address()?;
    let children: Vec<_> =
        receipts.iter().map(|(ours, receipt)| ReceiptedChild { called: ours.called(), receipt }).collect();
    let post = portal.post(guest);
    let outcome = ReceiptPost {
        post: &post,
        school: guest.school()?,
        words: guest.words(),
        to: parent.facts.e_mail.as_ref(),
        verify_address: &address.at(&guest.at("receipts")?),
        consent_address: &address.at(&guest.at("consent")?),
    }
    .send(operation, &children)
    .await?;
    if let Some(Outcome::GivenUp { why }) = outcome {
        // Nobody can be told that the log could not be written.
        let _ = writeln!(std::io::stderr(), "a letter was given up: {why}");
    }
    Ok(())
}
