//! Reading a table as a list: rows that can be taken, and every other one with the reason.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use school_types::{ChildId, Redacted};

use crate::{
    Column, FileProblem, List, Note, Remark, Row, Table,
    cells::Cells,
    columns::{Assigned, clean},
    feet,
};

/// How far down a header may stand: systems print titles and dates above it.
const HEADER_WITHIN: usize = 15;

/// What is wrong in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A cell that is needed is blank.
    Missing,
    /// Longer than any name or address.
    TooLong,
    /// A character that could not be read.
    Unreadable,
    /// Cells to the right of the last column: a comma in a name shifted the row.
    TooManyCells,
    /// A spreadsheet cut a long number to its first digits (`1.23E+11`).
    NumberMangled,
    /// Not a year group.
    YearGroup,
    /// Not a key stage.
    KeyStage,
    /// Neither yes nor no.
    YesOrNo,
    /// Not an e-mail address.
    Email,
    /// More than one e-mail address.
    SeveralEmails,
    /// Not a telephone number.
    Phone,
    /// Not a role.
    Role,
    /// A whole name that does not say where the forename ends.
    NameNotSplit,
    /// Another row has the same number, and says something else.
    Duplicate,
    /// No pupil has this number.
    UnknownPupil,
    /// The pupil with this number has left.
    PupilLeft,
    /// Somebody else signs in with this e-mail address.
    EmailTaken,
    /// Only an administrator gives or takes this role.
    RoleNeedsAdministrator,
    /// A spreadsheet's error (`#N/A`, `#REF!`).
    SpreadsheetError,
    /// Something that stands for a value nobody knows (`unknown`, `TBC`).
    Placeholder,
    /// A date, which a spreadsheet made of something else.
    Date,
    /// More than one year group (`1/2`).
    SeveralYears,
    /// An address that no code can reach: nobody reads it, its domain leads nowhere, or it has letters that are not sent to.
    EmailUnreachable,
}

impl Code {
    /// The code as the API says it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong => "too-long",
            Self::Unreadable => "unreadable",
            Self::TooManyCells => "too-many-cells",
            Self::NumberMangled => "number-mangled",
            Self::YearGroup => "year-group",
            Self::KeyStage => "key-stage",
            Self::YesOrNo => "yes-or-no",
            Self::Email => "email",
            Self::SeveralEmails => "several-emails",
            Self::Phone => "phone",
            Self::Role => "role",
            Self::NameNotSplit => "name-not-split",
            Self::Duplicate => "duplicate",
            Self::UnknownPupil => "unknown-pupil",
            Self::PupilLeft => "pupil-left",
            Self::EmailTaken => "email-taken",
            Self::RoleNeedsAdministrator => "role-needs-administrator",
            Self::SpreadsheetError => "spreadsheet-error",
            Self::Placeholder => "placeholder",
            Self::Date => "date",
            Self::SeveralYears => "several-years",
            Self::EmailUnreachable => "email-unreachable",
        }
    }
}

/// What is wrong in a row, and in which column; none where it is the row as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The column.
    pub column: Option<Column>,
    /// What is wrong.
    pub code: Code,
}

/// A row that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken<T> {
    /// Its line.
    pub line: u32,
    /// What it says.
    pub row: T,
}

/// A row that cannot be taken, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The row as it came.
    pub row: Row,
    /// Everything that is wrong with it, at least one thing.
    pub problems: Vec<Problem>,
    /// Whom it seems to be about, so that nobody is taken for gone because their row was not understood.
    pub(crate) about: About,
}

/// Whom a row that cannot be taken seems to be about.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum About {
    /// The person, or for a contact the pupil, with this number.
    Number(Redacted<String>),
    /// This pupil.
    Child(ChildId),
    /// A pupil with this number, if it can be read, or of this name.
    Pupil(Option<Redacted<String>>, Redacted<String>),
    /// It does not say.
    Nobody,
}

impl fmt::Debug for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("About(redacted)")
    }
}

