//! The first page of whoever is signed in.

mod cards;

use pages::{Body, Door, Doors, Heading, Paragraph, Width};
use reception::{Colleague, Problem};
use web::{Access, Found, Response, Route};

use crate::{
    Office, roles,
    routes::{self, get},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Shows what their roles open.
    Show,
}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] =
    &[get("office", "/s/{school}/office", Access::Staff(roles::EVERYBODY), Action::Show)];

/// Does it.
pub(crate) async fn act(
    _office: &Office,
    colleague: &Colleague<'_, '_>,
    _found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::Show => show(colleague),
    }
}

fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let mut doors = Vec::new();
    for card in cards::CARDS.iter().filter(|card| colleague.holds(card.roles)) {
        doors.push(Door::new(card.icon, (card.title)(w), (card.about)(w), guest.at(card.path)?));
    }
    let body = Body::new()
        .with(Heading::page(w.office_home_title()))
        .with(Paragraph::lead(w.office_home_lead(colleague.name())))
        .with(Doors::new(doors));
    let chrome = colleague.chrome(w.office_home_title())?.width(Width::Middle);
    Ok(colleague.page(&chrome, body))
}
