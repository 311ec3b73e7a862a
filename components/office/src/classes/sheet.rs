//! The class permission sheet (R12): one page to print, and the same by kind of picture for a telephone.

use futures::try_join;
use pages::{AskFirst, Body, Chips, Heading, Line, Paragraph, PermissionSheet, Width};
use permission_rules::{OnSheet, Purpose, SheetLine, by_kind, sheet};
use reception::{Colleague, Problem};
use records::AuditEvent;
use school_types::ClassId;
use web::Response;

use super::{kind_of, kinds, short};
use crate::{
    pupils::{Class, Pupil, class, pupils},
    roles,
};

/// The sheet. That somebody looked at it is written down, and that it was printed only where somebody asked for the page to
/// print: paper leaves the building.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ClassId) -> Result<Response, Problem> {
    let (class, ids) = class(colleague, id).await?;
    let prints = colleague.guest().request().query().has("for", "paper");
    let class_of = || id.clone();
    let seen = if prints {
        AuditEvent::SheetPrinted { class: class_of() }
    } else {
        AuditEvent::SheetViewed { class: class_of() }
    };
    let audit = colleague.records().audit(colleague.school()?);
    let noted = async { audit.append(&seen, None).await.map_err(Problem::from) };
    let (pupils, _) = try_join!(pupils(colleague, &ids), noted)?;
    let purposes = &colleague.guest().school()?.profile().purposes;
    let lines = lines(&pupils, purposes);
    let by_kind = colleague.guest().request().query().has("by", "kind");
    let address = colleague.guest().at(&format!("office/classes/{id}/sheet"))?;
    let w = colleague.guest().words();
    let chips = Chips::new(w.office_sheet_ways()).chip(w.office_sheet_by_pupil(), None, &address, !by_kind).chip(
        w.office_sheet_by_kind(),
        None,
        format!("{address}?by=kind"),
        by_kind,
    );
    let paper = (!prints).then(|| format!("{address}?for=paper"));
    let shown =
        if by_kind { by_picture(colleague, &class, &lines)? } else { by_pupil(colleague, &class, &lines, paper)? };
    let sees_all = colleague.holds(roles::PERMISSIONS);
    let back = if sees_all { format!("office/classes/{id}") } else { "office/classes".to_owned() };
    let chrome = colleague.chrome(w.office_sheet_title(&class.name))?.width(Width::Wide);
    Ok(colleague.page(&chrome.back(colleague.guest().at(&back)?), Body::new().with(chips).with(shown)))
}

pub(super) fn lines(pupils: &[Pupil], purposes: &[Purpose]) -> Vec<SheetLine> {
    let pupils: Vec<OnSheet<'_>> = pupils
        .iter()
        .filter(|pupil| pupil.entry.left.is_none())
        .map(|pupil| OnSheet {
            name: &pupil.entry.facts.name,
            holders: &pupil.entry.holders,
            permissions: &pupil.permissions,
        })
        .collect();
    sheet(&pupils, &by_kind(purposes))
}

fn by_pupil(
    colleague: &Colleague<'_, '_>,
    class: &Class,
    lines: &[SheetLine],
    paper: Option<String>,
) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let profile = guest.school()?.profile();
    let office = Line::new().telephone(&profile.office.telephone);
    let made = w.date_time(guest.now());
    let school = guest.school()?.name().get(w.language());
    let mut sheet = PermissionSheet::new(w, [school, &class.name], made, office);
    for (subject, purposes) in kinds(&profile.purposes) {
        sheet = sheet.kind(kind_of(w, subject), purposes.iter().map(|purpose| short(w, purpose)));
        for purpose in purposes {
            sheet = sheet.called(short(w, purpose), purpose.title.get(w.language()));
        }
    }
    if let Some(address) = paper {
        sheet = sheet.printed_at(address);
    }
    for line in lines {
        sheet = sheet.row(named(w, line), line.may.clone());
    }
    Ok(Body::new().with(sheet))
}

/// The name, and beside it what the pupil told somebody.
fn named(w: words::Words, line: &SheetLine) -> String {
    if line.rather_not { w.office_sheet_rather_not(&line.name) } else { line.name.clone() }
}

fn by_picture(colleague: &Colleague<'_, '_>, class: &Class, lines: &[SheetLine]) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let profile = guest.school()?.profile();
    let school = guest.school()?.name().get(w.language());
    let mut ask = AskFirst::new(w, format!("{school} · {} · {}", class.name, w.date_time(guest.now())));
    for (place, purpose) in by_kind(&profile.purposes).into_iter().enumerate() {
        let may = |line: &&SheetLine| line.may.get(place).copied().unwrap_or(false);
        let asked: Vec<String> = lines.iter().filter(|line| !may(line)).map(|line| named(w, line)).collect();
        let title = purpose.title.get(w.language());
        ask = ask.purpose(title, (lines.len() - asked.len()) as u64, asked);
    }
    let made = w.office_sheet_made(&w.date_time(guest.now()));
    let office = Line::new().text(w.office_today_office()).text(" ").telephone(&profile.office.telephone);
    Ok(Body::new()
        .with(Heading::page(w.office_sheet_title(&class.name)))
        .with(Paragraph::new(made))
        .with(Paragraph::new(office))
        .with(Paragraph::soft(w.office_sheet_care()))
        // Last, so that nothing comes alone on a page of paper.
        .with(ask))
}
