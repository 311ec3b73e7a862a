//! `Words`, whose methods `build/` writes from the catalogues.

use school_types::Language;

/// Everything there is to say, in one language. One method per message, named like its id
/// (`consent-start-title` is `consent_start_title`), with one argument per hole in order of appearance in English.
/// Holes are put in as they are: what goes into HTML is escaped there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl Words {
    /// The words of `language`.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language these words are in.
    pub const fn language(self) -> Language {
        self.language
    }
}

include!(concat!(env!("OUT_DIR"), "/methods.rs"));

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// A message as it stands in a catalogue.
    pub(crate) struct Row {
        id: &'static str,
        language: Language,
        file: &'static str,
        empty: bool,
        holes: &'static [&'static str],
    }

    include!(concat!(env!("OUT_DIR"), "/table.rs"));

    /// What each message's holes are, in one language.
    fn holes(language: Language) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let rows = ROWS.iter().filter(|row| row.language == language);
        rows.map(|row| (row.id, row.holes.iter().copied().collect())).collect()
    }

    #[test]
    fn nothing_is_said_in_english_to_someone_who_asked_for_welsh() {
        assert!(LACKING.is_empty(), "{} to translate:\n{}", LACKING.len(), LACKING.join("\n"));
    }

    #[test]
    fn every_message_exists_in_every_language_with_the_same_holes() {
        let english = holes(Language::En);
        for language in Language::ALL {
            let theirs = holes(language);
            let ids: BTreeSet<_> = english.keys().chain(theirs.keys()).collect();
            let different: Vec<_> = ids.into_iter().filter(|id| english.get(*id) != theirs.get(*id)).collect();
            assert!(different.is_empty(), "{language} differs from English in {different:?}");
        }
    }

    #[test]
    fn every_message_stands_in_the_file_of_the_same_name_in_every_language() {
        let place = |row: &Row| (row.id, row.file.split_once('/').map(|(_, area)| area));
        let english: BTreeMap<_, _> = ROWS.iter().filter(|row| row.language == Language::En).map(place).collect();
        for row in ROWS {
            let (id, area) = place(row);
            if let Some(expected) = english.get(id) {
                assert_eq!(area, *expected, "{id} in {}", row.language);
            }
        }
    }

    #[test]
    fn no_message_is_empty() {
        for row in ROWS {
            assert!(!row.empty, "{} in {}", row.id, row.file);
        }
    }

    #[test]
    fn questions_and_permissions_change_their_first_letter_after_welsh_numbers() {
        let welsh = Words::new(Language::Cy);
        let questions = [
            (0, "0 cwestiwn"),
            (1, "1 cwestiwn"),
            (2, "2 gwestiwn"),
            (3, "3 chwestiwn"),
            (4, "4 cwestiwn"),
            (6, "6 chwestiwn"),
            (12, "12 cwestiwn"),
        ];
        for (count, said) in questions {
            assert_eq!(welsh.children_answer_button(count), said);
        }
        assert_eq!(welsh.child_history_withdrew(2), "Fe wnaethoch chi dynnu 2 ganiatâd yn ôl");
        assert_eq!(welsh.child_history_withdrew(6), "Fe wnaethoch chi dynnu 6 chaniatâd yn ôl");
        assert_eq!(welsh.sign_in_code_tries_left(4), "Mae gennych chi 4 cynnig ar ôl.");
    }
}
