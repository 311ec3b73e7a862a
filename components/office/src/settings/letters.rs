//! How the school's letters travel: its account with GOV.UK Notify, and a letter to try it.

use letters::{DeliveryError, Letter, NotifyAccount, NotifyKey, Outcome, TemplateId, TestLetter};
use pages::{Body, Button, ButtonRow, ErrorSummary, Form, Heading, Notice, Paragraph, Steps, TextInput};
use reception::{Colleague, Problem};
use records::{AuditEvent, SettingsPart};
use school_types::OperationId;
use settings::Delivery;
use web::{FormGuard, Refusal, Response};
use words::Words;

use super::form::Wrong;
use crate::Office;

const PATH: &str = "office/settings/letters";

/// How letters travel, in a sentence.
pub(super) async fn said(colleague: &Colleague<'_, '_>) -> Result<String, Problem> {
    let w = colleague.guest().words();
    Ok(match delivery(colleague)? {
        Delivery::Outbox => w.settings_letters_outbox().to_owned(),
        Delivery::Webhook => w.settings_letters_webhook().to_owned(),
        Delivery::Notify => match account(colleague).await? {
            Some(account) => w.settings_letters_present(account.template.as_str()),
            None => w.settings_letters_absent().to_owned(),
        },
    })
}

/// Whether letters can leave.
pub(super) async fn is_ready(colleague: &Colleague<'_, '_>) -> Result<bool, Problem> {
    Ok(delivery(colleague)? != Delivery::Notify || account(colleague).await?.is_some())
}

fn delivery(colleague: &Colleague<'_, '_>) -> Result<Delivery, Problem> {
    Ok(colleague.guest().desk().settings().delivery()?)
}

async fn account(colleague: &Colleague<'_, '_>) -> Result<Option<NotifyAccount>, Problem> {
    Ok(NotifyAccount::of(colleague.records(), colleague.school()?).await?)
}

/// The page.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let w = colleague.guest().words();
    let is_saved = colleague.guest().request().query().first("saved") == "yes";
    let saved = Notice::success().title(w.settings_letters_saved());
    let saved = is_saved.then(|| saved.with(Paragraph::new(w.settings_letters_saved_text())));
    page(colleague, Body::new().with_all(saved), &[], "").await
}

async fn page(
    colleague: &Colleague<'_, '_>,
    notice: Body,
    wrong: &[Wrong],
    template: &str,
) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let summary =
        wrong.iter().fold(ErrorSummary::new(w), |summary, (field, message)| summary.with(field.as_ref(), message));
    let mut body = Body::new()
        .with(summary)
        .with(notice)
        .with(Heading::page(w.settings_topic_letters()))
        .with(Paragraph::lead(w.settings_letters_lead()));
    if delivery(colleague)? == Delivery::Notify {
        let steps = [w.settings_letters_steps_1(), w.settings_letters_steps_2(), w.settings_letters_steps_3()];
        body = body
            .with(Paragraph::new(w.settings_letters_notify()))
            .with(Notice::info().title(said(colleague).await?))
            .with(Steps::new(steps))
            .with(account_form(colleague, wrong, template)?);
    } else {
        body = body.with(Notice::info().title(said(colleague).await?));
    }
    if is_ready(colleague).await? {
        let test = Form::post(guest.at("office/settings/letters/test")?, colleague.token())
            .operation(&colleague.operation()?)
            .with(Paragraph::new(w.settings_letters_test_about()))
            .with(ButtonRow::new().with(Button::secondary(w.settings_letters_test())));
        body = body.with(test);
    }
    let chrome = colleague.chrome(w.settings_topic_letters())?.back(guest.at("office/settings")?);
    if wrong.is_empty() { Ok(colleague.page(&chrome, body)) } else { Ok(guest.page_with_errors(chrome, body)) }
}

fn account_form(colleague: &Colleague<'_, '_>, wrong: &[Wrong], template: &str) -> Result<Form, Problem> {
    let w = colleague.guest().words();
    let error = |name: &str| wrong.iter().find(|(field, _)| field == name).map(|(_, message)| message.as_str());
    // A passphrase field: the key is typed by nobody, and must not be read over a shoulder or written back.
    let key = TextInput::passphrase(w, "key", w.settings_letters_key())
        .autocomplete("off")
        .hint(w.settings_letters_key_hint())
        .error(error("key"));
    let id = TextInput::new(w, "template", w.settings_letters_template())
        .plain()
        .hint(w.settings_letters_template_hint())
        .value(template)
        .error(error("template"));
    Ok(Form::post(colleague.guest().at(PATH)?, colleague.token())
        .operation(&colleague.operation()?)
        .with(key)
        .with(id)
        .with(ButtonRow::new().with(Button::primary(w.settings_letters_save()))))
}

/// Keeps the account. The last one who saves wins: a key in force is the newest.
pub(super) async fn save(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    if delivery(colleague)? != Delivery::Notify {
        return Err(Refusal::NotFound.into());
    }
    let w = colleague.guest().words();
    let key = fields.first("key").trim().parse::<NotifyKey>();
    let template = fields.first("template").trim().parse::<TemplateId>();
    let (Ok(key), Ok(template)) = (&key, &template) else {
        let mut wrong: Vec<Wrong> = Vec::new();
        if key.is_err() {
            wrong.push(("key".into(), w.settings_letters_key_wrong().to_owned()));
        }
        if template.is_err() {
            wrong.push(("template".into(), w.settings_letters_template_wrong().to_owned()));
        }
        return page(colleague, Body::new(), &wrong, fields.first("template")).await;
    };
    let (records, school) = (colleague.records(), colleague.school()?);
    NotifyAccount { key: key.clone(), template: template.clone() }.keep(records, school).await?;
    let event = AuditEvent::SettingsChanged { what: SettingsPart::Notify };
    records.audit(school).append(&event, None).await?;
    Ok(web::see_other(&colleague.guest().at(&format!("{PATH}?saved=yes"))?)?)
}

/// Sends a letter to whoever asks for it, and says what the courier made of it.
pub(super) async fn test(office: &Office, colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let id: OperationId = fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?;
    let guest = colleague.guest();
    let w = guest.words();
    let school = guest.school()?;
    let letter = Letter {
        id,
        school: school.id().clone(),
        contact: None,
        to: colleague.facts().e_mail.clone(),
        message: TestLetter { school: school.name().get(w.language()) }.write(w),
    };
    let notice = match office.send(guest, &letter).await? {
        Outcome::Sent => {
            Notice::success().title(w.settings_letters_sent()).with(Paragraph::new(w.settings_letters_sent_text()))
        }
        Outcome::Waiting => {
            Notice::care().title(w.settings_letters_waiting()).with(Paragraph::new(w.settings_letters_waiting_text()))
        }
        Outcome::GivenUp { why } => Notice::care()
            .title(w.settings_letters_failed())
            .with(Paragraph::new(w.settings_letters_failed_text(why_said(w, why)))),
    };
    page(colleague, Body::new().with(notice), &[], "").await
}

fn why_said(w: Words, why: DeliveryError) -> &'static str {
    match why {
        DeliveryError::Busy { .. } => w.settings_letters_why_busy(),
        DeliveryError::Unreachable | DeliveryError::TooLate => w.settings_letters_why_silent(),
        DeliveryError::NotAccepted { .. } => w.settings_letters_why_refused(),
        DeliveryError::NotSetUp => w.settings_letters_why_absent(),
        DeliveryError::BadAddress => w.settings_letters_why_address(),
    }
}
