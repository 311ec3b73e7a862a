//! The tokens with which programs use the school's API.

use std::collections::BTreeSet;

use pages::{Body, Bullets, Button, ButtonRow, Checkboxes, Choice, Column, Empty, ErrorSummary, Form, Heading, Inset};
use pages::{Line, LinkButton, Notice, Paragraph, Render, Table, TextInput, Width};
use reception::{Colleague, Problem};
use records::{ApiTokens, AuditEvent, TokenScope};
use school_types::OperationId;
use web::{FormGuard, Refusal, Response};
use words::Words;

use super::{fields::take, form::Wrong};

const PATH: &str = "office/settings/tokens";
/// The longest label, in characters.
const LABEL: usize = 60;

/// Every token that holds, and the form for another.
pub(super) async fn list(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let w = colleague.guest().words();
    let is_ended = colleague.guest().request().query().first("ended") == "yes";
    let ended = Notice::success().title(w.settings_tokens_ended());
    let ended = is_ended.then(|| ended.with(Paragraph::new(w.settings_tokens_ended_text())));
    page(colleague, Body::new().with_all(ended), &[], &Typed::default()).await
}

/// What was typed, to show it again.
#[derive(Default)]
struct Typed<'f> {
    label: &'f str,
    scopes: Vec<TokenScope>,
}

fn may(w: Words, scope: TokenScope) -> &'static str {
    match scope {
        TokenScope::Check => w.tokens_scope_check(),
        TokenScope::PupilsAndContacts => w.tokens_scope_pupils(),
        TokenScope::Staff => w.tokens_scope_staff(),
    }
}

fn about(w: Words, scope: TokenScope) -> &'static str {
    match scope {
        TokenScope::Check => w.tokens_scope_check_about(),
        TokenScope::PupilsAndContacts => w.tokens_scope_pupils_about(),
        TokenScope::Staff => w.tokens_scope_staff_about(),
    }
}

/// What a token may do, one thing below the other.
fn may_do(w: Words, scopes: &BTreeSet<TokenScope>) -> Bullets {
    Bullets::new(scopes.iter().map(|scope| may(w, *scope)))
}

/// How many tokens were made before tokens had scopes: what they did besides checking, they do no more.
pub(crate) async fn old(colleague: &Colleague<'_, '_>) -> Result<usize, Problem> {
    let tokens = colleague.records().api_tokens(colleague.school()?).fold::<ApiTokens>().await?.value.0;
    Ok(tokens.values().filter(|token| token.is_old).count())
}

async fn page(
    colleague: &Colleague<'_, '_>,
    notice: Body,
    wrong: &[Wrong],
    typed: &Typed<'_>,
) -> Result<Response, Problem> {
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
        let old = tokens.values().filter(|token| token.is_old).count() as u64;
        if old > 0 {
            let notice = Notice::care().title(w.tokens_old(old)).with(Paragraph::new(w.tokens_old_text()));
            body = body.with(notice);
        }
        let columns = [w.settings_tokens_label(), w.tokens_may(), w.settings_tokens_made(), w.settings_tokens_end()]
            .map(Column::new);
        let mut table = Table::new("tokens", w.settings_tokens_count(tokens.len() as u64), columns);
        for (id, token) in &tokens {
            let label = token.label.reveal();
            let end = Form::post(guest.at(&format!("{PATH}/{id}/end"))?, colleague.token())
                .with(Button::quiet(w.settings_tokens_end_name(label)));
            let may = may_do(w, &token.scopes);
            table = table.row([label.render(), may.render(), w.date_time(token.made).render(), end.render()]);
        }
        body = body.with(table);
    }
    let said = |field: &str| wrong.iter().find(|(name, _)| name == field).map(|(_, message)| message.as_str());
    let input = TextInput::new(w, "label", w.settings_tokens_label())
        .hint(w.settings_tokens_label_hint())
        .value(typed.label)
        .error(said("label"));
    let choices = TokenScope::ALL.map(|scope| Choice::new(scope.as_str(), may(w, scope)).hint(about(w, scope)));
    let scopes = choices
        .into_iter()
        .fold(Checkboxes::new(w, "scopes", w.tokens_may_question()), Checkboxes::with)
        .chosen(typed.scopes.iter().map(|scope| scope.as_str()))
        .error(said("scopes"));
    let form = Form::post(guest.at(PATH)?, colleague.token())
        .operation(&colleague.operation()?)
        .with(input)
        .with(scopes)
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
    let mut wrong = Vec::new();
    let label = take(w, &mut wrong, "label", fields.line("label", LABEL));
    let scopes = fields.choices::<TokenScope>("scopes");
    if matches!(&scopes, Ok(scopes) if scopes.is_empty()) {
        wrong.push(("scopes".into(), w.tokens_may_missing().to_owned()));
    }
    let scopes = take(w, &mut wrong, "scopes", scopes).unwrap_or_default();
    let Some(label) = label.filter(|_| wrong.is_empty()) else {
        return page(colleague, Body::new(), &wrong, &Typed { label: fields.first("label"), scopes }).await;
    };
    let scopes: BTreeSet<TokenScope> = scopes.into_iter().collect();
    let (records, school) = (colleague.records(), colleague.school()?);
    let mut body = Body::new();
    if records.api_tokens(school).find(&operation).await?.is_some() {
        let notice = Notice::info().title(w.settings_tokens_new_again());
        body = body.with(Heading::page(w.settings_topic_tokens())).with(notice);
    } else {
        let token = base16ct::lower::encode_string(&vault::random::<32>()?);
        records.allow_token(school, &token, &label, &scopes, &operation).await?;
        records.audit(school).append(&AuditEvent::TokenMade, None).await?;
        body = body
            .with(Heading::page(w.settings_tokens_new()).caption(label))
            .with(Paragraph::lead(w.settings_tokens_new_text()))
            .with(Inset::new(Paragraph::new(Line::new().strong(token))))
            .with(Heading::section(w.tokens_may()))
            .with(may_do(w, &scopes));
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
