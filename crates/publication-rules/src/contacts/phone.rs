//! Telephone numbers in every form they are written in Britain. What is shaped like a number is one: the ranges that Ofcom keeps
//! for drama are no working numbers, and are reported all the same.

use super::{
    announced::announced,
    groups::{Groups, with_prefix},
    next_digit,
    shape::{is_date_or_amount, is_short_date_or_amount, written_as_number},
};
use crate::message::Message;

/// A number found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PhoneHit {
    /// Byte where it starts.
    pub start: usize,
    /// Byte where it ends.
    pub end: usize,
    /// The number with its country, `+44...`; as written for a local one.
    pub number: String,
    /// What kind of number.
    pub message: Message,
}

/// The numbers of a piece of text, in digits of any script.
pub(crate) fn phones(text: &str) -> Vec<PhoneHit> {
    // The digits of other scripts are written with one of these bytes first.
    let bytes = text.as_bytes();
    let foreign = memchr::memchr3(0xd9, 0xdb, 0xe0, bytes).is_some() || memchr::memchr2(0xef, 0xf0, bytes).is_some();
    if !foreign || !text.chars().any(|c| digit(c).is_some()) {
        return in_ascii(text);
    }
    let (mut plain, mut places) = (String::with_capacity(text.len()), Vec::new());
    for (at, c) in text.char_indices() {
        let start = plain.len();
        match (c, digit(c)) {
            (_, Some(digit)) => plain.push(digit),
            ('＋', _) => plain.push('+'),
            _ => plain.push(c),
        }
        places.resize(plain.len(), at);
        // Every byte of a character taken over knows its own place.
        (start..plain.len()).for_each(|byte| {
            places[byte] = if c.len_utf8() > 1 && plain.len() - start == 1 { at } else { at + byte - start }
        });
    }
    places.push(text.len());
    let mut hits = in_ascii(&plain);
    for hit in &mut hits {
        hit.start = places.get(hit.start).copied().unwrap_or(text.len());
        hit.end = places.get(hit.end).copied().unwrap_or(text.len());
    }
    hits
}

/// The digit that one of another script is: full-width, Arabic, Indian, mathematical.
fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 9] = [0xff10, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xe50];
    let code = u32::from(c);
    let value = match code {
        0x1d7ce..=0x1d7ff => (code - 0x1d7ce) % 10,
        _ => ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)?,
    };
    char::from_digit(value, 10)
}

fn in_ascii(text: &str) -> Vec<PhoneHit> {
    let bytes = text.as_bytes();
    let mut hits: Vec<PhoneHit> = Vec::new();
    let mut at = 0;
    while let Some(next) = next_digit(bytes, at) {
        at = next;
        let start = with_prefix(bytes, at);
        // A single digit in front begins no number, unless it is a country's.
        if bytes[start] != b'+' && !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            at += 1;
            continue;
        }
        let candidate = Candidate { groups: Groups::read(text, start, at) };
        let next = candidate.groups.end.max(at + 1);
        let follows = hits.last().is_some_and(|last| start <= last.end + 1);
        if (follows || !candidate.glued(text))
            && let Some(hit) = candidate.number(text)
        {
            at = hit.end.max(at + 1);
            hits.push(hit);
            continue;
        }
        // A number may follow another on the same line: try again from the next group.
        let groups = candidate.groups.all();
        at = groups.get(1).map_or(next, |group| group.start).max(at + 1);
        if groups.len() <= 1 {
            at = next;
        }
    }
    hits
}

/// Digits that may be a number.
struct Candidate {
    groups: Groups,
}

impl Candidate {
    /// Whether letters or other digits touch it, so that it is part of an id, a decimal or an amount.
    fn glued(&self, text: &str) -> bool {
        let before = text.get(..self.groups.start).and_then(|front| front.chars().next_back());
        before.is_some_and(|c| c.is_alphabetic() || matches!(c, '_' | '£' | '$' | '€' | '#' | '=' | '@'))
            && !self.groups.plus
            || self.after_digits(text, before)
    }

