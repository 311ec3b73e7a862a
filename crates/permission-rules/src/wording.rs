//! The exact words somebody was shown (R6).

use school_types::{Fingerprint, Language, PurposeId};
use serde::{Deserialize, Serialize};

use crate::{LawfulBasis, Purpose, Subject};

/// A purpose as one person read it, in one language. Its canonical JSON (RFC 8785) is what [`WordingRef`]
/// carries the SHA-256 of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The purpose.
    pub purpose: PurposeId,
    /// The purpose's version.
    pub version: u32,
    /// The language the texts are really in: English where there was no translation.
    pub language: Language,
    /// The lawful basis it was shown under.
    pub basis: LawfulBasis,
    /// What it shows of a child.
    pub subject: Subject,
    /// The title.
    pub title: String,
    /// What is taken or shown.
    pub what: String,
    /// Why.
    pub why: String,
    /// Where it will appear.
    #[serde(rename = "where")]
    pub where_shown: String,
    /// For how long.
    pub how_long: String,
}

/// Which wording an answer was given to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordingRef {
    /// The purpose's version.
    pub version: u32,
    /// The language it was shown in.
    pub language: Language,
    /// SHA-256 of the wording's canonical JSON.
    pub sha256: Fingerprint,
}

impl Purpose {
    /// The purpose in `language`, or wholly in English where any of its texts lacks a translation: a record of
    /// what was shown must not mix languages.
    pub fn wording(&self, language: Language) -> Wording {
        let texts = [&self.title, &self.what, &self.why, &self.where_shown, &self.how_long];
        let language = if texts.iter().all(|text| text.has(language)) { language } else { Language::En };
        Wording {
            purpose: self.id.clone(),
            version: self.version,
            language,
            basis: self.basis,
            subject: self.subject,
            title: self.title.get(language).to_owned(),
            what: self.what.get(language).to_owned(),
            why: self.why.get(language).to_owned(),
            where_shown: self.where_shown.get(language).to_owned(),
            how_long: self.how_long.get(language).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permissions::tests::purpose;

    #[test]
    fn a_half_translated_purpose_is_shown_in_english() {
        let mut half = purpose("website-group", LawfulBasis::Consent);
        half.title = serde_json::from_str(r#"{"en":"Website","cy":"Gwefan"}"#).unwrap();
        let wording = half.wording(Language::Cy);
        assert_eq!(wording.language, Language::En);
        assert_eq!(wording.title, "Website");
    }
}
