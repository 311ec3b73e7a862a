//! EXIF: position, and the fields people write names into.

use std::io::Cursor;

use exif::{Context, Error, Exif, In, Reader, Tag, Value};

use super::{FieldRole, Metadata};
use crate::{finding::Why, message::MetadataSource};

/// Reads a TIFF structure.
pub(super) fn read_tiff(tiff: &[u8], metadata: &mut Metadata) -> Result<(), Why> {
    if tiff.is_empty() {
        return Ok(());
    }
    if is_heavy(tiff) {
        return Err(Why::TooManyEntries);
    }
    take(Reader::new().continue_on_error(true).read_raw(tiff.to_vec()), metadata)
}

/// Reads the EXIF item of a HEIC or AVIF.
pub(super) fn read_boxes(bytes: &[u8], metadata: &mut Metadata) -> Result<(), Why> {
    match Reader::new().continue_on_error(true).read_from_container(&mut Cursor::new(bytes)) {
        Err(Error::NotFound(_)) => Ok(()),
        Ok(exif) if is_heavy(exif.buf()) => Err(Why::TooManyEntries),
        other => take(other, metadata),
    }
}

/// Directories that a camera writes hold some dozens of entries; each of many may claim the whole file as its value, and the library
/// copies every value it is asked for.
const MOST_ENTRIES: usize = 4_000;
/// See [`MOST_ENTRIES`].
const MOST_DIRECTORIES: usize = 32;

/// Whether reading all values would take far more than the file is long.
fn is_heavy(tiff: &[u8]) -> bool {
    let big = tiff.starts_with(b"MM");
    let number = |at: usize, length: usize| -> Option<usize> {
        let bytes = tiff.get(at..at.checked_add(length)?)?;
        let add = |value: usize, byte: &u8| value << 8 | usize::from(*byte);
        Some(if big { bytes.iter().fold(0, add) } else { bytes.iter().rev().fold(0, add) })
    };
    let mut waiting: Vec<usize> = number(4, 4).into_iter().collect();
    let (mut seen, mut entries, mut size) = (Vec::new(), 0, 0_usize);
    while let Some(at) = waiting.pop() {
        if seen.contains(&at) {
            continue;
        }
        seen.push(at);
        let count = number(at, 2).unwrap_or(0);
        entries += count;
        if entries > MOST_ENTRIES || seen.len() > MOST_DIRECTORIES {
            return true;
        }
        for entry in (0..count).map(|n| at + 2 + n * 12) {
            let (Some(tag), Some(kind), Some(length)) = (number(entry, 2), number(entry + 2, 2), number(entry + 4, 4))
            else {
                break;
            };
            let unit = if matches!(kind, 5 | 10 | 12) { 8 } else { 4 };
            // A value that runs over the end is refused by the library.
            size = size.saturating_add(length.saturating_mul(unit).min(tiff.len()));
            if matches!(tag, 0x8769 | 0x8825 | 0xa005) {
                waiting.extend(number(entry + 8, 4));
            }
        }
        waiting.extend(number(at + 2 + count * 12, 4).filter(|next| *next > 0));
    }
    size > tiff.len().saturating_mul(8).saturating_add(1 << 20)
}

/// The bytes of the TIFF structure a HEIC or AVIF holds, as they stand in the file.
pub(super) fn tiff_in_boxes(bytes: &[u8]) -> Option<Vec<u8>> {
    let read = Reader::new().continue_on_error(true).read_from_container(&mut Cursor::new(bytes));
    read.or_else(|error| error.distill_partial_result(|_| {})).ok().map(|exif| exif.buf().to_vec())
}

/// The orientation (1 to 8), which a clean copy keeps.
pub(super) fn orientation(tiff: &[u8]) -> Option<u16> {
    if is_heavy(tiff) {
        return None;
    }
    let read = Reader::new().continue_on_error(true).read_raw(tiff.to_vec());
    let exif = read.or_else(|error| error.distill_partial_result(|_| {})).ok()?;
    let value = exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0)?;
    u16::try_from(value).ok().filter(|value| (2..=8).contains(value))
}

