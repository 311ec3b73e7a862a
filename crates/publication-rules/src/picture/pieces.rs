//! The pieces of a picture file: segments of a JPEG, chunks of a PNG or WebP, by their place in the bytes.
//!
//! Our own walk, because a clean copy also has to leave off what stands behind a JPEG's end (motion photos, depth maps), which the
//! libraries we looked at keep.

use super::Format;
use crate::{finding::Why, limits::Limits};

/// What a piece holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// EXIF, its TIFF header first.
    Exif,
    /// An XMP packet.
    Xmp,
    /// Photoshop resources with IPTC.
    Iptc,
    /// A comment.
    Comment,
    /// A text chunk of a PNG, from its type on.
    PngText,
    /// The picture itself and what is needed to show it.
    Image,
    /// Anything else.
    Other,
}

/// A piece: its body and, around it, all its bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub kind: PieceKind,
    pub start: usize,
    pub end: usize,
    pub whole_start: usize,
    pub whole_end: usize,
}

/// A file walked through.
#[derive(Debug)]
pub(crate) struct Walked {
    pub pieces: Vec<Piece>,
    /// Where the picture ends.
    pub end: usize,
    /// It ended before it should.
    pub cut_short: bool,
}

/// Walks through a file.
///
/// # Errors
/// Where nothing of it can be walked, or it has more pieces than the limit.
pub(crate) fn walk(bytes: &[u8], format: Format, limits: &Limits) -> Result<Walked, Why> {
    let walked = match format {
        Format::Jpeg => jpeg(bytes, limits),
        Format::Png => png(bytes, limits),
        Format::WebP => webp(bytes, limits),
        Format::Heic => return Err(Why::UnknownKind),
    };
    if walked.pieces.len() >= limits.entries {
        return Err(Why::TooManyEntries);
    }
    if walked.pieces.is_empty() { Err(Why::Damaged) } else { Ok(walked) }
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    Some(bytes.get(at..at + length)?.iter().fold(0, |value, byte| value << 8 | usize::from(*byte)))
}

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const XMP_MORE: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

/// JPEG (ITU-T T.81 B.1): markers, most with a length; after a start of scan, coded data up to the next marker.
fn jpeg(bytes: &[u8], limits: &Limits) -> Walked {
    let mut walked = Walked { pieces: Vec::new(), end: bytes.len(), cut_short: true };
    let mut at = 2;
    while walked.pieces.len() < limits.entries {
        let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr(0xff, rest)) else { break };
        let whole_start = at + found;
        let mut marker_at = whole_start + 1;
        while bytes.get(marker_at) == Some(&0xff) {
            marker_at += 1;
        }
        let Some(marker) = bytes.get(marker_at).copied() else { break };
        match marker {
            0xd9 => {
                walked.end = marker_at + 1;
                walked.cut_short = false;
                break;
            }
            0x00 | 0x01 | 0xd0..=0xd8 => {
                at = marker_at + 1;
                continue;
            }
            _ => {}
        }
        let Some(length) = number(bytes, marker_at + 1, 2).filter(|length| *length >= 2) else { break };
        let (start, end) = (marker_at + 3, marker_at + 1 + length);
        let Some(body) = bytes.get(start..end) else { break };
        let (kind, skip) = match marker {
            0xe1 if body.starts_with(EXIF) => (PieceKind::Exif, EXIF.len()),
            0xe1 if body.starts_with(XMP) => (PieceKind::Xmp, XMP.len()),
            0xe1 if body.starts_with(XMP_MORE) => (PieceKind::Xmp, (XMP_MORE.len() + 40).min(body.len())),
            0xed if body.starts_with(PHOTOSHOP) => (PieceKind::Iptc, PHOTOSHOP.len()),
            0xfe => (PieceKind::Comment, 0),
            0xe0 if body.starts_with(b"JFIF\0") => (PieceKind::Image, 0),
            0xe2 if body.starts_with(b"ICC_PROFILE\0") => (PieceKind::Image, 0),
            0xee if body.starts_with(b"Adobe") => (PieceKind::Image, 0),
            0xe0..=0xef => (PieceKind::Other, 0),
            _ => (PieceKind::Image, 0),
        };
        let whole_end = if marker == 0xda { scan_end(bytes, end) } else { end };
        walked.pieces.push(Piece { kind, start: start + skip, end, whole_start, whole_end });
        at = whole_end;
    }
    walked
}

