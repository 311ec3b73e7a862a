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
    if is_binary(bytes) || claims_other(submission) {
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
    memchr::memchr(0, bytes).is_some() && !super::encoding::looks_like_utf16(bytes)
}

/// Whether the name or the media type says that it is a file of another kind than the text its bytes look like.
fn claims_other(submission: &Submission<'_>) -> bool {
    let said = submission.content_type.unwrap_or_default().to_ascii_lowercase();
    let name = submission.file_name.unwrap_or_default().to_ascii_lowercase();
    let endings = [
        ".pdf", ".doc", ".docx", ".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif", ".zip", ".ppt", ".pptx", ".xls",
        ".xlsx", ".mp4", ".mov", ".mp3", ".odt", ".pub", ".rtf",
    ];
    let named = endings.iter().any(|ending| name.ends_with(ending));
    let types = [
        "application/pdf",
        "application/vnd.",
        "application/msword",
        "application/zip",
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/heic",
        "video/",
        "audio/",
    ];
    let typed = types.iter().any(|start| said.starts_with(start));
    !submission.bytes.is_empty() && (typed || named && !said.starts_with("text/"))
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
