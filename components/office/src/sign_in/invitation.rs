//! The first step of setting an account up: whose invitation it is.

use pages::{Body, Button, ButtonRow, Details, ErrorSummary, Form, Heading, Notice, Paragraph, TextInput};
use reception::{Guest, Problem};
use records::normal_address;
use vault::LetterCode;
use web::{FieldError, FieldErrors, Response};
use words::Words;

use super::{ROOMY, Whose, limit, set_up};

/// The form.
pub(super) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let (chrome, body) = form(guest, ["", ""], &FieldErrors::default(), false)?;
    Ok(guest.page(&chrome, body))
}

/// The form again, for somebody whose setting up was left for too long or overtaken.
pub(super) fn begin_again(guest: &Guest<'_>) -> Result<Response, Problem> {
    set_up::forget(guest)?;
    let (chrome, body) = form(guest, ["", ""], &FieldErrors::default(), true)?;
    Ok(guest.page_with_errors(chrome, body))
}

fn sentence(w: Words, field: &str, error: FieldError) -> &'static str {
    match (field, error) {
        (_, FieldError::Wrong) => w.staff_invitation_wrong(),
        ("email", FieldError::Missing) => w.staff_sign_in_email_missing(),
        ("email", _) => w.staff_sign_in_email_wrong(),
        (_, FieldError::Missing) => w.staff_invitation_code_missing(),
        _ => w.staff_invitation_wrong(),
    }
}

fn form(
    guest: &Guest<'_>,
    typed: [&str; 2],
    errors: &FieldErrors,
    is_over: bool,
) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let said = |field: &'static str| errors.of(field).map(|error| sentence(w, field, error));
    let form = Form::post(guest.at("office/invitation")?, guest.token())
        .with(
            TextInput::email(w, "email", w.staff_sign_in_email())
                .hint(w.staff_invitation_email_hint())
                .value(typed[0])
                .error(said("email")),
        )
        .with(
            TextInput::letter_code(w, "invitation", w.staff_invitation_code())
                .hint(w.staff_invitation_code_hint())
                .value(typed[1])
                .error(said("invitation")),
        )
        .with(ButtonRow::new().with(Button::primary(w.shared_continue())));
    let mut body = Body::new();
    if !errors.is_empty() {
        let summary = errors
            .iter()
            .fold(ErrorSummary::new(w), |summary, (field, error)| summary.with(field, sentence(w, field, error)));
        body = body.with(summary);
    }
    body = body.with(Heading::page(w.staff_invitation_title()));
    if is_over {
        let notice = Notice::info().title(w.staff_invitation_over());
        body = body.with(notice.with(Paragraph::new(w.staff_invitation_over_text())));
    }
    let body = body
        .with(Paragraph::lead(w.staff_invitation_lead()))
        .with(form)
        .with(Details::new(w.staff_invitation_apps_title()).with(Paragraph::new(w.staff_invitation_apps_text())));
    Ok((guest.chrome(w.staff_invitation_title()).back(guest.at("office/sign-in")?), body))
}

/// Tries address and code.
pub(super) async fn try_it(guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.form()?;
    let mut errors = FieldErrors::default();
    let e_mail = errors.take("email", fields.email("email"));
    let typed = errors.take("invitation", fields.one("invitation"));
    let shown: String = fields.first("invitation").chars().take(60).collect();
    let again = |errors: &FieldErrors| {
        let (chrome, body) = form(guest, [fields.first("email"), &shown], errors, false)?;
        Ok(guest.page_with_errors(chrome, body))
    };
    let code = typed.map(str::parse::<LetterCode>);
    if matches!(code, Some(Err(_))) {
        errors.add("invitation", FieldError::Wrong);
    }
    let (Some(e_mail), Some(Ok(code)), true) = (e_mail, code, errors.is_empty()) else { return again(&errors) };
    let records = guest.desk().records();
    let school = guest.school_id()?;
    let address = normal_address(e_mail.reveal());
    // By address, also of somebody's: invitations are tried before anybody has a browser that is known.
    let tried = limit(guest, ROOMY, &Whose::Address(&address)).await?;
    let Some((staff, _)) = records.invited_staff(school, &address, &code).await? else {
        errors.add("invitation", FieldError::Wrong);
        return again(&errors);
    };
    guest.was_right(tried).await?;
    set_up::begin(guest, staff, &code)?;
    Ok(web::see_other(&guest.at("office/invitation/passphrase")?)?)
}
