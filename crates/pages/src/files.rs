//! Files one chooses, and text one pastes.

use maud::{Markup, Render, html};
use words::Words;

use crate::{
    Body, Button, ButtonRow, Example, Form, Heading,
    field::{Parts, help_setters},
};

/// A field for a file. Its form must be one [`Form::with_files`]. A file that was refused has to be chosen again: no page may
/// fill it in.
#[derive(Clone, Debug)]
pub struct FileInput {
    parts: Parts,
    accept: &'static str,
}

impl FileInput {
    /// A field for one file of the types that `accept` lists as the HTML standard says: `.csv,.xlsx`.
    pub fn new(words: Words, name: impl Into<String>, label: impl Render, accept: &'static str) -> Self {
        Self { parts: Parts::new(words, name, label), accept }
    }

    help_setters!(parts);
}

impl Render for FileInput {
    fn render(&self) -> Markup {
        let parts = &self.parts;
        parts.around(html! {
            input.input.input-file id=(parts.name) name=(parts.name) type="file" accept=(self.accept)
                aria-describedby=[parts.described_by(None)] aria-invalid=[parts.invalid()];
        })
    }
}

/// A field into which a whole list is pasted: no limit that anybody meets, no spelling help.
#[derive(Clone, Debug)]
pub struct PasteArea {
    parts: Parts,
    value: String,
}

impl PasteArea {
    /// An empty field.
    pub fn new(words: Words, name: impl Into<String>, label: impl Render) -> Self {
        Self { parts: Parts::new(words, name, label), value: String::new() }
    }

    help_setters!(parts);

    /// What was pasted before, kept.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }
}

impl Render for PasteArea {
    fn render(&self) -> Markup {
        let parts = &self.parts;
        parts.around(html! {
            textarea.input id=(parts.name) name=(parts.name) rows="8" spellcheck="false" autocomplete="off"
                aria-describedby=[parts.described_by(None)] aria-invalid=[parts.invalid()] { "\n" (self.value) }
        })
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
                .with(ButtonRow::new().with(Button::primary("Preview changes"))),
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
