//! All answers on one page, before they are sent.

use pages::{Answers, Body, Button, ButtonRow, Chrome, Form, Heading, Notice, Paragraph};
use permission_rules::PupilView;
use reception::Problem;
use records::{Chosen, Step};
use school_types::{Fingerprint, OperationId};
use web::Response;

use super::{Deciding, done::SENT_BEFORE};
use crate::{
    entry::Portal,
    parent::{Ours, Parent},
    recording::{Given, Recording, complete},
    said,
};

/// The field that says which answers the page showed: what is sent must be what was read.
const SHOWN: &str = "shown";

/// The answers; where one is missing, its question.
pub(crate) async fn show(parent: &Parent<'_, '_>, deciding: &Deciding<'_>) -> Result<Response, Problem> {
    let school = parent.school()?;
    let chosen = parent.records.chosen(school, &deciding.operation, &deciding.draft).await?;
    if let Some(missing) = chosen.iter().position(Option::is_none) {
        return to_question(parent, deciding, missing + 1);
    }
    let (chrome, body) = page(parent, deciding, &chosen, None)?;
    Ok(parent.page(&chrome, body))
}

fn page(
    parent: &Parent<'_, '_>,
    deciding: &Deciding<'_>,
    chosen: &[Option<Chosen>],
    changed: Option<&'static str>,
) -> Result<(Chrome, Body), Problem> {
    let w = parent.guest.words();
    let names = deciding.names(w);
    let mut answers = Answers::new(w);
    for (place, chosen) in chosen.iter().flatten().enumerate() {
        let number = place + 1;
        let change = parent.guest.at(&format!("consent/decide/{}/{number}?from=check", deciding.operation))?;
        let (question, answer) = row(parent, deciding, number, *chosen);
        answers = answers.changeable(question, answer, change);
    }
    let action = parent.guest.at(&format!("consent/decide/{}/check", deciding.operation))?;
    let form = Form::post(action, parent.token())
        .hidden(SHOWN, shown(chosen)?.as_str())
        .with(Heading::section(w.check_send_title()))
        .with(Paragraph::new(w.check_send_text(&names)))
        .with(ButtonRow::new().with(Button::primary(w.check_send())));
    let mut body = Body::new();
    if let Some(changed) = changed {
        body = body.with(Notice::care().with(Paragraph::new(changed)));
    }
    let body =
        body.with(Heading::page(w.check_title())).with(Paragraph::lead(w.check_lead(&names))).with(answers).with(form);
    let back = parent.guest.at(&format!("consent/decide/{}/{}", deciding.operation, deciding.draft.steps()))?;
    Ok((parent.chrome(w.check_title())?.back(back), body))
}

fn shown(chosen: &[Option<Chosen>]) -> Result<Fingerprint, Problem> {
    vault::fingerprint(&chosen).map_err(|_| Problem::Broken("answers that cannot be written down"))
}

fn row(parent: &Parent<'_, '_>, deciding: &Deciding<'_>, number: usize, chosen: Chosen) -> (String, &'static str) {
    let w = parent.guest.words();
    let question = match deciding.draft.step(number) {
        Some(Step::Purpose(id, _)) => {
            let purpose = deciding.purposes.iter().find(|purpose| purpose.id == *id);
            purpose.map(|purpose| purpose.wording(w.language()).title).unwrap_or_default()
        }
        Some(Step::View(child)) => {
            let ours = deciding.children.iter().find(|ours| ours.id == *child);
            ours.map(|ours| w.check_view_row(ours.called())).unwrap_or_default()
        }
        None => String::new(),
    };
    let answer = match chosen {
        Chosen::Answer(answer, _) => said::answer(w, answer),
        Chosen::View(view) => said::view(w, view),
    };
    (question, answer)
}

/// Records the answers for every child, each in its own stream, and leads to the receipts. Sent twice, it is recorded
/// once: the draft's id is the operation.
pub(crate) async fn send(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    deciding: &Deciding<'_>,
) -> Result<Response, Problem> {
    let fields = parent.form()?;
    let school = parent.school()?;
    let chosen = parent.records.chosen(school, &deciding.operation, &deciding.draft).await?;
    if let Some(missing) = chosen.iter().position(Option::is_none) {
        return to_question(parent, deciding, missing + 1);
    }
    if fields.one(SHOWN) != Ok(shown(&chosen)?.as_str()) {
        let (chrome, body) = page(parent, deciding, &chosen, Some(parent.guest.words().check_changed()))?;
        return Ok(parent.guest.page_with_errors(chrome, body));
    }
    let mut given = Vec::new();
    let mut views: Vec<(&school_types::ChildId, PupilView)> = Vec::new();
    for (place, chosen) in chosen.iter().flatten().enumerate() {
        match (deciding.draft.step(place + 1), chosen) {
            (Some(Step::Purpose(id, _)), Chosen::Answer(answer, language)) => {
                if let Some(purpose) = deciding.purposes.iter().find(|purpose| purpose.id == *id) {
                    given.push(Given { purpose, answer: *answer, language: *language });
                }
            }
            (Some(Step::View(child)), Chosen::View(view)) => views.push((child, *view)),
            _ => return to_question(parent, deciding, place + 1),
        }
    }
    let recording = Recording { operation: &deciding.operation, given: &given, withdrawal: None };
    let children: Vec<_> = deciding
        .children
        .iter()
        .map(|ours| (ours, views.iter().find(|(child, _)| **child == ours.id).map(|(_, view)| *view)))
        .collect();
    recording.record(portal, parent, &children).await?;
    parent.records.finish_draft(school, &deciding.operation, &parent.contact).await?;
    Ok(web::see_other(&parent.guest.at(&format!("consent/done/{}", deciding.operation))?)?)
}

/// The same form once more, after everything was recorded: completes what was perhaps not finished, and leads to the
/// same receipts.
pub(crate) async fn send_again(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    operation: &OperationId,
    recorded: &[(Ours, u64)],
) -> Result<Response, Problem> {
    parent.form()?;
    let recorded: Vec<(&Ours, u64)> = recorded.iter().map(|(ours, number)| (ours, *number)).collect();
    complete(portal, parent, operation, &recorded).await?;
    parent.records.finish_draft(parent.school()?, operation, &parent.contact).await?;
    Ok(web::see_other(&parent.guest.at(&format!("consent/done/{operation}"))?)?)
}

/// Back at questions whose answers are recorded: to the receipts, which say how to change one's mind.
pub(crate) fn sent_before(parent: &Parent<'_, '_>, operation: &OperationId) -> Result<Response, Problem> {
    let (name, value) = SENT_BEFORE;
    Ok(web::see_other(&parent.guest.at(&format!("consent/done/{operation}?{name}={value}"))?)?)
}

/// Back at the answers of a form that was interrupted while it was recorded.
pub(crate) fn back(parent: &Parent<'_, '_>, operation: &OperationId) -> Result<Response, Problem> {
    Ok(web::see_other(&parent.guest.at(&format!("consent/decide/{operation}/check"))?)?)
}

fn to_question(parent: &Parent<'_, '_>, deciding: &Deciding<'_>, number: usize) -> Result<Response, Problem> {
    Ok(web::see_other(&parent.guest.at(&format!("consent/decide/{}/{number}", deciding.operation))?)?)
}
