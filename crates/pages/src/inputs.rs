//! Fields one types into.

use maud::{Markup, Render, html};
use words::Words;

use crate::{
    Body, Example, Heading,
    field::{Parts, heading_setters, help_setters},
};

/// How wide a field is: its width says how long an answer is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// As wide as the column.
    #[default]
    Full,
    /// An e-mail address or a name.
    Middle,
    /// A word or a date.
    Short,
    /// Six digits, large.
    SixDigits,
    /// Sixteen symbols of a letter's code, large.
    LetterCode,
}

impl Size {
    const fn class(self) -> &'static str {
        match self {
            Self::Full => "input",
            Self::Middle => "input input-middle",
            Self::Short => "input input-short",
            Self::SixDigits => "input input-code",
            Self::LetterCode => "input input-letter-code",
        }
    }
}

macro_rules! shared_setters {
    () => {
        help_setters!(parts);
        heading_setters!(parts);

        /// Says in the label that nothing need be typed; every other field has to be filled in.
        #[must_use]
        pub fn optional(mut self) -> Self {
            self.parts.is_optional = true;
            self
        }

        /// What was typed before, kept.
        #[must_use]
        pub fn value(mut self, value: impl Into<String>) -> Self {
            self.value = value.into();
            self
        }
    };
}

/// A field of one line.
#[derive(Clone, Debug)]
pub struct TextInput {
    parts: Parts,
    value: String,
    kind: &'static str,
    size: Size,
    inputmode: Option<&'static str>,
    autocomplete: Option<&'static str>,
    plain: bool,
}

impl TextInput {
    /// A field for a few words.
    pub fn new(words: Words, name: impl Into<String>, label: impl Render) -> Self {
        Self {
            parts: Parts::new(words, name, label),
            value: String::new(),
            kind: "text",
            size: Size::Full,
            inputmode: None,
            autocomplete: None,
            plain: false,
        }
    }

    /// The reader's own e-mail address, which the browser may fill in (WCAG 1.3.5).
    pub fn email(words: Words, name: impl Into<String>, label: impl Render) -> Self {
        let mut field = Self::new(words, name, label).size(Size::Middle).autocomplete("email").plain();
        field.kind = "email";
        field
    }

    /// The six digits of a sign-in message, which a phone may fill in.
    pub fn six_digits(words: Words, name: impl Into<String>, label: impl Render) -> Self {
        let mut field = Self::new(words, name, label).size(Size::SixDigits).autocomplete("one-time-code").plain();
        field.inputmode = Some("numeric");
        field
    }

    /// A code printed on paper.
    pub fn letter_code(words: Words, name: impl Into<String>, label: impl Render) -> Self {
        Self::new(words, name, label).size(Size::LetterCode).autocomplete("off").plain()
    }

    /// A secret the browser may keep: never written back into the page.
    pub fn passphrase(words: Words, name: impl Into<String>, label: impl Render) -> Self {
        let mut field = Self::new(words, name, label).size(Size::Middle).autocomplete("current-password").plain();
        field.kind = "password";
        field
    }

    shared_setters!();

    /// How wide the field is.
    #[must_use]
    pub fn size(mut self, size: Size) -> Self {
        self.size = size;
        self
    }

    /// What the browser may fill in: a token of the HTML standard's autofill list.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// No capitals and no spelling help: an address or a code is not a sentence.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.plain = true;
        self
    }
}

impl Render for TextInput {
    fn render(&self) -> Markup {
        let parts = &self.parts;
        let value = (!self.value.is_empty() && self.kind != "password").then_some(&self.value);
        parts.around(html! {
            input class=(self.size.class()) id=(parts.name) name=(parts.name) type=(self.kind) value=[value]
                inputmode=[self.inputmode] autocomplete=[self.autocomplete]
                autocapitalize=[self.plain.then_some("none")] spellcheck=[self.plain.then_some("false")]
                aria-describedby=[parts.described_by(None)] aria-invalid=[parts.invalid()];
        })
    }
}

/// A field of several lines that says how much fits, and counts while one types where there is script.
#[derive(Clone, Debug)]
pub struct TextArea {
    parts: Parts,
    value: String,
    limit: u64,
    rows: u8,
}

impl TextArea {
    /// A field for up to `limit` characters (Unicode scalar values), five lines high.
    pub fn new(words: Words, name: impl Into<String>, label: impl Render, limit: u64) -> Self {
        Self { parts: Parts::new(words, name, label), value: String::new(), limit, rows: 5 }
    }

    shared_setters!();

    /// How many lines high the field is.
    #[must_use]
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }
}

impl Render for TextArea {
    fn render(&self) -> Markup {
        let parts = &self.parts;
        let words = parts.words;
        let count = format!("{}-count", parts.name);
        parts.around(html! {
            // A browser drops one line break after the tag; this one is there to be dropped, not the reader's own.
            textarea.input id=(parts.name) name=(parts.name) rows=(self.rows) data-limit=(self.limit)
                aria-describedby=[parts.described_by(Some(count.clone()))] aria-invalid=[parts.invalid()] {
                "\n" (self.value)
            }
            p.count id=(count) data-left=(words.shared_characters_left()) data-over=(words.shared_characters_over()) {
                (words.shared_characters_limit(self.limit))
            }
            p.unseen id={ (parts.name) "-heard" } aria-live="polite" {}
        })
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    vec![
        Example::part(
            "inputs",
            Body::new()
                .with(Heading::page("Fields"))
                .with(TextInput::email(words, "email", "Email address").hint("The one the school writes to."))
                .with(TextInput::six_digits(words, "code", "Six-digit code").hint("It is in the email we just sent."))
                .with(TextInput::letter_code(words, "letter-code", "Code on your letter").value("K7PM 3QXW 9D2T 5HNB"))
                .with(TextInput::passphrase(words, "passphrase", "Passphrase").value("never shown"))
                .with(
                    TextInput::new(words, "name", "The child’s first name")
                        .size(Size::Short)
                        .value("O\"Neill <b>")
                        .error(Some("Use letters, spaces, hyphens and apostrophes only")),
                )
                .with(
                    TextArea::new(words, "view", "What does Maya say about it?", 500)
                        .optional()
                        .hint("In her own words, if you can."),
                )
                .with(
                    TextArea::new(words, "note", "Anything the school should know?", 200)
                        .rows(3)
                        .value("\nIt begins with an empty line </textarea>")
                        .error(Some("Write 200 characters or fewer")),
                ),
        ),
        Example::part(
            "input-as-heading",
            TextArea::new(words, "view", "What does Maya say about it?", 500)
                .as_heading()
                .caption("Maya Okafor, Year 3"),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_never_written_back_into_the_page() {
        let field = TextInput::passphrase(Words::new(school_types::Language::En), "p", "Passphrase").value("hunter2");
        assert!(!field.render().into_string().contains("hunter2"));
    }

    #[test]
    fn a_first_line_left_empty_by_the_reader_is_kept() {
        let words = Words::new(school_types::Language::En);
        let shown = TextArea::new(words, "t", "T", 9).value("\nlow").render().into_string();
        assert!(shown.contains(">\n\nlow</textarea>"), "{shown}");
    }
}
