//! What somebody typed or pasted, as they meant it: digits of any script, the wide letters of an input method, and characters
//! that nobody sees.

/// The zeros of every script that counts in tens (Unicode 14, general category Nd). One to nine follow each of them.
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
    0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60,
    0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// The longest e-mail address that can be delivered to (RFC 5321 section 4.5.3.1.3, less the angle brackets).
pub const LONGEST_EMAIL: usize = 254;
/// The longest part before the `@` (RFC 5321 section 4.5.3.1.1).
const LONGEST_LOCAL_PART: usize = 64;

/// The digit that a character is in any script, from 0 to 9.
pub fn digit_of(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
    }
    let code = u32::from(c);
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= code)].last()?;
    u8::try_from(code - zero).ok().filter(|digit| *digit < 10)
}

/// Whether a character shows as nothing: joiners, direction marks, soft hyphens, variation selectors and the like (Unicode's
/// Default_Ignorable_Code_Point), which come along when text is copied.
pub const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A character as it was meant where only ASCII makes sense: a digit of any script as `0` to `9`, a wide letter or sign as
/// its plain one; none for one that nobody sees. Any other stays as it is.
pub fn as_meant(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    if let Some(digit) = digit_of(c) {
        return Some(char::from(b'0' + digit));
    }
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '\u{3000}' => Some(' '),
        '\u{3002}' | '\u{ff61}' => Some('.'),
        c if is_invisible(c) => None,
        c => Some(c),
    }
}

/// An e-mail address as it was meant: its characters [as meant](as_meant), the apostrophe that a word processor bent made
/// straight, no spaces around it.
pub fn email_as_meant(typed: &str) -> String {
    let straight = |c: char| if matches!(c, '\u{2018}' | '\u{2019}' | '\u{2bc}') { '\'' } else { c };
    typed.chars().filter_map(as_meant).map(straight).collect::<String>().trim().to_owned()
}

/// Whether a message can be sent to this address, which is [as meant](email_as_meant).
///
/// The check is practical: what browsers take for `type=email`, with a dot in the domain, and what mail services deliver to.
/// Whether the mailbox exists only a message can tell.
pub fn is_email(address: &str) -> bool {
    address.len() <= LONGEST_EMAIL
        && address.rsplit_once('@').is_some_and(|(local, domain)| is_local_part(local) && is_domain(domain))
}

/// RFC 5322 section 3.2.3, dot-atom.
fn is_local_part(local: &str) -> bool {
    let atom = |atom: &str| {
        !atom.is_empty() && atom.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&b))
    };
    local.len() <= LONGEST_LOCAL_PART && local.split('.').all(atom)
}

/// RFC 1123 section 2.1: labels of letters, digits and inner hyphens, at least two of them, the last not a number.
fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.split('.').all(label)
        && domain.rsplit_once('.').is_some_and(|(_, top)| top.len() > 1 && !top.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_of_any_script_are_what_they_count() {
        for written in ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]
        {
            let read: Vec<u8> = written.chars().filter_map(digit_of).collect();
            assert_eq!(read, (0..10).collect::<Vec<u8>>(), "{written}");
        }
        for c in ['a', '½', '²', '①', 'Ⅷ', '五', '\u{66a}', '\u{ff1a}', '/', ':'] {
            assert_eq!(digit_of(c), None, "{c}");
        }
        assert!(ZEROS.is_sorted());
    }

    #[test]
    fn an_address_pasted_from_anywhere_is_the_same_address() {
        for typed in [
            "ada@example.org",
            " ada@example.org\u{a0}",
            "\u{feff}ada@example.org",
            "ada\u{200b}@exam\u{ad}ple.org\u{200e}",
            "ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ",
            "ada@example。org",
            "\u{202a}ada@example.org\u{202c}",
        ] {
            assert_eq!(email_as_meant(typed), "ada@example.org", "{typed:?}");
        }
        assert_eq!(email_as_meant("o’brien@example.org"), "o'brien@example.org");
    }

    #[test]
    fn what_no_message_reaches_is_no_address() {
        for good in ["o'brien@example.org", "a+b@mail.example.co.uk", "ada@xn--mnchen-3ya.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["jürgen@example.org", "ada@münchen.example", "ada@example.c", "ada@example", "a b@example.org", "@"]
        {
            assert!(!is_email(bad), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_meant_is_meant_once_and_for_all(typed in "\\PC{0,40}") {
            let meant = email_as_meant(&typed);
            prop_assert_eq!(email_as_meant(&meant), meant.clone());
            prop_assert!(!meant.chars().any(is_invisible));
        }
    }
}
