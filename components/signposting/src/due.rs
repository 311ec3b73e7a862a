//! What has to be compared with its source again: for the school's staff.

use pages::{Body, Bullets, Column, Empty, Heading, Line, Markup, Notice, Paragraph, Render, Table, Width};
use reception::{Guest, Problem};
use records::{LinkOutcome, Links};
use web::Response;
use words::Words;

use crate::rules::{Rules, Signposts, broken, date, wit};

/// Facts that are due by today, the unverified first, and web addresses that fail.
pub(crate) async fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let today = clock::london_date(guest.now());
    let contacts = &guest.school()?.profile().local_contacts;
    let due = Signposts::facts_to_check(contacts, Some(today), w.language()).map_err(broken)?;
    let links = guest.desk().records().links().fold::<Links>().await?.value;

    let mut body = Body::new().with(Heading::page(w.help_due_title())).with(Paragraph::lead(w.help_due_lead()));
    body = if due.is_empty() {
        body.with(Empty::new(w.help_due_none(), w.help_due_none_text()))
    } else {
        body.with(due.iter().fold(facts_table(w, due.len()), |table, group| table.row(fact_row(w, group))))
    };
    let body = body.with(Heading::section(w.help_due_links_title())).with(links_part(w, &links));
    let chrome = guest.chrome(w.help_due_title()).width(Width::Wide).back(guest.at("help")?);
    Ok(guest.page(&chrome, body))
}

fn facts_table(w: Words, count: usize) -> Table {
    let columns = [w.help_due_what(), w.help_due_why(), w.help_due_last(), w.help_due_since(), w.help_due_where()];
    Table::new("due", w.help_due_count(count as u64), columns.map(Column::new))
}

fn fact_row(w: Words, group: &wit::FactGroup) -> [Markup; 5] {
    let (subject, facts) = (group.subject.as_str(), facts_said(w, &group.facts));
    let subject = if subject.is_empty() { w.help_due_holidays() } else { subject };
    [
        Line::new().text(subject).text(": ").text(facts).render(),
        group.unverified.as_deref().unwrap_or_default().render(),
        w.short_date(date(group.last_verified)).render(),
        w.short_date(date(group.due)).render(),
        Bullets::new(group.sources.iter().map(|source| source_said(source))).render(),
    ]
}

fn facts_said(w: Words, facts: &wit::Facts) -> String {
    match facts {
        wit::Facts::About => w.help_due_about().to_owned(),
        wit::Facts::Who => w.help_due_who().to_owned(),
        wit::Facts::Way(value) => value.clone(),
        wit::Facts::Superseded(name) => w.help_due_superseded(name),
        wit::Facts::LocalRole(_) => w.help_due_role().to_owned(),
        wit::Facts::LocalContact(_) => w.help_due_contact().to_owned(),
        wit::Facts::BankHolidays(wit::Calendar::EnglandAndWales) => w.help_due_holidays_england_and_wales().to_owned(),
        wit::Facts::BankHolidays(wit::Calendar::Scotland) => w.help_due_holidays_scotland().to_owned(),
        wit::Facts::BankHolidays(wit::Calendar::NorthernIreland) => w.help_due_holidays_northern_ireland().to_owned(),
    }
}

/// Sources are written as people look them up, without a scheme. One that is no address stays text.
fn source_said(source: &str) -> Line {
    let plain = source.bytes().all(|b| b.is_ascii_graphic() && b != b':') && source.contains('.');
    if plain { Line::new().link(source, &format!("https://{source}")) } else { Line::new().text(source) }
}

fn links_part(w: Words, links: &Links) -> Body {
    let Some(asked_at) = links.asked_at else {
        return Body::new().with(Paragraph::new(w.help_due_links_never()));
    };
    let asked = w.help_due_links_asked(links.asked.into(), &w.date_time(asked_at));
    if links.failing.is_empty() {
        return Body::new().with(Paragraph::new(asked)).with(Paragraph::new(w.help_due_links_fine()));
    }
    let columns = [w.help_due_link(), w.help_due_link_fault(), w.help_due_link_since()].map(Column::new);
    let table = links.failing.iter().fold(Table::new("links", asked, columns), |table, (address, failing)| {
        table.row([
            Line::new().link(address.as_str(), address).render(),
            outcome_said(w, failing.outcome).render(),
            w.date_time(failing.since).render(),
        ])
    });
    let nobody = links.failing.len() as u64 == u64::from(links.asked)
        && links.failing.values().all(|failing| failing.outcome == LinkOutcome::Silent);
    let body = Body::new();
    // Services do not all vanish at once: our own network does.
    let body = if nobody { body.with(Notice::care().with(Paragraph::new(w.help_due_links_none()))) } else { body };
    body.with(table)
}

fn outcome_said(w: Words, outcome: LinkOutcome) -> &'static str {
    match outcome {
        LinkOutcome::Gone => w.help_due_link_gone(),
        LinkOutcome::Silent => w.help_due_link_silent(),
        LinkOutcome::Moved => w.help_due_link_moved(),
        LinkOutcome::Answered | LinkOutcome::Unclear => w.help_due_link_unclear(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_link_only_where_it_is_an_address() {
        let shown = |source| source_said(source).render().into_string();
        assert_eq!(shown("iwf.org.uk/report"), r#"<a href="https://iwf.org.uk/report">iwf.org.uk/report</a>"#);
        for text in ["a letter of the council", "javascript:x.y", "example"] {
            assert!(!shown(text).contains("href"), "{text}");
        }
    }
}
