//! Character references (HTML Living Standard 13.5): numbers, and the names of the characters that names, addresses and
//! punctuation are written with. A name that is not among them stays as written.

/// Names, their characters, and whether browsers take them without a semicolon; sorted by name.
#[rustfmt::skip]
const NAMED: [(&str, u32, bool); 351] = [
    ("AElig", 0xc6, true), ("AMP", 0x26, true), ("Aacute", 0xc1, true), ("Abreve", 0x102, false),
    ("Acirc", 0xc2, true), ("Agrave", 0xc0, true), ("Amacr", 0x100, false), ("Aogon", 0x104, false),
    ("Aring", 0xc5, true), ("Atilde", 0xc3, true), ("Auml", 0xc4, true), ("COPY", 0xa9, true),
    ("Cacute", 0x106, false), ("Ccaron", 0x10c, false), ("Ccedil", 0xc7, true), ("Ccirc", 0x108, false),
    ("Cdot", 0x10a, false), ("Cedilla", 0xb8, false), ("CenterDot", 0xb7, false),
    ("CloseCurlyDoubleQuote", 0x201d, false), ("CloseCurlyQuote", 0x2019, false), ("Dcaron", 0x10e, false),
    ("DiacriticalAcute", 0xb4, false), ("DiacriticalGrave", 0x60, false), ("DiacriticalTilde", 0x2dc, false),
    ("Dot", 0xa8, false), ("DoubleDot", 0xa8, false), ("Dstrok", 0x110, false), ("ENG", 0x14a, false),
    ("ETH", 0xd0, true), ("Eacute", 0xc9, true), ("Ecaron", 0x11a, false), ("Ecirc", 0xca, true),
    ("Edot", 0x116, false), ("Egrave", 0xc8, true), ("Emacr", 0x112, false), ("Eogon", 0x118, false),
    ("Euml", 0xcb, true), ("GT", 0x3e, true), ("Gbreve", 0x11e, false), ("Gcedil", 0x122, false),
    ("Gcirc", 0x11c, false), ("Gdot", 0x120, false), ("Hat", 0x5e, false), ("Hcirc", 0x124, false),
    ("Hstrok", 0x126, false), ("IJlig", 0x132, false), ("Iacute", 0xcd, true), ("Icirc", 0xce, true),
    ("Idot", 0x130, false), ("Igrave", 0xcc, true), ("Imacr", 0x12a, false), ("Iogon", 0x12e, false),
    ("Itilde", 0x128, false), ("Iuml", 0xcf, true), ("Jcirc", 0x134, false), ("Kcedil", 0x136, false),
    ("LT", 0x3c, true), ("Lacute", 0x139, false), ("Lcaron", 0x13d, false), ("Lcedil", 0x13b, false),
    ("LeftArrow", 0x2190, false), ("Lmidot", 0x13f, false), ("Lstrok", 0x141, false), ("Nacute", 0x143, false),
    ("Ncaron", 0x147, false), ("Ncedil", 0x145, false), ("NegativeMediumSpace", 0x200b, false),
    ("NegativeThickSpace", 0x200b, false), ("NegativeThinSpace", 0x200b, false),
    ("NegativeVeryThinSpace", 0x200b, false), ("NewLine", 0xa, false), ("NoBreak", 0x2060, false),
    ("NonBreakingSpace", 0xa0, false), ("Ntilde", 0xd1, true), ("OElig", 0x152, false), ("Oacute", 0xd3, true),
    ("Ocirc", 0xd4, true), ("Odblac", 0x150, false), ("Ograve", 0xd2, true), ("Omacr", 0x14c, false),
    ("OpenCurlyDoubleQuote", 0x201c, false), ("OpenCurlyQuote", 0x2018, false), ("Oslash", 0xd8, true),
    ("Otilde", 0xd5, true), ("Ouml", 0xd6, true), ("PlusMinus", 0xb1, false), ("Prime", 0x2033, false),
    ("QUOT", 0x22, true), ("REG", 0xae, true), ("Racute", 0x154, false), ("Rcaron", 0x158, false),
    ("Rcedil", 0x156, false), ("RightArrow", 0x2192, false), ("Sacute", 0x15a, false), ("Scaron", 0x160, false),
    ("Scedil", 0x15e, false), ("Scirc", 0x15c, false), ("ShortLeftArrow", 0x2190, false),
    ("ShortRightArrow", 0x2192, false), ("THORN", 0xde, true), ("TRADE", 0x2122, false), ("Tab", 0x9, false),
    ("Tcaron", 0x164, false), ("Tcedil", 0x162, false), ("ThinSpace", 0x2009, false), ("Tstrok", 0x166, false),
    ("Uacute", 0xda, true), ("Ubreve", 0x16c, false), ("Ucirc", 0xdb, true), ("Udblac", 0x170, false),
    ("Ugrave", 0xd9, true), ("Umacr", 0x16a, false), ("UnderBar", 0x5f, false), ("Uogon", 0x172, false),
    ("Uring", 0x16e, false), ("Utilde", 0x168, false), ("Uuml", 0xdc, true), ("VerticalLine", 0x7c, false),
    ("VeryThinSpace", 0x200a, false), ("Wcirc", 0x174, false), ("Yacute", 0xdd, true), ("Ycirc", 0x176, false),
    ("Yuml", 0x178, false), ("Zacute", 0x179, false), ("Zcaron", 0x17d, false), ("Zdot", 0x17b, false),
    ("ZeroWidthSpace", 0x200b, false), ("aacute", 0xe1, true), ("abreve", 0x103, false), ("acirc", 0xe2, true),
    ("acute", 0xb4, true), ("aelig", 0xe6, true), ("agrave", 0xe0, true), ("amacr", 0x101, false),
    ("amp", 0x26, true), ("angst", 0xc5, false), ("aogon", 0x105, false), ("apos", 0x27, false),
    ("aring", 0xe5, true), ("ast", 0x2a, false), ("atilde", 0xe3, true), ("auml", 0xe4, true),
    ("bdquo", 0x201e, false), ("bigstar", 0x2605, false), ("brvbar", 0xa6, true), ("bsol", 0x5c, false),
    ("bull", 0x2022, false), ("bullet", 0x2022, false), ("cacute", 0x107, false), ("ccaron", 0x10d, false),
    ("ccedil", 0xe7, true), ("ccirc", 0x109, false), ("cdot", 0x10b, false), ("cedil", 0xb8, true),
    ("cent", 0xa2, true), ("centerdot", 0xb7, false), ("circledR", 0xae, false), ("colon", 0x3a, false),
    ("comma", 0x2c, false), ("commat", 0x40, false), ("copy", 0xa9, true), ("curren", 0xa4, true),
    ("dash", 0x2010, false), ("dcaron", 0x10f, false), ("deg", 0xb0, true), ("die", 0xa8, false),
    ("div", 0xf7, false), ("divide", 0xf7, true), ("dollar", 0x24, false), ("dstrok", 0x111, false),
    ("eacute", 0xe9, true), ("ecaron", 0x11b, false), ("ecirc", 0xea, true), ("edot", 0x117, false),
    ("egrave", 0xe8, true), ("emacr", 0x113, false), ("emsp", 0x2003, false), ("eng", 0x14b, false),
    ("ensp", 0x2002, false), ("eogon", 0x119, false), ("equals", 0x3d, false), ("eth", 0xf0, true),
    ("euml", 0xeb, true), ("euro", 0x20ac, false), ("excl", 0x21, false), ("fflig", 0xfb00, false),
    ("filig", 0xfb01, false), ("fllig", 0xfb02, false), ("fnof", 0x192, false), ("frac12", 0xbd, true),
    ("frac14", 0xbc, true), ("frac34", 0xbe, true), ("frasl", 0x2044, false), ("gacute", 0x1f5, false),
    ("gbreve", 0x11f, false), ("gcirc", 0x11d, false), ("gdot", 0x121, false), ("grave", 0x60, false),
    ("gt", 0x3e, true), ("hairsp", 0x200a, false), ("half", 0xbd, false), ("hcirc", 0x125, false),
    ("hellip", 0x2026, false), ("horbar", 0x2015, false), ("hstrok", 0x127, false), ("hyphen", 0x2010, false),
    ("iacute", 0xed, true), ("icirc", 0xee, true), ("iexcl", 0xa1, true), ("igrave", 0xec, true),
    ("ijlig", 0x133, false), ("imacr", 0x12b, false), ("imath", 0x131, false), ("imped", 0x1b5, false),
    ("inodot", 0x131, false), ("iogon", 0x12f, false), ("iquest", 0xbf, true), ("itilde", 0x129, false),
    ("iuml", 0xef, true), ("jcirc", 0x135, false), ("jmath", 0x237, false), ("kcedil", 0x137, false),
    ("kgreen", 0x138, false), ("lacute", 0x13a, false), ("laquo", 0xab, true), ("larr", 0x2190, false),
    ("lbrace", 0x7b, false), ("lbrack", 0x5b, false), ("lcaron", 0x13e, false), ("lcedil", 0x13c, false),
    ("lcub", 0x7b, false), ("ldquo", 0x201c, false), ("ldquor", 0x201e, false), ("leftarrow", 0x2190, false),
    ("lmidot", 0x140, false), ("lowbar", 0x5f, false), ("lpar", 0x28, false), ("lrm", 0x200e, false),
    ("lsaquo", 0x2039, false), ("lsqb", 0x5b, false), ("lsquo", 0x2018, false), ("lsquor", 0x201a, false),
    ("lstrok", 0x142, false), ("lt", 0x3c, true), ("macr", 0xaf, true), ("mdash", 0x2014, false),
    ("micro", 0xb5, true), ("midast", 0x2a, false), ("middot", 0xb7, true), ("minus", 0x2212, false),
    ("mldr", 0x2026, false), ("nacute", 0x144, false), ("napos", 0x149, false), ("nbsp", 0xa0, true),
    ("ncaron", 0x148, false), ("ncedil", 0x146, false), ("ndash", 0x2013, false), ("not", 0xac, true),
    ("ntilde", 0xf1, true), ("num", 0x23, false), ("numsp", 0x2007, false), ("oacute", 0xf3, true),
    ("ocirc", 0xf4, true), ("odblac", 0x151, false), ("oelig", 0x153, false), ("ograve", 0xf2, true),
    ("omacr", 0x14d, false), ("ordf", 0xaa, true), ("ordm", 0xba, true), ("oslash", 0xf8, true),
    ("otilde", 0xf5, true), ("ouml", 0xf6, true), ("para", 0xb6, true), ("percnt", 0x25, false),
    ("period", 0x2e, false), ("plus", 0x2b, false), ("plusmn", 0xb1, true), ("pm", 0xb1, false),
    ("pound", 0xa3, true), ("prime", 0x2032, false), ("puncsp", 0x2008, false), ("quest", 0x3f, false),
    ("quot", 0x22, true), ("racute", 0x155, false), ("raquo", 0xbb, true), ("rarr", 0x2192, false),
    ("rbrace", 0x7d, false), ("rbrack", 0x5d, false), ("rcaron", 0x159, false), ("rcedil", 0x157, false),
    ("rcub", 0x7d, false), ("rdquo", 0x201d, false), ("rdquor", 0x201d, false), ("reg", 0xae, true),
    ("rightarrow", 0x2192, false), ("rlm", 0x200f, false), ("rpar", 0x29, false), ("rsaquo", 0x203a, false),
    ("rsqb", 0x5d, false), ("rsquo", 0x2019, false), ("rsquor", 0x2019, false), ("sacute", 0x15b, false),
    ("sbquo", 0x201a, false), ("scaron", 0x161, false), ("scedil", 0x15f, false), ("scirc", 0x15d, false),
    ("sect", 0xa7, true), ("semi", 0x3b, false), ("shy", 0xad, true), ("slarr", 0x2190, false), ("sol", 0x2f, false),
    ("srarr", 0x2192, false), ("star", 0x2606, false), ("starf", 0x2605, false), ("strns", 0xaf, false),
    ("sup1", 0xb9, true), ("sup2", 0xb2, true), ("sup3", 0xb3, true), ("szlig", 0xdf, true), ("tcaron", 0x165, false),
    ("tcedil", 0x163, false), ("thinsp", 0x2009, false), ("thorn", 0xfe, true), ("tilde", 0x2dc, false),
    ("times", 0xd7, true), ("trade", 0x2122, false), ("tstrok", 0x167, false), ("uacute", 0xfa, true),
    ("ubreve", 0x16d, false), ("ucirc", 0xfb, true), ("udblac", 0x171, false), ("ugrave", 0xf9, true),
    ("umacr", 0x16b, false), ("uml", 0xa8, true), ("uogon", 0x173, false), ("uring", 0x16f, false),
    ("utilde", 0x169, false), ("uuml", 0xfc, true), ("verbar", 0x7c, false), ("vert", 0x7c, false),
    ("wcirc", 0x175, false), ("yacute", 0xfd, true), ("ycirc", 0x177, false), ("yen", 0xa5, true),
    ("yuml", 0xff, true), ("zacute", 0x17a, false), ("zcaron", 0x17e, false), ("zdot", 0x17c, false),
    ("zwj", 0x200d, false), ("zwnj", 0x200c, false),
];

