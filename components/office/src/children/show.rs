//! One child's page: what holds, who is listed, and what happened.

use futures::try_join;
use jiff::SignedDuration;
use pages::{Answers, Body, Bullets, ButtonRow, Details, Heading, Line, LinkButton, Notice, Paragraph, Width};
use permission_rules::{Answering, ChildPermissions, PermissionEvent, PurposeAnswer, Removal, said_on};
use reception::{Colleague, Problem};
use records::{Child, ChildChange, ChildEvent, Entry as Event, Folded};
use school_types::{ChildId, ClassId, Date};
use web::{Refusal, Response};

use super::{
    history::{Names, changes, decisions, listed, staff_of},
    list, removals, said,
};
use crate::{
    classes::sign,
    pupils::{Entry, place},
    reach::reach,
    roles,
};

/// How long one is told that somebody changed what one had entered.
const TOLD_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A child with everything that happened.
pub(super) struct Whole {
    pub(super) entry: Entry,
    pub(super) upto: u64,
    pub(super) happened: Vec<Event<ChildEvent>>,
    /// None for those who see no decisions.
    pub(super) decided: Option<Decided>,
}

/// What was said about a child.
pub(super) struct Decided {
    pub(super) permissions: Folded<ChildPermissions>,
    pub(super) said: Vec<Event<PermissionEvent>>,
}

/// The child, with decisions for those who may see them.
///
/// # Errors
/// [`Refusal::NotFound`] for a child this school does not know, or not any more.
pub(super) async fn whole(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Whole, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let stream = records.child(school, id);
    let decided = async {
        if !colleague.holds(roles::PERMISSIONS) {
            return Ok(None);
        }
        let stream = records.permission(school, id);
        let (mut said, permissions) = stream.read_and_fold::<ChildPermissions>().await?;
        // What came too late was never taken.
        said.retain(|entry| !permissions.value.is_overtaken(entry.number));
        Ok(Some(Decided { permissions, said }))
    };
    let (child, happened, decided) = try_join!(stream.fold::<Child>(), stream.read(), decided)?;
    let entry = Entry::of(id.clone(), &child.value).ok_or(Refusal::NotFound)?;
    Ok(Whole { entry, upto: child.upto(), happened, decided })
}

/// The page.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let whole = whole(colleague, id).await?;
    let entry = &whole.entry;
    let listed: Vec<_> = entry.facts.contacts.iter().map(|listed| listed.contact.clone()).collect();
    let said = whole.decided.as_ref().map_or(&[][..], |decided| &decided.said);
    let names = Names::of(colleague, &listed, &whole.happened, said).await?;
    let title = entry.facts.name.full();
    let page = query_page(colleague);
    if let Some(decided) = whole.decided.as_ref().filter(|_| page > 0) {
        let body = Body::new()
            .with(Heading::page(w.office_child_history()).caption(&title))
            .with(history_of(colleague, id, &names, decided, page)?);
        let back = guest.at(&format!("office/children/{id}{}", kept_query(colleague)))?;
        let chrome = colleague.chrome(w.office_child_history())?.width(Width::Wide).back(back);
        return Ok(colleague.page(&chrome, body));
    }
    let mut body = Body::new()
        .with(told(colleague, &whole, &names))
        .with(Heading::page(&title).caption(place(w, &entry.facts)))
        .with(notices(colleague, &whole)?)
        .with(buttons(colleague, id, entry.left.is_some())?);
    if let Some(decided) = &whole.decided {
        finish_removals(colleague, id, &decided.said).await?;
        body = body.with(Heading::section(w.office_child_holds())).with(holds(colleague, entry, decided)?);
    }
    body = body.with(Heading::section(w.office_child_adults())).with(adults(colleague, &whole, &names)?);
    if let Some(decided) = &whole.decided {
        body =
            body.with(Heading::section(w.office_child_history())).with(history_of(colleague, id, &names, decided, 0)?);
    }
    let body = body.with(Details::new(w.office_child_changes()).with(changes(w, &names, &whole.happened)));
    let chrome = colleague.chrome(title)?.width(Width::Wide).back(way_back(colleague)?);
    Ok(colleague.page(&chrome, body))
}

