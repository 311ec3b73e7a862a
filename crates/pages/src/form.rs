//! Forms.

use maud::{Markup, Render, html};
use school_types::OperationId;
use web::FormGuard;

use crate::{Body, Button, ButtonRow, ErrorSummary, Example, Heading, TextInput};

/// A form. The browser's own bubbles are off: they vanish, cannot be read again and speak the browser's language.
#[derive(Clone, Debug)]
pub struct Form {
    method: &'static str,
    enctype: Option<&'static str>,
    action: String,
    hidden: Vec<(String, String)>,
    parts: Body,
}

impl Form {
    /// A form that changes something. `token` is the one `web::FormGuard` issued for this reader.
    pub fn post(action: impl Into<String>, token: impl Into<String>) -> Self {
        Self {
            method: "post",
            enctype: None,
            action: action.into(),
            hidden: vec![(FormGuard::FIELD.into(), token.into())],
            parts: Body::new(),
        }
    }

    /// A form that only asks: its fields end up in the address, so they must be nothing personal.
    pub fn get(action: impl Into<String>) -> Self {
        Self { method: "get", enctype: None, action: action.into(), hidden: Vec::new(), parts: Body::new() }
    }

    /// Lets the form carry files (RFC 7578); it is then read with `web::Request::multipart`.
    #[must_use]
    pub fn with_files(mut self) -> Self {
        self.enctype = Some("multipart/form-data");
        self
    }

    /// Marks the form as one operation.
    #[must_use]
    pub fn operation(self, id: &OperationId) -> Self {
        self.hidden(FormGuard::OPERATION, id.as_str())
    }

    /// A field nobody sees.
    #[must_use]
    pub fn hidden(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }

    /// A part of the form that everybody sees.
    #[must_use]
    pub fn with(mut self, part: impl Render) -> Self {
        self.parts = self.parts.with(part);
        self
    }
}

impl Render for Form {
    fn render(&self) -> Markup {
        html! {
            form method=(self.method) action=(self.action) enctype=[self.enctype] novalidate {
                @for (name, value) in &self.hidden { input type="hidden" name=(name) value=(value); }
                (self.parts)
            }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = words::Words::new(school_types::Language::En);
    let operation = OperationId::from_bytes([7; OperationId::BYTES]);
    vec![Example::part(
        "form",
        Body::new()
            .with(ErrorSummary::new(words).with("email", "Write an email address, like name@example.org"))
            .with(Heading::page("What is your email address?"))
            .with(
                Form::post("/s/fernhill/consent/sign-in", "t0k3n")
                    .operation(&operation)
                    .with(
                        TextInput::email(words, "email", "Email address")
                            .hint("The one the school writes to.")
                            .value("maya.example.org")
                            .error(Some("Write an email address, like name@example.org")),
                    )
                    .with(ButtonRow::new().with(Button::primary("Send me a code"))),
            ),
    )]
}
