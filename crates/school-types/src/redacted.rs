//! A value that a log line cannot show by accident.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Holds something personal: `Debug` and `Display` print `[redacted]`, whatever is inside.
///
/// Serialising writes the value itself, because the only place it is serialised to is a sealed record.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Redacted<T>(T);

impl<T> Redacted<T> {
    /// Hides `value`.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for the one place that shows it to the person entitled to see it.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// Gives the value up.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> From<T> for Redacted<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> fmt::Debug for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<T> fmt::Display for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_debug_nor_display_shows_the_value() {
        let address = Redacted::new("parent@example.org".to_owned());
        assert_eq!(format!("{address:?} {address}"), "[redacted] [redacted]");
        assert_eq!(address.reveal(), "parent@example.org");
    }
}
