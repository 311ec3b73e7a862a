//! Pictures: what their metadata gives away, and copies without it.

pub(crate) mod clean;
mod exif;
mod iptc;
mod left_behind;
pub(crate) mod looks;
pub(crate) mod pieces;
mod xmp;

use crate::{finding::Why, intake::Intake, limits::Limits, message::MetadataSource};
use pieces::{Piece, PieceKind};

/// A picture format the checker reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
    /// HEIC, HEIF and AVIF: boxes of ISO/IEC 14496-12.
    Heic,
}

impl Format {
    /// The format these bytes begin like.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            return Some(Self::Jpeg);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Some(Self::WebP);
        }
        let brand = bytes.get(8..12).filter(|_| bytes.get(4..8) == Some(b"ftyp"))?;
        matches!(brand, b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" | b"avif" | b"avis")
            .then_some(Self::Heic)
    }

    /// The media type of a picture of this format that is `bytes`.
    pub(crate) fn media_type(self, bytes: &[u8]) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Heic if matches!(bytes.get(8..12), Some(b"avif" | b"avis")) => "image/avif",
            Self::Heic => "image/heic",
        }
    }
}

/// A text field of a picture's metadata.
#[derive(Clone, PartialEq, Eq)]
pub struct Field {
    /// Where it is held.
    pub source: MetadataSource,
    /// Its name.
    pub name: String,
    /// Its text.
    pub value: String,
    /// What it is for.
    pub role: FieldRole,
}

impl std::fmt::Debug for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Field({:?} {} {:?})", self.source, self.name, self.role)
    }
}

/// What a field of metadata is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldRole {
    /// Who made it.
    Maker,
    /// Who is shown.
    Shown,
    /// Where it was.
    Place,
    /// Anything said about it.
    Text,
    /// Anything else: only a pupil on the list or an email address in it matters.
    Other,
}

/// What a picture's metadata holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Where positions are held.
    pub positions: Vec<MetadataSource>,
    /// Text fields.
    pub fields: Vec<Field>,
    /// The camera maker's own block is there; it may hold a position, and no reader knows them all.
    pub maker_data: bool,
    /// There are more texts than are kept.
    pub overflowed: bool,
    /// Bytes behind the picture's end that are no part of it.
    pub left_behind: usize,
    /// The small picture inside shows something else, or more, than the picture.
    pub thumbnail_differs: bool,
    /// The small picture inside.
    thumbnail: Option<Vec<u8>>,
    /// Its size when it was taken.
    taken_as: Option<(u32, u32)>,
    held: usize,
}

/// Texts longer than this are cut before they are searched for names, and the picture counts as not wholly examined.
pub(crate) const LONGEST_FIELD: usize = 64 << 10;
/// All of a picture's texts together are kept up to this.
const LONGEST_FIELDS: usize = 2 << 20;
/// A deflated text of a PNG is read up to this.
const LONGEST_TEXT: usize = 4 << 20;

impl Metadata {
    fn add(&mut self, source: MetadataSource, name: &str, value: &str, role: FieldRole) {
        let value = value.trim_matches(|c: char| c.is_whitespace() || c == '\0');
        if value.is_empty() {
            return;
        }
        let held: usize = self.held + name.len() + value.len().min(LONGEST_FIELD);
        if self.fields.len() > 2_000 || held > LONGEST_FIELDS {
            self.overflowed = true;
            return;
        }
        self.overflowed |= value.len() > LONGEST_FIELD;
        let end = (0..=value.len().min(LONGEST_FIELD)).rev().find(|end| value.is_char_boundary(*end)).unwrap_or(0);
        let field = Field { source, name: name.to_owned(), value: value[..end].to_owned(), role };
        if !self.fields.contains(&field) {
            self.held = held;
            self.fields.push(field);
        }
    }

    fn add_position(&mut self, source: MetadataSource) {
        if !self.positions.contains(&source) {
            self.positions.push(source);
        }
    }
}

