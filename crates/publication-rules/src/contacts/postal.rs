//! Postcodes and street addresses.

use super::next_digit;

/// A postcode or street found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PostalHit {
    /// Byte where it starts.
    pub start: usize,
    /// Byte where it ends.
    pub end: usize,
    /// The postcode without spaces in capitals, if there is one.
    pub postcode: Option<String>,
    /// House number and street in lower case, if there is one.
    pub street: Option<String>,
}

/// The 124 postcode areas (Royal Mail) and those of no place, of the forces and of Gibraltar; two letters before one.
const AREAS: &str = " AB AL BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX \
FK FY GL GU GX GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL OX PA PE PH \
PL PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV YO ZE B E G L M \
N S W ";

/// The postcodes and streets of a piece of text, a street and the postcode that follows it as one.
pub(crate) fn addresses(text: &str) -> Vec<PostalHit> {
    let mut streets = streets(text);
    let mut hits: Vec<PostalHit> = Vec::new();
    // The streets before this one end before the postcode that is looked at.
    let mut next = 0;
    for code in postcodes(text) {
        while streets.get(next).is_some_and(|street| street.end <= code.start) {
            next += 1;
        }
        // "12 Oak Lane, Elmton, AB1 2CD" is one address.
        let before = next.checked_sub(1).and_then(|at| streets.get_mut(at)).filter(|street| {
            street.postcode.is_none()
                && code.start - street.end <= 60
                && text
                    .get(street.end..code.start)
                    .is_some_and(|between| !between.contains(['.', '!', '?', ';']) && !between.contains("\n\n"))
        });
        match before {
            Some(street) => {
                street.end = code.end;
                street.postcode = code.postcode;
            }
            None => hits.push(code),
        }
    }
    hits.append(&mut streets);
    hits.sort_by_key(|hit| hit.start);
    hits
}

/// Postcodes: found by their inward half, a digit and two letters of those it may have.
fn postcodes(text: &str) -> Vec<PostalHit> {
    let bytes = text.as_bytes();
    let mut hits = Vec::new();
    let mut next = 2;
    while let Some(at) = next_digit(bytes, next) {
        next = at + 1;
        let inward = matches!(bytes.get(at + 1..at + 3), Some([a, b]) if is_inward(*a) && is_inward(*b));
        if !inward || bytes.get(at + 3).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'_') {
            continue;
        }
        if let Some((start, outward, tight)) = outward_before(text, at) {
            let same_case = text.get(start..at + 3).is_some_and(|code| {
                code.chars().all(|c| !c.is_ascii_lowercase()) || !tight || code.chars().all(|c| !c.is_ascii_uppercase())
            });
            let ordinal = matches!(bytes.get(at + 1..at + 3), Some(b"st" | b"nd" | b"rd" | b"th"));
            let ordinal = ordinal && !tight && (outward.len() < 3 || bytes[start].is_ascii_uppercase());
            if same_case
                && !ordinal
                && text.get(at + 3..).is_none_or(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
            {
                let code = format!("{outward}{}", text.get(at..at + 3).unwrap_or_default()).to_ascii_uppercase();
                hits.push(PostalHit { start, end: at + 3, postcode: Some(code), street: None });
            }
        }
    }
    hits
}

/// The letters an inward half has: not C, I, K, M, O or V.
const fn is_inward(byte: u8) -> bool {
    byte.is_ascii_alphabetic() && !matches!(byte.to_ascii_uppercase(), b'C' | b'I' | b'K' | b'M' | b'O' | b'V')
}

