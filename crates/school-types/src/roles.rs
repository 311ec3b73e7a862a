//! Who may do what in a school.

use std::str::FromStr;

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

    /// The word for it in records, forms and lists.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Editor => "editor",
            Self::Teacher => "teacher",
            Self::CoOrdinator => "co-ordinator",
            Self::SafeguardingLead => "safeguarding-lead",
            Self::Head => "head",
            Self::Chair => "chair",
            Self::Governor => "governor",
            Self::Administrator => "administrator",
        }
    }
}

/// No role goes by this word. Carries nothing of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a role")]
pub struct UnknownRole;

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(word: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.as_str() == word).ok_or(UnknownRole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_goes_by_one_word_in_records_and_forms() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.as_str());
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        assert_eq!("Head".parse::<Role>(), Err(UnknownRole));
        assert_eq!("".parse::<Role>(), Err(UnknownRole));
    }
}