/// The query that asks for older decisions: `?history=1` for those before the newest page.
const PAGE: &str = "history";

fn query_page(colleague: &Colleague<'_, '_>) -> usize {
    colleague.guest().request().query().choice(PAGE).unwrap_or(0)
}

/// What the address says of where one came from.
fn kept_query(colleague: &Colleague<'_, '_>) -> String {
    let query = colleague.guest().request().query();
    match query.choice::<ClassId>("from") {
        Ok(class) => format!("?from={class}"),
        Err(_) => list::Asked::of(query).query(),
    }
}

/// A page of what was decided, and the way to older ones.
fn history_of(
    colleague: &Colleague<'_, '_>,
    id: &ChildId,
    names: &Names,
    decided: &Decided,
    page: usize,
) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let (body, is_more) = decisions(w, names, &decided.said, colleague.holds(roles::FLAG), page);
    if !is_more {
        return Ok(body);
    }
    let kept = kept_query(colleague);
    let joint = if kept.is_empty() { '?' } else { '&' };
    let older = guest.at(&format!("office/children/{id}{kept}{joint}{PAGE}={}", page.saturating_add(1)))?;
    Ok(body.with(ButtonRow::new().with(LinkButton::secondary(w.audit_older(), older))))
}

/// To the class or the list one came from, as it was.
fn way_back(colleague: &Colleague<'_, '_>) -> Result<String, Problem> {
    let guest = colleague.guest();
    let query = guest.request().query();
    match query.choice::<ClassId>("from") {
        Ok(class) if colleague.holds(roles::PERMISSIONS) => guest.at(&format!("office/classes/{class}")),
        _ => guest.at(&format!("office/children{}", list::Asked::of(query).query())),
    }
}

/// What was just done, and what somebody else did meanwhile.
fn told(colleague: &Colleague<'_, '_>, whole: &Whole, names: &Names) -> Body {
    let guest = colleague.guest();
    let w = guest.words();
    let query = guest.request().query();
    let mine = |event: &&Event<ChildEvent>| staff_of(&event.by).as_ref() == Some(colleague.id());
    let saved = query.first("saved").parse::<u64>().ok();
    let saved = saved.and_then(|number| whole.happened.iter().filter(mine).find(|event| event.number == number));
    let mut body = Body::new();
    let contact = match query.first("contact") {
        "added" => Some(w.contact_added()),
        "saved" => Some(w.contact_saved()),
        "ended" => Some(w.contact_ended()),
        "gone" => Some(w.contact_gone()),
        _ => None,
    };
    if let Some(said) = contact {
        body = body.with(Notice::success().with(Paragraph::new(said)));
    }
    if query.has("same", "yes") {
        body = body.with(Notice::info().with(Paragraph::new(w.office_edit_same())));
    }
    let (since, own) = match saved {
        Some(own) => {
            body = body.with(Notice::success().with(Paragraph::new(w.office_edit_saved())));
            (query.first("since").parse().unwrap_or(own.number), own)
        }
        None => {
            let lately = |event: &&Event<ChildEvent>| guest.now().duration_since(event.at) <= TOLD_FOR;
            let mut edits = whole.happened.iter().filter(mine).filter(lately);
            let own = edits.rfind(|event| matches!(event.event, ChildEvent::Edited(_) | ChildEvent::Corrected(_)));
            let Some(own) = own else { return body };
            (own.number, own)
        }
    };
    let others: Vec<Paragraph> = whole
        .happened
        .iter()
        .filter(|event| event.number > since && !mine(event))
        .filter_map(|event| Some((event, edited(&event.event)?)))
        .map(|(event, changes)| {
            let what = listed(w, names, changes);
            Paragraph::new(w.office_edit_other(&names.asker(w, &event.by), &w.date_time(event.at), &what))
        })
        .collect();
    if others.is_empty() {
        return body;
    }
    let title =
        if saved.is_some() { w.office_edit_meanwhile().to_owned() } else { w.office_edit_after(&w.date_time(own.at)) };
    body.with(
        Notice::info().title(title).with(Body::new().with_all(others)).with(Paragraph::soft(w.office_edit_rule())),
    )
}

