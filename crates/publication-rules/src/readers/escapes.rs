//! Text that was escaped once too often, or read in the wrong encoding: `O&#39;Brien` in plain text, `Zo\u00eb`, `%C3%A9`,
//! `=C3=A9`, `ZoÃ«`. A run that holds such is read as what was meant, each character with the place it was written at.

use std::borrow::Cow;

use super::{encoding::windows_1252_byte, html::resolve};
use crate::{
    check::source_byte,
    document::{Kind, Origin, Run},
};

/// The longest reference that is looked at, in bytes.
const LONGEST: usize = 40;

/// Code page 850 from 0x80 to 0xBF, and Mac OS Roman: what UTF-8 looks like where it is read as one of them.
const CODE_PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐";
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø";

/// The run, or what it says where something in it was escaped. An address is left as it is.
pub(crate) fn resolved(run: Run<'_>) -> Run<'_> {
    if run.kind == Kind::LinkAddress {
        return run;
    }
    let script = run.kind == Kind::Script;
    let mut search = Search::new(&run.text, script);
    let mut from = match search.next(0) {
        Some((at, ..)) => at,
        None => return run,
    };
    let mut said = Said { run: &run, text: String::with_capacity(run.text.len()), pieces: Vec::new() };
    said.plain(0, from);
    while let Some((at, c, length)) = search.next(from) {
        said.plain(from, at);
        said.mark(source_byte(&run, at));
        said.text.push(c);
        from = at + length;
    }
    said.plain(from, run.text.len());
    let Said { text, pieces, .. } = said;
    let origin = match run.origin {
        Origin::Counted(base) => Origin::Counted(base),
        _ => Origin::Pieces(pieces),
    };
    Run { text: Cow::Owned(text), origin, encoded: true, ..run }
}

/// What a run says, as far as it was read.
struct Said<'r, 't> {
    run: &'r Run<'t>,
    text: String,
    pieces: Vec<(u32, u32)>,
}

impl Said<'_, '_> {
    fn mark(&mut self, source: usize) {
        self.pieces.push((self.text.len() as u32, source as u32));
    }

    /// Takes over what is written plainly.
    fn plain(&mut self, from: usize, to: usize) {
        if from >= to {
            return;
        }
        let start = self.text.len();
        self.mark(source_byte(self.run, from));
        if let Origin::Pieces(old) = &self.run.origin {
            let first = old.partition_point(|(text, _)| *text as usize <= from);
            let inside = old.iter().skip(first).take_while(|(text, _)| (*text as usize) < to);
            self.pieces.extend(inside.map(|(text, source)| ((start + *text as usize - from) as u32, *source)));
        }
        self.text.push_str(self.run.text.get(from..to).unwrap_or_default());
    }
}

/// Looks for what is escaped in a text, from its start to its end: each kind of escape was looked for up to some byte, and what
/// was found there is remembered, so that nothing is looked at twice.
struct Search<'t> {
    text: &'t str,
    script: bool,
    signs: Next,
    quoted: Next,
    garbled: Next,
}

/// What was found last of a kind: where, which character, and how many bytes it takes.
#[derive(Clone, Copy)]
enum Next {
    Unknown,
    Found(usize, char, usize),
    None,
}

impl Next {
    /// Whether it says nothing of what comes from a byte on.
    const fn is_behind(self, from: usize) -> bool {
        match self {
            Self::Unknown => true,
            Self::Found(at, ..) => at < from,
            Self::None => false,
        }
    }

    const fn get(self) -> Option<(usize, char, usize)> {
        match self {
            Self::Found(at, c, length) => Some((at, c, length)),
            Self::Unknown | Self::None => None,
        }
    }
}

impl From<Option<(usize, char, usize)>> for Next {
    fn from(found: Option<(usize, char, usize)>) -> Self {
        found.map_or(Self::None, |(at, c, length)| Self::Found(at, c, length))
    }
}

impl<'t> Search<'t> {
    const fn new(text: &'t str, script: bool) -> Self {
        Self { text, script, signs: Next::Unknown, quoted: Next::Unknown, garbled: Next::Unknown }
    }

