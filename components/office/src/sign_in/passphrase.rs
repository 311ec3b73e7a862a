//! The first step: address and passphrase.

use credentials::Passphrase;
use pages::{Body, Button, ButtonRow, Details, ErrorSummary, Form, Heading, LinkButton, Paragraph, TextInput};
use reception::{Guest, Problem};
use records::{TriedAs, normal_address};
use school_types::{OperationId, SchoolId, StaffId, Timestamp};
use serde::{Deserialize, Serialize};
use web::{FieldError, FieldErrors, Life, Response};
use words::Words;

use super::{ROOMY, Whose, limit};

/// The cookie of somebody whose passphrase was right, for as long as we wait for their code.
const HALFWAY: &str = "__Host-sg-staff-halfway";
/// How long we wait, in seconds.
pub(super) const WAIT: u32 = 600;

/// What it holds, sealed.
#[derive(Serialize, Deserialize)]
pub(super) struct Halfway {
    pub(super) school: SchoolId,
    pub(super) staff: StaffId,
    /// The generation of the account whose passphrase it was.
    pub(super) generation: u32,
    /// The attempt: its session is this one's.
    pub(super) attempt: OperationId,
    began: Timestamp,
}

/// The step before, if it was taken at this school and not too long ago.
pub(super) fn halfway(guest: &Guest<'_>) -> Result<Option<Halfway>, Problem> {
    let vault = guest.desk().records().vault();
    let school = guest.school_id()?;
    let halfway = web::open_cookie::<Halfway>(vault, guest.request().headers(), HALFWAY);
    let fresh =
        |halfway: &Halfway| guest.now().duration_since(halfway.began).as_secs().unsigned_abs() <= u64::from(WAIT);
    Ok(halfway.filter(|halfway| halfway.school == *school && fresh(halfway)))
}

/// The step before is over.
pub(super) fn forget(guest: &Guest<'_>) -> Result<(), Problem> {
    guest.set_cookie(web::forget_cookie(HALFWAY)?);
    Ok(())
}

/// The form.
pub(super) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let (chrome, body) = form(guest, "", &FieldErrors::default())?;
    Ok(guest.page(&chrome, body))
}

fn sentence(w: Words, field: &str, error: FieldError) -> &'static str {
    match (field, error) {
        (_, FieldError::Wrong) => w.staff_sign_in_wrong(),
        ("email", FieldError::Missing) => w.staff_sign_in_email_missing(),
        ("email", _) => w.staff_sign_in_email_wrong(),
        _ => w.staff_sign_in_passphrase_missing(),
    }
}

fn form(guest: &Guest<'_>, typed: &str, errors: &FieldErrors) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let said = |field: &'static str| errors.of(field).map(|error| sentence(w, field, error));
    let form = Form::post(guest.at("office/sign-in")?, guest.token())
        .with(
            TextInput::email(w, "email", w.staff_sign_in_email())
                .hint(w.staff_sign_in_email_hint())
                .autocomplete("username")
                .value(typed)
                .error(said("email")),
        )
        .with(TextInput::passphrase(w, "passphrase", w.staff_sign_in_passphrase()).error(said("passphrase")))
        .with(ButtonRow::new().with(Button::primary(w.staff_sign_in_continue())));
    let mut body = Body::new();
    if !errors.is_empty() {
        let summary = errors
            .iter()
            .fold(ErrorSummary::new(w), |summary, (field, error)| summary.with(field, sentence(w, field, error)));
        body = body.with(summary);
    }
    let body = body
        .with(Heading::page(w.staff_sign_in_title()))
        .with(Paragraph::lead(w.staff_sign_in_lead()))
        .with(form)
        .with(
            Details::new(w.staff_sign_in_first_time()).with(Paragraph::new(w.staff_sign_in_first_time_text())).with(
                ButtonRow::new()
                    .with(LinkButton::secondary(w.staff_sign_in_first_time_link(), guest.at("office/invitation")?)),
            ),
        )
        .with(
            Details::new(w.staff_sign_in_forgotten())
                .with(Paragraph::new(w.staff_sign_in_forgotten_passphrase()))
                .with(Paragraph::new(w.staff_sign_in_forgotten_phone())),
        )
        .with(Details::new(w.staff_sign_in_is_parent()).with(
            ButtonRow::new().with(LinkButton::secondary(w.staff_sign_in_is_parent_link(), guest.at("consent")?)),
        ));
    Ok((guest.chrome(w.staff_sign_in_title()).back(guest.at("")?), body))
}

/// Tries address and passphrase. An address that is nobody's takes as long as one that is somebody's, and is answered the same.
pub(super) async fn try_it(guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.form()?;
    let mut errors = FieldErrors::default();
    let e_mail = errors.take("email", fields.email("email"));
    let passphrase = errors.take("passphrase", fields.one("passphrase"));
    let again = |errors: &FieldErrors| {
        let (chrome, body) = form(guest, fields.first("email"), errors)?;
        Ok(guest.page_with_errors(chrome, body))
    };
    let (Some(e_mail), Some(passphrase)) = (e_mail, passphrase) else { return again(&errors) };
    let records = guest.desk().records();
    let school = guest.school_id()?;
    let address = normal_address(e_mail.reveal());
    let found = records.staff_by_address(school, &address).await?;
    let whose = found.as_ref().map_or(Whose::Address(&address), |(staff, account)| Whose::Account(staff, account));
    let tried = limit(guest, ROOMY, &whose).await?;
    records.sweep(20).await?;
    let credential = found.as_ref().and_then(|(_, account)| account.credential.as_ref());
    let right = Passphrase::typed(passphrase).is(credential.map(|credential| &credential.passphrase));
    let Some((staff, account)) = found.as_ref().filter(|_| right) else {
        let tried = found.as_ref().map_or(TriedAs::Nobody(&address), |(staff, _)| TriedAs::Staff(staff));
        records.note_failed_sign_in(school, tried).await?;
        errors.add("email", FieldError::Wrong);
        return again(&errors);
    };
    guest.was_right(tried).await?;
    let halfway = Halfway {
        school: school.clone(),
        staff: staff.clone(),
        generation: account.generation,
        attempt: OperationId::from_bytes(vault::random()?),
        began: guest.now(),
    };
    guest.set_cookie(web::seal_cookie(records.vault(), HALFWAY, &halfway, Life::Seconds(WAIT))?);
    Ok(web::see_other(&guest.at("office/sign-in/code")?)?)
}
