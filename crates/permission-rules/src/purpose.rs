//! What a school asks about: one purpose, one decision.

use school_types::{PurposeId, Text};
use serde::{Deserialize, Serialize};

use crate::Answer;

/// One thing a school would like to do with pictures or work of a child, as data of its profile (R1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// Its name in records and addresses.
    pub id: PurposeId,
    /// Counts material changes of the wording, from 1. An agreement to an older version no longer holds.
    pub version: u32,
    /// The passage of the school's policy it comes from: `P0 3.6.6`.
    pub source: String,
    /// Why the school may do it at all (UK GDPR art. 6(1)).
    pub basis: LawfulBasis,
    /// What is pictured or published.
    pub subject: Subject,
    /// A few words: what the decision is about.
    pub title: Text,
    /// The same in a word or two, for the head of a column that staff read: `Website`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// What is taken or shown.
    pub what: Text,
    /// Why the school would like to.
    pub why: Text,
    /// Where it will appear, and who can see it there.
    #[serde(rename = "where")]
    pub where_shown: Text,
    /// For how long.
    pub how_long: Text,
}

impl Purpose {
    /// What staff's tables call it.
    pub fn short(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.title)
    }
}

/// The lawful basis of a purpose (UK GDPR art. 6(1)); it decides what a parent is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LawfulBasis {
    /// Art. 6(1)(a): nothing happens until somebody agrees.
    Consent,
    /// Art. 6(1)(e): families are told, and may object (art. 21).
    PublicTask,
    /// Art. 6(1)(f): families are told, and may object (art. 21).
    LegitimateInterests,
}

impl LawfulBasis {
    /// The two answers a parent may give, the permitting one first.
    pub const fn answers(self) -> [Answer; 2] {
        match self {
            Self::Consent => [Answer::Agree, Answer::Refuse],
            Self::PublicTask | Self::LegitimateInterests => [Answer::NoObjection, Answer::Object],
        }
    }

    /// Whether silence leaves the school free to go ahead: families are told and may object.
    pub const fn is_notice(self) -> bool {
        matches!(self, Self::PublicTask | Self::LegitimateInterests)
    }
}

/// What a purpose shows of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// Pictures of groups, in which no child stands out (P0 3.6.6).
    GroupPicture,
    /// A recognisable picture of one pupil: a permission of its own (R2, P4 Digital Images).
    SinglePicture,
    /// The pupil's work, never with the full name (R3, P0 appendix 1).
    Work,
    /// Film or sound of plays, events and lessons.
    Recording,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consent_purpose_cannot_be_answered_with_an_objection() {
        assert_eq!(LawfulBasis::Consent.answers(), [Answer::Agree, Answer::Refuse]);
        assert!(!LawfulBasis::Consent.is_notice());
    }

    #[test]
    fn where_families_are_only_told_they_may_object() {
        for basis in [LawfulBasis::PublicTask, LawfulBasis::LegitimateInterests] {
            assert_eq!(basis.answers(), [Answer::NoObjection, Answer::Object]);
            assert!(basis.is_notice());
        }
    }
}
