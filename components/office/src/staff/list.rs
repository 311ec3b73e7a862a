//! Everybody with an account.

use pages::{Body, ButtonRow, Column, Empty, Heading, Line, LinkButton, Notice, Paragraph, Render, Table, Width};
use reception::{Colleague, Problem};
use records::Staff;
use school_types::StaffId;
use web::Response;
use words::Words;

use crate::role_names;

/// Lists them by name: those who are here, or those who have left.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let is_left = guest.request().query().first("show") == "left";
    let mut accounts = colleague.records().staff_accounts(colleague.school()?).await?;
    accounts.retain(|(_, account)| account.has_left() == is_left);
    accounts.sort_by_cached_key(|(_, account)| account.facts().map(|facts| facts.name.reveal().to_lowercase()));
    let mut body = Body::new();
    if guest.request().query().first("done") == "left" {
        body = body.with(Notice::success().with(Paragraph::new(w.staff_left())));
    }
    body = body.with(Heading::page(w.staff_list_title()));
    let other = if is_left {
        LinkButton::quiet(w.staff_list_show_present(), guest.at("office/staff")?)
    } else {
        LinkButton::quiet(w.staff_list_show_left(), guest.at("office/staff?show=left")?)
    };
    let add = LinkButton::primary(w.staff_list_add(), guest.at("office/staff/add")?);
    body = body.with(ButtonRow::new().with(add).with(other));
    body = if accounts.is_empty() && !is_left {
        body.with(Empty::new(w.staff_list_empty(), w.staff_list_empty_text()))
    } else {
        body.with(table(colleague, &accounts, is_left)?)
    };
    let chrome = colleague.chrome(w.staff_list_title())?.back(guest.at("office")?).width(Width::Wide);
    Ok(colleague.page(&chrome, body))
}

fn table(colleague: &Colleague<'_, '_>, accounts: &[(StaffId, Staff)], is_left: bool) -> Result<Table, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let count = accounts.len() as u64;
    let caption = if is_left { w.staff_list_left_count(count) } else { w.staff_list_count(count) };
    let columns =
        [Column::new(w.staff_list_name()), Column::new(w.staff_list_roles()), Column::new(w.staff_list_state())];
    let mut table = Table::new("staff", caption, columns);
    for (id, account) in accounts {
        let Some(facts) = account.facts() else { continue };
        let mut name = Line::new().link(facts.name.reveal(), &guest.at(&format!("office/staff/{id}"))?);
        if id == colleague.id() {
            name = name.text(" (").text(w.staff_list_you()).text(")");
        }
        let roles = role_names::names(w, &facts.roles);
        table = table.row([name.render(), roles.render(), state(w, account, guest.now()).render()]);
    }
    Ok(table)
}

/// How an account stands, in a few words.
pub(super) fn state(w: Words, account: &Staff, now: school_types::Timestamp) -> String {
    match &account.invitation {
        _ if account.has_left() => w.staff_state_left().to_owned(),
        Some(invitation) if now < invitation.until => {
            w.staff_state_invited(&w.short_date(clock::london_date(invitation.until)))
        }
        _ if account.credential.is_some() => w.staff_state_set_up().to_owned(),
        Some(_) => w.staff_state_expired().to_owned(),
        None => w.staff_state_not_invited().to_owned(),
    }
}
