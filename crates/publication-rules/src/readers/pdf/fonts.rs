//! From a font's codes to text (ISO 32000-1 9.6, 9.7, 9.10).

use std::collections::BTreeMap;

use super::{
    encodings::{Base, glyph},
    metrics::Design,
    objects::Objects,
    syntax::{Dict, Lexer, Object},
};

/// More mappings than this in one font are not read.
const MOST_MAPPINGS: usize = 20_000;

/// Codes with what they stand for: a code belongs to the range that begins last before it.
#[derive(Clone, Debug)]
struct Ranges<T>(BTreeMap<u32, (u32, T)>);

impl<T> Default for Ranges<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> Ranges<T> {
    fn insert(&mut self, from: u32, to: u32, value: T) {
        if self.0.len() < MOST_MAPPINGS {
            self.0.insert(from, (to, value));
        }
    }

    /// What a code stands for, and how far into its range it is.
    fn get(&self, code: u32) -> Option<(&T, u32)> {
        let (from, (to, value)) = self.0.range(..=code).next_back()?;
        (code <= *to).then_some((value, code - from))
    }
}

/// The text of a range's first code; the last character counts up.
#[derive(Clone, Debug)]
struct Text {
    stem: Box<str>,
    last: char,
}

/// A font.
#[derive(Clone, Debug, Default)]
pub(super) struct Font {
    /// Bytes of a code: 1, or 2 for composite fonts.
    pub(super) width: usize,
    to_unicode: Ranges<Text>,
    base: Option<Base>,
    /// Whether the font itself names its encoding.
    named: bool,
    differences: BTreeMap<u8, Option<String>>,
    widths: Ranges<f64>,
    /// The width of codes that none is given for.
    default_width: Option<f64>,
    design: Option<Design>,
    /// Codes are Unicode themselves (the predefined maps of UCS-2 and UTF-16).
    unicode: bool,
    /// What it says its letters are and the letters it names as its own contradict each other.
    pub(super) doubtful: bool,
    /// Type 3 fonts draw letters as little pictures; widths are in their own space.
    scale: f64,
}

impl Font {
    /// Reads a font's dictionary.
    pub(super) fn read(objects: &mut Objects<'_>, dict: &Dict) -> Self {
        let composite = objects.entry(dict, b"Subtype").and_then(Object::name) == Some(b"Type0");
        let type3 = objects.entry(dict, b"Subtype").and_then(Object::name) == Some(b"Type3");
        let mut font = Self { width: 1, scale: 0.001, ..Self::default() };
        if type3 && let Some(Object::Array(matrix)) = objects.entry(dict, b"FontMatrix") {
            font.scale = matrix.first().and_then(Object::number).unwrap_or(0.001).abs();
        }
        if let Some(Object::Reference(number)) = dict.get(b"ToUnicode")
            && let Some(stored) = objects.stored(*number).cloned()
            && let Ok(data) = objects.data(&stored)
        {
            font.width = font.map(&data).unwrap_or(font.width);
        }
        if composite {
            font.width = 2;
            font.composite(objects, dict);
        } else {
            font.width = 1;
            font.encoding(objects, dict);
            font.simple_widths(objects, dict);
            font.doubtful = font.contradicts_itself();
        }
        font.doubtful |= font.says_one_thing();
        font
    }

    /// Reads a `ToUnicode` map; gives the bytes of its codes.
    fn map(&mut self, data: &[u8]) -> Option<usize> {
        let mut lexer = Lexer::new(data, 0);
        let mut held: Vec<Object> = Vec::new();
        let mut width = None;
        while let Some(object) = lexer.object() {
            match &object {
                Object::Word(word) => {
                    match word.as_slice() {
                        b"endcodespacerange" => {
                            width = held
                                .iter()
                                .find_map(|o| if let Object::Text(code) = o { Some(code.len()) } else { None });
                        }
                        b"endbfchar" => self.characters(&held),
                        b"endbfrange" => self.ranges(&held),
                        _ => {}
                    }
                    held.clear();
                }
                _ if held.len() < MOST_MAPPINGS => held.push(object),
                _ => return width,
            }
        }
        width
    }

