//! How things stand, at a glance: never by colour alone.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Body, Example, Heading, Icon, Paragraph};

/// How a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Agreed.
    Yes,
    /// Refused.
    No,
    /// Nobody has answered, which counts as no.
    Open,
    /// Told about it, and objected.
    Objected,
    /// Told about it, without objection.
    NoObjection,
}

impl Answer {
    /// Every way a question can stand.
    pub const ALL: [Self; 5] = [Self::Yes, Self::No, Self::Open, Self::Objected, Self::NoObjection];
}

/// A small badge with a sign and a word.
#[derive(Clone, Copy, Debug)]
pub struct AnswerBadge {
    words: Words,
    answer: Answer,
}

impl AnswerBadge {
    /// The badge for `answer`.
    pub fn new(words: Words, answer: Answer) -> Self {
        Self { words, answer }
    }
}

impl Render for AnswerBadge {
    fn render(&self) -> Markup {
        let words = self.words;
        let (class, icon, label) = match self.answer {
            Answer::Yes => ("badge badge-yes", Icon::Tick, words.shared_yes()),
            Answer::No => ("badge badge-no", Icon::Cross, words.shared_no()),
            Answer::Open => ("badge badge-open", Icon::Clock, words.shared_not_answered()),
            Answer::Objected => ("badge badge-objected", Icon::Hand, words.shared_objected()),
            Answer::NoObjection => ("badge badge-told", Icon::Info, words.shared_not_objected()),
        };
        html! { span class=(class) { (icon) (label) } }
    }
}

/// A word that sorts something into a kind: a lawful basis, a role.
#[derive(Clone, Debug)]
pub struct Tag(Markup);

impl Tag {
    /// The tag with this word.
    pub fn new(word: impl Render) -> Self {
        Self(word.render())
    }
}

impl Render for Tag {
    fn render(&self) -> Markup {
        html! { span.tag { (self.0) } }
    }
}

/// How many of a known number are done, as a bar with the sentence that says the same.
#[derive(Clone, Debug)]
pub struct Progress {
    sentence: Markup,
    done: u64,
    of: u64,
}

impl Progress {
    /// `sentence` says what the bar shows, for everyone: "3 of 8 answered".
    pub fn new(sentence: impl Render, done: u64, of: u64) -> Self {
        Self { sentence: sentence.render(), done: done.min(of), of: of.max(1) }
    }
}

impl Render for Progress {
    fn render(&self) -> Markup {
        // The sentence has said it already, so the bar is not read out again.
        html! {
            span { (self.sentence) }
            progress value=(self.done) max=(self.of) aria-hidden="true" {}
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let badges = |language| {
        let words = Words::new(language);
        Body::new().with_all(Answer::ALL.map(|answer| Paragraph::new(AnswerBadge::new(words, answer))))
    };
    vec![Example::part(
        "status",
        Body::new()
            .with(Heading::page("How things stand"))
            .with(badges(school_types::Language::En))
            .with(html! { div lang="cy" { (badges(school_types::Language::Cy)) } })
            .with(Paragraph::new(Tag::new("Public task")))
            .with(html! { p.step-count { (Progress::new("3 of 8 answered", 3, 8)) } }),
    )]
}

#[cfg(test)]
mod tests {
    use school_types::Language;

    use super::*;

    #[test]
    fn every_badge_has_its_own_sign_and_its_own_word_in_every_language() {
        for language in Language::ALL {
            let words = Words::new(language);
            let shown: Vec<String> =
                Answer::ALL.map(|answer| AnswerBadge::new(words, answer).render().into_string()).into();
            for part in ["</svg>", "d=\""] {
                let mut after: Vec<&str> = shown
                    .iter()
                    .map(|badge| badge.split_once(part).unwrap().1.split(['"', '<']).next().unwrap())
                    .collect();
                after.sort_unstable();
                after.dedup();
                assert_eq!(after.len(), Answer::ALL.len(), "{part} in {language}");
            }
        }
    }

    #[test]
    fn a_bar_is_never_longer_than_full() {
        let shown = Progress::new("9 of 0", 9, 0).render().into_string();
        assert!(shown.contains(r#"value="0" max="1""#), "{shown}");
    }
}
