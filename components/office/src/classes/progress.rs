//! How far the school is: numbers, for those who see no names too.

use std::collections::BTreeMap;

use pages::{
    Bar, Body, ButtonRow, Column, Empty, Heading, LinkButton, Paragraph, PrintButton, Progress, Render, Table, Tally,
    Width,
};
use permission_rules::{Figures, Purpose};
use reception::{Colleague, Problem};
use school_types::ChildId;
use web::Response;

use crate::{children::removals, pupils, roles};

/// A bar, the numbers per class, and the numbers per purpose.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let purposes = &guest.school()?.profile().purposes;
    let (whole, classes) = figures(colleague, purposes).await?;
    let mut body = Body::new().with(Heading::page(w.office_progress_title()));
    let children = whole.children();
    if let Some(percent) = (whole.all * 100).checked_div(children) {
        body = body
            .with(Paragraph::lead(w.office_progress_lead(children)))
            .with(Tally::new([
                (format!("{percent}%"), w.office_progress_percent()),
                (w.number(children - whole.all), w.office_progress_left()),
            ]))
            .with(Bar::new(
                (w.office_progress_all(whole.all), whole.all),
                (w.office_progress_part(whole.part), whole.part),
                (w.office_progress_nothing(whole.nothing), whole.nothing),
            ))
            .with(per_class(colleague, &classes))
            .with(per_purpose(colleague, &whole, purposes));
    } else {
        body = body.with(Empty::new(w.office_classes_none_title(), w.office_classes_none_text()));
    }
    let owed = removals::asked(colleague).await?.len() as u64;
    if owed > 0 {
        body = body
            .with(Heading::section(w.office_removals_title()))
            .with(Paragraph::new(w.office_removals_count(owed)))
            .with(Paragraph::new(w.office_removals_owed()));
    }
    let mut buttons = ButtonRow::new().with(PrintButton::new(w));
    if colleague.holds(roles::PERMISSIONS) {
        if owed > 0 {
            buttons = buttons.with(LinkButton::secondary(w.office_removals_all(), guest.at("office/removals")?));
        }
        buttons = buttons.with(LinkButton::secondary(w.office_class_outstanding(), guest.at("office/outstanding")?));
    }
    let chrome = colleague.chrome(w.office_progress_title())?.width(Width::Wide).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body.with(buttons)))
}

/// The figures of the school, and of each class.
async fn figures(
    colleague: &Colleague<'_, '_>,
    purposes: &[Purpose],
) -> Result<(Figures, Vec<(String, Figures)>), Problem> {
    let roll = pupils::roll(colleague).await?;
    let class_of: BTreeMap<&ChildId, &str> = roll.present().collect();
    let ids: Vec<ChildId> = class_of.keys().map(|id| (*id).clone()).collect();
    let mut classes: Vec<(String, Figures)> =
        roll.classes().into_iter().map(|(name, _)| (name.to_owned(), Figures::new(purposes))).collect();
    for pupil in pupils::pupils(colleague, &ids).await? {
        let name = class_of.get(&pupil.entry.id).copied().unwrap_or_default();
        if let Some((_, figures)) = classes.iter_mut().find(|(class, _)| class == name) {
            figures.count(&pupil.permissions, purposes, &pupil.entry.holders);
        }
    }
    let mut whole = Figures::new(purposes);
    classes.iter().for_each(|(_, figures)| whole.add(figures));
    Ok((whole, classes))
}

fn per_class(colleague: &Colleague<'_, '_>, classes: &[(String, Figures)]) -> Table {
    let w = colleague.guest().words();
    let columns = [
        Column::new(w.office_column_class()),
        Column::new(w.office_column_answered()),
        Column::number(w.office_column_part()),
        Column::number(w.office_column_nothing()),
    ];
    let mut table = Table::new("per-class", w.office_progress_classes(classes.len() as u64), columns);
    for (name, figures) in classes {
        let of = figures.children();
        let answered = w.office_answered(&w.number(figures.all), &w.number(of));
        let cells = [
            name.render(),
            Progress::new(answered, figures.all, of).render(),
            w.number(figures.part).render(),
            w.number(figures.nothing).render(),
        ];
        table = table.row(cells);
    }
    table
}

fn per_purpose(colleague: &Colleague<'_, '_>, whole: &Figures, purposes: &[Purpose]) -> Table {
    let w = colleague.guest().words();
    let columns = [
        Column::new(w.office_column_purpose()),
        Column::number(w.office_column_may()),
        Column::number(w.office_column_may_not()),
        Column::number(w.office_column_not_answered()),
    ];
    let mut table = Table::new("per-purpose", w.office_progress_purposes(purposes.len() as u64), columns);
    for (purpose, figures) in purposes.iter().zip(&whole.purposes) {
        let title = purpose.title.get(w.language()).render();
        let numbers = [figures.may, figures.may_not, figures.not_answered].map(|number| w.number(number).render());
        table = table.row(std::iter::once(title).chain(numbers));
    }
    table
}
