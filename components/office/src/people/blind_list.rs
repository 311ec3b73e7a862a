//! The blinded pupil list and its key, for a web team whose own build checks what goes on the website (`schoolgate-check`).

use pages::{Body, ButtonRow, Heading, LinkButton, Paragraph};
use reception::{Colleague, Problem};
use records::{AuditEvent, ExportedList};
use web::{Refusal, Response};

/// The list: keyed hashes, no names. There is none while no pupil is listed.
pub(super) async fn list(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let school = colleague.school()?;
    let file = colleague.records().pupil_list_file(school).await?.ok_or(Refusal::NotFound)?;
    written_down(colleague, ExportedList::BlindedPupils).await?;
    Ok(web::download(file, "application/octet-stream", &format!("{school}-pupils.list")))
}

/// Its key, as 64 hexadecimal digits: who has both can try names one by one, so it is fetched by itself and written down
/// by itself.
pub(super) async fn key(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let school = colleague.school()?;
    let key = base16ct::lower::encode_string(&colleague.records().pupil_list_key(school));
    written_down(colleague, ExportedList::BlindedPupilsKey).await?;
    Ok(web::download(key + "\n", "text/plain; charset=utf-8", &format!("{school}-pupils.key")))
}

async fn written_down(colleague: &Colleague<'_, '_>, list: ExportedList) -> Result<(), Problem> {
    let event = AuditEvent::ListExported { list };
    colleague.records().audit(colleague.school()?).append(&event, None).await?;
    Ok(())
}

/// Where both are offered, below the lists of people; with nobody on the roll there is nothing to offer.
pub(super) fn offer(colleague: &Colleague<'_, '_>, pupils: u64, body: Body) -> Result<Body, Problem> {
    let (guest, w) = (colleague.guest(), colleague.guest().words());
    let body = body.with(Heading::section(w.checker_list_title())).with(Paragraph::new(w.checker_list_text()));
    if pupils == 0 {
        return Ok(body.with(Paragraph::soft(w.checker_list_none())));
    }
    let button = |label, path| Ok::<_, Problem>(LinkButton::secondary(label, guest.at(path)?));
    let buttons = ButtonRow::new()
        .with(button(w.checker_list_button(), "office/people/blind-list")?)
        .with(button(w.checker_list_key_button(), "office/people/blind-list/key")?);
    Ok(body.with(Paragraph::new(w.checker_list_key_text())).with(buttons))
}
