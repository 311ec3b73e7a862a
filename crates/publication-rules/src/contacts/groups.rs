//! Digits written in groups, as telephone numbers, dates and amounts are.

use crate::names::normal::{is_gap, is_invisible};

/// The most digits that are read together.
const MOST_DIGITS: usize = 19;

/// A plus sign or bracket right before the first digit belongs to the number.
pub(super) fn with_prefix(bytes: &[u8], first: usize) -> usize {
    let mut start = first;
    while let Some(before) = start.checked_sub(1) {
        match bytes[before] {
            b'+' => return before,
            b'(' if start == first => start = before,
            _ => break,
        }
    }
    start
}

/// A group of digits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Group {
    /// Byte where it starts.
    pub(super) start: usize,
    /// Byte where it ends.
    pub(super) end: usize,
    /// How many digits.
    pub(super) digits: usize,
    /// What stands before it: a space, `-`, `.`, `/`, a bracket; `^` before the first.
    pub(super) joint: char,
}

/// Groups of digits that may be one number. Held in place: a page of figures has millions of them.
pub(super) struct Groups {
    /// Byte where it starts, a plus sign or bracket included.
    pub(super) start: usize,
    /// Byte where the last group ends.
    pub(super) end: usize,
    /// Whether a plus sign stands in front.
    pub(super) plus: bool,
    digits: [u8; MOST_DIGITS],
    digit_count: usize,
    groups: [Group; MOST_DIGITS],
    group_count: usize,
}

impl Groups {
    /// Reads what starts at `start`, its first digit at `first`.
    pub(super) fn read(text: &str, start: usize, first: usize) -> Self {
        let bytes = text.as_bytes();
        let mut this = Self {
            start,
            end: first,
            plus: bytes.get(start) == Some(&b'+'),
            digits: [0; MOST_DIGITS],
            digit_count: 0,
            groups: [Group::default(); MOST_DIGITS],
            group_count: 0,
        };
        let (mut at, mut joint) = (first, '^');
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let length = rest.iter().take(MOST_DIGITS + 1).take_while(|byte| byte.is_ascii_digit()).count();
            let held = this.digit_count;
            let Some(place) = this.digits.get_mut(held..held + length) else { return this };
            place.copy_from_slice(&rest[..length]);
            this.digit_count += length;
            if let Some(group) = this.groups.get_mut(this.group_count) {
                *group = Group { start: at, end: at + length, digits: length, joint };
                this.group_count += 1;
            }
            at += length;
            this.end = at;
            let Some(next) = gap(text, at).filter(|next| bytes.get(*next).is_some_and(u8::is_ascii_digit)) else {
                return this;
            };
            joint = strongest(text.get(at..next).unwrap_or_default());
            at = next;
        }
    }

    /// All digits.
    pub(super) fn digits(&self) -> &str {
        std::str::from_utf8(self.digits.get(..self.digit_count).unwrap_or_default()).unwrap_or_default()
    }

    /// The groups in order.
    pub(super) fn all(&self) -> &[Group] {
        self.groups.get(..self.group_count).unwrap_or_default()
    }
}

/// Where the gap between two groups of digits ends, if it is one that numbers are written with.
fn gap(text: &str, from: usize) -> Option<usize> {
    let (mut seen, mut breaks, mut hidden) = (0, 0, 0);
    for (at, c) in text.get(from..)?.char_indices() {
        match c {
            '\t' | '-' | '\u{2010}'..='\u{2014}' | '.' | '(' | ')' | '/' | '·' | '\u{2212}' => seen += 1,
            _ if is_gap(c) => seen += 1,
            _ if is_invisible(c) => hidden += 1,
            '\n' if breaks == 0 => breaks += 1,
            '\r' if breaks == 0 => {}
            _ if seen + breaks + hidden > 0 => return Some(from + at),
            _ => return None,
        }
        if seen > 4 || hidden > 4 {
            return None;
        }
    }
    None
}

/// The one character that says most about a gap.
fn strongest(gap: &str) -> char {
    let mut strongest = ' ';
    for c in gap.chars() {
        match c {
            '/' => return '/',
            '\n' => return '\n',
            '(' | ')' => strongest = '(',
            '.' | '·' if strongest == ' ' => strongest = '.',
            '-' | '\u{2010}'..='\u{2014}' | '\u{2212}' if strongest == ' ' => {
                strongest = if gap.contains(' ') { '~' } else { '-' }
            }
            _ => {}
        }
    }
    strongest
}
