//! Recovery codes: shown once when they are made.

use pages::{
    Body, Button, ButtonRow, Codes, Confirmation, ErrorSummary, Form, Heading, Notice, Paragraph, PrintButton,
};
use reception::{Colleague, Problem};
use records::{Staff, StaffEvent};
use web::Response;

use super::passphrase::{check_present, present_passphrase};
use crate::{
    form::Wrong,
    sign_in::{NewCodes, show_codes_once},
};

/// New codes, if this browser has just made them; else how many are left, and the form to make new ones.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let (records, school) = (colleague.records(), colleague.school()?);
    let account = records.staff_account(school, colleague.id()).await?;
    if let Some(new) = NewCodes::of(guest, colleague.id()).await? {
        let codes = records.recovery_codes(school, colleague.id(), &new.operation);
        let hashes = codes.iter().map(|code| records.recovery_hash(school, colleague.id(), code));
        let left = account.credential.as_ref().map_or(&[][..], |credential| &credential.recovery);
        // Codes that were replaced meanwhile are not shown as if they worked.
        if hashes.eq(left.iter().copied()) {
            return new_codes(colleague, codes.iter().map(vault::LetterCode::grouped).collect(), new.first);
        }
    }
    let (chrome, body) = form(colleague, &account, &[])?;
    Ok(colleague.page(&chrome, body))
}

fn new_codes(colleague: &Colleague<'_, '_>, codes: Vec<String>, first: bool) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let title = if first { w.staff_recovery_done_title() } else { w.staff_recovery_title() };
    let body = if first {
        Body::new()
            .with(Confirmation::new(title).lead(w.staff_recovery_done_lead()))
            .with(Heading::section(w.staff_recovery_title()))
    } else {
        Body::new().with(Heading::page(title))
    };
    let kept = Form::post(guest.at("office/account/recovery-codes/kept")?, colleague.token())
        .with(ButtonRow::new().with(Button::primary(w.staff_recovery_kept())).with(PrintButton::new(w)));
    let mut body = body
        .with(Paragraph::new(w.staff_recovery_lead()))
        .with(Codes::new(w.staff_recovery_list(), codes))
        .with(Paragraph::new(w.staff_recovery_keep()));
    if !first {
        body = body.with(Paragraph::new(w.staff_recovery_earlier()));
    }
    Ok(colleague.page(&colleague.chrome(title)?, body.with(kept)))
}

fn form(colleague: &Colleague<'_, '_>, account: &Staff, wrong: &[Wrong]) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let left = account.credential.as_ref().map_or(0, |credential| credential.recovery.len() as u64);
    let mut body = Body::new();
    if let [(field, sentence), ..] = wrong {
        body = body.with(ErrorSummary::new(w).with(*field, *sentence));
    }
    let form = Form::post(guest.at("office/account/recovery-codes")?, colleague.token())
        .operation(&colleague.operation()?)
        .with(present_passphrase(colleague, wrong).hint(w.staff_recovery_passphrase_hint()))
        .with(ButtonRow::new().with(Button::primary(w.staff_recovery_make())));
    let body = body
        .with(Heading::page(w.staff_recovery_title()))
        .with(Notice::info().with(Paragraph::new(w.staff_recovery_left(left))))
        .with(Paragraph::new(w.staff_recovery_not_again()))
        .with(form);
    Ok((colleague.chrome(w.staff_recovery_title())?.back(guest.at("office/account")?), body))
}

/// Makes new codes. The passphrase is asked for, because whoever holds a code needs no telephone.
pub(super) async fn make(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let operation = crate::form::operation(&fields)?;
    let (records, school, staff) = (colleague.records(), colleague.school()?, colleague.id());
    let stream = records.staff(school, staff);
    let account = stream.fold::<Staff>().await?;
    if account.number_of(&operation).is_some() {
        // The same form again shows what was made with it, no longer than it was shown before.
        let made = stream.find(&operation).await?.map_or(colleague.guest().now(), |written| written.at);
        return show_codes_once(colleague.guest(), staff, &operation, made, false);
    }
    if let Err(wrong) = check_present(colleague, &fields, &account.value).await? {
        let (chrome, body) = form(colleague, &account.value, &[("passphrase", wrong)])?;
        return Ok(colleague.guest().page_with_errors(chrome, body));
    }
    let codes = records.recovery_codes(school, staff, &operation);
    let hashes = codes.iter().map(|code| records.recovery_hash(school, staff, code)).collect();
    let written = stream.append_to(&account, &StaffEvent::RecoveryCodesSet(hashes), &operation).await?;
    stream.refresh::<Staff>().await?;
    show_codes_once(colleague.guest(), staff, &operation, written.at, false)
}

/// They are kept: no longer shown.
pub(super) async fn kept(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    colleague.form()?;
    NewCodes::forget(colleague.guest(), colleague.id()).await?;
    Ok(web::see_other(&colleague.guest().at("office")?)?)
}
