//! What columns there are, and by which names schools' systems know them.

use std::borrow::Cow;

use school_types::is_invisible;
use serde::{Deserialize, Serialize};

use crate::{
    Row,
    headings::{CONTACTS, Names, PUPILS, STAFF},
    letters,
};

/// A list a school brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum List {
    /// Pupils.
    Pupils,
    /// Parents, carers and other contacts of pupils, one row for each pupil and contact.
    Contacts,
    /// Staff and governors with an account.
    Staff,
}

/// A column of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// A person's number in the school's own system.
    Id,
    /// Legal forename.
    Forename,
    /// Middle names.
    MiddleNames,
    /// Surname.
    Surname,
    /// The forename they are called by.
    PreferredForename,
    /// The surname they are known by.
    PreferredSurname,
    /// The whole name.
    Name,
    /// Ms, Dr: taken with a contact's or colleague's forename and surname.
    Title,
    /// Year group.
    YearGroup,
    /// Class or form.
    Class,
    /// Key stage.
    KeyStage,
    /// The number of the pupil a contact belongs to.
    PupilId,
    /// What a contact is to the pupil.
    Relation,
    /// Whether a contact holds parental responsibility.
    ParentalResponsibility,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Roles of a member of staff.
    Role,
}

impl Column {
    /// The column's name in our own files, and the field's in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Forename => "forename",
            Self::MiddleNames => "middle_names",
            Self::Surname => "surname",
            Self::PreferredForename => "preferred_forename",
            Self::PreferredSurname => "preferred_surname",
            Self::Name => "name",
            Self::Title => "title",
            Self::YearGroup => "year_group",
            Self::Class => "class",
            Self::KeyStage => "key_stage",
            Self::PupilId => "pupil_id",
            Self::Relation => "relation",
            Self::ParentalResponsibility => "parental_responsibility",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Role => "role",
        }
    }
}

/// Which column of ours stands where in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assigned {
    pub(crate) columns: Vec<(Column, usize)>,
}

impl Assigned {
    pub(crate) fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, place)| *place)
    }
}

impl List {
    /// Every list, in the order a new school brings them.
    pub const ALL: [Self; 3] = [Self::Pupils, Self::Contacts, Self::Staff];

    /// As it stands in addresses: `pupils`, `contacts`, `staff`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pupils => "pupils",
            Self::Contacts => "contacts",
            Self::Staff => "staff",
        }
    }

    /// The columns of our own file of this list, in their order.
    pub const fn columns(self) -> &'static [Column] {
        use Column::{
            Class, Email, Forename, Id, KeyStage, MiddleNames, Name, ParentalResponsibility, Phone, PreferredForename,
            PreferredSurname, PupilId, Relation, Role, Surname, YearGroup,
        };
        match self {
            Self::Pupils => {
                &[Id, Forename, MiddleNames, Surname, PreferredForename, PreferredSurname, YearGroup, Class, KeyStage]
            }
            Self::Contacts => &[PupilId, Name, Relation, ParentalResponsibility, Email, Phone],
            Self::Staff => &[Id, Name, Role, Email, Class],
        }
    }

    const fn names(self) -> &'static [Names] {
        match self {
            Self::Pupils => PUPILS,
            Self::Contacts => CONTACTS,
            Self::Staff => STAFF,
        }
    }

    /// Which of the list's columns a header names, and where.
    ///
    /// # Errors
    /// A column that two cells name alike: nobody could say which is meant.
    pub(crate) fn assign(self, header: &Row) -> Result<Assigned, Column> {
        let cells: Vec<Vec<String>> = header.cells.iter().map(|cell| readings(cell)).collect();
        let mut columns: Vec<(Column, usize)> = Vec::new();
        for (column, names) in self.names() {
            if columns.iter().any(|(known, _)| known == column) {
                continue;
            }
            for name in names.split(' ') {
                let free = |place: &usize| !columns.iter().any(|(_, taken)| taken == place);
                let mut named =
                    (0..cells.len()).filter(|place| free(place) && cells[*place].iter().any(|reading| reading == name));
                let Some(place) = named.next() else { continue };
                if named.next().is_some() {
                    return Err(*column);
                }
                columns.push((*column, place));
                break;
            }
        }
        Ok(Assigned { columns })
    }

    /// The needed columns that are not there.
    pub(crate) fn missing(self, assigned: &Assigned) -> Vec<Column> {
        use Column::{
            Class, Email, Forename, Id, Name, ParentalResponsibility, PupilId, Relation, Role, Surname, YearGroup,
        };
        let has = |column| assigned.place(column).is_some();
        let needed: &[Column] = match self {
            Self::Pupils => &[Id, YearGroup, Class],
            Self::Contacts => &[PupilId, Relation, ParentalResponsibility],
            Self::Staff => &[Id, Role, Email],
        };
        let mut missing: Vec<Column> = needed.iter().copied().filter(|column| !has(*column)).collect();
        // A name may come whole or in parts.
        let named = has(Name) || (has(Forename) && has(Surname));
        if !named {
            match self {
                Self::Pupils => missing.extend([Forename, Surname].into_iter().filter(|column| !has(*column))),
                Self::Contacts | Self::Staff => missing.push(Name),
            }
        }
        missing
    }
}

