//! Another passphrase for oneself.

use credentials::Passphrase;
use pages::{Body, Button, ButtonRow, ErrorSummary, Form, Heading, Paragraph, TextInput};
use reception::{Colleague, Problem};
use records::{Staff, StaffEvent};
use web::Response;

use crate::{
    form::Wrong,
    sign_in::{NewPassphrase, know, limit_account},
};

/// The form.
pub(super) fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let (chrome, body) = form(colleague, &[])?;
    Ok(colleague.page(&chrome, body))
}

fn form(colleague: &Colleague<'_, '_>, wrong: &[Wrong]) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let mut body = Body::new();
    if !wrong.is_empty() {
        let summary = ErrorSummary::new(w);
        body = body.with(wrong.iter().fold(summary, |summary, (field, sentence)| summary.with(*field, *sentence)));
    }
    let form = Form::post(guest.at("office/account/passphrase")?, colleague.token())
        .operation(&colleague.operation()?)
        .with(present_passphrase(colleague, wrong))
        .with(NewPassphrase::fields(w, w.staff_account_passphrase_new(), wrong))
        .with(ButtonRow::new().with(Button::primary(w.staff_account_passphrase_save())));
    let body = body
        .with(Heading::page(w.staff_account_passphrase()))
        .with(Paragraph::lead(w.staff_passphrase_lead()))
        .with(form);
    Ok((colleague.chrome(w.staff_account_passphrase())?.back(guest.at("office/account")?), body))
}

/// The field for the passphrase one has.
pub(super) fn present_passphrase(colleague: &Colleague<'_, '_>, wrong: &[Wrong]) -> TextInput {
    let w = colleague.guest().words();
    let error = wrong.iter().find(|(field, _)| *field == "passphrase").map(|(_, sentence)| *sentence);
    TextInput::passphrase(w, "passphrase", w.staff_account_passphrase_now()).error(error)
}

/// Whether the form holds the passphrase one has; else what is wrong. Tries count as those of signing in do.
pub(super) async fn check_present(
    colleague: &Colleague<'_, '_>,
    fields: &web::Fields,
    account: &Staff,
) -> Result<Result<(), &'static str>, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let Ok(typed) = fields.one("passphrase") else { return Ok(Err(w.staff_sign_in_passphrase_missing())) };
    limit_account(guest, colleague.id(), account).await?;
    let hash = account.credential.as_ref().map(|credential| &credential.passphrase);
    let right = Passphrase::typed(typed).is(hash);
    Ok(if right { Ok(()) } else { Err(w.staff_account_passphrase_now_wrong()) })
}

/// Takes the new one. Every other session ends; this one goes on.
pub(super) async fn change(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let guest = colleague.guest();
    let operation = crate::form::operation(&fields)?;
    let again = |wrong: &[Wrong]| {
        let (chrome, body) = form(colleague, wrong)?;
        Ok(guest.page_with_errors(chrome, body))
    };
    let (records, school) = (colleague.records(), colleague.school()?);
    let stream = records.staff(school, colleague.id());
    let account = stream.fold::<Staff>().await?;
    let done = guest.at("office/account?done=passphrase")?;
    if account.number_of(&operation).is_some() {
        return Ok(web::see_other(&done)?);
    }
    let passphrase = match NewPassphrase::read(guest, &fields, colleague.facts())? {
        Ok(passphrase) => passphrase,
        Err(wrong) => return again(&wrong),
    };
    if let Err(wrong) = check_present(colleague, &fields, &account.value).await? {
        return again(&[("passphrase", wrong)]);
    }
    let hash = passphrase.hash().map_err(|_| Problem::Broken("no passphrase hash"))?;
    let event = StaffEvent::PassphraseSet { passphrase: hash, session: colleague.session().session };
    stream.append_to(&account, &event, &operation).await?;
    let account = stream.refresh::<Staff>().await?.value;
    // Other browsers are strange to the account from now on; this one is not.
    know(guest, colleague.id(), &account)?;
    Ok(web::see_other(&done)?)
}
