//! Taking a list: one at a time, once for its draft, and never something other than what was looked at.

use http::{HeaderValue, header::REFRESH};
use pages::{Body, ButtonRow, Heading, LinkButton, Notice, Paragraph, Progress};
use people_lists::List;
use reception::{Colleague, Problem};
use records::{Imports, RunningImport};
use school_types::{OperationId, Role};
use web::{Refusal, Response};

use super::{
    apply::{self, Taken},
    choices::Choices,
    done,
    draft::Draft,
    overview::busy,
    planned::{Brought, By, Plan},
    preview::{self, SEEN, SURE, Top},
};

/// The list of a draft, as this colleague brings it.
pub(super) fn brought<'a>(
    colleague: &'a Colleague<'_, '_>,
    draft: &'a Draft,
    choices: Choices,
) -> Result<Brought<'a>, Problem> {
    Ok(Brought {
        records: colleague.records(),
        school: colleague.school()?,
        list: draft.list,
        table: &draft.table,
        stages: &colleague.guest().school()?.profile().key_stages,
        absent: draft.absent(),
        by: if colleague.holds(&[Role::Administrator]) { By::Administrator } else { By::Office },
        match_names: choices.match_names,
        undo_hand_edits: choices.undo_hand_edits,
    })
}

/// What taking it would change, how far it is, or what it did.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &OperationId) -> Result<Response, Problem> {
    let draft = Draft::of(colleague, id).await?;
    if let Some(counts) = draft.taken {
        return done::show(colleague, id, draft.list, &counts).await;
    }
    let w = colleague.guest().words();
    let imports = colleague.records().imports(colleague.school()?).fold::<Imports>().await?.value;
    let now = colleague.guest().now();
    let top = match (imports.running(now), imports.abandoned(now)) {
        (Some(running), _) if running.draft == *id => return in_progress(colleague, draft.list, running),
        (Some(running), _) => Top { notice: Some(busy(colleague, running).await?), may_take: false, not_sure: false },
        (None, Some(abandoned)) if abandoned.draft == *id => {
            let notice = Notice::care().title(w.people_stopped_title()).with(Paragraph::new(w.people_stopped_text()));
            Top { notice: Some(notice), may_take: true, not_sure: false }
        }
        (None, _) => Top { notice: None, may_take: true, not_sure: false },
    };
    let choices = Choices::of(colleague.guest().request().query());
    let planned = plan(colleague, &draft, choices).await?.planned;
    let (chrome, body) = preview::page(colleague, id, &draft, &planned, choices, top)?;
    Ok(colleague.page(&chrome, body))
}

/// The header was checked when the file was brought, so a file that cannot be read by now was never ours.
async fn plan(colleague: &Colleague<'_, '_>, draft: &Draft, choices: Choices) -> Result<Plan, Problem> {
    Ok(brought(colleague, draft, choices)?.plan().await?.map_err(|_| Refusal::NotFound)?)
}

/// How far it is. The page opens itself anew until it is done; nothing is lost by leaving it.
fn in_progress(colleague: &Colleague<'_, '_>, list: List, running: &RunningImport) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let here = guest.at(&format!("office/people/import/{}", running.draft))?;
    let (done, of) = (u64::from(running.done), u64::from(running.of));
    let sentence = if of > 0 { w.people_progress(done, of) } else { w.people_progress_begins().to_owned() };
    let body = Body::new()
        .with(Heading::page(w.people_progress_title()).caption(super::said::list(w, list)))
        .with(Paragraph::new(Progress::new(sentence, done, of)))
        .with(Paragraph::new(w.people_progress_text()))
        .with(ButtonRow::new().with(LinkButton::secondary(w.people_look_again(), here)));
    let mut response = colleague.page(&colleague.chrome(w.people_progress_title())?, body);
    response.headers_mut().insert(REFRESH, HeaderValue::from_static("2"));
    Ok(response)
}

/// Takes it.
pub(super) async fn take(colleague: &Colleague<'_, '_>, id: &OperationId) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let here = colleague.guest().at(&format!("office/people/import/{id}"))?;
    let draft = Draft::of(colleague, id).await?;
    if draft.taken.is_some() {
        return Ok(web::see_other(&here)?);
    }
    let w = colleague.guest().words();
    let different = || {
        let notice = Notice::care().title(w.people_different_title()).with(Paragraph::new(w.people_different_text()));
        Top { notice: Some(notice), may_take: true, not_sure: false }
    };
    let choices = Choices::of(&fields);
    let mut shown = plan(colleague, &draft, choices).await?;
    let top = if preview::seen(&shown.planned) != fields.first(SEEN) {
        different()
    } else if shown.planned.many_leave() && !fields.has(SURE, "yes") {
        Top { notice: None, may_take: true, not_sure: true }
    } else {
        match apply::take(&brought(colleague, &draft, choices)?, id, &shown).await? {
            Taken::All(counts) => {
                draft.finish(colleague, id, &shown.planned, counts).await?;
                return Ok(web::see_other(&here)?);
            }
            Taken::Busy(running) if running.draft == *id => return Ok(web::see_other(&here)?),
            Taken::Busy(running) => {
                Top { notice: Some(busy(colleague, &running).await?), may_take: false, not_sure: false }
            }
            Taken::Different => {
                shown = plan(colleague, &draft, choices).await?;
                different()
            }
        }
    };
    let (chrome, body) = preview::page(colleague, id, &draft, &shown.planned, choices, top)?;
    Ok(colleague.guest().page_with_errors(chrome, body))
}
