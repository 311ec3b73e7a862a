//! Adding a person by hand.

use pages::{Body, Button, ButtonRow, ErrorSummary, Form, Heading, Paragraph, TextInput};
use reception::{Colleague, Problem};
use records::{StaffFacts, normal_address, staff_id};
use school_types::{Redacted, Role};
use web::{FieldError, FieldErrors, Fields, Refusal, Response};
use words::Words;

use super::{
    invite::{self, How},
    person::Person,
};
use crate::{Office, role_names};

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;

/// The form.
pub(super) fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let (chrome, body) = form(colleague, &Typed::default(), &FieldErrors::default())?;
    Ok(colleague.page(&chrome, body))
}

/// What was typed, to show it again.
#[derive(Default)]
struct Typed<'f> {
    name: &'f str,
    e_mail: &'f str,
    roles: Vec<Role>,
    how: Option<How>,
}

fn sentence(w: Words, field: &str, error: FieldError) -> &'static str {
    match (field, error) {
        ("name", FieldError::Missing) => w.staff_add_name_missing(),
        ("name", FieldError::TooLong { .. }) => w.staff_add_name_too_long(),
        ("name", _) => w.staff_add_name_bad(),
        ("email", FieldError::Missing) => w.staff_add_email_missing(),
        ("email", FieldError::Wrong) => w.staff_add_email_taken(),
        ("email", _) => w.staff_sign_in_email_wrong(),
        ("roles", _) => w.staff_add_roles_missing(),
        _ => w.staff_add_send_missing(),
    }
}

fn form(
    colleague: &Colleague<'_, '_>,
    typed: &Typed<'_>,
    errors: &FieldErrors,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let said = |field: &'static str| errors.of(field).map(|error| sentence(w, field, error));
    let name = TextInput::new(w, "name", w.staff_add_name())
        .hint(w.staff_add_name_hint())
        .autocomplete("off")
        .value(typed.name)
        .error(said("name"));
    let e_mail = TextInput::email(w, "email", w.staff_sign_in_email())
        .autocomplete("off")
        .value(typed.e_mail)
        .error(said("email"));
    let form = Form::post(guest.at("office/staff/add")?, colleague.token())
        .operation(&colleague.operation()?)
        .with(name)
        .with(e_mail)
        .with(role_names::question(w, w.staff_add_roles(), &typed.roles, said("roles")))
        .with(invite::how(w, typed.how, said("how")))
        .with(ButtonRow::new().with(Button::primary(w.staff_add_save())));
    let mut body = Body::new();
    if !errors.is_empty() {
        let summary = errors
            .iter()
            .fold(ErrorSummary::new(w), |summary, (field, error)| summary.with(field, sentence(w, field, error)));
        body = body.with(summary);
    }
    let body = body.with(Heading::page(w.staff_add_title())).with(Paragraph::lead(w.staff_add_lead())).with(form);
    Ok((colleague.chrome(w.staff_add_title())?.back(guest.at("office/staff")?), body))
}

/// Adds and invites them. The form's operation is their id, so that sent twice it is one person.
pub(super) async fn add(office: &Office, colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let operation = crate::form::operation(&fields)?;
    let (records, school) = (colleague.records(), colleague.school()?);
    let id = staff_id(records.vault(), school, &format!("by hand {operation}"));
    let mut errors = FieldErrors::default();
    let (facts, how) = read(&fields, &mut errors)?;
    if let Some(facts) = &facts
        && records.staff_by_address(school, facts.e_mail.reveal()).await?.is_some_and(|(other, _)| other != id)
    {
        errors.add("email", FieldError::Wrong);
    }
    let (Some(facts), Some(how), true) = (facts, how, errors.is_empty()) else {
        let roles = fields.choices("roles").unwrap_or_default();
        let typed = Typed { name: fields.first("name"), e_mail: fields.first("email"), roles, how };
        let (chrome, body) = form(colleague, &typed, &errors)?;
        return Ok(colleague.guest().page_with_errors(chrome, body));
    };
    records.list_staff(school, &[(id.clone(), facts)]).await?;
    let person = Person::of(colleague, id).await?;
    invite::make(office, colleague, &person, how, false, &operation).await
}

fn read(fields: &Fields, errors: &mut FieldErrors) -> Result<(Option<StaffFacts>, Option<How>), Problem> {
    let name = errors.take("name", fields.line("name", LONGEST_NAME));
    let e_mail = errors.take("email", fields.email("email"));
    let roles: Vec<Role> = fields.choices("roles").map_err(|_| Refusal::BadForm)?;
    if roles.is_empty() {
        errors.add("roles", FieldError::Missing);
    }
    let how = errors.take("how", invite::read(fields));
    let facts = name.zip(e_mail).map(|(name, e_mail)| StaffFacts {
        name: Redacted::new(name),
        e_mail: Redacted::new(normal_address(e_mail.reveal())),
        roles,
        classes: Vec::new(),
    });
    Ok((facts, how))
}