    /// Whether a mark and digits before it make it the end of a date, a decimal, an amount or a time.
    fn after_digits(&self, text: &str, before: Option<char>) -> bool {
        let front = text.get(..self.groups.start).unwrap_or_default();
        let digit = front.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit());
        let first = self.groups.all().first().map_or(0, |group| group.digits);
        digit
            && match before {
                // Thousands have three digits; a list of values goes on with a whole number.
                Some(',') => first == 3,
                Some(':') => first <= 2,
                Some('.' | '/' | '-') => true,
                _ => false,
            }
    }

    fn number(&self, text: &str) -> Option<PhoneHit> {
        if !self.groups.plus && self.groups.all().first().is_none_or(|group| group.digits < 2) {
            return None;
        }
        if !self.groups.plus && !self.groups.digits().starts_with('0') && !self.groups.digits().starts_with("44") {
            return self.local(text);
        }
        if is_date_or_amount(self.groups.all(), text) {
            return None;
        }
        let whole = self.groups.all().len();
        // The longest run of leading groups that makes a number: what follows may be a time or another number.
        (1..=whole).rev().find_map(|count| self.leading(text, count)).or_else(|| self.local(text))
    }

    fn leading(&self, text: &str, count: usize) -> Option<PhoneHit> {
        let groups = self.groups.all().get(..count)?;
        let end = groups.last()?.end;
        let length: usize = groups.iter().map(|group| group.digits).sum();
        let digits = self.groups.digits().get(..length)?;
        // Most groups of digits are no number by their length alone.
        if !self.groups.plus
            && !matches!(length, 8 | 10 | 11)
            && !digits.starts_with("0044")
            && !digits.starts_with("44")
        {
            return self.international(digits, end, text);
        }
        if touches_on(text, end) {
            return None;
        }
        let (national, kind) = if self.groups.plus {
            match digits.strip_prefix("44") {
                Some(rest) => (format!("0{}", rest.trim_start_matches('0')), None),
                None => return self.abroad(digits, end),
            }
        } else if let Some(rest) = digits.strip_prefix("0044") {
            (format!("0{}", rest.trim_start_matches('0')), None)
        } else if digits.starts_with("447") && length == 12 {
            (format!("0{}", &digits[2..]), None)
        } else if digits.starts_with("440") && length == 13 && groups.len() > 1 {
            // "44 (0) 7700 900123"
            (digits[2..].to_owned(), None)
        } else {
            (digits.to_owned(), Some(()))
        };
        let message = kind_of(&national)?;
        if kind.is_some() && !written_as_number(groups, text, self.groups.start) {
            return None;
        }
        let number = format!("+44{}", &national[1..]);
        Some(PhoneHit { start: self.groups.start, end, number, message })
    }

    fn abroad(&self, digits: &str, end: usize) -> Option<PhoneHit> {
        let likely = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
        likely.then(|| PhoneHit {
            start: self.groups.start,
            end,
            number: format!("+{digits}"),
            message: Message::PhoneAbroad,
        })
    }

    /// "00353 1 555 0123": another country by the prefix that Britain dials.
    fn international(&self, digits: &str, end: usize, text: &str) -> Option<PhoneHit> {
        let rest = digits.strip_prefix("00").filter(|rest| !rest.starts_with(['0', '4']) || rest.starts_with("49"))?;
        let first = self.groups.all().first()?.digits;
        let sure = announced(text, self.groups.start) || self.groups.all().len() > 1 && (3..=5).contains(&first);
        if sure && rest.len() >= 9 && !touches_on(text, end) { self.abroad(rest, end) } else { None }
    }

    /// Five to eight digits after a word such as "Tel".
    fn local(&self, text: &str) -> Option<PhoneHit> {
        let (end, groups) = (self.groups.end, self.groups.all());
        let digits = self.groups.digits();
        let groups_ok = groups.iter().all(|group| matches!(group.joint, '^' | ' ' | '-'));
        if !(5..=8).contains(&digits.len())
            || !groups_ok
            || groups.len() > 3
            || touches_on(text, end)
            || self.groups.plus
            || is_short_date_or_amount(groups, text)
        {
            return None;
        }
        announced(text, self.groups.start).then(|| PhoneHit {
            start: self.groups.start,
            end,
            number: digits.to_owned(),
            message: Message::PhoneLocal,
        })
    }
}

/// Whether more follows that makes the digits part of something longer.
fn touches_on(text: &str, end: usize) -> bool {
    let mut rest = text.get(end..).unwrap_or_default().chars();
    match rest.next() {
        Some(c) if c.is_ascii_digit() || c == '_' || c == '%' => true,
        // A letter glued on: an id, unless it is an extension, "x12".
        Some(c) if c.is_alphabetic() => !matches!(c, 'x' | 'X'),
        Some(':' | '.') => rest.next().is_some_and(|c| c.is_ascii_digit()),
        // "1,632" goes on; a value of a list does not.
        Some(',') => rest.as_str().bytes().take_while(u8::is_ascii_digit).count() == 3,
        _ => false,
    }
}

