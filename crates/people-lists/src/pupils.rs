//! The list of pupils.

use school_types::{KeyStage, Redacted, YearGroup};

use crate::{
    Code, Column, FileProblem, List, Note, Reading, Remark, Table, capitals,
    cells::Cells,
    columns::clean,
    placeholders,
    reading::{About, Rows, Sheet},
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
    /// The surname they are known by, where it differs.
    pub preferred_surname: Option<Option<Redacted<String>>>,
    /// Whether a name came in capitals: written as people write them, it says nothing against the way it is held.
    pub in_capitals: bool,
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
            (number, Some(forename), Some(surname)) => About::Pupil(
                number.clone().map(Redacted::new),
                format!("{forename} {surname}").trim().to_owned().into(),
            ),
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

impl Reading<PupilRow> {
    /// Says of pupils in a year group outside `stages`, the key stages a school teaches, that this asks for a look: a primary
    /// school has no Year 13. Where the file names a key stage of its own, that one counts.
    pub fn note_years_not_taught(&mut self, stages: &[KeyStage]) {
        let taught = |row: &PupilRow| {
            let stated = row.key_stage.flatten().unwrap_or_else(|| row.year_group.usual_key_stage());
            stages.contains(&stated)
        };
        let column = Some(Column::YearGroup);
        let outside = self.taken.iter().filter(|taken| !taught(&taken.row));
        let outside = outside.map(|taken| Remark { note: Note::YearNotTaught, line: taken.line, column });
        self.remarks.extend(outside.collect::<Vec<_>>());
        self.remarks.sort_unstable();
    }
}

fn row(
    cells: &mut Cells<'_>,
    sheet: &Sheet<'_>,
    number: Option<String>,
    forename: Option<String>,
    surname: Option<String>,
) -> Option<PupilRow> {
    let mut optional = |column| {
        let text = cells.text(column).filter(|text| !placeholders::is_placeholder(text));
        text.map(|text| capitals::lowered(&text, column == Column::PreferredSurname).unwrap_or(text))
    };
    let middle_names = optional(Column::MiddleNames).unwrap_or_default();
    let preferred = optional(Column::PreferredForename);
    let preferred_surname = optional(Column::PreferredSurname);
    let year_group = cells.needed_as(Column::YearGroup, years::year_group);
    let class = cells.needed_as(Column::Class, values::class);
    let key_stage = cells.text_as(Column::KeyStage, |cell| years::key_stage(cell).ok_or(Code::KeyStage));
    let forename = forename?;
    let surname = surname?;
    let preferred = preferred.filter(|preferred| *preferred != forename).map(Redacted::new);
    let preferred_surname = preferred_surname.filter(|preferred| *preferred != surname).map(Redacted::new);
    Some(PupilRow {
        number: number?.into(),
        forename: forename.into(),
        surname: surname.into(),
        in_capitals: cells.has_remark(Note::Capitals),
        preferred_surname: sheet.has(Column::PreferredSurname).then_some(preferred_surname),
        middle_names: sheet.has(Column::MiddleNames).then(|| middle_names.into()),
        preferred_forename: sheet.has(Column::PreferredForename).then_some(preferred),
        year_group: year_group?,
        class: class?.into(),
        key_stage: sheet.has(Column::KeyStage).then_some(key_stage),
    })
}

/// Forename and surname, from columns of their own or from a whole name with a comma. A pupil may have one name only: then
/// the surname is blank.
fn names(cells: &mut Cells<'_>, sheet: &Sheet<'_>) -> (Option<String>, Option<String>) {
    if sheet.has(Column::Forename) && sheet.has(Column::Surname) {
        let signs = |cells: &Cells<'_>, column| placeholders::is_only_signs(&clean(cells.raw(column)));
        let blank = clean(cells.raw(Column::Surname)).is_empty() || signs(cells, Column::Surname);
        if blank && let Some(forename) = cells.needed_name(Column::Forename) {
            cells.remark(Some(Column::Surname), Note::OneName);
            return (Some(forename), Some(String::new()));
        }
        if signs(cells, Column::Forename)
            && let Some(only) = cells.needed_name(Column::Surname)
        {
            cells.remark(Some(Column::Forename), Note::OneName);
            return (Some(only), Some(String::new()));
        }
        return match blank {
            // Neither: what is wrong with the forename is said already.
            true => (None, None),
            false => (cells.needed_name(Column::Forename), cells.needed_name(Column::Surname)),
        };
    }
    let Some(name) = cells.needed_name(Column::Name) else { return (None, None) };
    match name.split_once(',').map(|(surname, forename)| (forename.trim(), surname.trim())) {
        Some((forename, surname)) if !forename.is_empty() && !surname.is_empty() && !forename.contains(',') => {
            // `OKAFOR, Amara`: only a part of it is in capitals.
            let mut lowered = |part: &str, is_surname| {
                let lowered = capitals::lowered(part, is_surname);
                if lowered.is_some() {
                    cells.remark(Some(Column::Name), Note::Capitals);
                }
                lowered.unwrap_or_else(|| part.to_owned())
            };
            (Some(lowered(forename, false)), Some(lowered(surname, true)))
        }
        // `OKAFOR Amara`: the surname is what is in capitals.
        _ => match surname_in_capitals(&clean(cells.raw(Column::Name))) {
            Some((forename, surname)) => {
                cells.remark(Some(Column::Name), Note::Capitals);
                (Some(forename), Some(surname))
            }
            // Nobody can tell where `Anna Maria van den Berg` is to be cut.
            None => {
                cells.problem(Some(Column::Name), Code::NameNotSplit);
                (None, None)
            }
        },
    }
}

/// Forename and surname of a name whose surname is in capitals, as whole words at its beginning or end. Two capitals alone may
/// be initials.
fn surname_in_capitals(name: &str) -> Option<(String, String)> {
    let words: Vec<&str> = name.split(' ').collect();
    let capital: Vec<bool> = words.iter().map(|word| capitals::lowered(word, false).is_some()).collect();
    let count = capital.iter().filter(|capital| **capital).count();
    if count == 0 || count == words.len() {
        return None;
    }
    let (forename, surname) = match () {
        () if capital[..count].iter().all(|capital| *capital) => (&words[count..], &words[..count]),
        () if capital[words.len() - count..].iter().all(|capital| *capital) => words.split_at(words.len() - count),
        () => return None,
    };
    let lowered: Vec<String> =
        surname.iter().map(|word| capitals::lowered(word, true).unwrap_or_else(|| (*word).to_owned())).collect();
    Some((forename.join(" "), lowered.join(" ")))
}
