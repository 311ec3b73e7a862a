//! The list of contacts: one row for each pupil and contact.

use std::collections::BTreeMap;

use school_types::{ChildId, Redacted, Relation};

use crate::{
    Code, Column, FileProblem, List, Note, Reading, Remark, Table,
    cells::Cells,
    emails, names, placeholders,
    reading::{About, Rows, Sheet},
    spread::spread,
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
    /// Whether the name came in capitals: written as people write it, it says nothing against the way it is held.
    pub in_capitals: bool,
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
    let spread = spread(table);
    let table = spread.as_ref();
    let sheet = Sheet::of(table, List::Contacts)?;
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
        let row = row(&mut cells, &sheet, child);
        rows.push(cells, row, about);
    }
    let key = |row: &ContactRow| (row.child.clone(), names::normal(row.name.reveal()));
    rows.one_for_each(table, key, one_of, Column::Name, |row| About::Child(row.child.clone()));
    shared_addresses(&mut rows);
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
    let plain = |row: &ContactRow| ContactRow { email: None, phone: None, in_capitals: false, ..row.clone() };
    let name = one.name.clone().min(other.name.clone());
    let same = |row: &ContactRow| ContactRow { name: name.clone(), ..plain(row) };
    (same(one) == same(other)).then(|| ContactRow {
        email: one.email.as_ref().map(|_| email),
        phone: one.phone.as_ref().map(|_| phone),
        in_capitals: one.in_capitals || other.in_capitals,
        ..same(one)
    })
}

/// Says of people who cannot be one that they have one address: whoever reads its messages may sign in as any of them.
fn shared_addresses(rows: &mut Rows<ContactRow>) {
    let mut by_address: BTreeMap<&str, Vec<(u32, &str)>> = BTreeMap::new();
    for taken in &rows.taken {
        if let Some(email) = taken.row.email.as_ref().and_then(Option::as_ref) {
            by_address.entry(email.reveal()).or_default().push((taken.line, taken.row.name.reveal()));
        }
    }
    let shared = by_address.into_values().filter(|people| {
        let first = people.first().map_or("", |(_, name)| *name);
        people.iter().any(|(_, name)| !names::may_be_one(first, name))
    });
    let remark = |(line, _)| Remark { note: Note::EmailShared, line, column: Some(Column::Email) };
    let remarks: Vec<Remark> = shared.flatten().map(remark).collect();
    rows.remarks.extend(remarks);
}

fn row(cells: &mut Cells<'_>, sheet: &Sheet<'_>, child: Option<ChildId>) -> Option<ContactRow> {
    let name = cells.whole_name();
    if name.as_deref().is_some_and(names::is_two_people) {
        cells.remark(Some(Column::Name), Note::TwoPeople);
    }
    let relation = cells.needed(Column::Relation);
    // Nobody is asked for a decision because a cell was left blank: a grandparent's mostly is.
    let pr = Column::ParentalResponsibility;
    let responsible =
        match cells.text(pr).filter(|text| values::yes_or_no(text).is_some() || !placeholders::is_nothing(text)) {
            None if cells.has_problem(pr) => None,
            None => {
                cells.remark(Some(pr), Note::ResponsibilityBlank);
                Some(false)
            }
            Some(_) => {
                cells.needed_as(pr, |cell| values::yes_or_no(cell).ok_or(Code::YesOrNo)).map(|said| said != Said::No)
            }
        };
    let email = something(cells, Column::Email, |cell| {
        let found = emails::email(cell)?;
        let words = found.is_none() && !placeholders::is_nothing(cell);
        Ok(found.map_or_else(
            || (None, if words { vec![Note::EmailIsWords] } else { Vec::new() }),
            |(value, notes)| (Some(value), notes),
        ))
    });
    let phone = something(cells, Column::Phone, |cell| {
        Ok(values::telephone(cell)?.map_or((None, Vec::new()), |(value, notes)| (Some(value), notes)))
    });
    Some(ContactRow {
        child: child?,
        name: name?.into(),
        relation: Relation(relation?),
        parental_responsibility: responsible?,
        email: sheet.has(Column::Email).then_some(email),
        phone: sheet.has(Column::Phone).then_some(phone),
        in_capitals: cells.has_remark(Note::Capitals),
    })
}

/// An address or number, if there is one, with what there is to say of it said of the row.
fn something(
    cells: &mut Cells<'_>,
    column: Column,
    read: impl Fn(&str) -> Result<(Option<String>, Vec<Note>), Code>,
) -> Option<Redacted<String>> {
    let (value, notes) = cells.text_as(column, read)?;
    notes.into_iter().for_each(|note| cells.remark(Some(column), note));
    value.map(Redacted::new)
}
