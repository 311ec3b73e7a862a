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

    /// Whether it wants to know where in a document's markup each text stands, to change it there.
    fn traces(&self) -> bool {
        false
    }
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

/// A text put together from pieces of markup, and where each piece stands there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traced {
    pub(crate) text: String,
    pieces: Vec<(u32, u32)>,
}

/// A place beyond every file, of a text that stands nowhere in the markup.
const NOWHERE: u32 = 0x7fff_0000;

impl Traced {
    /// Adds a text that stands at this byte of the markup; of what stands nowhere, only the text.
    pub(crate) fn push(&mut self, text: &str, at: Option<usize>) {
        match at {
            Some(at) => self.pieces.push((self.text.len() as u32, at as u32)),
            None if !self.pieces.is_empty() => self.pieces.push((self.text.len() as u32, NOWHERE)),
            None => {}
        }
        self.text.push_str(text);
    }

    /// Adds another at the end.
    pub(crate) fn append(&mut self, other: &Self) {
        let base = self.text.len() as u32;
        if self.pieces.is_empty() && base > 0 && !other.pieces.is_empty() {
            self.pieces.push((0, NOWHERE));
        }
        self.pieces.extend(other.pieces.iter().map(|(text, source)| (base + text, *source)));
        self.text.push_str(&other.text);
    }

    /// Begins again.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
    }
}

/// A part without a source of its own: its runs are counted as if a line break stood between them.
pub(crate) struct Counted<'i> {
    intake: &'i mut dyn Intake,
    /// The markup, where runs are wanted by their place in it.
    source: Option<&'i str>,
    next: u64,
    runs: usize,
}

impl<'i> Counted<'i> {
    /// Begins the part.
    pub(crate) fn begin(intake: &'i mut dyn Intake, part: &str) -> Self {
        intake.begin(part);
        Self { intake, source: None, next: 0, runs: 0 }
    }

    /// Begins a part that is read from this markup.
    pub(crate) fn begin_in(intake: &'i mut dyn Intake, part: &str, source: &'i str) -> Self {
        let source = intake.traces().then_some(source);
        Self { source, ..Self::begin(intake, part) }
    }

    /// Whether runs are wanted by their place in the markup.
    pub(crate) const fn traces(&self) -> bool {
        self.source.is_some()
    }

    /// Hands on a run that stands in the markup.
    pub(crate) fn run_traced(&mut self, kind: Kind, text: &Traced, adjust: impl FnOnce(&mut Run<'_>)) {
        let Some(source) = self.source else { return self.run(kind, &text.text, adjust) };
        let mut run = Run::new(kind, text.text.as_str(), Origin::Pieces(text.pieces.clone()));
        self.runs += 1;
        adjust(&mut run);
        self.intake.run(source, run);
    }

    /// Hands on a run, which `adjust` may change before.
    pub(crate) fn run(&mut self, kind: Kind, text: &str, adjust: impl FnOnce(&mut Run<'_>)) {
        // What is put together otherwise than it stands cannot be changed there.
        if self.source.is_some() {
            return;
        }
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
        self.intake.end(self.source.unwrap_or_default(), bytes);
    }
}

/// Takes in a file that another one holds: its parts are named after it.
pub(crate) struct Inside<'i> {
    pub(crate) name: &'i str,
    pub(crate) intake: &'i mut dyn Intake,
}

impl Inside<'_> {
    fn named(&self, part: &str) -> String {
        format!("{}: {part}", self.name)
    }
}

impl Intake for Inside<'_> {
    fn begin(&mut self, part: &str) {
        self.intake.begin(&self.named(part));
    }

    fn run(&mut self, source: &str, run: Run<'_>) {
        self.intake.run(source, run);
    }

    fn end(&mut self, source: &str, bytes: u64) {
        self.intake.end(source, bytes);
    }

    fn not_examined(&mut self, part: &str, why: Why) {
        self.intake.not_examined(&self.named(part), why);
    }

    fn picture(&mut self, source: &str, picture: PictureOnPage) {
        self.intake.picture(source, picture);
    }

    fn metadata(&mut self, part: &str, metadata: Metadata) {
        self.intake.metadata(&self.named(part), metadata);
    }

    fn embedded(&mut self, source: &str, at: (usize, usize), embedded: Embedded<'_>) {
        self.intake.embedded(source, at, embedded);
    }
}
