//! The names that the school's profile allows.

use std::collections::BTreeSet;

use super::{lexicon, normal::normal};

/// The names that may stand in full, in normal form.
#[derive(Clone, Debug, Default)]
pub(crate) struct AllowedNames(BTreeSet<String>);

impl AllowedNames {
    /// Reads the profile's list; titles are left off, and the first and last word alone are allowed too.
    pub(crate) fn new<'a>(names: impl IntoIterator<Item = &'a String>) -> Self {
        let mut allowed = BTreeSet::new();
        for name in names {
            let words: Vec<String> = name.split_whitespace().map(normal).filter(|word| !word.is_empty()).collect();
            let from = words.iter().take_while(|word| lexicon::is_title(word.as_bytes())).count();
            let words = words.get(from..).unwrap_or_default();
            if let [first, .., last] = words {
                allowed.insert(words.concat());
                allowed.insert(format!("{first}{last}"));
                allowed.insert(format!("{last}{first}"));
                if let Some(initial) = first.chars().next() {
                    allowed.insert(format!("{initial}{last}"));
                }
            }
        }
        Self(allowed)
    }

    /// Whether words put together are an allowed name.
    pub(crate) fn holds(&self, normal: &[u8]) -> bool {
        !self.0.is_empty() && std::str::from_utf8(normal).is_ok_and(|name| self.0.contains(name))
    }
}
