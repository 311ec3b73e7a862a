//! The entry of a child, by hand. Two people may do so at once: single fields are changed, so what different people change
//! all counts; where they change the same, the second is shown what the first did before theirs takes its place.

use pages::{
    Body, Button, ButtonRow, Checkboxes, ErrorSummary, Form, Heading, LinkButton, Notice, Paragraph, Select, Size,
    TextInput,
};
use reception::{Colleague, Problem};
use records::{
    AuditEvent, Batch, Child, ChildChange, ChildEvent, ChildFacts, ChildField, Enrolled, Roll, RollEvent, View,
};
use school_types::{ChildId, ContactId, KeyStage, OperationId, Redacted, YearGroup};
use web::{FieldError, Fields, FormGuard, Refusal, Response};

use super::{
    history::{Names, listed, stage_of},
    show::{Whole, whole},
};
use crate::pupils::{Entry, year, years_taught};

/// The longest name, in characters.
const LONGEST: usize = 80;
/// The longest name of a class.
const LONGEST_CLASS: usize = 40;
/// Which state of the entry the form was made from.
const VERSION: &str = "version";

const STAGES: [(&str, KeyStage); 6] = [
    ("early-years", KeyStage::EarlyYears),
    ("ks1", KeyStage::Ks1),
    ("ks2", KeyStage::Ks2),
    ("ks3", KeyStage::Ks3),
    ("ks4", KeyStage::Ks4),
    ("ks5", KeyStage::Ks5),
];

/// The fields as they were typed.
struct Typed {
    forename: String,
    middle_names: String,
    surname: String,
    preferred: String,
    known_surname: String,
    year: String,
    stage: String,
    class: String,
    holders: Vec<String>,
}

impl Typed {
    fn of(facts: &ChildFacts) -> Self {
        let stage = STAGES.iter().find(|(_, stage)| *stage == facts.key_stage).map_or("", |(word, _)| word);
        let holders = facts.contacts.iter().filter(|listed| listed.parental_responsibility);
        Self {
            forename: facts.name.forename.reveal().clone(),
            middle_names: facts.name.middle_names.reveal().clone(),
            surname: facts.name.surname.reveal().clone(),
            preferred: facts.name.preferred_forename.as_ref().map(|name| name.reveal().clone()).unwrap_or_default(),
            known_surname: facts.name.preferred_surname.as_ref().map(|name| name.reveal().clone()).unwrap_or_default(),
            year: facts.year_group.number().to_string(),
            stage: stage.to_owned(),
            class: facts.class.reveal().clone(),
            holders: holders.map(|listed| listed.contact.to_string()).collect(),
        }
    }

    fn sent(fields: &Fields) -> Self {
        let first = |name: &str| fields.first(name).to_owned();
        Self {
            forename: first("forename"),
            middle_names: first("middle-names"),
            surname: first("surname"),
            preferred: first("preferred"),
            known_surname: first("known-surname"),
            year: first("year"),
            stage: first("stage"),
            class: first("class"),
            holders: fields.all("holder").map(str::to_owned).collect(),
        }
    }
}

/// The form.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let whole = whole(colleague, id).await?;
    let names = names(colleague, &whole).await?;
    let typed = Typed::of(&whole.entry.facts);
    let form = Shown { typed: &typed, errors: Vec::new(), notice: None, operation: colleague.operation()? };
    let (chrome, body) = page(colleague, &whole, &names, &form)?;
    Ok(colleague.page(&chrome, body))
}

async fn names(colleague: &Colleague<'_, '_>, whole: &Whole) -> Result<Names, Problem> {
    let contacts: Vec<ContactId> = whole.entry.facts.contacts.iter().map(|listed| listed.contact.clone()).collect();
    Names::of(colleague, &contacts, &whole.happened, &[]).await
}

/// How the form is shown.
struct Shown<'a> {
    typed: &'a Typed,
    errors: Vec<(&'static str, &'static str)>,
    notice: Option<Notice>,
    operation: OperationId,
}

impl Shown<'_> {
    fn error(&self, field: &str) -> Option<&'static str> {
        self.errors.iter().find(|(name, _)| *name == field).map(|(_, message)| *message)
    }
}

