//! What the lists say of a word, all of them in one look: every word of a text is asked about.
//!
//! The table is made by the compiler, so that nothing is built when an instance starts.

use super::{
    lexicon::{FORENAMES, NOT_SURNAMES, WORDS},
    vocabulary::{
        ADULT_TITLES, FAMILY_NOUNS, FUNCTION_WORDS, LABELS, OTHER_TITLES, PARTICLES, PERSON_ACTS, PERSON_CUES,
        PERSON_VERBS, PLACE_NOUNS, PLACE_PREPOSITIONS,
    },
};

/// A list that a word may be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(crate) enum Fact {
    /// A forename that is common in the United Kingdom.
    Forename = 1,
    /// A name that is also a word.
    Word = 2,
    /// A word that stands with a capital, and is hardly a surname.
    NotSurname = 4,
    /// See [`PARTICLES`].
    Particle = 8,
    /// See [`FUNCTION_WORDS`].
    FunctionWord = 0x10,
    /// See [`ADULT_TITLES`].
    AdultTitle = 0x20,
    /// A title of anybody's.
    Title = 0x40,
    /// See [`PLACE_NOUNS`].
    PlaceNoun = 0x80,
    /// See [`PLACE_PREPOSITIONS`].
    PlacePreposition = 0x100,
    /// See [`PERSON_VERBS`].
    PersonVerb = 0x200,
    /// See [`PERSON_CUES`].
    PersonCue = 0x400,
    /// See [`PERSON_ACTS`].
    PersonAct = 0x800,
    /// See [`FAMILY_NOUNS`].
    FamilyNoun = 0x1000,
    /// See [`LABELS`].
    Label = 0x2000,
    /// The word "and".
    And = 0x4000,
}

/// Every list, with what being on it says.
const LISTS: [(&str, u16); 15] = [
    (FORENAMES, Fact::Forename as u16),
    (WORDS, Fact::Word as u16),
    (NOT_SURNAMES, Fact::NotSurname as u16),
    (PARTICLES, Fact::Particle as u16),
    (FUNCTION_WORDS, Fact::FunctionWord as u16),
    (ADULT_TITLES, Fact::AdultTitle as u16 | Fact::Title as u16),
    (OTHER_TITLES, Fact::Title as u16),
    (PLACE_NOUNS, Fact::PlaceNoun as u16),
    (PLACE_PREPOSITIONS, Fact::PlacePreposition as u16),
    (PERSON_VERBS, Fact::PersonVerb as u16),
    (PERSON_CUES, Fact::PersonCue as u16),
    (PERSON_ACTS, Fact::PersonAct as u16),
    (FAMILY_NOUNS, Fact::FamilyNoun as u16),
    (LABELS, Fact::Label as u16),
    ("and", Fact::And as u16),
];

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts(u16);

impl Facts {
    /// What the lists say of a normal form.
    pub(crate) fn of(normal: &[u8]) -> Self {
        let mut place = place(normal);
        while let Some(slot) = TABLE.slots.get(place).filter(|slot| **slot != EMPTY) {
            let word = TABLE.text.get((slot >> 16) as usize..).unwrap_or_default();
            // Byte by byte: nearly every word is too short for a call.
            if word.get(normal.len()) == Some(&END) && word.iter().zip(normal).all(|(a, b)| a == b) {
                return Self(*slot as u16);
            }
            place = (place + 1) % SLOTS;
        }
        Self(0)
    }

    /// Whether the word is on a list.
    pub(crate) const fn has(self, fact: Fact) -> bool {
        self.0 & fact as u16 != 0
    }
}

/// Places of the table, more than twice as many as there are words.
const SLOTS: usize = 1 << 14;
/// What stands in a slot that holds no word: of a word, something is known.
const EMPTY: u32 = 0;
/// What stands after each word.
const END: u8 = b'\n';

struct Table {
    text: [u8; BYTES],
    /// Of each word where it starts in the text, in the upper half, and what is known of it.
    slots: [u32; SLOTS],
}

/// Bytes of all lists, each with an end.
const BYTES: usize = {
    let (mut bytes, mut list) = (0, 0);
    while list < LISTS.len() {
        bytes += LISTS[list].0.len() + 1;
        list += 1;
    }
    bytes
};

