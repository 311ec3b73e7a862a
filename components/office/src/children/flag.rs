//! The do-not-photograph flag (R8): set and lifted by the safeguarding lead, without a reason, at once.

use pages::{Body, Button, ButtonRow, Form, Heading, Notice, Paragraph, Render};
use permission_rules::{ChildPermissions, PermissionEvent};
use reception::{Colleague, Problem};
use records::{AuditEvent, Batch};
use school_types::{ChildId, OperationId};
use web::{FormGuard, Refusal, Response};

use super::show::whole;

/// What the flag does, and the one button.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let whole = whole(colleague, id).await?;
    let name = whole.entry.facts.name.full();
    let decided = whole.decided.ok_or(Refusal::WrongPerson)?;
    let is_set = decided.permissions.value.is_flagged();
    let page = guest.at(&format!("office/children/{id}"))?;
    let (now, button) = if is_set {
        (w.office_flag_is_set(&name), Button::primary(w.office_flag_lift()).answer("flag", "lift"))
    } else {
        (w.office_flag_is_not_set(&name), Button::warning(w.office_flag_set()).answer("flag", "set"))
    };
    let mut body = Body::new();
    if guest.request().query().has("done", "yes") {
        body = body.with(Notice::success().with(Paragraph::new(w.office_flag_done())));
    }
    let form = Form::post(format!("{page}/flag"), colleague.token())
        .operation(&colleague.operation()?)
        .with(ButtonRow::new().with(button));
    let title = w.office_flag_title();
    let body = body
        .with(Heading::page(title).caption(&name))
        .with(Paragraph::lead(now))
        .with(Paragraph::new(w.office_flag_what()))
        .with(Paragraph::new(w.office_flag_reason()).render())
        .with(form);
    Ok(colleague.page(&colleague.chrome(title)?.back(page), body))
}

/// Sets or lifts it. From the moment it is written every page and sheet reads it. The same form twice is one fact.
pub(super) async fn set(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    whole(colleague, id).await?;
    let operation: OperationId = fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?;
    let set = match fields.one("flag") {
        Ok("set") => true,
        Ok("lift") => false,
        _ => return Err(Refusal::BadForm.into()),
    };
    let (records, school) = (colleague.records(), colleague.school()?);
    let stream = records.permission(school, id);
    let event = PermissionEvent::DoNotPhotograph { set, by: colleague.id().clone() };
    stream.append(&event, Some(&operation)).await?;
    stream.refresh::<ChildPermissions>().await?;
    let child = id.clone();
    let noted = if set { AuditEvent::FlagSet { child } } else { AuditEvent::FlagLifted { child } };
    // Under the same operation: the form sent again, after a crash in between, notes it once.
    let mut batch = Batch::default();
    batch.add(&records.audit(school), &noted, &operation)?;
    records.append_all(&batch).await?;
    Ok(web::see_other(&colleague.guest().at(&format!("office/children/{id}/flag?done=yes"))?)?)
}
