//! Bringing a list: a file, or text that is pasted. Nothing is changed by it.

use pages::{
    Body, Button, ButtonRow, Choice, Chrome, ErrorSummary, FileInput, Form, Heading, Line, Paragraph, PasteArea, Radios,
};
use people_lists::{Absent, FileProblem, List, Table, read};
use reception::{Colleague, Problem};
use web::{Fields, Limits, Refusal, Response};

use super::{columns, draft::Draft, planned::check, said};
use crate::LARGEST_REQUEST;

/// How much of the form is read: a pasted list may be as large as a file.
const LIMITS: Limits = Limits { count: 10, name: 100, value: LARGEST_REQUEST };

const FILE: &str = "list";
const PASTED: &str = "pasted";
const EXTENT: &str = "extent";
const PART: &str = "part";

/// The form.
pub(super) fn show(colleague: &Colleague<'_, '_>, list: List) -> Result<Response, Problem> {
    let (chrome, body) = form(colleague, list, &Fields::default(), None)?;
    Ok(colleague.page(&chrome, body))
}

fn form(
    colleague: &Colleague<'_, '_>,
    list: List,
    typed: &Fields,
    wrong: Option<(&str, &str)>,
) -> Result<(Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let (title, lead) = match list {
        List::Pupils => (w.people_bring_pupils(), w.people_bring_pupils_lead()),
        List::Contacts => (w.people_bring_contacts(), w.people_bring_contacts_lead()),
        List::Staff => (w.people_bring_staff(), w.people_bring_staff_lead()),
    };
    let at = |name: &str| wrong.filter(|(field, _)| *field == name).map(|(_, problem)| problem);
    let [whole, part] = match list {
        List::Pupils => [w.people_whole_pupils_hint(), w.people_part_pupils_hint()],
        List::Contacts => [w.people_whole_contacts_hint(), w.people_part_contacts_hint()],
        List::Staff => [w.people_whole_staff_hint(), w.people_part_staff_hint()],
    };
    let extent = if typed.first(EXTENT) == PART { PART } else { "whole" };
    let form = Form::post(guest.at(&format!("office/people/{}", list.name()))?, colleague.token())
        .with_files()
        .with(
            FileInput::new(w, FILE, w.people_file(), ".csv,.txt,.tsv,.xlsx").hint(w.people_file_hint()).error(at(FILE)),
        )
        .with(
            PasteArea::new(w, PASTED, w.people_pasted())
                .hint(w.people_pasted_hint())
                .value(typed.first(PASTED))
                .error(at(PASTED)),
        )
        .with(
            Radios::new(w, EXTENT, w.people_extent())
                .with(Choice::new("whole", w.people_whole()).hint(whole))
                .with(Choice::new(PART, w.people_part()).hint(part))
                .chosen(Some(extent)),
        )
        .with(ButtonRow::new().with(Button::primary(w.people_look())));
    let mut body = Body::new();
    if let Some((field, problem)) = wrong {
        body = body.with(ErrorSummary::new(w).with(field, problem));
    }
    let example = guest.at(&format!("office/people/{}/example.csv", list.name()))?;
    let body = body
        .with(Heading::page(title))
        .with(Paragraph::lead(lead))
        .with(columns::details(w, list))
        .with(columns::excel(w))
        .with(Paragraph::new(Line::new().link(w.people_example(), &example)))
        .with(form);
    Ok((colleague.chrome(title)?.back(guest.at("office/people")?), body))
}

/// Reads what was brought, and leads on to what it would change. What cannot be read changes nothing.
pub(super) async fn bring(colleague: &Colleague<'_, '_>, list: List) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let sent = guest.request().multipart(&LIMITS)?;
    colleague.check_form(&sent.fields)?;
    let pasted = sent.fields.first(PASTED);
    let again = |field: &str, problem: &str| -> Result<Response, Problem> {
        let (chrome, body) = form(colleague, list, &sent.fields, Some((field, problem)))?;
        Ok(guest.page_with_errors(chrome, body))
    };
    let (field, table): (&str, Result<Table, FileProblem>) = match sent.file(FILE) {
        Some(file) => (FILE, read(file)),
        None if pasted.trim().is_empty() => return again(FILE, w.people_file_missing()),
        None => (PASTED, Table::of_text(pasted)),
    };
    let table = match table.and_then(|table| check(list, &table).map(|()| table)) {
        Ok(table) => table,
        Err(problem) => return again(field, &said::file_problem(w, &problem)),
    };
    let absent = match sent.fields.first(EXTENT) {
        "whole" => Absent::Leave,
        PART => Absent::Keep,
        _ => return Err(Refusal::BadForm.into()),
    };
    let id = colleague.operation()?;
    Draft::new(colleague, list, absent, table).keep(colleague, &id).await?;
    Ok(web::see_other(&guest.at(&format!("office/people/import/{id}"))?)?)
}
