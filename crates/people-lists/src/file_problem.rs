//! `FileProblem`: why a whole file cannot be taken. What is wrong with single rows is a [`crate::Problem`].

use crate::Column;

/// Why nothing can be read from a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// An Excel file of the kind before 2007 (`.xls`), or one locked with a password: both begin alike.
    #[error("the file is an old or locked Excel file")]
    OldOrLockedExcel,
    /// An Excel or zip file that cannot be opened, or holds no sheet.
    #[error("the file is a damaged workbook")]
    DamagedWorkbook,
    /// A PDF, picture or anything else that is no list.
    #[error("the file is no list")]
    NotAList,
    /// More rows than the largest school has.
    #[error("the file has too many rows")]
    TooManyRows,
    /// More columns, or more in them, than any list has.
    #[error("the file has too much in it")]
    TooMuch,
    /// No row names these columns, all of which are needed.
    #[error("columns are missing")]
    ColumnsMissing(Vec<Column>),
    /// Two columns could both be this one.
    #[error("a column stands there twice")]
    ColumnTwice(Column),
}
