//! Names, as they are compared.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Titles, which people add or leave out.
const TITLES: [&str; 21] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "doctor",
    "prof",
    "professor",
    "rev",
    "revd",
    "reverend",
    "sir",
    "lady",
    "lord",
    "dame",
    "fr",
    "father",
    "sister",
    "m",
    "and",
];

/// A name as it is compared: small letters without marks, one space between words, no signs. However an accent is stored, the
/// name is the same.
pub(crate) fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    let mut marked = name.nfkd().filter(|c| !is_combining_mark(*c));
    let mut plain = name.chars();
    let mut letters = || if name.is_ascii() { plain.next() } else { marked.next() };
    while let Some(c) = letters() {
        let plain = match c {
            'ø' | 'Ø' => "o",
            'ł' | 'Ł' => "l",
            'đ' | 'Đ' | 'ð' | 'Ð' => "d",
            'ı' => "i",
            'ß' | 'ẞ' => "ss",
            'æ' | 'Æ' => "ae",
            'œ' | 'Œ' => "oe",
            'þ' | 'Þ' => "th",
            _ => "",
        };
        if !plain.is_empty() {
            normal.push_str(plain);
        } else if c.is_alphanumeric() && !matches!(c, '\u{2b0}'..='\u{2ff}') {
            normal.extend(c.to_lowercase());
        } else if (c.is_whitespace() || c == '-' || c == '.') && !normal.ends_with(' ') && !normal.is_empty() {
            normal.push(' ');
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// A name as it is compared, without the titles before it.
pub fn without_title(name: &str) -> String {
    let normal = normal(name);
    let mut rest = normal.as_str();
    while let Some((first, after)) = rest.split_once(' ') {
        if !TITLES.contains(&first) {
            break;
        }
        rest = after;
    }
    rest.to_owned()
}

/// Whether two names are the same but for titles, capitals and signs.
pub fn same_name(one: &str, other: &str) -> bool {
    without_title(one) == without_title(other)
}

/// Whether two names may be one person's: the same, or one gives only an initial or no forename, or the surname changed
/// and the forename did not.
pub(crate) fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (without_title(one), without_title(other));
    if one == other {
        return true;
    }
    let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<String>>();
    let (one, other) = (words(&one), words(&other));
    let (Some(last_one), Some(last_other)) = (one.last(), other.last()) else { return false };
    if one.len() == 1 || other.len() == 1 {
        return last_one == last_other;
    }
    let (first_one, first_other) = (&one[0], &other[0]);
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    let initials = initial(first_one, first_other) || initial(first_other, first_one);
    first_one == first_other || (initials && last_one == last_other)
}

/// Whether it names two people: `Mr & Mrs King`, `Ruth and Tom King`.
pub(crate) fn is_two_people(name: &str) -> bool {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let between = |place: usize| place > 0 && place + 1 < words.len();
    let title = |word: &str| TITLES.contains(&word.trim_end_matches('.'));
    words.iter().enumerate().any(|(place, word)| {
        between(place)
            && matches!(word.as_str(), "&" | "and" | "+" | "a" | "ac" | "/")
            && (word != "a" || title(&words[place - 1]))
            || word.split_once(['/', '&']).is_some_and(|(one, other)| title(one) && title(other))
    })
}

/// What a contact is to a pupil, as it is compared: *mum* and *mother* are one.
pub(crate) fn part(relation: &str) -> String {
    let plain = normal(relation);
    match plain.as_str() {
        "mum" | "mummy" | "mam" | "mom" => "mother".to_owned(),
        "dad" | "daddy" | "tad" => "father".to_owned(),
        "step mother" | "stepmum" | "step mum" => "stepmother".to_owned(),
        "step father" | "stepdad" | "step dad" => "stepfather".to_owned(),
        "gran" | "nan" | "nana" | "granny" | "grandma" | "nain" | "mam gu" => "grandmother".to_owned(),
        "grandad" | "granddad" | "grandpa" | "taid" | "tad cu" => "grandfather".to_owned(),
        _ => plain,
    }
}

/// `King, Ada` as `Ada King`; any other name as it is.
pub(crate) fn turned(name: &str) -> String {
    match name.split_once(',') {
        Some((surname, forename)) if !forename.trim().is_empty() && !forename.contains(',') => {
            format!("{} {}", forename.trim(), surname.trim())
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_capitals_and_signs_make_no_other_name() {
        assert!(same_name("Mrs. Anne-Marie O'Brien", "anne marie OBrien"));
        assert!(!same_name("Anne O'Brien", "Anna O'Brien"));
        assert!(same_name("Zoë Bélanger", "Zoe\u{308} Be\u{301}langer") && same_name("Łukasz Ørsted", "Lukasz Orsted"));
        assert!(same_name("O’Brien", "OʼBrien"));
        assert_eq!(without_title("Mr"), "mr");
    }

    #[test]
    fn two_people_in_one_name_are_seen() {
        for name in ["Mr & Mrs King", "Mr and Mrs T King", "Ruth and Tom King", "Mr/Mrs King", "Mr&Mrs King"] {
            assert!(is_two_people(name), "{name}");
        }
        for name in ["Mrs King", "Ferdinand King", "Andy & Co".trim_end_matches(" & Co"), "Ann-Marie A King"] {
            assert!(!is_two_people(name), "{name}");
        }
        assert_eq!((part("Mum"), part("DAD")), (part("mother"), part("Father")));
    }

    #[test]
    fn one_person_may_be_written_in_several_ways() {
        for (one, other) in [("Mrs King", "Ada King"), ("A King", "Ada King"), ("Ada King", "Ada Lovelace")] {
            assert!(may_be_one(one, other) && may_be_one(other, one), "{one}, {other}");
        }
        for (one, other) in [
            ("Ada King", "Bo King"),
            ("Ada King", "Alan King"),
            ("Mrs King", "Ada Lovelace"),
            ("A King", "Ada Lovelace"),
        ] {
            assert!(!may_be_one(one, other), "{one}, {other}");
        }
    }

    #[test]
    fn a_surname_that_stands_first_is_put_last() {
        assert_eq!(turned("King, Ada"), "Ada King");
        assert_eq!(turned("Ada King"), "Ada King");
        assert_eq!(turned("King,"), "King,");
    }
}
