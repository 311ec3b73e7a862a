//! Reading a field into a value that cannot be wrong.

use std::str::FromStr;

use school_types::{LONGEST_EMAIL, Redacted, as_meant, email_as_meant, is_email};

use crate::{FieldError, Fields};

impl Fields {
    /// The one value of a field, untouched.
    ///
    /// # Errors
    ///
    /// [`FieldError::Missing`] when it is absent or empty, [`FieldError::Duplicated`].
    pub fn one<'a>(&'a self, name: &'a str) -> Result<&'a str, FieldError> {
        self.at_most_one(name)?.filter(|value| !value.is_empty()).ok_or(FieldError::Missing)
    }

    /// Text of several lines: trimmed, line ends as `\n`.
    ///
    /// # Errors
    ///
    /// As [`Fields::one`]; [`FieldError::BadCharacters`]; [`FieldError::TooLong`] above `max` characters.
    pub fn text(&self, name: &str, max: usize) -> Result<String, FieldError> {
        self.optional_text(name, max)?.ok_or(FieldError::Missing)
    }

    /// As [`Fields::text`], but it may be left empty.
    ///
    /// # Errors
    ///
    /// As [`Fields::text`], but never [`FieldError::Missing`].
    pub fn optional_text(&self, name: &str, max: usize) -> Result<Option<String>, FieldError> {
        let Some(typed) = self.at_most_one(name)? else { return Ok(None) };
        let text = typed.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
        if text.chars().any(|c| (c.is_control() && c != '\n') || overrides_direction(c)) {
            return Err(FieldError::BadCharacters);
        }
        let text = text.trim();
        if text.chars().count() > max {
            return Err(FieldError::TooLong { max });
        }
        Ok((!text.is_empty()).then(|| text.to_owned()))
    }

    /// Text of a single line, trimmed.
    ///
    /// # Errors
    ///
    /// As [`Fields::text`]; a line end is one of the [`FieldError::BadCharacters`].
    pub fn line(&self, name: &str, max: usize) -> Result<String, FieldError> {
        let text = self.text(name, max)?;
        if text.contains('\n') { Err(FieldError::BadCharacters) } else { Ok(text) }
    }

    /// One of the choices offered, as its type reads it.
    ///
    /// # Errors
    ///
    /// As [`Fields::one`]; [`FieldError::NotAChoice`].
    pub fn choice<T: FromStr>(&self, name: &str) -> Result<T, FieldError> {
        self.one(name)?.parse().map_err(|_| FieldError::NotAChoice)
    }

    /// Any number of the choices offered, each once, in the order they came.
    ///
    /// # Errors
    ///
    /// [`FieldError::NotAChoice`]; [`FieldError::Duplicated`] when one came twice.
    pub fn choices<T: FromStr + PartialEq>(&self, name: &str) -> Result<Vec<T>, FieldError> {
        let mut chosen = Vec::new();
        for value in self.all(name) {
            let choice = value.parse().map_err(|_| FieldError::NotAChoice)?;
            if chosen.contains(&choice) {
                return Err(FieldError::Duplicated);
            }
            chosen.push(choice);
        }
        Ok(chosen)
    }

    /// Whether a single check box, of value `yes`, was ticked.
    ///
    /// # Errors
    ///
    /// [`FieldError::NotAChoice`] for any other value; [`FieldError::Duplicated`].
    pub fn ticked(&self, name: &str) -> Result<bool, FieldError> {
        match self.at_most_one(name)? {
            None => Ok(false),
            Some("yes") => Ok(true),
            Some(_) => Err(FieldError::NotAChoice),
        }
    }

