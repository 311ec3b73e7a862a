//! The page of one's own account.

use pages::{Answers, Body, Button, ButtonRow, Form, Heading, LinkButton, Notice, Paragraph, Width};
use reception::{Colleague, Problem};
use web::Response;

use super::sessions;
use crate::role_names;

/// Shows it; after something was done, with what was.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let account = colleague.records().staff_account(colleague.school()?, colleague.id()).await?;
    let open = sessions::of(colleague, colleague.id(), &account).await?;
    let left = account.credential.as_ref().map_or(0, |credential| credential.recovery.len() as u64);
    let facts = colleague.facts();
    let done = match guest.request().query().first("done") {
        "sessions" => Some(w.staff_account_sessions_ended()),
        "passphrase" => Some(w.staff_account_passphrase_changed()),
        _ => None,
    };
    let mut body = Body::new();
    if let Some(done) = done {
        body = body.with(Notice::success().with(Paragraph::new(done)));
    }
    let mut body = body
        .with(Heading::page(w.staff_account_title()))
        .with(
            Answers::new(w)
                .row(w.staff_account_name(), colleague.name())
                .row(w.staff_account_email(), facts.e_mail.reveal())
                .row(w.staff_account_roles(), role_names::names(w, &facts.roles)),
        )
        .with(Paragraph::soft(w.staff_account_change_them()))
        .with(Heading::section(w.staff_account_sessions()))
        .with(sessions::table(w, &open, Some(colleague), &guest.at("office/account/sessions")?, &colleague.token()))
        .with(Paragraph::soft(w.staff_account_sessions_text()));
    if open.len() > 1 {
        let others = Form::post(guest.at("office/account/sessions")?, colleague.token()).hidden("session", "others");
        body = body.with(others.with(ButtonRow::new().with(Button::secondary(w.staff_account_session_end_others()))));
    }
    let body = body
        .with(Heading::section(w.staff_account_passphrase()))
        .with(Paragraph::new(w.staff_account_passphrase_text()))
        .with(
            ButtonRow::new()
                .with(LinkButton::secondary(w.staff_account_passphrase(), guest.at("office/account/passphrase")?)),
        )
        .with(Heading::section(w.staff_account_recovery()))
        .with(Paragraph::new(w.staff_recovery_left(left)))
        .with(
            ButtonRow::new()
                .with(LinkButton::secondary(w.staff_recovery_make(), guest.at("office/account/recovery-codes")?)),
        );
    let chrome = colleague.chrome(w.staff_account_title())?.back(guest.at("office")?).width(Width::Middle);
    Ok(colleague.page(&chrome, body))
}