/// Reads a picture's metadata, as the part `name`.
pub(crate) fn read(bytes: &[u8], name: &str, format: Format, limits: &Limits, intake: &mut dyn Intake) {
    match metadata(bytes, format, limits) {
        Ok((metadata, whole)) => {
            intake.begin(name);
            intake.metadata(name, metadata);
            intake.end("", bytes.len() as u64);
            if let Err(why) = whole {
                intake.not_examined(name, why);
            }
        }
        Err(why) => intake.not_examined(name, why),
    }
}

/// The metadata of a picture, and whether all of it could be read.
///
/// # Errors
/// Where the file is too damaged to be walked through at all.
pub(crate) fn metadata(bytes: &[u8], format: Format, limits: &Limits) -> Result<(Metadata, Result<(), Why>), Why> {
    let mut metadata = Metadata::default();
    let mut whole = Ok(());
    if format == Format::Heic {
        whole = exif::read_boxes(bytes, &mut metadata);
        for packet in xmp::packets(bytes) {
            xmp::read(packet, limits, &mut metadata);
        }
        if metadata.overflowed {
            whole = Err(Why::TooManyEntries);
        }
        return Ok((metadata, whole));
    }
    let walked = pieces::walk(bytes, format, limits)?;
    if walked.cut_short {
        whole = Err(Why::Damaged);
    }
    let mut left = limits.inflated;
    for piece in &walked.pieces {
        if let Err(why) = read_piece(bytes, piece, limits, &mut left, &mut metadata) {
            whole = Err(why);
        }
    }
    if metadata.overflowed {
        whole = Err(Why::TooManyEntries);
    }
    left_behind::read(bytes, walked.end, &walked, limits, &mut metadata);
    if let Some(thumbnail) = metadata.thumbnail.take() {
        metadata.thumbnail_differs = left_behind::thumbnail_differs(bytes, format, &thumbnail, metadata.taken_as);
    }
    Ok((metadata, whole))
}

/// Text in bytes that are not all text, if there is enough of it to be words.
fn printable(bytes: &[u8]) -> String {
    let text = crate::readers::encoding::decode(bytes, None).unwrap_or_default();
    let odd = text.chars().filter(|c| c.is_control() && !c.is_whitespace() && *c != '\0' || *c == '\u{fffd}').count();
    if odd * 20 > text.chars().count() { String::new() } else { text.replace('\0', " ") }
}

/// A text has at least so many characters.
const SHORTEST_TEXT: usize = 6;

/// Adds the texts that stand among data of a kind the checker has no reader for.
fn loose_texts(bytes: &[u8], name: &str, metadata: &mut Metadata) {
    let bytes = bytes.get(..bytes.len().min(LONGEST_TEXT)).unwrap_or_default();
    let mut texts = String::new();
    for piece in bytes.split(|byte| *byte < 0x20 || *byte == 0x7f).filter(|piece| piece.len() >= SHORTEST_TEXT) {
        // Data that happens to hold no control character for a while is not UTF-8 for as long.
        for text in String::from_utf8_lossy(piece).split('\u{fffd}') {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            if text.len() >= SHORTEST_TEXT && letters * 2 > text.chars().count() && texts.len() < LONGEST_FIELD {
                texts.push_str(text);
                texts.push('\n');
            }
        }
    }
    metadata.add(MetadataSource::Comment, name, &texts, FieldRole::Other);
}

/// What an XMP packet says that stands by itself.
pub(crate) fn packet(bytes: &[u8], limits: &Limits) -> Metadata {
    let mut metadata = Metadata::default();
    xmp::read(bytes, limits, &mut metadata);
    metadata
}

