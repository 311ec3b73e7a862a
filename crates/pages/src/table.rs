//! Tables, for staff.

use maud::{Markup, Render, html};

use crate::{Body, Example, Heading, Icon};

/// How a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    /// From A to Z, from the smallest.
    Up,
    /// From Z to A, from the largest.
    Down,
}

/// A column's heading.
#[derive(Clone, Debug)]
pub struct Column {
    name: Markup,
    is_number: bool,
    only_wide: bool,
    sort_href: Option<String>,
    sorting: Option<Sorting>,
}

impl Column {
    /// A column of text.
    pub fn new(name: impl Render) -> Self {
        Self { name: name.render(), is_number: false, only_wide: false, sort_href: None, sorting: None }
    }

    /// A column of numbers, which stand below each other at the right.
    pub fn number(name: impl Render) -> Self {
        Self { is_number: true, ..Self::new(name) }
    }

    /// Makes the heading a link to the same table sorted by it, the other way round if it already is.
    #[must_use]
    pub fn sort(mut self, href: impl Into<String>, now: Option<Sorting>) -> Self {
        self.sort_href = Some(href.into());
        self.sorting = now;
        self
    }

    /// Leaves the column out on a phone: what it says can be had elsewhere.
    #[must_use]
    pub fn only_wide(mut self) -> Self {
        self.only_wide = true;
        self
    }

    const fn class(&self) -> Option<&'static str> {
        match (self.is_number, self.only_wide) {
            (false, false) => None,
            (true, false) => Some("number"),
            (false, true) => Some("only-wide"),
            (true, true) => Some("number only-wide"),
        }
    }

    pub(crate) fn heading(&self) -> Markup {
        let sorted = self.sorting.map(|sorting| match sorting {
            Sorting::Up => "ascending",
            Sorting::Down => "descending",
        });
        html! {
            th scope="col" class=[self.class()] aria-sort=[sorted] {
                @if let Some(href) = &self.sort_href {
                    a href=(href) {
                        (self.name)
                        @match self.sorting {
                            Some(Sorting::Up) => (Icon::Up),
                            Some(Sorting::Down) => (Icon::Down),
                            None => {}
                        }
                    }
                } @else { (self.name) }
            }
        }
    }
}

/// A table with a caption. The first cell of a row names it. A table wider than the screen scrolls in its own box, with the keyboard too.
#[derive(Clone, Debug)]
pub struct Table {
    id: String,
    caption: Markup,
    columns: Vec<Column>,
    rows: Vec<Vec<Markup>>,
}

impl Table {
    /// A table whose caption says what it lists, and how many. `id` is unique on the page.
    pub fn new(id: impl Into<String>, caption: impl Render, columns: impl IntoIterator<Item = Column>) -> Self {
        Self { id: id.into(), caption: caption.render(), columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// A row, one cell per column. Missing cells are left empty; cells past the last column are dropped.
    #[must_use]
    pub fn row(mut self, cells: impl IntoIterator<Item = impl Render>) -> Self {
        let mut cells: Vec<Markup> = cells.into_iter().map(|cell| cell.render()).collect();
        cells.resize_with(self.columns.len(), Markup::default);
        self.rows.push(cells);
        self
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        html! {
            div.sheet tabindex="0" role="region" aria-labelledby=(self.id) {
                table {
                    caption id=(self.id) { (self.caption) }
                    thead { tr { @for column in &self.columns { (column.heading()) } } }
                    tbody {
                        @for row in &self.rows {
                            tr {
                                @for (place, (cell, column)) in row.iter().zip(&self.columns).enumerate() {
                                    @if place == 0 { th scope="row" { (cell) } }
                                    @else { td class=[column.class()] { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let columns = [
        Column::new("Name").sort("?sort=name-down", Some(Sorting::Up)),
        Column::new("Class").sort("?sort=class", None).only_wide(),
        Column::new("Website, in groups"),
        Column::number("Answered").sort("?sort=answered", None),
    ];
    vec![Example::wide(
        "table",
        Body::new().with(Heading::page("Kingfisher class")).with(
            Table::new("pupils", "3 pupils of Kingfisher class", columns)
                .row(["Maya O", "Year 3", "Yes", "8 of 8"])
                .row(["Noah P", "Year 3", "No", "8 of 8"])
                .row(["Zofia W", "Year 3", "Not yet answered", "0 of 8"]),
        ),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_as_many_cells_as_there_are_columns() {
        let table = Table::new("t", "T", [Column::new("A"), Column::number("B")]).row(["1"]).row(["1", "2", "3"]);
        assert!(table.rows.iter().all(|row| row.len() == 2));
    }
}
