//! Ending a contact: what that means is said before it is done.

use pages::{Body, Bullets, Button, ButtonRow, Form, Heading, LinkButton, Paragraph};
use reception::{Colleague, Problem};
use school_types::{ChildId, ContactId};
use web::{Refusal, Response};

use super::{known::Known, save};
use crate::form::operation;

/// Asks.
pub(super) async fn show(
    colleague: &Colleague<'_, '_>,
    child: &ChildId,
    contact: &ContactId,
) -> Result<Response, Problem> {
    let known = Known::of(colleague, child, contact).await?;
    known.listed.as_ref().ok_or(Refusal::NotFound)?;
    let guest = colleague.guest();
    let w = guest.words();
    let back = guest.at(&format!("office/children/{child}"))?;
    let (name, pupil) = (known.name(w), known.pupil.facts.name.full());
    let others = known.facts.as_ref().map_or(0, |facts| facts.children.iter().filter(|other| *other != child).count());
    let sign_in = if others > 0 { w.contact_end_stays(others as u64) } else { w.contact_end_signs_out().to_owned() };
    let form = Form::post(format!("{back}/contacts/{contact}/end"), colleague.token())
        .operation(&colleague.operation()?)
        .with(
            ButtonRow::new()
                .with(Button::warning(w.contact_end()))
                .with(LinkButton::quiet(w.office_edit_leave(), back.as_str())),
        );
    let body = Body::new()
        .with(Heading::page(w.contact_end_title(&name, &pupil)))
        .with(Paragraph::lead(w.contact_end_lead()))
        .with(Bullets::new([w.contact_end_decides().to_owned(), sign_in, w.contact_end_answers().to_owned()]))
        .with(form);
    Ok(colleague.page(&colleague.chrome(w.contact_end_title(&name, &pupil))?.back(back), body))
}

/// Ends it. Sent again, it finishes what a crash left.
pub(super) async fn end(
    colleague: &Colleague<'_, '_>,
    child: &ChildId,
    contact: &ContactId,
) -> Result<Response, Problem> {
    let form = colleague.form()?;
    let operation = operation(&form)?;
    let known = Known::of(colleague, child, contact).await?;
    if known.listed.is_some() || known.knows(&operation) {
        save::end(colleague, &known, &operation).await?;
    }
    Ok(web::see_other(&colleague.guest().at(&format!("office/children/{child}?contact=ended"))?)?)
}
