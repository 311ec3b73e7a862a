//! Encodings of simple fonts (ISO 32000-1 annex D) and the names of glyphs.

use unicode_normalization::UnicodeNormalization;

use crate::readers::encoding::windows_1252;

/// The upper half of Mac OS Roman.
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{fffd}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// Glyph names that are no letter's own, sorted.
#[rustfmt::skip]
static GLYPHS: [(&str, char); 89] = [
        ("AE", 'Æ'), ("Dcroat", 'Đ'), ("Eth", 'Ð'), ("Euro", '€'), ("Lslash", 'Ł'), ("OE", 'Œ'), ("Oslash", 'Ø'),
        ("T_h", 'T'), ("Thorn", 'Þ'), ("ae", 'æ'), ("ampersand", '&'), ("asciitilde", '~'), ("asterisk", '*'),
        ("at", '@'), ("backslash", '\\'), ("bar", '|'), ("braceleft", '{'), ("braceright", '}'), ("bracketleft", '['),
        ("bracketright", ']'), ("bullet", '•'), ("colon", ':'), ("comma", ','), ("copyright", '©'), ("dcroat", 'đ'),
        ("degree", '°'), ("dollar", '$'), ("dotlessi", 'ı'), ("eight", '8'), ("ellipsis", '…'), ("emdash", '—'),
        ("endash", '–'), ("equal", '='), ("eth", 'ð'), ("exclam", '!'), ("f_f", 'ﬀ'), ("f_i", 'ﬁ'), ("f_l", 'ﬂ'),
        ("ff", 'ﬀ'), ("ffi", 'ﬃ'), ("ffl", 'ﬄ'), ("fi", 'ﬁ'), ("five", '5'), ("fl", 'ﬂ'), ("four", '4'),
        ("germandbls", 'ß'), ("grave", '`'), ("greater", '>'), ("hyphen", '-'), ("less", '<'), ("lslash", 'ł'),
        ("minus", '−'), ("nbspace", '\u{a0}'), ("nine", '9'), ("nonbreakingspace", '\u{a0}'), ("numbersign", '#'),
        ("oe", 'œ'), ("one", '1'), ("oslash", 'ø'), ("parenleft", '('), ("parenright", ')'), ("percent", '%'),
        ("period", '.'), ("periodcentered", '·'), ("plus", '+'), ("question", '?'), ("quotedbl", '"'),
        ("quotedblbase", '„'), ("quotedblleft", '“'), ("quotedblright", '”'), ("quoteleft", '‘'), ("quoteright", '’'),
        ("quoteright.alt", '’'), ("quotesinglbase", '‚'), ("quotesingle", '\''), ("registered", '®'),
        ("semicolon", ';'), ("seven", '7'), ("sfthyphen", '-'), ("six", '6'), ("slash", '/'), ("space", ' '),
        ("sterling", '£'), ("thorn", 'þ'), ("three", '3'), ("trademark", '™'), ("two", '2'), ("underscore", '_'),
        ("zero", '0'),
];

/// The base encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    Standard,
    WinAnsi,
    MacRoman,
}

impl Base {
    /// The character of a code.
    pub(super) fn character(self, code: u8) -> Option<char> {
        if code < 0x20 {
            return None;
        }
        match self {
            Self::WinAnsi => Some(windows_1252(code)),
            Self::MacRoman if code >= 0x80 => MAC_ROMAN.chars().nth(usize::from(code - 0x80)),
            Self::Standard => standard(code),
            Self::MacRoman => Some(char::from(code)),
        }
    }
}

