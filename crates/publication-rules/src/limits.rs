//! How much of something is read before the rest is reported as not examined.

/// Bounds on one submission. Reaching one ends in a [`crate::NotExamined`] entry, never in a trap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the submission itself.
    pub bytes: usize,
    /// Bytes that everything inside it may inflate to, all parts together.
    pub inflated: usize,
    /// Entries of an archive, objects of a PDF, chunks of a picture.
    pub entries: usize,
    /// Nesting of elements, dictionaries and arrays.
    pub depth: usize,
    /// Files inside files inside files: how deep.
    pub files_inside: usize,
    /// Findings; beyond that the report says that there are more.
    pub findings: usize,
}

impl Default for Limits {
    /// What one newsletter with pictures may reasonably be: 20 MB, inflating to at most 64 MB.
    fn default() -> Self {
        Self { bytes: 20 << 20, inflated: 64 << 20, entries: 20_000, depth: 200, files_inside: 3, findings: 2_000 }
    }
}