/// Where a scan's coded data ends: at the next marker that is neither a stuffed byte nor a restart.
fn scan_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr(0xff, rest)) {
        let marker = at + found;
        match bytes.get(marker + 1) {
            Some(0x00 | 0xd0..=0xd7) => at = marker + 2,
            Some(0xff) => at = marker + 1,
            _ => return marker,
        }
    }
    bytes.len()
}

/// PNG (11.2): length, type, body, checksum.
fn png(bytes: &[u8], limits: &Limits) -> Walked {
    let mut walked = Walked { pieces: Vec::new(), end: bytes.len(), cut_short: true };
    let mut at = 8;
    while walked.pieces.len() < limits.entries {
        let Some(length) = number(bytes, at, 4) else { break };
        let Some(kind) = bytes.get(at + 4..at + 8) else { break };
        let (start, end) = (at + 8, at.saturating_add(8).saturating_add(length));
        if bytes.get(start..end.saturating_add(4)).is_none() {
            break;
        }
        let (piece, start) = match kind {
            b"eXIf" => (PieceKind::Exif, start),
            b"tEXt" | b"zTXt" | b"iTXt" => (PieceKind::PngText, start - 4),
            b"IHDR" | b"PLTE" | b"IDAT" | b"IEND" | b"tRNS" | b"cHRM" | b"gAMA" | b"iCCP" | b"sBIT" | b"sRGB"
            | b"cICP" | b"bKGD" | b"pHYs" | b"hIST" | b"sPLT" | b"acTL" | b"fcTL" | b"fdAT" | b"mDCV" | b"cLLI" => {
                (PieceKind::Image, start)
            }
            _ => (PieceKind::Other, start),
        };
        walked.pieces.push(Piece { kind: piece, start, end, whole_start: at, whole_end: end + 4 });
        at = end + 4;
        if kind == b"IEND" {
            walked.end = at;
            walked.cut_short = false;
            break;
        }
    }
    walked
}

/// WebP: RIFF chunks, little-endian lengths, padded to even.
fn webp(bytes: &[u8], limits: &Limits) -> Walked {
    let little = |at: usize| {
        Some(bytes.get(at..at + 4)?.iter().rev().fold(0_usize, |value, byte| value << 8 | usize::from(*byte)))
    };
    let declared = little(4).map_or(bytes.len(), |length| length.saturating_add(8));
    let end = declared.min(bytes.len());
    let mut walked = Walked { pieces: Vec::new(), end, cut_short: declared > bytes.len() };
    let mut at = 12;
    while at + 8 <= end && walked.pieces.len() < limits.entries {
        let Some(length) = little(at + 4) else { break };
        let (start, body_end) = (at + 8, at.saturating_add(8).saturating_add(length));
        if body_end > end {
            walked.cut_short = true;
            break;
        }
        let whole_end = (body_end + length % 2).min(end);
        let (kind, skip) = match bytes.get(at..at + 4) {
            // Some writers put the JPEG prefix in front.
            Some(b"EXIF") if bytes[start..body_end].starts_with(EXIF) => (PieceKind::Exif, EXIF.len()),
            Some(b"EXIF") => (PieceKind::Exif, 0),
            Some(b"XMP ") => (PieceKind::Xmp, 0),
            Some(b"VP8 " | b"VP8L" | b"VP8X" | b"ANIM" | b"ANMF" | b"ALPH" | b"ICCP") => (PieceKind::Image, 0),
            _ => (PieceKind::Other, 0),
        };
        walked.pieces.push(Piece { kind, start: start + skip, end: body_end, whole_start: at, whole_end });
        at = whole_end;
    }
    walked
}
