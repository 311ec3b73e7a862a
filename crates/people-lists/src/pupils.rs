//! The list of pupils.

use school_types::{KeyStage, Redacted, YearGroup};

use crate::{
    Code, Column, FileProblem, List, Reading, Table,
    reading::{About, Cells, Rows, Sheet},
    values, years,
};

/// What a row says of a pupil. A column the file does not have is none, and then says nothing: what the school has entered
/// by hand stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PupilRow {
    /// The number in the school's own system, as written.
    pub number: Redacted<String>,
    /// Legal forename.
    pub forename: Redacted<String>,
    /// Surname.
    pub surname: Redacted<String>,
    /// Middle names, perhaps blank.
    pub middle_names: Option<Redacted<String>>,
    /// The forename they are called by, where it differs.
    pub preferred_forename: Option<Option<Redacted<String>>>,
    /// The year group.
    pub year_group: YearGroup,
    /// The class.
    pub class: Redacted<String>,
    /// The key stage: inside, none where the cell is blank and the year group's usual one is meant.
    pub key_stage: Option<Option<KeyStage>>,
}

/// Reads a table as the list of a school's pupils.
///
/// # Errors
/// [`FileProblem`] when it has no header with the columns needed.
pub fn pupils(table: &Table) -> Result<Reading<PupilRow>, FileProblem> {
    let sheet = Sheet::of(table, List::Pupils)?;
    let mut rows = Rows::new();
    for mut cells in sheet.rows() {
        let number = cells.needed_as(Column::Id, values::number);
        let (forename, surname) = names(&mut cells, &sheet);
        let about = match (&number, &forename, &surname) {
            (number, Some(forename), Some(surname)) => {
                About::Pupil(number.clone().map(Redacted::new), format!("{forename} {surname}").into())
            }
            (Some(number), ..) => About::Number(number.clone().into()),
            _ => About::Nobody,
        };
        let row = row(&mut cells, &sheet, number, forename, surname);
        rows.push(cells, row, about);
    }
    rows.one_for_each(
        table,
        |row: &PupilRow| values::compared(row.number.reveal()),
        |one, other| (one == other).then(|| one.clone()),
        Column::Id,
        |row| {
            let name = format!("{} {}", row.forename.reveal(), row.surname.reveal());
            About::Pupil(Some(row.number.clone()), name.into())
        },
    );
    Ok(sheet.reading(rows))
}

fn row(
    cells: &mut Cells<'_>,
    sheet: &Sheet<'_>,
    number: Option<String>,
    forename: Option<String>,
    surname: Option<String>,
) -> Option<PupilRow> {
    let middle_names = cells.text(Column::MiddleNames).unwrap_or_default();
    let preferred = cells.text(Column::PreferredForename);
    let year_group = cells.needed_as(Column::YearGroup, |cell| years::year_group(cell).ok_or(Code::YearGroup));
    let class = cells.needed(Column::Class);
    let key_stage = cells.text_as(Column::KeyStage, |cell| years::key_stage(cell).ok_or(Code::KeyStage));
    let forename = forename?;
    let preferred = preferred.filter(|preferred| *preferred != forename).map(Redacted::new);
    Some(PupilRow {
        number: number?.into(),
        forename: forename.into(),
        surname: surname?.into(),
        middle_names: sheet.has(Column::MiddleNames).then(|| middle_names.into()),
        preferred_forename: sheet.has(Column::PreferredForename).then_some(preferred),
        year_group: year_group?,
        class: class?.into(),
        key_stage: sheet.has(Column::KeyStage).then_some(key_stage),
    })
}

/// Forename and surname, from columns of their own or from a whole name with a comma.
fn names(cells: &mut Cells<'_>, sheet: &Sheet<'_>) -> (Option<String>, Option<String>) {
    if sheet.has(Column::Forename) && sheet.has(Column::Surname) {
        return (cells.needed(Column::Forename), cells.needed(Column::Surname));
    }
    let Some(name) = cells.needed(Column::Name) else { return (None, None) };
    match name.split_once(',').map(|(surname, forename)| (forename.trim(), surname.trim())) {
        Some((forename, surname)) if !forename.is_empty() && !surname.is_empty() && !forename.contains(',') => {
            (Some(forename.to_owned()), Some(surname.to_owned()))
        }
        // Nobody can tell where `Anna Maria van den Berg` is to be cut.
        _ => {
            cells.problem(Some(Column::Name), Code::NameNotSplit);
            (None, None)
        }
    }
}