    /// The next character from `from` on that is escaped: where, which, and how many bytes it takes.
    fn next(&mut self, from: usize) -> Option<(usize, char, usize)> {
        let (text, script) = (self.text, self.script);
        let rest = text.as_bytes().get(from..)?;
        let found = |at: usize| escape(text.get(from + at..)?, script).map(|(c, length)| (from + at, c, length));
        if self.signs.is_behind(from) {
            self.signs = memchr::memchr3_iter(b'&', b'\\', b'%', rest).find_map(found).into();
        }
        if self.quoted.is_behind(from) {
            let quoted = if script { None } else { memchr::memchr_iter(b'=', rest).find_map(found) };
            self.quoted = quoted.into();
        }
        if self.garbled.is_behind(from) {
            self.garbled = if rest.is_ascii() { None } else { garbled_in(text, from) }.into();
        }
        [self.signs, self.quoted, self.garbled].into_iter().filter_map(Next::get).min_by_key(|(at, ..)| *at)
    }
}

/// The first character from `from` on that was read in the wrong encoding.
fn garbled_in(text: &str, from: usize) -> Option<(usize, char, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        // The first of such characters is written with one of these bytes, and another character beyond ASCII follows.
        let next = memchr::memchr3(0xc3, 0xc2, 0xe2, bytes.get(at..)?)?;
        at += next;
        let length = if bytes[at] == 0xe2 { 3 } else { 2 };
        if bytes.get(at + length).is_some_and(|byte| !byte.is_ascii())
            && let Some((c, length)) = text.get(at..).and_then(garbled)
        {
            return Some((at, c, length));
        }
        at += 1;
    }
}

/// How many bytes of the source `c` was written with, where the source goes on with `rest`.
pub(crate) fn written(rest: &str, c: char) -> usize {
    let first = rest.chars().next();
    if first == Some(c) && c != '&' {
        return c.len_utf8();
    }
    for (read, length) in
        [escape(rest, false), escape(rest, true), garbled(rest), resolve(rest, true), resolve(rest, false)]
            .into_iter()
            .flatten()
    {
        if read == c {
            return length;
        }
    }
    first.map_or(0, char::len_utf8)
}

/// The character an escape at the start of `rest` stands for, and its length.
fn escape(rest: &str, script: bool) -> Option<(char, usize)> {
    match rest.as_bytes().first()? {
        b'&' => reference(rest),
        b'\\' => backslash(rest, script),
        b'%' => percent(rest),
        b'=' if !script => quoted_printable(rest),
        _ => None,
    }
}

/// A reference with its semicolon, also one whose ampersand is a reference itself.
fn reference(rest: &str) -> Option<(char, usize)> {
    let closed = |text: &str| {
        let (c, length) = resolve(text, true)?;
        (text.as_bytes().get(length - 1) == Some(&b';')).then_some((c, length))
    };
    let (c, length) = closed(rest)?;
    if c != '&' {
        return Some((c, length));
    }
    let mut end = (length + LONGEST).min(rest.len());
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let again = format!("&{}", rest.get(length..end)?);
    Some(closed(&again).map_or((c, length), |(c, more)| (c, length + more - 1)))
}

/// `\u00eb`, `\u{eb}`, `\xeb`, and in a script `\/`, `\"` and the like.
fn backslash(rest: &str, script: bool) -> Option<(char, usize)> {
    let body = rest.get(1..)?;
    match *body.as_bytes().first()? {
        b'u' if body.as_bytes().get(1) == Some(&b'{') => {
            let end = body.bytes().take(9).position(|byte| byte == b'}')?;
            let c = char::from_u32(u32::from_str_radix(body.get(2..end)?, 16).ok()?)?;
            printable(c).then_some((c, end + 2))
        }
        b'u' => {
            let unit = |at: usize| u16::from_str_radix(rest.get(at..at + 4)?, 16).ok();
            let high = unit(2)?;
            let low = rest.get(6..8).filter(|mark| *mark == "\\u").and_then(|_| unit(8));
            let c = char::decode_utf16([Some(high), low].into_iter().flatten()).next()?.ok()?;
            printable(c).then_some((c, if (0xd800..0xdc00).contains(&high) { 12 } else { 6 }))
        }
        b'x' => bytes_of(rest, 4, |piece| u8::from_str_radix(piece.strip_prefix("\\x")?, 16).ok(), true),
        c @ (b'/' | b'"' | b'\'') if script => Some((char::from(c), 2)),
        b'n' if script => Some(('\n', 2)),
        b't' if script => Some(('\t', 2)),
        b'r' if script => Some((' ', 2)),
        _ => None,
    }
}

