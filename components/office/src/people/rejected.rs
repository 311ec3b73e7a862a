//! The rows that cannot be taken, as a file to put right and bring again.

use people_lists::{Rejected, Row};
use reception::{Colleague, Problem};
use records::{AuditEvent, ExportedList};
use school_types::OperationId;
use web::{Refusal, Response};
use words::Words;

use super::{choices::Choices, draft::Draft, said, take::brought};

/// A row of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula is kept from being one by an apostrophe,
/// which is taken off again when it is read.
pub(super) fn line<S: AsRef<str>>(cells: &[S]) -> String {
    let quoted = cells.iter().map(|cell| {
        let cell = cell.as_ref();
        // Spreadsheets look behind a space, a tab or a line end too.
        let formula = cell.trim_start().starts_with(['=', '+', '-', '@']);
        let text = cell.replace('"', "\"\"");
        if formula { format!("\"'{text}\"") } else { format!("\"{text}\"") }
    });
    quoted.collect::<Vec<_>>().join(",") + "\r\n"
}

/// The file: the columns as they came, and behind them the line each row stood at and what is wrong with it.
pub(crate) fn csv(w: Words, header: &[String], rejected: &[&Rejected]) -> String {
    let width = rejected.iter().map(|rejected| rejected.row.cells.len()).max().unwrap_or(0).max(header.len());
    let padded = |cells: &[String]| {
        let mut cells = cells.to_vec();
        cells.resize(width, String::new());
        cells
    };
    let mut heads = padded(header);
    heads.extend([w.people_rejected_line(), w.people_rejected_why()].map(str::to_owned));
    // Excel takes a file for UTF-8 by this mark.
    let mut file = "\u{feff}".to_owned() + &line(&heads);
    for rejected in rejected {
        let Row { line: number, cells } = &rejected.row;
        let mut cells = padded(cells);
        let problems: Vec<String> = rejected.problems.iter().map(|problem| said::problem(w, problem)).collect();
        cells.extend([number.to_string(), problems.join("; ")]);
        file += &line(&cells);
    }
    file
}

/// The rows of a draft that cannot be taken.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &OperationId) -> Result<Response, Problem> {
    let w = colleague.guest().words();
    let draft = Draft::of(colleague, id).await?;
    let planned = brought(colleague, &draft, Choices::default())?.plan().await?.map_err(|_| Refusal::NotFound)?.planned;
    let file = csv(w, planned.around().header, &planned.rejected());
    let event = AuditEvent::ListExported { list: ExportedList::RejectedRows };
    colleague.records().audit(colleague.school()?).append(&event, None).await?;
    Ok(web::download(file, "text/csv; charset=utf-8", &w.people_rejected_file(draft.list.name())))
}
