//! The cells of a row, read as what they should hold, with what is wrong in them and what there is to say of them.

use crate::{
    Code, Column, Note, Problem, Remark, Row, capitals,
    columns::{Assigned, clean},
    letters, names, placeholders,
};

/// Longer cells are no name, class or address.
const LONGEST: usize = 200;

/// The cells of one row, with what is found wrong in them.
pub(crate) struct Cells<'t> {
    pub(crate) row: &'t Row,
    pub(crate) assigned: &'t Assigned,
    pub(crate) problems: Vec<Problem>,
    pub(crate) remarks: Vec<Remark>,
}

impl Cells<'_> {
    /// Says something of the row.
    pub(crate) fn remark(&mut self, column: Option<Column>, note: Note) {
        self.remarks.push(Remark { note, line: self.row.line, column });
    }

    /// Whether something is wrong in this column.
    pub(crate) fn has_problem(&self, column: Column) -> bool {
        self.problems.iter().any(|problem| problem.column == Some(column))
    }

    /// Whether this was said of the row.
    pub(crate) fn has_remark(&self, note: Note) -> bool {
        self.remarks.iter().any(|remark| remark.note == note)
    }

    pub(crate) fn problem(&mut self, column: Option<Column>, code: Code) {
        self.problems.push(Problem { column, code });
    }

    /// The cell as it came; nothing if there is no such column.
    pub(crate) fn raw(&self, column: Column) -> &str {
        let place = self.assigned.place(column);
        place.and_then(|place| self.row.cells.get(place)).map_or("", String::as_str)
    }

    /// The cell, clean; none if it is blank.
    pub(crate) fn text(&mut self, column: Column) -> Option<String> {
        let text = clean(self.raw(column));
        if text.chars().count() > LONGEST {
            self.problem(Some(column), Code::TooLong);
            return None;
        }
        if text.chars().any(|c| c == char::REPLACEMENT_CHARACTER || c.is_control()) {
            self.problem(Some(column), Code::Unreadable);
            return None;
        }
        if placeholders::is_spreadsheet_error(&text) {
            self.problem(Some(column), Code::SpreadsheetError);
            return None;
        }
        if !text.is_ascii() && letters::is_stored_twice(self.raw(column)) {
            self.remark(Some(column), Note::LettersRepaired);
        }
        (!text.is_empty()).then_some(text)
    }

    /// The cell, which must not be blank.
    pub(crate) fn needed(&mut self, column: Column) -> Option<String> {
        let before = self.problems.len();
        let text = self.text(column);
        if text.is_none() && self.problems.len() == before {
            self.problem(Some(column), Code::Missing);
        }
        text
    }

    /// The cell, which must not be blank, as `read` reads it.
    pub(crate) fn needed_as<T>(&mut self, column: Column, read: impl Fn(&str) -> Result<T, Code>) -> Option<T> {
        let text = self.needed(column)?;
        self.read(column, &text, read)
    }

    /// The cell as `read` reads it; none if it is blank.
    pub(crate) fn text_as<T>(&mut self, column: Column, read: impl Fn(&str) -> Result<T, Code>) -> Option<T> {
        let text = self.text(column)?;
        self.read(column, &text, read)
    }

    fn read<T>(&mut self, column: Column, text: &str, read: impl Fn(&str) -> Result<T, Code>) -> Option<T> {
        match read(text) {
            Ok(value) => Some(value),
            Err(code) => {
                self.problem(Some(column), code);
                None
            }
        }
    }

    /// A part of a name, with capitals written as people write them; none if it is blank or stands for nothing known.
    pub(crate) fn name(&mut self, column: Column) -> Option<String> {
        let text = self.text(column)?;
        if placeholders::is_placeholder(&text) {
            if !placeholders::is_only_signs(&text) {
                self.problem(Some(column), Code::Placeholder);
            }
            return None;
        }
        let is_surname = matches!(column, Column::Surname | Column::PreferredSurname);
        Some(match capitals::lowered(&text, is_surname) {
            Some(lowered) => {
                self.remark(Some(column), Note::Capitals);
                lowered
            }
            None => text,
        })
    }

    /// A part of a name, which must not be blank.
    pub(crate) fn needed_name(&mut self, column: Column) -> Option<String> {
        let before = self.problems.len();
        let name = self.name(column);
        if name.is_none() && self.problems.len() == before {
            let blank = clean(self.raw(column)).is_empty();
            self.problem(Some(column), if blank { Code::Missing } else { Code::Placeholder });
        }
        name
    }

    /// The name of an adult: whole, or put together of title, forename and surname.
    pub(crate) fn whole_name(&mut self) -> Option<String> {
        if self.assigned.place(Column::Name).is_some() {
            return self.needed_name(Column::Name).map(|name| names::turned(&name));
        }
        let surname = self.needed_name(Column::Surname)?;
        let forename = self.name(Column::Forename);
        let title = self.text(Column::Title).filter(|title| !placeholders::is_nothing(title));
        Some([title, forename, Some(surname)].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}
