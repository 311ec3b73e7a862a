//! Readers: from bytes to the one document model.

pub(crate) mod docx;
pub(crate) mod encoding;
pub(crate) mod html;
pub(crate) mod kind;
pub(crate) mod pdf;
pub(crate) mod text;

use crate::{
    document::{Document, Kind, Origin, Part, Run},
    finding::{NotExamined, Why},
    limits::Limits,
};
use kind::FileKind;

/// Something about to be published.
#[derive(Clone, Copy, Debug, Default)]
pub struct Submission<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// Their media type, where the sender gave one: `text/html; charset=utf-8`.
    pub content_type: Option<&'a str>,
    /// The name it will be published under.
    pub file_name: Option<&'a str>,
}

/// Reads a submission into the document model. Never fails: what cannot be read is in [`Document::not_examined`].
pub fn read<'a>(submission: &Submission<'a>, limits: &Limits) -> Document<'a> {
    let mut document = Document::default();
    if let Some(name) = submission.file_name {
        document.parts.push(file_name(name));
    }
    if submission.bytes.len() > limits.bytes {
        document.not_examined.push(NotExamined { part: "body".to_owned(), why: Why::TooLarge });
        return document;
    }
    match kind::kind_of(submission) {
        FileKind::Text => text::read(submission, &mut document),
        FileKind::Html => html::read(submission, &mut document),
        FileKind::Docx => docx::read(submission.bytes, limits, &mut document),
        FileKind::Pdf => pdf::read(submission.bytes, limits, &mut document),
        FileKind::Picture(format) => crate::picture::read(submission.bytes, "picture", format, limits, &mut document),
        FileKind::Other => document.not_examined.push(NotExamined { part: "body".to_owned(), why: Why::UnknownKind }),
    }
    document
}

fn file_name(name: &str) -> Part<'_> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let mut part = Part::new("file name", last.len() as u64);
    part.source = Some(last.into());
    part.runs.push(Run::new(Kind::FileName, last, Origin::Straight(0)));
    part
}
