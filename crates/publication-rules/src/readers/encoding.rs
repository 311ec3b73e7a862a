//! Character encodings of text and pages: UTF-8, UTF-16 and Windows-1252 (WHATWG Encoding Standard, which reads the labels of Latin-1
//! and ASCII as Windows-1252 too).

use std::borrow::Cow;

use crate::finding::Why;

/// What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character a byte is in Windows-1252.
pub(crate) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The byte that a character beyond ASCII is in Windows-1252.
pub(crate) fn windows_1252_byte(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ => WINDOWS.iter().position(|known| *known == c).and_then(|at| u8::try_from(at + 0x80).ok()),
    }
}

/// The label after `charset=`, in lower case.
pub(crate) fn charset(content_type: &str) -> Option<String> {
    let lower = content_type.to_ascii_lowercase();
    let label = lower.split("charset").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    let label = label.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))).unwrap_or(label.len());
    (end > 0).then(|| label[..end].to_owned())
}

/// Whether bytes are UTF-16 by their mark or by every second byte being zero.
pub(crate) fn looks_like_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len() / 2;
    half >= 4 && (zeros(1) * 10 > half * 7 && zeros(0) == 0 || zeros(0) * 10 > half * 7 && zeros(1) == 0)
}

/// Decodes text under a label, if any.
///
/// # Errors
/// [`Why::UnknownEncoding`] for a label there is no reader for, where the bytes are not plain ASCII.
pub(crate) fn decode<'a>(bytes: &'a [u8], label: Option<&str>) -> Result<Cow<'a, str>, Why> {
    let utf16 = matches!(label, Some("utf-16" | "utf-16le" | "utf-16be" | "unicode"));
    if looks_like_utf16(bytes) || utf16 && bytes.contains(&0) {
        let big = bytes.starts_with(&[0xfe, 0xff])
            || !bytes.starts_with(&[0xff, 0xfe]) && (label == Some("utf-16be") || bytes.first() == Some(&0));
        let body =
            if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) { &bytes[2..] } else { bytes };
        let units = body.chunks_exact(2).map(|pair| {
            if big { u16::from_be_bytes([pair[0], pair[1]]) } else { u16::from_le_bytes([pair[0], pair[1]]) }
        });
        return Ok(Cow::Owned(char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()));
    }
    // Pages often say Latin-1 and are UTF-8; the reverse shows as invalid. Valid UTF-8 beyond ASCII is not there by chance.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    match label {
        None
        | Some(
            "utf-8" | "utf8" | "us-ascii" | "ascii" | "iso-8859-1" | "iso8859-1" | "latin1" | "windows-1252" | "cp1252"
            | "iso-8859-15" | "x-cp1252" | "iso_8859-1",
        ) => Ok(Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect())),
        Some(_) => Err(Why::UnknownEncoding),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reads_the_same_in_every_encoding() {
        let name = "Zoë’s café";
        let utf16: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [0xfe, 0xff].into_iter().chain(name.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(decode(name.as_bytes(), None).unwrap(), name);
        assert_eq!(decode(&utf16, Some("utf-16le")).unwrap(), name);
        assert_eq!(decode(&marked, None).unwrap(), name);
        assert_eq!(decode(b"Zo\xeb\x92s caf\xe9", Some("iso-8859-1")).unwrap(), name);
        assert_eq!(decode(b"\x82\xa0", Some("shift_jis")), Err(Why::UnknownEncoding));
        assert_eq!(charset("text/html; charset=\"UTF-8\"").as_deref(), Some("utf-8"));
    }
}
