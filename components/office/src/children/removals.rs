//! What families asked to have taken down: owed by the school until it is done (R9). Whose child, for what, since when; never
//! who of those who decide asked (R7).

use pages::{Body, Column, Empty, Heading, Line, Paragraph, Render, Table, Width};
use permission_rules::How;
use profiles::Profile;
use reception::{Colleague, Problem};
use records::{RemovalAsked, RemovalsAsked};
use school_types::{ChildId, Date, PurposeId};
use web::Response;
use words::Words;

use crate::pupils;

/// Every request of the school, in the order it was recorded.
pub(crate) async fn asked(colleague: &Colleague<'_, '_>) -> Result<Vec<RemovalAsked>, Problem> {
    Ok(colleague.records().removals(colleague.school()?).fold::<RemovalsAsked>().await?.value.0)
}

/// What a purpose is called; one that the school no longer asks about has no title any more.
pub(super) fn title<'a>(w: Words, profile: &'a Profile, id: &PurposeId) -> &'a str {
    profile.any_purpose(id).map_or(w.office_removals_purpose_gone(), |purpose| purpose.title.get(w.language()))
}

/// The list, with what has waited longest first.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let heading = w.office_removals_title();
    let mut body = Body::new().with(Heading::page(heading)).with(Paragraph::lead(w.office_removals_lead()));
    let asked = since(colleague, asked(colleague).await?).await?;
    body = if asked.is_empty() {
        body.with(Empty::new(w.office_removals_none_title(), w.office_removals_none_text()))
    } else {
        body.with(table(colleague, &asked).await?)
    };
    let chrome = colleague.chrome(heading)?.width(Width::Wide).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body))
}

/// Each with the day on which the family asked, by which they are put in order: a letter may have been typed in later.
async fn since(colleague: &Colleague<'_, '_>, asked: Vec<RemovalAsked>) -> Result<Vec<(Date, RemovalAsked)>, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let receipts = asked.iter().map(|asked| records.receipt(school, &asked.reference));
    let receipts = futures::future::try_join_all(receipts).await?;
    let day = |(asked, receipt): (RemovalAsked, Option<records::Receipt>)| {
        let day = match receipt.map(|receipt| receipt.how) {
            Some(How::Paper { dated, .. } | How::Spoken { dated, .. }) => dated,
            Some(How::Online) | None => clock::london_date(asked.at),
        };
        (day, asked)
    };
    let mut asked: Vec<_> = asked.into_iter().zip(receipts).map(day).collect();
    asked.sort_by_key(|(day, asked)| (*day, asked.at));
    Ok(asked)
}

async fn table(colleague: &Colleague<'_, '_>, asked: &[(Date, RemovalAsked)]) -> Result<Table, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let profile = guest.school()?.profile();
    let ids: std::collections::BTreeSet<&ChildId> = asked.iter().map(|(_, asked)| &asked.child).collect();
    let ids: Vec<ChildId> = ids.into_iter().cloned().collect();
    let entries = pupils::entries(colleague, &ids).await?;
    let columns = [
        Column::new(w.office_removals_since()),
        Column::new(w.office_column_pupil()),
        Column::new(w.office_column_purpose()),
    ];
    let mut table = Table::new("removals", w.office_removals_count(asked.len() as u64), columns);
    for (day, asked) in asked {
        let pupil = match entries.iter().find(|entry| entry.id == asked.child) {
            Some(entry) => {
                let page = guest.at(&format!("office/children/{}", entry.id))?;
                Line::new().link(entry.listed(), &page).text(" ").text(entry.facts.class.reveal())
            }
            None => Line::new().text(w.office_removals_pupil_gone()),
        };
        let titles = asked.purposes.iter().map(|id| Paragraph::new(title(w, profile, id)));
        table = table.row([w.short_date(*day).render(), pupil.render(), Body::new().with_all(titles).render()]);
    }
    Ok(table)
}
