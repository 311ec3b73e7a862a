//! The answer: the places to turn to, in the order of the rules.

use pages::{
    Body, Button, ButtonRow, Details, ErrorSummary, Form, Heading, LinkButton, Paragraph, QuickExit, Size, TextInput,
};
use reception::{Guest, Problem};
use signpost_rules::{Audience, Situation};
use web::{FieldError, Response};

use crate::{
    asked::{self, AGE, AUDIENCE, SITUATION, address},
    card::{Reader, card},
    lead,
    questions::{ELSEWHERE, for_audience},
    rules::{Rules, Signposts, broken, wit},
};

/// Whom to turn to, now and here.
pub(crate) fn show(
    guest: &Guest<'_>,
    audience: Audience,
    situation: Situation,
    age: Result<Option<u8>, FieldError>,
) -> Result<Response, Problem> {
    let w = guest.words();
    let question = asked::question(guest, audience, situation, age.ok().flatten())?;
    let advice = Signposts::advise(&question, w.language()).map_err(broken)?;
    let reader = Reader { words: w, audience, now: question.at };

    let mut body = Body::new()
        .with(QuickExit::new(w, ELSEWHERE))
        .with(Heading::page(advice.title.as_str()).caption(w.help_answer_caption()))
        .with(Paragraph::lead(advice.first.as_str()));
    let mut lead = lead::card(w, guest.school()?, audience).filter(|_| lead::is_named(situation));
    let mut others = false;
    for answer in &advice.answers {
        // Whoever answers a child day and night comes first; to an adult the school does.
        let is_lead_next = answer.rank == wit::Rank::Also || answer.rank == wit::Rank::First && !audience.is_child();
        if let Some(lead) = lead.take_if(|_| is_lead_next) {
            body = body.with(lead);
        }
        if answer.rank == wit::Rank::Also && !others {
            others = true;
            body = body.with(Heading::section(w.help_others_title()));
        }
        body = body.with(card(reader, answer, &advice.answers));
    }
    body = lead.into_iter().fold(body, Body::with);
    if let Some((youngest, oldest)) = audience.ages() {
        body = body.with(ask_age(guest, &question, (youngest, oldest), age.is_err())?);
    }
    let back = address(guest, Some(audience), None)?;
    body = body.with(ButtonRow::new().with(LinkButton::secondary(w.help_choose_again(), back.as_str())));

    let mut here = address(guest, Some(audience), Some(situation.as_str()))?;
    if let Some(age) = question.age {
        here.push_str(&format!("&{AGE}={age}"));
    }
    // Not the situation: the title of a window is seen over one's shoulder and stays in the browser's history.
    let chrome = guest.chrome(w.help_title()).languages(here).back(back);
    let body = for_audience(audience, body);
    match (age, audience.ages()) {
        (Err(_), Some((youngest, oldest))) => {
            let sentence = w.help_age_wrong(youngest.into(), oldest.into());
            let summary = ErrorSummary::new(w).with(AGE, sentence);
            Ok(guest.page_with_errors(chrome, Body::new().with(summary).with(body)))
        }
        _ => Ok(guest.page(&chrome, body)),
    }
}

/// Not a question, an offer: some places take only some ages, and are left out or say so until the age is known.
fn ask_age(
    guest: &Guest<'_>,
    question: &signpost_rules::Question<'_>,
    (youngest, oldest): (u8, u8),
    is_wrong: bool,
) -> Result<Details, Problem> {
    let w = guest.words();
    let typed = guest.request().query().first(AGE);
    let error = is_wrong.then(|| w.help_age_wrong(youngest.into(), oldest.into()));
    let input = TextInput::new(w, AGE, w.help_age_label()).size(Size::Short).plain().value(typed).error(error);
    let form = Form::get(guest.at("help")?)
        .hidden(AUDIENCE, question.audience.as_str())
        .hidden(SITUATION, question.situation.as_str())
        .with(input)
        .with(ButtonRow::new().with(Button::secondary(w.help_age_button())));
    let details = Details::new(w.help_age_title()).with(Paragraph::new(w.help_age_why())).with(form);
    Ok(if is_wrong || question.age.is_some() { details.open() } else { details })
}
