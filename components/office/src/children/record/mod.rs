//! What is held about one child, for whoever has a right to it (UK GDPR art. 15): to read, to print, and as a file.

mod held;
mod notices;

use futures::try_join;
use pages::{
    Answers, Body, Bullets, ButtonRow, Column, Empty, Filters, Heading, LinkButton, Notice, Paragraph, PrintButton,
    Render, ScreenOnly, Select, Table, Width,
};
use permission_rules::RecordFor;
use reception::{Colleague, Problem};
use records::{AuditEvent, Entry as Event, Mailings};
use school_types::{ChildId, ContactId};
use web::{Refusal, Response};

use super::{
    history::Names,
    said,
    show::{Whole, whole},
};
use crate::pupils::place;
use held::{Held, Standing};

/// The choice "the pupil" among those it may be for.
const PUPIL: &str = "pupil";
/// How many entries of the trail are read at a time.
const PAGE: usize = 500;

/// A child's record, for somebody.
struct Made {
    names: Names,
    reader: RecordFor,
    held: Held,
}

/// Whom the address asks for: none where it does not say, or names somebody who has no right to it.
fn reader(colleague: &Colleague<'_, '_>, whole: &Whole) -> Option<RecordFor> {
    let query = colleague.guest().request().query();
    if query.has("for", PUPIL) {
        return Some(RecordFor::Pupil);
    }
    let contact = query.choice::<ContactId>("for").ok()?;
    whole.entry.holders.contains(&contact).then_some(RecordFor::Contact(contact))
}

/// Puts the record together, and writes down that it was taken out.
async fn make(colleague: &Colleague<'_, '_>, whole: Whole, names: Names, reader: RecordFor) -> Result<Made, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let id = whole.entry.id.clone();
    let noted = AuditEvent::RecordExported { child: id.clone() };
    let audit = records.audit(school);
    let mailings = records.mailings(school);
    let (acts, removals, mailings, _) = try_join!(
        acts(colleague, &id),
        removals(colleague, &id),
        async { mailings.fold::<Mailings>().await.map_err(Problem::from) },
        async { audit.append(&noted, None).await.map_err(Problem::from) }
    )?;
    let held = Held::of(colleague, &whole, &names, &reader, acts, removals, &mailings.value).await?;
    Ok(Made { names, reader, held })
}

