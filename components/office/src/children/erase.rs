//! Erasing everything about a child (UK GDPR art. 17): with the name typed out, and in plain words what stays and why.
//!
//! The do-not-photograph flag goes with everything else, and the next list brings the child back without it. So while it is
//! set, only a colleague who may lift it erases (R8).

use http::StatusCode;
use pages::{
    Body, Bullets, Button, ButtonRow, ErrorSummary, Form, Heading, LinkButton, Notice, Paragraph, Size, TextInput,
};
use reception::{Colleague, Problem};
use records::{AuditEvent, Batch};
use school_types::{ChildId, OperationId};
use web::{FormGuard, Refusal, Response};

use super::{
    list::forget_search,
    show::{Whole, whole},
};
use crate::roles;

/// What goes, what stays, and the field to type the name into.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let whole = whole(colleague, id).await?;
    if is_the_leads(colleague, &whole)? {
        return ask_first(colleague, &whole);
    }
    let (chrome, body) = page(colleague, &whole, "", None, &colleague.operation()?)?;
    Ok(colleague.page(&chrome, body))
}

fn page(
    colleague: &Colleague<'_, '_>,
    whole: &Whole,
    typed: &str,
    error: Option<&'static str>,
    operation: &OperationId,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let child = guest.at(&format!("office/children/{}", whole.entry.id))?;
    let name = whole.entry.facts.name.full();
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with("name", error));
    }
    body = body.with(Heading::page(w.office_erase_title()).caption(&name)).with(Paragraph::lead(w.office_erase_lead()));
    if whole.entry.left.is_none() {
        let notice = Notice::care().title(w.office_erase_here(&name));
        body = body.with(notice.with(Paragraph::new(w.office_erase_stays_system())));
    }
    let field = TextInput::new(w, "name", w.office_erase_confirm(&name))
        .size(Size::Middle)
        .autocomplete("off")
        .value(typed)
        .error(error);
    let form = Form::post(format!("{child}/erase"), colleague.token()).operation(operation).with(field).with(
        ButtonRow::new()
            .with(Button::warning(w.office_erase_button()))
            .with(LinkButton::quiet(w.office_edit_leave(), child.clone())),
    );
    let body = body
        .with(Heading::section(w.office_erase_goes()))
        .with(Bullets::new([w.office_erase_goes_entry(), w.office_erase_goes_decisions(), w.office_erase_goes_list()]))
        .with(Heading::section(w.office_erase_stays()))
        .with(Bullets::new([w.office_erase_stays_proof(), w.office_erase_stays_trail(), w.office_erase_stays_system()]))
        .with(form);
    Ok((colleague.chrome(w.office_erase_title())?.back(child), body))
}

/// Whether the safeguarding lead's flag is set, and this colleague is not the lead.
fn is_the_leads(colleague: &Colleague<'_, '_>, whole: &Whole) -> Result<bool, Problem> {
    let decided = whole.decided.as_ref().ok_or(Refusal::WrongPerson)?;
    Ok(decided.permissions.value.is_flagged() && !colleague.holds(roles::FLAG))
}

/// Says whom to ask, and no more than the child's page says.
fn ask_first(colleague: &Colleague<'_, '_>, whole: &Whole) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let child = guest.at(&format!("office/children/{}", whole.entry.id))?;
    let title = w.office_erase_ask();
    let flagged = Notice::care().title(w.office_holds_flagged()).with(Paragraph::new(w.office_child_flagged_text()));
    let body = Body::new()
        .with(Heading::page(title).caption(whole.entry.facts.name.full()))
        .with(Paragraph::lead(w.office_erase_ask_lead()))
        .with(flagged)
        .with(ButtonRow::new().with(LinkButton::primary(w.office_erase_ask_back(), child.clone())));
    let chrome = colleague.chrome(title)?.back(child);
    Ok(web::page(StatusCode::FORBIDDEN, pages::page(&chrome, body)))
}

/// A name as two people would agree it is the same: spaces and capitals aside.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Erases, once the name is typed. Sent again, it finishes what a crash left, and leads to the same page.
pub(super) async fn erase(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let guest = colleague.guest();
    let (records, school) = (colleague.records(), colleague.school()?);
    let operation: OperationId = fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?;
    let typed = fields.one("name").unwrap_or_default();
    match whole(colleague, id).await {
        Ok(whole) if is_the_leads(colleague, &whole)? => return ask_first(colleague, &whole),
        Ok(whole) if plain(typed) != plain(&whole.entry.facts.name.full()) => {
            let error = Some(guest.words().office_erase_wrong());
            let (chrome, body) = page(colleague, &whole, typed, error, &operation)?;
            return Ok(guest.page_with_errors(chrome, body));
        }
        Ok(_) => {}
        // Nothing is found any more where it was erased already, perhaps not to the end.
        Err(Problem::Refused(Refusal::NotFound)) if was_erased(colleague, id).await? => {}
        Err(problem) => return Err(problem),
    }
    letters::erase_child(records, school, id).await?;
    let mut batch = Batch::default();
    batch.add(&records.audit(school), &AuditEvent::Erased { child: id.clone() }, &operation)?;
    records.append_all(&batch).await?;
    forget_search(guest)?;
    Ok(web::see_other(&guest.at("office/children?erased=yes")?)?)
}

/// Whether the proof of an erasure names this child.
async fn was_erased(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<bool, Problem> {
    let erasures = colleague.records().erasures(colleague.school()?).read().await?;
    Ok(erasures.iter().any(|entry| entry.event.child == *id))
}
