//! What a key is for: one school, or the installation, and one domain.

use std::{fmt, str::FromStr};

use school_types::SchoolId;

/// What a sealed value or a keyed hash belongs to. Each has keys of its own, so that a component given fewer
/// secrets, or a value moved from one domain to another, opens nothing.
///
/// The name also stands in the store's keys: `elm-street/permission/...`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Domain {
    /// Children, contacts and staff.
    People,
    /// Decisions about a child.
    Permission,
    /// A school's profile, wordings and look.
    Settings,
    /// Codes and their tries.
    SignIn,
    /// Cookies of somebody signed in.
    Session,
    /// What was handed out as proof.
    Receipt,
    /// Messages waiting to be sent.
    Letters,
    /// In a demonstration: messages as their receivers would read them.
    Outbox,
    /// What programs present.
    ApiTokens,
    /// Blind indexes: finding a contact by address without storing the address in a key.
    Index,
    /// Tokens and drafts of forms.
    Form,
    /// The blinded pupil list, and what the checker keeps: no personal record opens with these keys.
    Publication,
    /// What is kept for minutes: rate limits, and the list of what is to be swept.
    Temporary,
}

impl Domain {
    /// Every domain.
    pub const ALL: [Self; 13] = [
        Self::People,
        Self::Permission,
        Self::Settings,
        Self::SignIn,
        Self::Session,
        Self::Receipt,
        Self::Letters,
        Self::Outbox,
        Self::ApiTokens,
        Self::Index,
        Self::Form,
        Self::Publication,
        Self::Temporary,
    ];

    /// The name in keys and in key derivation: lower-case letters and hyphens. Renaming one makes what was
    /// sealed under it unreadable.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Permission => "permission",
            Self::Settings => "settings",
            Self::SignIn => "sign-in",
            Self::Session => "session",
            Self::Receipt => "receipt",
            Self::Letters => "letters",
            Self::Outbox => "outbox",
            Self::ApiTokens => "api-tokens",
            Self::Index => "index",
            Self::Form => "form",
            Self::Publication => "publication",
            Self::Temporary => "temporary",
        }
    }
}

/// No domain has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no domain has this name")]
pub struct UnknownDomain;

impl FromStr for Domain {
    type Err = UnknownDomain;

    fn from_str(name: &str) -> Result<Self, UnknownDomain> {
        Self::ALL.into_iter().find(|domain| domain.as_str() == name).ok_or(UnknownDomain)
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Which keys to use: a school's, or the installation's, for one domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope<'a> {
    school: Option<&'a SchoolId>,
    domain: Domain,
}

impl<'a> Scope<'a> {
    /// What belongs to one school.
    pub const fn school(school: &'a SchoolId, domain: Domain) -> Self {
        Self { school: Some(school), domain }
    }

    /// What belongs to no school: rate limits, an address known to several schools.
    pub const fn installation(domain: Domain) -> Self {
        Self { school: None, domain }
    }

    /// The first part of a store key, and of a key's derivation: the school's slug, or `_`, which no slug can be.
    pub fn owner(&self) -> &'a str {
        self.school.map_or("_", SchoolId::as_str)
    }

    /// The domain.
    pub const fn domain(&self) -> Domain {
        self.domain
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_domains_share_a_name() {
        let names: BTreeSet<_> = Domain::ALL.iter().map(|d| d.as_str()).collect();
        assert_eq!(names.len(), Domain::ALL.len());
        assert!(names.iter().all(|n| n.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
    }

    #[test]
    fn the_installation_is_no_school() {
        let owner = Scope::installation(Domain::Index).owner();
        assert!(owner.parse::<SchoolId>().is_err());
    }
}