/// Words of all lists, those on several counted for each.
const MOST: usize = {
    let (mut words, mut list) = (0, 0);
    while list < LISTS.len() {
        let bytes = LISTS[list].0.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            words += is_end(bytes, at + 1) as usize;
            at += 1;
        }
        list += 1;
    }
    words
};

static TABLE: Table = table();

/// Whether no letter of a word stands at a byte of a list.
const fn is_end(list: &[u8], at: usize) -> bool {
    at >= list.len() || matches!(list[at], b' ' | b'\n')
}

const fn table() -> Table {
    assert!(MOST * 2 < SLOTS && BYTES <= u16::MAX as usize);
    let mut table = Table { text: [END; BYTES], slots: [EMPTY; SLOTS] };
    let (mut list, mut written) = (0, 0);
    while list < LISTS.len() {
        let (words, facts) = (LISTS[list].0.as_bytes(), LISTS[list].1);
        let mut at = 0;
        while at < words.len() {
            let from = written;
            while !is_end(words, at) {
                table.text[written] = words[at];
                written += 1;
                at += 1;
            }
            at += 1;
            let (_, word) = table.text.split_at(from);
            let (word, _) = word.split_at(written - from);
            let mut place = place(word);
            while table.slots[place] != EMPTY && !same(&table, table.slots[place], from, written) {
                place = (place + 1) % SLOTS;
            }
            let known = table.slots[place] != EMPTY;
            if !known {
                table.slots[place] = (from as u32) << 16;
                table.text[written] = END;
            }
            table.slots[place] |= facts as u32;
            // The letters of one that is on another list too stand there already: the next is written over these.
            written = if known { from } else { written + 1 };
        }
        list += 1;
    }
    // What a word that was known already has left behind the last one.
    while written < BYTES {
        table.text[written] = END;
        written += 1;
    }
    table
}

/// Whether a slot's word is the one at `from..to` of the text.
const fn same(table: &Table, slot: u32, from: usize, to: usize) -> bool {
    let start = (slot >> 16) as usize;
    let mut at = 0;
    while at < to - from {
        if table.text[start + at] != table.text[from + at] {
            return false;
        }
        at += 1;
    }
    table.text[start + at] == END
}

/// Where a word is looked for first.
const fn place(word: &[u8]) -> usize {
    let (first, last) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (word.first_chunk::<4>(), word.last_chunk::<4>()) {
            (Some(first), Some(last)) => (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64),
            _ => match word {
                [] => (0, 0),
                [first, .., last] => (*first as u64 | (word[word.len() / 2] as u64) << 8, *last as u64),
                [only] => (*only as u64, 0),
            },
        },
    };
    let mixed = (first ^ (word.len() as u64) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 32 ^ last).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed >> 50) as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_known_from_each_list_that_it_is_on() {
        for (list, facts) in LISTS {
            for word in list.split_ascii_whitespace() {
                assert_eq!(Facts::of(word.as_bytes()).0 & facts, facts, "{word}");
            }
        }
        let on = |word: &str, fact: u16| {
            LISTS.iter().any(|(list, says)| says & fact != 0 && list.split_ascii_whitespace().any(|one| one == word))
        };
        for word in ["will", "grace", "green", "miss", "and", "ben", "st", "school", "in", "of"] {
            for fact in (0..15).map(|bit| 1 << bit) {
                assert_eq!(Facts::of(word.as_bytes()).0 & fact != 0, on(word, fact), "{word} {fact}");
            }
        }
    }

    #[test]
    fn nothing_is_known_of_other_words() {
        for word in ["", "x", "zzzz", "graceless", "gra", "wordless", "and\n", "grace\nhill", "Ümit"] {
            assert_eq!(Facts::of(word.as_bytes()), Facts::default(), "{word:?}");
        }
    }

    #[test]
    fn few_words_share_their_first_place() {
        let words = || LISTS.iter().flat_map(|(list, _)| list.split_ascii_whitespace());
        let all: std::collections::BTreeSet<_> = words().collect();
        let places: std::collections::BTreeSet<_> = all.iter().map(|word| place(word.as_bytes())).collect();
        assert!(places.len() * 10 > all.len() * 8, "{} places for {} words", places.len(), all.len());
    }
}
