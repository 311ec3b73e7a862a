//! What kind of file bytes are: by their first bytes, else by what the sender says.

use super::Submission;
use crate::picture::Format;

/// A kind of file there is a reader for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Text,
    Html,
    Docx,
    Pdf,
    Picture(Format),
    /// None of these.
    Other,
}

/// The kind of a submission. What the bytes say outweighs the media type and the name.
pub(crate) fn kind_of(submission: &Submission<'_>) -> FileKind {
    let bytes = submission.bytes;
    if let Some(format) = Format::of(bytes) {
        return FileKind::Picture(format);
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if head.windows(5).any(|window| window == b"%PDF-") {
        return FileKind::Pdf;
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return if memchr::memmem::find(bytes, b"word/").is_some() { FileKind::Docx } else { FileKind::Other };
    }
    if is_binary(bytes) {
        return FileKind::Other;
    }
    let said = submission.content_type.unwrap_or_default().to_ascii_lowercase();
    let name = submission.file_name.unwrap_or_default().to_ascii_lowercase();
    let html_name =
        [".html", ".htm", ".xhtml", ".svg", ".xml", ".php", ".aspx"].iter().any(|ending| name.ends_with(ending));
    if said.contains("html") || said.contains("xml") {
        return FileKind::Html;
    }
    if said.starts_with("text/") || said.starts_with("application/json") {
        return FileKind::Text;
    }
    if html_name || looks_like_html(head) { FileKind::Html } else { FileKind::Text }
}

/// Bytes that no text has: zeros (outside UTF-16), and the starts of files there is no reader for.
fn is_binary(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 9] = [
        b"\xd0\xcf\x11\xe0",
        b"{\\rtf",
        b"GIF8",
        b"BM\x00",
        b"\x1f\x8b",
        b"Rar!",
        b"7z\xbc\xaf",
        b"ID3",
        b"\x00\x00\x01\x00",
    ];
    if starts.iter().any(|start| bytes.starts_with(start)) {
        return true;
    }
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    zeros > 0 && !super::encoding::looks_like_utf16(bytes)
}

fn looks_like_html(head: &[u8]) -> bool {
    let lower = head.to_ascii_lowercase();
    let has = |needle: &[u8]| memchr::memmem::find(&lower, needle).is_some();
    has(b"<!doctype html")
        || has(b"<html")
        || has(b"<head")
        || has(b"<body")
        || has(b"</p>")
        || has(b"</div>")
        || has(b"<svg")
        || has(b"<img ")
}
