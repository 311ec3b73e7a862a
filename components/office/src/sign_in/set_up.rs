//! Setting an account up: a passphrase, then a telephone. Nothing is recorded before the last step, which records everything at
//! once; until then it travels sealed in the browser's own cookie.

use credentials::TotpSecret;
use pages::{
    Body, Button, ButtonRow, CameraCode, Codes, Details, ErrorSummary, Form, Heading, Notice, Paragraph, TextInput,
};
use reception::{Guest, Problem};
use records::{Credential, StaffFacts};
use school_types::{OperationId, Redacted, SchoolId, StaffId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::LetterCode;
use web::{FieldError, Life, Response};
use words::Words;

use super::{CODES, NewPassphrase, invitation, limit_source, show_codes_once, welcome};
use crate::form::Wrong;

/// The cookie of somebody who is setting their account up.
const SETTING_UP: &str = "__Host-sg-staff-set-up";
/// How long they may take, in seconds.
const TAKES: u32 = 3600;

/// What it holds, sealed.
#[derive(Serialize, Deserialize)]
struct SettingUp {
    school: SchoolId,
    staff: StaffId,
    /// The invitation's code, which is tried once more at the end.
    code: Redacted<String>,
    operation: OperationId,
    totp_secret: Redacted<Vec<u8>>,
    /// The passphrase as a hash, once it is chosen.
    passphrase: Option<Redacted<String>>,
    began: Timestamp,
}

fn keep(guest: &Guest<'_>, setting_up: &SettingUp) -> Result<(), Problem> {
    let vault = guest.desk().records().vault();
    guest.set_cookie(web::seal_cookie(vault, SETTING_UP, setting_up, Life::Seconds(TAKES))?);
    Ok(())
}

/// Begins, with an invitation that was found good.
pub(super) fn begin(guest: &Guest<'_>, staff: StaffId, code: &LetterCode) -> Result<(), Problem> {
    let setting_up = SettingUp {
        school: guest.school_id()?.clone(),
        staff,
        code: Redacted::new(code.grouped()),
        operation: OperationId::from_bytes(vault::random()?),
        totp_secret: TotpSecret::generate()?.bytes(),
        passphrase: None,
        began: guest.now(),
    };
    keep(guest, &setting_up)
}

/// It is over.
pub(super) fn forget(guest: &Guest<'_>) -> Result<(), Problem> {
    guest.set_cookie(web::forget_cookie(SETTING_UP)?);
    Ok(())
}

/// Somebody who is setting up an account.
struct Newcomer {
    setting_up: SettingUp,
    code: LetterCode,
    facts: StaffFacts,
}

/// Who is setting up an account in this browser, if that is not over.
async fn newcomer(guest: &Guest<'_>) -> Result<Option<Newcomer>, Problem> {
    let records = guest.desk().records();
    let school = guest.school_id()?;
    let setting_up = web::open_cookie::<SettingUp>(records.vault(), guest.request().headers(), SETTING_UP);
    let fresh = |setting_up: &SettingUp| {
        guest.now().duration_since(setting_up.began).as_secs().unsigned_abs() <= u64::from(TAKES)
    };
    let Some(setting_up) = setting_up.filter(|setting_up| setting_up.school == *school && fresh(setting_up)) else {
        return Ok(None);
    };
    let account = records.staff_account(school, &setting_up.staff).await?;
    let (Some(facts), Ok(code)) = (account.present().cloned(), setting_up.code.reveal().parse()) else {
        return Ok(None);
    };
    Ok(Some(Newcomer { setting_up, code, facts }))
}

/// The form for a passphrase.
pub(super) async fn choose_form(guest: &Guest<'_>) -> Result<Response, Problem> {
    if newcomer(guest).await?.is_none() {
        return Ok(web::see_other(&guest.at("office/invitation")?)?);
    }
    let (chrome, body) = choosing(guest, &[])?;
    Ok(guest.page(&chrome, body))
}

fn choosing(guest: &Guest<'_>, wrong: &[Wrong]) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let form = Form::post(guest.at("office/invitation/passphrase")?, guest.token())
        .with(NewPassphrase::fields(w, w.staff_passphrase_label(), wrong))
        .with(ButtonRow::new().with(Button::primary(w.staff_passphrase_continue())));
    let mut body = Body::new();
    if !wrong.is_empty() {
        body = body.with(summary(w, wrong));
    }
    let body = body
        .with(Heading::page(w.staff_passphrase_title()))
        .with(Paragraph::lead(w.staff_passphrase_lead()))
        .with(form);
    Ok((guest.chrome(w.staff_passphrase_title()).back(guest.at("office/invitation")?).step(1, 2), body))
}

fn summary(w: Words, wrong: &[Wrong]) -> ErrorSummary {
    wrong.iter().fold(ErrorSummary::new(w), |summary, (field, sentence)| summary.with(*field, *sentence))
}

/// Takes the passphrase into the cookie, as a hash.
pub(super) async fn choose(guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.form()?;
    let Some(mut newcomer) = newcomer(guest).await? else { return invitation::begin_again(guest) };
    let passphrase = match NewPassphrase::read(guest, &fields, &newcomer.facts)? {
        Ok(passphrase) => passphrase,
        Err(wrong) => {
            let (chrome, body) = choosing(guest, &wrong)?;
            return Ok(guest.page_with_errors(chrome, body));
        }
    };
    newcomer.setting_up.passphrase = Some(passphrase.hash().map_err(|_| Problem::Broken("no passphrase hash"))?);
    keep(guest, &newcomer.setting_up)?;
    Ok(web::see_other(&guest.at("office/invitation/app")?)?)
}

/// The picture for the telephone.
pub(super) async fn app_form(guest: &Guest<'_>) -> Result<Response, Problem> {
    let Some(newcomer) = newcomer(guest).await? else {
        return Ok(web::see_other(&guest.at("office/invitation")?)?);
    };
    if newcomer.setting_up.passphrase.is_none() {
        return Ok(web::see_other(&guest.at("office/invitation/passphrase")?)?);
    }
    let (chrome, body) = connecting(guest, &newcomer, "", None)?;
    Ok(guest.page(&chrome, body))
}

fn connecting(
    guest: &Guest<'_>,
    newcomer: &Newcomer,
    typed: &str,
    wrong: Option<&'static str>,
) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let secret = TotpSecret::kept(newcomer.setting_up.totp_secret.clone());
    let issuer = guest.school()?.name().get(w.language());
    let uri = secret.uri(issuer, newcomer.facts.e_mail.reveal());
    let form = Form::post(guest.at("office/invitation/app")?, guest.token())
        .with(
            TextInput::six_digits(w, "code", w.staff_app_confirm()).hint(w.staff_code_hint()).value(typed).error(wrong),
        )
        .with(ButtonRow::new().with(Button::primary(w.staff_app_continue())));
    let mut body = Body::new();
    if let Some(wrong) = wrong {
        body = body.with(ErrorSummary::new(w).with("code", wrong));
    }
    let body = body
        .with(Heading::page(w.staff_app_title()))
        .with(Paragraph::lead(w.staff_app_lead()))
        .with(CameraCode::new(uri.reveal(), w.staff_app_picture()))
        .with(Details::new(w.staff_app_no_camera()).with(Codes::new(w.staff_app_secret(), [secret.grouped()])).open())
        .with(form)
        .with(Notice::care().with(Paragraph::new(w.staff_app_keep())));
    let chrome = guest.chrome(w.staff_app_title()).back(guest.at("office/invitation/passphrase")?).step(2, 2);
    Ok((chrome, body))
}