fn edited(event: &ChildEvent) -> Option<&[ChildChange]> {
    match event {
        ChildEvent::Edited(changes) | ChildEvent::Corrected(changes) => Some(changes),
        ChildEvent::Listed(_) | ChildEvent::Left { .. } => None,
    }
}

fn notices(colleague: &Colleague<'_, '_>, whole: &Whole) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let mut body = Body::new();
    if let Some(left) = whole.entry.left {
        body = body.with(
            Notice::info().title(w.office_child_left(&w.date(left))).with(Paragraph::new(w.office_child_left_text())),
        );
    }
    let flagged = whole.decided.as_ref().is_some_and(|decided| decided.permissions.value.is_flagged());
    if flagged {
        body = body
            .with(Notice::care().title(w.office_holds_flagged()).with(Paragraph::new(w.office_child_flagged_text())));
    }
    if let Some(decided) = &whole.decided {
        body = body.with(removals_asked(colleague, &decided.said)?);
    }
    if whole.entry.holders.is_empty() && whole.entry.left.is_none() {
        body =
            body.with(Notice::care().title(w.office_child_nobody()).with(Paragraph::new(w.office_child_nobody_text())));
    }
    Ok(body)
}

/// What the family asked to have taken down, and where everything that is owed stands. Not who asked (R7).
fn removals_asked(colleague: &Colleague<'_, '_>, said: &[Event<PermissionEvent>]) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let profile = guest.school()?.profile();
    let asked = said.iter().filter_map(|entry| match &entry.event {
        PermissionEvent::Decided(decision) if decision.withdrawal == Some(Removal::AlsoPublished) => {
            Some((said_on(decision, clock::london_date(entry.at)), &decision.answers))
        }
        _ => None,
    });
    let line = |(day, answers): (Date, &Vec<PurposeAnswer>)| {
        let titles: Vec<&str> = answers.iter().map(|given| removals::title(w, profile, &given.purpose)).collect();
        // Titles hold an "and" of their own.
        w.office_removals_line(&w.date(day), &titles.join("; "))
    };
    let lines: Vec<String> = asked.map(line).collect();
    if lines.is_empty() {
        return Ok(Body::new());
    }
    let all = Line::new().link(w.office_removals_all(), &guest.at("office/removals")?);
    let notice = Notice::care()
        .title(w.office_removals_child())
        .with(Bullets::new(lines))
        .with(Paragraph::new(w.office_removals_owed()))
        .with(Paragraph::new(all));
    Ok(Body::new().with(notice))
}

/// What one may do, by what one's roles open.
fn buttons(colleague: &Colleague<'_, '_>, id: &ChildId, has_left: bool) -> Result<ButtonRow, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let at = |what: &str| guest.at(&format!("office/children/{id}/{what}"));
    let mut row = ButtonRow::new();
    if colleague.holds(roles::ENTRY) {
        if !has_left {
            row = row.with(LinkButton::primary(w.office_child_enter(), at("decide")?));
        }
        row = row.with(LinkButton::secondary(w.office_child_enter_withdrawal(), at("decide?what=withdrawal")?));
        if guest.school()?.profile().purposes.iter().any(|purpose| purpose.basis.is_notice()) && !has_left {
            row = row.with(LinkButton::secondary(w.notices_button(), at("told")?));
        }
    }
    if colleague.holds(roles::HOME_LETTERS) && !has_left {
        let letters = guest.at(&format!("office/letters?who=pupil.{id}"))?;
        row = row.with(LinkButton::secondary(w.families_letters_link(), letters));
    }
    if colleague.holds(roles::PEOPLE) {
        row = row.with(LinkButton::secondary(w.office_child_edit(), at("edit")?));
    }
    if colleague.holds(roles::FLAG) {
        row = row.with(LinkButton::secondary(w.office_child_flag(), at("flag")?));
    }
    if colleague.holds(roles::RECORD) {
        row = row.with(LinkButton::quiet(w.office_child_record(), at("record")?));
        row = row.with(LinkButton::quiet(w.office_child_erase(), at("erase")?));
    }
    Ok(row)
}

