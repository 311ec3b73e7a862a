//! The list of staff.

use school_types::{Redacted, Role};

use crate::{
    Code, Column, FileProblem, List, Problem, Reading, Table,
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
        let email = cells.needed_as(Column::Email, values::e_mail);
        let about = number.clone().map_or(About::Nobody, |number| About::Number(number.into()));
        let row =
            (|| Some(StaffRow { number: number?.into(), name: name?.into(), roles: held?, email: email?.into() }))();
        rows.push(cells, row, about);
    }
    let about = |row: &StaffRow| About::Number(row.number.clone());
    let same = |one: &StaffRow, other: &StaffRow| (one == other).then(|| one.clone());
    rows.one_for_each(table, |row: &StaffRow| values::compared(row.number.reveal()), same, Column::Id, about);
    shared_addresses(table, &mut rows);
    Ok(sheet.reading(rows))
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
