//! A round of emails: how far it is, what failed and what to do about it, and what came back.

use std::collections::BTreeMap;

use pages::{
    Body, Bullets, Button, ButtonRow, Column, ErrorSummary, Form, Heading, Line, LinkButton, Notice, Paragraph, Render,
    Size, Table, Tally, TextInput,
};
use permission_rules::FamilyEmail;
use reception::{Colleague, Problem};
use records::{Contact, EmailEnd, EmailRound, Mailings};
use school_types::ContactId;
use web::{Refusal, Response};
use words::Words;

use super::emails::{STEP, consent_page, is_same_mailbox, of_school, until};
use crate::{Office, form::operation};

const ADDRESS: &str = "email";

async fn round(colleague: &Colleague<'_, '_>, number: u64) -> Result<EmailRound, Problem> {
    let sent = colleague.records().mailings(colleague.school()?).fold::<Mailings>().await?.value;
    Ok(sent.round(number).ok_or(Refusal::NotFound)?.clone())
}

/// How far the round is.
pub(super) async fn show(colleague: &Colleague<'_, '_>, number: u64) -> Result<Response, Problem> {
    let round = round(colleague, number).await?;
    let (chrome, body) = page(colleague, &round, None).await?;
    Ok(colleague.page(&chrome, body))
}

fn title(w: Words, email: FamilyEmail) -> &'static str {
    match email {
        FamilyEmail::Invitation => w.emails_round_invitations(),
        FamilyEmail::Reminder => w.emails_round_reminders(),
    }
}

/// What was typed that came back, and what is wrong with it.
type Wrong<'t> = (&'t str, &'static str);

async fn page(
    colleague: &Colleague<'_, '_>,
    round: &EmailRound,
    wrong: Option<Wrong<'_>>,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let title = title(w, round.email);
    let at = guest.at(&format!("office/emails/{}", round.number))?;
    let mut body = Body::new();
    if let Some((_, error)) = wrong {
        body = body.with(ErrorSummary::new(w).with(ADDRESS, error));
    }
    if guest.request().query().has("begun", "somebody-else") {
        body = body
            .with(Notice::info().title(w.emails_somebody_else()).with(Paragraph::new(w.emails_somebody_else_text())));
    }
    if guest.request().query().has("came-back", "yes") {
        body = body.with(Notice::success().with(Paragraph::new(w.emails_came_back_done())));
    }
    let (sent, failed) = (round.ended(EmailEnd::Sent).count() as u64, round.failed().count() as u64);
    let left = (round.not_tried().count() + round.waiting().count()) as u64;
    body = body
        .with(Heading::page(title).caption(w.date_time(round.at)))
        .with(Tally::new([
            (w.number(sent), w.emails_tally_sent()),
            (w.number(left), w.emails_tally_left()),
            (w.number(failed), w.emails_tally_failed()),
        ]))
        .with(next(colleague, round, &at)?);
    if failed > 0 {
        body = body.with(failures(colleague, round).await?);
    }
    let not_wanted = [EmailEnd::NotNeeded, EmailEnd::NobodyThere, EmailEnd::Outdated];
    let reasons = not_wanted.map(|end| (end, round.ended(end).count() as u64));
    let reasons = reasons.into_iter().filter(|(_, count)| *count > 0).map(|(end, count)| match end {
        EmailEnd::NotNeeded => w.emails_not_needed(count),
        EmailEnd::NobodyThere => w.emails_nobody_there(count),
        _ => w.emails_outdated(count),
    });
    let reasons: Vec<String> = reasons.collect();
    if !reasons.is_empty() {
        body = body.with(Heading::section(w.emails_not_sent())).with(Bullets::new(reasons));
    }
    if sent > 0 || wrong.is_some() {
        let (typed, error) = wrong.unzip();
        let field = TextInput::new(w, ADDRESS, w.emails_came_back_address())
            .size(Size::Middle)
            .plain()
            .value(typed.unwrap_or_default())
            .error(error);
        let form = Form::post(format!("{at}/came-back"), colleague.token())
            .operation(&colleague.operation()?)
            .with(field)
            .with(ButtonRow::new().with(Button::secondary(w.emails_came_back_button())));
        body = body
            .with(Heading::section(w.emails_came_back()))
            .with(Paragraph::new(w.emails_came_back_text()))
            .with(form);
    }
    Ok((colleague.chrome(title)?.back(guest.at("office/emails")?), body))
}

/// What happens next: the rest is sent, or nothing is left to do.
fn next(colleague: &Colleague<'_, '_>, round: &EmailRound, at: &str) -> Result<Body, Problem> {
    let w = colleague.guest().words();
    let (not_tried, waiting) = (round.not_tried().count() as u64, round.waiting().count() as u64);
    if round.is_over() {
        return Ok(Body::new().with(Notice::success().with(Paragraph::new(w.emails_over()))));
    }
    let mut notice = Notice::info();
    if not_tried > 0 {
        notice = notice.title(w.emails_rest(not_tried)).with(Paragraph::new(w.emails_rest_text()));
    }
    if waiting > 0 {
        notice = notice.with(Paragraph::new(w.emails_waiting(waiting)));
    }
    let button = if not_tried > 0 { w.emails_send_rest() } else { w.emails_look_again() };
    let form = Form::post(at, colleague.token())
        .operation(&colleague.operation()?)
        .with(ButtonRow::new().with(Button::primary(button)));
    Ok(Body::new().with(notice).with(form))
}