/// What the school may do, purpose by purpose; that answers differ, and never who said no (R7).
fn holds(colleague: &Colleague<'_, '_>, entry: &Entry, decided: &Decided) -> Result<Answers, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let permissions = &decided.permissions.value;
    let mut answers = Answers::new(w);
    for purpose in &guest.school()?.profile().purposes {
        let mark = sign(permissions.mark(purpose, &entry.holders));
        let mut holds = Body::new().with(mark.badge(w));
        if entry.left.is_some() {
            holds = Body::new().with(Paragraph::new(w.office_child_left_holds()));
        } else if permissions.answers_differ(&purpose.id) && !permissions.is_flagged() {
            holds = holds.with(Paragraph::soft(w.office_child_differ()));
        }
        answers = answers.row(purpose.title.get(w.language()), holds);
    }
    if let Some(view) = permissions.pupil_view() {
        answers = answers.row(w.receipt_view(), said::view(w, view));
    }
    Ok(answers)
}

/// The adults listed, who of them decides, how they are reached, and whether they have answered: not what. Below each other
/// rather than in columns: a telephone number is rung from a telephone.
fn adults(colleague: &Colleague<'_, '_>, whole: &Whole, names: &Names) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let purposes = &guest.school()?.profile().purposes;
    let contacts = &whole.entry.facts.contacts;
    let address = guest.at(&format!("office/children/{}/contacts", whole.entry.id))?;
    let may_change = colleague.holds(roles::PEOPLE);
    let add = if may_change {
        ButtonRow::new().with(LinkButton::secondary(w.contact_add_title(), address.as_str()))
    } else {
        ButtonRow::default()
    };
    if contacts.is_empty() {
        return Ok(Body::new().with(Paragraph::soft(w.office_adults_none())).with(add));
    }
    let mut adults = Answers::new(w);
    for listed in contacts {
        let facts = names.contact(&listed.contact);
        let name = facts.map_or(w.office_contact_gone(), |facts| facts.name.reveal());
        let decides = match (listed.parental_responsibility, listed.is_responsibility_unknown) {
            (true, _) => w.office_adult_holds(),
            (false, true) => w.office_adult_holds_unknown(),
            (false, false) => w.office_adult_holds_not(),
        };
        let mut about = Body::new().with(Paragraph::new(decides));
        if let Some(decided) = whole.decided.as_ref().filter(|_| listed.parental_responsibility) {
            let one = std::slice::from_ref(&listed.contact);
            let answered = match decided.permissions.value.answering(purposes, one) {
                Answering::All => w.office_adult_answered_all(),
                Answering::Part => w.office_adult_answered_part(),
                Answering::Nothing => w.office_adult_answered_nothing(),
            };
            about = about.with(Paragraph::soft(answered));
        }
        let mut about = about.with(Paragraph::new(reach(Line::new(), w, facts)));
        if may_change {
            let edit = Line::new().link(w.contact_edit(name), &format!("{address}/{}", listed.contact));
            about = about.with(Paragraph::new(edit));
        }
        adults = adults.row(w.receipt_by_you(name, &listed.relation.0), about);
    }
    Ok(Body::new().with(Paragraph::soft(w.office_adults_count(contacts.len() as u64))).with(adults).with(add))
}

/// Passes on what was asked to be taken down, where whoever recorded it died before that was done.
async fn finish_removals(
    colleague: &Colleague<'_, '_>,
    id: &ChildId,
    said: &[Event<PermissionEvent>],
) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let asks = said.iter().filter_map(|entry| match &entry.event {
        PermissionEvent::Decided(decision) if decision.withdrawal == Some(Removal::AlsoPublished) => {
            Some((entry.number, &decision.reference))
        }
        _ => None,
    });
    for (number, reference) in asks {
        if records.receipt(school, reference).await?.is_none() {
            records.complete_decision(school, id, number).await?;
        }
    }
    Ok(())
}
