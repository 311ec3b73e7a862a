//! A page that stands inside an attribute of another: what is found in it is found in the outer one.

use crate::{
    check::source_byte,
    document::{Origin, PictureOnPage, Run},
    finding::Why,
    intake::{Embedded, Intake},
    picture::Metadata,
};

/// Hands what is read of the inner page on as the outer page's.
pub(super) struct Nested<'n> {
    outer: &'n str,
    pieces: &'n [(u32, u32)],
    intake: &'n mut dyn Intake,
}

impl<'n> Nested<'n> {
    /// An inner page whose text stands at these pieces of `outer`.
    pub(super) fn new(outer: &'n str, pieces: &'n [(u32, u32)], intake: &'n mut dyn Intake) -> Self {
        Self { outer, pieces, intake }
    }

    /// The byte of the outer page where a byte of the inner one stands.
    fn outer_byte(&self, inner: usize) -> usize {
        let at = self.pieces.partition_point(|(start, _)| *start as usize <= inner);
        let piece = at.checked_sub(1).and_then(|at| self.pieces.get(at));
        piece.map_or(0, |(start, outer)| *outer as usize + inner - *start as usize)
    }
}

impl Intake for Nested<'_> {
    fn begin(&mut self, _part: &str) {}

    fn run(&mut self, _source: &str, run: Run<'_>) {
        let mut pieces: Vec<(u32, u32)> = Vec::new();
        // Every inner piece, cut where the inner page itself was put together.
        let inner = match &run.origin {
            Origin::Pieces(inner) => inner.clone(),
            _ => vec![(0, source_byte(&run, 0) as u32)],
        };
        for (at, (text, from)) in inner.iter().enumerate() {
            let length = inner.get(at + 1).map_or(run.text.len(), |next| next.0 as usize) - *text as usize;
            pieces.push((*text, self.outer_byte(*from as usize) as u32));
            let first = self.pieces.partition_point(|(start, _)| start <= from);
            let inside =
                self.pieces.iter().skip(first).take_while(|(start, _)| (*start as usize) < *from as usize + length);
            pieces.extend(inside.map(|(start, outer)| (text + start - from, *outer)));
        }
        let run = Run { origin: Origin::Pieces(pieces), encoded: run.encoded, ..run };
        self.intake.run(self.outer, run);
    }

    fn end(&mut self, _source: &str, _bytes: u64) {}

    fn not_examined(&mut self, part: &str, why: Why) {
        self.intake.not_examined(part, why);
    }

    fn picture(&mut self, _source: &str, picture: PictureOnPage) {
        let at = self.outer_byte(picture.at);
        self.intake.picture(self.outer, PictureOnPage { at, ..picture });
    }

    fn metadata(&mut self, part: &str, metadata: Metadata) {
        self.intake.metadata(part, metadata);
    }

    fn embedded(&mut self, _source: &str, at: (usize, usize), embedded: Embedded<'_>) {
        let at = (self.outer_byte(at.0), self.outer_byte(at.1));
        self.intake.embedded(self.outer, at, embedded);
    }
}