fn page(
    colleague: &Colleague<'_, '_>,
    whole: &Whole,
    names: &Names,
    shown: &Shown<'_>,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let typed = shown.typed;
    let back = guest.at(&format!("office/children/{}", whole.entry.id))?;
    let text = |name: &'static str, label: &'static str, value: &str| {
        TextInput::new(w, name, label).size(Size::Middle).autocomplete("off").value(value).error(shown.error(name))
    };
    let mut years = Select::new(w, "year", w.office_field_year()).chosen(Some(&typed.year)).error(shown.error("year"));
    let school = &guest.school()?.profile().key_stages;
    for group in years_taught(school, Some(whole.entry.facts.year_group)) {
        years = years.option(group.number().to_string(), year(w, group.number()));
    }
    let mut stages =
        Select::new(w, "stage", w.office_field_stage()).chosen(Some(&typed.stage)).error(shown.error("stage"));
    for (word, stage) in STAGES.into_iter().filter(|(_, stage)| taught(school, &whole.entry.facts, *stage)) {
        stages = stages.option(word, stage_of(w, stage));
    }
    let mut form = Form::post(format!("{back}/edit"), colleague.token())
        .operation(&shown.operation)
        .hidden(VERSION, whole.upto.to_string())
        .with(text("forename", w.office_field_forename(), &typed.forename))
        .with(text("middle-names", w.office_field_middle_names(), &typed.middle_names).optional())
        .with(text("surname", w.office_field_surname(), &typed.surname))
        .with(
            text("preferred", w.office_field_preferred(), &typed.preferred)
                .optional()
                .hint(w.office_field_preferred_hint()),
        )
        .with(
            text("known-surname", w.office_field_known_surname(), &typed.known_surname)
                .optional()
                .hint(w.office_field_known_surname_hint()),
        )
        .with(years)
        .with(stages)
        .with(text("class", w.office_column_class(), &typed.class));
    let contacts = &whole.entry.facts.contacts;
    if !contacts.is_empty() {
        let mut holders = Checkboxes::new(w, "holder", w.office_field_holders())
            .hint(w.office_field_holders_hint())
            .error(shown.error("holder"))
            .chosen(&typed.holders);
        for listed in contacts {
            let name = names.contact(&listed.contact).map_or(w.office_contact_gone(), |facts| facts.name.reveal());
            holders = holders.choice(listed.contact.as_str(), w.receipt_by_you(name, &listed.relation.0));
        }
        form = form.with(holders);
    }
    let form = form.with(
        ButtonRow::new()
            .with(Button::primary(w.office_edit_save()))
            .with(LinkButton::quiet(w.office_edit_leave(), back.clone())),
    );
    let mut summary = ErrorSummary::new(w);
    for (field, message) in &shown.errors {
        summary = summary.with(*field, *message);
    }
    let mut body = Body::new().with(summary);
    if let Some(notice) = &shown.notice {
        body = body.with(notice);
    }
    let title = w.office_edit_title();
    let body = body
        .with(Heading::page(title).caption(whole.entry.facts.name.full()))
        .with(Paragraph::lead(w.office_edit_lead()))
        .with(form);
    Ok((colleague.chrome(title)?.back(back), body))
}

/// Whether a key stage is one of the school's, or the pupil's own now.
fn taught(school: &[KeyStage], facts: &ChildFacts, stage: KeyStage) -> bool {
    school.contains(&stage) || facts.key_stage == stage
}