/// Tries the telephone's code, sets the account up, and lets its owner in. Sent twice, it is one setting up.
pub(super) async fn app(guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.form()?;
    let w = guest.words();
    let Some(newcomer) = newcomer(guest).await? else { return invitation::begin_again(guest) };
    let Some(passphrase) = newcomer.setting_up.passphrase.clone() else {
        return Ok(web::see_other(&guest.at("office/invitation/passphrase")?)?);
    };
    let again = |sentence: &'static str| {
        let typed: String = fields.first("code").chars().take(60).collect();
        let (chrome, body) = connecting(guest, &newcomer, &typed, Some(sentence))?;
        Ok(guest.page_with_errors(chrome, body))
    };
    let typed = match fields.digits("code", 6) {
        Ok(digits) => digits,
        Err(FieldError::Missing) => return again(w.staff_code_missing()),
        Err(_) => return again(w.staff_code_not_six()),
    };
    let tried = limit_source(guest, CODES).await?;
    let SettingUp { school, staff, operation, totp_secret, .. } = &newcomer.setting_up;
    let secret = TotpSecret::kept(totp_secret.clone());
    let Some(step) = secret.step_of(typed.reveal(), guest.now()) else { return again(w.staff_code_wrong()) };
    guest.was_right(tried).await?;
    let records = guest.desk().records();
    let codes = records.recovery_codes(school, staff, operation);
    let recovery = codes.iter().map(|code| records.recovery_hash(school, staff, code)).collect();
    let credential = Credential { passphrase, totp_secret: totp_secret.clone(), recovery };
    let Some(account) = records.set_up_staff(school, staff, credential, &newcomer.code, operation).await? else {
        return invitation::begin_again(guest);
    };
    // The step counts as used, so that whoever looked over a shoulder cannot sign in with it.
    records.use_totp_step(school, staff, step, operation).await?;
    welcome::begin(guest, staff, &account, operation).await?;
    forget(guest)?;
    show_codes_once(guest, staff, operation, guest.now(), true)
}
