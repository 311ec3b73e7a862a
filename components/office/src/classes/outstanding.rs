//! Families still to hear from: a list to ring, write or catch at the gate from, for print.

use std::collections::{BTreeMap, BTreeSet};

use pages::{
    Body, ButtonRow, Column, Empty, Filters, Heading, Line, Paragraph, PrintButton, Render, Select, Table, Width,
};
use permission_rules::{Answering, by_surname};
use reception::{Colleague, Problem};
use records::{AuditEvent, Contact, ExportedList};
use school_types::{ChildId, ClassId, ContactId};
use web::Response;

use crate::{
    pupils::{self, Pupil},
    reach::reach,
};

/// A family: the children who have the same people to decide for them.
struct Family {
    pupils: Vec<Pupil>,
    holders: Vec<ContactId>,
}

/// The list, of the whole school or of the families with somebody in one class.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let (records, school) = (colleague.records(), colleague.school()?);
    let roll = pupils::roll(colleague).await?;
    let classes = pupils::classes(colleague, &roll)?;
    let asked = guest.request().query().choice::<ClassId>("class").ok();
    let asked = classes.iter().find(|class| Some(&class.id) == asked.as_ref());
    let ids: Vec<ChildId> = roll.present().map(|(child, _)| child.clone()).collect();
    let families = families(colleague, &ids, asked.map(|class| class.name.as_str())).await?;
    let who: BTreeSet<ContactId> = families.iter().flat_map(|family| family.holders.iter().cloned()).collect();
    let who: Vec<ContactId> = who.into_iter().collect();
    let contacts: BTreeMap<ContactId, Contact> = records.contacts(school, &who).await?.into_iter().collect();
    let listed = AuditEvent::ListExported { list: ExportedList::Outstanding };
    records.audit(school).append(&listed, None).await?;

    let mut class = Select::new(w, "class", w.office_column_class())
        .option("", w.office_filter_classes_all())
        .chosen(asked.map(|class| class.id.as_str()));
    for each in &classes {
        class = class.option(each.id.as_str(), &each.name);
    }
    let title =
        asked.map_or_else(|| w.office_outstanding_title().to_owned(), |class| w.office_outstanding_of(&class.name));
    let mut body = Body::new()
        .with(Heading::page(&title))
        .with(Paragraph::lead(w.office_outstanding_lead(&w.date_time(guest.now()))))
        .with(Filters::new(w, guest.at("office/outstanding")?).with(class));
    body = if families.is_empty() {
        body.with(Empty::new(w.office_outstanding_none_title(), w.office_outstanding_none_text()))
    } else {
        body.with(table(colleague, &families, &contacts)?).with(ButtonRow::new().with(PrintButton::new(w)))
    };
    let chrome = colleague.chrome(title)?.width(Width::Wide).back(guest.at("office/progress")?);
    Ok(colleague.page(&chrome, body))
}

/// The families in which something is still to be answered, by surname.
async fn families(colleague: &Colleague<'_, '_>, ids: &[ChildId], class: Option<&str>) -> Result<Vec<Family>, Problem> {
    let purposes = &colleague.guest().school()?.profile().purposes;
    let mut open = pupils::pupils(colleague, ids).await?;
    open.retain(|pupil| pupil.permissions.answering(purposes, &pupil.entry.holders) != Answering::All);
    open.sort_by_cached_key(|pupil| by_surname(&pupil.entry.facts.name));
    let mut families: Vec<Family> = Vec::new();
    let mut known: BTreeMap<Vec<ContactId>, usize> = BTreeMap::new();
    for pupil in open {
        let mut holders = pupil.entry.holders.clone();
        holders.sort_unstable();
        // Children nobody is listed for are no family of each other's.
        let place = known.get(&holders).copied().filter(|_| !holders.is_empty());
        match place.and_then(|place| families.get_mut(place)) {
            Some(family) => family.pupils.push(pupil),
            None => {
                known.insert(holders, families.len());
                families.push(Family { holders: pupil.entry.holders.clone(), pupils: vec![pupil] });
            }
        }
    }
    let in_class = |family: &Family| {
        class.is_none_or(|class| family.pupils.iter().any(|pupil| pupil.entry.facts.class.reveal() == class))
    };
    families.retain(in_class);
    Ok(families)
}

fn table(
    colleague: &Colleague<'_, '_>,
    families: &[Family],
    contacts: &BTreeMap<ContactId, Contact>,
) -> Result<Table, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let purposes = &guest.school()?.profile().purposes;
    let pupils: usize = families.iter().map(|family| family.pupils.len()).sum();
    let caption = w.office_outstanding_count(families.len() as u64, &w.office_sheet_pupils(pupils as u64));
    let columns = [
        Column::new(w.office_column_pupil()),
        Column::new(w.office_column_answered()),
        Column::new(w.office_column_who()),
        // To be filled in with a pen.
        Column::new(w.office_column_heard()).only_wide(),
    ];
    let mut table = Table::new("outstanding", caption, columns);
    for family in families {
        let mut names = Vec::new();
        let mut answered = Vec::new();
        for pupil in &family.pupils {
            let page = guest.at(&format!("office/children/{}", pupil.entry.id))?;
            let name = Line::new().link(pupil.entry.listed(), &page).text(" ").text(pupil.entry.facts.class.reveal());
            names.push(Paragraph::new(name));
            let (done, of) = pupil.permissions.answered(purposes, &pupil.entry.holders);
            answered.push(Paragraph::new(w.office_answered(&w.number(done as u64), &w.number(of as u64))));
        }
        let adults: Vec<Paragraph> =
            family.holders.iter().map(|id| Paragraph::new(adult(colleague, contacts.get(id)))).collect();
        let adults = if adults.is_empty() {
            Body::new().with(Paragraph::new(w.office_note_nobody()))
        } else {
            Body::new().with_all(adults)
        };
        table = table.row([
            Body::new().with_all(names).render(),
            Body::new().with_all(answered).render(),
            adults.render(),
            // Ticked off by hand.
            "".render(),
        ]);
    }
    Ok(table)
}

/// Who it is, and how they are reached.
fn adult(colleague: &Colleague<'_, '_>, contact: Option<&Contact>) -> Line {
    let w = colleague.guest().words();
    let Some(facts) = contact.and_then(|contact| contact.0.as_ref()) else {
        return Line::new().text(w.office_contact_gone());
    };
    reach(Line::new().strong(facts.name.reveal()).text(", "), w, Some(facts))
}
