//! The tokens with which programs use the school's API.

use pages::{Body, Button, ButtonRow, Column, Empty, ErrorSummary, Form, Heading, Inset, Line, Notice, Paragraph};
use pages::{LinkButton, Render, Table, TextInput, Width};
use reception::{Colleague, Problem};
use records::{ApiTokens, AuditEvent};
use school_types::OperationId;
use web::{FormGuard, Refusal, Response};

use super::{fields::wrong_said, form::Wrong};

const PATH: &str = "office/settings/tokens";
/// The longest label, in characters.
const LABEL: usize = 60;

/// Every token that holds, and the form for another.
pub(super) async fn list(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let w = colleague.guest().words();
    let is_ended = colleague.guest().request().query().first("ended") == "yes";
    let ended = Notice::success().title(w.settings_tokens_ended());
    let ended = is_ended.then(|| ended.with(Paragraph::new(w.settings_tokens_ended_text())));
    page(colleague, Body::new().with_all(ended), &[], "").await
}

async fn page(colleague: &Colleague<'_, '_>, notice: Body, wrong: &[Wrong], label: &str) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let tokens = colleague.records().api_tokens(colleague.school()?).fold::<ApiTokens>().await?.value.0;
    let summary =
        wrong.iter().fold(ErrorSummary::new(w), |summary, (field, message)| summary.with(field.as_ref(), message));
    let mut body = Body::new()
        .with(summary)
        .with(notice)
        .with(Heading::page(w.settings_topic_tokens()))
        .with(Paragraph::lead(w.settings_tokens_lead()));
    if tokens.is_empty() {
        body = body.with(Empty::new(w.settings_tokens_none(), w.settings_tokens_none_text()));
    } else {
        let columns = [w.settings_tokens_label(), w.settings_tokens_made(), w.settings_tokens_end()].map(Column::new);
        let mut table = Table::new("tokens", w.settings_tokens_count(tokens.len() as u64), columns);
        for (id, token) in &tokens {
            let label = token.label.reveal();
            let end = Form::post(guest.at(&format!("{PATH}/{id}/end"))?, colleague.token())
                .with(Button::quiet(w.settings_tokens_end_name(label)));
            table = table.row([label.render(), w.date_time(token.made).render(), end.render()]);
        }
        body = body.with(table);
    }
    let input = TextInput::new(w, "label", w.settings_tokens_label())
        .hint(w.settings_tokens_label_hint())
        .value(label)
        .error(wrong.first().map(|(_, message)| message.as_str()));
    let form = Form::post(guest.at(PATH)?, colleague.token())
        .operation(&colleague.operation()?)
        .with(input)
        .with(ButtonRow::new().with(Button::primary(w.settings_tokens_make())));
    let body = body.with(Heading::section(w.settings_tokens_make_title())).with(form);
    let chrome = colleague.chrome(w.settings_topic_tokens())?.width(Width::Wide).back(guest.at("office/settings")?);
    if wrong.is_empty() { Ok(colleague.page(&chrome, body)) } else { Ok(guest.page_with_errors(chrome, body)) }
}

/// Makes a token and shows it, this once.
pub(super) async fn make(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let guest = colleague.guest();
    let w = guest.words();
    let operation: OperationId = fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?;
    let label = match fields.line("label", LABEL) {
        Ok(label) => label,
        Err(error) => {
            let wrong = [("label".into(), wrong_said(w, error))];
            return page(colleague, Body::new(), &wrong, fields.first("label")).await;
        }
    };
    let (records, school) = (colleague.records(), colleague.school()?);
    let mut body = Body::new();
    if records.api_tokens(school).find(&operation).await?.is_some() {
        let notice = Notice::info().title(w.settings_tokens_new_again());
        body = body.with(Heading::page(w.settings_topic_tokens())).with(notice);
    } else {
        let token = base16ct::lower::encode_string(&vault::random::<32>()?);
        records.allow_token(school, &token, &label, &operation).await?;
        records.audit(school).append(&AuditEvent::TokenMade, None).await?;
        body = body
            .with(Heading::page(w.settings_tokens_new()).caption(label))
            .with(Paragraph::lead(w.settings_tokens_new_text()))
            .with(Inset::new(Paragraph::new(Line::new().strong(token))));
    }
    let back = ButtonRow::new().with(LinkButton::primary(w.settings_tokens_back(), guest.at(PATH)?));
    let chrome = colleague.chrome(w.settings_tokens_new())?.back(guest.at(PATH)?);
    Ok(colleague.page(&chrome, body.with(back)))
}

/// Ends a token. Ending it twice is ending it once.
pub(super) async fn end(colleague: &Colleague<'_, '_>, id: &OperationId) -> Result<Response, Problem> {
    colleague.form()?;
    let (records, school) = (colleague.records(), colleague.school()?);
    if records.end_token(school, id).await?.is_some() {
        records.audit(school).append(&AuditEvent::TokenEnded, None).await?;
    }
    Ok(web::see_other(&colleague.guest().at(&format!("{PATH}?ended=yes"))?)?)
}
