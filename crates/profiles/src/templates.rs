//! The profiles a new installation may start from.

use crate::{Profile, ProfileError};

/// File name without its ending, and text, one per policy.
const TEMPLATES: [(&str, &str); 5] = [
    ("p0", include_str!("../../../content/profiles/p0.toml")),
    ("p1", include_str!("../../../content/profiles/p1.toml")),
    ("p2", include_str!("../../../content/profiles/p2.toml")),
    ("p3", include_str!("../../../content/profiles/p3.toml")),
    ("p4", include_str!("../../../content/profiles/p4.toml")),
];

impl Profile {
    /// The templates, in the order of the policies. The tests show that every one is taken.
    ///
    /// # Errors
    /// Names the template and the field that is not as it should be.
    pub fn templates() -> Result<Vec<Self>, ProfileError> {
        TEMPLATES.iter().map(|(name, text)| Self::from_toml(name, text)).collect()
    }

    /// The template called `id`, `p0` to `p4`, or nothing where there is none of that name.
    ///
    /// # Errors
    /// Names the field of the template that is not as it should be.
    pub fn template(id: &str) -> Result<Option<Self>, ProfileError> {
        TEMPLATES.iter().find(|(name, _)| *name == id).map(|(name, text)| Self::from_toml(name, text)).transpose()
    }
}
