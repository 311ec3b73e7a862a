//! Files that stand in an address itself: `data:image/jpeg;base64,...` (RFC 2397).

use percent_encoding::percent_decode_str;

use super::gathered::Gathered;
use crate::{
    finding::Why,
    intake::{Embedded, Intake},
    picture::Format,
    readers::encoding,
};

/// How reports name a file in an address that was not examined.
const PART: &str = "file in an address";

/// Reads the file that the address at `start..end` of the source is.
pub(super) fn read(source: &str, start: usize, end: usize, intake: &mut dyn Intake) {
    let mut address = Gathered { in_attribute: true, ..Gathered::default() };
    address.append(source, start, end, true, true);
    let at = (start, end);
    let Some((head, data)) = address.text.trim().get(5..).and_then(|rest| rest.split_once(',')) else { return };
    let head = head.to_ascii_lowercase();
    let bytes = if head.trim_end().ends_with(";base64") {
        match base64(data) {
            Some(bytes) => bytes,
            None => return intake.not_examined(PART, Why::Damaged),
        }
    } else {
        percent_decode_str(data).collect()
    };
    if let Some(format) = Format::of(&bytes) {
        intake.embedded(source, at, Embedded::Picture { bytes: &bytes, format });
        return;
    }
    let kind = head.split(';').next().unwrap_or_default();
    let words = kind.is_empty() || kind.starts_with("text/") || kind.contains("xml") || kind.contains("json");
    if words {
        match encoding::decode(&bytes, encoding::charset(&head).as_deref()) {
            Ok(text) => intake.embedded(source, at, Embedded::Text(&text)),
            Err(why) => intake.not_examined(PART, why),
        }
    } else if !harmless(kind, &bytes) {
        intake.not_examined(PART, Why::Embedded);
    }
}

/// Fonts, sounds, and the small pictures that pages keep a place with, where nothing is written in them.
fn harmless(kind: &str, bytes: &[u8]) -> bool {
    let quiet = memchr::memmem::find(bytes, b"XMP").is_none();
    bytes.len() < 16
        || kind.contains("font")
        || kind.starts_with("application/octet-stream") && bytes.len() < 1024
        || (kind == "image/gif" || kind.contains("icon") || kind == "image/bmp") && quiet
        || kind == "image/webp" && bytes.len() < 64
}

/// Base 64 as pages have it: with and without its end, with spaces, and with percent signs.
fn base64(data: &str) -> Option<Vec<u8>> {
    let data: Vec<u8> = percent_decode_str(data).filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=').collect();
    let data: Vec<u8> = data
        .into_iter()
        .map(|byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            _ => byte,
        })
        .collect();
    data_encoding::BASE64_NOPAD.decode(&data).ok()
}
