//! The second step: the code of an authenticator app, or a recovery code.

use credentials::TotpSecret;
use pages::{Body, Button, ButtonRow, Details, ErrorSummary, Form, Heading, LinkButton, Notice, Paragraph, TextInput};
use reception::{Guest, Problem};
use records::{Staff, TriedAs};
use vault::LetterCode;
use web::{FieldError, Fields, Response};
use words::Words;

use super::{
    CODES, Whose, limit,
    passphrase::{self, Halfway, halfway},
    welcome::welcome,
};

/// The form.
pub(super) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    if halfway(guest)?.is_none() {
        return Ok(web::see_other(&guest.at("office/sign-in")?)?);
    }
    let (chrome, body) = form(guest, &Typed::default(), None)?;
    Ok(guest.page(&chrome, body))
}

/// What was typed, to show it again.
#[derive(Default)]
struct Typed<'f> {
    code: &'f str,
    recovery: &'f str,
}

/// What is wrong, and where.
#[derive(Clone, Copy)]
struct Wrong {
    field: &'static str,
    sentence: &'static str,
}

impl Wrong {
    const fn code(sentence: &'static str) -> Self {
        Self { field: "code", sentence }
    }

    const fn recovery(sentence: &'static str) -> Self {
        Self { field: "recovery", sentence }
    }
}

fn form(guest: &Guest<'_>, typed: &Typed<'_>, wrong: Option<Wrong>) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let said = |field: &str| wrong.filter(|wrong| wrong.field == field).map(|wrong| wrong.sentence);
    let action = guest.at("office/sign-in/code")?;
    let by_app = Form::post(action.clone(), guest.token())
        .with(
            TextInput::six_digits(w, "code", w.staff_code_label())
                .hint(w.staff_code_hint())
                .value(typed.code)
                .error(said("code")),
        )
        .with(ButtonRow::new().with(Button::primary(w.staff_code_continue())));
    let by_recovery = Form::post(action, guest.token())
        .with(
            TextInput::letter_code(w, "recovery", w.staff_code_recovery_label())
                .hint(w.staff_code_recovery_hint())
                .value(typed.recovery)
                .error(said("recovery")),
        )
        .with(ButtonRow::new().with(Button::secondary(w.staff_code_recovery_continue())));
    let mut details = Details::new(w.staff_code_recovery_title())
        .with(Paragraph::new(w.staff_code_recovery_text()))
        .with(by_recovery);
    let mut body = Body::new();
    if let Some(wrong) = wrong {
        body = body.with(ErrorSummary::new(w).with(wrong.field, wrong.sentence));
        if wrong.field == "recovery" {
            details = details.open();
        }
    }
    let school = guest.school()?.name().get(w.language());
    let body = body
        .with(Heading::page(w.staff_code_title()))
        .with(Paragraph::lead(w.staff_code_lead(school)))
        .with(by_app)
        .with(details);
    Ok((guest.chrome(w.staff_code_title()).back(guest.at("office/sign-in")?), body))
}

/// Tries what was typed. The wait for it may be over; then one begins anew.
pub(super) async fn try_it(guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.form()?;
    let records = guest.desk().records();
    let school = guest.school_id()?;
    let Some(halfway) = halfway(guest)? else { return over(guest) };
    let Ok(proof) = proof(guest.words(), &fields) else {
        return again(guest, &fields, proof(guest.words(), &fields).err());
    };
    let account = records.staff_account(school, &halfway.staff).await?;
    let tried = limit(guest, CODES, &Whose::Account(&halfway.staff, &account)).await?;
    // The passphrase may have been changed, or the account closed, since the first step.
    if account.present().is_none() || account.generation != halfway.generation {
        return over(guest);
    }
    if let Err(wrong) = check(guest, &halfway, &account, &proof).await? {
        records.note_failed_sign_in(school, TriedAs::Staff(&halfway.staff)).await?;
        return again(guest, &fields, Some(wrong));
    }
    guest.was_right(tried).await?;
    let response = welcome(guest, &halfway.staff, &account, &halfway.attempt).await?;
    passphrase::forget(guest)?;
    Ok(response)
}

/// What somebody proves themself with.
enum Proof {
    App(String),
    Recovery(LetterCode),
}

/// Reads the one form or the other.
fn proof(w: Words, fields: &Fields) -> Result<Proof, Wrong> {
    if fields.all("recovery").next().is_some() {
        return match fields.one("recovery") {
            Err(FieldError::Missing) => Err(Wrong::recovery(w.staff_code_recovery_missing())),
            Ok(typed) => typed.parse().map(Proof::Recovery).map_err(|_| Wrong::recovery(w.staff_code_recovery_wrong())),
            Err(_) => Err(Wrong::recovery(w.staff_code_recovery_wrong())),
        };
    }
    match fields.digits("code", 6) {
        Ok(digits) => Ok(Proof::App(digits.into_inner())),
        Err(FieldError::Missing) => Err(Wrong::code(w.staff_code_missing())),
        Err(_) => Err(Wrong::code(w.staff_code_not_six())),
    }
}

async fn check(
    guest: &Guest<'_>,
    halfway: &Halfway,
    account: &Staff,
    proof: &Proof,
) -> Result<Result<(), Wrong>, Problem> {
    let w = guest.words();
    let records = guest.desk().records();
    let (school, staff, attempt) = (&halfway.school, &halfway.staff, &halfway.attempt);
    match proof {
        Proof::App(typed) => {
            let secret = account.credential.as_ref().map(|credential| credential.totp_secret.clone());
            let step = secret.and_then(|secret| TotpSecret::kept(secret).step_of(typed, guest.now()));
            let Some(step) = step else { return Ok(Err(Wrong::code(w.staff_code_wrong()))) };
            let first = records.use_totp_step(school, staff, step, attempt).await?;
            Ok(if first { Ok(()) } else { Err(Wrong::code(w.staff_code_used())) })
        }
        Proof::Recovery(typed) => {
            let first = records.use_recovery_code(school, staff, typed, attempt).await?;
            Ok(if first { Ok(()) } else { Err(Wrong::recovery(w.staff_code_recovery_wrong())) })
        }
    }
}

fn again(guest: &Guest<'_>, fields: &Fields, wrong: Option<Wrong>) -> Result<Response, Problem> {
    let shorten = |text: &str| text.chars().take(60).collect::<String>();
    let (code, recovery) = (shorten(fields.first("code")), shorten(fields.first("recovery")));
    let (chrome, body) = form(guest, &Typed { code: &code, recovery: &recovery }, wrong)?;
    Ok(guest.page_with_errors(chrome, body))
}

/// The wait for the code is over.
fn over(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    passphrase::forget(guest)?;
    let body = Body::new()
        .with(Heading::page(w.staff_code_over()))
        .with(Notice::info().with(Paragraph::new(w.staff_code_over_text())))
        .with(ButtonRow::new().with(LinkButton::primary(w.staff_code_start_again(), guest.at("office/sign-in")?)));
    Ok(guest.page_with_errors(guest.chrome(w.staff_code_over()), body))
}
