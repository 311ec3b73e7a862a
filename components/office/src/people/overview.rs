//! The lists of a school, and when each was last taken.

use pages::{Body, ButtonRow, Heading, LinkButton, Notice, Paragraph, Width};
use people_lists::List;
use reception::{Colleague, Problem};
use records::{Asker, ImportCounts, Imports, Roll, RunningImport, TakenImport};
use web::Response;
use words::Words;

use super::{blind_list, planned::recorded, said};

/// The page.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let (w, records, school) = (guest.words(), colleague.records(), colleague.school()?);
    let (imports, roll) = (records.imports(school), records.roll(school));
    let (imports, roll) = futures::try_join!(imports.fold::<Imports>(), roll.fold::<Roll>())?;
    let pupils = roll.value.present().count() as u64;
    let mut body = Body::new().with(Heading::page(w.people_title())).with(Paragraph::lead(w.people_lead()));
    if let Some(running) = imports.value.running(guest.now()) {
        body = body.with(busy(colleague, running).await?);
    }
    for list in List::ALL {
        let about = match list {
            List::Pupils => w.people_about_pupils(),
            List::Contacts => w.people_about_contacts(),
            List::Staff => w.people_about_staff(),
        };
        let taken = match imports.value.taken.get(&recorded(list)) {
            Some(taken) => last(colleague, taken).await?,
            None => w.people_never_taken().to_owned(),
        };
        body = body.with(Heading::section(said::list(w, list))).with(Paragraph::new(about));
        if list == List::Pupils {
            body = body.with(Paragraph::new(w.people_on_roll(pupils)));
        }
        let needs_pupils = list == List::Contacts && pupils == 0;
        body = body.with(Paragraph::soft(taken));
        body = if needs_pupils {
            body.with(Paragraph::soft(w.people_contacts_after_pupils()))
        } else {
            let address = guest.at(&format!("office/people/{}", list.name()))?;
            let label = match list {
                List::Pupils => w.people_bring_pupils(),
                List::Contacts => w.people_bring_contacts(),
                List::Staff => w.people_bring_staff(),
            };
            body.with(ButtonRow::new().with(LinkButton::secondary(label, address)))
        };
    }
    let body = blind_list::offer(colleague, pupils, body)?;
    let chrome = colleague.chrome(w.people_title())?.width(Width::Middle).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body))
}

/// Who is taking a list just now, and how far it is.
pub(super) async fn busy(colleague: &Colleague<'_, '_>, running: &RunningImport) -> Result<Notice, Problem> {
    let w = colleague.guest().words();
    let list = List::ALL.into_iter().find(|list| recorded(*list) == running.list).unwrap_or(List::Pupils);
    let by = who(colleague, &running.by).await?;
    let text = w.people_busy_text(&by, said::list(w, list));
    let mut notice = Notice::info().title(w.people_busy_title()).with(Paragraph::new(text));
    if running.of > 0 {
        notice = notice.with(Paragraph::new(w.people_progress(u64::from(running.done), u64::from(running.of))));
    }
    Ok(notice)
}

async fn last(colleague: &Colleague<'_, '_>, taken: &TakenImport) -> Result<String, Problem> {
    let w = colleague.guest().words();
    let by = who(colleague, &taken.by).await?;
    Ok(w.people_last_taken(&w.date_time(taken.at), &by, &counted(w, &taken.counts)))
}

/// What a list came to, in one line.
pub(super) fn counted(w: Words, counts: &ImportCounts) -> String {
    use people_lists::Kind::{Added, Changed, Left, Moved, Returned};
    let kinds = [
        (Added, counts.added),
        (Changed, counts.changed),
        (Moved, counts.moved),
        (Left, counts.left),
        (Returned, counts.returned),
    ];
    let said = kinds.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|(kind, count)| said::kind(w, kind, u64::from(count))).collect();
    if said.is_empty() { w.people_nothing_changed().to_owned() } else { w.list(&said) }
}

/// Whoever did something, by name.
async fn who(colleague: &Colleague<'_, '_>, asker: &Asker) -> Result<String, Problem> {
    let w = colleague.guest().words();
    Ok(match asker {
        Asker::Staff(id, _) if id == colleague.id() => w.people_you().to_owned(),
        Asker::Staff(id, _) => {
            let staff = colleague.records().staff_account(colleague.school()?, id).await?;
            let name = staff.facts().map(|facts| facts.name.reveal().clone());
            name.unwrap_or_else(|| w.people_somebody().to_owned())
        }
        _ => w.people_a_program().to_owned(),
    })
}
