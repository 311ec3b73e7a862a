//! Radio buttons and checkboxes, one large card per answer.

use maud::{Markup, Render, html};
use words::Words;

use crate::{
    Body, Example,
    field::{Parts, heading_setters, help_setters},
};

/// One answer to choose.
#[derive(Clone, Debug)]
pub struct Choice {
    value: String,
    label: Markup,
    hint: Option<Markup>,
}

impl Choice {
    /// An answer that is sent as `value`.
    pub fn new(value: impl Into<String>, label: impl Render) -> Self {
        Self { value: value.into(), label: label.render(), hint: None }
    }

    /// What choosing it means.
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }
}

/// What both kinds share.
#[derive(Clone, Debug)]
struct Question {
    parts: Parts,
    kind: &'static str,
    explanation: Body,
    choices: Vec<Choice>,
    chosen: Vec<String>,
    in_row: bool,
}

impl Question {
    fn new(words: Words, kind: &'static str, name: impl Into<String>, legend: impl Render) -> Self {
        Self {
            parts: Parts::new(words, name, legend),
            kind,
            explanation: Body::new(),
            choices: Vec::new(),
            chosen: Vec::new(),
            in_row: false,
        }
    }

    /// The first answer bears the question's name as its id, so that the list of errors reaches it.
    fn id(&self, place: usize) -> String {
        if place == 0 { self.parts.name.clone() } else { format!("{}-{}", self.parts.name, place + 1) }
    }
}

impl Render for Question {
    fn render(&self) -> Markup {
        let parts = &self.parts;
        html! {
            div.field {
                // A group of checkboxes cannot be aria-invalid (ARIA 1.2 takes it off `group`); the error is part of its description.
                fieldset aria-describedby=[parts.described_by(None)] {
                    (parts.legend())
                    (self.explanation)
                    (parts.hint_line())
                    // The bar stands beside the answers, not beside all that explains the question.
                    div.field-wrong[parts.is_wrong()] {
                        (parts.error_line())
                        div.choices.choices-row[self.in_row] {
                            @for (place, choice) in self.choices.iter().enumerate() { (self.card(place, choice)) }
                        }
                    }
                }
            }
        }
    }
}

impl Question {
    fn card(&self, place: usize, choice: &Choice) -> Markup {
        let id = self.id(place);
        let hint = choice.hint.as_ref().map(|_| format!("{id}-about"));
        html! {
            div.choice {
                input id=(id) name=(self.parts.name) type=(self.kind) value=(choice.value)
                    checked[self.chosen.contains(&choice.value)] aria-describedby=[hint.as_ref()];
                label.choice-label for=(id) { (choice.label) }
                @if let Some(text) = &choice.hint { p.choice-hint id=[hint.as_ref()] { (text) } }
            }
        }
    }
}

macro_rules! shared_setters {
    () => {
        heading_setters!(0.parts);
        help_setters!(0.parts);

        /// All there is to know before answering, between the question and its answers: facts, paragraphs, details.
        #[must_use]
        pub fn explanation(mut self, part: impl Render) -> Self {
            self.0.explanation = self.0.explanation.with(part);
            self
        }

        /// An answer without further explanation.
        #[must_use]
        pub fn choice(self, value: impl Into<String>, label: impl Render) -> Self {
            self.with(Choice::new(value, label))
        }

        /// An answer.
        #[must_use]
        pub fn with(mut self, choice: Choice) -> Self {
            self.0.choices.push(choice);
            self
        }

        /// Puts short answers side by side where there is room.
        #[must_use]
        pub fn in_row(mut self) -> Self {
            self.0.in_row = true;
            self
        }
    };
}

/// A question with one answer. Nothing is chosen beforehand unless the reader chose it.
#[derive(Clone, Debug)]
pub struct Radios(Question);

impl Radios {
    /// The question `legend`, sent as `name`.
    pub fn new(words: Words, name: impl Into<String>, legend: impl Render) -> Self {
        Self(Question::new(words, "radio", name, legend))
    }

    shared_setters!();

    /// The answer the reader gave before, if any.
    #[must_use]
    pub fn chosen(mut self, value: Option<impl Into<String>>) -> Self {
        self.0.chosen = value.map(Into::into).into_iter().collect();
        self
    }
}

impl Render for Radios {
    fn render(&self) -> Markup {
        self.0.render()
    }
}

/// A question with any number of answers.
#[derive(Clone, Debug)]
pub struct Checkboxes(Question);

impl Checkboxes {
    /// The question `legend`, each answer sent as `name`.
    pub fn new(words: Words, name: impl Into<String>, legend: impl Render) -> Self {
        Self(Question::new(words, "checkbox", name, legend))
    }

    shared_setters!();

    /// The answers the reader gave before.
    #[must_use]
    pub fn chosen(mut self, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0.chosen = values.into_iter().map(Into::into).collect();
        self
    }
}

impl Render for Checkboxes {
    fn render(&self) -> Markup {
        self.0.render()
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    vec![
        Example::part(
            "radios",
            Radios::new(words, "website", "May the school show group pictures of Maya on its website?")
                .as_heading()
                .caption("Maya Okafor, Year 3")
                .hint("You can change your answer at any time.")
                .with(Choice::new("yes", "Yes, the school may").hint("In groups only, and never with her full name."))
                .with(
                    Choice::new("no", "No, the school may not")
                        .hint("Teachers will make sure she is not in the picture."),
                )
                .chosen(Some("no")),
        ),
        Example::part(
            "radios-in-row",
            Body::new().with(crate::Heading::page("One or the other")).with(
                Radios::new(words, "same", "Is the answer the same for all your children?")
                    .choice("yes", "Yes")
                    .choice("no", "No")
                    .in_row(),
            ),
        ),
        Example::part(
            "checkboxes",
            Checkboxes::new(words, "children", "Who is this answer for?")
                .as_heading()
                .hint("Choose everyone it is for.")
                .choice("maya", "Maya, Year 3")
                .choice("tobi", "Tobi, Reception")
                .choice("ife", "Ife, Year 6")
                .chosen(["maya", "ife"]),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_ticked_unless_the_reader_ticked_it() {
        let words = Words::new(school_types::Language::En);
        let question = Radios::new(words, "q", "Q").choice("yes", "Yes").choice("no", "No");
        assert!(!question.render().into_string().contains("checked"));
        let answered = question.chosen(Some("no")).render().into_string();
        assert_eq!(answered.matches("checked").count(), 1);
        assert!(answered.contains(r#"value="no" checked"#), "{answered}");
    }
}