    /// An email address as it was meant, however it was pasted, its domain in lower case. Whether it exists only a message
    /// can tell.
    ///
    /// # Errors
    ///
    /// As [`Fields::one`]; [`FieldError::TooLong`] above 254 characters; [`FieldError::NotAnEmail`].
    pub fn email(&self, name: &str) -> Result<Redacted<String>, FieldError> {
        let address = email_as_meant(self.one(name)?);
        if address.is_empty() {
            return Err(FieldError::Missing);
        }
        if address.chars().count() > LONGEST_EMAIL {
            return Err(FieldError::TooLong { max: LONGEST_EMAIL });
        }
        let (local, domain) = address.rsplit_once('@').filter(|_| is_email(&address)).ok_or(FieldError::NotAnEmail)?;
        Ok(Redacted::new(format!("{local}@{}", domain.to_ascii_lowercase())))
    }

    /// Exactly `count` digits, of any script: input methods type their own. Spaces and hyphens between them are forgiven,
    /// because people copy codes as they were printed, and so is what nobody sees.
    ///
    /// # Errors
    ///
    /// As [`Fields::one`]; [`FieldError::NotDigits`].
    pub fn digits(&self, name: &str, count: usize) -> Result<Redacted<String>, FieldError> {
        let typed = self.one(name)?;
        let forgiven = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}');
        let digits: String = typed.chars().filter_map(as_meant).filter(forgiven).take(count + 1).collect();
        if digits.is_empty() {
            return Err(FieldError::Missing);
        }
        if digits.len() != count || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(FieldError::NotDigits { count });
        }
        Ok(Redacted::new(digits))
    }

    fn at_most_one<'a>(&'a self, name: &'a str) -> Result<Option<&'a str>, FieldError> {
        let mut values = self.all(name);
        match (values.next(), values.next()) {
            (value, None) => Ok(value),
            _ => Err(FieldError::Duplicated),
        }
    }
}

