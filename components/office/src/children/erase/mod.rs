//! Erasing everything about a child (UK GDPR art. 17): with the name typed out, and in plain words what stays and why. One person
//! asks and another confirms, or where nobody else could, it happens after a day.
//!
//! The do-not-photograph flag goes with everything else, and the next list brings the child back without it. So while it is
//! set, only a colleague who may lift it asks (R8).

mod ask;
mod confirm;
mod home;
mod undo;

use http::StatusCode;
use pages::{
    Body, Bullets, Button, ButtonRow, ErrorSummary, Form, Heading, LinkButton, Notice, Paragraph, Size, TextInput,
};
use permission_rules::{ErasureLapse, ErasureStanding};
use reception::{Colleague, Problem};
use records::ErasureRequest;
use school_types::{ChildId, OperationId, StaffId};
use web::{Refusal, Response};
use words::Words;

pub(super) use ask::ask;
pub(super) use confirm::confirm;
pub(crate) use home::asked_for;
pub(super) use undo::undo;

use super::show::{Whole, whole};
use crate::{
    erasures::{self, About},
    roles,
};

/// The number of the request that a form is about.
const REQUEST: &str = "request";

/// What goes, what stays, who else has to agree; and the field to type the name into.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    erasures::carry_out_due(records, school).await?;
    let whole = match whole(colleague, id).await {
        Err(Problem::Refused(Refusal::NotFound)) if was_erased(colleague, id).await? => return erased(colleague),
        whole => whole?,
    };
    let about = About::of(records, school, id).await?;
    if about.request.is_none() && is_the_leads(colleague, &whole)? {
        return ask_first(colleague, &whole);
    }
    let shown = Shown { typed: "", error: None, operation: &colleague.operation()? };
    let (chrome, body) = page(colleague, &whole, &about, &shown).await?;
    Ok(colleague.page(&chrome, body))
}

/// How the form is shown.
struct Shown<'a> {
    typed: &'a str,
    error: Option<&'static str>,
    operation: &'a OperationId,
}

/// What may be done about a pupil.
enum Stage<'a> {
    /// To ask.
    Ask,
    /// To confirm what somebody else asked.
    Confirm(&'a ErasureRequest),
    /// To wait, or to undo it.
    Wait(&'a ErasureRequest),
}

fn stage<'a>(colleague: &Colleague<'_, '_>, about: &'a About) -> Stage<'a> {
    let Some(request) = &about.request else { return Stage::Ask };
    let now = colleague.guest().now();
    let asked = request.asked();
    match asked.standing(&about.may, about.said, now) {
        ErasureStanding::Lapsed(_) => Stage::Ask,
        _ if asked.may_confirm(colleague.id(), &about.may, about.said, now) => Stage::Confirm(request),
        _ => Stage::Wait(request),
    }
}

async fn page(
    colleague: &Colleague<'_, '_>,
    whole: &Whole,
    about: &About,
    shown: &Shown<'_>,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let child = guest.at(&format!("office/children/{}", whole.entry.id))?;
    let name = whole.entry.facts.name.full();
    let mut body = Body::new();
    if let Some(error) = shown.error {
        body = body.with(ErrorSummary::new(w).with("name", error));
    }
    body = body.with(Heading::page(w.office_erase_title()).caption(&name)).with(Paragraph::lead(w.office_erase_lead()));
    if let Some(request) = &about.request {
        body = body.with(standing(colleague, about, request).await?);
    }
    if whole.entry.left.is_none() {
        let notice = Notice::care().title(w.office_erase_here(&name));
        body = body.with(notice.with(Paragraph::new(w.office_erase_stays_system())));
    }
    let body = body
        .with(Heading::section(w.office_erase_goes()))
        .with(Bullets::new([w.office_erase_goes_entry(), w.office_erase_goes_decisions(), w.office_erase_goes_list()]))
        .with(Heading::section(w.office_erase_stays()))
        .with(Bullets::new([
            w.office_erase_stays_proof(),
            w.office_erase_stays_trail(),
            w.office_erase_stays_system(),
        ]));
    let field = TextInput::new(w, "name", w.office_erase_confirm(&name))
        .size(Size::Middle)
        .autocomplete("off")
        .value(shown.typed)
        .error(shown.error);
    let leave = LinkButton::quiet(w.office_edit_leave(), child.as_str());
    let form = |action: &str| Form::post(format!("{child}/{action}"), colleague.token()).operation(shown.operation);
    let undo = |request: &ErasureRequest, operation: &OperationId| {
        Form::post(format!("{child}/erase/undo"), colleague.token())
            .operation(operation)
            .hidden(REQUEST, request.number.to_string())
            .with(ButtonRow::new().with(Button::secondary(w.erasure_undo())))
    };
    let body = match stage(colleague, about) {
        Stage::Ask => {
            let others = staff_names(colleague, about.others(colleague.id())).await?;
            let how =
                if others.is_empty() { w.erasure_alone().to_owned() } else { w.erasure_needs_two(&w.list(&others)) };
            let buttons = ButtonRow::new().with(Button::warning(w.erasure_ask())).with(leave);
            body.with(Notice::info().with(Paragraph::new(how))).with(form("erase").with(field).with(buttons))
        }
        Stage::Confirm(request) => {
            let buttons = ButtonRow::new().with(Button::warning(w.office_erase_button())).with(leave);
            let confirm = form("erase/confirm").hidden(REQUEST, request.number.to_string());
            body.with(Paragraph::new(w.erasure_confirm_lead()))
                .with(confirm.with(field).with(buttons))
                .with(undo(request, &colleague.operation()?))
        }
        Stage::Wait(request) => body.with(undo(request, &colleague.operation()?)),
    };
    Ok((colleague.chrome(w.office_erase_title())?.back(child), body))
}

