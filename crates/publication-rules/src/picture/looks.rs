//! What a picture looks like, as 128 bits that hardly change when it is resized or compressed again: a difference hash. The
//! picture is averaged into 9 by 9 fields; 64 bits say which of 8 by 8 is brighter than its right neighbour, and 64 which is
//! brighter than the one below.

use std::{fmt, io::Cursor, str::FromStr};

use serde::{Deserialize, Serialize};
use zune_jpeg::zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};

use super::{Format, exif, pieces, pieces::PieceKind};
use crate::limits::Limits;

/// Fields in each direction.
const SIDE: usize = 9;

/// Pictures of more pixels are not decoded: the memory for it would be more than the picture is worth.
const MOST_PIXELS: usize = 24_000_000;

/// How much brighter a field has to be, in 1/16 of 256 steps: in an even sky or wall the sign of a difference is chance, and the next
/// compression turns it.
const MARGIN: u64 = 16;

/// A picture with fewer set bits is so even that it looks like any other even picture.
const FEWEST_BITS: u32 = 8;

/// What a picture looks like. Two of them are compared, and one can be kept: nothing of the picture can be seen in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Looks(u128);

/// Not what a picture looks like: 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a difference hash: 32 hexadecimal digits")]
pub struct NotLooks;

impl Looks {
    /// In how many of 128 bits two pictures differ.
    pub const fn differs(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones()
    }
}

impl fmt::Display for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for Looks {
    type Err = NotLooks;

    fn from_str(text: &str) -> Result<Self, NotLooks> {
        let digits = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
        if digits { u128::from_str_radix(text, 16).map(Self).map_err(|_| NotLooks) } else { Err(NotLooks) }
    }
}

impl TryFrom<String> for Looks {
    type Error = NotLooks;

    fn try_from(text: String) -> Result<Self, NotLooks> {
        text.parse()
    }
}

impl From<Looks> for String {
    fn from(looks: Looks) -> Self {
        looks.to_string()
    }
}

/// The hash of a picture, or none where it cannot be decoded here (HEIC and AVIF), is too large, or is too even to be told
/// from others.
pub(crate) fn looks(bytes: &[u8], format: Format, limits: &Limits) -> Option<Looks> {
    let turned = orientation(bytes, format, limits).unwrap_or(1);
    let fields = match format {
        Format::Jpeg => jpeg(bytes, turned)?,
        Format::Png => png(bytes, turned)?,
        Format::WebP => webp(bytes, turned)?,
        Format::Heic => return None,
    };
    fields.hash()
}

/// The hash of a picture's pixels as they are stored, to compare with a small picture stored the same way.
pub(super) fn plain(bytes: &[u8], format: Format) -> Option<Looks> {
    match format {
        Format::Jpeg => jpeg(bytes, 1)?.hash(),
        Format::Png => png(bytes, 1)?.hash(),
        Format::WebP => webp(bytes, 1)?.hash(),
        Format::Heic => None,
    }
}

/// The hash of rows of brightness.
pub(super) fn of_rows(width: usize, rows: &[Vec<u8>]) -> Option<Looks> {
    let mut fields = Fields::new(width, rows.len(), 1)?;
    for (y, row) in rows.iter().enumerate() {
        fields.add_row(y, row.iter().copied());
    }
    fields.hash()
}

/// How the pixels are turned for showing (EXIF, 1 to 8): programs that resize often turn the pixels themselves.
fn orientation(bytes: &[u8], format: Format, limits: &Limits) -> Option<u16> {
    let walked = pieces::walk(bytes, format, limits).ok()?;
    let mut blocks = walked.pieces.iter().filter(|piece| piece.kind == PieceKind::Exif);
    blocks.find_map(|piece| exif::orientation(bytes.get(piece.start..piece.end)?))
}

/// Sums of brightness over the fields of the picture as it is shown.
struct Fields {
    sums: [[u64; SIDE]; SIDE],
    counts: [[u64; SIDE]; SIDE],
    /// For each x of the stored pixels, the column, or the row where the picture is turned by a quarter.
    across: Vec<u8>,
    /// The same for each y.
    down: Vec<u8>,
    quarter: bool,
}

