//! What takes in a document as a reader reads it, so that nobody has to hold a whole document at once.

use std::borrow::Cow;

use crate::{
    document::{Document, Kind, Origin, Part, PictureOnPage, Run},
    finding::{NotExamined, Why},
    picture::{Format, Metadata},
};

/// A file that stands in the text of a page itself.
#[derive(Clone, Copy)]
pub(crate) enum Embedded<'e> {
    /// A picture.
    Picture {
        /// Its bytes.
        bytes: &'e [u8],
        /// Its format.
        format: Format,
    },
    /// A text or page.
    Text(&'e str),
}

/// Takes in what a reader reads, part by part and run by run.
pub(crate) trait Intake {
    /// A part begins.
    fn begin(&mut self, part: &str);

    /// A run of the part that began last. Straight and pieced origins point into `source`.
    fn run(&mut self, source: &str, run: Run<'_>);

    /// The part that began last was read to its end: so many bytes. `source` as for its runs.
    fn end(&mut self, source: &str, bytes: u64);

    /// Something was not read.
    fn not_examined(&mut self, part: &str, why: Why);

    /// A picture that a page shows, its credit known.
    fn picture(&mut self, source: &str, picture: PictureOnPage);

    /// The metadata of a picture: the submission itself, or one inside it.
    fn metadata(&mut self, part: &str, metadata: Metadata);

    /// A file in the text itself, whose address is these bytes of the source.
    fn embedded(&mut self, _source: &str, _at: (usize, usize), _embedded: Embedded<'_>) {}
}

impl Intake for Document {
    fn begin(&mut self, part: &str) {
        self.parts.push(Part { name: part.to_owned(), bytes: 0, runs: Vec::new() });
    }

    fn run(&mut self, _source: &str, run: Run<'_>) {
        if let Some(part) = self.parts.last_mut() {
            part.runs.push(Run { text: Cow::Owned(run.text.into_owned()), ..run });
        }
    }

    fn end(&mut self, _source: &str, bytes: u64) {
        if let Some(part) = self.parts.last_mut() {
            part.bytes = bytes;
        }
    }

    fn not_examined(&mut self, part: &str, why: Why) {
        self.not_examined.push(NotExamined { part: part.to_owned(), why });
    }

    fn picture(&mut self, _source: &str, picture: PictureOnPage) {
        self.pictures.push(picture);
    }

    fn metadata(&mut self, part: &str, metadata: Metadata) {
        self.metadata.push((part.to_owned(), metadata));
    }
}

/// A part without a source of its own: its runs are counted as if a line break stood between them.
pub(crate) struct Counted<'i> {
    intake: &'i mut dyn Intake,
    next: u64,
    runs: usize,
}

impl<'i> Counted<'i> {
    /// Begins the part.
    pub(crate) fn begin(intake: &'i mut dyn Intake, part: &str) -> Self {
        intake.begin(part);
        Self { intake, next: 0, runs: 0 }
    }

    /// Hands on a run, which `adjust` may change before.
    pub(crate) fn run(&mut self, kind: Kind, text: &str, adjust: impl FnOnce(&mut Run<'_>)) {
        let mut run = Run::new(kind, text, Origin::Counted(self.next));
        self.next += text.chars().count() as u64 + 1;
        self.runs += 1;
        adjust(&mut run);
        self.intake.run("", run);
    }

    /// Whether nothing was handed on.
    pub(crate) const fn is_empty(&self) -> bool {
        self.runs == 0
    }

    /// Ends the part.
    pub(crate) fn end(self, bytes: u64) {
        self.intake.end("", bytes);
    }
}
