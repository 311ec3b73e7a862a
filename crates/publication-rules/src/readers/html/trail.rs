//! Short blocks that follow one another: a name may be written over two of them, or each part after a label of its own.

use crate::{
    check::source_byte,
    document::{Kind, Origin, Run},
    intake::Intake,
    names::tokens::BLOCK_END,
};

/// A longer block is no part of a name, nor a label.
const SHORT: usize = 48;

/// So many bytes are handed on together.
const LONG: usize = 4096;

/// The short blocks since the last long one.
#[derive(Default)]
pub(super) struct Trail {
    text: String,
    pieces: Vec<(u32, u32)>,
    blocks: usize,
    /// Where the last block starts in the text and among the pieces.
    last: (usize, usize),
}

impl Trail {
    /// Adds a block that has ended.
    pub(super) fn add(&mut self, source: &str, run: &Run<'_>, intake: &mut dyn Intake) {
        let text = run.text.trim();
        if text.len() > SHORT || !text.starts_with(char::is_alphabetic) {
            // A number or a mark between two blocks parts nothing.
            if text.len() > 4 {
                self.end(source, intake);
            }
            return;
        }
        if self.text.len() > LONG {
            self.hand_on(source, intake);
            // The last block may belong to the next.
            let (text, pieces) = self.last;
            self.text.drain(..text);
            self.pieces.drain(..pieces);
            self.pieces.iter_mut().for_each(|piece| piece.0 -= text as u32);
            self.blocks = 1;
        }
        if self.blocks > 0 {
            self.text.push(BLOCK_END);
        }
        self.last = (self.text.len(), self.pieces.len());
        let from = run.text.len() - run.text.trim_start().len();
        self.pieces.push((self.text.len() as u32, source_byte(run, from) as u32));
        if let Origin::Pieces(pieces) = &run.origin {
            let start = self.text.len();
            let inside = pieces.iter().filter(|(at, _)| (*at as usize) > from && (*at as usize) < from + text.len());
            self.pieces.extend(inside.map(|(at, source)| ((start + *at as usize - from) as u32, *source)));
        }
        self.text.push_str(text);
        self.blocks += 1;
    }

    /// No more short blocks follow.
    pub(super) fn end(&mut self, source: &str, intake: &mut dyn Intake) {
        self.hand_on(source, intake);
        self.text.clear();
        self.pieces.clear();
        self.blocks = 0;
    }

    fn hand_on(&self, source: &str, intake: &mut dyn Intake) {
        if self.blocks > 1 {
            intake.run(source, Run::new(Kind::Across, self.text.as_str(), Origin::Pieces(self.pieces.clone())));
        }
    }
}