/// The fields as facts, upon those the form was made from; or what is wrong with them.
fn read(
    w: words::Words,
    fields: &Fields,
    base: &ChildFacts,
    school: &[KeyStage],
) -> Result<ChildFacts, Vec<(&'static str, &'static str)>> {
    let mut facts = base.clone();
    let mut errors = Vec::new();
    let mut wrong = |field, error: FieldError| {
        let message = match error {
            FieldError::Missing => w.office_edit_missing(),
            FieldError::TooLong { .. } => w.office_edit_too_long(),
            _ => w.office_edit_characters(),
        };
        errors.push((field, message));
    };
    match fields.line("forename", LONGEST) {
        Ok(name) => facts.name.forename = Redacted::new(name),
        Err(error) => wrong("forename", error),
    }
    match fields.line("surname", LONGEST) {
        Ok(name) => facts.name.surname = Redacted::new(name),
        Err(error) => wrong("surname", error),
    }
    match optional_line(fields, "middle-names") {
        Ok(names) => facts.name.middle_names = Redacted::new(names.unwrap_or_default()),
        Err(error) => wrong("middle-names", error),
    }
    match optional_line(fields, "preferred") {
        Ok(name) => facts.name.preferred_forename = name.map(Redacted::new),
        Err(error) => wrong("preferred", error),
    }
    match optional_line(fields, "known-surname") {
        Ok(name) => facts.name.preferred_surname = name.map(Redacted::new),
        Err(error) => wrong("known-surname", error),
    }
    match fields.line("class", LONGEST_CLASS) {
        Ok(class) => facts.class = Redacted::new(class),
        Err(error) => wrong("class", error),
    }
    let years = years_taught(school, Some(base.year_group));
    match fields.choice::<i8>("year").ok().and_then(YearGroup::new).filter(|year| years.contains(year)) {
        Some(year) => facts.year_group = year,
        None => wrong("year", FieldError::NotAChoice),
    }
    match STAGES.iter().find(|(word, stage)| fields.one("stage") == Ok(word) && taught(school, base, *stage)) {
        Some((_, stage)) => facts.key_stage = *stage,
        None => wrong("stage", FieldError::NotAChoice),
    }
    match fields.choices::<ContactId>("holder") {
        Ok(holders) if holders.iter().all(|id| facts.contacts.iter().any(|listed| listed.contact == *id)) => {
            for listed in &mut facts.contacts {
                listed.parental_responsibility = holders.contains(&listed.contact);
                listed.is_responsibility_unknown &= !listed.parental_responsibility;
            }
        }
        _ => wrong("holder", FieldError::NotAChoice),
    }
    if errors.is_empty() { Ok(facts) } else { Err(errors) }
}

fn optional_line(fields: &Fields, name: &str) -> Result<Option<String>, FieldError> {
    match fields.optional_text(name, LONGEST)? {
        Some(text) if text.contains('\n') => Err(FieldError::BadCharacters),
        text => Ok(text),
    }
}

/// The facts as they were at `version`; none where the stream has no such state.
fn at_version(whole: &Whole, version: u64) -> Option<ChildFacts> {
    let mut child = Child::default();
    whole.happened.iter().filter(|entry| entry.number <= version).for_each(|entry| child.apply(entry));
    child.facts().cloned()
}

/// What somebody else changed since `version`, of the fields that `mine` changes to something else than it is now.
fn clashing<'a>(
    whole: &'a Whole,
    version: u64,
    mine: &[ChildChange],
) -> Vec<(&'a records::Entry<ChildEvent>, Vec<ChildChange>)> {
    // What is so already is no clash.
    let differs = |change: &&ChildChange| {
        let mut facts = whole.entry.facts.clone();
        facts.make(change);
        facts != whole.entry.facts
    };
    let fields: Vec<ChildField> = mine.iter().filter(differs).map(ChildChange::field).collect();
    let later = whole.happened.iter().filter(|entry| entry.number > version);
    let theirs = later.filter_map(|entry| match &entry.event {
        ChildEvent::Edited(changes) | ChildEvent::Corrected(changes) => {
            let same: Vec<_> = changes.iter().filter(|change| fields.contains(&change.field())).cloned().collect();
            (!same.is_empty()).then_some((entry, same))
        }
        ChildEvent::Listed(_) | ChildEvent::Left { .. } => None,
    });
    theirs.collect()
}

