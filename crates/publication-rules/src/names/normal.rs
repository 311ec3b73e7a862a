//! The normal form of a name: lower-case letters alone, without accents, apostrophes, hyphens or spaces.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Appends the normal form of one character; what is not a letter adds nothing.
pub(crate) fn push_letter(letter: char, out: &mut Vec<u8>) {
    if letter.is_ascii() {
        if letter.is_ascii_alphabetic() {
            out.push(letter.to_ascii_lowercase() as u8);
        }
        return;
    }
    for part in std::iter::once(letter).nfkd() {
        if is_combining_mark(part) {
            continue;
        }
        for lower in part.to_lowercase() {
            push_folded(lower, out);
        }
    }
}

/// Letters that NFKD leaves whole although writers without the key type something else.
fn push_folded(lower: char, out: &mut Vec<u8>) {
    let plain: &[u8] = match lower {
        'ß' => b"ss",
        'æ' => b"ae",
        'œ' => b"oe",
        'ø' => b"o",
        'ł' => b"l",
        'đ' | 'ð' => b"d",
        'þ' => b"th",
        'ħ' => b"h",
        'ı' => b"i",
        'ŋ' => b"n",
        'ɗ' | 'ɖ' => b"d",
        'ɓ' => b"b",
        'ƙ' => b"k",
        'ƴ' => b"y",
        'ŧ' => b"t",
        'ə' => b"e",
        'ɨ' => b"i",
        'ᴀ' => b"a",
        'ʙ' => b"b",
        'ᴄ' => b"c",
        'ᴅ' => b"d",
        'ᴇ' => b"e",
        'ꜰ' => b"f",
        'ɢ' => b"g",
        'ʜ' => b"h",
        'ɪ' => b"i",
        'ᴊ' => b"j",
        'ᴋ' => b"k",
        'ʟ' => b"l",
        'ᴍ' => b"m",
        'ɴ' => b"n",
        'ᴏ' => b"o",
        'ᴘ' => b"p",
        'ʀ' => b"r",
        'ꜱ' => b"s",
        'ᴛ' => b"t",
        'ᴜ' => b"u",
        'ᴠ' => b"v",
        'ᴡ' => b"w",
        'ʏ' => b"y",
        'ᴢ' => b"z",
        _ if lower.is_ascii_lowercase() => {
            out.push(lower as u8);
            return;
        }
        _ if lower.is_alphabetic() && !is_modifier(lower) => {
            let mut buffer = [0; 4];
            out.extend_from_slice(lower.encode_utf8(&mut buffer).as_bytes());
            return;
        }
        _ => return,
    };
    out.extend_from_slice(plain);
}

/// The Latin letter that a small Cyrillic or Greek one looks like.
pub(crate) const fn look_alike(letter: char) -> Option<u8> {
    Some(match letter {
        'а' | 'α' => b'a',
        'с' => b'c',
        'ԁ' => b'd',
        'е' | 'ё' | 'ε' => b'e',
        'һ' | 'н' => b'h',
        'і' | 'ї' | 'ι' => b'i',
        'ј' => b'j',
        'к' | 'κ' => b'k',
        'м' => b'm',
        'η' | 'п' => b'n',
        'о' | 'ο' | 'ό' => b'o',
        'р' | 'ρ' => b'p',
        'ԛ' => b'q',
        'ѕ' => b's',
        'т' | 'τ' => b't',
        'υ' => b'u',
        'ν' => b'v',
        'ԝ' | 'ω' => b'w',
        'х' | 'χ' => b'x',
        'у' => b'y',
        _ => return None,
    })
}

/// Modifier letters are written as apostrophes: the okina, U+02BC and their neighbours.
const fn is_modifier(letter: char) -> bool {
    matches!(letter, '\u{2b0}'..='\u{2ff}')
}

/// The normal form of a whole name or part of one.
pub(crate) fn normal(name: &str) -> String {
    let mut out = Vec::with_capacity(name.len());
    for letter in name.chars() {
        push_letter(letter, &mut out);
    }
    // Only whole characters were appended, so nothing is ever replaced here.
    String::from_utf8_lossy(&out).into_owned()
}

/// Whether a character joins the letters of one name part without being one: apostrophes of every kind.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | '\u{2b9}'..='\u{2bf}' | '\u{2c8}' | '\u{2ca}' | '\u{2cb}' | '′' | '＇')
}

/// Whether a character is a hyphen that joins name parts.
pub(crate) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}' | '\u{fe63}' | '\u{ff0d}')
}

/// Characters that show as nothing, with which a name can be broken up unseen (Unicode's default ignorable code points, and the
/// marks of annotations).
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a character shows as a gap between words of one line: every white space of Unicode but the ends of lines, and two
/// blank letters.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{2800}' | '\u{3164}')
}

/// What is left of a letter that was read in the wrong encoding, or could not be read: no name is written with it.
pub(crate) const fn is_garbled(c: char) -> bool {
    matches!(
        c,
        '\u{80}'..='\u{9f}' | '¡' | '¢' | '¤' | '¦' | '¨' | '©' | '¬' | '®' | '¯' | '°'..='³' | '¸' | '¹' | '¼'..='¾' | '‚'
        | '„' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '√' | '∂' | '≈' | '≠' | '─'..='▟' | '\u{fffd}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_typed() {
        for written in
            ["Zoë O’Brien-Łukasz", "ZOË O'BRIEN ŁUKASZ", "zoe obrien‑lukasz", "Zoe\u{308} O\u{2bc}Brien Lukasz"]
        {
            assert_eq!(normal(written), "zoeobrienlukasz", "{written}");
        }
        assert_eq!(normal("Weiß Øst Ðór ﬁ"), "weissostdorfi");
        assert_eq!(normal("Наталья"), normal("НАТАЛЬЯ"));
    }
}
