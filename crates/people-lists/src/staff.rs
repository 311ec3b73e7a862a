//! The list of staff.

use school_types::{Redacted, Role};

use crate::{
    Code, Column, FileProblem, List, Note, Problem, Reading, Table,
    cells::Cells,
    emails, placeholders,
    reading::{About, Rows, Sheet},
    roles, values,
};

/// What a row says of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// The number in the school's own system, as written.
    pub number: Redacted<String>,
    /// Their name.
    pub name: Redacted<String>,
    /// Their roles, at least one, in order.
    pub roles: Vec<Role>,
    /// What they sign in with, in small letters.
    pub email: Redacted<String>,
    /// Their own classes, as the list of pupils calls them, in order; none where the file has no such column.
    pub classes: Option<Vec<Redacted<String>>>,
    /// Whether the name came in capitals.
    pub in_capitals: bool,
}

/// Reads a table as the list of a school's staff.
///
/// # Errors
/// [`FileProblem`] when it has no header with the columns needed.
pub fn staff(table: &Table) -> Result<Reading<StaffRow>, FileProblem> {
    let sheet = Sheet::of(table, List::Staff)?;
    let mut rows = Rows::new();
    for mut cells in sheet.rows() {
        let number = cells.needed_as(Column::Id, values::number);
        let name = cells.whole_name();
        let held = cells.needed(Column::Role).and_then(|_| {
            let held = roles::roles(cells.raw(Column::Role)).filter(|held| !held.is_empty());
            if held.is_none() {
                cells.problem(Some(Column::Role), Code::Role);
            }
            held
        });
        let email = cells.needed_as(Column::Email, |cell| match emails::email(cell)? {
            // They sign in with it: nobody guesses which of two.
            Some((_, notes)) if notes.contains(&Note::SecondEmail) => Err(Code::SeveralEmails),
            Some(found) => Ok(found),
            None => Err(Code::Missing),
        });
        let email = email.map(|(email, notes)| {
            notes.into_iter().for_each(|note| cells.remark(Some(Column::Email), note));
            email
        });
        let classes = sheet.has(Column::Class).then(|| classes(&mut cells));
        let in_capitals = cells.has_remark(Note::Capitals);
        let about = number.clone().map_or(About::Nobody, |number| About::Number(number.into()));
        let row = (|| {
            Some(StaffRow {
                number: number?.into(),
                name: name?.into(),
                roles: held?,
                email: email?.into(),
                classes,
                in_capitals,
            })
        })();
        rows.push(cells, row, about);
    }
    let about = |row: &StaffRow| About::Number(row.number.clone());
    let same = |one: &StaffRow, other: &StaffRow| (one == other).then(|| one.clone());
    rows.one_for_each(table, |row: &StaffRow| values::compared(row.number.reveal()), same, Column::Id, about);
    shared_addresses(table, &mut rows);
    Ok(sheet.reading(rows))
}

/// The classes that a cell names, several with semicolons, commas or bars between them. `5/6` is one.
fn classes(cells: &mut Cells<'_>) -> Vec<Redacted<String>> {
    let Some(text) = cells.text(Column::Class).filter(|text| !placeholders::is_nothing(text)) else {
        return Vec::new();
    };
    let mut classes: Vec<Redacted<String>> = Vec::new();
    for class in text.split([';', ',', '|']).map(str::trim).filter(|class| !class.is_empty()) {
        match values::class(class) {
            Ok(class) => classes.push(class.into()),
            Err(code) => cells.problem(Some(Column::Class), code),
        }
    }
    classes.sort_unstable();
    classes.dedup();
    classes
}

/// Two people who would sign in with one address: neither row is taken.
fn shared_addresses(table: &Table, rows: &mut Rows<StaffRow>) {
    let mut count = std::collections::BTreeMap::<String, usize>::new();
    for taken in &rows.taken {
        *count.entry(taken.row.email.reveal().clone()).or_default() += 1;
    }
    for taken in std::mem::take(&mut rows.taken) {
        if count.get(taken.row.email.reveal()) == Some(&1) {
            rows.taken.push(taken);
        } else {
            let problem = Problem { column: Some(Column::Email), code: Code::EmailTaken };
            rows.reject(table, taken.line, problem, About::Number(taken.row.number));
        }
    }
}
