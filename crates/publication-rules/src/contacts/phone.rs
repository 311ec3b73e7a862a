//! Telephone numbers in every form they are written in Britain. What is shaped like a number is one: the ranges that Ofcom keeps
//! for drama are no working numbers, and are reported all the same.

use super::announced::{announced, named_otherwise};
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

/// The most digits a candidate has before it is certainly something else.
const MOST_DIGITS: usize = 19;

/// The numbers of a piece of text.
pub(crate) fn phones(text: &str) -> Vec<PhoneHit> {
    let bytes = text.as_bytes();
    let mut hits: Vec<PhoneHit> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = with_prefix(bytes, at);
        let candidate = Candidate::read(text, start, at);
        let next = candidate.end.max(at + 1);
        if !candidate.glued(text)
            && let Some(hit) = candidate.number(text)
        {
            at = hit.end.max(at + 1);
            hits.push(hit);
            continue;
        }
        // A number may follow another on the same line: try again from the next group.
        at = candidate.groups.get(1).map_or(next, |group| group.start).max(at + 1);
        if candidate.groups.len() <= 1 {
            at = next;
        }
    }
    hits
}

/// A plus sign or bracket right before the first digit belongs to the number.
fn with_prefix(bytes: &[u8], first: usize) -> usize {
    let mut start = first;
    while let Some(before) = start.checked_sub(1) {
        match bytes[before] {
            b'+' => return before,
            b'(' if start == first => start = before,
            _ => break,
        }
    }
    start
}

#[derive(Clone, Copy)]
struct Group {
    start: usize,
    end: usize,
    digits: usize,
    /// What stands before it: a space, `-`, `.`, `/`, a bracket.
    joint: char,
}

struct Candidate {
    start: usize,
    end: usize,
    plus: bool,
    digits: String,
    groups: Vec<Group>,
}

impl Candidate {
    fn read(text: &str, start: usize, first: usize) -> Self {
        let plus = text.as_bytes().get(start) == Some(&b'+');
        let mut this = Self { start, end: first, plus, digits: String::new(), groups: Vec::new() };
        let mut at = first;
        let mut joint = '^';
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            if c.is_ascii_digit() {
                let length = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                if this.digits.len() + length > MOST_DIGITS {
                    break;
                }
                this.digits.push_str(text.get(at..at + length).unwrap_or_default());
                at += length;
                this.groups.push(Group { start: at - length, end: at, digits: length, joint });
                this.end = at;
                continue;
            }
            let gap_end = gap(text, at);
            let Some(next) = gap_end.filter(|next| text.as_bytes().get(*next).is_some_and(u8::is_ascii_digit)) else {
                break;
            };
            joint = strongest(text.get(at..next).unwrap_or_default());
            at = next;
        }
        this
    }

    /// Whether letters or other digits touch it, so that it is part of an id, a decimal or an amount.
    fn glued(&self, text: &str) -> bool {
        let before = text.get(..self.start).and_then(|front| front.chars().next_back());
        before.is_some_and(|c| c.is_alphabetic() || matches!(c, '_' | '£' | '$' | '€' | '#' | '=' | '@')) && !self.plus
            || before.is_some_and(|c| matches!(c, '.' | ',' | '/' | '-' | ':'))
                && text
                    .get(..self.start)
                    .is_some_and(|front| front.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit()))
    }

    fn number(&self, text: &str) -> Option<PhoneHit> {
        if !self.plus && self.groups.first().is_none_or(|group| group.digits < 2) {
            return None;
        }
        if !self.plus && !self.digits.starts_with('0') && !self.digits.starts_with("44") {
            return self.local(text);
        }
        if is_date_or_amount(&self.groups, text) {
            return None;
        }
        let whole = self.groups.len();
        // The longest run of leading groups that makes a number: what follows may be a time or another number.
        (1..=whole).rev().find_map(|count| self.leading(text, count)).or_else(|| self.local(text))
    }

    fn leading(&self, text: &str, count: usize) -> Option<PhoneHit> {
        let groups = self.groups.get(..count)?;
        let end = groups.last()?.end;
        let length: usize = groups.iter().map(|group| group.digits).sum();
        let digits = self.digits.get(..length)?;
        // Most groups of digits are no number by their length alone.
        if !self.plus && !matches!(length, 8 | 10 | 11) && !digits.starts_with("0044") && !digits.starts_with("44") {
            return None;
        }
        if touches_on(text, end) {
            return None;
        }
        let (national, kind) = if self.plus {
            match digits.strip_prefix("44") {
                Some(rest) => (format!("0{}", rest.trim_start_matches('0')), None),
                None => return self.abroad(digits, end),
            }
        } else if let Some(rest) = digits.strip_prefix("0044") {
            (format!("0{}", rest.trim_start_matches('0')), None)
        } else if digits.starts_with("447") && length == 12 {
            (format!("0{}", &digits[2..]), None)
        } else {
            (digits.to_owned(), Some(()))
        };
        let message = kind_of(&national)?;
        if kind.is_some() && !written_as_number(groups, text, self.start) {
            return None;
        }
        let number = format!("+44{}", &national[1..]);
        Some(PhoneHit { start: self.start, end: self.close(text, end), number, message })
    }

    fn abroad(&self, digits: &str, end: usize) -> Option<PhoneHit> {
        let likely = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
        likely.then(|| PhoneHit { start: self.start, end, number: format!("+{digits}"), message: Message::PhoneAbroad })
    }

    /// Five to eight digits after a word such as "Tel".
    fn local(&self, text: &str) -> Option<PhoneHit> {
        let end = self.end;
        let digits = self.digits.as_str();
        let groups_ok = self.groups.iter().all(|group| matches!(group.joint, '^' | ' ' | '-'));
        if !(5..=8).contains(&digits.len()) || !groups_ok || self.groups.len() > 3 || touches_on(text, end) || self.plus
        {
            return None;
        }
        announced(text, self.start).then(|| PhoneHit {
            start: self.start,
            end,
            number: digits.to_owned(),
            message: Message::PhoneLocal,
        })
    }

    /// A bracket opened in front is closed inside; nothing else is added.
    fn close(&self, _text: &str, end: usize) -> usize {
        end
    }
}

