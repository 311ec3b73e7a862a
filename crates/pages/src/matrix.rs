//! Many children at once: the permission matrix of a class.

use maud::{Markup, PreEscaped, Render, html};
use words::Words;

use crate::{AskFirst, Body, Column, Example, Heading, Icon, Line, PermissionSheet, Sorting};

/// How a purpose stands for a child, for staff who may see decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// The child may appear.
    May,
    /// The family was told and has not objected.
    Told,
    /// Nobody has answered, which counts as no.
    NotAnswered,
    /// The family was not told yet, which counts as no.
    NotTold,
    /// Nobody is listed who could be asked, which counts as no.
    NobodyToAsk,
    /// The child may not appear.
    MayNot,
    /// The safeguarding lead decides.
    Flagged,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 7] =
        [Self::May, Self::Told, Self::NotAnswered, Self::NotTold, Self::NobodyToAsk, Self::MayNot, Self::Flagged];

    const fn look(self) -> (&'static str, Icon) {
        match self {
            Self::May => ("may", Icon::Tick),
            Self::Told => ("told", Icon::Info),
            Self::NotAnswered => ("open", Icon::Clock),
            Self::NotTold => ("untold", Icon::Letter),
            Self::NobodyToAsk => ("nobody", Icon::Question),
            Self::MayNot => ("not", Icon::Cross),
            Self::Flagged => ("flagged", Icon::Hand),
        }
    }

    /// The mark in words.
    pub fn words(self, words: Words) -> &'static str {
        match self {
            Self::May => words.office_mark_may(),
            Self::Told => words.office_mark_told(),
            Self::NotAnswered => words.office_mark_not_answered(),
            Self::NotTold => words.office_mark_not_told(),
            Self::NobodyToAsk => words.office_mark_nobody_to_ask(),
            Self::MayNot => words.office_mark_may_not(),
            Self::Flagged => words.office_mark_flagged(),
        }
    }

    /// The mark as a badge with its words, where there is room for them.
    pub fn badge(self, words: Words) -> Markup {
        let class = match self {
            Self::May => "badge badge-yes",
            Self::Told => "badge badge-told",
            Self::NotAnswered | Self::NotTold | Self::NobodyToAsk => "badge badge-open",
            Self::MayNot | Self::Flagged => "badge badge-no",
        };
        html! { span class=(class) { (self.look().1) (self.words(words)) } }
    }

    /// The sign, drawn once on the page and shown wherever it is needed: a class has hundreds of them.
    pub(crate) fn sign(self) -> Markup {
        let (name, _) = self.look();
        html! { svg.icon aria-hidden="true" focusable="false" { use href={ "#mark-" (name) } {} } }
    }

    fn cell(self, words: Words) -> Markup {
        let (name, _) = self.look();
        html! { td class={ "holds holds-" (name) } { (self.sign()) span.unseen { (self.words(words)) } } }
    }
}

/// The drawings that [`Mark::sign`] shows.
pub(crate) fn drawings(marks: &[Mark]) -> Markup {
    html! {
        svg.drawings aria-hidden="true" focusable="false" {
            @for mark in marks {
                @let (name, icon) = mark.look();
                symbol id={ "mark-" (name) } viewBox="0 0 24 24" { path d=(PreEscaped(icon.strokes())) {} }
            }
        }
    }
}

/// What the signs mean.
fn legend(words: Words, marks: &[Mark]) -> Markup {
    html! {
        ul.legend {
            @for mark in marks {
                @let (name, _) = mark.look();
                li { span class={ "holds holds-" (name) } { (mark.sign()) } " " (mark.words(words)) }
            }
        }
    }
}

/// A kind of picture, and the purposes of that kind.
#[derive(Clone, Debug)]
struct Kind {
    title: String,
    columns: Vec<Column>,
}

/// A child in the matrix.
#[derive(Clone, Debug)]
struct Row {
    name: Markup,
    note: Option<Markup>,
    marks: Vec<Mark>,
    last: Markup,
}

/// Children down, purposes across. The names stay in sight while the rest scrolls sideways.
#[derive(Clone, Debug)]
pub struct Matrix {
    words: Words,
    caption: Markup,
    first: Column,
    kinds: Vec<Kind>,
    last: Column,
    rows: Vec<Row>,
}

impl Matrix {
    /// The matrix whose caption says whose it is and how many there are. One on a page. `first` heads the names,
    /// `last` how many questions are answered.
    pub fn new(words: Words, caption: impl Render, first: Column, last: Column) -> Self {
        Self { words, caption: caption.render(), first, kinds: Vec::new(), last, rows: Vec::new() }
    }

    /// The columns of one kind of picture.
    #[must_use]
    pub fn kind(mut self, title: impl Into<String>, columns: impl IntoIterator<Item = Column>) -> Self {
        self.kinds.push(Kind { title: title.into(), columns: columns.into_iter().collect() });
        self
    }

    /// A child: the name, something short to know beside it, a mark per column, and how many are answered.
    #[must_use]
    pub fn row(mut self, name: impl Render, note: Option<Markup>, marks: Vec<Mark>, last: impl Render) -> Self {
        self.rows.push(Row { name: name.render(), note, marks, last: last.render() });
        self
    }

