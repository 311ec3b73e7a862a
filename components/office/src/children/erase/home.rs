//! What is asked to be erased, on the office's first page.

use std::collections::BTreeSet;

use pages::{Body, Button, ButtonRow, Form, Line, Notice, Paragraph};
use reception::{Colleague, Problem};
use records::ErasureRequests;
use school_types::ChildId;

use super::{REQUEST, said, staff_names};
use crate::{erasures, pupils};

/// The requests, each with who asked, where it stands, and the button that undoes it. Carries out what is due first.
pub(crate) async fn asked_for(colleague: &Colleague<'_, '_>) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let (records, school) = (colleague.records(), colleague.school()?);
    let mut body = Body::new();
    let query = guest.request().query();
    if query.has("erasure", "undone") {
        let known = records.erasure_requests(school).fold::<ErasureRequests>().await?.value;
        let stands = query.choice::<ChildId>("child").is_ok_and(|child| known.get(&child).is_some());
        if !stands {
            body = body.with(Notice::success().with(Paragraph::new(w.erasure_undone())));
        }
    }
    erasures::carry_out_due(records, school).await?;
    let open = erasures::open(records, school).await?;
    let ids: BTreeSet<ChildId> = open.iter().map(|open| open.child.clone()).collect();
    let entries = pupils::entries(colleague, &ids.into_iter().collect::<Vec<_>>()).await?;
    let mut notice = Notice::care().title(w.erasure_home(entries.len() as u64));
    for open in &open {
        let Some(entry) = entries.iter().find(|entry| entry.id == open.child) else { continue };
        let who = staff_names(colleague, [&open.request.by].into_iter()).await?.pop();
        let who = who.unwrap_or_else(|| w.office_who_unknown().to_owned());
        let address = guest.at(&format!("office/children/{}/erase", open.child))?;
        let name = entry.facts.name.full();
        let line = Line::new().link(w.erasure_home_pupil(&name), &address).text(". ");
        let line = line.text(w.erasure_asked(&who, &w.date_time(open.request.at))).text(". ");
        notice = notice.with(Paragraph::new(line.text(said(w, open.standing)))).with(
            Form::post(format!("{address}/undo"), colleague.token())
                .operation(&colleague.operation()?)
                .hidden(REQUEST, open.request.number.to_string())
                .with(ButtonRow::new().with(Button::secondary(w.erasure_undo_pupil(&name)))),
        );
    }
    Ok(if entries.is_empty() { body } else { body.with(notice) })
}