/// What a national number of this length and start is, if it is one.
fn kind_of(national: &str) -> Option<Message> {
    let bytes = national.as_bytes();
    let length = bytes.len();
    if bytes.first() != Some(&b'0') {
        return None;
    }
    match bytes.get(1)? {
        b'1' if length == 11 || length == 10 => Some(Message::PhoneLandline),
        b'2' if length == 11 => Some(Message::PhoneLandline),
        b'7' if length == 11 => Some(Message::PhoneMobile),
        b'3' | b'9' | b'5' if length == 11 => Some(Message::PhoneOrganisation),
        b'8' if length == 11 => Some(Message::PhoneOrganisation),
        b'8' if length == 10 && national.starts_with("0800") => Some(Message::PhoneOrganisation),
        b'8' if length == 8 && (national == "08001111" || national.starts_with("084546")) => {
            Some(Message::PhoneOrganisation)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_written_form_are_found_whole() {
        for text in [
            "01632 960123",
            "01632960123",
            "(01632) 960123",
            "01632-960-123",
            "01632.960.123",
            "+44 1632 960123",
            "+44(0)1632 960123",
            "+44 (0) 1632 96 01 23",
            "0044 1632 960123",
            "07700 900123",
            "07700900123",
            "07700 900 123",
            "0770 090 0123",
            "077 0090 0123",
            "+447700900123",
            "447700 900123",
            "020 7946 0123",
            "0207 946 0123",
            "(020) 7946 0123",
            "07700\u{a0}900\u{a0}123",
            "07700–900–123",
            "07700 - 900 - 123",
            "0800 1111",
            "0808 157 0123",
            "+44(0)123 12 12345",
            "01632/960123",
            "+33 1 99 00 12 34",
            "+353 20 910 1234",
            "03069 990123",
            "(01632)960123",
            "07 70 09 00 12 3".replace("12 3", "123").as_str(),
        ] {
            for wrapped in
                [text.to_owned(), format!("Ring {text}."), format!("Mum: {text}, please"), format!("a ({text}) b")]
            {
                let hits = phones(&wrapped);
                assert_eq!(hits.len(), 1, "{wrapped}");
                let found = wrapped[hits[0].start..hits[0].end].trim_start_matches('(');
                assert!(
                    text.trim_start_matches('(').starts_with(found)
                        && found.len() + 1 >= text.trim_start_matches('(').len(),
                    "{wrapped}: {found}"
                );
            }
        }
        assert_eq!(phones("Tel: 960123")[0].message, Message::PhoneLocal);
        assert_eq!(phones("07700 900123 / 07700 900456").len(), 2);
        for text in [
            "07700 900123/07700 900456",
            "Mob:07700900123;Home:01632960123",
            "07700900123,07700900456",
            "07700\u{200b}900\u{200b}123 or 01632\n960123",
            "00353 1 555 0123 and tel:01632960123",
        ] {
            assert_eq!(phones(text).len(), 2, "{text}: {:?}", phones(text));
        }
        assert_eq!(phones("07700 900123 07700 900456").len(), 2);
        assert_eq!(phones("Call 01632 960123 9.30am to 4pm").len(), 1);
        assert_eq!(phones("01632 960123 ext 24")[0].end, 12);
        for text in [
            "Call 44 (0) 7700 900123 please",
            "Contact 07700\t900\t123 please",
            "my registered 077 0090 0123",
            "the order's number: account 07700 900123",
            "reference 07700 900123",
            "my account 01632 960123",
            "07700\u{2005}900\u{2066}123",
        ] {
            assert_eq!(phones(text).len(), 1, "{text}: {:?}", phones(text));
        }
        let wide = "Call ０７７００ ９００１２３ please";
        let hit = &phones(wide)[0];
        assert_eq!((&wide[hit.start..hit.end], hit.number.as_str()), ("０７７００ ９００１２３", "+447700900123"));
    }

    #[test]
    fn dates_prices_times_scores_and_ids_are_no_numbers() {
        for text in [
            "01/02/2024 - 03/04/2024",
            "01.02.2024",
            "2024-09-01 10:30",
            "09:00-15:30",
            "07.30 - 09.15",
            "£01632.96",
            "£0170 000 0000",
            "we won 07 - 11",
            "URN 01234567890",
            "ISBN 0 19 852663 6",
            "ISBN 01985266360",
            "978-0-19-852663-6",
            "id A07700900123",
            "07700900123_b",
            "item07700900123",
            "1234567890123456",
            "12 34 56",
            "2023/24 and 2024/25",
            "10,000,000 steps",
            "Order 01234567890",
            "sort code 01-02-03 account 01234567",
            "01-02-03 04:05",
            "year 1 2 3 4 5 6 7 8 9 10 11",
            "960123",
            "52.2053, 0.1218",
            "100m 12.45 200m 25.10",
            "0.1632 960123",
            "01 02 03 04 05 06 bonus 07",
            "Ring 01 02 2024",
            "Ring before 12-03-2024",
            "Tel: 12-03-24",
            "Ring 2024-25",
            "Tel: 12 000",
            "Ring 12500 pounds",
            "Tel: £125000",
            "Ring 14 06 2024",
        ] {
            assert!(phones(text).is_empty(), "{text}: {:?}", phones(text));
        }
    }
}
