//! The first page of whoever is signed in.

mod cards;

use pages::{Body, ButtonRow, Door, Doors, Heading, Line, LinkButton, Notice, Paragraph, Width};
use reception::{Colleague, Problem};
use school_types::Role;
use web::{Access, Found, Response, Route};

use crate::{
    Office,
    children::{erase, removals},
    classes, new_parents, roles,
    routes::{self, get},
    settings::tokens,
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
        Action::Show => show(colleague).await,
    }
}

/// Fewer recovery codes than this are worth a word.
const FEW: usize = 3;

async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let mut doors = Vec::new();
    for card in cards::CARDS.iter().filter(|card| colleague.holds(card.roles)) {
        doors.push(Door::new(card.icon, (card.title)(w), (card.about)(w), guest.at(card.path)?));
    }
    let mut body = Body::new()
        .with(Heading::page(w.office_home_title()))
        .with(Paragraph::lead(w.office_home_lead(colleague.name())));
    if colleague.holds(roles::PERMISSIONS) {
        let owed = removals::asked(colleague).await?.len() as u64;
        if owed > 0 {
            let all = Line::new().link(w.office_removals_all(), &guest.at("office/removals")?);
            body = body.with(Notice::care().title(w.office_removals_count(owed)).with(Paragraph::new(all)));
        }
    }
    if colleague.holds(roles::RECORD) {
        body = body.with(erase::asked_for(colleague).await?);
    }
    if colleague.holds(roles::PEOPLE) {
        let waiting = new_parents::waiting(colleague).await?;
        if waiting > 0 {
            let all = Line::new().link(w.new_parents_all(), &guest.at("office/new-parents")?);
            let notice = Notice::care().title(w.new_parents_waiting(waiting));
            body = body.with(notice.with(Paragraph::new(w.new_parents_home())).with(Paragraph::new(all)));
        }
    }
    if colleague.holds(roles::SETTINGS) {
        let old = tokens::old(colleague).await? as u64;
        if old > 0 {
            let all = Line::new().link(w.settings_tokens_back(), &guest.at("office/settings/tokens")?);
            let notice = Notice::care().title(w.tokens_old(old));
            body = body.with(notice.with(Paragraph::new(w.tokens_old_text())).with(Paragraph::new(all)));
        }
    }
    let account = colleague.records().staff_account(colleague.school()?, colleague.id()).await?;
    if colleague.holds(&[Role::Teacher]) {
        body = body.with(classes::mine_on_first_page(colleague, &account).await?);
    }
    body = body.with(Doors::new(doors));
    let left = account.credential.map_or(0, |credential| credential.recovery.len());
    if left < FEW {
        let make = LinkButton::secondary(w.staff_recovery_make(), guest.at("office/account/recovery-codes")?);
        let notice = Notice::care()
            .title(w.office_home_few_codes(left as u64))
            .with(Paragraph::new(w.office_home_few_codes_text()))
            .with(ButtonRow::new().with(make));
        body = body.with(notice);
    }
    let chrome = colleague.chrome(w.office_home_title())?.width(Width::Middle);
    Ok(colleague.page(&chrome, body))
}
