//! What every field has, whatever one does in it: what is asked, a hint, and what is wrong with the answer.

use maud::{Markup, Render, html};
use words::Words;

use crate::errors;

/// The parts a field is put together from. Radios and checkboxes are one field, and so is a date.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) words: Words,
    pub(crate) name: String,
    label: Markup,
    pub(crate) label_is_heading: bool,
    pub(crate) is_optional: bool,
    pub(crate) caption: Option<Markup>,
    pub(crate) hint: Option<Markup>,
    pub(crate) error: Option<String>,
}

impl Parts {
    /// A field that is sent as `name` and asks `label`.
    pub(crate) fn new(words: Words, name: impl Into<String>, label: impl Render) -> Self {
        Self {
            words,
            name: name.into(),
            label: label.render(),
            label_is_heading: false,
            is_optional: false,
            caption: None,
            hint: None,
            error: None,
        }
    }

    /// The ids that say more about the field: its hint, its error, and `more` if there is any.
    pub(crate) fn described_by(&self, more: Option<String>) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| errors::id(&self.name));
        let ids: Vec<String> = [hint, error, more].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Whether something is wrong with the answer.
    pub(crate) const fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    /// The value of `aria-invalid`, where something is wrong.
    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.is_wrong().then_some("true")
    }

    /// The field of one control: its label, hint and error, and under them the control, which bears the field's name as its id.
    pub(crate) fn around(&self, control: impl Render) -> Markup {
        let label = html! {
            (self.label)
            @if self.is_optional { " (" (self.words.shared_optional()) ")" }
        };
        html! {
            div.field.field-wrong[self.is_wrong()] {
                @if self.label_is_heading { (self.heading(html! { label for=(self.name) { (label) } })) }
                @else { label.field-label for=(self.name) { (label) } }
                (self.hint_line())
                (self.error_line())
                (control)
            }
        }
    }

    /// What is asked, above a field of several controls.
    pub(crate) fn legend(&self) -> Markup {
        html! {
            @if self.label_is_heading { legend { (self.heading(&self.label)) } }
            @else { legend.field-label { (self.label) } }
        }
    }

    fn heading(&self, label: impl Render) -> Markup {
        html! {
            h1 {
                @if let Some(caption) = &self.caption { span.caption { (caption) } " " }
                (label)
            }
        }
    }

    /// The hint, if there is one.
    pub(crate) fn hint_line(&self) -> Markup {
        html! { @if let Some(hint) = &self.hint { p.hint id={ (self.name) "-hint" } { (hint) } } }
    }

    /// What is wrong, if anything.
    pub(crate) fn error_line(&self) -> Markup {
        html! { @if let Some(error) = &self.error { (errors::line(self.words, &self.name, error)) } }
    }
}

/// The setters of a hint and an error, for a type whose parts are at this path below `self`.
macro_rules! help_setters {
    ($($parts:tt).+) => {
        /// A sentence of help that is always shown, and read out with the question.
        #[must_use]
        pub fn hint(mut self, hint: impl Render) -> Self {
            self.$($parts).+.hint = Some(hint.render());
            self
        }

        /// What is wrong with the answer, if anything.
        #[must_use]
        pub fn error(mut self, error: Option<impl Into<String>>) -> Self {
            self.$($parts).+.error = error.map(Into::into);
            self
        }
    };
}

/// The setters of a field that may be all its page asks, as [`help_setters`].
macro_rules! heading_setters {
    ($($parts:tt).+) => {
        /// Makes the question the page's heading, where the page asks this one thing.
        #[must_use]
        pub fn as_heading(mut self) -> Self {
            self.$($parts).+.label_is_heading = true;
            self
        }

        /// A line above the question that is the heading: whom it is about.
        #[must_use]
        pub fn caption(mut self, caption: impl Render) -> Self {
            self.$($parts).+.caption = Some(caption.render());
            self
        }
    };
}

pub(crate) use {heading_setters, help_setters};