/// Whom it did not reach and why, and letters for them.
async fn failures(colleague: &Colleague<'_, '_>, round: &EmailRound) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let failed: Vec<(ContactId, EmailEnd)> = round.failed().map(|(contact, end)| (contact.clone(), end)).collect();
    let ids: Vec<ContactId> = failed.iter().map(|(contact, _)| contact.clone()).collect();
    let contacts: BTreeMap<ContactId, Contact> =
        colleague.records().contacts(colleague.school()?, &ids).await?.into_iter().collect();
    let columns = [
        Column::new(w.families_column_adult()),
        Column::new(w.families_column_email()),
        Column::new(w.emails_column_why()),
    ];
    let mut table = Table::new("failed", w.emails_failed(failed.len() as u64), columns);
    for (contact, end) in &failed {
        let facts = contacts.get(contact).and_then(|contact| contact.0.as_ref());
        let name = facts.map_or(w.office_contact_gone(), |facts| facts.name.reveal().as_str());
        let address = match facts.and_then(|facts| facts.e_mail.as_ref()) {
            Some(address) => Line::new().email(address.reveal()),
            None => Line::new().text(w.families_no_email()),
        };
        let why = match end {
            EmailEnd::Returned => w.emails_why_returned(),
            EmailEnd::Refused => w.emails_why_refused(),
            _ => w.emails_why_not_sent(),
        };
        table = table.row([name.render(), address.render(), why.render()]);
    }
    let letters = guest.at(&format!("office/letters?who=emails.{}", round.number))?;
    Ok(Body::new()
        .with(Heading::section(w.emails_failed_title()))
        .with(Paragraph::new(w.emails_failed_text()))
        .with(ButtonRow::new().with(LinkButton::primary(w.emails_failed_letters(), letters)))
        .with(table))
}

/// Sends the next of it.
pub(super) async fn carry_on(office: &Office, colleague: &Colleague<'_, '_>, number: u64) -> Result<Response, Problem> {
    colleague.form()?;
    let guest = colleague.guest();
    let round = round(colleague, number).await?;
    let post = office.post(guest);
    let page = consent_page(colleague)?;
    if round.waiting().next().is_some() {
        post.retry_due(colleague.school()?, STEP).await?;
    }
    of_school(colleague, &post, &page)?.carry_on(number, STEP, until(colleague)).await?;
    Ok(web::see_other(&guest.at(&format!("office/emails/{number}"))?)?)
}

/// Records that the email to an address came back.
pub(super) async fn came_back(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    number: u64,
) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let operation = operation(&fields)?;
    let guest = colleague.guest();
    let w = guest.words();
    let round = round(colleague, number).await?;
    let typed = fields.first(ADDRESS).trim();
    // One that was reported before may be reported again.
    let sent: Vec<ContactId> = round.ended(EmailEnd::Sent).chain(round.ended(EmailEnd::Returned)).cloned().collect();
    let contacts = colleague.records().contacts(colleague.school()?, &sent).await?;
    let whose = contacts.iter().find(|(_, contact)| {
        let address = contact.0.as_ref().and_then(|facts| facts.e_mail.as_ref());
        address.is_some_and(|address| is_same_mailbox(address.reveal(), typed))
    });
    let done = format!("{}?came-back=yes", guest.at(&format!("office/emails/{number}"))?);
    let Some((contact, _)) = whose.filter(|_| !typed.is_empty()) else {
        let error = if typed.is_empty() { w.emails_came_back_missing() } else { w.emails_came_back_unknown() };
        let (chrome, body) = page(colleague, &round, Some((typed, error))).await?;
        return Ok(guest.page_with_errors(chrome, body));
    };
    let post = office.post(guest);
    let page = consent_page(colleague)?;
    of_school(colleague, &post, &page)?.came_back(number, contact, &operation).await?;
    Ok(web::see_other(&done)?)
}

/// The rounds so far, the newest first.
pub(super) fn earlier(colleague: &Colleague<'_, '_>, sent: &Mailings) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    if sent.rounds.is_empty() {
        return Ok(Body::new());
    }
    let columns = [
        Column::new(w.emails_column_when()),
        Column::new(w.emails_column_what()),
        Column::number(w.emails_tally_sent()),
        Column::number(w.emails_tally_left()),
        Column::number(w.emails_tally_failed()),
    ];
    let mut table = Table::new("rounds", w.emails_rounds(sent.rounds.len() as u64), columns);
    for round in sent.rounds.iter().rev() {
        let to = guest.at(&format!("office/emails/{}", round.number))?;
        let left = round.not_tried().count() + round.waiting().count();
        table = table.row([
            Line::new().link(w.date_time(round.at), &to).render(),
            title(w, round.email).render(),
            w.number(round.ended(EmailEnd::Sent).count() as u64).render(),
            w.number(left as u64).render(),
            w.number(round.failed().count() as u64).render(),
        ]);
    }
    Ok(Body::new().with(Heading::section(w.emails_so_far())).with(table))
}
