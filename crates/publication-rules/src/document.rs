//! The one model every reader produces: runs of text with a kind and a way back to the source.

use std::borrow::Cow;

use crate::finding::NotExamined;

/// What a run of text is in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Running text.
    Body,
    /// A heading.
    Heading,
    /// A caption of a picture or table.
    Caption,
    /// Alternative text of a picture.
    Alt,
    /// A title attribute or the page's title.
    Title,
    /// The file name of the submission, a picture or a linked document.
    FileName,
    /// The text of a link.
    LinkText,
    /// The address of a link.
    LinkAddress,
    /// A description or keywords for machines, values of form fields.
    Meta,
    /// A header or footer of a page.
    HeaderFooter,
    /// A comment that readers do not see but can find.
    Comment,
    /// A property of the file: author, last editor, subject.
    Property,
    /// A row of a table, its cells parted by tabs.
    Cell,
    /// A script of a page.
    Script,
    /// Short blocks that follow one another, each between ends of blocks: looked at only for names over two of them.
    Across,
}

impl Kind {
    /// Whether it is a short field, where a name may be written in any case and joined by hyphens or underscores.
    pub const fn is_short_field(self) -> bool {
        matches!(self, Self::Alt | Self::Title | Self::FileName | Self::Caption | Self::Property | Self::Meta)
    }
}

/// Where a run's text stands in its part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The text is the source's from this byte on.
    Straight(usize),
    /// Pieces: from this byte of the text on, it stands at this byte of the source, until the next piece.
    Pieces(Vec<(u32, u32)>),
    /// The part has no source to point into: the run starts at this scalar value of the part's text.
    Counted(u64),
}

/// A run of text.
#[derive(Clone, Debug)]
pub struct Run<'a> {
    /// What it is.
    pub kind: Kind,
    /// The text, character references and encodings resolved.
    pub text: Cow<'a, str>,
    /// Where it stands.
    pub origin: Origin,
    /// The page, from 1, of a document that has pages.
    pub page: Option<u32>,
    /// Whether it stands beside a picture: its caption, alternative text, or the text next to it.
    pub by_picture: bool,
    /// Whether character references or percent signs were resolved in it.
    pub encoded: bool,
}

impl<'a> Run<'a> {
    /// A run without a page, not beside a picture.
    pub fn new(kind: Kind, text: impl Into<Cow<'a, str>>, origin: Origin) -> Self {
        Self { kind, text: text.into(), origin, page: None, by_picture: false, encoded: false }
    }
}

/// A part: a page's markup, a page of a PDF, a file inside a DOCX, the file name.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name, as findings give it.
    pub name: String,
    /// Bytes read.
    pub bytes: u64,
    /// The runs in reading order.
    pub runs: Vec<Run<'static>>,
}

/// A picture that a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureOnPage {
    /// Its address as written.
    pub address: String,
    /// Byte of the source where it stands.
    pub at: usize,
    /// Whether words near it look like a credit.
    pub credited: bool,
}

/// Everything a reader found, gathered: the checker itself takes runs as they are read.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The parts.
    pub parts: Vec<Part>,
    /// What could not be read.
    pub not_examined: Vec<NotExamined>,
    /// Pictures that a page shows.
    pub pictures: Vec<PictureOnPage>,
    /// Metadata of the pictures read: the submission itself, or those inside a document, by part.
    pub metadata: Vec<(String, crate::picture::Metadata)>,
}
