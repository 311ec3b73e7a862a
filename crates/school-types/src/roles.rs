//! Who may do what in a school.

use serde::{Deserialize, Serialize};

/// A role of a member of staff or governor; one person may hold several (P0 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The school office: people, paper forms, print runs.
    Office,
    /// Writes for the school's website and newsletter.
    Editor,
    /// Sees the permission sheet of a class.
    Teacher,
    /// The online-safety co-ordinator.
    CoOrdinator,
    /// A designated safeguarding lead or deputy.
    SafeguardingLead,
    /// The head teacher.
    Head,
    /// The chair of governors: concerns about the head.
    Chair,
    /// A governor: figures only.
    Governor,
    /// Settings and accounts, no content.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 9] = [
        Self::Office,
        Self::Editor,
        Self::Teacher,
        Self::CoOrdinator,
        Self::SafeguardingLead,
        Self::Head,
        Self::Chair,
        Self::Governor,
        Self::Administrator,
    ];
}
