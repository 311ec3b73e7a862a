//! Asking for a code by e-mail.

use std::time::Instant;

use letters::SignInCodeLetter;
use pages::{Body, Button, ButtonRow, Details, ErrorSummary, Form, Heading, LinkButton, Paragraph, TextInput};
use reception::{Guest, Problem};
use records::normal_address;
use school_types::Redacted;
use vault::{Domain, Scope};
use web::{FieldError, Life, Response};

use super::{ASKED, Asking, LATEST, asking};
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
    guest.limit_source("code-asked", 10).await?;
    let started = Instant::now();
    let records = guest.desk().records();
    // So that nobody's mailbox is filled by strangers; counted for unknown addresses too.
    let address = normal_address(e_mail.reveal());
    let bucket = records.vault().blind(&Scope::installation(Domain::Temporary), "mailbox", address.as_bytes());
    guest.limit("mailbox", &bucket, 60, 6).await?;
    records.sweep(20).await?;
    let asked = records.ask_for_code(&address).await?;
    if let Some(code) = &asked.code {
        let school = guest.school()?;
        let message =
            SignInCodeLetter { school: school.name().get(guest.words().language()), code }.write(guest.words());
        let contact = asked.accounts.0.iter().find(|account| account.school == *school.id());
        portal.send(guest, &asked.attempt, contact.map(|account| account.contact.clone()), &e_mail, message).await?;
    }
    portal.even_out(started).await;
    let mut attempts = vec![asked.attempt];
    if let Some(earlier) = asking(guest)
        && normal_address(earlier.e_mail.reveal()) == address
    {
        attempts.extend(earlier.attempts);
    }
    attempts.truncate(LATEST);
    keep(guest, e_mail, attempts)?;
    Ok(web::see_other(&guest.at("sign-in/code")?)?)
}

fn keep(guest: &Guest<'_>, e_mail: Redacted<String>, attempts: Vec<school_types::OperationId>) -> Result<(), Problem> {
    let vault = guest.desk().records().vault();
    guest.set_cookie(web::seal_cookie(vault, ASKED, &Asking { e_mail, attempts }, Life::Seconds(3600))?);
    Ok(())
}
