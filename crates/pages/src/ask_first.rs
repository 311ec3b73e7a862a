//! The class permission sheet by kind of picture.

use maud::{Markup, Render, html};
use words::Words;

/// The same sheet the other way round: for each kind of picture, whom to ask about first. Quicker with a camera in the
/// hand.
#[derive(Clone, Debug)]
pub struct AskFirst {
    words: Words,
    whose: String,
    entries: Vec<(String, u64, Vec<String>)>,
}

impl AskFirst {
    /// No purpose yet. `whose` is said beside every kind of picture on paper, which may be on a page of its own: school,
    /// class and date.
    pub fn new(words: Words, whose: impl Into<String>) -> Self {
        Self { words, whose: whose.into(), entries: Vec::new() }
    }

    /// A purpose, how many may appear, and the names of those to ask about.
    #[must_use]
    pub fn purpose(mut self, title: impl Into<String>, may: u64, ask: Vec<String>) -> Self {
        self.entries.push((title.into(), may, ask));
        self
    }
}

impl Render for AskFirst {
    fn render(&self) -> Markup {
        let words = self.words;
        html! {
            dl.ask-first {
                @for (title, may, ask) in &self.entries {
                    div {
                        dt { (title) " " span.note { (words.office_sheet_may_count(*may, may + ask.len() as u64)) } }
                        dd {
                            @if ask.is_empty() { p { (words.office_sheet_everyone()) } }
                            @else {
                                p.ask-title { (words.office_sheet_ask_about()) }
                                ul { @for name in ask { li { (name) } } }
                            }
                            p.ask-whose { (self.whose) }
                        }
                    }
                }
            }
        }
    }
}
