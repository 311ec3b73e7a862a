//! The page for what was not done: what happened, what became of what was sent, what to do now.

use maud::{Markup, Render, html};
use web::Refusal;
use words::Words;

use crate::{Body, ButtonRow, Example, Heading, LinkButton, Notice, Paragraph};

/// A refusal as a person reads it.
#[derive(Clone, Debug)]
pub struct Refused {
    title: &'static str,
    what: &'static str,
    kept: &'static str,
    now: String,
    /// What a program is told, where a person's pages and forms are none of its business.
    to_program: Option<&'static str>,
    way_on: Option<(String, String)>,
}

impl Refused {
    /// The sentences for `refusal`. Several kinds share a page: the difference matters to the log and not to the reader.
    pub fn new(words: Words, refusal: &Refusal) -> Self {
        let w = words;
        let (title, what, kept, now) = match refusal {
            Refusal::NotFound | Refusal::BadAddress => (
                w.refusal_not_found_title(),
                w.refusal_not_found_what(),
                w.refusal_not_found_kept(),
                w.refusal_not_found_do().to_owned(),
            ),
            Refusal::MethodNotAllowed { .. } => (
                w.refusal_method_not_allowed_title(),
                w.refusal_method_not_allowed_what(),
                w.refusal_method_not_allowed_kept(),
                w.refusal_method_not_allowed_do().to_owned(),
            ),
            Refusal::SignInNeeded => (
                w.refusal_sign_in_needed_title(),
                w.refusal_sign_in_needed_what(),
                w.refusal_sign_in_needed_kept(),
                w.refusal_sign_in_needed_do().to_owned(),
            ),
            Refusal::TokenNeeded => (
                w.refusal_token_needed_title(),
                w.refusal_token_needed_what(),
                w.refusal_token_needed_kept(),
                w.refusal_token_needed_do().to_owned(),
            ),
            Refusal::TokenScope { .. } => (
                w.refusal_token_scope_title(),
                w.refusal_token_scope_what(),
                w.refusal_token_scope_kept(),
                w.refusal_token_scope_do().to_owned(),
            ),
            Refusal::WrongPerson => (
                w.refusal_wrong_person_title(),
                w.refusal_wrong_person_what(),
                w.refusal_wrong_person_kept(),
                w.refusal_wrong_person_do().to_owned(),
            ),
            Refusal::FormExpired | Refusal::ForeignForm => (
                w.refusal_form_expired_title(),
                w.refusal_form_expired_what(),
                w.refusal_form_expired_kept(),
                w.refusal_form_expired_do().to_owned(),
            ),
            Refusal::TooLarge => (
                w.refusal_too_large_title(),
                w.refusal_too_large_what(),
                w.refusal_too_large_kept(),
                w.refusal_too_large_do().to_owned(),
            ),
            Refusal::UnsupportedContentType => (
                w.refusal_wrong_content_type_title(),
                w.refusal_wrong_content_type_what(),
                w.refusal_wrong_content_type_kept(),
                w.refusal_wrong_content_type_do().to_owned(),
            ),
            Refusal::BadForm => (
                w.refusal_bad_form_title(),
                w.refusal_bad_form_what(),
                w.refusal_bad_form_kept(),
                w.refusal_bad_form_do().to_owned(),
            ),
            Refusal::TooMany { retry_after } => (
                w.refusal_too_many_tries_title(),
                w.refusal_too_many_tries_what(),
                w.refusal_too_many_tries_kept(),
                w.refusal_too_many_tries_do(u64::from(retry_after.div_ceil(60).max(1))),
            ),
            Refusal::StoreDown => (
                w.refusal_store_not_reachable_title(),
                w.refusal_store_not_reachable_what(),
                w.refusal_store_not_reachable_kept(),
                w.refusal_store_not_reachable_do().to_owned(),
            ),
            Refusal::LettersDown | Refusal::Misconfigured | Refusal::Broken => (
                w.refusal_something_went_wrong_title(),
                w.refusal_something_went_wrong_what(),
                w.refusal_something_went_wrong_kept(),
                w.refusal_something_went_wrong_do().to_owned(),
            ),
        };
        let to_program = match refusal {
            Refusal::NotFound => Some(w.refusal_program_not_found()),
            Refusal::BadAddress => Some(w.refusal_program_bad_address()),
            Refusal::MethodNotAllowed { .. } => Some(w.refusal_program_method_not_allowed()),
            Refusal::TooLarge => Some(w.refusal_program_too_large()),
            Refusal::UnsupportedContentType => Some(w.refusal_program_content_type()),
            Refusal::BadForm => Some(w.refusal_program_bad_body()),
            Refusal::TooMany { .. } => Some(w.refusal_program_too_many()),
            _ => None,
        };
        Self { title, what, kept, now, to_program, way_on: None }
    }

