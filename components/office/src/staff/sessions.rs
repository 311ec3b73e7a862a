//! Where somebody is signed in, and ending it.

use pages::{Body, Button, ButtonRow, Empty, Form, Heading};
use reception::{Colleague, Problem};
use records::AuditEvent;
use web::{Refusal, Response};

use super::person::Person;
use crate::account::{chosen_sessions, sessions_table};

/// The part of a person's page.
pub(super) async fn part(colleague: &Colleague<'_, '_>, person: &Person) -> Result<Body, Problem> {
    let w = colleague.guest().words();
    let body = Body::new().with(Heading::section(w.staff_person_sessions(&person.name)));
    let open = colleague.records().open_staff_sessions(colleague.school()?, &person.id, &person.account).await?;
    if open.is_empty() {
        let text = w.staff_person_no_sessions_text(&person.name);
        return Ok(body.with(Empty::new(w.staff_person_no_sessions(), text)));
    }
    let action = person.at(colleague, "/sessions")?;
    let all = Form::post(action.clone(), colleague.token())
        .hidden("session", "others")
        .with(ButtonRow::new().with(Button::secondary(w.staff_person_end_all())));
    Ok(body.with(sessions_table(w, &open, Some(colleague), &action, &colleague.token())).with(all))
}

/// Ends one, or all. One's own session here goes on: one signs out of it.
pub(super) async fn end(colleague: &Colleague<'_, '_>, person: &Person) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let which = fields.one("session").map_err(|_| Refusal::BadForm)?;
    let (records, school) = (colleague.records(), colleague.school()?);
    let open = records.open_staff_sessions(school, &person.id, &person.account).await?;
    let chosen = chosen_sessions(open, which, &colleague.session().session)?;
    for session in &chosen {
        records.end_staff_session(school, &person.id, &session.session).await?;
    }
    if !chosen.is_empty() && person.id != *colleague.id() {
        records.audit(school).append(&AuditEvent::SessionsEnded { staff: person.id.clone() }, None).await?;
    }
    Ok(web::see_other(&person.at(colleague, "?done=sessions")?)?)
}
