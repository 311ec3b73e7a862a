//! What the lists say of words, remembered while a text is cut: most words come again and again.

use std::cell::Cell;

use super::lexicon;

/// How many words are remembered, a power of two.
const SLOTS: usize = 1024;

/// A list that a word may be on.
#[derive(Clone, Copy)]
#[repr(u8)]
pub(crate) enum Fact {
    /// See [`lexicon::is_forename`].
    Forename = 1,
    /// See [`lexicon::is_word`].
    Word = 2,
    /// See [`lexicon::is_not_surname`].
    NotSurname = 4,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u64,
    asked: u8,
    held: u8,
}

/// The words that were asked about last, by the keyed hash of each.
#[derive(Debug, Default)]
pub(crate) struct Facts(Vec<Cell<Slot>>);

impl Facts {
    /// Makes room, once.
    pub(crate) fn prepare(&mut self) {
        if self.0.is_empty() {
            self.0.resize(SLOTS, Cell::default());
        }
    }

    /// Whether a word with this hash is on a list.
    pub(crate) fn holds(&self, fact: Fact, hash: u64, normal: &[u8]) -> bool {
        let ask = || match fact {
            Fact::Forename => lexicon::is_forename(normal),
            Fact::Word => lexicon::is_word(normal),
            Fact::NotSurname => lexicon::is_not_surname(normal),
        };
        // The high bits are the ones that every letter has a part in.
        let Some(cell) = self.0.get((hash >> 40) as usize % SLOTS) else { return ask() };
        let mut slot = cell.get();
        if slot.hash != hash {
            slot = Slot { hash, ..Slot::default() };
        }
        let bit = fact as u8;
        if slot.asked & bit == 0 {
            slot.asked |= bit;
            slot.held |= if ask() { bit } else { 0 };
            cell.set(slot);
        }
        slot.held & bit != 0
    }
}
