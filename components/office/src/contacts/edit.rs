//! Changing a contact. Two may do so at once: single fields are changed, and whoever comes second to a field is shown what the
//! first did before theirs takes its place.

use pages::{
    Body, Button, ButtonRow, Details as Folded, ErrorSummary, Form, Heading, LinkButton, Notice, Paragraph, Timeline,
};
use reception::{Colleague, Problem};
use records::{ContactChange, ContactField};
use school_types::{ChildId, ContactId, OperationId};
use web::{Refusal, Response};
use words::Words;

use super::{
    form::{Typed, Warning, fields, read},
    known::{Details, Known, Responsible, Version},
    save,
};
use crate::{
    children::history::{Changed, Names},
    form::{Wrong, operation},
};

const VERSION: &str = "version";

/// The form.
pub(super) async fn show(
    colleague: &Colleague<'_, '_>,
    child: &ChildId,
    contact: &ContactId,
) -> Result<Response, Problem> {
    let known = Known::of(colleague, child, contact).await?;
    let typed = Typed::of(&known.details().ok_or(Refusal::NotFound)?);
    let shown = Shown { typed: &typed, wrong: &[], notice: None, warning: None };
    let (chrome, body) = page(colleague, &known, &shown, &colleague.operation()?).await?;
    Ok(colleague.page(&chrome, body))
}

/// How the form is shown.
struct Shown<'a> {
    typed: &'a Typed,
    wrong: &'a [Wrong],
    notice: Option<Notice>,
    warning: Option<&'a Warning>,
}

async fn page(
    colleague: &Colleague<'_, '_>,
    known: &Known,
    shown: &Shown<'_>,
    operation: &OperationId,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let back = guest.at(&format!("office/children/{}", known.pupil.id))?;
    let here = format!("{back}/contacts/{}", known.contact);
    let mut body = Body::new();
    if !shown.wrong.is_empty() {
        let summary = shown.wrong.iter().fold(ErrorSummary::new(w), |all, (field, said)| all.with(*field, *said));
        body = body.with(summary);
    }
    if let Some(notice) = &shown.notice {
        body = body.with(notice);
    }
    if let Some(warning) = shown.warning {
        body = body.with(warning.notice(w));
    }
    let title = w.contact_edit_title();
    body = body
        .with(Heading::page(title).caption(w.contact_of(&known.name(w), &known.pupil.facts.name.full())))
        .with(Paragraph::lead(w.contact_edit_lead()));
    let others = known.facts.as_ref().map_or(0, |facts| facts.children.len());
    if others > 1 {
        body = body.with(Paragraph::new(w.contact_edit_all(others as u64)));
    }
    let mut form = Form::post(here.as_str(), colleague.token())
        .operation(operation)
        .hidden(VERSION, known.version.to_string())
        .with(fields(w, shown.typed, shown.wrong));
    if let Some(warning) = shown.warning {
        form = warning.box_to_tick(w, form);
    }
    let form = form.with(
        ButtonRow::new()
            .with(Button::primary(w.office_edit_save()))
            .with(LinkButton::quiet(w.office_edit_leave(), back.as_str())),
    );
    let names = Names::of_events(colleague, &known.of_contact, &known.of_child).await?;
    let changes: Vec<Changed> = changes(w, known);
    let body =
        body.with(form).with(ButtonRow::new().with(LinkButton::quiet(w.contact_end(), format!("{here}/end")))).with(
            Folded::new(w.office_child_changes()).with(Timeline::new(changes.iter().map(|one| one.shown(w, &names)))),
        );
    Ok((colleague.chrome(title)?.back(back), body))
}

/// What happened to a contact, the newest first.
fn changes(w: Words, known: &Known) -> Vec<Changed> {
    let mut changes: Vec<Changed> = Vec::new();
    for event in &known.of_contact {
        let what = match &event.event {
            records::ContactEvent::Edited(changes) | records::ContactEvent::Corrected(changes) => {
                changes.iter().filter_map(|change| one(w, change)).collect::<Vec<_>>().join("; ")
            }
            records::ContactEvent::Listed(_) | records::ContactEvent::Added(_) => w.contact_happened_added().to_owned(),
            records::ContactEvent::Removed | records::ContactEvent::Ended => w.contact_happened_ended().to_owned(),
        };
        if !what.is_empty() {
            changes.push(Changed { at: event.at, by: event.by.clone(), what });
        }
    }
    changes.extend(Changed::of_listing(w, &known.of_child, &known.contact));
    changes.sort_by_key(|change| std::cmp::Reverse(change.at));
    changes
}

/// One change of a contact's own entry: `Email: odalys@example.org`.
fn one(w: Words, change: &ContactChange) -> Option<String> {
    let or_none = |text: Option<&String>| text.map_or_else(|| w.office_none().to_owned(), String::clone);
    let (field, value) = match change {
        ContactChange::Name(name) => (w.contact_name(), name.reveal().clone()),
        ContactChange::EMail(email) => (w.contact_email(), or_none(email.as_ref().map(|email| email.reveal()))),
        ContactChange::Telephone(number) => {
            (w.contact_telephone(), or_none(number.as_ref().map(|number| number.reveal())))
        }
        ContactChange::ChildAdded(_) | ContactChange::ChildRemoved(_) => return None,
    };
    Some(w.contact_field_is(field, &value))
}

