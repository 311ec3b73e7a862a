//! All answers on one page, before they are sent.

use pages::{Answers, Body, Button, ButtonRow, Form, Heading, Paragraph};
use permission_rules::{PupilView, Removal};
use reception::Problem;
use records::{Chosen, Step};
use web::Response;

use super::Deciding;
use crate::{
    entry::Portal,
    parent::Parent,
    recording::{Given, Recording},
    said,
};

/// The answers; where one is missing, its question.
pub(crate) async fn show(parent: &Parent<'_, '_>, deciding: &Deciding<'_>) -> Result<Response, Problem> {
    let school = parent.school()?;
    let chosen = parent.records.chosen(school, &deciding.operation, &deciding.draft).await?;
    if let Some(missing) = chosen.iter().position(Option::is_none) {
        return to_question(parent, deciding, missing + 1);
    }
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
        .with(Heading::section(w.check_send_title()))
        .with(Paragraph::new(w.check_send_text(&names)))
        .with(ButtonRow::new().with(Button::primary(w.check_send())));
    let body = Body::new()
        .with(Heading::page(w.check_title()))
        .with(Paragraph::lead(w.check_lead(&names)))
        .with(answers)
        .with(form);
    let back = parent.guest.at(&format!("consent/decide/{}/{}", deciding.operation, deciding.draft.steps()))?;
    Ok(parent.page(&parent.chrome(w.check_title())?.back(back), body))
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
        Chosen::Answer(answer) => said::answer(w, answer),
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
    parent.form()?;
    let school = parent.school()?;
    let chosen = parent.records.chosen(school, &deciding.operation, &deciding.draft).await?;
    if let Some(missing) = chosen.iter().position(Option::is_none) {
        return to_question(parent, deciding, missing + 1);
    }
    let mut given = Vec::new();
    let mut views: Vec<(&school_types::ChildId, PupilView)> = Vec::new();
    for (place, chosen) in chosen.iter().flatten().enumerate() {
        match (deciding.draft.step(place + 1), chosen) {
            (Some(Step::Purpose(id, _)), Chosen::Answer(answer)) => {
                if let Some(purpose) = deciding.purposes.iter().find(|purpose| purpose.id == *id) {
                    given.push(Given { purpose, answer: *answer });
                }
            }
            (Some(Step::View(child)), Chosen::View(view)) => views.push((child, *view)),
            _ => return to_question(parent, deciding, place + 1),
        }
    }
    let recording = Recording {
        operation: &deciding.operation,
        given: &given,
        withdrawal: None::<Removal>,
        language: parent.guest.words().language(),
    };
    let children: Vec<_> = deciding
        .children
        .iter()
        .map(|ours| (ours, views.iter().find(|(child, _)| **child == ours.id).map(|(_, view)| *view)))
        .collect();
    recording.record(portal, parent, &children).await?;
    parent.records.finish_draft(school, &deciding.operation, &parent.contact).await?;
    Ok(web::see_other(&parent.guest.at(&format!("consent/done/{}", deciding.operation))?)?)
}

fn to_question(parent: &Parent<'_, '_>, deciding: &Deciding<'_>, number: usize) -> Result<Response, Problem> {
    Ok(web::see_other(&parent.guest.at(&format!("consent/decide/{}/{number}", deciding.operation))?)?)
}
