//! The code on a school's letter.

use std::collections::BTreeSet;

use pages::{Body, Button, ButtonRow, ErrorSummary, Form, Heading, LinkButton, Paragraph, TextInput};
use reception::{Guest, Problem};
use records::Account;
use vault::LetterCode;
use web::{Refusal, Response};

use super::{limits::LETTERS_TRIED, welcome};

/// # Errors
/// [`Refusal::NotFound`] at a school that gives out no such codes.
fn offered(guest: &Guest<'_>) -> Result<(), Problem> {
    if guest.school()?.profile().sign_in.letter_codes { Ok(()) } else { Err(Refusal::NotFound.into()) }
}

/// The form.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    offered(guest)?;
    let (chrome, body) = form(guest, "", None)?;
    Ok(guest.page(&chrome, body))
}

fn form(guest: &Guest<'_>, typed: &str, error: Option<&'static str>) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with("letter-code", error));
    }
    let input = TextInput::letter_code(w, "letter-code", w.sign_in_letter_label())
        .hint(w.sign_in_letter_hint())
        .value(typed)
        .error(error);
    let form = Form::post(guest.at("sign-in/letter")?, guest.token())
        .with(input)
        .with(ButtonRow::new().with(Button::primary(w.sign_in_letter_continue())));
    let body = body
        .with(Heading::page(w.sign_in_letter_title()))
        .with(Paragraph::lead(w.sign_in_letter_lead()))
        .with(form)
        .with(ButtonRow::new().with(LinkButton::quiet(w.sign_in_letter_use_email(), guest.at("sign-in")?)));
    Ok((guest.chrome(w.sign_in_letter_title()).back(guest.at("sign-in")?), body))
}

/// Tries the code. It signs in at this school only: a letter is one school's.
pub(crate) async fn try_it(guest: &Guest<'_>) -> Result<Response, Problem> {
    offered(guest)?;
    let fields = guest.form()?;
    let w = guest.words();
    let typed = fields.first("letter-code").to_owned();
    let again = |error: &'static str| {
        let shown: String = typed.chars().take(60).collect();
        let (chrome, body) = form(guest, &shown, Some(error))?;
        Ok(guest.page_with_errors(chrome, body))
    };
    let Ok(code) = fields.one("letter-code") else { return again(w.sign_in_letter_missing()) };
    let Ok(code) = code.parse::<LetterCode>() else { return again(w.sign_in_letter_wrong()) };
    let tried = guest.try_from_source(LETTERS_TRIED).await?;
    let school = guest.school_id()?;
    let Some(contact) = guest.desk().records().letter_contact(school, &code).await? else {
        return again(w.sign_in_letter_wrong());
    };
    guest.was_right(tried).await?;
    let account = Account { school: school.clone(), contact };
    welcome(guest, BTreeSet::from([account]), vault::random()?)
}