/// Who asked, and where the request stands.
async fn standing(colleague: &Colleague<'_, '_>, about: &About, request: &ErasureRequest) -> Result<Notice, Problem> {
    let w = colleague.guest().words();
    let who = staff_names(colleague, [&request.by].into_iter()).await?.pop();
    let who = who.unwrap_or_else(|| w.office_who_unknown().to_owned());
    let notice = Notice::care().title(w.erasure_asked(&who, &w.date_time(request.at)));
    let standing = request.asked().standing(&about.may, about.said, colleague.guest().now());
    let notice = notice.with(Paragraph::new(said(w, standing)));
    if matches!(standing, ErasureStanding::NeedsAnother(_)) && request.by == *colleague.id() {
        let others = staff_names(colleague, about.others(&request.by)).await?;
        return Ok(notice.with(Paragraph::new(w.erasure_own(&w.list(&others)))));
    }
    Ok(notice)
}

/// Where a request stands.
fn said(w: Words, standing: ErasureStanding) -> String {
    match standing {
        ErasureStanding::NeedsAnother(until) => w.erasure_waits(&w.date_time(until)),
        ErasureStanding::HappensAt(at) => w.erasure_happens(&w.date_time(at)),
        ErasureStanding::Due => w.erasure_due().to_owned(),
        ErasureStanding::Lapsed(ErasureLapse::TooOld) => w.erasure_lapsed_old().to_owned(),
        ErasureStanding::Lapsed(ErasureLapse::SaidSince) => w.erasure_lapsed_said().to_owned(),
        ErasureStanding::Lapsed(ErasureLapse::AskerGone) => w.erasure_lapsed_gone().to_owned(),
    }
}

/// What members of staff are called.
async fn staff_names(
    colleague: &Colleague<'_, '_>,
    staff: impl Iterator<Item = &StaffId>,
) -> Result<Vec<String>, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let accounts = futures::future::try_join_all(staff.map(|id| records.staff_account(school, id))).await?;
    Ok(accounts.iter().filter_map(|account| Some(account.facts()?.name.reveal().clone())).collect())
}

/// Whether the safeguarding lead's flag is set, and this colleague is not the lead.
fn is_the_leads(colleague: &Colleague<'_, '_>, whole: &Whole) -> Result<bool, Problem> {
    let decided = whole.decided.as_ref().ok_or(Refusal::WrongPerson)?;
    Ok(decided.permissions.value.is_flagged() && !colleague.holds(roles::FLAG))
}

/// Says whom to ask, and no more than the child's page says.
fn ask_first(colleague: &Colleague<'_, '_>, whole: &Whole) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let child = guest.at(&format!("office/children/{}", whole.entry.id))?;
    let title = w.office_erase_ask();
    let flagged = Notice::care().title(w.office_holds_flagged()).with(Paragraph::new(w.office_child_flagged_text()));
    let body = Body::new()
        .with(Heading::page(title).caption(whole.entry.facts.name.full()))
        .with(Paragraph::lead(w.office_erase_ask_lead()))
        .with(flagged)
        .with(ButtonRow::new().with(LinkButton::primary(w.office_erase_ask_back(), child.clone())));
    let chrome = colleague.chrome(title)?.back(child);
    Ok(web::page(StatusCode::FORBIDDEN, pages::page(&chrome, body)))
}

/// A name as two people would agree it is the same: spaces and capitals aside.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether the proof of an erasure names this child.
async fn was_erased(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<bool, Problem> {
    let erasures = colleague.records().erasures(colleague.school()?).read().await?;
    Ok(erasures.iter().any(|entry| entry.event.child == *id))
}

/// To the list of children, which says so.
fn erased(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    Ok(web::see_other(&colleague.guest().at("office/children?erased=yes")?)?)
}
