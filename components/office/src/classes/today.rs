//! Who not to photograph today: a class on a teacher's phone, large, with nothing to scroll sideways. It says until when it is
//! right, because it may stay open for a day; once loaded it asks for nothing more, so it works without a connection.

use futures::try_join;
use pages::{Body, Bullets, Chips, ForChildren, Heading, Line, Notice, Paragraph, Width};
use permission_rules::{SheetLine, by_kind};
use reception::{Colleague, Problem};
use records::AuditEvent;
use school_types::ClassId;
use web::Response;
use words::Words;

use super::sheet::lines;
use crate::pupils::{class, pupils};

/// The names of one class that are not to be in pictures, purpose by purpose, or for the one that the query names.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ClassId) -> Result<Response, Problem> {
    let (class, ids) = class(colleague, id).await?;
    let seen = AuditEvent::SheetViewed { class: id.clone() };
    let audit = colleague.records().audit(colleague.school()?);
    let noted = async { audit.append(&seen, None).await.map_err(Problem::from) };
    let (pupils, _) = try_join!(pupils(colleague, &ids), noted)?;
    let guest = colleague.guest();
    let w = guest.words();
    let profile = guest.school()?.profile();
    let lines = lines(&pupils, &profile.purposes);
    let purposes = by_kind(&profile.purposes);
    let asked = guest.request().query().first("purpose");
    let address = guest.at(&format!("office/classes/{id}/today"))?;

    let is_one = purposes.iter().any(|purpose| purpose.id.as_str() == asked);
    let mut chips = Chips::new(w.office_today_purposes()).chip(w.office_today_all(), None, &address, !is_one);
    let mut lists = Body::new();
    for (place, purpose) in purposes.iter().enumerate() {
        let (slug, title) = (purpose.id.as_str(), purpose.title.get(w.language()));
        chips = chips.chip(title, None, format!("{address}?purpose={slug}"), slug == asked);
        if !is_one || slug == asked {
            lists = lists.with(Heading::section(title)).with(list(w, &lines, place));
        }
    }
    let now = guest.now();
    let valid = w.office_today_valid(&w.date(clock::london_date(now)), &w.date_time(now));
    let ask = Line::new().text(w.office_today_office()).text(" ").telephone(&profile.office.telephone);
    let body = Body::new()
        .with(Heading::page(w.office_today_title(&class.name)))
        .with(Notice::care().with(Paragraph::new(valid)))
        .with(chips)
        .with(ForChildren::new(lists))
        .with(Paragraph::soft(ask));
    let chrome = colleague.chrome(w.office_today_title(&class.name))?.width(Width::Narrow).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body))
}

/// Who may not, of the purpose at `place`; or that everyone is fine.
fn list(w: Words, lines: &[SheetLine], place: usize) -> Body {
    let may = |line: &&SheetLine| line.may.get(place).copied().unwrap_or(false);
    let names: Vec<&str> = lines.iter().filter(|line| !may(line)).map(|line| line.name.as_str()).collect();
    if names.is_empty() {
        return Body::new().with(Paragraph::new(w.office_today_everyone()));
    }
    let others = if names.len() == lines.len() { w.office_today_nobody() } else { w.office_today_others() };
    Body::new().with(Bullets::new(names)).with(Paragraph::new(others))
}
