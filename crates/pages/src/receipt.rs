//! The slip a person keeps.

use maud::{Markup, Render, html};
use school_types::{Fingerprint, Reference};
use words::Words;

use crate::{Body, Example, Heading};

/// What was recorded, as something to keep or print: a reference large enough to read out, the time, and the fingerprint.
#[derive(Clone, Debug)]
pub struct Receipt {
    words: Words,
    reference: Reference,
    time: Markup,
    rows: Vec<(Markup, Markup)>,
    fingerprint: Fingerprint,
}

impl Receipt {
    /// `time` is written out for a person, in the page's language.
    pub fn new(words: Words, reference: Reference, time: impl Render, fingerprint: Fingerprint) -> Self {
        Self { words, reference, time: time.render(), rows: Vec::new(), fingerprint }
    }

    /// One more fact: who decided, for whom, which version of the wording.
    #[must_use]
    pub fn row(mut self, name: impl Render, value: impl Render) -> Self {
        self.rows.push((name.render(), value.render()));
        self
    }

    /// The fingerprint in groups of four, so that two can be compared by eye or read out.
    fn groups(&self) -> Vec<&str> {
        let digits = self.fingerprint.as_str();
        (0..digits.len()).step_by(4).filter_map(|from| digits.get(from..from + 4)).collect()
    }
}

impl Render for Receipt {
    fn render(&self) -> Markup {
        let words = self.words;
        let id = self.reference.as_str();
        html! {
            // A page may hold several: each is named by its own reference.
            section.receipt aria-labelledby={ "receipt-title-" (id) " receipt-" (id) } {
                div.receipt-head {
                    h2 id={ "receipt-title-" (id) } { (words.shared_receipt_reference()) }
                    p.receipt-reference id={ "receipt-" (id) } { (self.reference.as_str()) }
                }
                dl.receipt-body {
                    div { dt { (words.shared_receipt_time()) } dd { (self.time) } }
                    @for (name, value) in &self.rows { div { dt { (name) } dd { (value) } } }
                    div {
                        dt { (words.shared_receipt_fingerprint()) }
                        dd { code.fingerprint { @for group in self.groups() { span { (group) } " " } } }
                    }
                }
            }
        }
    }
}

/// The receipt of the examples.
pub(crate) fn specimen(words: Words) -> Receipt {
    Receipt::new(
        words,
        Reference::from_bytes([0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0]),
        "Tuesday 3 March 2026, 7:42 pm",
        Fingerprint::of(b"a record"),
    )
    .row("Answered by", "Sara Okafor, mother")
    .row("For", "Maya Okafor, Year 3")
    .row("Wording", "Photos and video, version 4 of 1 September 2025")
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    vec![Example::part("receipt", Body::new().with(Heading::page("Your receipt")).with(specimen(words)))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_shown_whole_in_sixteen_groups() {
        let receipt = specimen(Words::new(school_types::Language::En));
        assert_eq!(receipt.groups().len(), 16);
        assert_eq!(receipt.groups().concat(), Fingerprint::of(b"a record").as_str());
    }
}
