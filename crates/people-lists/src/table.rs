//! A file as a table of cells, before anything is known of what the cells mean.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Encoding, FileProblem, columns, csv,
    decode::decode,
    room::{MOST_COLUMNS, MOST_ROWS, Room},
    xlsx,
};

/// How many rows are looked at to find out how a file is written.
const SAMPLE: usize = 30;

/// The rows of a file that hold anything.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The rows in their order, a header among the first of them.
    pub rows: Vec<Row>,
    /// How the text was encoded; none for what never was bytes: a workbook, JSON, a pasted text.
    pub encoding: Option<Encoding>,
    /// The lines of rows that a workbook hides: they are read all the same.
    #[serde(default)]
    pub hidden: Vec<u32>,
}

/// A row: what a person wrote, so `Debug` shows none of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The number of the line it begins at, from 1, as a spreadsheet shows it.
    pub line: u32,
    /// The cells as they came.
    pub cells: Vec<String>,
}

impl Row {
    /// Whether no cell holds anything but separators.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| columns::clean(cell).chars().all(|c| matches!(c, ',' | ';' | '|')))
    }
}

/// Reads a file: an Excel workbook, or text in any encoding and with any separator.
///
/// # Errors
/// [`FileProblem`] for what holds no table at all; whether it has the right columns is not looked at here.
pub fn read(bytes: &[u8]) -> Result<Table, FileProblem> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => {
            let xlsx::Sheet { rows, hidden } = xlsx::rows(bytes)?;
            Ok(Table { rows, encoding: None, hidden })
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(FileProblem::OldOrLockedExcel),
        [b'%', b'P', b'D', b'F', ..] => Err(FileProblem::NotAList),
        _ => {
            let (text, encoding) = decode(bytes)?;
            Ok(Table { encoding: Some(encoding), ..Table::of_text(&text)? })
        }
    }
}

impl Table {
    /// Reads text that somebody pasted, or the text of a file.
    ///
    /// # Errors
    /// As [`read`].
    pub fn of_text(text: &str) -> Result<Self, FileProblem> {
        let text = text.trim_start_matches('\u{feff}');
        let (separator, rest) = csv::stated_separator(text).unwrap_or_else(|| (likely_separator(text), text));
        let rows = csv::rows(rest, separator, &mut Room::default())?;
        if rows.is_empty() {
            return Err(FileProblem::Empty);
        }
        Ok(Self { rows: unwrapped(rows)?, encoding: None, hidden: Vec::new() })
    }

    /// The table of a list of records with named fields, such as JSON objects: numbered from 1 in their order. A
    /// field that a record lacks is blank, or beyond the end of its row.
    ///
    /// # Errors
    /// [`FileProblem::TooManyRows`], [`FileProblem::TooMuch`].
    pub fn of_records(records: Vec<Vec<(String, String)>>) -> Result<Self, FileProblem> {
        if records.len() > MOST_ROWS {
            return Err(FileProblem::TooManyRows);
        }
        let mut room = Room::default();
        let mut names: Vec<String> = Vec::new();
        let mut rows = vec![Row { line: 0, cells: Vec::new() }];
        for (line, record) in (1..).zip(records) {
            let mut cells: Vec<String> = Vec::new();
            for (name, value) in record {
                let place = match names.iter().position(|known| *known == name) {
                    Some(place) => place,
                    None if names.len() == MOST_COLUMNS => return Err(FileProblem::TooMuch),
                    None => {
                        room.cells(1)?;
                        room.text(name.len())?;
                        names.push(name);
                        names.len() - 1
                    }
                };
                room.text(value.len())?;
                if place >= cells.len() {
                    room.cells(place + 1 - cells.len())?;
                    cells.resize(place + 1, String::new());
                }
                cells[place] = value;
            }
            rows.push(Row { line, cells });
        }
        rows[0].cells = names;
        Ok(Self { rows, encoding: None, hidden: Vec::new() })
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Table({} rows redacted)", self.rows.len())
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row({}, {} cells redacted)", self.line, self.cells.len())
    }
}

/// The separator that finds the most columns with a name we know, then the most cells.
fn likely_separator(text: &str) -> u8 {
    // The sample ends between two lines; cut inside a quotation, it tells the same.
    let end = text.match_indices(['\n', '\r']).map(|(at, _)| at).nth(2 * SAMPLE).unwrap_or(text.len());
    let found = |separator: &u8| {
        let rows = csv::rows(&text[..end], *separator, &mut Room::default()).unwrap_or_default();
        let known = rows.iter().take(SAMPLE).map(columns::known_in).max().unwrap_or(0);
        (known, rows.iter().take(SAMPLE).map(|row| row.cells.len()).sum::<usize>())
    };
    // `max_by_key` answers the last of equals; the comma shall win.
    csv::SEPARATORS.into_iter().rev().max_by_key(found).unwrap_or(b',')
}

/// Rows that were quoted as a whole, as happens to a file pasted into one column and saved again: each is read once
/// more. Such rows have one cell, whose text has several columns with names we know.
///
/// # Errors
/// [`FileProblem::TooMuch`].
fn unwrapped(rows: Vec<Row>) -> Result<Vec<Row>, FileProblem> {
    let single = |row: &Row| row.cells.iter().filter(|cell| !columns::clean(cell).is_empty()).count() == 1;
    if !rows.iter().all(single) {
        return Ok(rows);
    }
    let read = |row: &Row, separator, room: &mut Room| -> Result<Option<Row>, FileProblem> {
        let Some(text) = row.cells.iter().find(|cell| !columns::clean(cell).is_empty()) else { return Ok(None) };
        let inner = <[Row; 1]>::try_from(csv::rows(text, separator, room)?);
        Ok(inner.ok().map(|[inner]| Row { line: row.line, cells: inner.cells }))
    };
    for separator in csv::SEPARATORS {
        let mut top = rows.iter().take(SAMPLE).filter_map(|row| read(row, separator, &mut Room::default()).ok()?);
        if !top.any(|row| columns::known_in(&row) >= 2) {
            continue;
        }
        let mut room = Room::default();
        let inner = rows.iter().map(|row| read(row, separator, &mut room)).collect::<Result<Option<Vec<Row>>, _>>()?;
        if let Some(inner) = inner {
            return Ok(inner);
        }
    }
    Ok(rows)
}