/// The character a reference at the start of `text` stands for, and the reference's length in bytes. In an attribute, a name
/// without its semicolon counts only where nothing can continue it: `&copy=1` in an address is none.
pub(crate) fn resolve(text: &str, in_attribute: bool) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    if let Some(number) = body.strip_prefix('#') {
        return numbered(number).map(|(character, length)| (character, length + 2));
    }
    let length = body.bytes().take(32).take_while(u8::is_ascii_alphanumeric).count();
    let next = body.as_bytes().get(length);
    if next == Some(&b';')
        && let Some((character, _)) = body.get(..length).and_then(named)
    {
        return Some((character, length + 2));
    }
    let without =
        |length: usize| body.get(..length).and_then(named).filter(|(_, legacy)| *legacy).map(|(c, _)| (c, length + 1));
    if in_attribute {
        return if next == Some(&b'=') { None } else { without(length) };
    }
    (2..=length.min(6)).rev().find_map(without)
}

/// Where the names of each first letter begin and end in [`NAMED`].
static LETTERS: [(u16, u16); 128] = {
    let mut letters = [(0, 0); 128];
    let mut at = 0;
    while at < NAMED.len() {
        let letter = NAMED[at].0.as_bytes()[0] as usize;
        if letters[letter].1 == 0 {
            letters[letter].0 = at as u16;
        }
        at += 1;
        letters[letter].1 = at as u16;
    }
    letters
};

