//! Adding a contact. Whoever shares an address with somebody the school knows may be that person: a mother who is listed for a
//! brother already.

use pages::{Body, Button, ButtonRow, ErrorSummary, Form, Heading, LinkButton, Notice, Paragraph, Radios};
use reception::{Colleague, Problem};
use records::{Child, contact_id};
use school_types::{ChildId, ContactId, OperationId};
use web::{Refusal, Response};

use super::{
    form::{Typed, Warning, fields, read},
    save,
};
use crate::{
    form::{Wrong, operation},
    pupils::Entry,
};

/// Who it is, where others have the address too: one of them, or somebody new.
const PERSON: &str = "person";
const NEW: &str = "new";

async fn pupil(colleague: &Colleague<'_, '_>, child: &ChildId) -> Result<Entry, Problem> {
    let found = colleague.records().child(colleague.school()?, child).fold::<Child>().await?.value;
    Ok(Entry::of(child.clone(), &found).ok_or(Refusal::NotFound)?)
}

/// The form.
pub(super) async fn show(colleague: &Colleague<'_, '_>, child: &ChildId) -> Result<Response, Problem> {
    let pupil = pupil(colleague, child).await?;
    let (chrome, body) = page(colleague, &pupil, &Typed::default(), &[], None, &colleague.operation()?)?;
    Ok(colleague.page(&chrome, body))
}

fn page(
    colleague: &Colleague<'_, '_>,
    pupil: &Entry,
    typed: &Typed,
    wrong: &[Wrong],
    warning: Option<&Warning>,
    operation: &OperationId,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let back = guest.at(&format!("office/children/{}", pupil.id))?;
    let mut summary = ErrorSummary::new(w);
    for (field, message) in wrong {
        summary = summary.with(*field, *message);
    }
    let mut form =
        Form::post(format!("{back}/contacts"), colleague.token()).operation(operation).with(fields(w, typed, wrong));
    let mut notice: Option<Notice> = None;
    if let Some(warning) = warning {
        notice = Some(warning.notice(w));
        let others: Vec<_> = warning.shared.iter().filter(|(id, _)| !is_listed(pupil, id)).collect();
        if others.is_empty() {
            form = warning.box_to_tick(w, form);
        } else {
            let mut person = Radios::new(w, PERSON, w.contact_person()).hint(w.contact_person_hint());
            for (id, name) in others {
                person = person.choice(id.as_str(), w.contact_person_known(name));
            }
            let error = wrong.iter().find(|(field, _)| *field == PERSON).map(|(_, said)| *said);
            form = warning.seen(form).with(person.choice(NEW, w.contact_person_new()).error(error));
        }
    }
    let form = form.with(
        ButtonRow::new()
            .with(Button::primary(w.contact_add()))
            .with(LinkButton::quiet(w.office_edit_leave(), back.as_str())),
    );
    let title = w.contact_add_title();
    let mut body = Body::new().with(summary);
    if let Some(notice) = notice {
        body = body.with(notice);
    }
    let body = body
        .with(Heading::page(title).caption(pupil.facts.name.full()))
        .with(Paragraph::lead(w.contact_add_lead()))
        .with(form);
    Ok((colleague.chrome(title)?.back(back), body))
}

fn is_listed(pupil: &Entry, contact: &ContactId) -> bool {
    pupil.facts.contacts.iter().any(|listed| listed.contact == *contact)
}

/// Adds them.
pub(super) async fn add(colleague: &Colleague<'_, '_>, child: &ChildId) -> Result<Response, Problem> {
    let form = colleague.form()?;
    let operation = operation(&form)?;
    let guest = colleague.guest();
    let (records, school) = (colleague.records(), colleague.school()?);
    let pupil = pupil(colleague, child).await?;
    let typed = Typed::sent(&form);
    let again = |wrong: &[Wrong], warning: Option<&Warning>| -> Result<Response, Problem> {
        let (chrome, body) = page(colleague, &pupil, &typed, wrong, warning, &operation)?;
        Ok(guest.page_with_errors(chrome, body))
    };
    let details = match read(guest.words(), &form) {
        Ok(details) => details,
        Err(wrong) => return again(&wrong, None),
    };
    // Worked out from the form's operation, so that the form sent twice lists one person.
    let new = contact_id(records.vault(), school, &format!("by hand\n{operation}"));
    let warning = Warning::of(colleague, details.email.as_ref(), Some(&new), &web::Fields::default()).await?;
    let chosen = form.first(PERSON);
    if let Some(known) = warning.iter().flat_map(|warning| &warning.shared).find(|(id, _)| id.as_str() == chosen) {
        save::add_known(colleague, child, &known.0, &details, &operation).await?;
    } else if warning.is_some() && Warning::of(colleague, details.email.as_ref(), Some(&new), &form).await?.is_some() {
        return again(&[], warning.as_ref());
    } else if warning.as_ref().is_some_and(|warning| warning.shared.iter().any(|(id, _)| !is_listed(&pupil, id)))
        && chosen != NEW
    {
        return again(&[(PERSON, guest.words().contact_person_missing())], warning.as_ref());
    } else {
        save::add(colleague, child, &new, &details, &operation).await?;
    }
    Ok(web::see_other(&guest.at(&format!("office/children/{child}?contact=added"))?)?)
}
