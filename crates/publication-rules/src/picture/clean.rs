//! Copies of pictures without metadata, the picture itself byte for byte as it was.

use super::{Format, exif, pieces, pieces::PieceKind, xmp};
use crate::{finding::Why, limits::Limits};

/// A copy without EXIF, XMP, IPTC, comments and what stands behind the picture's end. The orientation stays, or the picture would
/// turn on its side.
///
/// # Errors
/// Where the file is too damaged, or metadata would still be in the copy.
pub(crate) fn clean(bytes: &[u8], format: Format, limits: &Limits) -> Result<Vec<u8>, Why> {
    let copy = match format {
        Format::Heic => blank(bytes),
        Format::Jpeg => jpeg(bytes, limits)?,
        Format::Png => png(bytes, limits)?,
        Format::WebP => webp(bytes, limits)?,
    };
    let (left, whole) = super::metadata(&copy, format, limits)?;
    whole?;
    if left.positions.is_empty() && left.fields.is_empty() && !left.maker_data { Ok(copy) } else { Err(Why::Damaged) }
}

/// The head of the file and every piece that shows the picture.
fn kept(bytes: &[u8], format: Format, limits: &Limits, head: usize) -> Result<Vec<u8>, Why> {
    let walked = pieces::walk(bytes, format, limits)?;
    let mut copy = bytes.get(..head).ok_or(Why::Damaged)?.to_vec();
    for piece in walked.pieces.iter().filter(|piece| piece.kind == PieceKind::Image) {
        copy.extend_from_slice(bytes.get(piece.whole_start..piece.whole_end).ok_or(Why::Damaged)?);
    }
    Ok(copy)
}

/// How the picture is turned, where it is.
fn turned(bytes: &[u8], format: Format, limits: &Limits) -> Result<Option<u16>, Why> {
    let walked = pieces::walk(bytes, format, limits)?;
    let mut blocks = walked.pieces.iter().filter(|piece| piece.kind == PieceKind::Exif);
    Ok(blocks.find_map(|piece| exif::orientation(bytes.get(piece.start..piece.end)?)))
}

/// The orientation goes into a chunk of its own, before the picture's data (PNG 11.3.4.5).
fn png(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Why> {
    let mut copy = kept(bytes, Format::Png, limits, 8)?;
    let header = copy.get(8..12).map_or(0, |length| length.iter().fold(0, |all, byte| all << 8 | usize::from(*byte)));
    let after = header.saturating_add(20);
    if let Some(orientation) = turned(bytes, Format::Png, limits)?
        && after <= copy.len()
    {
        let tiff = orientation_alone(orientation);
        let mut chunk = (tiff.len() as u32).to_be_bytes().to_vec();
        chunk.extend_from_slice(b"eXIf");
        chunk.extend(tiff);
        let checksum = crc32fast::hash(chunk.get(4..).unwrap_or_default());
        chunk.extend(checksum.to_be_bytes());
        copy.splice(after..after, chunk);
    }
    Ok(copy)
}

fn jpeg(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Why> {
    let turned = turned(bytes, Format::Jpeg, limits)?;
    let mut copy = kept(bytes, Format::Jpeg, limits, 2)?;
    if let Some(orientation) = turned {
        let segment = orientation_segment(orientation);
        // Right after JFIF where there is one, else first.
        let jfif = copy.get(2..4) == Some(&[0xff, 0xe0][..]);
        let at = if jfif {
            4 + copy.get(4..6).map_or(0, |length| usize::from(length[0]) << 8 | usize::from(length[1]))
        } else {
            2
        };
        copy.splice(at.min(copy.len())..at.min(copy.len()), segment);
    }
    copy.extend_from_slice(&[0xff, 0xd9]);
    Ok(copy)
}

/// One EXIF entry: orientation (tag 0x0112, short).
fn orientation_alone(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    tiff.extend_from_slice(&orientation.to_be_bytes());
    tiff.extend_from_slice(&[0; 6]);
    tiff
}

/// The same as an APP1.
fn orientation_segment(orientation: u16) -> Vec<u8> {
    let mut tiff = b"Exif\0\0".to_vec();
    tiff.extend(orientation_alone(orientation));
    let mut segment = vec![0xff, 0xe1];
    segment.extend_from_slice(&(tiff.len() as u16 + 2).to_be_bytes());
    segment.extend(tiff);
    segment
}

fn webp(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Why> {
    let mut copy = kept(bytes, Format::WebP, limits, 12)?;
    let extended = copy.get(12..16) == Some(&b"VP8X"[..]);
    let turned = turned(bytes, Format::WebP, limits)?.filter(|_| extended);
    if let Some(orientation) = turned {
        let tiff = orientation_alone(orientation);
        copy.extend_from_slice(b"EXIF");
        copy.extend_from_slice(&(tiff.len() as u32).to_le_bytes());
        copy.extend(tiff);
    }
    let length = u32::try_from(copy.len().saturating_sub(8)).map_err(|_| Why::TooLarge)?;
    copy.get_mut(4..8).ok_or(Why::Damaged)?.copy_from_slice(&length.to_le_bytes());
    // The flags of VP8X say what chunks follow: EXIF is 0x08, XMP 0x04.
    if extended && let Some(flags) = copy.get_mut(20) {
        *flags &= !0x0c;
        *flags |= if turned.is_some() { 0x08 } else { 0 };
    }
    Ok(copy)
}

/// Boxes point at each other by offset, so nothing is cut out: EXIF and XMP are overwritten where they stand.
fn blank(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    if let Some(tiff) = exif::tiff_in_boxes(bytes).filter(|tiff| tiff.len() >= 14)
        && let Some(at) = memchr::memmem::find(bytes, &tiff)
        && let Some(place) = copy.get_mut(at..at + tiff.len())
    {
        place.fill(0);
        if let Some(head) = place.get_mut(..14) {
            head.copy_from_slice(b"II*\0\x08\0\0\0\0\0\0\0\0\0");
        }
    }
    let places: Vec<(usize, usize)> = xmp::packets(bytes)
        .iter()
        .map(|packet| (packet.as_ptr() as usize - bytes.as_ptr() as usize, packet.len()))
        .collect();
    for (at, length) in places {
        if let Some(place) = copy.get_mut(at..at + length) {
            place.fill(b' ');
        }
    }
    copy
}
