//! Closing the account of somebody who leaves.

use pages::{Body, Button, ButtonRow, Form, Heading, Notice, Paragraph};
use reception::{Colleague, Problem};
use records::{AccountChange, AuditEvent};
use web::{Refusal, Response};

use super::person::Person;

/// Asks once more.
pub(super) fn show(colleague: &Colleague<'_, '_>, person: &Person) -> Result<Response, Problem> {
    if person.account.has_left() {
        return Err(Refusal::NotFound.into());
    }
    let (chrome, body) = form(colleague, person, false)?;
    Ok(colleague.page(&chrome, body))
}

fn form(colleague: &Colleague<'_, '_>, person: &Person, is_last: bool) -> Result<(pages::Chrome, Body), Problem> {
    let w = colleague.guest().words();
    let title = w.staff_leave_title(&person.name);
    let mut body = Body::new().with(Heading::page(&title));
    if is_last {
        body = body.with(Notice::care().with(Paragraph::new(w.staff_person_last_administrator())));
    }
    let form = Form::post(person.at(colleague, "/leave")?, colleague.token())
        .operation(&colleague.operation()?)
        .with(ButtonRow::new().with(Button::warning(w.staff_leave_do())));
    let body = body.with(Paragraph::lead(w.staff_leave_text())).with(form);
    Ok((colleague.chrome(&title)?.back(person.at(colleague, "")?), body))
}

/// Closes it.
pub(super) async fn leave(colleague: &Colleague<'_, '_>, person: &Person) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let operation = crate::form::operation(&fields)?;
    let (records, school) = (colleague.records(), colleague.school()?);
    match records.close_account(school, &person.id, &operation).await? {
        AccountChange::Made => {}
        AccountChange::LastAdministrator => {
            let (chrome, body) = form(colleague, person, true)?;
            return Ok(colleague.guest().page_with_errors(chrome, body));
        }
        AccountChange::NoAccount => return Err(Refusal::NotFound.into()),
    }
    let event = AuditEvent::StaffLeft { staff: person.id.clone() };
    records.audit(school).append(&event, Some(&operation)).await?;
    Ok(web::see_other(&colleague.guest().at("office/staff?done=left")?)?)
}