/// What a kind of change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Was not known.
    Added,
    /// Was gone, and is back.
    Returned,
    /// Something about them differs.
    Changed,
    /// Only year group, class or key stage differ.
    Moved,
    /// Is not in the list any more.
    Left,
}

/// A table read as a list. Every row that holds anything is in exactly one of its numbers:
/// `above + 1 (the header) + taken + repeated + rejected + ignored`.
#[derive(Clone, Debug)]
pub struct Reading<T> {
    /// The rows that can be taken.
    pub taken: Vec<Taken<T>>,
    /// The rows that cannot, in the order of their lines.
    pub rejected: Vec<Rejected>,
    /// How many rows say again what another row says.
    pub repeated: usize,
    /// The lines of rows that are about nobody: totals, page feet, headings once more.
    pub ignored: Vec<u32>,
    /// What there is to say of the rows that can be taken, in the order of the notes and lines.
    pub remarks: Vec<Remark>,
    /// How many rows stand above the header.
    pub above: usize,
    /// The header as it came.
    pub header: Row,
    /// The columns that were found.
    pub columns: Vec<Column>,
    /// The headings of columns that nothing is taken from.
    pub unused: Vec<String>,
}

/// A table with its header found.
pub(crate) struct Sheet<'t> {
    table: &'t Table,
    header_at: usize,
    assigned: Assigned,
}

impl<'t> Sheet<'t> {
    /// Finds the header: the first of those rows at the top that name the most columns.
    pub(crate) fn of(table: &'t Table, list: List) -> Result<Self, FileProblem> {
        let (mut best, mut twice): (Option<Self>, Option<Column>) = (None, None);
        for (header_at, row) in table.rows.iter().take(HEADER_WITHIN).enumerate() {
            match list.assign(row) {
                Ok(assigned) => {
                    let found = best.as_ref().map_or(0, |best| best.assigned.columns.len());
                    if best.is_none() || assigned.columns.len() > found {
                        best = Some(Self { table, header_at, assigned });
                    }
                }
                Err(column) => twice = twice.or(Some(column)),
            }
        }
        let best = best.filter(|best| list.missing(&best.assigned).is_empty() || twice.is_none());
        match (best, twice) {
            (None, None) => Err(FileProblem::Empty),
            (None, Some(column)) => Err(FileProblem::ColumnTwice(column)),
            (Some(best), _) => match list.missing(&best.assigned) {
                missing if missing.is_empty() => Ok(best),
                missing => Err(FileProblem::ColumnsMissing(missing)),
            },
        }
    }

    pub(crate) fn has(&self, column: Column) -> bool {
        self.assigned.place(column).is_some()
    }

    /// The rows below the header that are about somebody.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Cells<'_>> {
        let width = self.header().cells.len();
        self.below().filter(|row| !self.is_about_nobody(row)).map(move |row| {
            let mut cells = Cells { row, assigned: &self.assigned, problems: Vec::new(), remarks: Vec::new() };
            if row.cells.iter().skip(width).any(|cell| !clean(cell).is_empty()) {
                cells.problem(None, Code::TooManyCells);
            }
            cells
        })
    }

    fn header(&self) -> &'t Row {
        &self.table.rows[self.header_at]
    }

    fn below(&self) -> impl Iterator<Item = &'t Row> {
        self.table.rows.iter().skip(self.header_at + 1)
    }

    /// Whether a row is a total, a report's foot, or the header once more, as on each page of a printed report.
    fn is_about_nobody(&self, row: &Row) -> bool {
        let mut filled = row.cells.iter().map(|cell| clean(cell)).filter(|cell| !cell.is_empty());
        let few: Vec<String> = filled.by_ref().take(4).collect();
        if few.len() < 4 {
            return feet::is_foot(&few);
        }
        // Cheap before dear: nearly no row begins as the header does.
        let same = |(one, other): (&String, &String)| clean(one) == clean(other);
        let header = self.header();
        header.cells.len() == row.cells.len() && header.cells.iter().zip(&row.cells).all(same)
    }

    /// The list, of what became of its rows.
    pub(crate) fn reading<T>(&self, rows: Rows<T>) -> Reading<T> {
        let Rows { taken, mut rejected, repeated, mut remarks } = rows;
        rejected.sort_by_key(|rejected| rejected.row.line);
        let read: BTreeSet<u32> = taken.iter().map(|taken| taken.line).collect();
        let hidden = self.table.hidden.iter().filter(|line| read.contains(line));
        remarks.extend(hidden.map(|line| Remark { note: Note::Hidden, line: *line, column: None }));
        remarks.retain(|remark| read.contains(&remark.line));
        remarks.sort_unstable();
        remarks.dedup();
        let ignored = self.below().filter(|row| self.is_about_nobody(row)).map(|row| row.line).collect();
        let header = self.header().clone();
        let used = |place: usize| self.assigned.columns.iter().any(|(_, used)| *used == place);
        let headings = header.cells.iter().enumerate().filter(|(place, _)| !used(*place)).map(|(_, name)| clean(name));
        let unused = headings.filter(|heading| !heading.is_empty()).collect();
        let columns = self.assigned.columns.iter().map(|(column, _)| *column).collect();
        Reading { taken, rejected, repeated, ignored, remarks, above: self.header_at, header, columns, unused }
    }
}