    fn characters(&mut self, held: &[Object]) {
        for pair in held.chunks_exact(2) {
            if let (Object::Text(code), Object::Text(text)) = (&pair[0], &pair[1]) {
                self.mapped(number(code), number(code), text);
            }
        }
    }

    fn mapped(&mut self, from: u32, to: u32, text: &[u8]) {
        let text = utf16(text);
        if let Some(last) = text.chars().next_back() {
            let stem = text.get(..text.len() - last.len_utf8()).unwrap_or_default().into();
            self.to_unicode.insert(from, to, Text { stem, last });
        }
    }

    fn ranges(&mut self, held: &[Object]) {
        for triple in held.chunks_exact(3) {
            let (Object::Text(from), Object::Text(to)) = (&triple[0], &triple[1]) else { continue };
            let (from, to) = (number(from), number(to));
            if to < from || to - from > 0xffff {
                continue;
            }
            match &triple[2] {
                Object::Text(first) => self.mapped(from, to, first),
                Object::Array(items) => {
                    for (code, item) in (from..=to).zip(items.iter()) {
                        if let Object::Text(text) = item {
                            self.mapped(code, code, text);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn encoding(&mut self, objects: &Objects<'_>, dict: &Dict) {
        let named = |object: Option<&Object>| match object.and_then(Object::name) {
            Some(b"WinAnsiEncoding") => Some(Base::WinAnsi),
            Some(b"MacRomanEncoding") => Some(Base::MacRoman),
            Some(b"StandardEncoding") => Some(Base::Standard),
            _ => None,
        };
        let truetype = objects.entry(dict, b"Subtype").and_then(Object::name) == Some(b"TrueType");
        let encoding = objects.entry(dict, b"Encoding");
        let differences = encoding.and_then(|object| objects.dict(object));
        let base = named(encoding).or_else(|| differences.and_then(|dict| named(objects.entry(dict, b"BaseEncoding"))));
        self.named = base.is_some();
        let base = base.unwrap_or(if truetype { Base::WinAnsi } else { Base::Standard });
        self.base = Some(base);
        let Some(Object::Array(items)) = differences.and_then(|dict| objects.entry(dict, b"Differences")) else {
            return;
        };
        let mut code = 0_usize;
        for item in items.iter() {
            match objects.resolve(item) {
                Object::Number(number) => code = *number as usize,
                Object::Name(name) => {
                    if let Ok(place) = u8::try_from(code) {
                        self.differences.insert(place, std::str::from_utf8(name).ok().and_then(glyph));
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }

    fn simple_widths(&mut self, objects: &Objects<'_>, dict: &Dict) {
        let first = objects.entry(dict, b"FirstChar").and_then(Object::index).unwrap_or(0) as u32;
        let descriptor = objects.entry_dict(dict, b"FontDescriptor");
        let name = objects.entry(dict, b"BaseFont").and_then(Object::name).unwrap_or_default();
        self.design = Some(Design::of(name));
        let missing = descriptor.and_then(|own| objects.entry(own, b"MissingWidth")).and_then(Object::number);
        self.default_width = missing.filter(|width| *width > 0.0).map(|width| width * self.scale);
        if let Some(Object::Array(widths)) = objects.entry(dict, b"Widths") {
            for (at, width) in widths.iter().enumerate().take(256) {
                if let Some(width) = objects.resolve(width).number() {
                    let code = first.saturating_add(at as u32);
                    self.widths.insert(code, code, width * self.scale);
                }
            }
        }
    }

    fn composite(&mut self, objects: &Objects<'_>, dict: &Dict) {
        let Some(Object::Array(descendants)) = objects.entry(dict, b"DescendantFonts") else { return };
        let Some(font) = descendants.first().and_then(|font| objects.dict(font)) else { return };
        self.default_width = Some(objects.entry(font, b"DW").and_then(Object::number).unwrap_or(1000.0) * 0.001);
        let map = objects.entry(dict, b"Encoding").and_then(Object::name).unwrap_or_default();
        self.unicode = map.starts_with(b"Uni") && (contains(map, b"UCS2") || contains(map, b"UTF16"));
        let Some(Object::Array(items)) = objects.entry(font, b"W") else { return };
        let mut at = 0;
        while let Some(first) = items.get(at).and_then(|item| objects.resolve(item).index()) {
            match items.get(at + 1).map(|item| objects.resolve(item)) {
                Some(Object::Array(widths)) => {
                    for (offset, width) in widths.iter().enumerate().take(MOST_MAPPINGS) {
                        if let Some(width) = objects.resolve(width).number() {
                            let code = (first + offset) as u32;
                            self.widths.insert(code, code, width * 0.001);
                        }
                    }
                    at += 2;
                }
                Some(Object::Number(last)) => {
                    let width = items.get(at + 2).and_then(|item| objects.resolve(item).number()).unwrap_or(0.0);
                    let last = (*last as usize).min(first.saturating_add(0xffff));
                    self.widths.insert(first as u32, last as u32, width * 0.001);
                    at += 3;
                }
                _ => return,
            }
        }
    }

    /// Puts the text of a code into `text`, and gives its width in units of the font's size; no text where the font does not say.
    pub(super) fn show(&self, code: u32, text: &mut String) -> f64 {
        text.clear();
        if let Some((first, offset)) = self.to_unicode.get(code)
            && let Some(last) = char::from_u32(first.last as u32 + offset)
        {
            text.push_str(&first.stem);
            text.push(last);
        }
        if text.chars().all(says_nothing) {
            text.clear();
            match u8::try_from(code).map(|code| (self.differences.get(&code), self.base, code)) {
                Ok((Some(difference), ..)) => text.push_str(difference.as_deref().unwrap_or_default()),
                Ok((None, Some(base), code)) => text.extend(base.character(code)),
                _ if self.unicode => text.extend(char::from_u32(code)),
                _ => {}
            }
        }
        let width = self.widths.get(code).map(|(width, _)| *width).or(self.default_width);
        width.unwrap_or_else(|| match (self.design, text.chars().next()) {
            (Some(design), Some(c)) => design.width(c),
            _ => 0.5,
        })
    }

    /// Whether the map to Unicode gives most codes the same character: it says nothing, though it is there.
    fn says_one_thing(&self) -> bool {
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        for (_, text) in self.to_unicode.0.values().filter(|(_, text)| text.stem.is_empty()) {
            *counts.entry(text.last).or_default() += 1;
        }
        let most = counts.values().max().copied().unwrap_or(0);
        most >= 4 && most * 2 > self.to_unicode.0.len()
    }

    /// Whether the map to Unicode and the encoding name different letters for most codes: then one of them lies.
    fn contradicts_itself(&self) -> bool {
        let Some(base) = self.base else { return false };
        let (mut both, mut differ) = (0, 0);
        for code in (b'A'..=b'Z').chain(b'a'..=b'z') {
            let own = match self.differences.get(&code) {
                Some(named) => named.as_deref().and_then(|name| name.chars().next()),
                None if self.named => base.character(code),
                None => None,
            };
            if let (Some((text, offset)), Some(own)) = (self.to_unicode.get(u32::from(code)), own) {
                both += 1;
                let said = char::from_u32(text.last as u32 + offset);
                differ += usize::from(text.stem.is_empty() && said != Some(own));
            }
        }
        both >= 4 && differ * 2 > both
    }
}

/// Characters that stand for none: unknown, unassigned by anybody but the font, or a control.
fn says_nothing(c: char) -> bool {
    c == '\u{fffd}' || c.is_control() && !c.is_whitespace() || ('\u{e000}'..='\u{f8ff}').contains(&c)
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(text, part).is_some()
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |value, byte| value << 8 | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
}

/// A text string outside a page (7.9.2.2): UTF-16 with its mark, UTF-8 with its mark, else close to Windows-1252.
pub(super) fn text_string(bytes: &[u8]) -> String {
    if let Some(body) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return utf16(body);
    }
    crate::readers::encoding::decode(bytes, None).unwrap_or_default().trim_start_matches('\u{feff}').to_owned()
}
