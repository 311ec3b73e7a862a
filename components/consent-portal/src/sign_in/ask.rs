//! Asking for a code by e-mail.

use letters::{Letter, SignInCodeLetter};
use pages::{Body, Button, ButtonRow, Details, ErrorSummary, Form, Heading, LinkButton, Paragraph, TextInput};
use reception::{Guest, Problem, SourceTry};
use records::{AskedFor, normal_address};
use web::{FieldError, Refusal, Response};

use super::{Asking, LATEST, asking, keep, known_browser, limits::CODES_ASKED};
use crate::entry::Portal;

/// The form.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let (chrome, body) = form(guest, "", None)?;
    Ok(guest.page(&chrome, body))
}

fn form(guest: &Guest<'_>, typed: &str, wrong: Option<FieldError>) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let error = wrong.map(|wrong| match wrong {
        FieldError::Missing => w.sign_in_email_missing(),
        _ => w.sign_in_email_wrong(),
    });
    let input =
        TextInput::email(w, "email", w.sign_in_email_label()).hint(w.sign_in_email_hint()).value(typed).error(error);
    let form = Form::post(guest.at("sign-in")?, guest.token())
        .with(input)
        .with(ButtonRow::new().with(Button::primary(w.sign_in_send())));
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with("email", error));
    }
    let mut body = body.with(Heading::page(w.sign_in_title())).with(Paragraph::lead(w.sign_in_lead())).with(form);
    if guest.school()?.profile().sign_in.letter_codes {
        body = body
            .with(ButtonRow::new().with(LinkButton::quiet(w.sign_in_use_letter(), guest.at("sign-in/letter")?)))
            .with(Details::new(w.sign_in_no_email_title()).with(Paragraph::new(w.sign_in_no_email_text())));
    }
    Ok((guest.chrome(w.sign_in_title()).back(guest.at("consent")?), body))
}

/// Sends a code, and leads on to the form for it: in the same way whether or not the school knows the address.
pub(crate) async fn send(portal: &Portal, guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.form()?;
    let e_mail = match fields.email("email") {
        Ok(e_mail) => e_mail,
        Err(wrong) => {
            let (chrome, body) = form(guest, fields.first("email"), Some(wrong))?;
            return Ok(guest.page_with_errors(chrome, body));
        }
    };
    let records = guest.desk().records();
    let (address, known) = (normal_address(e_mail.reveal()), known_browser(guest));
    let tried = if records.knows_browser(&address, known.as_ref()).await? {
        SourceTry::default()
    } else {
        guest.try_from_source(CODES_ASKED).await?
    };
    records.sweep(20).await?;
    let (attempt, code, is_long, accounts) = match records.ask_for_code(&address, known.as_ref()).await? {
        AskedFor::Code { attempt, code, is_long, accounts } => (attempt, code, is_long, accounts),
        AskedFor::TooOften(wait) => {
            let retry_after = u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).max(1);
            return Err(Refusal::TooMany { retry_after }.into());
        }
    };
    if let Some(code) = &code {
        let school = guest.school()?;
        let message =
            SignInCodeLetter { school: school.name().get(guest.words().language()), code }.write(guest.words());
        let contact = accounts.0.iter().find(|account| account.school == *school.id());
        let letter = Letter {
            id: attempt.clone(),
            school: school.id().clone(),
            contact: contact.map(|account| account.contact.clone()),
            to: e_mail.clone(),
            message,
        };
        portal.send_afterwards(guest, letter).await;
    }
    let mut attempts = vec![attempt.clone()];
    if let Some(earlier) = asking(guest)
        && normal_address(earlier.e_mail.reveal()) == address
    {
        attempts.extend(earlier.attempts.into_iter().filter(|other| *other != attempt));
    }
    attempts.truncate(LATEST);
    keep(guest, &Asking { e_mail, attempts, is_long, tried })?;
    Ok(web::see_other(&guest.at("sign-in/code")?)?)
}
