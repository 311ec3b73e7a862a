//! Sentences that are compiled in, in every language.

use school_types::Language;

use super::terms::Voice;

/// A sentence in every shipped language. The build refuses content in which one is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// English.
    pub en: &'static str,
    /// Welsh.
    pub cy: &'static str,
}

impl Phrase {
    /// The sentence in `language`.
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Cy => self.cy,
        }
    }
}

/// A sentence in the words of up to three audiences. The build refuses content that lacks the words of an audience it is
/// shown to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voiced {
    /// For children of ten or younger.
    pub under_11: Option<Phrase>,
    /// For 11 to 18.
    pub young: Option<Phrase>,
    /// For adults.
    pub adult: Option<Phrase>,
}

impl Voiced {
    /// The sentence in the words of `voice`; none if it is not written for them.
    pub const fn own(&self, voice: Voice) -> Option<Phrase> {
        match voice {
            Voice::Under11 => self.under_11,
            Voice::Young => self.young,
            Voice::Adult => self.adult,
        }
    }

    /// The sentence in the words of `voice`, or else of the nearest other voice.
    pub fn say(&self, voice: Voice) -> Phrase {
        let order = match voice {
            Voice::Under11 => [self.under_11, self.young, self.adult],
            Voice::Young => [self.young, self.adult, self.under_11],
            Voice::Adult => [self.adult, self.young, self.under_11],
        };
        order.into_iter().flatten().next().unwrap_or(Phrase { en: "", cy: "" })
    }
}
