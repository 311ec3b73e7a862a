//! `PUT /s/{school}/office/api/v1/{pupils,contacts,staff}`: the list as it is from now on.
//!
//! The list is the whole one: who is not in it has left, unless `?leavers=keep`. Where that would be more than a fifth, nothing
//! is changed until the same is sent with `?leavers=confirm`. A row that cannot be taken refuses the whole list. Sending
//! the same list again changes nothing. Where most of a list has another number for everybody, nothing is changed until it is
//! said with `?match=names` that pupils are who their names say, or with `?match=numbers` that they are others.

use http::{
    HeaderValue, StatusCode,
    header::{CONTENT_TYPE, RETRY_AFTER},
};
use people_lists::{Absent, List};
use reception::{Guest, Problem};
use records::{Asker, ImportCounts};
use school_types::OperationId;
use serde::Serialize;
use web::{Refusal, Response};
use words::Words;

use super::body::{self, Unread};
use crate::{
    LARGEST_REQUEST,
    people::{Brought, By, Planned, Taken, check, said, take},
};

/// So many notes are said; a whole list in capitals has one for each row.
const NOTES: usize = 500;

/// What taking the list came to.
#[derive(Serialize)]
struct Answer {
    added: u32,
    changed: u32,
    moved: u32,
    left: u32,
    returned: u32,
    unchanged: u32,
    rejected: [Row; 0],
    /// What was read otherwise than it was sent, or asks for a look.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Row>,
}

/// What is wrong in a row: one entry for each thing.
#[derive(Serialize)]
struct Row {
    line: u32,
    column: Option<&'static str>,
    code: &'static str,
    message: String,
}

/// Problem details (RFC 9457) with the rows that cannot be taken.
#[derive(Serialize)]
struct Details {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    code: &'static str,
    /// Which value of the array it is about, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rejected: Vec<Row>,
}

impl Details {
    fn answer(self) -> Result<Response, Problem> {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
        let mut response = web::json(status, &self)?;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        Ok(response)
    }
}

fn details(status: StatusCode, code: &'static str, title: &'static str, detail: String) -> Details {
    Details { r#type: "about:blank", title, status: status.as_u16(), detail, code, value: None, rejected: Vec::new() }
}

/// Takes a list.
pub(super) async fn put(guest: &Guest<'_>, list: List) -> Result<Response, Problem> {
    let w = guest.words();
    let (absent, confirmed) = match guest.request().query().first("leavers") {
        "" => (Absent::Leave, false),
        "confirm" => (Absent::Leave, true),
        "keep" => (Absent::Keep, false),
        _ => {
            let said = (w.people_api_leavers_title(), w.people_api_leavers().to_owned());
            return details(StatusCode::BAD_REQUEST, "leavers", said.0, said.1).answer();
        }
    };
    let match_names = match guest.request().query().first("match") {
        "" => None,
        "names" => Some(true),
        "numbers" => Some(false),
        _ => {
            let said = (w.people_api_match_title(), w.people_api_match().to_owned());
            return details(StatusCode::BAD_REQUEST, "match", said.0, said.1).answer();
        }
    };
    let table = body::table(guest.request()).and_then(|table| match check(list, &table) {
        Ok(()) => Ok(table),
        Err(problem) => Err(Unread::List(problem)),
    });
    let table = match table {
        Ok(table) => table,
        Err(problem) => return unread(w, problem)?.answer(),
    };
    let records = guest.desk().records().as_asker(Asker::task("lists api"));
    let school = guest.school_id()?;
    let brought = Brought {
        records: &records,
        school,
        list,
        table: &table,
        stages: &guest.school()?.profile().key_stages,
        absent,
        by: By::Program,
        match_names: match_names == Some(true),
        // Nobody looks at a program's list before it is taken.
        undo_hand_edits: false,
    };
    let plan = match brought.plan().await? {
        Ok(plan) => plan,
        Err(problem) => return unread(w, Unread::List(problem))?.answer(),
    };
    if let Some(refused) = refused(guest, &plan.planned, confirmed, match_names.is_some()) {
        return refused.answer();
    }
    let operation = OperationId::from_bytes(vault::random()?);
    match take(&brought, &operation, &plan).await? {
        Taken::All(counts) => Ok(web::json(StatusCode::OK, &Answer::of(&counts, notes(w, &plan.planned)))?),
        Taken::Busy(_) | Taken::Different => {
            let busy = details(StatusCode::CONFLICT, "busy", w.people_api_busy_title(), w.people_api_busy().to_owned());
            let mut response = busy.answer()?;
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
            Ok(response)
        }
    }
}

/// Why there is no list to take.
fn unread(w: Words, problem: Unread) -> Result<Details, Problem> {
    let title = w.people_api_file_title();
    Ok(match problem {
        Unread::Body(Refusal::TooLarge) => {
            let most = w.number(LARGEST_REQUEST as u64);
            details(StatusCode::PAYLOAD_TOO_LARGE, "too-large", title, w.people_api_large(&most))
        }
        Unread::Body(refusal) => return Err(refusal.into()),
        Unread::Type => {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            details(status, "unsupported-content-type", title, w.people_api_type().to_owned())
        }
        Unread::NoArray => details(StatusCode::BAD_REQUEST, "bad-json", title, w.people_api_no_array().to_owned()),
        Unread::Value(place) => {
            let said = w.people_api_value(&w.number(place as u64));
            Details { value: Some(place), ..details(StatusCode::BAD_REQUEST, "bad-json", title, said) }
        }
        Unread::List(problem) => {
            let said = said::file_problem(w, &problem);
            details(StatusCode::UNPROCESSABLE_ENTITY, "unreadable-list", title, said)
        }
    })
}

/// Why the list is not taken, if it is not.
fn refused(guest: &Guest<'_>, planned: &Planned, confirmed: bool, is_matched: bool) -> Option<Details> {
    let w = guest.words();
    let rejected = planned.rejected();
    if !rejected.is_empty() {
        let count = rejected.len() as u64;
        let rows = rejected.into_iter().flat_map(|rejected| {
            rejected.problems.iter().map(|problem| Row {
                line: rejected.row.line,
                column: problem.column.map(people_lists::Column::name),
                code: problem.code.as_str(),
                message: said::problem(w, problem),
            })
        });
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let mut refused = details(status, "rows-rejected", w.people_api_rejected_title(), w.people_api_rejected(count));
        refused.rejected = rows.collect();
        return Some(refused);
    }
    if planned.is_rekeyed() && !is_matched {
        let said = w.people_api_rekeyed(planned.rekeyed() as u64);
        return Some(details(StatusCode::CONFLICT, "numbers-changed", w.people_api_rekeyed_title(), said));
    }
    if planned.many_leave() && !confirmed {
        let said = w.people_api_many_leave(u64::from(planned.counts().left));
        return Some(details(StatusCode::CONFLICT, "many-leave", w.people_api_many_leave_title(), said));
    }
    None
}

/// What there is to say of the rows that were taken.
fn notes(w: Words, planned: &Planned) -> Vec<Row> {
    let row = |remark: &people_lists::Remark| Row {
        line: remark.line,
        column: remark.column.map(people_lists::Column::name),
        code: remark.note.as_str(),
        message: said::note(w, remark.note).to_owned(),
    };
    planned.around().remarks.iter().take(NOTES).map(row).collect()
}

impl Answer {
    const fn of(counts: &ImportCounts, notes: Vec<Row>) -> Self {
        let ImportCounts { added, changed, moved, left, returned, unchanged, rejected: _ } = *counts;
        Self { added, changed, moved, left, returned, unchanged, rejected: [], notes }
    }
}
