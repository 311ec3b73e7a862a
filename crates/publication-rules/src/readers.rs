//! Readers: from bytes to the one document model.

pub(crate) mod docx;
pub(crate) mod encoding;
pub(crate) mod escapes;
pub(crate) mod html;
pub(crate) mod kind;
pub(crate) mod pdf;
pub(crate) mod text;
pub(crate) mod xml;

use crate::{
    document::{Document, Kind, Origin, Run},
    finding::Why,
    intake::{Inside, Intake},
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
pub fn read(submission: &Submission<'_>, limits: &Limits) -> Document {
    let mut document = Document::default();
    read_into(submission, limits, &mut document);
    document
}

/// Reads a submission, handing on each run as it is read.
pub(crate) fn read_into(submission: &Submission<'_>, limits: &Limits, intake: &mut dyn Intake) {
    if let Some(name) = submission.file_name {
        file_name(name, intake);
    }
    if submission.bytes.len() > limits.bytes {
        intake.not_examined("body", Why::TooLarge);
        return;
    }
    match kind::kind_of(submission) {
        FileKind::Text => text::read(submission, intake),
        FileKind::Html => html::read(submission, intake),
        FileKind::Docx => docx::read(submission.bytes, limits, intake),
        FileKind::Pdf => pdf::read(submission.bytes, limits, intake),
        FileKind::Picture(format) => crate::picture::read(submission.bytes, "picture", format, limits, intake),
        FileKind::Other => intake.not_examined("body", Why::UnknownKind),
    }
}

/// Reads a file that another one holds, its parts named after where it is held.
pub(crate) fn read_inside(submission: &Submission<'_>, name: &str, limits: &Limits, intake: &mut dyn Intake) {
    if limits.files_inside == 0 {
        intake.not_examined(name, Why::Embedded);
        return;
    }
    // A message of several parts may hold its text in codes.
    let head = submission.bytes.get(..submission.bytes.len().min(1_000)).unwrap_or_default().to_ascii_lowercase();
    let message = memchr::memmem::find(&head, b"mime-version:").is_some();
    if message || kind::kind_of(submission) == FileKind::Other {
        intake.not_examined(name, Why::Embedded);
        return;
    }
    let limits = Limits { files_inside: limits.files_inside - 1, ..*limits };
    read_into(submission, &limits, &mut Inside { name, intake });
}

fn file_name(name: &str, intake: &mut dyn Intake) {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    intake.begin("file name");
    intake.run(last, Run::new(Kind::FileName, last, Origin::Straight(0)));
    intake.end(last, last.len() as u64);
}
