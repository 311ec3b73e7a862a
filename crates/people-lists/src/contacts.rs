//! The list of contacts: one row for each pupil and contact.

use std::collections::BTreeMap;

use school_types::{ChildId, Redacted, Relation};

use crate::{
    Code, Column, FileProblem, List, Reading, Table, names,
    reading::{About, Cells, Rows, Sheet},
    values::{self, Said},
};

/// A pupil held now, as far as contacts need one.
#[derive(Clone, Debug)]
pub struct HeldChild {
    /// The pupil.
    pub child: ChildId,
    /// The number in the school's own system; blank where it was never kept.
    pub number: Redacted<String>,
    /// Whether they have left.
    pub has_left: bool,
}

/// Finds pupils by the number in the school's own system.
#[derive(Debug, Default)]
pub struct PupilIndex {
    by_id: BTreeMap<ChildId, bool>,
    by_number: BTreeMap<Redacted<String>, Option<ChildId>>,
}

impl PupilIndex {
    /// The index of these pupils.
    pub fn of(children: impl IntoIterator<Item = HeldChild>) -> Self {
        let mut index = Self::default();
        for HeldChild { child, number, has_left } in children {
            if !number.reveal().is_empty() {
                // Two pupils whose numbers differ in zeros only are found by the exact number alone.
                let same = index.by_number.entry(values::compared(number.reveal()).into());
                same.and_modify(|found| *found = None).or_insert_with(|| Some(child.clone()));
            }
            index.by_id.insert(child, has_left);
        }
        index
    }

    /// The pupil with this number, and whether they have left. `id_of` makes the id that a number has: pupils whose
    /// number was never kept are found by it.
    pub fn find(&self, number: &str, id_of: impl Fn(&str) -> ChildId) -> Option<(ChildId, bool)> {
        let exact = id_of(number);
        let found = match self.by_id.contains_key(&exact) {
            true => exact,
            false => self.by_number.get(&Redacted::new(values::compared(number)))?.clone()?,
        };
        let has_left = *self.by_id.get(&found)?;
        Some((found, has_left))
    }
}

/// What a row says of a contact of one pupil. A column the file does not have is none, and says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRow {
    /// The pupil.
    pub child: ChildId,
    /// The contact's name, as letters are addressed.
    pub name: Redacted<String>,
    /// What they are to the pupil.
    pub relation: Relation,
    /// Whether they hold parental responsibility.
    pub parental_responsibility: bool,
    /// Their e-mail address in small letters: inside, none where the cell is blank.
    pub email: Option<Option<Redacted<String>>>,
    /// Their telephone number: inside, none where the cell is blank.
    pub phone: Option<Option<Redacted<String>>>,
}

/// Reads a table as the list of contacts of the pupils in `index`.
///
/// # Errors
/// [`FileProblem`] when it has no header with the columns needed.
pub fn contacts(
    table: &Table,
    index: &PupilIndex,
    id_of: impl Fn(&str) -> ChildId,
) -> Result<Reading<ContactRow>, FileProblem> {
    let sheet = Sheet::of(table, List::Contacts)?;
    let blank_is_no = is_ticked(&sheet);
    let mut rows = Rows::new();
    for mut cells in sheet.rows() {
        let number = cells.needed_as(Column::PupilId, values::number);
        let found = number.as_ref().map(|number| index.find(number, &id_of));
        let about = match &found {
            Some(Some((child, _))) => About::Child(child.clone()),
            // A number nobody has is about nobody who is held.
            Some(None) => About::Number(number.clone().unwrap_or_default().into()),
            None => About::Nobody,
        };
        let child = match found {
            Some(Some((child, false))) => Some(child),
            Some(Some((_, true))) => {
                cells.problem(Some(Column::PupilId), Code::PupilLeft);
                None
            }
            Some(None) => {
                cells.problem(Some(Column::PupilId), Code::UnknownPupil);
                None
            }
            None => None,
        };
        let row = row(&mut cells, &sheet, child, blank_is_no);
        rows.push(cells, row, about);
    }
    let key = |row: &ContactRow| (row.child.clone(), names::normal(row.name.reveal()));
    rows.one_for_each(table, key, one_of, Column::Name, |row| About::Child(row.child.clone()));
    Ok(sheet.reading(rows))
}

/// One row of two for the same pupil and name. Systems write a person once for each of their telephones: of two, the mobile
/// one is taken. Where anything else differs, nobody can say which is right.
fn one_of(one: &ContactRow, other: &ContactRow) -> Option<ContactRow> {
    let address = |row: &ContactRow| row.email.clone().flatten();
    let email = match (address(one), address(other)) {
        (Some(one), Some(other)) if one != other => return None,
        (one, other) => one.or(other),
    };
    let telephone = [one, other].into_iter().filter_map(|row| row.phone.clone().flatten());
    let mobile_first = |phone: &Redacted<String>| (!values::dialled(phone.reveal()).starts_with("07"), phone.clone());
    let phone = telephone.min_by_key(mobile_first);
    let plain = |row: &ContactRow| ContactRow { email: None, phone: None, ..row.clone() };
    let name = one.name.clone().min(other.name.clone());
    let same = |row: &ContactRow| ContactRow { name: name.clone(), ..plain(row) };
    (same(one) == same(other)).then(|| ContactRow {
        email: one.email.as_ref().map(|_| email),
        phone: one.phone.as_ref().map(|_| phone),
        ..same(one)
    })
}

fn row(cells: &mut Cells<'_>, sheet: &Sheet<'_>, child: Option<ChildId>, blank_is_no: bool) -> Option<ContactRow> {
    let name = cells.whole_name();
    let relation = cells.needed(Column::Relation);
    let responsible = match cells.text(Column::ParentalResponsibility) {
        None if blank_is_no => Some(false),
        _ => cells
            .needed_as(Column::ParentalResponsibility, |cell| values::yes_or_no(cell).ok_or(Code::YesOrNo))
            .map(|said| said != Said::No),
    };
    let something = |cells: &mut Cells<'_>, column, read: fn(&str) -> Result<String, Code>| {
        let text = cells.text(column).filter(|text| !values::is_nothing(text))?;
        match read(&text) {
            Ok(value) => Some(Redacted::new(value)),
            Err(code) => {
                cells.problem(Some(column), code);
                None
            }
        }
    };
    let email = something(cells, Column::Email, values::e_mail);
    let phone = something(cells, Column::Phone, values::telephone);
    Some(ContactRow {
        child: child?,
        name: name?.into(),
        relation: Relation(relation?),
        parental_responsibility: responsible?,
        email: sheet.has(Column::Email).then_some(email),
        phone: sheet.has(Column::Phone).then_some(phone),
    })
}

/// Whether parental responsibility is a column of ticks, in which a blank cell says no. Where some rows say no, a blank one
/// was forgotten, and nobody guesses who holds parental responsibility.
fn is_ticked(sheet: &Sheet<'_>) -> bool {
    let mut said =
        sheet.rows().map(|cells| values::yes_or_no(&crate::columns::clean(cells.raw(Column::ParentalResponsibility))));
    let mut ticked = false;
    let all = said.all(|said| {
        ticked |= said == Some(Said::Ticked);
        !matches!(said, Some(Said::Yes | Said::No))
    });
    all && ticked
}