/// Saves what was changed.
pub(super) async fn save(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let guest = colleague.guest();
    let w = guest.words();
    let whole = whole(colleague, id).await?;
    let operation: OperationId = fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?;
    let version: u64 = fields.choice(VERSION).map_err(|_| Refusal::BadForm)?;
    let address = guest.at(&format!("office/children/{id}"))?;
    if let Some(saved) = whole.happened.iter().find(|entry| entry.operation == operation) {
        let ChildEvent::Corrected(changes) = &saved.event else { return Err(Refusal::BadForm.into()) };
        complete(colleague, &whole.entry, changes, &operation).await?;
        return Ok(web::see_other(&format!("{address}?saved={}&since={version}", saved.number))?);
    }
    let base = at_version(&whole, version).ok_or(Refusal::BadForm)?;
    let wanted = match read(w, &fields, &base, &guest.school()?.profile().key_stages) {
        Ok(wanted) => wanted,
        Err(errors) => return again(colleague, &whole, &Typed::sent(&fields), errors, None, operation).await,
    };
    let mine = base.changes_to(&wanted);
    if mine.is_empty() {
        return Ok(web::see_other(&format!("{address}?same=yes"))?);
    }
    let theirs = clashing(&whole, version, &mine);
    if !theirs.is_empty() {
        let names = names(colleague, &whole).await?;
        let mut notice = Notice::care().title(w.office_edit_clash());
        for (entry, changes) in &theirs {
            let (who, when) = (names.asker(w, &entry.by), w.date_time(entry.at));
            notice = notice.with(Paragraph::new(w.office_edit_other(&who, &when, &listed(w, &names, changes))));
        }
        let notice = notice.with(Paragraph::new(w.office_edit_clash_text()));
        // Theirs, with mine upon it: what they changed and I did not stays as they have it.
        let mut merged = whole.entry.facts.clone();
        mine.iter().for_each(|change| merged.make(change));
        let typed = Typed::of(&merged);
        return again(colleague, &whole, &typed, Vec::new(), Some(notice), operation).await;
    }
    let stream = colleague.records().child(colleague.school()?, id);
    let written = stream.append(&ChildEvent::Corrected(mine.clone()), Some(&operation)).await?;
    let now = stream.refresh::<Child>().await?;
    let entry = Entry::of(id.clone(), &now.value).ok_or(Refusal::NotFound)?;
    complete(colleague, &entry, &mine, &operation).await?;
    Ok(web::see_other(&format!("{address}?saved={}&since={version}", written.number))?)
}

/// The form once more, with what was typed.
async fn again(
    colleague: &Colleague<'_, '_>,
    whole: &Whole,
    typed: &Typed,
    errors: Vec<(&'static str, &'static str)>,
    notice: Option<Notice>,
    operation: OperationId,
) -> Result<Response, Problem> {
    let names = names(colleague, whole).await?;
    let (chrome, body) = page(colleague, whole, &names, &Shown { typed, errors, notice, operation })?;
    Ok(colleague.guest().page_with_errors(chrome, body))
}

/// What follows from a change: the roll knows the class, the trail who did it, the checker's list the name. Under the
/// operation of the change, so that the form sent again after a crash completes it and doubles nothing.
async fn complete(
    colleague: &Colleague<'_, '_>,
    entry: &Entry,
    changes: &[ChildChange],
    operation: &OperationId,
) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let fields: Vec<ChildField> = changes.iter().map(ChildChange::field).collect();
    let mut batch = Batch::default();
    let roll = records.roll(school);
    // Who has left is on no class's list, whatever is put right in their entry.
    let moves = fields.contains(&ChildField::Class) && entry.left.is_none();
    if moves {
        let enrolled = Enrolled { child: entry.id.clone(), class: entry.facts.class.clone() };
        batch.add(&roll, &RollEvent::Changed { listed: vec![enrolled], left: Vec::new() }, operation)?;
    }
    batch.add(
        &records.audit(school),
        &AuditEvent::ChildEdited { child: entry.id.clone(), fields: fields.clone() },
        operation,
    )?;
    records.append_all(&batch).await?;
    if moves {
        roll.refresh::<Roll>().await?;
    }
    let is_name = |field: &ChildField| {
        matches!(
            field,
            ChildField::Forename
                | ChildField::MiddleNames
                | ChildField::Surname
                | ChildField::PreferredForename
                | ChildField::PreferredSurname
        )
    };
    if fields.iter().any(is_name) {
        records.rebuild_pupil_list(school).await?;
    }
    Ok(())
}
