//! The two questions. Each answer is a link: one tap, no button, no script, and going back is the browser's own.

use pages::{Body, ErrorSummary, ForChildren, Heading, Paragraph, Picks, QuickExit};
use reception::{Guest, Problem};
use signpost_rules::{Audience, Situation};
use web::Response;
use words::Words;

use crate::{
    asked::{AUDIENCE, SITUATION, address},
    rules::{Rules, Signposts},
};

/// Where the quick way out leads: a page anybody might have open, the one that pages of this kind commonly lead to.
pub(crate) const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";

/// Who asks. A situation that is known already, because a link brought it along, is kept.
pub(crate) fn who(guest: &Guest<'_>, situation: Option<Situation>, is_wrong: bool) -> Result<Response, Problem> {
    let w = guest.words();
    let situation = situation.map(Situation::as_str);
    let mut picks = Picks::new(AUDIENCE);
    for audience in Audience::ALL {
        picks = picks.with(audience_said(w, *audience), address(guest, Some(*audience), situation)?);
    }
    let body = Body::new()
        .with(QuickExit::new(w, ELSEWHERE))
        .with(Heading::page(w.help_who_title()))
        .with(Paragraph::lead(w.help_who_lead()))
        .with(picks);
    let wrong = is_wrong.then_some((AUDIENCE, w.help_who_wrong()));
    let here = address(guest, None, situation)?;
    Ok(page(guest, w.help_title(), 1, (guest.at("")?, here), body, wrong))
}

/// What it is about, in the words of who asks.
pub(crate) fn what(guest: &Guest<'_>, audience: Audience, is_wrong: bool) -> Result<Response, Problem> {
    let w = guest.words();
    let title = if audience == Audience::Under11 { w.help_what_title_child() } else { w.help_what_title() };
    let mut picks = Picks::new(SITUATION);
    for choice in Signposts::choices(audience, w.language()) {
        picks = picks.with(choice.title, address(guest, Some(audience), Some(&choice.code))?);
    }
    let body = Body::new()
        .with(QuickExit::new(w, ELSEWHERE))
        .with(Heading::page(title))
        .with(Paragraph::lead(w.help_what_lead()))
        .with(picks);
    let wrong = is_wrong.then_some((SITUATION, w.help_what_wrong()));
    let (back, here) = (address(guest, None, None)?, address(guest, Some(audience), None)?);
    let body = for_audience(audience, body);
    Ok(page(guest, title, 2, (back, here), body, wrong))
}

/// Larger for the youngest.
pub(crate) fn for_audience(audience: Audience, body: Body) -> Body {
    if audience == Audience::Under11 { Body::new().with(ForChildren::new(body)) } else { body }
}

fn page(
    guest: &Guest<'_>,
    title: &str,
    step: u64,
    (back, here): (String, String),
    body: Body,
    wrong: Option<(&'static str, &'static str)>,
) -> Response {
    let chrome = guest.chrome(title).languages(here).back(back).step(step, 2);
    match wrong {
        None => guest.page(&chrome, body),
        Some((field, sentence)) => {
            let summary = ErrorSummary::new(guest.words()).with(field, sentence);
            guest.page_with_errors(chrome, Body::new().with(summary).with(body))
        }
    }
}

fn audience_said(w: Words, audience: Audience) -> &'static str {
    match audience {
        Audience::Under11 => w.help_who_under_11(),
        Audience::From11To18 => w.help_who_11_18(),
        Audience::Parent => w.help_who_parent(),
        Audience::Staff => w.help_who_staff(),
        Audience::Public => w.help_who_public(),
    }
}
