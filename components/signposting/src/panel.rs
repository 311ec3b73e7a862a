//! The panel for a frame on the school's own website (P1 2.1): the same for everybody for an hour, so it says nothing of
//! hours.

use http::StatusCode;
use pages::{Panel, PanelPlace, SchoolLook};
use reception::{FramedBy, Guest, Problem};
use school_types::Language;
use web::{Caching, Response};
use words::Words;

use crate::{
    kept::{Asked, Form, Kept},
    lead,
    rules::{Rules, Signposts, date, wit},
    said,
};

/// How long browsers keep it, in seconds.
const KEPT: u32 = 3600;

/// The national number for danger; it stands in a line of its own above the others.
const EMERGENCY: &str = "police-emergency";

/// Shows the panel, in the school's first language or as `?lang=` says: a cookie would make it differ from reader to
/// reader, and in a frame there is none.
pub(crate) fn show(guest: &Guest<'_>, kept: &Kept) -> Result<Response, Problem> {
    let asked = guest.request().query().choice::<Language>("lang").ok();
    let language = asked.unwrap_or(guest.school()?.profile().first_language());
    let asked = Asked { form: Form::Panel, language, audience: None, situation: None, age: None };
    kept.answer(guest, asked, || make(guest, Words::new(language)))
}

fn make(guest: &Guest<'_>, w: Words) -> Result<Response, Problem> {
    let school = guest.school()?;
    let mut panel = Panel::new(w, w.help_panel_title(), SchoolLook::of(school, w.language()));
    let mut places = 0;
    for entry in Signposts::panel(clock::london_date(guest.now()), w.language()) {
        if entry.id != EMERGENCY && places == 1 {
            // Right after whoever answers a child day and night.
            panel = lead::place(w, school).into_iter().fold(panel, Panel::place);
        }
        places += usize::from(entry.id != EMERGENCY);
        panel = if entry.id == EMERGENCY {
            entry
                .ways
                .iter()
                .fold(panel, |panel, way| panel.emergency(w.help_panel_emergency(), label(w, way), way.href.as_str()))
        } else {
            panel.place(place(w, &entry))
        };
    }
    let more = format!("{}?lang={}", guest.at("help")?, w.language().tag());
    let panel = panel.more(w.help_panel_more(), more);
    let mut response = web::page(StatusCode::OK, panel.document());
    response.extensions_mut().insert(Caching::Public { seconds: KEPT, immutable: false });
    response.extensions_mut().insert(FramedBy(school.profile().embed_origins.clone()));
    Ok(response)
}

fn place(w: Words, entry: &wit::PanelEntry) -> PanelPlace {
    let place = PanelPlace::new(entry.name.as_str(), entry.purpose.as_str());
    let place = match entry.last_checked {
        Some(day) => place.note(w.help_panel_checked(&w.short_date(date(day)))),
        None => place,
    };
    entry.ways.iter().fold(place, |place, way| place.way(label(w, way), way.href.as_str()))
}

fn label(w: Words, way: &wit::PanelWay) -> String {
    said::way(w, way.kind, &way.value, way.label.as_deref()).1
}
