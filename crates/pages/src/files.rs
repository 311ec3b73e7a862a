//! Files one chooses, and text one pastes.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Body, Button, ButtonRow, Example, Form, Heading, errors};

/// A field for a file. Its form must be one [`Form::with_files`].
#[derive(Clone, Debug)]
pub struct FileInput {
    words: Words,
    name: String,
    label: Markup,
    hint: Option<Markup>,
    error: Option<String>,
    accept: &'static str,
}

impl FileInput {
    /// A field for one file of the types that `accept` lists as the HTML standard says: `.csv,.xlsx`.
    pub fn new(words: Words, name: impl Into<String>, label: impl Render, accept: &'static str) -> Self {
        Self { words, name: name.into(), label: label.render(), hint: None, error: None, accept }
    }

    /// Help that is always shown, between label and field.
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// What is wrong with the file, if anything. The file itself has to be chosen again: no page may fill it in.
    #[must_use]
    pub fn error(mut self, error: Option<impl Into<String>>) -> Self {
        self.error = error.map(Into::into);
        self
    }
}

impl Render for FileInput {
    fn render(&self) -> Markup {
        field(self.words, &self.name, &self.label, self.hint.as_ref(), self.error.as_deref(), |described| {
            html! {
                input.input.input-file id=(self.name) name=(self.name) type="file" accept=(self.accept)
                    aria-describedby=[described] aria-invalid=[self.error.as_ref().map(|_| "true")];
            }
        })
    }
}

/// A field into which a whole list is pasted: no limit that anybody meets, no spelling help.
#[derive(Clone, Debug)]
pub struct PasteArea {
    words: Words,
    name: String,
    label: Markup,
    hint: Option<Markup>,
    error: Option<String>,
    value: String,
}

impl PasteArea {
    /// An empty field.
    pub fn new(words: Words, name: impl Into<String>, label: impl Render) -> Self {
        Self { words, name: name.into(), label: label.render(), hint: None, error: None, value: String::new() }
    }

    /// Help that is always shown, between label and field.
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// What is wrong with what was pasted, if anything.
    #[must_use]
    pub fn error(mut self, error: Option<impl Into<String>>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// What was pasted before, kept.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }
}

impl Render for PasteArea {
    fn render(&self) -> Markup {
        field(self.words, &self.name, &self.label, self.hint.as_ref(), self.error.as_deref(), |described| {
            html! {
                textarea.input id=(self.name) name=(self.name) rows="8" spellcheck="false" autocomplete="off"
                    aria-describedby=[described] aria-invalid=[self.error.as_ref().map(|_| "true")] { "\n" (self.value) }
            }
        })
    }
}

fn field(
    words: Words,
    name: &str,
    label: &Markup,
    hint: Option<&Markup>,
    error: Option<&str>,
    input: impl FnOnce(Option<String>) -> Markup,
) -> Markup {
    let ids = [hint.map(|_| format!("{name}-hint")), error.map(|_| errors::id(name))];
    let ids: Vec<String> = ids.into_iter().flatten().collect();
    html! {
        div.field.field-wrong[error.is_some()] {
            label.field-label for=(name) { (label) }
            @if let Some(hint) = hint { p.hint id={ (name) "-hint" } { (hint) } }
            @if let Some(error) = error { (errors::line(words, name, error)) }
            (input((!ids.is_empty()).then(|| ids.join(" "))))
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    vec![Example::part(
        "files",
        Body::new().with(Heading::page("Bring the list of pupils")).with(
            Form::post("/s/fernhill/office/people/pupils", "t0k3n")
                .with_files()
                .with(
                    FileInput::new(words, "list", "The file", ".csv,.txt,.xlsx")
                        .hint("As your school’s system or Excel saves it.")
                        .error(Some("Choose a file, or paste the list below")),
                )
                .with(
                    PasteArea::new(words, "pasted", "Or paste the list here")
                        .hint("With its first row, the one with the headings.")
                        .value("id,forename\n1,Maya </textarea>"),
                )
                .with(ButtonRow::new().with(Button::primary("Look at what would change"))),
        ),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_with_a_file_is_sent_in_parts() {
        let shown = Form::post("/x", "t").with_files().render().into_string();
        assert!(shown.contains(r#"enctype="multipart/form-data""#), "{shown}");
        assert!(!Form::post("/x", "t").render().into_string().contains("enctype"));
    }
}