    fn used(&self) -> Vec<Mark> {
        let is_used = |mark: &Mark| self.rows.iter().any(|row| row.marks.contains(mark));
        Mark::ALL.into_iter().filter(is_used).collect()
    }
}

impl Render for Matrix {
    fn render(&self) -> Markup {
        let used = self.used();
        html! {
            (drawings(&used))
            (legend(self.words, &used))
            div.sheet.matrix tabindex="0" role="region" aria-labelledby="matrix" {
                table {
                    caption #matrix { (self.caption) }
                    thead {
                        tr.kinds {
                            td {}
                            @for kind in &self.kinds {
                                th scope="colgroup" colspan=(kind.columns.len()) { (kind.title) }
                            }
                            td {}
                        }
                        tr {
                            (self.first.heading())
                            @for kind in &self.kinds { @for column in &kind.columns { (column.heading()) } }
                            (self.last.heading())
                        }
                    }
                    tbody {
                        @for row in &self.rows {
                            tr {
                                th scope="row" { (row.name) @if let Some(note) = &row.note { " " span.note { (note) } } }
                                @for mark in &row.marks { (mark.cell(self.words)) }
                                td.number { (row.last) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A child of the examples for whom nobody is listed.
const NOBODY: usize = 11;

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    let names = [
        "Ada B", "Aled W", "Amara N", "Bea Ho", "Bea Hu", "Callum R", "Deepa S", "Elin M", "Finn O", "Gwen P",
        "Hana K", "Ife A", "Isla T", "Jac D", "Jonah F", "Kezia L", "Leo C", "Lily V", "Maya Ok", "Maya Ol", "Nia G",
        "Noah P", "Omar Y", "Otis E", "Priya J", "Rhys B", "Sami H", "Tobi O", "Uma D", "Wen Z", "Yusuf Q", "Zofia W",
    ];
    let kinds: [(&str, &[&str]); 4] = [
        ("In groups", &["Website", "Social media", "Newsletter, prospectus", "Local press", "Displays"]),
        ("One pupil", &["Learning platform", "School photos", "One pupil"]),
        ("Work", &["Work"]),
        ("Film and sound", &["Plays, events"]),
    ];
    let mark = |row: usize, column: usize| match (row * 7 + column * 3) % 23 {
        _ if row == NOBODY => Mark::NobodyToAsk,
        0 => Mark::MayNot,
        1 if row.is_multiple_of(3) => Mark::NotAnswered,
        _ if row % 13 == 4 => Mark::NotAnswered,
        _ if row % 17 == 9 => Mark::Flagged,
        _ if column == 4 => Mark::Told,
        _ => Mark::May,
    };
    let mut matrix = Matrix::new(
        words,
        "32 pupils of 3B",
        Column::new("Pupil").sort("?sort=name-down", Some(Sorting::Up)),
        Column::number("Answered").sort("?sort=answered", None),
    );
    let office = Line::new().telephone("01632 960 142");
    let made = "Tuesday 3 March 2026, 9:05 am";
    let mut sheet = PermissionSheet::new(words, ["Elm Street Primary School", "3B"], made, office);
    for (title, columns) in kinds {
        matrix = matrix.kind(title, columns.iter().map(|column| Column::new(column).sort("?sort=website", None)));
        sheet = sheet.kind(title, columns.iter().copied());
    }
    let mut ask = AskFirst::new(words, "Elm Street Primary School · 3B · Tuesday 3 March 2026, 9:05 am");
    for (place, column) in kinds.iter().flat_map(|(_, columns)| columns.iter()).enumerate() {
        let may = |row: &usize| matches!(mark(*row, place), Mark::May | Mark::Told);
        let asked: Vec<String> = (0..names.len()).filter(|row| !may(row)).map(|row| names[row].to_owned()).collect();
        let asked = if place == 8 { Vec::new() } else { asked };
        ask = ask.purpose(*column, (names.len() - asked.len()) as u64, asked);
    }
    for (row, name) in names.into_iter().enumerate() {
        let marks: Vec<Mark> = (0..10).map(|column| mark(row, column)).collect();
        let note = match row {
            6 => Some("answers differ".render()),
            NOBODY => Some("nobody can decide".render()),
            _ => None,
        };
        matrix = matrix.row(Line::new().link(name, "#"), note, marks.clone(), "10 of 10");
        sheet = sheet.row(name, marks.iter().map(|mark| matches!(mark, Mark::May | Mark::Told)).collect());
    }
    vec![
        Example::wide("matrix", Body::new().with(Heading::page("Class 3B")).with(matrix)),
        Example::wide("class-sheet", sheet),
        Example::wide("ask-first", Body::new().with(Heading::page("Class 3B")).with(ask)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_has_its_own_sign_and_its_own_words() {
        for language in school_types::Language::ALL {
            let words = Words::new(language);
            let mut said: Vec<&str> = Mark::ALL.map(|mark| mark.words(words)).into();
            let mut drawn: Vec<&str> = Mark::ALL.map(|mark| mark.look().1.strokes()).into();
            for list in [&mut said, &mut drawn] {
                list.sort_unstable();
                list.dedup();
                assert_eq!(list.len(), Mark::ALL.len(), "{language}");
            }
        }
    }
}