fn named(name: &str) -> Option<(char, bool)> {
    let (from, to) = *LETTERS.get(usize::from(*name.as_bytes().first()?))?;
    let names = NAMED.get(usize::from(from)..usize::from(to))?;
    let at = names.binary_search_by(|(known, ..)| (*known).cmp(name)).ok()?;
    let (_, code, legacy) = names.get(at)?;
    char::from_u32(*code).map(|character| (character, *legacy))
}

fn numbered(number: &str) -> Option<(char, usize)> {
    let (digits, radix, prefix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 1),
        None => (number, 10, 0),
    };
    let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    if length == 0 {
        return None;
    }
    let value = digits.get(..length).and_then(|digits| u32::from_str_radix(digits, radix).ok()).unwrap_or(u32::MAX);
    let character = match value {
        0x80..=0x9f => crate::readers::encoding::windows_1252(value as u8),
        0 => '\u{fffd}',
        _ => char::from_u32(value).unwrap_or('\u{fffd}'),
    };
    let closed = digits.as_bytes().get(length) == Some(&b';');
    Some((character, prefix + length + usize::from(closed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_every_form_are_resolved() {
        assert!(NAMED.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(resolve("&eacute;x", true), Some(('é', 8)));
        assert_eq!(resolve("&commat;", true), Some(('@', 8)));
        assert_eq!(resolve("&#64;", true), Some(('@', 5)));
        assert_eq!(resolve("&#x40;", true), Some(('@', 6)));
        assert_eq!(resolve("&#146;", true), Some(('’', 6)));
        assert_eq!(resolve("&amp ", true), Some(('&', 4)));
        assert_eq!(resolve("&copy=1", true), None);
        assert_eq!(resolve("&copyx", true), None);
        assert_eq!(resolve("&copyx", false), Some(('©', 5)));
        assert_eq!(resolve("&nothing;", true), None);
        assert_eq!(resolve("&#99999999999;", true), Some(('\u{fffd}', 14)));
    }
}