/// The outward half that ends before `at`: where it starts, in capitals, and whether no space parts the halves.
fn outward_before(text: &str, at: usize) -> Option<(usize, String, bool)> {
    let front = text.get(..at)?;
    let trimmed = front.trim_end_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{200b}']);
    if front.get(trimmed.len()..)?.chars().count() > 3 {
        return None;
    }
    let length = trimmed.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    let start = trimmed.len() - length;
    let outward = trimmed.get(start..)?.to_ascii_uppercase();
    let before = trimmed.get(..start)?.chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '#' | '=' | '.' | '@'))
        && before.is_none_or(|c| c != '.')
    {
        return None;
    }
    let letters = outward.bytes().take_while(u8::is_ascii_alphabetic).count();
    let area = outward.get(..letters)?;
    let rest = outward.get(letters..)?.as_bytes();
    let district = match rest {
        [digit] => digit.is_ascii_digit(),
        [first, second] => {
            first.is_ascii_digit() && (second.is_ascii_digit() && *first != b'0' || is_district_letter(area, *second))
        }
        _ => false,
    };
    let tight = trimmed.len() == at;
    if rest.is_empty() && SPECIAL.contains(&(outward.as_str(), text.get(at..at + 3)?.to_ascii_uppercase().as_str())) {
        return Some((start, outward, tight));
    }
    (district && is_area(area)).then_some((start, outward, tight))
}

/// Postcodes of another form: the old Girobank's, and those of islands far away.
const SPECIAL: [(&str, &str); 10] = [
    ("GIR", "0AA"),
    ("ASCN", "1ZZ"),
    ("BBND", "1ZZ"),
    ("BIQQ", "1ZZ"),
    ("FIQQ", "1ZZ"),
    ("PCRN", "1ZZ"),
    ("SIQQ", "1ZZ"),
    ("STHL", "1ZZ"),
    ("TDCU", "1ZZ"),
    ("TKCA", "1ZZ"),
];

/// Whether one or two letters in capitals are a postcode area.
fn is_area(area: &str) -> bool {
    let mut spaced = [b' '; 4];
    let Some(place) = spaced.get_mut(1..1 + area.len()).filter(|_| (1..=2).contains(&area.len())) else { return false };
    place.copy_from_slice(area.as_bytes());
    memchr::memmem::find(AREAS.as_bytes(), spaced.get(..area.len() + 2).unwrap_or_default()).is_some()
}

/// Letters at the end of a London outward half: `W1A`, `EC1V`, `SE1P`.
fn is_district_letter(area: &str, letter: u8) -> bool {
    letter.is_ascii_alphabetic() && matches!(area, "E" | "EC" | "N" | "NW" | "SE" | "SW" | "W" | "WC")
}

const STREETS: [&str; 36] = [
    "road", "street", "lane", "avenue", "close", "drive", "way", "crescent", "gardens", "terrace", "place", "court",
    "grove", "mews", "rise", "row", "walk", "square", "park", "hill", "green", "view", "parade", "rd", "st", "ave",
    "cres", "gdns", "ln", "fields", "croft", "yard", "wharf", "villas", "heights", "meadow",
];

/// Words before a number that make it no house number.
const NUMBERED: [&str; 22] = [
    "year", "years", "class", "group", "stage", "ks", "key", "team", "unit", "week", "chapter", "page", "no", "number",
    "lesson", "day", "term", "section", "appendix", "set", "room", "platform",
];

/// House numbers followed by one to four words with capitals, the last a kind of street.
fn streets(text: &str) -> Vec<PostalHit> {
    let bytes = text.as_bytes();
    let mut hits: Vec<PostalHit> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(bytes, at) {
        let digits = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + digits;
        // "12-14 Elm Road" is one address.
        let start = range_start(text, start).unwrap_or(start);
        if digits > 4
            || is_year(text.get(start..at).unwrap_or_default())
            || start > 0 && !matches!(bytes[start - 1], b' ' | b'\n' | b'\t' | b'(' | b',' | b':' | b'"')
            || start > 1 && bytes[start - 1] == b',' && bytes[start - 2].is_ascii_digit()
        {
            continue;
        }
        if let Some(end) = street_after(text, at).filter(|_| !numbered(text, start)) {
            let street = text.get(start..end).unwrap_or_default().to_lowercase();
            hits.push(PostalHit { start, end, postcode: None, street: Some(street) });
            at = end;
        }
    }
    hits
}

/// Where the first number of a range that goes on at `start` begins: `12-14`, `12a/14`.
fn range_start(text: &str, start: usize) -> Option<usize> {
    let front = text.get(..start)?;
    let front = front
        .strip_suffix(['-', '–', '/', '&', '+'])
        .or_else(|| front.strip_suffix(" - ").or_else(|| front.strip_suffix(" & ")))?;
    let number = front.strip_suffix(|c: char| matches!(c, 'a'..='f' | 'A'..='F')).unwrap_or(front);
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&digits).then_some(number.len() - digits)
}