    /// The same to somebody who works at the school: what it says of families' pages, it says of the office.
    #[must_use]
    pub fn to_staff(mut self, words: Words, refusal: &Refusal) -> Self {
        let w = words;
        match refusal {
            Refusal::SignInNeeded => {
                self.what = w.refusal_staff_sign_in_what();
                self.kept = w.refusal_staff_sign_in_kept();
            }
            Refusal::WrongPerson => {
                self.what = w.refusal_staff_wrong_person_what();
                self.kept = w.refusal_staff_wrong_person_kept();
                self.now = w.refusal_staff_wrong_person_do().to_owned();
            }
            Refusal::NotFound | Refusal::BadAddress => self.now = w.refusal_staff_not_found_do().to_owned(),
            Refusal::MethodNotAllowed { .. } => self.now = w.refusal_staff_method_do().to_owned(),
            _ => {}
        }
        self
    }

    /// The title, for the browser's tab.
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// What is wrong with a request and what to send instead, for a program and whoever wrote it.
    pub fn in_one_line(&self) -> String {
        self.to_program.map_or_else(|| format!("{} {} {}", self.what, self.kept, self.now), str::to_owned)
    }

    /// The way out: a link that leads where the sentence "what to do" points.
    #[must_use]
    pub fn way_on(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.way_on = Some((label.into(), href.into()));
        self
    }
}

impl Render for Refused {
    fn render(&self) -> Markup {
        let body = Body::new()
            .with(Heading::page(self.title))
            .with(Paragraph::lead(self.what))
            .with(Notice::info().with(Paragraph::new(self.kept)))
            .with(Paragraph::new(&self.now));
        html! {
            (body)
            @if let Some((label, href)) = &self.way_on { (ButtonRow::new().with(LinkButton::primary(label, href))) }
        }
    }
}

/// One of each kind.
pub(crate) fn every_kind() -> Vec<Refusal> {
    vec![
        Refusal::BadAddress,
        Refusal::BadForm,
        Refusal::NotFound,
        Refusal::MethodNotAllowed { allow: "GET".into() },
        Refusal::SignInNeeded,
        Refusal::TokenNeeded,
        Refusal::TokenScope { needed: "check" },
        Refusal::WrongPerson,
        Refusal::ForeignForm,
        Refusal::FormExpired,
        Refusal::TooLarge,
        Refusal::UnsupportedContentType,
        Refusal::TooMany { retry_after: 600 },
        Refusal::StoreDown,
        Refusal::LettersDown,
        Refusal::Misconfigured,
        Refusal::Broken,
    ]
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    let mut examples: Vec<Example> = every_kind()
        .into_iter()
        .map(|kind| {
            Example::part(format!("refusal-{}", kind.code()), Refused::new(words, &kind).way_on("Start again", "#"))
        })
        .collect();
    let wrong = Refused::new(words, &Refusal::WrongPerson).to_staff(words, &Refusal::WrongPerson);
    examples.push(Example::part("refusal-of-staff", wrong.way_on(words.refusal_to_office(), "#")));
    examples
}

#[cfg(test)]
mod tests {
    use school_types::Language;

    use super::*;

    #[test]
    fn every_refusal_says_what_became_of_what_was_sent_and_what_to_do() {
        for language in Language::ALL {
            for kind in every_kind() {
                let refused = Refused::new(Words::new(language), &kind);
                let shown = refused.render().into_string();
                for sentence in [refused.title, refused.what, refused.kept, &refused.now] {
                    let escaped = sentence.render().into_string();
                    assert!(!sentence.is_empty() && shown.contains(&escaped), "{} in {language}", kind.code());
                }
            }
        }
    }

    #[test]
    fn a_program_is_not_told_of_pages_and_forms() {
        let refused = [
            Refusal::BadAddress,
            Refusal::BadForm,
            Refusal::NotFound,
            Refusal::MethodNotAllowed { allow: "PUT".into() },
            Refusal::TooLarge,
            Refusal::UnsupportedContentType,
            Refusal::TooMany { retry_after: 600 },
        ];
        for kind in refused {
            let said = Refused::new(Words::new(Language::En), &kind).in_one_line();
            for word in ["page", "form ", "browser", "Go back", "front"] {
                assert!(!said.contains(word), "{}: {said}", kind.code());
            }
        }
    }

    #[test]
    fn a_short_wait_is_a_minute_and_never_none() {
        let wait = |retry_after| Refused::new(Words::new(Language::En), &Refusal::TooMany { retry_after }).now;
        assert_eq!(wait(0), wait(59));
        assert_ne!(wait(60), wait(61));
    }
}
