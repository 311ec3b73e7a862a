//! Bytes as text, in whichever encoding they are.

use serde::{Deserialize, Serialize};

use crate::{FileProblem, single_byte};

/// How the file's text was encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8, with or without a mark at the beginning.
    Utf8,
    /// UTF-16, little or big end first: Excel's "Unicode text".
    Utf16,
    /// Windows-1252: Excel's plain "CSV" in Britain. A guess: no file says so.
    Windows1252,
    /// Mac OS Roman: Excel's "CSV (Macintosh)". A guess too.
    MacRoman,
    /// Code page 850: Excel's "CSV (MS-DOS)". A guess too.
    Dos850,
}

impl Encoding {
    /// Whether it was guessed from the letters, so that somebody must look whether names are right.
    pub const fn is_guessed(self) -> bool {
        !matches!(self, Self::Utf8 | Self::Utf16)
    }
}

/// Reads bytes as text. What cannot be read becomes U+FFFD, and the row it stands in is not taken.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Encoding), FileProblem> {
    let (text, encoding) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (utf8(rest), Encoding::Utf8),
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16),
        _ => unmarked(bytes),
    };
    if is_binary(&text) { Err(FileProblem::NotAList) } else { Ok((text, encoding)) }
}

fn unmarked(bytes: &[u8]) -> (String, Encoding) {
    // A header is ASCII: in UTF-16 every second byte of it is zero.
    let start = &bytes[..bytes.len().min(64)];
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    if start.len() >= 4 && zeros(1) * 3 > start.len() {
        return (utf16(bytes, u16::from_le_bytes), Encoding::Utf16);
    }
    if start.len() >= 4 && zeros(0) * 3 > start.len() {
        return (utf16(bytes, u16::from_be_bytes), Encoding::Utf16);
    }
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // A UTF-8 file that was damaged in one place keeps the rest; in Windows-1252 hardly anything looks like UTF-8.
    if broken <= sound { (utf8(bytes), Encoding::Utf8) } else { single_byte::decoded(bytes) }
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    let mut text: String = text.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    // Some programs put a zero byte after the last line end: that is none of the text.
    if odd.first().is_some_and(|byte| *byte != 0) {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// Text has hardly any control characters; a picture, a PDF or a program is full of them.
fn is_binary(text: &str) -> bool {
    let start = || text.chars().take(4000);
    let odd = start().filter(|c| (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || *c == '\u{fffd}').count();
    odd >= 4 && odd * 20 > start().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        decode(bytes).unwrap()
    }

    fn utf16_of(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_same_name_is_read_from_every_encoding_excel_writes() {
        let text = "id,forename\r\n1,Siân\r\n2,Zoë O’Brien\r\n";
        let mut marked = vec![0xef, 0xbb, 0xbf];
        marked.extend(text.as_bytes());
        assert_eq!(decoded(&marked), (text.to_owned(), Encoding::Utf8));
        assert_eq!(decoded(text.as_bytes()), (text.to_owned(), Encoding::Utf8));
        let windows = b"id,forename\r\n1,Si\xe2n\r\n2,Zo\xeb O\x92Brien\r\n";
        assert_eq!(decoded(windows), (text.to_owned(), Encoding::Windows1252));
        for bytes in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            assert_eq!(decoded(&utf16_of(text, bytes)), (text.to_owned(), Encoding::Utf16));
            assert_eq!(decoded(&utf16_of(&format!("\u{feff}{text}"), bytes)), (text.to_owned(), Encoding::Utf16));
        }
    }

    #[test]
    fn one_broken_letter_does_not_spoil_the_others() {
        let (text, encoding) = decoded(b"Si\xc3\xa2n,Zo\xc3\xab,Ren\xc3,Ana\xc3\xafs");
        assert_eq!((text.as_str(), encoding), ("Siân,Zoë,Ren\u{fffd},Anaïs", Encoding::Utf8));
    }

    #[test]
    fn a_file_that_is_no_text_is_no_list() {
        assert_eq!(decode(&(0..=255).collect::<Vec<u8>>()), Err(FileProblem::NotAList));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(FileProblem::NotAList));
    }
}
