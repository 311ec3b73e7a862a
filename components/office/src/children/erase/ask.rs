//! Asking for a pupil to be erased.

use reception::{Colleague, Problem};
use records::{AuditEvent, Batch, ErasureRequestEvent, ErasureRequests};
use school_types::ChildId;
use web::{Refusal, Response};

use super::{Shown, Stage, ask_first, erased, is_the_leads, page, plain, stage, was_erased};
use crate::{children::show::whole, erasures::About, form::operation};

/// Asks, once the name is typed.
pub(in crate::children) async fn ask(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let form = colleague.form()?;
    let operation = operation(&form)?;
    let guest = colleague.guest();
    let (records, school) = (colleague.records(), colleague.school()?);
    let whole = match whole(colleague, id).await {
        Err(Problem::Refused(Refusal::NotFound)) if was_erased(colleague, id).await? => return erased(colleague),
        whole => whole?,
    };
    if is_the_leads(colleague, &whole)? {
        return ask_first(colleague, &whole);
    }
    let about = About::of(records, school, id).await?;
    let typed = form.one("name").unwrap_or_default();
    if plain(typed) != plain(&whole.entry.facts.name.full()) {
        let shown = Shown { typed, error: Some(guest.words().office_erase_wrong()), operation: &operation };
        let (chrome, body) = page(colleague, &whole, &about, &shown).await?;
        return Ok(guest.page_with_errors(chrome, body));
    }
    let is_own = about.request.as_ref().is_some_and(|request| request.operation == operation);
    // Somebody else may have asked since the form was opened: then this is not the one to ask once more.
    if is_own || matches!(stage(colleague, &about), Stage::Ask) {
        let alone = about.others(colleague.id()).next().is_none();
        let requests = records.erasure_requests(school);
        let mut batch = Batch::default();
        let asked = ErasureRequestEvent::Asked { child: id.clone(), alone, said: about.said };
        batch.add(&requests, &asked, &operation)?;
        batch.add(&records.audit(school), &AuditEvent::ErasureAsked { child: id.clone() }, &operation)?;
        records.append_all(&batch).await?;
        requests.refresh::<ErasureRequests>().await?;
    }
    Ok(web::see_other(&guest.at(&format!("office/children/{id}/erase"))?)?)
}
