//! What somebody decided about a child before: a page of it at a time, however often they changed their mind.

use pages::{Body, ButtonRow, Happening, Heading, Line, LinkButton, Paragraph, Timeline};
use permission_rules::{Decision, How, PermissionEvent, Removal};
use reception::Problem;
use records::Entry;
use school_types::{ChildId, Reference};
use web::Response;

use crate::parent::{Ours, Parent};

/// How many decisions a page lists.
const PAGE: usize = 20;
/// How many facts about a child are read at a time while looking for their own.
const PORTION: usize = 24;

/// The query that asks for what came before a decision of theirs: `?before=` and its reference. A number would tell how much
/// else stands in the child's history, which is not theirs to know (R7, R8).
pub(crate) const BEFORE: &str = "before";

/// Some of their own decisions, the newest first.
pub(crate) struct History {
    decisions: Vec<(Entry<PermissionEvent>, Decision)>,
    /// After which of them there are older ones.
    older: Option<Reference>,
}

impl History {
    /// The newest of their decisions about a child, or the newest of those before the one with the reference `before`; from the
    /// newest where that is none of theirs. Reads what it lists, what others decided in between, and a few more.
    pub(crate) async fn of(parent: &Parent<'_, '_>, ours: &Ours, before: Option<&Reference>) -> Result<Self, Problem> {
        let (records, school) = (&parent.records, parent.school()?);
        let mut next = match before {
            Some(reference) => {
                let found = records.recorded_as(school, reference).await?;
                found.filter(|(child, _)| *child == ours.id).map(|(_, number)| number)
            }
            None => None,
        };
        let stream = records.permission(school, &ours.id);
        let mut decisions: Vec<(Entry<PermissionEvent>, Decision)> = Vec::new();
        loop {
            let page = stream.newest_of(&ours.permissions, PORTION, next).await?;
            for entry in page.entries {
                let PermissionEvent::Decided(decision) = &entry.event else { continue };
                // What came too late was never taken, and is nobody's history; the other parent's is not theirs to see (R7).
                if decision.by.contact != parent.contact || ours.permissions.value.is_overtaken(entry.number) {
                    continue;
                }
                if decisions.len() == PAGE {
                    let older = decisions.last().map(|(_, decision)| decision.reference.clone());
                    return Ok(Self { decisions, older });
                }
                let decision = decision.clone();
                decisions.push((entry, decision));
            }
            next = page.older;
            if next.is_none() {
                return Ok(Self { decisions, older: None });
            }
        }
    }

    /// Passes on what they asked to have taken down, where whoever recorded it died before that was done.
    pub(crate) async fn finish_removals(&self, parent: &Parent<'_, '_>, child: &ChildId) -> Result<(), Problem> {
        let (records, school) = (&parent.records, parent.school()?);
        let asks =
            |(_, decision): &&(Entry<PermissionEvent>, Decision)| decision.withdrawal == Some(Removal::AlsoPublished);
        let each = self.decisions.iter().filter(asks).map(|(entry, decision)| async move {
            if records.receipt(school, &decision.reference).await?.is_none() {
                records.complete_decision(school, child, entry.number).await?;
            }
            Ok::<_, Problem>(())
        });
        futures::future::try_join_all(each).await.map(drop)
    }

    /// The list, each with its receipt, and the way to older ones.
    pub(crate) fn shown(&self, parent: &Parent<'_, '_>, child: &ChildId) -> Result<Body, Problem> {
        let w = parent.guest.words();
        if self.decisions.is_empty() {
            return Ok(Body::new().with(Paragraph::new(w.child_history_none())));
        }
        let mut happenings = Vec::new();
        for (entry, decision) in &self.decisions {
            let receipt = parent.guest.at(&format!("consent/receipt/{}", decision.reference))?;
            let happening = Happening::new(w.date_time(entry.at), what_happened(w, decision))
                .with(Line::new().link(w.child_history_receipt(decision.reference.as_str()), &receipt));
            happenings.push(happening);
        }
        let body = Body::new().with(Timeline::new(happenings));
        Ok(match &self.older {
            Some(last) => {
                let older = parent.guest.at(&format!("consent/child/{child}?{BEFORE}={last}"))?;
                body.with(ButtonRow::new().with(LinkButton::secondary(w.child_history_older(), older)))
            }
            None => body,
        })
    }
}

/// A page of older decisions about a child.
pub(crate) async fn older(parent: &Parent<'_, '_>, ours: &Ours, before: &Reference) -> Result<Response, Problem> {
    let w = parent.guest.words();
    let history = History::of(parent, ours, Some(before)).await?;
    history.finish_removals(parent, &ours.id).await?;
    let body = Body::new()
        .with(Heading::page(w.child_history()).caption(w.child_title(ours.called())))
        .with(history.shown(parent, &ours.id)?);
    let back = parent.guest.at(&format!("consent/child/{}", ours.id))?;
    Ok(parent.page(&parent.chrome(w.child_history())?.back(back), body))
}

fn what_happened(w: words::Words, decision: &Decision) -> String {
    let count = decision.answers.len() as u64;
    let what = match decision.withdrawal {
        Some(_) => w.child_history_withdrew(count),
        None => w.child_history_decided(count),
    };
    match decision.how {
        How::Online => what,
        How::Paper { .. } => format!("{what}, {}", w.child_history_how_paper()),
        How::Spoken { .. } => format!("{what}, {}", w.child_history_how_spoken()),
    }
}
