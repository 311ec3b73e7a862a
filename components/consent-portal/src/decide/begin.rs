//! For whom the answers are.

use std::str::FromStr;

use pages::{Body, Button, ButtonRow, ErrorSummary, Form, Radios};
use reception::Problem;
use records::Draft;
use school_types::ChildId;
use web::{Refusal, Response};

use super::names;
use crate::parent::{Ours, Parent};

/// Whom somebody answers for.
enum Whom {
    All,
    One(ChildId),
}

impl FromStr for Whom {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text == "all" { Ok(Self::All) } else { text.parse().map(Self::One).map_err(drop) }
    }
}

/// Asks, where there is more than one child; else leads back to the children, where each has a button of its own.
pub(crate) async fn show(parent: &Parent<'_, '_>) -> Result<Response, Problem> {
    let children = parent.children().await?;
    let open = still_open(parent, &children)?;
    if open.len() < 2 {
        return Ok(web::see_other(&parent.guest.at("consent/children")?)?);
    }
    let (chrome, body) = form(parent, &open, None)?;
    Ok(parent.page(&chrome, body))
}

fn still_open<'c>(parent: &Parent<'_, '_>, children: &'c [Ours]) -> Result<Vec<&'c Ours>, Problem> {
    let purposes = parent.purposes()?;
    Ok(children.iter().filter(|ours| !ours.open(purposes).is_empty()).collect())
}

fn form(
    parent: &Parent<'_, '_>,
    open: &[&Ours],
    error: Option<&'static str>,
) -> Result<(pages::Chrome, Body), Problem> {
    let w = parent.guest.words();
    let mut question = Radios::new(w, "whom", w.begin_title()).as_heading().hint(w.begin_hint()).error(error);
    if open.len() > 1 {
        question = question.choice("all", w.begin_all(&names(w, open)));
    }
    for ours in open {
        question = question.choice(ours.id.as_str(), w.begin_one(ours.called()));
    }
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with("whom", error));
    }
    let form = Form::post(parent.guest.at("consent/begin")?, parent.token())
        .with(question)
        .with(ButtonRow::new().with(Button::primary(w.shared_continue())));
    let chrome = parent.chrome(w.begin_title())?.back(parent.guest.at("consent/children")?);
    Ok((chrome, body.with(form)))
}

/// Begins a draft for the chosen children and leads to its first question. Children of different needs share the
/// questions that any of them has open.
pub(crate) async fn begin(parent: &Parent<'_, '_>) -> Result<Response, Problem> {
    let fields = parent.form()?;
    let children = parent.children().await?;
    let open = still_open(parent, &children)?;
    let w = parent.guest.words();
    let chosen: Vec<&Ours> = match fields.choice::<Whom>("whom") {
        // Another tab has answered meanwhile.
        Ok(Whom::All) if open.is_empty() && !children.is_empty() => {
            return Ok(web::see_other(&parent.guest.at("consent/children")?)?);
        }
        Ok(Whom::All) => open.clone(),
        Ok(Whom::One(id)) => children.iter().filter(|ours| ours.id == id && !ours.has_left).collect(),
        Err(_) => Vec::new(),
    };
    if chosen.is_empty() {
        let here: Vec<&Ours> = children.iter().filter(|ours| !ours.has_left).collect();
        let offered = if open.is_empty() { &here } else { &open };
        if offered.is_empty() {
            return Err(Refusal::NotFound.into());
        }
        let (chrome, body) = form(parent, offered, Some(w.begin_error()))?;
        return Ok(parent.guest.page_with_errors(chrome, body));
    }
    let draft = draft(parent, &chosen)?;
    let operation = school_types::OperationId::from_bytes(vault::random()?);
    parent.records.begin_draft(parent.school()?, &operation, &draft).await?;
    Ok(web::see_other(&parent.guest.at(&format!("consent/decide/{operation}/1"))?)?)
}

fn draft(parent: &Parent<'_, '_>, chosen: &[&Ours]) -> Result<Draft, Problem> {
    let profile = parent.guest.school()?.profile();
    let any_open = |purpose: &&permission_rules::Purpose| {
        chosen.iter().any(|ours| !ours.permissions.value.has_answered(&parent.contact, purpose))
    };
    let mut asked: Vec<_> = profile.purposes.iter().filter(any_open).collect();
    if asked.is_empty() {
        // Everything was answered: whoever begins again wants to go through all of it.
        asked = profile.purposes.iter().collect();
    }
    let viewers =
        chosen.iter().filter(|ours| profile.pupil_view.asks(ours.facts.year_group, Some(ours.facts.key_stage)));
    Ok(Draft {
        contact: parent.contact.clone(),
        children: chosen.iter().map(|ours| ours.id.clone()).collect(),
        purposes: asked.iter().map(|purpose| (purpose.id.clone(), purpose.version)).collect(),
        viewers: viewers.map(|ours| ours.id.clone()).collect(),
        begun: parent.guest.now(),
        seen: chosen.iter().map(|ours| (ours.id.clone(), ours.permissions.settled())).collect(),
    })
}
