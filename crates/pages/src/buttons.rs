//! Buttons, and links that look like them.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Body, Example, Heading, Icon};

/// Sends the form it stands in.
#[derive(Clone, Debug)]
pub struct Button {
    class: &'static str,
    label: Markup,
    answer: Option<(String, String)>,
}

impl Button {
    fn of(class: &'static str, label: impl Render) -> Self {
        Self { class, label: label.render(), answer: None }
    }

    /// The one thing to do on this page.
    pub fn primary(label: impl Render) -> Self {
        Self::of("button", label)
    }

    /// Something else one may do.
    pub fn secondary(label: impl Render) -> Self {
        Self::of("button button-secondary", label)
    }

    /// Something small, that looks like a link: sign out, send another code.
    pub fn quiet(label: impl Render) -> Self {
        Self::of("button button-quiet", label)
    }

    /// Something that takes effect at once and that one should mean.
    pub fn warning(label: impl Render) -> Self {
        Self::of("button button-warning", label)
    }

    /// What is sent with the form when this button was the one pressed.
    #[must_use]
    pub fn answer(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.answer = Some((name.into(), value.into()));
        self
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let name = self.answer.as_ref().map(|(name, _)| name);
        let value = self.answer.as_ref().map(|(_, value)| value);
        html! { button class=(self.class) type="submit" name=[name] value=[value] { (self.label) } }
    }
}

/// A link that looks like a button: the way on from a page that sends nothing.
#[derive(Clone, Debug)]
pub struct LinkButton {
    class: &'static str,
    label: Markup,
    href: String,
}

impl LinkButton {
    fn of(class: &'static str, label: impl Render, href: impl Into<String>) -> Self {
        Self { class, label: label.render(), href: href.into() }
    }

    /// The one way on.
    pub fn primary(label: impl Render, href: impl Into<String>) -> Self {
        Self::of("button", label, href)
    }

    /// Another way on.
    pub fn secondary(label: impl Render, href: impl Into<String>) -> Self {
        Self::of("button button-secondary", label, href)
    }

    /// A small way out.
    pub fn quiet(label: impl Render, href: impl Into<String>) -> Self {
        Self::of("button button-quiet", label, href)
    }
}

impl Render for LinkButton {
    fn render(&self) -> Markup {
        html! { a class=(self.class) href=(self.href) { (self.label) } }
    }
}

/// Prints the page. Without script it is not there: the browser's own menu prints just as well.
#[derive(Clone, Copy, Debug)]
pub struct PrintButton(Words);

impl PrintButton {
    /// The button, labelled in the page's language.
    pub fn new(words: Words) -> Self {
        Self(words)
    }
}

impl Render for PrintButton {
    fn render(&self) -> Markup {
        html! {
            button.button.button-secondary type="button" data-print hidden { (Icon::Printer) (self.0.shared_print()) }
        }
    }
}

/// Buttons side by side; below each other on a phone.
#[derive(Clone, Debug, Default)]
pub struct ButtonRow(Body);

impl ButtonRow {
    /// An empty row.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a button, a link or a small form, the main one first.
    #[must_use]
    pub fn with(self, button: impl Render) -> Self {
        Self(self.0.with(button))
    }
}

impl Render for ButtonRow {
    fn render(&self) -> Markup {
        html! { div.buttons { (self.0) } }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    vec![Example::part(
        "buttons",
        Body::new()
            .with(Heading::page("Buttons"))
            .with(
                ButtonRow::new()
                    .with(Button::primary("Save and continue"))
                    .with(Button::secondary("Save and come back later").answer("then", "leave"))
                    .with(Button::quiet("Send another code")),
            )
            .with(
                ButtonRow::new()
                    .with(LinkButton::primary("Start", "/start"))
                    .with(LinkButton::secondary("Look at the answers", "/answers"))
                    .with(LinkButton::quiet("Not now", "/")),
            )
            .with(ButtonRow::new().with(Button::warning("Withdraw everything")).with(PrintButton::new(words))),
    )]
}