/// A year before a place: "2007 Bowling Green". Hardly a house has such a number.
fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Words of headlines, which no street is named with: "5 Things To Do On Your Way".
#[rustfmt::skip]
fn is_headline_word(lower: &str) -> bool {
    matches!(
        lower,
        "have" | "has" | "this" | "that" | "to" | "your" | "our" | "for" | "how" | "why" | "with" | "things" | "ways"
        | "reasons" | "tips" | "days" | "years" | "people" | "pupils" | "children" | "best" | "more" | "from" | "at"
        | "is" | "are" | "will" | "can" | "who" | "we" | "they" | "you" | "it" | "its"
    )
}

fn numbered(text: &str, start: usize) -> bool {
    let front = text.get(..start).unwrap_or_default().trim_end_matches(' ');
    let word = front.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    NUMBERED.contains(&word.as_str())
}

/// Where a street's name that follows a house number ends.
fn street_after(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let rest = rest.strip_prefix(|c: char| matches!(c, 'a'..='f' | 'A'..='F')).unwrap_or(rest);
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    let mut inner = rest.strip_prefix([' ', '\u{a0}'])?;
    for words in 0..5 {
        let length: usize =
            inner.chars().take_while(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-')).map(char::len_utf8).sum();
        let word = inner.get(..length)?;
        let small = matches!(word, "the" | "of" | "and" | "le" | "la" | "on" | "in");
        if word.is_empty()
            || !small && !word.starts_with(char::is_uppercase)
            || !small && is_headline_word(&word.to_lowercase())
        {
            return None;
        }
        let after = inner.get(length..)?;
        if words > 0 && STREETS.contains(&word.to_lowercase().as_str()) {
            // "Oak Park Road" goes on; "Oak Park" ends here.
            let goes_on = after.strip_prefix(' ').is_some_and(|next| {
                let next: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
                next.starts_with(char::is_uppercase) && STREETS.contains(&next.to_lowercase().as_str())
            });
            if !goes_on {
                return Some(text.len() - after.len());
            }
        }
        inner = after.strip_prefix('.').unwrap_or(after).strip_prefix([' ', '\u{a0}'])?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        addresses(text).iter().map(|hit| &text[hit.start..hit.end]).collect()
    }

    #[test]
    fn postcodes_are_found_however_they_are_typed() {
        for code in [
            "AB1 2DE",
            "ab1 2de",
            "AB12DE",
            "ab12de",
            "AB1\u{a0}2DE",
            "AB1  2DE",
            "SW1A 1AA",
            "M1 1AA",
            "EC1V 9HQ",
            "b33 8th",
            "GIR 0AA",
            "BX1 1LT",
            "BF1 2AU",
            "FIQQ 1ZZ",
        ] {
            assert_eq!(found(&format!("We live at {code}.")), [code]);
        }
    }

    #[test]
    fn impossible_postcodes_are_none() {
        for text in ["QZ1 2DE", "AB1 2CK", "AB1 22E", "xAB1 2DE", "AB1 2DEx", "room B2 3rd floor", "KS2 1st", "A1 2BD"]
        {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn a_street_and_its_postcode_are_one_address() {
        assert_eq!(found("Party at 12 Oak Tree Lane, Elmton, AB1 2DE on"), ["12 Oak Tree Lane, Elmton, AB1 2DE"]);
        assert_eq!(found("at 7a St Mary’s Road."), ["7a St Mary’s Road"]);
        assert_eq!(found("Amara lives at 12-14 Elm Road now"), ["12-14 Elm Road"]);
        for text in ["2007 Bowling Green", "1,000,000 Have Adopted This New Way", "5 Things To See On The Way"] {
            assert!(found(text).is_empty(), "{text}");
        }
        for text in ["Year 5 Forest Walk", "at 3 The children", "30 Oak trees", "5 Green Road signs? no: 5 green road"]
        {
            assert!(found(text).is_empty() || text.contains("Green Road"), "{text}: {:?}", found(text));
        }
    }
}
