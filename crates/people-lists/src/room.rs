//! `Room`: how much of a file is kept. Bytes that are sent can unpack to thousands of times as many, and running out of
//! memory ends the requests of other people too: every reader asks before it keeps.

use crate::{FileProblem, Row};

/// More rows than the largest school of the country has contacts.
pub(crate) const MOST_ROWS: usize = 20_000;
/// More columns than any export has.
pub(crate) const MOST_COLUMNS: usize = 250;
/// The longest list there is, with 30 columns. Rows and columns that are each within their bound can be eight times that.
pub(crate) const MOST_CELLS: usize = 600_000;
/// The bytes in all cells together: twice what can be sent of a file that is not packed.
pub(crate) const MOST_TEXT: usize = 8_000_000;

/// What may still be kept of a file.
pub(crate) struct Room {
    rows: usize,
    cells: usize,
    text: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { rows: MOST_ROWS, cells: MOST_CELLS, text: MOST_TEXT }
    }
}

impl Room {
    /// Takes the room of a row and its cells. Their text is counted by [`Self::text`].
    ///
    /// # Errors
    /// [`FileProblem::TooManyRows`], [`FileProblem::TooMuch`].
    pub(crate) fn row(&mut self, row: &Row) -> Result<(), FileProblem> {
        self.rows = self.rows.checked_sub(1).ok_or(FileProblem::TooManyRows)?;
        self.cells(row.cells.len())
    }

    /// Takes the room of so many cells, blank ones too.
    ///
    /// # Errors
    /// [`FileProblem::TooMuch`].
    pub(crate) fn cells(&mut self, count: usize) -> Result<(), FileProblem> {
        self.cells = self.cells.checked_sub(count).ok_or(FileProblem::TooMuch)?;
        Ok(())
    }

    /// Takes the room of so many bytes of text.
    ///
    /// # Errors
    /// [`FileProblem::TooMuch`].
    pub(crate) fn text(&mut self, bytes: usize) -> Result<(), FileProblem> {
        self.text = self.text.checked_sub(bytes).ok_or(FileProblem::TooMuch)?;
        Ok(())
    }
}