/// What a header's cell may be read as: itself, and each part of one like `UPN/admission number`.
fn readings(cell: &str) -> Vec<String> {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).map(unaccented).collect()
    };
    let mut readings = vec![plain(cell)];
    readings.extend(cell.split(['/', '(', '|']).map(plain).filter(|part| !part.is_empty()));
    readings.dedup();
    readings
}

/// The letters of a Welsh header without their roofs.
const fn unaccented(letter: char) -> char {
    match letter {
        'â' | 'á' | 'à' | 'ä' => 'a',
        'ê' | 'é' | 'è' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'û' | 'ü' | 'ú' => 'u',
        'ŵ' => 'w',
        'ŷ' => 'y',
        other => other,
    }
}

/// The most columns that any one list knows in this row.
pub(crate) fn known_in(row: &Row) -> usize {
    let known = |list: List| list.assign(row).map_or(2, |assigned| assigned.columns.len());
    List::ALL.into_iter().map(known).max().unwrap_or(0)
}

/// A cell without what is not part of it: spaces around it and double within, line ends, marks that no one sees, the wrapping
/// `="007"` and the apostrophe `'007` with which Excel is kept from reading a number; and with its letters as they were meant.
pub(crate) fn clean(cell: &str) -> String {
    let mended = letters::mended(cell);
    let seen = match mended.is_ascii() {
        true => mended,
        false => Cow::Owned(mended.chars().filter(|c| !is_invisible(*c)).collect()),
    };
    let trimmed = seen.trim();
    let inner = trimmed.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(trimmed);
    let inner = match inner.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit() || "=+-@".contains(c)) => rest,
        _ => inner,
    };
    let mut clean = String::with_capacity(inner.len());
    for word in inner.split_whitespace() {
        if !clean.is_empty() {
            clean.push(' ');
        }
        clean.push_str(word);
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assigned(list: List, header: &str) -> Vec<(Column, usize)> {
        let row = Row { line: 1, cells: header.split(',').map(str::to_owned).collect() };
        list.assign(&row).unwrap().columns
    }

    #[test]
    fn a_header_is_known_in_any_case_and_by_the_names_systems_give_it() {
        let columns = assigned(List::Pupils, "UPN/admission number,Legal Surname,Legal forename,Forename,Yr,REG,DOB");
        let expected = [
            (Column::Id, 0),
            (Column::Forename, 2),
            (Column::Surname, 1),
            (Column::PreferredForename, 3),
            (Column::YearGroup, 4),
            (Column::Class, 5),
        ];
        assert_eq!(columns, expected);
        let welsh = assigned(List::Pupils, "Rhif derbyn,Enw cyntaf,Cyfenw,Blwyddyn,Dosbarth");
        assert_eq!(welsh.len(), 5);
    }

    #[test]
    fn our_own_files_have_the_names_of_their_columns() {
        for list in List::ALL {
            let row = Row { line: 1, cells: list.columns().iter().map(|column| column.name().to_owned()).collect() };
            let assigned = list.assign(&row).unwrap();
            assert_eq!(assigned.columns.len(), list.columns().len(), "{list:?}");
            for (place, column) in list.columns().iter().enumerate() {
                assert_eq!(assigned.place(*column), Some(place), "{column:?}");
            }
            assert!(list.missing(&assigned).is_empty());
        }
    }

    #[test]
    fn both_lists_of_a_school_come_to_the_same_number_of_a_pupil() {
        let header = "UPN,Admission number,Name,Relationship,PR";
        assert!(assigned(List::Contacts, header).contains(&(Column::PupilId, 1)));
        assert!(assigned(List::Pupils, header).contains(&(Column::Id, 1)));
    }

    #[test]
    fn a_column_named_twice_is_not_guessed() {
        let row = Row { line: 1, cells: ["Email", "Name", "E-mail"].map(str::to_owned).to_vec() };
        assert_eq!(List::Staff.assign(&row), Err(Column::Email));
    }

    #[test]
    fn a_cell_is_read_without_what_excel_puts_around_it() {
        assert_eq!(clean("=\"00123\""), "00123");
        assert_eq!(clean(" '00123 "), "00123");
        assert_eq!(clean("'t Hooft"), "'t Hooft");
        assert_eq!(clean("\u{feff}Ada\u{a0} \nKing "), "Ada King");
        assert_eq!(clean("A\u{ad}da_x000D_ K&iacute;ng\u{202c}"), "Ada Kíng");
    }
}
