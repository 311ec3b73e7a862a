//! The languages of the pages, and texts that exist in several of them.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language the pages can speak. Adding one: a variant here, a catalogue in `words`; tests name what is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English as written in Britain.
    #[default]
    En,
    /// Welsh.
    Cy,
}

impl Language {
    /// Every language there is a catalogue for, the fallback first.
    pub const ALL: [Self; 2] = [Self::En, Self::Cy];

    /// The BCP 47 tag, for the `lang` attribute and the language cookie.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Cy => "cy",
        }
    }

    /// The language's own name for itself, for the language switch.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Cy => "Cymraeg",
        }
    }
}

/// There is no catalogue for the language asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a language of this installation")]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        Self::ALL.into_iter().find(|language| language.tag() == tag).ok_or(UnknownLanguage)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A sentence of a school's own data, in English and perhaps in more languages.
///
/// In TOML and JSON it is a table by language tag: `{ en = "Displays in school", cy = "Arddangosfeydd" }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Language, String>", into = "BTreeMap<Language, String>")]
pub struct Text {
    english: String,
    others: BTreeMap<Language, String>,
}

impl Text {
    /// A text that so far exists in English only.
    pub fn english(text: impl Into<String>) -> Self {
        Self { english: text.into(), others: BTreeMap::new() }
    }

    /// The text in `language`, or in English where it has not been translated.
    pub fn get(&self, language: Language) -> &str {
        self.in_language(language).0
    }

    /// The text and the language it really is in, for the `lang` attribute and for the record of what was shown.
    pub fn in_language(&self, language: Language) -> (&str, Language) {
        match self.others.get(&language) {
            Some(text) => (text, language),
            None => (&self.english, Language::En),
        }
    }

    /// Whether it exists in `language` itself.
    pub fn has(&self, language: Language) -> bool {
        language == Language::En || self.others.contains_key(&language)
    }
}

impl TryFrom<BTreeMap<Language, String>> for Text {
    type Error = &'static str;

    fn try_from(mut texts: BTreeMap<Language, String>) -> Result<Self, &'static str> {
        match texts.remove(&Language::En) {
            Some(english) => Ok(Self { english, others: texts }),
            None => Err("a text needs its English wording"),
        }
    }
}

impl From<Text> for BTreeMap<Language, String> {
    fn from(text: Text) -> Self {
        let mut texts = text.others;
        texts.insert(Language::En, text.english);
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_a_translation_says_which_language_it_really_is_in() {
        let text: Text = serde_json::from_str(r#"{"en":"Displays","cy":"Arddangosfeydd"}"#).unwrap();
        assert_eq!(text.in_language(Language::Cy), ("Arddangosfeydd", Language::Cy));
        assert_eq!(Text::english("Press").in_language(Language::Cy), ("Press", Language::En));
    }

    #[test]
    fn a_text_without_english_is_refused() {
        assert!(serde_json::from_str::<Text>(r#"{"cy":"Arddangosfeydd"}"#).is_err());
    }
}
