//! Signing out.

use pages::{Body, ButtonRow, Heading, LinkButton, Paragraph};
use reception::{Guest, Problem};
use web::Response;

use super::{KNOWN, known_browser};
use crate::parent::{SESSION, session_of};

/// Ends the session everywhere it is carried, also in other tabs and in a copied cookie.
pub(crate) async fn leave(guest: &Guest<'_>) -> Result<Response, Problem> {
    let session = session_of(guest);
    let is_out = session.is_some();
    if let Some(session) = session {
        let fields = guest.request().form()?;
        guest.check_form_of(&session.session, &fields)?;
        let schools = session.value.schools();
        guest.desk().records().end_family_session(&session.session, schools).await?;
    }
    // The browser is as strange to the mailbox as any other from now on, and so is a copy of its cookie.
    if let Some(known) = known_browser(guest).filter(|_| is_out) {
        guest.desk().records().forget_browser(&known).await?;
        guest.set_cookie(web::forget_cookie(KNOWN)?);
    }
    guest.set_cookie(web::forget_cookie(SESSION)?);
    Ok(web::see_other(&guest.at("sign-out")?)?)
}

/// Says so.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let body = Body::new()
        .with(Heading::page(w.signed_out_title()))
        .with(Paragraph::lead(w.signed_out_text()))
        .with(ButtonRow::new().with(LinkButton::secondary(w.shared_to_front_door(), guest.at("")?)));
    Ok(guest.page(&guest.chrome(w.signed_out_title()), body))
}
