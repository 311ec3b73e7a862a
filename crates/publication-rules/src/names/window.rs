//! A few words after one another, as one name may take.

use super::{blind::join, tokens::Token};

/// The most words one written name takes.
pub(super) const WIDEST: usize = 5;

/// Some words after one another, with the hashes of those up to each.
#[derive(Default)]
pub(super) struct Window {
    /// The first word.
    pub(super) from: usize,
    words: usize,
    /// The hash of the words up to each, and the mixer's base to the power of their length.
    fronts: [(u64, u64); WIDEST],
    powers: [u64; WIDEST],
}

impl Window {
    /// Begins anew with one word.
    pub(super) const fn begin(&mut self, from: usize, first: &Token) {
        (self.from, self.words) = (from, 1);
        self.fronts[0] = (first.hash, first.power);
        self.powers[0] = first.power;
    }

    /// Takes in the word that comes next; of more than fit, only the first count.
    pub(super) fn widen(&mut self, next: &Token) {
        let (hash, power) = self.fronts[self.words - 1];
        if let Some(place) = self.fronts.get_mut(self.words) {
            *place = (join(hash, next.hash, next.power), power.wrapping_mul(next.power));
            self.powers[self.words] = next.power;
            self.words += 1;
        }
    }

    /// The last word.
    pub(super) const fn to(&self) -> usize {
        self.from + self.words - 1
    }

    /// The hash of all words.
    pub(super) const fn whole(&self) -> u64 {
        self.fronts[self.words - 1].0
    }

    /// The hash and power of the words before one that is not the first.
    pub(super) const fn front(&self, word: usize) -> (u64, u64) {
        self.fronts[word - self.from - 1]
    }

    /// The hash and power of the words from one on that is not the first: what those before it leave of the whole.
    pub(super) fn back(&self, word: usize) -> (u64, u64) {
        let power =
            self.powers[word - self.from..self.words].iter().fold(1, |all: u64, power| all.wrapping_mul(*power));
        (self.whole().wrapping_sub(self.front(word).0.wrapping_mul(power)), power)
    }
}