#[rustfmt::skip]
fn standard(code: u8) -> Option<char> {
    Some(match code {
        0x27 => '’',
        0x60 => '‘',
        0xa1 => '¡',
        0xa2 => '¢',
        0xa3 => '£',
        0xa4 => '⁄',
        0xa5 => '¥',
        0xa6 => 'ƒ',
        0xa7 => '§',
        0xa8 => '¤',
        0xa9 => '\'',
        0xaa => '“',
        0xab => '«',
        0xac => '‹',
        0xad => '›',
        0xae => 'ﬁ',
        0xaf => 'ﬂ',
        0xb1 => '–',
        0xb2 => '†',
        0xb3 => '‡',
        0xb4 => '·',
        0xb6 => '¶',
        0xb7 => '•',
        0xb8 => '‚',
        0xb9 => '„',
        0xba => '”',
        0xbb => '»',
        0xbc => '…',
        0xbd => '‰',
        0xbf => '¿',
        0xc1 => '`',
        0xc2 => '´',
        0xc3 => 'ˆ',
        0xc4 => '˜',
        0xc5 => '¯',
        0xc6 => '˘',
        0xc7 => '˙',
        0xc8 => '¨',
        0xca => '˚',
        0xcb => '¸',
        0xcd => '˝',
        0xce => '˛',
        0xcf => 'ˇ',
        0xd0 => '—',
        0xe1 => 'Æ',
        0xe3 => 'ª',
        0xe8 => 'Ł',
        0xe9 => 'Ø',
        0xea => 'Œ',
        0xeb => 'º',
        0xf1 => 'æ',
        0xf5 => 'ı',
        0xf8 => 'ł',
        0xf9 => 'ø',
        0xfa => 'œ',
        0xfb => 'ß',
        0x20..=0x7e => char::from(code),
        _ => return None,
    })
}

/// The text of a glyph by its name: `A`, `eacute`, `uni00E9`, `f_i`, `a.sc`.
pub(super) fn glyph(name: &str) -> Option<String> {
    let found =
        |name: &str| GLYPHS.binary_search_by(|(known, _)| (*known).cmp(name)).ok().and_then(|at| GLYPHS.get(at));
    if let Some((_, character)) = found(name) {
        return Some(character.to_string());
    }
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && letter.is_ascii_alphabetic()
    {
        return Some(letter.to_string());
    }
    if let Some(code) = name.strip_prefix("uni").or_else(|| name.strip_prefix('u')).filter(|code| code.len() >= 4) {
        let digits = code.get(..code.len().min(if name.starts_with("uni") { 4 } else { 6 }))?;
        if let Some(character) = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32) {
            return Some(character.to_string());
        }
    }
    // A letter with an accent: "eacute", "Scaron".
    let (letter, accent) = name.split_at_checked(1)?;
    let mark = match accent {
        "acute" => '\u{301}',
        "grave" => '\u{300}',
        "circumflex" => '\u{302}',
        "dieresis" => '\u{308}',
        "tilde" => '\u{303}',
        "cedilla" | "commaaccent" => '\u{327}',
        "ring" => '\u{30a}',
        "caron" => '\u{30c}',
        "macron" => '\u{304}',
        "breve" => '\u{306}',
        "ogonek" => '\u{328}',
        "dotaccent" | "dot" => '\u{307}',
        "hungarumlaut" => '\u{30b}',
        _ => {
            // A variant, "a.sc", or a ligature, "f_f_i".
            let stem = name.split('.').next().filter(|stem| !stem.is_empty() && stem.len() < name.len());
            if let Some(stem) = stem {
                return glyph(stem);
            }
            let parts: Option<Vec<String>> = name.contains('_').then(|| name.split('_').map(glyph).collect()).flatten();
            return parts.map(|parts| parts.concat());
        }
    };
    letter.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| [letter, &mark.to_string()].concat().nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_known_by_their_names() {
        assert!(GLYPHS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (name, text) in [
            ("A", "A"),
            ("eacute", "é"),
            ("Scaron", "Š"),
            ("uni0142", "ł"),
            ("f_f_i", "ffi"),
            ("a.sc", "a"),
            ("two", "2"),
        ] {
            assert_eq!(glyph(name).as_deref(), Some(text), "{name}");
        }
        assert_eq!(glyph("g123"), None);
        assert_eq!(Base::MacRoman.character(0x8e), Some('é'));
        assert_eq!(Base::WinAnsi.character(0x92), Some('’'));
        assert_eq!(Base::Standard.character(0x27), Some('’'));
    }
}
