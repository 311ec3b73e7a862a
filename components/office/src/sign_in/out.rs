//! Signing out.

use pages::{Body, ButtonRow, Heading, LinkButton, Paragraph};
use reception::{Guest, Problem, STAFF_SESSION, staff_session_of};
use web::Response;

/// Ends the session everywhere it is carried, also in other tabs and in a copied cookie.
pub(super) async fn leave(guest: &Guest<'_>) -> Result<Response, Problem> {
    if let Some(session) = staff_session_of(guest) {
        let fields = guest.request().form()?;
        guest.check_form_of(&session.session, &fields)?;
        let who = &session.value;
        guest.desk().records().end_staff_session(&who.school, &who.staff, &session.session).await?;
        super::welcome::NewCodes::forget(guest, &who.staff).await?;
    }
    guest.set_cookie(web::forget_cookie(STAFF_SESSION)?);
    Ok(web::see_other(&guest.at("office/sign-out")?)?)
}

/// Says so.
pub(super) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let body = Body::new()
        .with(Heading::page(w.staff_signed_out_title()))
        .with(Paragraph::lead(w.staff_signed_out_text()))
        .with(
            ButtonRow::new()
                .with(LinkButton::secondary(w.staff_signed_out_again(), guest.at("office/sign-in")?))
                .with(LinkButton::quiet(w.shared_to_front_door(), guest.at("")?)),
        );
    Ok(guest.page(&guest.chrome(w.staff_signed_out_title()), body))
}
