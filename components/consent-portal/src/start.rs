//! What this is about.

use pages::{Body, Bullets, ButtonRow, Details, Heading, LinkButton, Paragraph};
use reception::{Guest, Problem};
use web::Response;

use crate::parent::session_of;

/// The first page: what will be asked, how long it takes, who may decide.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let school = guest.school()?;
    let knows = |account: &records::Account| account.school == *school.id();
    let signed_in = session_of(guest).is_some_and(|session| session.value.accounts.iter().any(knows));
    let button = if signed_in {
        LinkButton::primary(w.consent_start_again_button(), guest.at("consent/children")?)
    } else {
        LinkButton::primary(w.consent_start_button(), guest.at("sign-in")?)
    };
    let body = Body::new()
        .with(Heading::page(w.consent_start_title()))
        .with(Paragraph::lead(w.consent_start_lead(school.name().get(w.language()))))
        .with(Bullets::new([
            w.consent_start_time(),
            w.consent_start_point_free(),
            w.consent_start_point_change(),
            w.consent_start_point_receipt(),
        ]))
        .with(ButtonRow::new().with(button))
        .with(Details::new(w.consent_start_who()).with(Paragraph::new(w.consent_start_who_text())))
        .with(Details::new(w.consent_start_other_ways()).with(Paragraph::new(w.consent_start_other_ways_text())));
    let chrome = guest.chrome(w.consent_start_title()).back(guest.at("")?);
    Ok(guest.page(&chrome, body))
}
