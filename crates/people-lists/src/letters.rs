//! Letters that programs changed on the way: HTML's entities, Excel's `_x000D_`, UTF-8 that was stored as UTF-8 once more, and
//! accents that stand beside their letter.

use std::borrow::Cow;

use quick_xml::escape::resolve_html5_entity;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::single_byte::WINDOWS_1252;

/// A cell's text with its letters as they were meant. Most cells come back as they are.
pub(crate) fn mended(cell: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(cell);
    if text.contains("_x") {
        text = Cow::Owned(without_excel_escapes(&text));
    }
    // An entity may be escaped itself: `&amp;euml;`.
    for _ in 0..2 {
        if !text.contains('&') {
            break;
        }
        text = Cow::Owned(without_entities(&text));
    }
    for _ in 0..2 {
        match stored_once(&text) {
            Some(once) => text = Cow::Owned(once),
            None => break,
        }
    }
    if text.is_ascii() || is_nfc(&text) { text } else { Cow::Owned(text.nfc().collect()) }
}

/// Whether the cell holds letters that were stored twice over.
pub(crate) fn is_stored_twice(cell: &str) -> bool {
    stored_once(cell).is_some()
}

/// The text with each `_xHHHH_` as its character (ECMA-376 part 1, section 22.9.2.19).
fn without_excel_escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let code = after.get(2..6).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = code.filter(|_| after.as_bytes().get(6) == Some(&b'_'));
        match code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                // What is no letter separates words, as the line end did that it stood for.
                out.push(if c.is_control() { ' ' } else { c });
                rest = &after[7..];
            }
            None => {
                out.push_str("_x");
                rest = &after[2..];
            }
        }
    }
    out + rest
}

fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        // No name of an entity is longer than 31 letters.
        let end = after.bytes().take(34).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, character(&after[1..end])?))) {
            Some((end, text)) => {
                out.push_str(&text);
                rest = &after[end + 1..];
            }
            None => {
                out.push('&');
                rest = &after[1..];
            }
        }
    }
    out + rest
}

fn character(entity: &str) -> Option<Cow<'static, str>> {
    let Some(number) = entity.strip_prefix('#') else {
        return resolve_html5_entity(entity).map(Cow::Borrowed);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let code = code.ok()?;
    // HTML reads the numbers from 128 to 159 as Windows-1252 does.
    let c = match code {
        0x80..=0x9f => WINDOWS_1252[usize::try_from(code - 0x80).ok()?],
        _ => char::from_u32(code)?,
    };
    Some(Cow::Owned(if c.is_control() { ' ' } else { c }.to_string()))
}

/// The byte that a character is in Windows-1252, or in Latin-1 where that has none.
fn byte_of(c: char) -> Option<u8> {
    let listed = WINDOWS_1252.iter().position(|known| *known == c && c != char::REPLACEMENT_CHARACTER);
    match listed {
        Some(place) => u8::try_from(place + 0x80).ok(),
        None => u8::try_from(u32::from(c)).ok(),
    }
}

/// The text with what is UTF-8 read as Windows-1252 read right (`Ã«` is `ë`); none where there is nothing of the kind. Only where
/// a letter or a sign of names comes of it, so that no name anybody has is changed.
fn stored_once(text: &str) -> Option<String> {
    if !text.contains(|c: char| ('\u{c2}'..='\u{ef}').contains(&c)) {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let (mut out, mut at, mut mended) = (String::with_capacity(text.len()), 0, false);
    while at < chars.len() {
        match sequence(&chars[at..]) {
            Some((c, length)) => {
                out.push(c);
                at += length;
                mended = true;
            }
            None => {
                out.push(chars[at]);
                at += 1;
            }
        }
    }
    mended.then_some(out)
}

/// The character that the next two or three characters are the bytes of.
fn sequence(chars: &[char]) -> Option<(char, usize)> {
    let lead = u8::try_from(u32::from(*chars.first()?)).ok()?;
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe1 | 0xe2 => 3,
        _ => return None,
    };
    let bytes = chars.get(..length)?.iter().map(|c| byte_of(*c)).collect::<Option<Vec<u8>>>()?;
    let mut read = std::str::from_utf8(&bytes).ok()?.chars();
    let c = read.next().filter(|_| read.next().is_none())?;
    let of_names = matches!(c, '\u{a0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{201f}')
        || (WINDOWS_1252.contains(&c) && c != char::REPLACEMENT_CHARACTER);
    of_names.then_some((c, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_were_stored_twice_are_read_once() {
        for (cell, name) in [
            ("ZoÃ«", "Zoë"),
            ("SiÃ¢n", "Siân"),
            ("Oâ€™Brien", "O’Brien"),
            ("Ã‰lise BÃ©langer", "Élise Bélanger"),
            ("SeÃ\u{a1}n", "Seán"),
            ("Ãine MarÃ\u{ad}a", "Ãine María"),
            ("IÅŸÄ±k", "Işık"),
            ("ZoÃƒÂ«", "Zoë"),
        ] {
            assert_eq!(mended(cell), name, "{cell}");
        }
        for name in ["JOÃO", "Zoë", "São Paulo", "Ângela", "Conceição", "Groß", "Þór", "ÉIRE", "Ås", "Ñ", "Château"]
        {
            assert_eq!(mended(name), name);
        }
    }

    #[test]
    fn what_html_and_excel_escape_is_the_character_it_stands_for() {
        for (cell, name) in [
            ("Zo&euml; O&#39;Brien", "Zoë O'Brien"),
            ("Se&#xe1;n&nbsp;N&iacute;", "Seán\u{a0}Ní"),
            ("O&amp;#39;Brien", "O'Brien"),
            ("O&#146;Brien", "O’Brien"),
            ("Ada_x000D_ King_x000A_", "Ada  King "),
            ("a_x005F_b", "a_b"),
        ] {
            assert_eq!(mended(cell), name, "{cell}");
        }
        for cell in ["Ben & Jerry", "R&D", "&;", "&nosuch;", "_x", "_xyz_", "a_x00", "&#xffffffff;"] {
            assert_eq!(mended(cell), cell);
        }
    }

    #[test]
    fn an_accent_beside_its_letter_is_put_on_it() {
        assert_eq!(mended("Zoe\u{308}"), "Zoë");
        assert_eq!(mended("Sia\u{302}n"), "Siân");
    }
}
