//! The code that was sent.

use std::io::Write;

use pages::{Body, Bullets, Button, ButtonRow, Details, ErrorSummary, Form, Heading, LinkButton, Paragraph, TextInput};
use reception::{Guest, Problem, SourceTry};
use records::{SentCode, Tried};
use web::{FieldError, Fields, Response};

use super::{Asking, asking, known_browser, limits::CODES_TRIED, remember_browser, welcome};

/// The form.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let Some(asking) = asking(guest) else { return Ok(web::see_other(&guest.at("sign-in")?)?) };
    let (chrome, body) = form(guest, &asking, "", None)?;
    Ok(guest.page(&chrome, body))
}

fn form(
    guest: &Guest<'_>,
    asking: &Asking,
    typed: &str,
    error: Option<String>,
) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let mut body = Body::new();
    if let Some(error) = &error {
        body = body.with(ErrorSummary::new(w).with("code", error));
    }
    let e_mail = asking.e_mail.reveal();
    let (lead, input) = if asking.is_long {
        let input = TextInput::letter_code(w, "code", w.sign_in_long_label()).hint(w.sign_in_long_hint());
        (w.sign_in_long_sent(e_mail), input)
    } else {
        let input = TextInput::six_digits(w, "code", w.sign_in_code_label()).hint(w.sign_in_code_hint());
        (w.sign_in_code_sent(e_mail), input)
    };
    let form = Form::post(guest.at("sign-in/code")?, guest.token())
        .with(input.value(typed).error(error))
        .with(ButtonRow::new().with(Button::primary(w.sign_in_code_continue())));
    let again = ask_again(guest, asking, w.sign_in_code_again())?;
    let body = body.with(Heading::page(w.sign_in_code_title())).with(Paragraph::lead(lead)).with(form).with(
        Details::new(w.sign_in_code_none_title())
            .with(Bullets::new([w.sign_in_code_none_spam(), w.sign_in_code_none_address()]))
            .with(again)
            .with(ButtonRow::new().with(LinkButton::quiet(w.sign_in_code_other_address(), guest.at("sign-in")?))),
    );
    Ok((guest.chrome(w.sign_in_code_title()).back(guest.at("sign-in")?), body))
}

/// The form that asks for another code for the same address.
fn ask_again(guest: &Guest<'_>, asking: &Asking, label: &'static str) -> Result<Form, Problem> {
    Ok(Form::post(guest.at("sign-in")?, guest.token())
        .hidden("email", asking.e_mail.reveal().as_str())
        .with(ButtonRow::new().with(Button::secondary(label))))
}

/// What was typed, as the code it may be: six digits, or the letters and digits of a long one.
fn read(fields: &Fields, is_long: bool) -> Result<SentCode, FieldError> {
    let digits = fields.digits("code", 6).and_then(|digits| digits.reveal().parse().map_err(|_| FieldError::Wrong));
    match digits {
        Err(_) if is_long => Ok(SentCode::Long(fields.one("code")?.parse().map_err(|_| FieldError::Wrong)?)),
        digits => digits.map(SentCode::Short),
    }
}

/// Tries the code against what this browser asked for.
pub(crate) async fn try_it(guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.form()?;
    let w = guest.words();
    let Some(asking) = asking(guest) else { return dead(guest) };
    let again = |error: String| {
        let typed: String = fields.first("code").chars().take(60).collect();
        let (chrome, body) = form(guest, &asking, &typed, Some(error))?;
        Ok(guest.page_with_errors(chrome, body))
    };
    let typed = match read(&fields, asking.is_long) {
        Ok(typed) => typed,
        Err(FieldError::Missing) => return again(w.sign_in_code_missing().to_owned()),
        Err(_) if asking.is_long => return again(w.sign_in_long_not().to_owned()),
        Err(_) => return again(w.sign_in_code_not_six().to_owned()),
    };
    let (records, known) = (guest.desk().records(), known_browser(guest));
    let tried = if records.knows_browser(asking.e_mail.reveal(), known.as_ref()).await? {
        SourceTry::default()
    } else {
        guest.try_from_source(CODES_TRIED).await?
    };
    match records.try_code(&asking.attempts, &typed, known.as_ref()).await? {
        Tried::Right { accounts, session, known, is_first } => {
            if is_first {
                guest.was_right(tried).await?;
                guest.was_right(asking.tried).await?;
            }
            remember_browser(guest, &known)?;
            welcome(guest, accounts.0, session)
        }
        Tried::Wrong { tries_left: Some(left) } => {
            again(format!("{} {}", w.sign_in_code_wrong(), w.sign_in_code_tries_left(left)))
        }
        Tried::Wrong { tries_left: None } => again(w.sign_in_code_wrong().to_owned()),
        Tried::Guessed { is_alarm, .. } => {
            if is_alarm {
                // Nobody can be told that the log could not be written.
                let _ = writeln!(std::io::stderr(), "{ALARM}");
            }
            guessed(guest, &asking)
        }
        Tried::Dead => dead(guest),
    }
}

/// What whoever runs the installation reads, once in each hour and in thirty days.
const ALARM: &str =
    "sign-in codes are being guessed: so many were wrong at this installation that long codes are sent instead";

/// Codes were guessed too often: a long one is sent instead.
fn guessed(guest: &Guest<'_>, asking: &Asking) -> Result<Response, Problem> {
    let w = guest.words();
    let body = Body::new()
        .with(Heading::page(w.sign_in_guessed_title()))
        .with(Paragraph::lead(w.sign_in_guessed_text()))
        .with(ask_again(guest, asking, w.sign_in_guessed_button())?);
    Ok(guest.page_with_errors(guest.chrome(w.sign_in_guessed_title()), body))
}

/// The code is too old, used, or was guessed too often.
fn dead(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let body = Body::new()
        .with(Heading::page(w.sign_in_code_dead_title()))
        .with(Paragraph::lead(w.sign_in_code_dead_text()))
        .with(ButtonRow::new().with(LinkButton::primary(w.sign_in_code_dead_button(), guest.at("sign-in")?)));
    Ok(guest.page_with_errors(guest.chrome(w.sign_in_code_dead_title()), body))
}
