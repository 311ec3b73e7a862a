//! The class permission sheet that a teacher takes along.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Line, Mark, PrintButton, matrix::drawings};

/// A line of the class permission sheet.
#[derive(Clone, Debug)]
struct SheetRow {
    name: String,
    may: Vec<bool>,
}

/// How many children one A4 page holds below its headings, with room for two names or headings that take another line.
const PAGE: usize = 36;

/// The class permission sheet, for A4 pages to take along (R12): nearly always one. Of several each says whose it is, of
/// which day, and how many there are, because one that was lost is missed only then. A child who may not appear has "ask" in
/// the column, a child who may appear in nothing one dark line, and neither says why (R8).
#[derive(Clone, Debug)]
pub struct PermissionSheet {
    words: Words,
    school: String,
    class: String,
    made: String,
    office: Markup,
    kinds: Vec<(String, Vec<String>)>,
    rows: Vec<SheetRow>,
}

impl PermissionSheet {
    /// The sheet of a class of a school, made on the day and at the time `made`. `office` says how to reach the office: a
    /// telephone number.
    pub fn new(words: Words, [school, class]: [&str; 2], made: impl Into<String>, office: Line) -> Self {
        let (school, class) = (school.to_owned(), class.to_owned());
        Self { words, school, class, made: made.into(), office: office.render(), kinds: Vec::new(), rows: Vec::new() }
    }

    /// The columns of one kind of picture.
    #[must_use]
    pub fn kind(mut self, title: impl Into<String>, columns: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.kinds.push((title.into(), columns.into_iter().map(Into::into).collect()));
        self
    }

    /// A child: first name and initial, and whether they may appear, column by column.
    #[must_use]
    pub fn row(mut self, name: impl Into<String>, may: Vec<bool>) -> Self {
        self.rows.push(SheetRow { name: name.into(), may });
        self
    }

    /// How many columns there are, the names' included.
    fn columns(&self) -> usize {
        1 + self.kinds.iter().map(|(_, columns)| columns.len()).sum::<usize>()
    }

    /// What stands above the columns of every printed page.
    fn running_head(&self) -> Markup {
        let words = self.words;
        html! {
            tr.running-head {
                td colspan=(self.columns()) {
                    strong { (words.office_sheet_title(&self.class)) }
                    (self.school) " · " (words.office_sheet_pupils(self.rows.len() as u64)) " · " (self.made)
                }
            }
        }
    }

    /// The children of one printed page, with its number among `pages`.
    fn page(&self, rows: &[SheetRow], page: usize, pages: usize) -> Markup {
        html! {
            tbody {
                @for row in rows { (self.line(row)) }
                tr.page-number {
                    td colspan=(self.columns()) { (self.words.office_sheet_page(page as u64, pages as u64)) }
                }
            }
        }
    }

    fn line(&self, row: &SheetRow) -> Markup {
        let words = self.words;
        html! {
            tr {
                th scope="row" { (row.name) }
                @if row.may.contains(&true) {
                    @for may in &row.may {
                        @if *may { td.holds.holds-may { (Mark::May.sign()) span.unseen { (words.office_mark_may()) } } }
                        @else { td.holds.holds-ask { span { (words.office_sheet_ask()) } } }
                    }
                } @else {
                    td.holds.holds-ask.holds-ask-all colspan=(row.may.len()) { span { (words.office_sheet_ask_all()) } }
                }
            }
        }
    }
}

impl Render for PermissionSheet {
    fn render(&self) -> Markup {
        let words = self.words;
        let pages: Vec<&[SheetRow]> = self.rows.chunks(PAGE).collect();
        html! {
            (drawings(&[Mark::May]))
            div.class-sheet {
                div.class-sheet-head {
                    h1 #class-sheet { (words.office_sheet_title(&self.class)) }
                    p { strong { (words.office_sheet_pupils(self.rows.len() as u64)) } " · " (self.made) }
                }
                p.class-sheet-key {
                    span.holds.holds-may { (Mark::May.sign()) } " " (words.office_sheet_key_may()) " "
                    span.holds.holds-ask { span { (words.office_sheet_ask()) } } " " (words.office_sheet_key_ask()) " "
                    strong { (self.office) }
                }
                div.sheet.matrix tabindex="0" role="region" aria-labelledby="class-sheet" {
                    table {
                        caption.unseen { (words.office_sheet_title(&self.class)) }
                        thead {
                            (self.running_head())
                            tr.kinds {
                                td {}
                                @for (title, columns) in &self.kinds {
                                    th scope="colgroup" colspan=(columns.len()) { (title) }
                                }
                            }
                            tr {
                                th scope="col" { (words.office_sheet_name()) }
                                @for (_, columns) in &self.kinds { @for column in columns { th scope="col" { (column) } } }
                            }
                        }
                        @for (page, rows) in (1..).zip(&pages) { (self.page(rows, page, pages.len())) }
                    }
                }
                p.class-sheet-foot { (words.office_sheet_care()) }
                div.buttons { (PrintButton::new(words)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_appear_in_nothing_is_one_line_that_says_to_ask() {
        let words = Words::new(school_types::Language::En);
        let sheet = |may: Vec<bool>| {
            let columns =
                PermissionSheet::new(words, ["Elm", "3B"], "today", Line::new()).kind("In groups", ["A", "B"]);
            columns.row("Ada B", may).render().into_string()
        };
        let all = r#"holds-ask-all" colspan="2""#;
        assert!(sheet(vec![false, false]).contains(all));
        assert!(!sheet(vec![false, true]).contains(all));
    }

    #[test]
    fn a_class_larger_than_a_page_says_on_each_which_of_how_many_it_is() {
        for (children, pages) in [(1, 1), (PAGE, 1), (PAGE + 1, 2), (3 * PAGE, 3)] {
            let words = Words::new(school_types::Language::En);
            let mut sheet = PermissionSheet::new(words, ["Elm", "3B"], "today", Line::new()).kind("In groups", ["A"]);
            for child in 0..children {
                sheet = sheet.row(format!("Ada {child}"), vec![true]);
            }
            let shown = sheet.render().into_string();
            // A table's head stands on every page of paper.
            let head = shown.split("</thead>").next().unwrap();
            assert!(head.contains("Elm · ") && head.contains("3B") && head.contains("today"), "{head}");
            assert_eq!(shown.matches("<tbody>").count(), pages);
            for page in 1..=pages {
                assert!(shown.contains(&format!("Page {page} of {pages}")), "{children}");
            }
        }
    }
}
