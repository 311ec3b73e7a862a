//! What is wrong with a form: the list above it, and the line beside each field.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Body, Checkboxes, Example, Heading, Icon, Radios};

/// The id of the line that says what is wrong with a field.
pub(crate) fn id(field: &str) -> String {
    format!("{field}-error")
}

/// The line itself. "Error:" is heard and not seen: the eye has the colour, the bar and the sign.
pub(crate) fn line(words: Words, field: &str, message: &str) -> Markup {
    html! {
        p.error id=(id(field)) { (Icon::Alert) span { span.unseen { (words.shared_error_prefix()) " " } (message) } }
    }
}

/// The list above a form that was not accepted: one link per problem, each to its field. With no problem it is nothing at all.
#[derive(Clone, Debug)]
pub struct ErrorSummary {
    words: Words,
    problems: Vec<(String, String)>,
}

impl ErrorSummary {
    /// No problem yet.
    pub fn new(words: Words) -> Self {
        Self { words, problems: Vec::new() }
    }

    /// Something is wrong with the field of this name. For radios and checkboxes the link reaches the first of them.
    #[must_use]
    pub fn with(mut self, field: impl Into<String>, message: impl Into<String>) -> Self {
        self.problems.push((field.into(), message.into()));
        self
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }
}

impl Render for ErrorSummary {
    fn render(&self) -> Markup {
        html! {
            @if !self.is_empty() {
                // The alert is inside the part that takes the focus: some screen readers would read it twice otherwise.
                div.problem tabindex="-1" data-focus {
                    div role="alert" {
                        h2 { (Icon::Alert) (self.words.shared_error_summary_title()) }
                        ul {
                            @for (field, message) in &self.problems { li { a href={ "#" (field) } { (message) } } }
                        }
                    }
                }
            }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    vec![Example::part(
        "errors",
        Body::new()
            .with(
                ErrorSummary::new(words)
                    .with("website", "Choose yes or no for the school’s website")
                    .with("children", "Choose at least one child"),
            )
            .with(Heading::page("Photos on the website"))
            .with(
                Radios::new(words, "website", "May the school show Maya on its website?")
                    .choice("yes", "Yes")
                    .choice("no", "No")
                    .error(Some("Choose yes or no for the school’s website")),
            )
            .with(
                Checkboxes::new(words, "children", "Who is this for?")
                    .choice("maya", "Maya")
                    .choice("tobi", "Tobi")
                    .error(Some("Choose at least one child")),
            ),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_without_problems_has_no_list_of_them() {
        let summary = ErrorSummary::new(Words::new(school_types::Language::En));
        assert_eq!(summary.render().into_string(), "");
    }
}
