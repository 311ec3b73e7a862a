//! The code that was sent.

use pages::{Body, Bullets, Button, ButtonRow, Details, ErrorSummary, Form, Heading, LinkButton, Paragraph, TextInput};
use reception::{Guest, Problem};
use records::Tried;
use vault::SignInCode;
use web::{FieldError, Response};

use super::{Asking, asking, welcome};

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
    let input =
        TextInput::six_digits(w, "code", w.sign_in_code_label()).hint(w.sign_in_code_hint()).value(typed).error(error);
    let form = Form::post(guest.at("sign-in/code")?, guest.token())
        .with(input)
        .with(ButtonRow::new().with(Button::primary(w.sign_in_code_continue())));
    let again = Form::post(guest.at("sign-in")?, guest.token())
        .hidden("email", asking.e_mail.reveal().as_str())
        .with(ButtonRow::new().with(Button::secondary(w.sign_in_code_again())));
    let body = body
        .with(Heading::page(w.sign_in_code_title()))
        .with(Paragraph::lead(w.sign_in_code_sent(asking.e_mail.reveal())))
        .with(form)
        .with(
            Details::new(w.sign_in_code_none_title())
                .with(Bullets::new([w.sign_in_code_none_spam(), w.sign_in_code_none_address()]))
                .with(again)
                .with(ButtonRow::new().with(LinkButton::quiet(w.sign_in_code_other_address(), guest.at("sign-in")?))),
        );
    Ok((guest.chrome(w.sign_in_code_title()).back(guest.at("sign-in")?), body))
}

/// Tries the code against what this browser asked for.
pub(crate) async fn try_it(guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.form()?;
    let w = guest.words();
    let Some(asking) = asking(guest) else { return dead(guest) };
    let again = |error: String| {
        let (chrome, body) = form(guest, &asking, fields.first("code"), Some(error))?;
        Ok(guest.page_with_errors(chrome, body))
    };
    let typed = match fields.digits("code", 6) {
        Ok(digits) => digits,
        Err(FieldError::Missing) => return again(w.sign_in_code_missing().to_owned()),
        Err(_) => return again(w.sign_in_code_not_six().to_owned()),
    };
    let Ok(typed) = typed.reveal().parse::<SignInCode>() else {
        return again(w.sign_in_code_not_six().to_owned());
    };
    guest.limit_source("code-tried", 40).await?;
    let mut tries_left = 0;
    for attempt in &asking.attempts {
        match guest.desk().records().try_code(attempt, &typed).await? {
            Tried::Right { accounts, session } => return welcome(guest, accounts.0, session),
            Tried::Wrong { tries_left: left } => tries_left = tries_left.max(left),
            Tried::Dead => {}
        }
    }
    if tries_left == 0 {
        return dead(guest);
    }
    again(format!("{} {}", w.sign_in_code_wrong(), w.sign_in_code_tries_left(tries_left)))
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
