//! What was recorded.

use pages::{Body, Bullets, ButtonRow, Confirmation, Heading, LinkButton, Notice, Paragraph, PrintButton};
use reception::Problem;
use records::Receipt;
use school_types::OperationId;
use web::{Refusal, Response};

use crate::{parent::Parent, receipt};

/// The query of somebody who came back to answers they had sent: `?sent=before`.
pub(crate) const SENT_BEFORE: (&str, &str) = ("sent", "before");

/// The receipts of an operation: one for each of one's children that it was about. Opening it again, or going back and sending again,
/// shows the same. Another person's operation is as absent as one that never was (R7).
pub(crate) async fn show(parent: &Parent<'_, '_>, operation: &OperationId) -> Result<Response, Problem> {
    let w = parent.guest.words();
    let school = parent.school()?;
    let children = parent.children().await?;
    let found = futures::future::try_join_all(children.iter().map(|ours| async move {
        let reference = parent.records.reference(school, operation, &ours.id);
        parent.records.receipt(school, &reference).await
    }));
    let own = |receipt: &Receipt| receipt.by.contact == parent.contact;
    let receipts: Vec<_> =
        children.iter().zip(found.await?).filter_map(|(ours, receipt)| Some((ours, receipt.filter(own)?))).collect();
    if receipts.is_empty() {
        return Err(Refusal::NotFound.into());
    }
    let copy = if parent.facts.e_mail.is_some() { w.done_next_email() } else { w.done_next_no_email() };
    let mut body = Body::new().with(Confirmation::new(w.done_title()).lead(w.done_lead(receipts.len() as u64)));
    let (name, value) = SENT_BEFORE;
    if parent.guest.request().query().has(name, value) {
        body = body.with(Notice::info().with(Paragraph::new(w.done_already())));
    }
    for (ours, receipt) in &receipts {
        // With the answers: whoever has no email prints this page.
        body = body.with(receipt::slip(parent, ours, receipt)?).with(receipt::answers(w, receipt));
        let page = parent.guest.at(&format!("consent/receipt/{}", receipt.reference))?;
        body = body.with(ButtonRow::new().with(LinkButton::quiet(w.done_whole_receipt(ours.called()), page)));
    }
    let body = body
        .with(Heading::section(w.done_next_title()))
        .with(Bullets::new([w.done_next_now(), copy, w.done_next_change()]))
        .with(
            ButtonRow::new()
                .with(LinkButton::primary(w.done_back(), parent.guest.at("consent/children")?))
                .with(PrintButton::new(w)),
        );
    Ok(parent.page(&parent.chrome(w.done_title())?, body))
}
