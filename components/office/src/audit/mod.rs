//! Who did what.

mod kinds;
mod said;
mod turning;

use pages::{
    Body, ButtonRow, Column, Details, Empty, Form, Heading, LinkButton, Paragraph, PrintButton, Render, Select, Table,
    Width,
};
use reception::{Colleague, Problem};
use records::{AuditEvent, Entry};
use school_types::StaffId;
use web::{Access, Found, Response, Route};

use self::{
    kinds::Kind,
    said::Saying,
    turning::{Filter, From, Leaf},
};
use crate::{
    Office, roles,
    routes::{self, get},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Shows the trail.
    Show,
}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] =
    &[get("audit", "/s/{school}/office/audit", Access::Staff(roles::AUDIT), Action::Show)];

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

async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let (w, query) = (guest.words(), guest.request().query());
    // What cannot be read filters nothing: an address somebody made up is answered with the trail.
    let filter = Filter { kind: query.choice::<Kind>("kind").ok(), who: query.choice::<StaffId>("who").ok() };
    let from = match (query.choice("before"), query.choice("after")) {
        (Ok(before), _) => From::Before(before),
        (_, Ok(after)) => From::After(after),
        _ => From::Newest,
    };
    let school = colleague.school()?;
    let stream = colleague.records().audit(school);
    let records = colleague.records();
    let (leaf, staff, nobody) = futures::try_join!(
        turning::leaf(&stream, &filter, from),
        records.staff_accounts(school),
        records.failed_sign_ins(school, None, guest.now())
    )?;
    let mut people: Vec<(String, StaffId)> =
        staff.iter().filter_map(|(id, account)| Some((account.facts()?.name.reveal().clone(), id.clone()))).collect();
    people.sort_by_key(|(name, _)| name.to_lowercase());

    let saying = Saying::of(colleague, &people, &leaf.entries).await?;
    let mut body = Body::new()
        .with(Heading::page(w.audit_title()))
        .with(Paragraph::lead(w.audit_lead()))
        .with(filter_form(colleague, &filter, &people)?);
    if nobody > 0 {
        body = body.with(Paragraph::soft(w.audit_sign_in_nobody(nobody)));
    }
    if filter.is_any() {
        let kind = filter.kind.map_or(w.audit_filter_all_kinds(), |kind| kind.said(w));
        let who = people.iter().find(|(_, id)| filter.who.as_ref() == Some(id)).map(|(name, _)| name.as_str());
        body = body.with(Paragraph::soft(w.audit_filtered(kind, who.unwrap_or(w.audit_filter_everybody()))));
    }
    if leaf.is_cut {
        body = body.with(Paragraph::soft(w.audit_cut(turning::MOST as u64)));
    }
    let body = if leaf.entries.is_empty() {
        body.with(Empty::new(w.audit_none(), w.audit_none_text()))
    } else {
        body.with(table(&saying, &leaf.entries))
    };
    let chrome = colleague.chrome(w.audit_title())?.width(Width::Wide).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body.with(ways(colleague, &filter, &leaf)?)))
}

fn table(saying: &Saying<'_>, entries: &[Entry<AuditEvent>]) -> Table {
    let w = saying.words();
    let columns = [w.audit_when(), w.audit_who(), w.audit_what()].map(Column::new);
    let table = Table::new("audit", w.audit_count(entries.len() as u64), columns);
    entries.iter().fold(table, |table, entry| {
        table.row([w.date_time(entry.at).render(), saying.who(entry).render(), saying.what(entry).render()])
    })
}

fn filter_form(
    colleague: &Colleague<'_, '_>,
    filter: &Filter,
    people: &[(String, StaffId)],
) -> Result<Details, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let kinds = Select::new(w, "kind", w.audit_filter_kind())
        .option("", w.audit_filter_all_kinds())
        .chosen(filter.kind.map(Kind::as_str));
    let kinds = Kind::ALL.iter().fold(kinds, |select, kind| select.option(kind.as_str(), kind.said(w)));
    let who = Select::new(w, "who", w.audit_filter_who())
        .option("", w.audit_filter_everybody())
        .chosen(filter.who.as_ref().map(StaffId::as_str));
    let who = people.iter().fold(who, |select, (name, id)| select.option(id.as_str(), name));
    let form = Form::get(guest.at("office/audit")?)
        .with(kinds)
        .with(who)
        .with(ButtonRow::new().with(pages::Button::secondary(w.audit_filter_show())));
    let details = Details::new(w.audit_filter()).with(form);
    Ok(if filter.is_any() { details.open() } else { details })
}

/// The ways to newer and older entries, and to print these.
fn ways(colleague: &Colleague<'_, '_>, filter: &Filter, leaf: &Leaf) -> Result<ButtonRow, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let href = |place: Option<(&str, u64)>| {
        let kind = filter.kind.map(|kind| format!("kind={}", kind.as_str()));
        let who = filter.who.as_ref().map(|who| format!("who={who}"));
        let place = place.map(|(name, number)| format!("{name}={number}"));
        let query: Vec<String> = [kind, who, place].into_iter().flatten().collect();
        let joint = if query.is_empty() { "" } else { "?" };
        guest.at(&format!("office/audit{joint}{}", query.join("&")))
    };
    let mut row = ButtonRow::new();
    if let Some(after) = leaf.newer {
        row = row.with(LinkButton::secondary(w.audit_newer(), href(Some(("after", after)))?));
    }
    if let Some(before) = leaf.older {
        row = row.with(LinkButton::secondary(w.audit_older(), href(Some(("before", before)))?));
    }
    if leaf.newer.is_some() {
        row = row.with(LinkButton::quiet(w.audit_newest(), href(None)?));
    }
    Ok(row.with(PrintButton::new(w)))
}