impl Fields {
    fn new(width: usize, height: usize, orientation: u16) -> Option<Self> {
        if width < SIDE * 2 || height < SIDE * 2 || width.checked_mul(height)? > MOST_PIXELS {
            return None;
        }
        // Where the stored left and top edges are the shown right and bottom ones, or the other way round (TIFF 6.0, Orientation).
        let mirror_across = matches!(orientation, 2 | 3 | 7 | 8);
        let mirror_down = matches!(orientation, 3 | 4 | 6 | 7);
        let line = |length: usize, mirrored: bool| {
            let field = |at: usize| (at * SIDE / length) as u8;
            let line = (0..length).map(|at| field(if mirrored { length - 1 - at } else { at }));
            line.collect::<Vec<u8>>()
        };
        Some(Self {
            sums: [[0; SIDE]; SIDE],
            counts: [[0; SIDE]; SIDE],
            across: line(width, mirror_across),
            down: line(height, mirror_down),
            quarter: orientation >= 5,
        })
    }

    /// Adds the brightness of a row of stored pixels.
    fn add_row(&mut self, y: usize, row: impl Iterator<Item = u8>) {
        let Some(down) = self.down.get(y).map(|down| usize::from(*down)) else { return };
        for (light, across) in row.zip(&self.across) {
            let across = usize::from(*across);
            let (column, row) = if self.quarter { (down, across) } else { (across, down) };
            self.sums[row][column] += u64::from(light);
            self.counts[row][column] += 1;
        }
    }

    fn hash(&self) -> Option<Looks> {
        let mut means = [[0; SIDE]; SIDE];
        for (row, (sums, counts)) in means.iter_mut().zip(self.sums.iter().zip(&self.counts)) {
            for (mean, (sum, count)) in row.iter_mut().zip(sums.iter().zip(counts)) {
                *mean = (sum * 16).checked_div(*count)?;
            }
        }
        let mut hash = 0_u128;
        for y in 0..SIDE - 1 {
            for x in 0..SIDE - 1 {
                for neighbour in [means[y][x + 1], means[y + 1][x]] {
                    hash = hash << 1 | u128::from(means[y][x] > neighbour + MARGIN);
                }
            }
        }
        (hash.count_ones() >= FEWEST_BITS).then_some(Looks(hash))
    }
}

/// Brightness of colours (ITU-R BT.601, as JPEG has it).
fn light(red: u8, green: u8, blue: u8) -> u8 {
    ((299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue)) / 1000) as u8
}

fn jpeg(bytes: &[u8], orientation: u16) -> Option<Fields> {
    let options = DecoderOptions::new_cmd().jpeg_set_out_colorspace(ColorSpace::Luma);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let (width, height) = decoder.dimensions()?;
    let mut fields = Fields::new(width, height, orientation)?;
    let pixels = decoder.decode().ok()?;
    for (y, row) in pixels.chunks_exact(width).enumerate() {
        fields.add_row(y, row.iter().copied());
    }
    Some(fields)
}

fn png(bytes: &[u8], orientation: u16) -> Option<Fields> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    let mut fields = Fields::new(width, height, orientation)?;
    let (colour, _) = reader.output_color_type();
    let pixel = colour.samples();
    if reader.info().interlaced {
        let mut whole = vec![0; reader.output_buffer_size()?];
        let frame = reader.next_frame(&mut whole).ok()?;
        for (y, row) in whole.chunks_exact(frame.line_size).take(height).enumerate() {
            fields.add_row(y, row.chunks_exact(pixel).map(shown));
        }
    } else {
        for y in 0..height {
            let row = reader.next_row().ok()??;
            fields.add_row(y, row.data().chunks_exact(pixel).map(shown));
        }
    }
    Some(fields)
}

fn webp(bytes: &[u8], orientation: u16) -> Option<Fields> {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).ok()?;
    let (width, height) = decoder.dimensions();
    let (width, height) = (width as usize, height as usize);
    let mut fields = Fields::new(width, height, orientation)?;
    let pixel = if decoder.has_alpha() { 4 } else { 3 };
    let mut pixels = vec![0; decoder.output_buffer_size()?];
    decoder.read_image(&mut pixels).ok()?;
    for (y, row) in pixels.chunks_exact(width * pixel).enumerate() {
        fields.add_row(y, row.chunks_exact(pixel).map(shown));
    }
    Some(fields)
}

/// The brightness of a pixel of 1 to 4 samples, on white where it can be seen through.
fn shown(pixel: &[u8]) -> u8 {
    let (light, alpha) = match *pixel {
        [grey] => (grey, 255),
        [grey, alpha] => (grey, alpha),
        [red, green, blue] => (light(red, green, blue), 255),
        [red, green, blue, alpha] => (light(red, green, blue), alpha),
        _ => (255, 255),
    };
    let (light, alpha) = (u32::from(light), u32::from(alpha));
    ((light * alpha + 255 * (255 - alpha)) / 255) as u8
}
