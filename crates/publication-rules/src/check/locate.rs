//! From bytes of a run to scalar values of the part, and the words around.

use crate::{
    document::{Origin, Run},
    readers::escapes,
};

/// Characters shown on either side of a match.
const AROUND: usize = 10;
/// A longer match is shown by its start.
const LONGEST: usize = 200;

/// Places in scalar values, each counted from the one asked for last, so that all of them together take one pass.
#[derive(Debug, Default)]
pub(super) struct Places {
    source: Counter,
    text: Counter,
    /// The byte up to which lines were counted last, and how many ended before it.
    lines: (usize, u64),
    /// The last answer: a link of many addresses is asked about for each.
    last: Option<((usize, usize), (u64, u64))>,
}

impl Places {
    /// Another run is asked about from now on.
    pub(super) fn begin_run(&mut self) {
        self.text = Counter::default();
    }

    /// Where bytes of a run's text stand in the part.
    pub(super) fn of(&mut self, source: &str, run: &Run<'_>, start: usize, end: usize) -> (u64, u64) {
        if let Origin::Counted(base) = run.origin {
            return (base + self.text.at(&run.text, start), base + self.text.at(&run.text, end));
        }
        let bytes = (source_byte(run, start), source_end(source, run, start, end));
        if let Some((asked, answer)) = self.last
            && asked == bytes
        {
            return answer;
        }
        let answer = (self.source.at(source, bytes.0), self.source.at(source, bytes.1));
        self.last = Some((bytes, answer));
        answer
    }
}

impl Places {
    /// The line of the source, from 1, that a byte of a run's text stands on; none where the part has no source.
    pub(super) fn line(&mut self, source: &str, run: &Run<'_>, start: usize) -> Option<u64> {
        if matches!(run.origin, Origin::Counted(_)) {
            return None;
        }
        let byte = source_byte(run, start).min(source.len());
        let (known, ended) = self.lines;
        let between = source.as_bytes().get(known.min(byte)..known.max(byte)).unwrap_or_default();
        let count = memchr::memchr_iter(b'\n', between).count() as u64;
        let ended = if byte >= known { ended + count } else { ended.saturating_sub(count) };
        self.lines = (byte, ended);
        Some(ended + 1)
    }
}

/// Scalar values up to a byte.
#[derive(Debug, Default)]
struct Counter {
    byte: usize,
    scalars: u64,
}

impl Counter {
    fn at(&mut self, text: &str, byte: usize) -> u64 {
        let byte = byte.min(text.len());
        let count = |from: usize, to: usize| {
            let between = text.as_bytes().get(from..to).unwrap_or_default();
            between.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u64
        };
        if byte >= self.byte {
            self.scalars += count(self.byte, byte);
        } else {
            self.scalars = self.scalars.saturating_sub(count(byte, self.byte));
        }
        self.byte = byte;
        self.scalars
    }
}

/// The byte of the source where a byte of the run's text stands.
pub(crate) fn source_byte(run: &Run<'_>, text: usize) -> usize {
    match &run.origin {
        Origin::Straight(base) => base + text,
        Origin::Pieces(pieces) => {
            let at = pieces.partition_point(|(start, _)| *start as usize <= text);
            match at.checked_sub(1).and_then(|at| pieces.get(at)) {
                Some((start, source)) => *source as usize + (text - *start as usize),
                None => pieces.first().map_or(0, |(_, source)| *source as usize),
            }
        }
        Origin::Counted(_) => text,
    }
}

/// The byte after a match: after its last character, or after the reference that the character was written as.
fn source_end(source: &str, run: &Run<'_>, start: usize, end: usize) -> usize {
    let Some(last) = run.text.get(start..end).and_then(|text| text.chars().next_back()) else {
        return source_byte(run, start);
    };
    let at = source_byte(run, end - last.len_utf8());
    let rest = source.get(at..).unwrap_or_default();
    if matches!(run.origin, Origin::Pieces(_)) {
        return at + escapes::written(rest, last);
    }
    let mut after = (at + last.len_utf8()).min(source.len());
    while !source.is_char_boundary(after) {
        after += 1;
    }
    after
}

/// The match with at most ten characters on either side, on one line; of a long one, its start.
pub(super) fn excerpt(text: &str, start: usize, end: usize) -> String {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let from = before.char_indices().rev().take(AROUND).last().map_or(start, |(at, _)| at);
    let to = end + after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let piece = text.get(from..to).unwrap_or_default();
    piece.chars().take(LONGEST + 2 * AROUND).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
