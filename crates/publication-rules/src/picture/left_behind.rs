//! What a picture holds beside what it shows: data behind its end, and a small picture from before it was cut.

use zune_jpeg::zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};

use super::{
    Format, LONGEST_TEXT, Metadata, exif, looks, loose_texts,
    pieces::{self, PieceKind, Walked},
    xmp,
};
use crate::{limits::Limits, message::MetadataSource};

/// Fewer bytes behind a picture's end are a camera's own mark, or filling.
const FEWEST: usize = 1_024;
/// Pictures behind a picture that are looked into.
const MOST_PICTURES: usize = 16;
/// Bits of 128 in which a small picture of the whole hardly differs.
const ALIKE: u32 = 28;
/// A small picture with sides in a proportion that differs by more shows more than the picture, or less.
const PROPORTION: f64 = 0.12;

/// Reads what stands behind a picture's end: some phones put a second picture or a film there, with a position of its own, and some
/// programs leave what they cut away.
pub(super) fn read(bytes: &[u8], end: usize, walked: &Walked, limits: &Limits, metadata: &mut Metadata) {
    let Some(rest) = bytes.get(end..) else { return };
    if rest.len() <= 16 || rest.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace()) {
        return;
    }
    loose(rest, limits, metadata);
    let starts =
        memchr::memmem::find_iter(rest, b"\xff\xd8\xff").chain(memchr::memmem::find_iter(rest, b"\x89PNG\r\n"));
    for start in starts.take(MOST_PICTURES) {
        let other = rest.get(start..).unwrap_or_default();
        let Some(format) = Format::of(other) else { continue };
        let Ok(within) = pieces::walk(other, format, limits) else { continue };
        let mut left = limits.inflated / 4;
        for piece in within.pieces.iter().filter(|piece| piece.kind != PieceKind::Other) {
            // The picture in front was read whole; of these, what can be.
            let _ = super::read_piece(other, piece, limits, &mut left, metadata);
        }
    }
    // Pictures that the file itself lists (CIPA DC-007) belong to it: brightness and depth of a phone's picture.
    let listed = walked.pieces.iter().any(|piece| {
        piece.kind == PieceKind::Other
            && bytes.get(piece.start..piece.end).is_some_and(|body| body.starts_with(b"MPF\0"))
    });
    if rest.len() >= FEWEST && !(listed && rest.starts_with(b"\xff\xd8\xff")) {
        metadata.left_behind = rest.len();
    }
}

/// Reads data of a kind there is no reader for: EXIF and XMP wherever they are, a film's position, and texts.
pub(super) fn loose(bytes: &[u8], limits: &Limits, metadata: &mut Metadata) {
    for packet in xmp::packets(bytes) {
        xmp::read(packet, limits, metadata);
    }
    for at in memchr::memmem::find_iter(bytes, b"Exif\0\0").take(MOST_PICTURES) {
        // A marker that stands there by chance begins nothing.
        let _ = exif::read_tiff(bytes.get(at + 6..).unwrap_or_default(), metadata);
    }
    // ISO 6709 in a film's user data: `+51.5-000.1/`.
    for at in memchr::memmem::find_iter(bytes, b"\xa9xyz").take(MOST_PICTURES) {
        let place = bytes.get(at + 4..bytes.len().min(at + 40)).unwrap_or_default();
        if place.iter().any(|byte| matches!(byte, b'+' | b'-')) && place.iter().any(u8::is_ascii_digit) {
            metadata.add_position(MetadataSource::Comment);
        }
    }
    if bytes.len() <= LONGEST_TEXT {
        loose_texts(bytes, "data", metadata);
    }
}

/// Whether the small picture inside a picture shows something else: a picture that was cut keeps what it was before.
///
/// One whose size is still the one it was taken with was not cut, and is not looked at pixel by pixel.
pub(super) fn thumbnail_differs(bytes: &[u8], format: Format, thumbnail: &[u8], taken_as: Option<(u32, u32)>) -> bool {
    let Some((width, height)) = size(bytes, format) else { return false };
    if taken_as == Some((width as u32, height as u32)) || taken_as == Some((height as u32, width as u32)) {
        return false;
    }
    let Some(small) = Small::read(thumbnail) else { return false };
    let proportion = |width: usize, height: usize| width as f64 / height.max(1) as f64;
    let (whole, part) = (proportion(small.width, small.height), proportion(width, height));
    if (whole / part.max(1e-6) - 1.0).abs() > PROPORTION {
        return true;
    }
    match (small.looks(), looks::plain(bytes, format)) {
        (Some(small), Some(large)) => small.differs(large) > ALIKE,
        _ => false,
    }
}

fn size(bytes: &[u8], format: Format) -> Option<(usize, usize)> {
    match format {
        Format::Jpeg => {
            let mut decoder = zune_jpeg::JpegDecoder::new(ZCursor::new(bytes));
            decoder.decode_headers().ok()?;
            decoder.dimensions()
        }
        Format::Png => {
            let side =
                |at: usize| Some(bytes.get(at..at + 4)?.iter().fold(0, |all, byte| all << 8 | usize::from(*byte)));
            Some((side(16)?, side(20)?))
        }
        _ => None,
    }
}

/// A small picture in shades of grey, without the black bars that fill it up to a fixed proportion.
struct Small {
    width: usize,
    height: usize,
    rows: Vec<Vec<u8>>,
}

impl Small {
    fn read(bytes: &[u8]) -> Option<Self> {
        let options = DecoderOptions::new_cmd().jpeg_set_out_colorspace(ColorSpace::Luma);
        let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options);
        decoder.decode_headers().ok()?;
        let (width, height) = decoder.dimensions()?;
        if width == 0 || width.checked_mul(height)? > 1 << 20 {
            return None;
        }
        let pixels = decoder.decode().ok()?;
        let mut rows: Vec<Vec<u8>> = pixels.chunks_exact(width).map(<[u8]>::to_vec).collect();
        let black = |row: &[u8]| row.iter().all(|light| *light < 28);
        let bar = rows.iter().take_while(|row| black(row)).count().min(height / 3);
        let foot = rows.iter().rev().take_while(|row| black(row)).count().min(height / 3);
        rows.truncate(rows.len() - foot);
        rows.drain(..bar);
        let column = |rows: &[Vec<u8>], at: usize| rows.iter().all(|row| row.get(at).is_none_or(|light| *light < 28));
        let left = (0..width / 3).take_while(|at| column(&rows, *at)).count();
        let right = (0..width / 3).take_while(|at| column(&rows, width - 1 - at)).count();
        for row in &mut rows {
            row.truncate(width - right);
            row.drain(..left);
        }
        Some(Self { width: width - left - right, height: rows.len(), rows })
    }

    fn looks(&self) -> Option<looks::Looks> {
        looks::of_rows(self.width, &self.rows)
    }
}
