//! Who waits, and who is kept out.

use std::collections::BTreeSet;

use pages::{Body, Button, ButtonRow, Column, Empty, Form, Heading, Line, Notice, Paragraph, Render, Table, Width};
use reception::{Colleague, Problem};
use records::{ContactFacts, ParentCheck};
use school_types::{ChildId, ContactId};
use web::Response;

use super::{PATH, checks, decide::Said};
use crate::pupils;

/// A check with whom it is about.
pub(super) struct Listed {
    pub(super) check: ParentCheck,
    contact: ContactFacts,
    pupil: pupils::Entry,
    relation: String,
}

/// Those of `checks` that are about somebody who is listed as a parent now: a list may have taken them out again, or the
/// pupil may have been erased.
pub(super) async fn listed(colleague: &Colleague<'_, '_>, checks: Vec<ParentCheck>) -> Result<Vec<Listed>, Problem> {
    if checks.is_empty() {
        return Ok(Vec::new());
    }
    let (records, school) = (colleague.records(), colleague.school()?);
    let children: BTreeSet<&ChildId> = checks.iter().map(|check| &check.child).collect();
    let contacts: BTreeSet<&ContactId> = checks.iter().map(|check| &check.contact).collect();
    let children: Vec<ChildId> = children.into_iter().cloned().collect();
    let contacts: Vec<ContactId> = contacts.into_iter().cloned().collect();
    let (children, contacts) =
        futures::try_join!(records.children(school, &children), records.contacts(school, &contacts))?;
    let of = |check: ParentCheck| {
        let (id, child) = children.iter().find(|(id, _)| *id == check.child)?;
        let listing = child.listing(&check.contact).filter(|listing| listing.parental_responsibility)?;
        let (_, contact) = contacts.iter().find(|(id, _)| *id == check.contact)?;
        Some(Listed {
            contact: contact.0.clone()?,
            pupil: pupils::Entry::of(id.clone(), child)?,
            relation: listing.relation.0.clone(),
            check,
        })
    };
    Ok(checks.into_iter().filter_map(of).collect())
}

/// The page.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let listed = listed(colleague, checks(colleague).await?).await?;
    let (kept_out, waiting): (Vec<_>, Vec<_>) = listed.iter().partition(|listed| listed.check.is_kept_out);
    let mut body = Body::new();
    let done = match guest.request().query().first("done") {
        "confirmed" => Some((w.new_parents_confirmed(), w.new_parents_confirmed_text())),
        "kept-out" => Some((w.new_parents_kept_out_done(), w.new_parents_kept_out_done_text())),
        _ => None,
    };
    if let Some((title, text)) = done {
        body = body.with(Notice::success().title(title).with(Paragraph::new(text)));
    }
    body = body.with(Heading::page(w.new_parents_title())).with(Paragraph::lead(w.new_parents_lead()));
    body = if waiting.is_empty() {
        body.with(Empty::new(w.new_parents_none(), w.new_parents_none_text()))
    } else {
        body.with(table(colleague, "waiting", w.new_parents_waiting(waiting.len() as u64), &waiting)?)
    };
    if !kept_out.is_empty() {
        body = body
            .with(Heading::section(w.new_parents_kept_out()))
            .with(Paragraph::new(w.new_parents_kept_out_text()))
            .with(table(colleague, "kept-out", w.new_parents_kept_out_count(kept_out.len() as u64), &kept_out)?);
    }
    let chrome = colleague.chrome(w.new_parents_title())?.width(Width::Wide).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body))
}

fn table(
    colleague: &Colleague<'_, '_>,
    id: &'static str,
    caption: String,
    listed: &[&Listed],
) -> Result<Table, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let columns = [
        w.new_parents_contact(),
        w.new_parents_email(),
        w.new_parents_pupil(),
        w.new_parents_since(),
        w.new_parents_is(),
    ];
    let mut table = Table::new(id, caption, columns.map(Column::new));
    for Listed { check, contact, pupil, relation } in listed {
        let page = guest.at(&format!("office/children/{}", pupil.id))?;
        let who = format!("{} ({relation})", contact.name.reveal());
        let email = contact.e_mail.as_ref().map_or(w.new_parents_no_email(), |email| email.reveal().as_str());
        let form = |said: Said, button: Button| -> Result<Form, Problem> {
            Ok(Form::post(guest.at(PATH)?, colleague.token())
                .operation(&colleague.operation()?)
                .hidden("contact", check.contact.as_str())
                .hidden("child", check.child.as_str())
                .hidden("said", said.as_str())
                .with(ButtonRow::new().with(button)))
        };
        let (name, called) = (contact.name.reveal(), pupil.called());
        let mut forms = Body::new().with(form(Said::Confirm, Button::secondary(w.new_parents_confirm(name, called)))?);
        if !check.is_kept_out {
            forms = forms.with(form(Said::KeepOut, Button::quiet(w.new_parents_keep_out(name)))?);
        }
        table = table.row([
            who.render(),
            email.render(),
            Line::new().link(pupil.listed(), &page).text(" ").text(pupil.facts.class.reveal()).render(),
            w.date_time(check.since).render(),
            forms.render(),
        ]);
    }
    Ok(table)
}
