//! The fields of a form or a query, as they came.

use std::fmt;

use crate::{Refusal, path};

/// How much of a form is read at all. What a person types is checked against its own, smaller limit, with a message.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many fields.
    pub count: usize,
    /// How many bytes of a name.
    pub name: usize,
    /// How many bytes of a value.
    pub value: usize,
}

impl Limits {
    /// A form: the longest of ours asks some dozen purposes for each of a family's children.
    pub const FORM: Self = Self { count: 500, name: 100, value: 20_000 };
    /// A query.
    pub const QUERY: Self = Self { count: 30, name: 100, value: 1000 };
}

/// Names and values in the order they came; a name may come more than once.
///
/// `Debug` shows how many there are, and nothing of them: they are what a person typed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded` (WHATWG URL standard, section 5), but strictly: an escape that is
    /// not well formed or is not UTF-8 is refused instead of replaced, so that nobody signs something other than what
    /// they typed. U+0000 is refused too: nobody types it, and no page can show it again (HTML standard, section
    /// 13.2.5).
    ///
    /// # Errors
    ///
    /// [`Refusal::BadForm`].
    pub fn parse(bytes: &[u8], limits: &Limits) -> Result<Self, Refusal> {
        let text = std::str::from_utf8(bytes).map_err(|_| Refusal::BadForm)?;
        let mut fields = Vec::new();
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name)?, decode(value)?);
            if fields.len() == limits.count || name.len() > limits.name || value.len() > limits.value {
                return Err(Refusal::BadForm);
            }
            fields.push((name, value));
        }
        Ok(Self(fields))
    }

    /// Every name and value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Every value of `name`, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(other, _)| *other == name).map(|(_, value)| value)
    }

    /// What was typed into `name`, to show it again: its first value, or nothing.
    pub fn first(&self, name: &str) -> &str {
        self.iter().find(|(other, _)| *other == name).map_or("", |(_, value)| value)
    }

    /// Whether `value` was chosen for `name`, to choose it again.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.iter().any(|field| field == (name, value))
    }

    /// Whether there is any field of this name.
    pub fn contains(&self, name: &str) -> bool {
        self.iter().any(|(other, _)| other == name)
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fields({} redacted)", self.0.len())
    }
}

fn decode(raw: &str) -> Result<String, Refusal> {
    path::decode(&raw.replace('+', " ")).filter(|text| !text.contains('\0')).ok_or(Refusal::BadForm)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(text: &str) -> Result<Fields, Refusal> {
        Fields::parse(text.as_bytes(), &Limits { count: 3, name: 5, value: 5 })
    }

    #[test]
    fn fields_keep_their_order_and_their_repetitions() {
        let fields = parse("a=1&b=%2b+x&a=2").unwrap();
        assert_eq!(fields.iter().collect::<Vec<_>>(), [("a", "1"), ("b", "+ x"), ("a", "2")]);
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!((fields.first("a"), fields.first("c")), ("1", ""));
        assert!(fields.has("a", "2") && !fields.has("a", "3") && fields.contains("b") && !fields.contains("c"));
    }

    #[test]
    fn what_is_beyond_the_limits_or_not_well_formed_is_refused() {
        assert!(parse("a&b=&=c").is_ok());
        for bad in
            ["a=1&b=2&c=3&d=4", "abcdef=1", "a=abcdef", "a=%", "a=%4", "a=%gg", "a=%ff", "%C3=1", "a=%00", "%00=1"]
        {
            assert_eq!(parse(bad), Err(Refusal::BadForm), "{bad}");
        }
        assert_eq!(Fields::parse(b"a=\xff", &Limits::FORM), Err(Refusal::BadForm));
    }

    proptest! {
        #[test]
        fn what_a_browser_encodes_is_what_was_typed(pairs in prop::collection::vec(("\\PC{0,20}", "[^\\x00]{0,60}"), 0..9)) {
            let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
            let fields = Fields::parse(encoded.as_bytes(), &Limits::FORM).unwrap();
            prop_assert_eq!(fields, pairs.into_iter().collect());
        }

        #[test]
        fn what_is_taken_reads_as_the_standard_says(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            if let Ok(fields) = Fields::parse(&bytes, &Limits::FORM) {
                prop_assert_eq!(fields, form_urlencoded::parse(&bytes).into_owned().collect());
            }
        }

        #[test]
        fn plain_text_reads_as_the_standard_says(text in "[a-z=&%0-9+]{0,40}") {
            if let Ok(fields) = Fields::parse(text.as_bytes(), &Limits::FORM) {
                prop_assert_eq!(fields, form_urlencoded::parse(text.as_bytes()).into_owned().collect());
            }
        }
    }
}
