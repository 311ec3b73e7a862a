//! What can be wrong with a field, as codes. The sentences are in `words`.

use std::borrow::Cow;

/// What is wrong with one field. The caller shows the same page again with status 422 and everything that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// Nothing was typed or chosen.
    #[error("missing")]
    Missing,
    /// The field came more than once.
    #[error("duplicated")]
    Duplicated,
    /// More than the field takes.
    #[error("too-long")]
    TooLong {
        /// How many characters it takes.
        max: usize,
    },
    /// Not one of the choices offered.
    #[error("not-a-choice")]
    NotAChoice,
    /// Control characters, or ones that turn the direction of the text around.
    #[error("bad-characters")]
    BadCharacters,
    /// Not an e-mail address.
    #[error("not-an-email")]
    NotAnEmail,
    /// Not the number of digits asked for.
    #[error("not-digits")]
    NotDigits {
        /// How many digits.
        count: usize,
    },
    /// Well formed, but not right: a code that does not match, a word that is not the school's.
    #[error("wrong")]
    Wrong,
}

/// The errors of one form in the order of its fields, by the field's id on the page.
///
/// An empty list means that the form can be acted on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<(Cow<'static, str>, FieldError)>);

impl FieldErrors {
    /// Keeps the value of a field that was read well, or notes its error.
    pub fn take<T>(&mut self, field: impl Into<Cow<'static, str>>, read: Result<T, FieldError>) -> Option<T> {
        read.map_err(|error| self.add(field, error)).ok()
    }

    /// Notes an error.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, error: FieldError) {
        self.0.push((field.into(), error));
    }

    /// The first error of a field, to stand beside it.
    pub fn of(&self, field: &str) -> Option<FieldError> {
        self.0.iter().find(|(other, _)| other == field).map(|(_, error)| *error)
    }

    /// Every field's id with its error, in order, for the summary at the top of the page.
    pub fn iter(&self) -> impl Iterator<Item = (&str, FieldError)> {
        self.0.iter().map(|(field, error)| (field.as_ref(), *error))
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many errors there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}
