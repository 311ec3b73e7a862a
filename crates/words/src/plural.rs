//! Plural categories of whole numbers.

use school_types::Language;

/// A category of the Unicode CLDR (supplemental/plurals.xml, cardinal), which messages choose by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Welsh: 0.
    Zero,
    /// English and Welsh: 1.
    One,
    /// Welsh: 2.
    Two,
    /// Welsh: 3.
    Few,
    /// Welsh: 6.
    Many,
    /// Everything else.
    Other,
}

impl Plural {
    /// The category `n` things fall into in `language`. The tests compare it with `intl_pluralrules`, which is
    /// left out of the components because two rules of whole numbers do not need a table of all languages.
    pub const fn of(language: Language, n: u64) -> Self {
        match (language, n) {
            (_, 1) => Self::One,
            (Language::Cy, 0) => Self::Zero,
            (Language::Cy, 2) => Self::Two,
            (Language::Cy, 3) => Self::Few,
            (Language::Cy, 6) => Self::Many,
            (Language::En | Language::Cy, _) => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
    use unic_langid::LanguageIdentifier;

    use super::*;

    #[test]
    fn every_number_falls_into_the_category_cldr_puts_it_in() {
        for language in Language::ALL {
            let tag: LanguageIdentifier = language.tag().parse().unwrap();
            let cldr = PluralRules::create(tag, PluralRuleType::CARDINAL).unwrap();
            for n in (0..10_000).chain([1_000_001, u64::from(u32::MAX)]) {
                let expected = match cldr.select(n).unwrap() {
                    PluralCategory::ZERO => Plural::Zero,
                    PluralCategory::ONE => Plural::One,
                    PluralCategory::TWO => Plural::Two,
                    PluralCategory::FEW => Plural::Few,
                    PluralCategory::MANY => Plural::Many,
                    PluralCategory::OTHER => Plural::Other,
                };
                assert_eq!(Plural::of(language, n), expected, "{n} in {language}");
            }
        }
    }
}
