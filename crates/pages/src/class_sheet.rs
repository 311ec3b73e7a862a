//! The class permission sheet that a teacher takes along.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Line, LinkButton, Mark, PrintButton, matrix::drawings};

/// A line of the class permission sheet.
#[derive(Clone, Debug)]
struct SheetRow {
    name: String,
    may: Vec<bool>,
}

/// The class permission sheet, for A4 pages to take along (R12): nearly always one. Of several each says whose it is, of
/// which day, and which of how many it is, because one that was lost is missed only then. The style sheet numbers them: how
/// many children a page holds only the printer knows. A child who may not appear has "No" in
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
    names: Vec<(String, String)>,
    printed_at: Option<String>,
}

impl PermissionSheet {
    /// The sheet of a class of a school, made on the day and at the time `made`. `office` says how to reach the office: a
    /// telephone number.
    pub fn new(words: Words, [school, class]: [&str; 2], made: impl Into<String>, office: Line) -> Self {
        let (school, class) = (school.to_owned(), class.to_owned());
        Self {
            words,
            school,
            class,
            made: made.into(),
            office: office.render(),
            kinds: Vec::new(),
            rows: Vec::new(),
            names: Vec::new(),
            printed_at: None,
        }
    }

    /// What families call the purpose that a column calls `short`; said below the table where it differs.
    #[must_use]
    pub fn called(mut self, short: impl Into<String>, title: impl Into<String>) -> Self {
        let (short, title) = (short.into(), title.into());
        if short != title {
            self.names.push((short, title));
        }
        self
    }

    /// The page that is to be printed instead of this one: a link to it stands in place of the button that prints.
    #[must_use]
    pub fn printed_at(mut self, address: impl Into<String>) -> Self {
        self.printed_at = Some(address.into());
        self
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
                        tbody { @for row in &self.rows { (self.line(row)) } }
                    }
                }
                @if !self.names.is_empty() {
                    p.class-sheet-foot.class-sheet-names {
                        (words.office_sheet_names()) " "
                        @for (place, (short, title)) in self.names.iter().enumerate() {
                            @if place > 0 { "; " } (short) " = " (title)
                        }
                        "."
                    }
                }
                p.class-sheet-foot { (words.office_sheet_care()) }
                div.buttons {
                    @match &self.printed_at {
                        Some(address) => (LinkButton::secondary(words.office_sheet_print(), address.as_str())),
                        None => (PrintButton::new(words)),
                    }
                }
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
    fn every_page_of_a_large_class_says_whose_it_is_and_which_of_how_many() {
        let words = Words::new(school_types::Language::En);
        let mut sheet = PermissionSheet::new(words, ["Elm", "3B"], "today", Line::new()).kind("In groups", ["A"]);
        for child in 0..45 {
            sheet = sheet.row(format!("Ada {child}"), vec![true]);
        }
        let shown = sheet.render().into_string();
        // A table's head stands on every page of paper.
        let head = shown.split("</thead>").next().unwrap();
        assert!(head.contains("Elm · ") && head.contains("3B") && head.contains("today"), "{head}");
        // The pages are numbered by what counts them, so that no sheet can say "1 of 2" on the second of three.
        assert_eq!(shown.matches("<tbody>").count(), 1);
        let style = include_str!("../../../static/style/86-class-sheet.css");
        let page = style.split("@page class-sheet {").nth(1).unwrap().split("\n  }").next().unwrap();
        assert!(page.contains("counter(page) \" / \" counter(pages)"), "{page}");
    }
}
