//! What was read otherwise than it stands there, or asks for a look: said before a list is taken, and taken all the same.

use crate::Column;

/// What there is to say of a row that can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// A name in capitals was written as names are.
    Capitals,
    /// Letters that were stored twice over (`ZoÃ«`) were put right.
    LettersRepaired,
    /// More than one email address: the first is used.
    SecondEmail,
    /// More than one telephone number: the first is used.
    SecondPhone,
    /// Words instead of an email address: taken for none.
    EmailIsWords,
    /// The address looks mistyped (`gmial.com`).
    EmailMistyped,
    /// Several people have this one email address.
    EmailShared,
    /// Two people in one name (`Mr & Mrs King`).
    TwoPeople,
    /// Blank where parental responsibility is asked: taken for none.
    ResponsibilityBlank,
    /// A pupil of one name only.
    OneName,
    /// Hidden in the spreadsheet, and read.
    Hidden,
    /// A year group that the school does not teach.
    YearNotTaught,
}

impl Note {
    /// The note as the API says it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Capitals => "capitals",
            Self::LettersRepaired => "letters-repaired",
            Self::SecondEmail => "second-email",
            Self::SecondPhone => "second-phone",
            Self::EmailIsWords => "email-is-words",
            Self::EmailMistyped => "email-mistyped",
            Self::EmailShared => "email-shared",
            Self::TwoPeople => "two-people",
            Self::ResponsibilityBlank => "responsibility-blank",
            Self::OneName => "one-name",
            Self::Hidden => "hidden",
            Self::YearNotTaught => "year-not-taught",
        }
    }
}

/// A note about a row, and in which column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// What there is to say.
    pub note: Note,
    /// The row's line.
    pub line: u32,
    /// The column; none where it is the row as a whole.
    pub column: Option<Column>,
}
