//! A value as it is written.

use std::fmt;

use serde::{Deserialize, Deserializer, de::Visitor};

/// What the reader knows [`Raw`] by. No type of ours can be called so.
pub(crate) const NAME: &str = "terse_json::Raw";

/// A value that was looked at only so far that it is one, as it is written: to be read later as what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw<'a>(pub &'a str);

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AsWritten;
        impl<'de> Visitor<'de> for AsWritten {
            type Value = &'de str;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<&'de str, E> {
                Ok(text)
            }
        }
        deserializer.deserialize_newtype_struct(NAME, AsWritten).map(Raw)
    }
}
