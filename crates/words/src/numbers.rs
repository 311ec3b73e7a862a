//! Numbers and lists as people write them.

use school_types::Language;

use crate::Words;

/// Thousands parted by commas, as in English and in Welsh.
pub(crate) fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl Words {
    /// A number with its thousands parted: `1,234`.
    pub fn number(self, n: u64) -> String {
        number(n)
    }

    /// Several things in a sentence: `Ada, Ben and Cai`; in Welsh `Ada, Ben a Cai`, but `Ada ac Owen`. Nothing for an
    /// empty list. Meant for names: they stay as they are, while other Welsh words would change after `a` (`a chath`).
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        let Some((last, rest)) = items.split_last() else { return String::new() };
        let last = last.as_ref();
        if rest.is_empty() {
            return last.to_owned();
        }
        let and = match self.language() {
            Language::En => "and",
            Language::Cy if begins_with_a_vowel(last) => "ac",
            Language::Cy => "a",
        };
        let rest = rest.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
        format!("{rest} {and} {last}")
    }
}

/// Whether "ac" rather than "a" goes before `word`. W and Y are vowels in Welsh words (`ysgol`), but not before
/// another vowel, which is how most names with them go (`William`, `Yusuf`).
fn begins_with_a_vowel(word: &str) -> bool {
    let vowel = |letter: char| "aeiouâêîôûáéíóúàèìòùäëïöü".contains(letter);
    let mut letters = word.chars().flat_map(char::to_lowercase);
    match letters.next() {
        Some('w' | 'y') => !letters.next().is_some_and(|next| vowel(next) || next == 'y' || next == 'w'),
        Some('ŵ' | 'ŷ') => true,
        first => first.is_some_and(vowel),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_commas() {
        let words = Words::new(Language::Cy);
        assert_eq!(words.number(0), "0");
        assert_eq!(words.number(420), "420");
        assert_eq!(words.number(1_000), "1,000");
        assert_eq!(words.number(u64::MAX), "18,446,744,073,709,551,615");
    }

    #[test]
    fn three_children_are_joined_by_a_comma_and_an_and() {
        let english = Words::new(Language::En);
        assert_eq!(english.list::<&str>(&[]), "");
        assert_eq!(english.list(&["Asha"]), "Asha");
        assert_eq!(english.list(&["Asha", "Ben"]), "Asha and Ben");
        assert_eq!(english.list(&["Asha", "Ben", "Cai"]), "Asha, Ben and Cai");
    }

    #[test]
    fn children_are_joined_in_welsh_by_a_before_a_consonant() {
        let welsh = Words::new(Language::Cy);
        assert_eq!(welsh.list::<&str>(&[]), "");
        assert_eq!(welsh.list(&["Ada"]), "Ada");
        assert_eq!(welsh.list(&["Ada", "Ben", "Cai"]), "Ada, Ben a Cai");
        assert_eq!(welsh.list(&["Owen", "Ada", "Huw"]), "Owen, Ada a Huw");
    }

    #[test]
    fn children_are_joined_in_welsh_by_ac_before_each_vowel() {
        let welsh = Words::new(Language::Cy);
        for name in ["Ada", "Elin", "Ioan", "Owen", "Una", "Ynyr", "Wmffre", "Ŵen", "Élodie", "emyr"] {
            assert_eq!(welsh.list(&["Cai", name]), format!("Cai ac {name}"));
            assert_eq!(welsh.list(&["Ben", "Cai", name]), format!("Ben, Cai ac {name}"));
        }
        assert_eq!(welsh.list(&["gwefan", "ysgol"]), "gwefan ac ysgol");
    }

    #[test]
    fn a_w_or_y_before_another_vowel_counts_as_a_consonant_in_welsh() {
        let welsh = Words::new(Language::Cy);
        for name in ["Wil", "William", "Wyn", "Yusuf"] {
            assert_eq!(welsh.list(&["Jac", name]), format!("Jac a {name}"));
        }
    }
}