/// What staff did about this child, the newest first. What the safeguarding lead decided is not among it (R8).
async fn acts(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Vec<Event<AuditEvent>>, Problem> {
    let stream = colleague.records().audit(colleague.school()?);
    let mut found = Vec::new();
    let mut before = None;
    loop {
        let page = stream.newest(PAGE, before).await?;
        found.extend(page.entries.into_iter().filter(|entry| is_about(&entry.event, id)));
        before = page.older;
        if before.is_none() {
            return Ok(found);
        }
    }
}

fn is_about(event: &AuditEvent, id: &ChildId) -> bool {
    match event {
        AuditEvent::DecisionEntered { child, .. }
        | AuditEvent::ChildEdited { child, .. }
        | AuditEvent::ContactAdded { child, .. }
        | AuditEvent::ContactEdited { child, .. }
        | AuditEvent::ContactEnded { child }
        | AuditEvent::RecordExported { child } => child == id,
        _ => false,
    }
}

/// What was asked to be taken down.
async fn removals(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Vec<held::Asked>, Problem> {
    let entries = colleague.records().removals(colleague.school()?).read().await?;
    Ok(entries.into_iter().filter_map(|entry| held::Asked::of(entry, id)).collect())
}

/// The record, once it is said for whom.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let whole = whole(colleague, id).await?;
    let names = names(colleague, &whole).await?;
    let child = guest.at(&format!("office/children/{id}"))?;
    let reader = reader(colleague, &whole);
    let title = w.office_record_title();
    let caption = format!("{}, {}", whole.entry.facts.name.full(), place(w, &whole.entry.facts));
    let mut body = Body::new().with(Heading::page(title).caption(caption));
    body = match reader {
        None => body
            .with(Paragraph::lead(w.office_record_lead()))
            .with(whom(colleague, &whole, &names, &child)?)
            .with(Heading::section(w.office_record_rules()))
            .with(Bullets::new([
                w.office_record_rule_own(),
                w.office_record_rule_others(),
                w.office_record_rule_separate(),
            ])),
        Some(reader) => {
            let made = make(colleague, whole, names, reader).await?;
            body.with(record(colleague, &made, &child)?)
        }
    };
    Ok(colleague.page(&colleague.chrome(title)?.width(Width::Wide).back(child), body))
}

async fn names(colleague: &Colleague<'_, '_>, whole: &Whole) -> Result<Names, Problem> {
    let contacts: Vec<ContactId> = whole.entry.facts.contacts.iter().map(|listed| listed.contact.clone()).collect();
    let said = whole.decided.as_ref().ok_or(Refusal::WrongPerson)?;
    Names::of(colleague, &contacts, &whole.happened, &said.said).await
}

fn whom(colleague: &Colleague<'_, '_>, whole: &Whole, names: &Names, child: &str) -> Result<Filters, Problem> {
    let w = colleague.guest().words();
    let mut whom = Select::new(w, "for", w.office_record_for()).option(PUPIL, w.office_record_pupil());
    for listed in whole.entry.facts.contacts.iter().filter(|listed| listed.parental_responsibility) {
        let name = names.contact(&listed.contact).map_or(w.office_contact_gone(), |facts| facts.name.reveal());
        whom = whom.option(listed.contact.as_str(), w.receipt_by_you(name, &listed.relation.0));
    }
    Ok(Filters::new(w, format!("{child}/record")).with(whom))
}

fn record(colleague: &Colleague<'_, '_>, made: &Made, child: &str) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let time = w.date_time(guest.now());
    let made_for = match &made.reader {
        RecordFor::Pupil => w.office_record_made_pupil(&time),
        RecordFor::Contact(id) => {
            let name = made.names.contact(id).map_or(w.office_contact_gone(), |facts| facts.name.reveal());
            w.office_record_made(name, &time)
        }
    };
    let word = match &made.reader {
        RecordFor::Pupil => PUPIL,
        RecordFor::Contact(id) => id.as_str(),
    };
    let file = format!("{child}/record.json?for={word}");
    let held = &made.held;
    let body = Body::new()
        .with(Paragraph::lead(made_for))
        .with(ButtonRow::new().with(PrintButton::new(w)).with(LinkButton::secondary(w.office_record_file(), file)))
        .with(ScreenOnly::new(Notice::info().with(Paragraph::new(w.office_record_noted()))))
        .with(Heading::section(w.office_record_entry()))
        .with(entry(w, held))
        .with(Heading::section(w.office_child_adults()))
        .with(adults(w, held))
        .with(Heading::section(w.office_child_holds()))
        .with(holds(w, held))
        .with(Heading::section(w.office_child_history()))
        .with(decided(w, held))
        .with(Heading::section(w.notices_record_title()))
        .with(told(w, held))
        .with(Heading::section(w.office_child_changes()))
        .with(changed(w, held))
        .with(Heading::section(w.office_record_acts()))
        .with(done(w, held))
        .with(Heading::section(w.office_record_rules()))
        .with(Bullets::new([
            w.office_record_rule_own(),
            w.office_record_rule_others(),
            w.office_record_rule_separate(),
        ]));
    Ok(body)
}

fn entry(w: words::Words, held: &Held) -> Answers {
    let pupil = &held.pupil;
    let or_none = |text: &str| if text.is_empty() { w.office_none().to_owned() } else { text.to_owned() };
    let mut answers = Answers::new(w)
        .row(w.office_record_number(), or_none(&pupil.school_number))
        .row(w.office_field_forename(), or_none(&pupil.forename))
        .row(w.office_field_middle_names(), or_none(&pupil.middle_names))
        .row(w.office_field_surname(), or_none(&pupil.surname))
        .row(w.office_field_preferred(), or_none(pupil.preferred_forename.as_deref().unwrap_or_default()))
        .row(w.office_column_year(), &pupil.year)
        .row(w.office_field_stage(), super::history::stage_of(w, pupil.key_stage))
        .row(w.office_column_class(), or_none(&pupil.class));
    if let Some(known) = &pupil.preferred_surname {
        answers = answers.row(w.office_field_known_surname(), known);
    }
    if let Some(left) = pupil.left_on {
        answers = answers.row(w.office_note_left(), w.date(left));
    }
    answers
}