fn take(read: Result<Exif, Error>, metadata: &mut Metadata) -> Result<(), Why> {
    let mut whole = Ok(());
    let exif = match read.or_else(|error| error.distill_partial_result(|_| whole = Err(Why::Damaged))) {
        Ok(exif) => exif,
        Err(_) => return Err(Why::Damaged),
    };
    for field in exif.fields() {
        let number = (field.tag.context(), field.tag.number());
        let role = match number {
            // Latitude and longitude of the picture and of what it was aimed at.
            (Context::Gps, 2 | 4 | 20 | 22) => {
                if is_position(&field.value) {
                    metadata.add_position(MetadataSource::Exif);
                }
                continue;
            }
            (Context::Gps, 28) => FieldRole::Place,
            (Context::Gps | Context::Interop, _) => continue,
            (Context::Tiff, 0x013b | 0x9c9d) | (Context::Exif, 0xa430 | 0xa437 | 0xa438) => FieldRole::Maker,
            (Context::Tiff, 0x010d | 0x010e | 0x011d | 0x8298 | 0x9c9b | 0x9c9c | 0x9c9e | 0x9c9f)
            | (Context::Exif, 0x9286 | 0xa436) => FieldRole::Text,
            (Context::Exif, 0x927c) => {
                metadata.maker_data = true;
                if let Value::Undefined(block, _) = &field.value {
                    super::loose_texts(block, "MakerNote", metadata);
                }
                continue;
            }
            // Whatever else is text: a host's name, a program's, a tag of somebody's own.
            _ => FieldRole::Other,
        };
        metadata.add(MetadataSource::Exif, &field.tag.to_string(), &text(&field.value, number.1, exif.buf()), role);
    }
    if let Some(thumbnail) = thumbnail(&exif) {
        metadata.thumbnail = Some(thumbnail.to_vec());
    }
    let side = |tag: Tag| exif.get_field(tag, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    if let (Some(width), Some(height)) = (side(Tag::PixelXDimension), side(Tag::PixelYDimension)) {
        metadata.taken_as = Some((width, height));
    }
    whole
}

/// The small picture that is kept beside the large one.
fn thumbnail(exif: &Exif) -> Option<&[u8]> {
    let number = |tag: Tag| exif.get_field(tag, In::THUMBNAIL).and_then(|field| field.value.get_uint(0));
    let (start, length) = (number(Tag::JPEGInterchangeFormat)?, number(Tag::JPEGInterchangeFormatLength)?);
    exif.buf().get(start as usize..(start as usize).checked_add(length as usize)?).filter(|bytes| bytes.len() > 100)
}

/// Whether a latitude or longitude of whatever type says anything; all zeros is none, and seconds may be missing or not a number.
fn is_position(value: &Value) -> bool {
    let fits = |degrees: f64| degrees.is_finite() && degrees.abs() <= 180.0;
    match value {
        Value::Rational(parts) => {
            parts.first().is_some_and(|part| fits(part.to_f64()))
                && parts.iter().any(|part| part.num != 0 && part.denom != 0)
        }
        Value::SRational(parts) => {
            parts.first().is_some_and(|part| fits(part.to_f64()))
                && parts.iter().any(|part| part.num != 0 && part.denom != 0)
        }
        Value::Ascii(lines) => lines.iter().flatten().any(|byte| matches!(byte, b'1'..=b'9')),
        Value::Undefined(bytes, _) => bytes.iter().any(|byte| matches!(byte, b'1'..=b'9')),
        Value::Double(parts) => parts.iter().any(|part| *part != 0.0) && parts.first().is_some_and(|part| fits(*part)),
        Value::Float(parts) => {
            parts.iter().any(|part| *part != 0.0) && parts.first().is_some_and(|part| fits(f64::from(*part)))
        }
        Value::SLong(parts) => parts.iter().any(|part| *part != 0),
        Value::SShort(parts) => parts.iter().any(|part| *part != 0),
        Value::SByte(parts) => parts.iter().any(|part| *part != 0),
        Value::Byte(parts) => parts.iter().any(|part| *part != 0),
        Value::Short(parts) => parts.iter().any(|part| *part != 0),
        Value::Long(parts) => parts.iter().any(|part| *part != 0),
        Value::Unknown(_, count, _) => *count > 0,
    }
}

/// The type of text in UTF-8 that EXIF 3.0 added.
const UTF_8: u16 = 129;

fn text(value: &Value, tag: u16, tiff: &[u8]) -> String {
    match value {
        Value::Ascii(lines) => lines
            .iter()
            .map(|line| crate::readers::encoding::decode(line, None).unwrap_or_default())
            .collect::<Vec<_>>()
            .join(" "),
        // The fields of Windows Explorer are UTF-16, little-endian.
        Value::Byte(bytes) if (0x9c9b..=0x9c9f).contains(&tag) => {
            let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
        }
        // Eight bytes of character code, then the text (EXIF 4.6.5).
        Value::Undefined(bytes, _) if tag == 0x9286 => {
            let (code, body) = bytes.split_at_checked(8).unwrap_or((&[], bytes));
            let label = code.starts_with(b"UNICODE").then_some("utf-16");
            crate::readers::encoding::decode(body, label).unwrap_or_default().into_owned()
        }
        Value::Byte(bytes) | Value::Undefined(bytes, _) => super::printable(bytes),
        Value::Unknown(UTF_8, count, at) => {
            let (count, at) = (*count as usize, *at as usize);
            let offset = tiff.get(at..at.saturating_add(4)).map_or(0, |bytes| {
                let bytes = [bytes[0], bytes[1], bytes[2], bytes[3]];
                if tiff.starts_with(b"MM") { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
            });
            let from = if count <= 4 { at } else { offset as usize };
            let bytes = tiff.get(from..from.saturating_add(count)).unwrap_or_default();
            String::from_utf8_lossy(bytes).into_owned()
        }
        _ => String::new(),
    }
}
