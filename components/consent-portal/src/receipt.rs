//! Receipts, to read, print and keep.

use pages::{Answers, Body, Bullets, ButtonRow, Heading, LinkButton, Paragraph, PrintButton, Receipt as Slip};
use permission_rules::{ChildPermissions, How, PermissionEvent};
use reception::Problem;
use records::{Entry, Receipt};
use school_types::Reference;
use web::{Refusal, Response};

use crate::{
    parent::{Ours, Parent},
    said,
};

/// A receipt of theirs, with the child it is about.
///
/// # Errors
/// [`Refusal::NotFound`] for a receipt given to somebody else, also to the child's other parent (R7).
async fn theirs(parent: &Parent<'_, '_>, reference: &Reference) -> Result<(Ours, Receipt), Problem> {
    let receipt = match parent.records.receipt(parent.school()?, reference).await? {
        Some(receipt) => Some(receipt),
        None => unfinished(parent, reference).await?,
    };
    let receipt = receipt.filter(|receipt| receipt.by.contact == parent.contact).ok_or(Refusal::NotFound)?;
    Ok((parent.child(&receipt.child).await?, receipt))
}

/// The receipt of a decision of theirs whose writer died before it could be found: whoever finds it completes it.
async fn unfinished(parent: &Parent<'_, '_>, reference: &Reference) -> Result<Option<Receipt>, Problem> {
    let school = parent.school()?;
    for ours in parent.children().await? {
        let (history, permissions) =
            parent.records.permission(school, &ours.id).read_and_fold::<ChildPermissions>().await?;
        let is_it = |entry: &&Entry<PermissionEvent>| match &entry.event {
            PermissionEvent::Decided(decision) => {
                decision.reference == *reference && decision.by.contact == parent.contact
            }
            _ => false,
        };
        let counts = |entry: &&Entry<PermissionEvent>| !permissions.value.is_overtaken(entry.number);
        if let Some(entry) = history.iter().filter(counts).find(is_it) {
            return Ok(Some(parent.records.complete_decision(school, &ours.id, entry.number).await?));
        }
    }
    Ok(None)
}

/// The part of a receipt that fits on a slip.
pub(crate) fn slip(parent: &Parent<'_, '_>, ours: &Ours, receipt: &Receipt) -> Result<Slip, Problem> {
    let w = parent.guest.words();
    let name = parent.facts.name.reveal();
    let how = match &receipt.how {
        How::Online => w.receipt_how_online().to_owned(),
        How::Paper { dated, .. } => w.receipt_how_paper(&w.date(*dated)),
        How::Spoken { dated, .. } => w.receipt_how_spoken(&w.date(*dated)),
    };
    let time = w.date_time(receipt.recorded_at);
    let mut slip = Slip::new(w, receipt.reference.clone(), time, receipt.fingerprint()?)
        .row(w.receipt_for(), ours.facts.name.full())
        .row(w.receipt_by(), w.receipt_by_you(name, &receipt.by.relation.0))
        .row(w.receipt_how(), how);
    if let Some(removal) = receipt.withdrawal {
        slip = slip.row(w.receipt_withdrawal(), said::removal(w, removal));
    }
    Ok(slip)
}

/// What was said, question by question.
pub(crate) fn answers(w: words::Words, receipt: &Receipt) -> Answers {
    let mut answers = Answers::new(w);
    for given in &receipt.answers {
        answers = answers.row(given.wording.title.as_str(), said::answer(w, given.answer));
    }
    match receipt.pupil_view {
        Some(view) => answers.row(w.receipt_view(), said::view(w, view)),
        None => answers,
    }
}

/// The whole receipt.
pub(crate) async fn show(parent: &Parent<'_, '_>, reference: &Reference) -> Result<Response, Problem> {
    let (ours, receipt) = theirs(parent, reference).await?;
    let w = parent.guest.words();
    let mut wordings = Body::new();
    for given in &receipt.answers {
        // Open, because what is closed is not printed.
        wordings = wordings
            .with(Heading::part(given.wording.title.as_str()))
            .with(said::facts(w, &given.wording))
            .with(Paragraph::soft(said::basis(w, given.wording.basis)))
            .with(Paragraph::soft(w.receipt_wording(&w.number(u64::from(given.wording.version)))));
    }
    let file = parent.guest.at(&format!("consent/receipt/{reference}/file"))?;
    let body = Body::new()
        .with(Heading::page(w.receipt_title()))
        .with(slip(parent, &ours, &receipt)?)
        .with(Heading::section(w.receipt_answers()))
        .with(answers(w, &receipt))
        .with(ButtonRow::new().with(PrintButton::new(w)).with(LinkButton::secondary(w.receipt_file(), file)))
        .with(Heading::section(w.receipt_wordings_title()))
        .with(wordings)
        .with(Heading::section(w.receipt_check_title()))
        .with(Bullets::new([w.receipt_check_here(), w.receipt_check_without()]));
    let back = parent.guest.at(&format!("consent/child/{}", ours.id))?;
    Ok(parent.page(&parent.chrome(w.receipt_title())?.back(back), body))
}

/// The file whose SHA-256 is the fingerprint.
pub(crate) async fn file(parent: &Parent<'_, '_>, reference: &Reference) -> Result<Response, Problem> {
    let (_, receipt) = theirs(parent, reference).await?;
    Ok(web::download(receipt.file()?, "application/json", &format!("receipt-{reference}.json")))
}