/// `%C3%A9`, and `%u00e9` of old scripts.
fn percent(rest: &str) -> Option<(char, usize)> {
    if let Some(digits) = rest.strip_prefix("%u").and_then(|rest| rest.get(..4)) {
        let c = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
        return printable(c).then_some((c, 6));
    }
    bytes_of(rest, 3, |piece| hex(piece.strip_prefix('%')?), false)
}

/// `=C3=A9`, and a soft line break, which is nothing.
fn quoted_printable(rest: &str) -> Option<(char, usize)> {
    let body = rest.get(1..)?;
    if body.starts_with('\n') || body.starts_with("\r\n") {
        let goes_on = body.trim_start_matches(['\r', '\n']);
        let letter = goes_on.starts_with(char::is_alphanumeric);
        return letter.then_some(('\u{ad}', if body.starts_with('\n') { 2 } else { 3 }));
    }
    let byte = |piece: &str| {
        let digits = piece.strip_prefix('=')?;
        let upper = digits.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
        hex(digits).filter(|byte| upper && *byte >= 0x80)
    };
    bytes_of(rest, 3, byte, true)
}

fn hex(digits: &str) -> Option<u8> {
    if digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        u8::from_str_radix(digits, 16).ok()
    } else {
        None
    }
}

/// The character of UTF-8 whose bytes are written one by one in `step` characters each; `latin` where one byte alone may be
/// a character of Latin-1.
fn bytes_of(rest: &str, step: usize, byte: impl Fn(&str) -> Option<u8>, latin: bool) -> Option<(char, usize)> {
    let first = byte(rest.get(..step)?)?;
    let length = utf8_length(first);
    let mut bytes = [first, 0, 0, 0];
    for (at, place) in bytes.iter_mut().enumerate().take(length.unwrap_or(1)).skip(1) {
        *place = rest.get(at * step..(at + 1) * step).and_then(&byte).unwrap_or_default();
    }
    let read = length
        .and_then(|length| Some((std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?, length * step)));
    let (c, taken) = match read {
        Some(read) => read,
        // A small letter alone: "=DE" and "\x9f" are more often something else.
        None if latin && first >= 0xdf => (super::encoding::windows_1252(first), step),
        None => return None,
    };
    printable(c).then_some((c, taken))
}

const fn utf8_length(first: u8) -> Option<usize> {
    match first {
        0..=0x7f => Some(1),
        0xc2..=0xdf => Some(2),
        0xe0..=0xef => Some(3),
        0xf0..=0xf4 => Some(4),
        _ => None,
    }
}

fn printable(c: char) -> bool {
    !c.is_control()
}

/// The character that was written in UTF-8 and read in another encoding, once or twice: `Ã«`, `├½`, `√´`.
fn garbled(rest: &str) -> Option<(char, usize)> {
    let (c, length) = once(rest)?;
    if !('Â'..='ô').contains(&c) {
        return Some((c, length));
    }
    // What comes out is wrong in the same way once more.
    let (mut again, mut lengths, mut at) = (String::new(), Vec::new(), 0);
    while let Some((c, length)) = rest.get(at..).and_then(once).filter(|_| lengths.len() < 4) {
        again.push(c);
        lengths.push(length);
        at += length;
    }
    let twice = once(&again).map(|(c, taken)| {
        let count = again.get(..taken).unwrap_or_default().chars().count();
        (c, lengths.iter().take(count).sum())
    });
    Some(twice.unwrap_or((c, length)))
}

fn once(rest: &str) -> Option<(char, usize)> {
    let first = rest.chars().next().filter(|c| !c.is_ascii())?;
    let table = |list: &'static str| {
        move |c: char| list.chars().position(|known| known == c).and_then(|at| u8::try_from(at + 0x80).ok())
    };
    as_utf8(rest, windows_1252_byte(first), windows_1252_byte)
        .or_else(|| as_utf8(rest, lead(first, ['┬', '├', '─', '┼', 'Ô']), table(CODE_PAGE_850)))
        .or_else(|| as_utf8(rest, lead(first, ['¬', '√', 'ƒ', '≈', '‚']), table(MAC_ROMAN)))
}