/// What a field is now.
fn value(w: Words, details: &Details, field: ContactField) -> String {
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| w.office_none().to_owned());
    let (name, value) = match field {
        ContactField::Name => (w.contact_name(), details.name.clone()),
        ContactField::Relation => (w.contact_relation(), details.relation.clone()),
        ContactField::ParentalResponsibility => (
            w.contact_responsible(),
            match details.responsible {
                Responsible::Yes => w.contact_responsible_yes(),
                Responsible::No => w.contact_responsible_no(),
                Responsible::NotKnown => w.contact_responsible_not_known(),
            }
            .to_owned(),
        ),
        ContactField::EMail => (w.contact_email(), or_none(&details.email)),
        ContactField::Telephone => (w.contact_telephone(), or_none(&details.telephone)),
    };
    w.contact_field_is(name, &value)
}

/// Saves what was changed.
pub(super) async fn save(
    colleague: &Colleague<'_, '_>,
    child: &ChildId,
    contact: &ContactId,
) -> Result<Response, Problem> {
    let form = colleague.form()?;
    let operation = operation(&form)?;
    let version: Version = form.choice(VERSION).map_err(|_| Refusal::BadForm)?;
    let guest = colleague.guest();
    let w = guest.words();
    let known = Known::of(colleague, child, contact).await?;
    let address = guest.at(&format!("office/children/{child}"))?;
    let base = known.details_at(version).ok_or(Refusal::BadForm)?;
    let typed = Typed::sent(&form);
    let mut shown = Shown { typed: &typed, wrong: &[], notice: None, warning: None };
    let wanted = match read(w, &form) {
        Ok(wanted) => wanted,
        Err(wrong) => {
            shown.wrong = &wrong;
            let (chrome, body) = page(colleague, &known, &shown, &operation).await?;
            return Ok(guest.page_with_errors(chrome, body));
        }
    };
    let mine = base.differences(&wanted);
    let saved = format!("{address}?contact=saved");
    let Some(now) = known.details() else {
        // Ended meanwhile: there is nothing left to change.
        return Ok(web::see_other(&format!("{address}?contact=gone"))?);
    };
    // Theirs, with mine upon it: what others changed and I did not stays as they have it.
    let mut merged = now.clone();
    merged.take(&mine, &wanted);
    if known.knows(&operation) {
        save::change(colleague, &known, &base, (&mine, &merged), &operation).await?;
        return Ok(web::see_other(&saved)?);
    }
    if mine.is_empty() && known.facts.is_some() {
        return Ok(web::see_other(&format!("{address}?same=yes"))?);
    }
    let since = base.differences(&now);
    let clashing: Vec<ContactField> = mine
        .iter()
        .copied()
        .filter(|field| since.contains(field) && wanted.differences(&now).contains(field))
        .collect();
    if !clashing.is_empty() {
        let notice = clash(colleague, &known, version, &now, &clashing).await?;
        let typed = Typed::of(&merged);
        let shown = Shown { typed: &typed, wrong: &[], notice: Some(notice), warning: None };
        let (chrome, body) = page(colleague, &known, &shown, &operation).await?;
        return Ok(guest.page_with_errors(chrome, body));
    }
    if mine.contains(&ContactField::EMail)
        && let Some(warning) = Warning::of(colleague, wanted.email.as_ref(), Some(contact), &form).await?
    {
        shown.warning = Some(&warning);
        let (chrome, body) = page(colleague, &known, &shown, &operation).await?;
        return Ok(guest.page_with_errors(chrome, body));
    }
    save::change(colleague, &known, &base, (&mine, &merged), &operation).await?;
    Ok(web::see_other(&saved)?)
}

/// Who changed the same since the form was opened, and to what.
async fn clash(
    colleague: &Colleague<'_, '_>,
    known: &Known,
    version: Version,
    now: &Details,
    clashing: &[ContactField],
) -> Result<Notice, Problem> {
    let w = colleague.guest().words();
    let names = Names::of_events(colleague, &known.of_contact, &known.of_child).await?;
    let contact = known.of_contact.iter().filter(|event| event.number > version.contact);
    let child = known.of_child.iter().filter(|event| event.number > version.child);
    let last = contact.map(|event| (event.at, &event.by)).chain(child.map(|event| (event.at, &event.by)));
    let what: Vec<String> = clashing.iter().map(|field| value(w, now, *field)).collect();
    let mut notice = Notice::care().title(w.office_edit_clash());
    if let Some((at, by)) = last.max_by_key(|(at, _)| *at) {
        let said = w.office_edit_other(&names.asker(w, by), &w.date_time(at), &what.join("; "));
        notice = notice.with(Paragraph::new(said));
    }
    Ok(notice.with(Paragraph::new(w.office_edit_clash_text())))
}
