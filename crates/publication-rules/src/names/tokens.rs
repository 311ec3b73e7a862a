//! The words a name can be made of, each with its keyed hash.

use std::cell::Cell;

use super::facts::{Fact, Facts};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// No capital in front: `green`.
    Lower,
    /// A capital in front: `Green`, `McDonald`.
    Capital,
    /// Capitals only, two letters or more: `GREEN`.
    Upper,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    /// Something that ends a name: the start, a full stop, a digit, a bracket closed, a blank line.
    Break,
    /// A space, or the full stop and space after an initial or title.
    Space,
    /// A hyphen.
    Hyphen,
    /// An opening or closing bracket or quotation mark, as round a nickname.
    Bracket,
    /// A comma.
    Comma,
    /// The end of a wrapped line.
    Line,
    /// The end of a short line.
    ShortLine,
    /// A tab or bar: the next cell of a row.
    Cell,
    /// A mark that parts two things of a kind: a slash, a colon, a dot in the middle, a dash.
    Mark,
    /// A full stop right between two letters: `amara.okafor`.
    Dot,
    /// The end of one block of a page and the start of the next.
    Block,
}

/// What stands between the last block of a page and the next, where several are looked at together.
pub(crate) const BLOCK_END: char = '\u{1f}';

/// A word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Byte of the text where it starts.
    pub start: usize,
    /// Byte where it ends, before a possessive.
    pub end: usize,
    /// Its normal form's place in [`Tokens::letters`].
    pub from: usize,
    /// The end of that place.
    pub to: usize,
    /// How it is written.
    pub case: Case,
    /// What stands before it.
    pub joint: Joint,
    /// Whether a possessive followed: `Amara's`.
    pub possessive: bool,
    /// Whether it may be several words put together: a capital after a small letter, `AmaraOkafor`; a mark in front, `@amaraokafor`;
    /// letters set apart, `A M A R A O K A F O R`.
    pub camel: bool,
    /// The keyed hash of its normal form.
    pub hash: u64,
    /// The mixer's base to the power of its normal form's length.
    pub power: u64,
    /// What the lists say of it.
    pub facts: Facts,
}

impl Token {
    /// Bytes of its normal form.
    pub(crate) const fn len(&self) -> usize {
        self.to - self.from
    }

    /// Whether it is on a list.
    pub(crate) const fn is(&self, fact: Fact) -> bool {
        self.facts.has(fact)
    }
}

/// The words of a piece of text.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// The words in order.
    pub list: Vec<Token>,
    /// Their normal forms, one after another: neighbours' forms are already put together here.
    pub letters: Vec<u8>,
    /// Whether any word has a capital, or is of a script without.
    pub capitals: bool,
    /// Windows that were looked up last, and are nobody's name: texts repeat themselves.
    nobody: Nobody,
}

/// How many windows are remembered.
const REMEMBERED: usize = 256;

/// Keys of windows that are nobody's name.
#[derive(Debug)]
struct Nobody([Cell<u64>; REMEMBERED]);

impl Default for Nobody {
    fn default() -> Self {
        Self([const { Cell::new(0) }; REMEMBERED])
    }
}

impl Tokens {
    /// The normal form of one word.
    pub(crate) fn normal(&self, token: &Token) -> &[u8] {
        self.letters.get(token.from..token.to).unwrap_or_default()
    }

    /// Forgets every word.
    pub(super) fn clear(&mut self) {
        self.list.clear();
        self.letters.clear();
        self.capitals = false;
    }

    /// Whether a window with this key is somebody's name: asked for, unless it was not a moment ago. One text's words are always
    /// looked up on one list.
    #[inline]
    pub(crate) fn is_somebody(&self, key: u64, ask: impl FnOnce() -> bool) -> bool {
        // The high bits are the ones that every letter has a part in.
        let Some(place) = self.nobody.0.get((key >> 56) as usize % REMEMBERED) else { return ask() };
        if place.get() == key {
            return false;
        }
        let somebody = ask();
        if !somebody {
            place.set(key);
        }
        somebody
    }
}
