//! Setting an account back, for somebody who has lost passphrase or telephone.

use pages::{Body, Button, ButtonRow, ErrorSummary, Form, Heading, LinkButton, Notice, Paragraph};
use reception::{Colleague, Problem};
use web::{Refusal, Response};

use super::{invite, person::Person};
use crate::Office;

/// Asks once more.
pub(super) fn show(colleague: &Colleague<'_, '_>, person: &Person) -> Result<Response, Problem> {
    let (chrome, body) = form(colleague, person, false)?;
    Ok(colleague.page(&chrome, body))
}

fn form(
    colleague: &Colleague<'_, '_>,
    person: &Person,
    is_how_missing: bool,
) -> Result<(pages::Chrome, Body), Problem> {
    if person.account.has_left() {
        return Err(Refusal::NotFound.into());
    }
    let w = colleague.guest().words();
    let title = w.staff_reset_title(&person.name);
    let chrome = colleague.chrome(&title)?.back(person.at(colleague, "")?);
    let body = Body::new();
    // Whoever sets their own account back would lock themself out, and a stranger at their desk would set up their own telephone.
    if person.id == *colleague.id() {
        let back = LinkButton::secondary(w.staff_back_to_person(&person.name), person.at(colleague, "")?);
        let body = body
            .with(Heading::page(w.staff_person_reset()))
            .with(Paragraph::lead(w.staff_person_reset_yourself()))
            .with(ButtonRow::new().with(back));
        return Ok((chrome, body));
    }
    let missing = is_how_missing.then(|| w.staff_add_send_missing());
    let body = match missing {
        Some(missing) => body.with(ErrorSummary::new(w).with("how", missing)),
        None => body,
    };
    let form = Form::post(person.at(colleague, "/reset")?, colleague.token())
        .operation(&colleague.operation()?)
        .with(invite::how(w, None, missing))
        .with(ButtonRow::new().with(Button::warning(w.staff_reset_do())));
    let body = body
        .with(Heading::page(&title))
        .with(Paragraph::lead(w.staff_reset_text()))
        .with(Notice::care().with(Paragraph::new(w.staff_reset_care())))
        .with(form);
    Ok((chrome, body))
}

/// Sets it back and invites anew.
pub(super) async fn reset(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    person: &Person,
) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let operation = crate::form::operation(&fields)?;
    if person.id == *colleague.id() {
        let (chrome, body) = form(colleague, person, false)?;
        return Ok(colleague.guest().page_with_errors(chrome, body));
    }
    let Ok(how) = invite::read(&fields) else {
        let (chrome, body) = form(colleague, person, true)?;
        return Ok(colleague.guest().page_with_errors(chrome, body));
    };
    invite::make(office, colleague, person, how, true, &operation).await
}