/// The byte that one of five characters is read from: the first of letters with accents, and of marks of writing.
fn lead(first: char, leads: [char; 5]) -> Option<u8> {
    leads.iter().position(|lead| *lead == first).and_then(|at| [0xc2, 0xc3, 0xc4, 0xc5, 0xe2].get(at).copied())
}

fn as_utf8(rest: &str, first: Option<u8>, byte: impl Fn(char) -> Option<u8>) -> Option<(char, usize)> {
    let first = first?;
    let count = utf8_length(first).filter(|count| *count > 1)?;
    let (mut bytes, mut taken) = ([first, 0, 0, 0], 0);
    for (at, c) in rest.chars().enumerate().take(count) {
        if at > 0 {
            bytes[at] = byte(c).filter(|byte| (0x80..0xc0).contains(byte))?;
        }
        taken += c.len_utf8();
    }
    let c = std::str::from_utf8(bytes.get(..count)?).ok()?.chars().next()?;
    // Latin letters, marks of writing, and signs of money; Cyrillic put together by chance is none.
    let likely = c < '\u{250}' || ('\u{2000}'..'\u{2070}').contains(&c) || ('\u{20a0}'..'\u{2150}').contains(&c);
    (likely && printable(c)).then_some((c, taken))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, kind: Kind) -> String {
        resolved(Run::new(kind, text, Origin::Straight(0))).text.into_owned()
    }

    #[test]
    fn what_was_escaped_is_read_as_it_was_meant() {
        for (text, meant) in [
            ("Zoe O&#39;Brien", "Zoe O'Brien"),
            ("Zoe O&amp;#39;Brien", "Zoe O'Brien"),
            ("Amara&nbsp;Okafor", "Amara\u{a0}Okafor"),
            (r"Zo\u00eb, Zo\u{eb}, Zo\xeb, Zo\xc3\xab", "Zoë, Zoë, Zoë, Zoë"),
            ("Zo%C3%AB%20O%27Brien", "Zoë O'Brien"),
            ("Zo%u00eb", "Zoë"),
            ("Zo=C3=AB and Zo=EB", "Zoë and Zoë"),
            ("Grif=\nfiths", "Grif\u{ad}fiths"),
            ("ZoÃ« Oâ€™Brien", "Zoë O’Brien"),
            ("ZoÃƒÂ«", "Zoë"),
            ("Zo├½ OÔÇÖBrien", "Zoë O’Brien"),
            ("Zo√´", "Zoë"),
            ("AmaraÂ\u{a0}Okafor", "Amara\u{a0}Okafor"),
        ] {
            assert_eq!(said(text, Kind::Body), meant, "{text}");
        }
        assert_eq!(said(r#"{"a":"x\/y\n"}"#, Kind::Script), "{\"a\":\"x/y\n\"}");
    }

    #[test]
    fn what_is_meant_as_it_stands_stays() {
        for text in [
            "Tomáš Dvořák, Łukasz, Siân, Zoë, Íñigo, Aoife Ní Dhúill",
            "50% of x=10 and C:\\new",
            "R&D; fish & chips &c.",
            "a=b, =DE",
            "Auðálfur ÉÈ ÔÉ",
            "100%",
        ] {
            assert_eq!(said(text, Kind::Body), text);
        }
    }

    #[test]
    fn each_character_knows_where_and_how_it_was_written() {
        for text in ["x O&amp;#39;B y", r"x O\u00ebB y", "x O%C3%ABB y", "x OÃ«B y", "x O=C3=ABB y"] {
            let run = resolved(Run::new(Kind::Body, text, Origin::Straight(7)));
            let at = run.text.char_indices().nth(3).unwrap();
            let start = source_byte(&run, at.0) - 7;
            assert_eq!(&text[start + written(&text[start..], at.1)..], "B y", "{text}");
            assert_eq!(source_byte(&run, run.text.len()) - 7, text.len());
        }
    }
}