/// What became of the rows of a table.
pub(crate) struct Rows<T> {
    pub(crate) taken: Vec<Taken<T>>,
    pub(crate) rejected: Vec<Rejected>,
    pub(crate) repeated: usize,
    pub(crate) remarks: Vec<Remark>,
}

impl<T> Rows<T> {
    pub(crate) const fn new() -> Self {
        Self { taken: Vec::new(), rejected: Vec::new(), repeated: 0, remarks: Vec::new() }
    }

    /// Takes the row, or keeps it with what is wrong with it.
    pub(crate) fn push(&mut self, cells: Cells<'_>, row: Option<T>, about: About) {
        match row {
            Some(row) if cells.problems.is_empty() => {
                self.remarks.extend(cells.remarks);
                self.taken.push(Taken { line: cells.row.line, row });
            }
            _ => self.rejected.push(Rejected { row: cells.row.clone(), problems: cells.problems, about }),
        }
    }

    /// Makes one of the rows that have the same key, where `one_of` can; takes none of them where it cannot: nobody can
    /// say which is right.
    pub(crate) fn one_for_each<K: Ord>(
        &mut self,
        table: &Table,
        key: impl Fn(&T) -> K,
        one_of: impl Fn(&T, &T) -> Option<T>,
        column: Column,
        about: impl Fn(&T) -> About,
    ) {
        let mut by_key: BTreeMap<K, Vec<Taken<T>>> = BTreeMap::new();
        for taken in std::mem::take(&mut self.taken) {
            by_key.entry(key(&taken.row)).or_default().push(taken);
        }
        for mut same in by_key.into_values() {
            if same.len() == 1 {
                self.taken.append(&mut same);
                continue;
            }
            let mut rows = same.iter().map(|taken| &taken.row);
            let one = rows.next().and_then(|first| {
                rows.try_fold(None, |one: Option<T>, row| Some(Some(one_of(one.as_ref().unwrap_or(first), row)?)))?
            });
            match (one, same.first()) {
                (Some(row), Some(first)) => {
                    self.repeated += same.len() - 1;
                    self.taken.push(Taken { line: first.line, row });
                }
                _ => {
                    for taken in same {
                        let problem = Problem { column: Some(column), code: Code::Duplicate };
                        self.reject(table, taken.line, problem, about(&taken.row));
                    }
                }
            }
        }
        self.taken.sort_by_key(|taken| taken.line);
    }

    /// Keeps the row of this line as one that cannot be taken.
    pub(crate) fn reject(&mut self, table: &Table, line: u32, problem: Problem, about: About) {
        // The lines are in order.
        let row = table.rows.binary_search_by_key(&line, |row| row.line).ok().map(|place| table.rows[place].clone());
        let row = row.unwrap_or(Row { line, cells: Vec::new() });
        self.rejected.push(Rejected { row, problems: vec![problem], about });
    }
}