fn read_piece(
    bytes: &[u8],
    piece: &Piece,
    limits: &Limits,
    left: &mut usize,
    metadata: &mut Metadata,
) -> Result<(), Why> {
    let body = bytes.get(piece.start..piece.end).unwrap_or_default();
    match piece.kind {
        PieceKind::Exif => exif::read_tiff(body, metadata),
        PieceKind::Xmp => {
            xmp::read(body, limits, metadata);
            Ok(())
        }
        PieceKind::Iptc => {
            iptc::read(body, metadata);
            Ok(())
        }
        PieceKind::Comment => {
            let text = crate::readers::encoding::decode(body, None).unwrap_or_default();
            metadata.add(MetadataSource::Comment, "comment", &text, FieldRole::Text);
            Ok(())
        }
        PieceKind::PngText => png_text(body, limits, left, metadata),
        PieceKind::Other => {
            left_behind::loose(body, limits, metadata);
            Ok(())
        }
        PieceKind::Image => Ok(()),
    }
}

/// A profile that ImageMagick and others write in hexadecimal: its name, its length, then EXIF, XMP or IPTC.
fn raw_profile(data: &[u8], limits: &Limits, metadata: &mut Metadata) -> Result<(), Why> {
    let text: Vec<&[u8]> = data.split(|byte| byte.is_ascii_whitespace()).filter(|word| !word.is_empty()).collect();
    let digits = text.get(2..).unwrap_or_default().concat();
    let hex = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let bytes: Option<Vec<u8>> = digits.chunks_exact(2).map(|pair| Some(hex(pair[0])? << 4 | hex(pair[1])?)).collect();
    let bytes = bytes.ok_or(Why::Damaged)?;
    let tiff = bytes.strip_prefix(b"Exif\0\0").unwrap_or(&bytes);
    if tiff.starts_with(b"II") || tiff.starts_with(b"MM") {
        return exif::read_tiff(tiff, metadata);
    }
    if memchr::memchr(b'<', bytes.get(..bytes.len().min(200)).unwrap_or_default()).is_some() {
        xmp::read(&bytes, limits, metadata);
        return Ok(());
    }
    iptc::read(&bytes, metadata);
    loose_texts(&bytes, "raw profile", metadata);
    Ok(())
}

/// `tEXt`, `zTXt` and `iTXt` (PNG 11.3.3): a keyword, then text that may be deflated.
fn png_text(body: &[u8], limits: &Limits, left: &mut usize, metadata: &mut Metadata) -> Result<(), Why> {
    let (kind, body) = body.split_at_checked(4).ok_or(Why::Damaged)?;
    let zero = memchr::memchr(0, body).ok_or(Why::Damaged)?;
    let keyword: String = body[..zero].iter().map(|byte| char::from(*byte)).collect();
    let rest = body.get(zero + 1..).unwrap_or_default();
    let (packed, data) = match kind {
        b"tEXt" => (false, rest),
        b"zTXt" => (true, rest.get(1..).unwrap_or_default()),
        _ => {
            let packed = rest.first() == Some(&1);
            let after_language =
                rest.get(2..).and_then(|rest| memchr::memchr(0, rest).map(|at| &rest[at + 1..])).unwrap_or_default();
            (packed, memchr::memchr(0, after_language).map(|at| &after_language[at + 1..]).unwrap_or_default())
        }
    };
    let inflated = packed.then(|| crate::readers::pdf::inflate(data, (*left).min(LONGEST_TEXT)));
    if let Some(inflated) = &inflated {
        *left = left.saturating_sub(inflated.as_ref().map_or(LONGEST_TEXT, Vec::len));
    }
    let inflated = inflated.transpose()?;
    let data = inflated.as_deref().unwrap_or(data);
    if keyword == "XML:com.adobe.xmp" {
        xmp::read(data, limits, metadata);
    } else if keyword.to_ascii_lowercase().starts_with("raw profile type ") {
        return raw_profile(data, limits, metadata);
    } else if keyword.to_ascii_lowercase().contains("gps") {
        let text = crate::readers::encoding::decode(data, None).unwrap_or_default();
        xmp::property(keyword.rsplit(':').next().unwrap_or(&keyword), text.trim(), metadata);
    } else {
        let text = crate::readers::encoding::decode(data, None).unwrap_or_default();
        let role = if keyword == "Author" { FieldRole::Maker } else { FieldRole::Text };
        metadata.add(MetadataSource::Comment, &keyword, &text, role);
    }
    Ok(())
}
