//! Encodings of one byte for a letter: no file says which it is, so the letters must tell.

use crate::Encoding;

/// The characters of Windows-1252 from 0x80 to 0x9f (WHATWG Encoding standard). The five bytes it leaves undefined
/// are unreadable here: nobody typed them.
pub(crate) const WINDOWS_1252: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// Mac OS Roman from 0x80 (Apple's ROMAN.TXT): what Excel for Mac writes as "CSV (Macintosh)".
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// DOS code page 850 from 0x80 (Microsoft's CP850.TXT): what Excel writes as "CSV (MS-DOS)".
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Text in one of the encodings of one byte, with which it was: whichever makes words of the letters. What no encoding
/// makes a word of becomes U+FFFD, and its row is not taken.
pub(crate) fn decoded(bytes: &[u8]) -> (String, Encoding) {
    let windows = with(bytes, |byte| match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    });
    if odd(&windows).is_empty() {
        return (windows, Encoding::Windows1252);
    }
    let of_table = |table: &str| {
        let table: Vec<char> = table.chars().collect();
        with(bytes, |byte| match byte {
            0x80.. => table.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
            _ => char::from(byte),
        })
    };
    let others = [(of_table(MAC_ROMAN), Encoding::MacRoman), (of_table(DOS_850), Encoding::Dos850)];
    let mut sound: Vec<(String, Encoding)> = others.into_iter().filter(|(text, _)| odd(text).is_empty()).collect();
    if sound.len() == 2 {
        // Both make words: the letters that names of these islands and their neighbours have most.
        let [mac, dos] = [0, 1].map(|place| commonness(&sound[place].0));
        match () {
            () if mac >= dos * 2 => sound.truncate(1),
            () if dos >= mac * 2 => drop(sound.remove(0)),
            () => {}
        }
    }
    match <[_; 1]>::try_from(sound) {
        Ok([one]) => one,
        Err(several) if several.is_empty() => (without(&windows, &odd(&windows)), Encoding::Windows1252),
        // Nobody can say which: none of the letters is taken.
        Err(_) => {
            let all: Vec<usize> =
                windows.char_indices().filter(|(_, c)| !c.is_ascii()).map(|(place, _)| place).collect();
            (without(&windows, &all), Encoding::Windows1252)
        }
    }
}

fn with(bytes: &[u8], letter: impl Fn(u8) -> char) -> String {
    bytes.iter().map(|byte| letter(*byte)).collect()
}

fn without(text: &str, odd: &[usize]) -> String {
    let replaced = |(place, c)| if odd.binary_search(&place).is_ok() { char::REPLACEMENT_CHARACTER } else { c };
    text.char_indices().map(replaced).collect()
}

/// How common the letters beyond ASCII are in names, together.
fn commonness(text: &str) -> u32 {
    let weight = |c: char| match c {
        'é' | 'É' => 10,
        'á' | 'í' | 'ö' | 'ü' | 'ë' | 'Á' | 'Í' | '’' => 6,
        'è' | 'ï' | 'ó' | 'ô' | 'â' | 'ç' | 'ñ' | 'ú' | 'Ö' | 'Ü' => 4,
        'ä' | 'à' | 'ê' | 'ø' | 'å' | 'Ó' | 'Ç' | 'Å' | 'Ø' | 'î' | 'û' | 'ò' | 'ã' => 2,
        _ => 0,
    };
    text.chars().filter(|c| !c.is_ascii()).map(weight).sum()
}

/// Where characters stand that nobody wrote there: signs within words, capitals within small letters.
fn odd(text: &str) -> Vec<usize> {
    let mut odd = Vec::new();
    let mut chars = text.char_indices().peekable();
    let (mut before, mut earlier) = (' ', ' ');
    while let Some((place, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        if !c.is_ascii() && is_odd(earlier, before, c, after) {
            odd.push(place);
        }
        (earlier, before) = (before, c);
    }
    odd
}

fn is_odd(earlier: char, before: char, c: char, after: char) -> bool {
    let (letter_before, letter_after) = (before.is_alphabetic(), after.is_alphabetic());
    match c {
        char::REPLACEMENT_CHARACTER => true,
        // `Ó hÓgáin` and `McÉvoy` have a capital within; nothing else has one before small letters.
        c if c.is_uppercase() => {
            let mc = (earlier, before) == ('M', 'c') || before == 'h';
            (before.is_lowercase() && !mc) || (before.is_uppercase() && after.is_lowercase())
        }
        c if c.is_alphabetic() && c.is_lowercase() => {
            let within_capitals = before.is_uppercase() && (after.is_uppercase() || earlier.is_uppercase());
            after.is_uppercase()
                || within_capitals
                || (!letter_before && after.is_lowercase() && c != 'ó')
                || "ªºµﬁﬂƒ".contains(c)
        }
        // Apostrophes stand between letters or at an end; dashes and spaces that do not break do not stand within a word.
        '’' => !letter_before && !letter_after,
        '‘' | '“' => letter_before,
        '”' => letter_after,
        '–' | '—' | '\u{a0}' => before.is_lowercase() && after.is_lowercase(),
        _ => letter_before || letter_after,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mac(text: &str) -> Vec<u8> {
        encoded(text, MAC_ROMAN)
    }

    fn dos(text: &str) -> Vec<u8> {
        encoded(text, DOS_850)
    }

    fn encoded(text: &str, table: &str) -> Vec<u8> {
        let byte = |c: char| match u8::try_from(c) {
            Ok(byte) if byte < 0x80 => byte,
            _ => u8::try_from(0x80 + table.chars().position(|known| known == c).unwrap()).unwrap(),
        };
        text.chars().map(byte).collect()
    }

    #[test]
    fn a_table_has_a_character_for_each_byte() {
        assert_eq!([MAC_ROMAN, DOS_850].map(|table| table.chars().count()), [128, 128]);
    }

    #[test]
    fn a_file_of_an_old_mac_or_of_dos_is_read_right() {
        for text in
            ["id,forename\n1,Zoë,Bélanger\n", "1,Siân,Évans\n2,Zoë,O'Brien\n", "1,René,Müller,5A\n", "1,Seán,Peña\n"]
        {
            assert_eq!(decoded(&dos(text)), (text.to_owned(), Encoding::Dos850), "{text}");
        }
        for text in ["1,Zoë,O’Brien\n2,Siân,Évans\n", "1,Zoë,Bélanger\n", "1,René,King\n", "1,Élise,Núñez\n"]
        {
            assert_eq!(decoded(&mac(text)), (text.to_owned(), Encoding::MacRoman), "{text}");
        }
    }

    #[test]
    fn what_is_windows_stays_so() {
        for text in
            ["Siân,Zoë O’Brien", "ZOË BÉLANGER – 5A", "Šárka, Žofie, Œuvre", "£5 • ½ “Ada”", "ó Broin, Ó hÓgáin"]
        {
            let bytes: Vec<u8> = text
                .chars()
                .map(|c| {
                    let listed = WINDOWS_1252.iter().position(|known| *known == c);
                    listed.map_or_else(|| u8::try_from(c).unwrap(), |place| u8::try_from(place + 0x80).unwrap())
                })
                .collect();
            assert_eq!(decoded(&bytes), (text.to_owned(), Encoding::Windows1252));
        }
    }

    #[test]
    fn what_no_encoding_makes_a_word_of_is_unreadable() {
        // Polish, in Windows-1250.
        let (text, _) = decoded(b"1,Micha\xb3,W\xf3jcik\n");
        assert_eq!(text, "1,Micha\u{fffd},Wójcik\n");
    }
}
