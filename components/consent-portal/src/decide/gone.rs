//! Answers that are for nobody any more.

use pages::{Body, ButtonRow, Heading, LinkButton, Paragraph};
use reception::Problem;
use web::Response;

use crate::parent::Parent;

/// Says that they were not sent, and why that may be.
pub(crate) fn show(parent: &Parent<'_, '_>) -> Result<Response, Problem> {
    let w = parent.guest.words();
    let children = parent.guest.at("consent/children")?;
    let body = Body::new()
        .with(Heading::page(w.since_gone_title()))
        .with(Paragraph::lead(w.since_gone_text()))
        .with(ButtonRow::new().with(LinkButton::primary(w.done_back(), children)));
    Ok(parent.page(&parent.chrome(w.since_gone_title())?, body))
}