/// Characters that make text read differently from how it is stored (Unicode Technical Report 36, section 2.5).
const fn overrides_direction(c: char) -> bool {
    matches!(c, '\u{202d}' | '\u{202e}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use school_types::Language;

    use super::*;

    fn with(value: &str) -> Fields {
        [("x", value)].into_iter().collect()
    }

    #[test]
    fn a_field_that_came_twice_is_never_guessed_at() {
        let fields: Fields = [("x", "1"), ("x", "1")].into_iter().collect();
        assert_eq!(fields.one("x"), Err(FieldError::Duplicated));
        assert_eq!(fields.text("x", 9), Err(FieldError::Duplicated));
        assert_eq!(fields.optional_text("x", 9), Err(FieldError::Duplicated));
        assert_eq!(fields.choice::<u8>("x"), Err(FieldError::Duplicated));
        assert_eq!(fields.choices::<u8>("x"), Err(FieldError::Duplicated));
        assert_eq!(fields.ticked("x"), Err(FieldError::Duplicated));
        assert_eq!(fields.email("x"), Err(FieldError::Duplicated));
        assert_eq!(fields.digits("x", 1), Err(FieldError::Duplicated));
    }

    #[test]
    fn a_field_left_empty_is_missing_or_none() {
        for fields in [Fields::default(), with(""), with("  \r\n ")] {
            assert_eq!(fields.text("x", 9), Err(FieldError::Missing));
            assert_eq!(fields.line("x", 9), Err(FieldError::Missing));
            assert_eq!(fields.optional_text("x", 9), Ok(None));
            assert_eq!(fields.email("x"), Err(FieldError::Missing));
            assert_eq!(fields.digits("x", 6), Err(FieldError::Missing));
        }
        assert_eq!(with("").choice::<Language>("x"), Err(FieldError::Missing));
        assert_eq!(Fields::default().choices::<u8>("x"), Ok(vec![]));
        assert_eq!(Fields::default().ticked("x"), Ok(false));
    }

    #[test]
    fn text_is_trimmed_and_its_line_ends_made_one_kind() {
        assert_eq!(with("  Dear\r\noffice,\rhello\tthere \n").text("x", 40).unwrap(), "Dear\noffice,\nhello there");
        assert_eq!(with("Siân Ŵyn").line("x", 8).unwrap(), "Siân Ŵyn");
        assert_eq!(with("Siân Ŵyn").line("x", 7), Err(FieldError::TooLong { max: 7 }));
        assert_eq!(with("two\nlines").line("x", 40), Err(FieldError::BadCharacters));
        for bad in ["nul\0", "bell\u{7}", "next line\u{85}", "turned\u{202e}around"] {
            assert_eq!(with(bad).text("x", 40), Err(FieldError::BadCharacters), "{bad:?}");
        }
    }

    #[test]
    fn a_choice_is_one_of_those_offered() {
        assert_eq!(with("cy").choice("x"), Ok(Language::Cy));
        assert_eq!(with("tlh").choice::<Language>("x"), Err(FieldError::NotAChoice));
        assert_eq!(with("yes").ticked("x"), Ok(true));
        assert_eq!(with("on").ticked("x"), Err(FieldError::NotAChoice));
        let fields: Fields = [("x", "3"), ("y", ""), ("x", "1")].into_iter().collect();
        assert_eq!(fields.choices("x"), Ok(vec![3u8, 1]));
        assert_eq!(fields.choices::<u8>("y"), Err(FieldError::NotAChoice));
    }

    #[test]
    fn an_email_address_is_one_a_letter_can_be_sent_to() {
        let email = |text: &str| with(text).email("x").map(Redacted::into_inner);
        assert_eq!(email(" Pat.Doe+school@Mail.Example.ORG ").unwrap(), "Pat.Doe+school@mail.example.org");
        for pasted in [
            "o'brien@example.org",
            "o’brien@Example.org",
            "\u{feff}o'brien@exam\u{200b}ple.org",
            "ｏ＇brien＠example．org",
        ] {
            assert_eq!(email(pasted).unwrap(), "o'brien@example.org", "{pasted:?}");
        }
        for bad in [
            "pat",
            "@example.org",
            "pat@",
            "pat@example",
            "pat@example.1",
            "pat@example.o",
            "pat@-example.org",
            "pat@example..org",
            "pat@[192.0.2.1]",
            ".pat@example.org",
            "pat..doe@example.org",
            "pat doe@example.org",
            "pat@example.org, eve@example.org",
            "pat@example.org\nBcc: eve@example.org",
            "\"pat\"@example.org",
            "pät@example.org",
            "pat@exämple.org",
            &format!("{}@example.org", "a".repeat(65)),
        ] {
            assert_eq!(email(bad), Err(FieldError::NotAnEmail), "{bad}");
        }
        assert_eq!(email(&format!("{}@example.org", "a".repeat(250))), Err(FieldError::TooLong { max: 254 }));
    }

    #[test]
    fn digits_are_read_however_they_were_copied() {
        for good in [
            "123456",
            " 123 456 ",
            "123-456",
            "1 2 3 4 5 6\u{a0}",
            "123\u{2013}456",
            "１２３４５６",
            "１２３　４５６",
            "123－456",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            "१२३४५६",
            "\u{200e}123\u{200b}456\u{feff}",
        ] {
            assert_eq!(with(good).digits("x", 6).unwrap().reveal(), "123456", "{good}");
        }
        for bad in ["12345", "1234567", "12345a", "１２３４５", "12345五", "12345½", "123456٧"] {
            assert_eq!(with(bad).digits("x", 6), Err(FieldError::NotDigits { count: 6 }), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_panics_and_what_is_taken_reads_back(value in "(?s).{0,80}", max in 0usize..60) {
            let fields = with(&value);
            let _ = (fields.email("x"), fields.digits("x", max), fields.line("x", max), fields.choice::<u8>("x"));
            if let Ok(text) = fields.text("x", max) {
                prop_assert!(text.chars().count() <= max);
                prop_assert_eq!(with(&text).text("x", max).unwrap(), text);
            }
            if let Ok(email) = fields.email("x") {
                prop_assert_eq!(with(email.reveal()).email("x").unwrap(), email);
            }
        }
    }
}
