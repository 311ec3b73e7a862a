//! What can be wrong with a manifest, in words for whoever wrote it.

use std::fmt;

/// A fault in `spin.toml`: where it is, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ManifestError {
    /// The table it is in, as the manifest writes it: `[component.office]`.
    pub place: String,
    /// What is wrong, naming the key.
    pub problem: String,
}

impl ManifestError {
    /// A fault in the table called `place`.
    pub(crate) fn new(place: impl fmt::Display, problem: impl fmt::Display) -> Self {
        Self { place: place.to_string(), problem: problem.to_string() }
    }
}