/// Where the gap between two groups of digits ends, if it is one that numbers are written with.
fn gap(text: &str, from: usize) -> Option<usize> {
    let mut seen = 0;
    let mut breaks = 0;
    for (at, c) in text.get(from..)?.char_indices() {
        match c {
            ' '
            | '\u{a0}'
            | '\u{202f}'
            | '\u{2009}'
            | '\u{2007}'
            | '-'
            | '\u{2010}'..='\u{2014}'
            | '.'
            | '('
            | ')'
            | '/'
            | '·'
            | '\u{2212}' => {
                seen += 1;
            }
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{ad}' => {}
            '\n' if breaks == 0 => breaks += 1,
            _ if seen > 0 && seen <= 4 && breaks == 0 => return Some(from + at),
            _ => return None,
        }
        if seen > 4 {
            return None;
        }
    }
    None
}

/// The one character that says most about a gap.
fn strongest(gap: &str) -> char {
    let mut strongest = ' ';
    for c in gap.chars() {
        match c {
            '/' => return '/',
            '(' | ')' => strongest = '(',
            '.' | '·' if strongest == ' ' => strongest = '.',
            '-' | '\u{2010}'..='\u{2014}' | '\u{2212}' if strongest == ' ' => {
                strongest = if gap.contains(' ') { '~' } else { '-' }
            }
            _ => {}
        }
    }
    strongest
}

/// Whether more follows that makes the digits part of something longer.
fn touches_on(text: &str, end: usize) -> bool {
    let mut rest = text.get(end..).unwrap_or_default().chars();
    match rest.next() {
        Some(c) if c.is_ascii_digit() || c == '_' || c == '%' => true,
        // A letter glued on: an id, unless it is an extension, "x12".
        Some(c) if c.is_alphabetic() => !matches!(c, 'x' | 'X'),
        Some(':') => rest.next().is_some_and(|c| c.is_ascii_digit()),
        Some('.' | ',') => rest.next().is_some_and(|c| c.is_ascii_digit()),
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

/// Whether digits without a country code are grouped like a telephone number and not like something else.
fn written_as_number(groups: &[Group], text: &str, start: usize) -> bool {
    let Some(first) = groups.first() else { return false };
    let sure = announced(text, start);
    if groups.len() == 1 {
        return !named_otherwise(text, start) || sure;
    }
    let slash = groups.iter().any(|group| group.joint == '/');
    let range = groups.iter().filter(|group| group.joint == '~').count();
    let ones = groups.iter().filter(|group| group.digits == 1).count();
    let wide_first = first.digits >= 3 || first.digits == 2 && groups.len() == 2 && groups[1].digits >= 8;
    let mobile = text.get(first.start..first.start + 2) == Some("07");
    let split_pairs = mobile && groups.iter().all(|group| group.digits >= 2) || sure;
    (wide_first || split_pairs && first.digits == 2)
        && groups.len() <= 6
        && (!slash || first.digits >= 4)
        && range <= 2
        && ones <= 1
        && (!named_otherwise(text, start) || sure)
}

/// Dates, times, scores and amounts that have as many digits.
fn is_date_or_amount(groups: &[Group], text: &str) -> bool {
    let shape: Vec<usize> = groups.iter().map(|group| group.digits).collect();
    let joint = |at: usize| groups.get(at).map_or(' ', |group| group.joint);
    let dated = |at: usize| {
        let date = matches!(shape.get(at..at + 3), Some([1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2]));
        date && joint(at + 1) == joint(at + 2) && matches!(joint(at + 1), '/' | '.' | '-')
    };
    let decimals = groups.windows(2).any(|pair| pair[1].joint == '.' && pair[0].digits <= 2 && pair[1].digits <= 2)
        && groups.iter().all(|group| group.digits <= 2)
        && groups.len() <= 4;
    let times = groups.first().is_some_and(|first| {
        text.as_bytes().get(first.end) == Some(&b':') || first.start > 0 && text.as_bytes()[first.start - 1] == b':'
    });
    dated(0) || groups.len() > 3 && dated(1) && groups[0].digits <= 2 || decimals || times
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
        assert_eq!(phones("07700 900123 07700 900456").len(), 2);
        assert_eq!(phones("Call 01632 960123 9.30am to 4pm").len(), 1);
        assert_eq!(phones("01632 960123 ext 24")[0].end, 12);
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
        ] {
            assert!(phones(text).is_empty(), "{text}: {:?}", phones(text));
        }
    }
}
