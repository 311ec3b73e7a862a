//! Confirming what somebody else asked: then it happens.

use reception::{Colleague, Problem};
use records::{AuditEvent, Batch, ErasureRequestEvent, ErasureRequests};
use school_types::ChildId;
use web::{Refusal, Response};

use super::{REQUEST, Shown, erased, page, plain, was_erased};
use crate::{
    children::{list::forget_search, show::whole},
    erasures::{self, About},
    form::operation,
};

/// Erases, once the name is typed. Sent again, it finishes what a crash left, and leads to the same page.
pub(in crate::children) async fn confirm(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let form = colleague.form()?;
    let operation = operation(&form)?;
    let number: u64 = form.choice(REQUEST).map_err(|_| Refusal::BadForm)?;
    let guest = colleague.guest();
    let (records, school) = (colleague.records(), colleague.school()?);
    let about = About::of(records, school, id).await?;
    let request = about.request.clone().filter(|request| request.number == number);
    let settled = match request {
        Some(request) if request.is_settled => Some(request),
        Some(request) => {
            let asked = request.asked();
            if request.by == *colleague.id() {
                return Err(Refusal::WrongPerson.into());
            }
            let whole = whole(colleague, id).await?;
            let typed = form.one("name").unwrap_or_default();
            if plain(typed) != plain(&whole.entry.facts.name.full()) {
                let shown = Shown { typed, error: Some(guest.words().office_erase_wrong()), operation: &operation };
                let (chrome, body) = page(colleague, &whole, &about, &shown).await?;
                return Ok(guest.page_with_errors(chrome, body));
            }
            if !asked.may_confirm(colleague.id(), &about.may, about.said, guest.now()) {
                None
            } else {
                let requests = records.erasure_requests(school);
                let mut batch = Batch::default();
                let confirmed = ErasureRequestEvent::Confirmed { child: id.clone(), request: number };
                batch.add(&records.audit(school), &AuditEvent::ErasureConfirmed { child: id.clone() }, &operation)?;
                batch.add(&requests, &confirmed, &operation)?;
                records.append_all(&batch).await?;
                // Somebody may have undone it at the same moment, and been first.
                let now = requests.refresh::<ErasureRequests>().await?.value;
                now.get(id).filter(|known| known.number == number && known.is_settled).cloned()
            }
        }
        None if was_erased(colleague, id).await? => return erased(colleague),
        None => None,
    };
    // What does not hold any more the page says.
    let Some(request) = settled else {
        return Ok(web::see_other(&guest.at(&format!("office/children/{id}/erase"))?)?);
    };
    erasures::carry_out(records, school, id, &request).await?;
    forget_search(guest)?;
    erased(colleague)
}
