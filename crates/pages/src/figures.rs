//! How far a school is: a bar in parts, with the numbers it is drawn from.

use maud::{Markup, Render, html};

use crate::{Body, Example, Heading, Paragraph};

/// A part of a bar.
#[derive(Clone, Debug)]
struct Part {
    class: &'static str,
    label: Markup,
    count: u64,
}

/// A bar in parts. The numbers stand under it as text, which is what is read out.
#[derive(Clone, Debug)]
pub struct Bar {
    parts: Vec<Part>,
}

/// The drawing is this many units long.
const LENGTH: u64 = 1000;

impl Bar {
    /// A bar of what is done, what is begun, and what is open, each with the sentence that says how many.
    pub fn new(done: (impl Render, u64), begun: (impl Render, u64), open: (impl Render, u64)) -> Self {
        let part = |class, label: Markup, count| Part { class, label, count };
        Self {
            parts: vec![
                part("bar-done", done.0.render(), done.1),
                part("bar-begun", begun.0.render(), begun.1),
                part("bar-open", open.0.render(), open.1),
            ],
        }
    }

    /// Where each part begins and how long it is.
    fn lengths(&self) -> Vec<(u64, u64)> {
        let of: u64 = self.parts.iter().map(|part| part.count).sum::<u64>().max(1);
        let mut before = 0;
        let each = self.parts.iter().map(|part| {
            // From the sum, so that what is rounded never leaves a gap at the end.
            let from = before * LENGTH / of;
            before += part.count;
            (from, before * LENGTH / of - from)
        });
        each.collect()
    }
}

impl Render for Bar {
    fn render(&self) -> Markup {
        html! {
            div.bar {
                svg viewBox={ "0 0 " (LENGTH) " 24" } preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                    @for (part, (from, length)) in self.parts.iter().zip(self.lengths()) {
                        rect class=(part.class) x=(from) y="0" width=(length) height="24" {}
                    }
                }
                ul {
                    @for part in &self.parts { li { span class={ "bar-key " (part.class) } {} (part.label) } }
                }
            }
        }
    }
}

/// A large number with what it counts.
#[derive(Clone, Debug)]
pub struct Tally(Vec<(String, Markup)>);

impl Tally {
    /// The numbers, written out, each with what it counts.
    pub fn new(numbers: impl IntoIterator<Item = (String, impl Render)>) -> Self {
        Self(numbers.into_iter().map(|(number, of)| (number, of.render())).collect())
    }
}

impl Render for Tally {
    fn render(&self) -> Markup {
        html! { dl.tally { @for (number, of) in &self.0 { div { dt { (of) } dd { (number) } } } } }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    vec![Example::wide(
        "figures",
        Body::new()
            .with(Heading::page("Response rates"))
            .with(Tally::new([
                ("74%".to_owned(), "of families have answered everything"),
                ("31".to_owned(), "pupils still to hear about"),
            ]))
            .with(Bar::new(("310 answered", 310), ("79 answered in part", 79), ("31 not answered", 31)))
            .with(Paragraph::soft("The same numbers are in the table below.")),
    )]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_bar_has_no_gap_and_no_overlap(done in 0u64..3000, begun in 0u64..3000, open in 0u64..3000) {
            let bar = Bar::new(("", done), ("", begun), ("", open));
            let mut end = 0;
            for (from, length) in bar.lengths() {
                prop_assert_eq!(from, end);
                end = from + length;
            }
            prop_assert_eq!(end, if done + begun + open == 0 { 0 } else { LENGTH });
        }
    }
}
