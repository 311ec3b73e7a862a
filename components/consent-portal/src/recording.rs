//! Recording what a parent decided on their own page, and sending them the receipts.

use decisions::{
    Appended, ChildAnswers, DecisionError, Given, ReceiptPost, ReceiptedChild, Recorded as Outcome, Recording,
    wait_to_agree,
};
use permission_rules::{Answer, ChildPermissions, Decision, How, PupilView, Removal};
use reception::Problem;
use records::{Folded, Receipt};
use school_types::{ChildId, OperationId};
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

/// What became of answers.
#[derive(Default)]
pub(crate) struct Recorded {
    /// The places of those that came too late: whoever sent them has said no meanwhile, and is to be asked again.
    pub(crate) too_late: Vec<usize>,
    /// Their next page knows that the form is finished.
    pub(crate) is_finished: bool,
}

/// Records the answers for each child under `operation`, and sends the receipts. When this returns, everything that was not too
/// late is durable; when it fails, sending the form again completes what is missing.
pub(crate) async fn record(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    operation: &OperationId,
    withdrawal: Option<Removal>,
    answered: Vec<Answered<'_>>,
) -> Result<Recorded, Problem> {
    let takes_back = |answered: &Answered<'_>| {
        answered.given.iter().all(|given| matches!(given.answer, Answer::Refuse | Answer::Object))
    };
    if withdrawal.is_none() {
        for answered in answered.iter().filter(|answered| !takes_back(answered)) {
            limit_agreeing(parent, answered.ours).await?;
        }
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
    let recorded = recording.record_and_fold(&children).await.map_err(|error| match error {
        // Only a page made up by hand can come to this: every one of ours offers what the rules allow.
        DecisionError::Rule(_) => Problem::from(Refusal::BadForm),
        DecisionError::Records(error) => error.into(),
    })?;
    let mut receipts = Vec::new();
    let (mut too_late, mut appended) = (Vec::new(), Vec::new());
    for (place, (ours, (outcome, new))) in ours.into_iter().zip(recorded).enumerate() {
        match outcome {
            Outcome::Taken(receipt) => receipts.push((ours, *receipt)),
            Outcome::TooLate => too_late.push(place),
        }
        appended.extend(new.map(|Appended(permissions)| (&ours.id, permissions)));
    }
    send_receipts(portal, parent, operation, &receipts).await?;
    let finished: &[OperationId] = if too_late.is_empty() { std::slice::from_ref(operation) } else { &[] };
    // All is recorded; where this cannot be kept their next page reads it.
    let is_kept = keep(parent, &appended, finished).await.unwrap_or(false);
    Ok(Recorded { is_finished: is_kept && too_late.is_empty(), too_late })
}

/// Keeps what their next page needs, where this request had it.
async fn keep(
    parent: &Parent<'_, '_>,
    appended: &[(&ChildId, Folded<ChildPermissions>)],
    finished: &[OperationId],
) -> Result<bool, Problem> {
    let (family, school) = (&parent.family, parent.school()?);
    let Some(mut children) = family.children.clone().filter(|_| !appended.is_empty()) else { return Ok(false) };
    for (id, permissions) in appended {
        let same = children.iter_mut().filter(|child| child.id == **id);
        same.for_each(|child| child.permissions = permissions.clone());
    }
    let changes = appended.len() as u64;
    Ok(parent.records.keep_family_after(school, &parent.contact, family, &children, changes, finished).await?)
}

/// # Errors
/// [`Refusal::TooMany`] where whoever is signed in agreed for a child too often of late; nothing was written then.
async fn limit_agreeing(parent: &Parent<'_, '_>, ours: &Ours) -> Result<(), Problem> {
    let (records, school) = (&parent.records, parent.school()?);
    match wait_to_agree(records, school, &ours.id, &parent.contact, &ours.permissions).await? {
        Some(wait) => {
            Err(Refusal::TooMany { retry_after: u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).max(1) }.into())
        }
        None => Ok(()),
    }
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
    let letter = ReceiptPost {
        post: &post,
        school: guest.school()?,
        words: guest.words(),
        to: parent.facts.e_mail.as_ref(),
        verify_address: &address.at(&guest.at("receipts")?),
        consent_address: &address.at(&guest.at("consent")?),
    }
    .letter(operation, &children)?;
    match letter {
        Some(letter) => portal.send_receipt(guest, letter).await,
        None => Ok(()),
    }
}