fn adults(w: words::Words, held: &Held) -> Body {
    if held.adults.is_empty() {
        return Body::new().with(Paragraph::soft(w.office_adults_none()));
    }
    let mut adults = Answers::new(w);
    for adult in &held.adults {
        let name = match &adult.own {
            Some(own) => w.receipt_by_you(&own.name, &adult.relation),
            None => adult.relation.clone(),
        };
        let decides = if adult.parental_responsibility { w.office_adult_holds() } else { w.office_adult_holds_not() };
        let reach = adult.own.as_ref().map_or_else(
            || w.office_record_left_out().to_owned(),
            |own| {
                [own.telephone.as_deref(), own.e_mail.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ")
            },
        );
        adults = adults.row(name, Body::new().with(Paragraph::new(decides)).with(Paragraph::new(reach)));
    }
    Body::new().with(Paragraph::soft(w.office_adults_count(held.adults.len() as u64))).with(adults)
}

fn holds(w: words::Words, held: &Held) -> Answers {
    let mut answers = Answers::new(w);
    for purpose in &held.purposes {
        let sentence = match purpose.standing {
            Standing::May => w.office_holds_may(),
            Standing::MayNot => w.office_holds_may_not(),
            Standing::NotAnswered => w.office_holds_not_answered(),
            Standing::NotTold => w.office_holds_not_told(),
            Standing::NobodyToAsk => w.office_holds_nobody_to_ask(),
        };
        answers = answers.row(purpose.title.as_str(), sentence);
    }
    answers
}

fn decided(w: words::Words, held: &Held) -> Body {
    if held.decisions.is_empty() {
        return Body::new().with(Paragraph::soft(w.office_history_none()));
    }
    let mut body = Body::new();
    for decision in held.decisions.iter().rev() {
        let by = if decision.by_reader { w.office_record_by_reader() } else { decision.relation.as_str() };
        let mut answers = Answers::new(w).row(w.receipt_by(), by).row(w.receipt_how(), said::how(w, &decision.how));
        match &decision.answers {
            Some(given) => {
                for answer in given {
                    answers = answers.row(answer.wording.title.as_str(), said::answer(w, answer.answer));
                }
            }
            None => {
                answers =
                    answers.row(w.receipt_answers(), w.office_record_answers_left_out(decision.purposes.len() as u64))
            }
        }
        if let Some(view) = decision.pupil_view {
            answers = answers.row(w.receipt_view(), said::view(w, view));
        }
        if let Some(removal) = decision.withdrawal {
            answers = answers.row(w.receipt_withdrawal(), said::removal(w, removal));
        }
        if let Some(reference) = &decision.reference {
            answers = answers.row(w.shared_receipt_reference(), reference.as_str());
        }
        body = body.with(Heading::part(w.date_time(decision.recorded_at))).with(answers);
    }
    body
}

/// What the family was told, and what was printed for them.
fn told(w: words::Words, held: &Held) -> Body {
    if held.notices.is_empty() && held.printed.is_empty() {
        return Body::new().with(Paragraph::soft(w.notices_record_none()));
    }
    let columns = [Column::new(w.office_record_when()), Column::new(w.office_record_what())];
    let count = held.notices.len() + held.printed.len();
    let mut table = Table::new("told", w.notices_record_count(count as u64), columns);
    for notice in &held.notices {
        table = table.row([w.date_time(notice.recorded_at).render(), notice.shown.render()]);
    }
    for printed in &held.printed {
        table = table.row([w.date_time(printed.last_at).render(), printed.shown.render()]);
    }
    Body::new().with(table)
}

fn changed(w: words::Words, held: &Held) -> Table {
    let columns =
        [Column::new(w.office_record_when()), Column::new(w.office_record_what()), Column::new(w.office_record_who())];
    let mut table = Table::new("changes", w.office_record_changes(held.entry_history.len() as u64), columns);
    for change in held.entry_history.iter().rev() {
        table = table.row([w.date_time(change.at).render(), change.shown.render(), change.by_shown.render()]);
    }
    table
}

fn done(w: words::Words, held: &Held) -> Body {
    if held.access.is_empty() {
        return Body::new().with(Empty::new(w.office_record_acts_none_title(), w.office_record_acts_none_text()));
    }
    let columns =
        [Column::new(w.office_record_when()), Column::new(w.office_record_what()), Column::new(w.office_record_who())];
    let mut table = Table::new("acts", w.office_record_acts_count(held.access.len() as u64), columns);
    for act in &held.access {
        table = table.row([w.date_time(act.at).render(), act.shown.render(), act.by_shown.render()]);
    }
    Body::new().with(table)
}

/// The same as a file of JSON.
pub(super) async fn file(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let whole = whole(colleague, id).await?;
    let reader = reader(colleague, &whole).ok_or(Refusal::NotFound)?;
    let names = names(colleague, &whole).await?;
    let made = make(colleague, whole, names, reader).await?;
    let bytes =
        serde_json::to_vec_pretty(&made.held).map_err(|_| Problem::Broken("a record that cannot be written"))?;
    // The name of the file is seen by others: in a list of downloads, on a stick.
    Ok(web::download(bytes, "application/json", &format!("record-{id}.json")))
}
