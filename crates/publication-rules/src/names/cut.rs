//! Cutting text into words.

use super::{
    blind::Mixer,
    facts::{Fact, Facts},
    normal::{is_apostrophe, is_gap, is_garbled, is_hyphen, is_invisible, look_alike, push_letter},
    tokens::{BLOCK_END, Case, Joint, Token, Tokens},
};

/// How text is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// Prose: punctuation ends a name.
    Prose,
    /// A file name or mailbox: dots, underscores, digits and changes of case part words.
    Label,
}

/// A line this long was probably broken by an editor and not by a writer.
const WRAPPED: usize = 40;

impl Tokens {
    /// Cuts `text[from..to]`, replacing what was held.
    pub(crate) fn cut(&mut self, text: &str, from: usize, to: usize, how: Cut, mixer: Option<&Mixer>) {
        self.clear();
        let Some(piece) = text.get(from..to) else { return };
        self.letters.reserve(piece.len());
        let mut cutter = Cutter { tokens: self, mixer, how, joint: Joint::Break, line_start: 0, newlines: 0 };
        let bytes = piece.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            at = if byte.is_ascii_alphabetic() {
                cutter.plain_word(bytes, from, at).unwrap_or_else(|| cutter.word(piece, from, at))
            } else if byte == b' ' {
                // A space says nothing that the word before it has not said.
                at + 1
            } else if !byte.is_ascii() && starts_letter(piece, at) {
                cutter.word(piece, from, at)
            } else {
                cutter.gap(piece, at)
            };
        }
    }
}

fn starts_letter(piece: &str, at: usize) -> bool {
    if let Some(byte) = piece.as_bytes().get(at).filter(|byte| byte.is_ascii()) {
        return byte.is_ascii_alphabetic();
    }
    piece
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .is_some_and(|c| c.is_alphabetic() && !is_apostrophe(c) && !is_gap(c))
}

struct Cutter<'a> {
    tokens: &'a mut Tokens,
    /// None where nothing is looked up.
    mixer: Option<&'a Mixer>,
    how: Cut,
    joint: Joint,
    line_start: usize,
    newlines: u8,
}

impl Cutter<'_> {
    /// Takes a word of plain letters that nothing beside it belongs to, as most are; gives the byte after it.
    fn plain_word(&mut self, bytes: &[u8], base: usize, at: usize) -> Option<usize> {
        let rest = bytes.get(at..)?;
        let length = rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        // An apostrophe or a letter beyond ASCII may go on with it, a hyphen at its line's end, a question mark for a letter that
        // was lost; and a single letter may be one of several set apart.
        let goes_on = match rest.get(length) {
            Some(b'-') => matches!(rest.get(length + 1), Some(b'\n' | b'\r')),
            Some(b'?') => rest.get(length + 1).is_some_and(|next| !next.is_ascii_whitespace()),
            Some(next) => !next.is_ascii() || matches!(next, b'\'' | b'`'),
            None => false,
        };
        let set_apart = || {
            matches!(rest.get(1..3), Some([b' ', letter]) if letter.is_ascii_alphabetic())
                && !rest.get(3).is_some_and(u8::is_ascii_alphanumeric)
        };
        if goes_on || length == 1 && self.how == Cut::Prose && set_apart() {
            return None;
        }
        let from = self.tokens.letters.len();
        let letters = &mut self.tokens.letters;
        letters.extend_from_slice(&rest[..length]);
        let word = &mut letters[from..];
        let (mut uppers, mut inside) = (0, false);
        for (at, byte) in word.iter_mut().enumerate() {
            let upper = byte.is_ascii_uppercase();
            // A capital after a small letter.
            inside |= upper && uppers < at;
            uppers += usize::from(upper);
            byte.make_ascii_lowercase();
        }
        let (hash, power) = self.mixer.map_or((0, 1), |mixer| mixer.mix(word));
        if self.how == Cut::Label && (inside || uppers > 1 && uppers < length) {
            // Its capitals part it.
            self.tokens.letters.truncate(from);
            return None;
        }
        let case = if !rest[0].is_ascii_uppercase() {
            Case::Lower
        } else if uppers == length && length > 1 {
            Case::Upper
        } else {
            Case::Capital
        };
        let handle = at > 0 && matches!(bytes[at - 1], b'@' | b'#');
        let (start, end) = (base + at, base + at + length);
        self.push(Token {
            start,
            end,
            from,
            to: from + length,
            case,
            joint: self.joint,
            possessive: false,
            camel: inside || handle,
            hash,
            power,
            facts: Facts::default(),
        });
        Some(at + length)
    }

    /// Adds a word, with what the lists say of it.
    fn push(&mut self, mut token: Token) {
        token.facts = Facts::of(self.tokens.letters.get(token.from..token.to).unwrap_or_default());
        self.joint = if token.possessive && self.how == Cut::Prose { Joint::Break } else { Joint::Space };
        self.newlines = 0;
        self.tokens.capitals |= token.case != Case::Lower;
        self.tokens.list.push(token);
    }

    /// Takes one word that starts at `at`; gives the byte after it (and after its possessive).
    fn word(&mut self, piece: &str, base: usize, at: usize) -> usize {
        let from = self.tokens.letters.len();
        let bytes = piece.as_bytes();
        let (mut end, mut next) = (at, at);
        let mut possessive = false;
        let (mut first_upper, mut uppers, mut lowers) = (None, 0_usize, 0_usize);
        let (mut ascii, mut foreign) = (false, false);
        let mut camel = at > 0 && matches!(bytes[at - 1], b'@' | b'#');
        let spaced = if self.how == Cut::Prose { spaced_out(piece, at) } else { None };
        camel |= spaced.is_some();
        while next < bytes.len() {
            let byte = bytes[next];
            if spaced.is_some_and(|end| next < end) && byte.is_ascii_whitespace() {
                next += 1;
                continue;
            }
            if byte.is_ascii_alphabetic() {
                let upper = byte.is_ascii_uppercase();
                if self.how == Cut::Label && upper && (lowers > 0 || next_starts_word(bytes, next, uppers)) {
                    break;
                }
                first_upper.get_or_insert(upper);
                camel |= upper && lowers > 0;
                if upper {
                    uppers += 1
                } else {
                    lowers += 1
                }
                ascii = true;
                self.tokens.letters.push(byte.to_ascii_lowercase());
                next += 1;
                end = next;
                if spaced == Some(end) {
                    break;
                }
                continue;
            }
            if byte == b'-'
                && let Some(after) = hyphenated(piece, next + 1)
            {
                next = after;
                continue;
            }
            // "O?Brien", "Si?n": a letter or apostrophe that an encoding lost.
            if byte == b'?' && self.how == Cut::Prose && lost_letter(piece, next + 1, lowers > 0) {
                next += 1;
                continue;
            }
            if byte.is_ascii() && byte != b'\'' && byte != b'`' {
                break;
            }
            let Some(c) = piece.get(next..).and_then(|rest| rest.chars().next()) else { break };
            let after = next + c.len_utf8();
            if is_hyphen(c)
                && let Some(line) = hyphenated(piece, after)
            {
                next = line;
            } else if is_invisible(c) {
                // A letter may follow that begins another word: both readings are tried.
                camel = true;
                next = after;
            } else if is_garbled(c) && starts_letter_or_garbled(piece, after) {
                next = after;
            } else if is_apostrophe(c) {
                match after_apostrophe(piece, after) {
                    AfterApostrophe::Letter => next = after,
                    AfterApostrophe::Possessive(to) => {
                        possessive = true;
                        next = to;
                        break;
                    }
                    AfterApostrophe::End => {
                        possessive = self.tokens.letters.last() == Some(&b's') && end > at;
                        break;
                    }
                }
            } else if c.is_alphabetic() && !is_gap(c) || unicode_normalization::char::is_combining_mark(c) {
                let upper = c.is_uppercase();
                first_upper.get_or_insert(upper);
                camel |= upper && lowers > 0;
                if upper {
                    uppers += 1;
                } else if c.is_lowercase() {
                    lowers += 1;
                }
                foreign |= matches!(c, '\u{370}'..='\u{52f}');
                push_letter(c, &mut self.tokens.letters);
                next = after;
                end = next;
            } else {
                break;
            }
        }
        if ascii && foreign {
            self.fold_look_alikes(from);
        }
        let to = self.tokens.letters.len();
        if to > from {
            let (hash, power) = self.mixer.map_or((0, 1), |mixer| mixer.mix(&self.tokens.letters[from..to]));
            let case = match first_upper {
                Some(true) if lowers == 0 && uppers > 1 => Case::Upper,
                // Scripts without capitals count as written with one.
                Some(true) => Case::Capital,
                _ if lowers == 0 => Case::Capital,
                _ => Case::Lower,
            };
            let (start, end, joint) = (base + at, base + end, self.joint);
            let facts = Facts::default();
            self.push(Token { start, end, from, to, case, joint, possessive, camel, hash, power, facts });
        }
        self.newlines = 0;
        next.max(at + 1)
    }

    /// A word that mixes Latin with Cyrillic or Greek letters reads like the Latin one it looks like.
    fn fold_look_alikes(&mut self, from: usize) {
        let word = String::from_utf8_lossy(self.tokens.letters.get(from..).unwrap_or_default()).into_owned();
        self.tokens.letters.truncate(from);
        for letter in word.chars() {
            match look_alike(letter) {
                Some(latin) => self.tokens.letters.push(latin),
                None => self.tokens.letters.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
    }

    /// Takes one character that is not part of a word; gives the byte after it.
    fn gap(&mut self, piece: &str, at: usize) -> usize {
        let c = match piece.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => char::from(*byte),
            _ => match piece.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) => c,
                None => return at + 1,
            },
        };
        let after = at + c.len_utf8();
        if self.how == Cut::Label {
            return after;
        }
        match c {
            ' ' | '_' => {}
            BLOCK_END => {
                self.newlines = 0;
                self.joint = Joint::Block;
            }
            '\n' => {
                self.newlines = self.newlines.saturating_add(1);
                let wrapped = at - self.line_start >= WRAPPED && self.newlines == 1;
                self.line_start = after;
                match self.joint {
                    Joint::Space if wrapped => self.joint = Joint::Line,
                    Joint::Space if self.newlines == 1 => self.joint = Joint::ShortLine,
                    Joint::Comma if wrapped => {}
                    Joint::Hyphen if wrapped => {}
                    _ => self.joint = Joint::Break,
                }
            }
            '\r' => {}
            '\t' | '|' => self.weaken(Joint::Cell),
            ',' => self.weaken(Joint::Comma),
            ';' if !piece.as_bytes().get(after).is_none_or(u8::is_ascii_whitespace) => self.weaken(Joint::Comma),
            '&' | '(' | ')' | '"' | '“' | '”' | '‘' | '’' | '\'' | '[' | ']' => self.weaken(Joint::Bracket),
            '.' if self.last_is_short() && ends_short(piece, at) => {}
            // Asterisks right at a letter make it bold in text that is marked up so.
            '*' if touches_letter(piece, at, after) => {}
            '.' if between_letters(piece, at, after) => self.weaken(Joint::Dot),
            '/' | ':' | ';' | '•' | '·' | '‧' | '∙' | '●' | '▪' | '‣' | '>' | '<' | '=' | '+' | '~' | '\\' | '→'
            | '»' | '–' | '—' | '―' | '¦' | '⁄' | '／' | '：' | '、' | '・' => self.weaken(Joint::Mark),
            _ if is_gap(c) || is_invisible(c) || is_garbled(c) && !c.is_ascii() => {}
            _ if is_hyphen(c) => {
                let tight = piece.as_bytes().get(after).is_some_and(|next| !matches!(next, b' ' | b'\t'))
                    && at > 0
                    && !piece.as_bytes()[at - 1].is_ascii_whitespace();
                self.weaken(if tight { Joint::Hyphen } else { Joint::Mark });
            }
            _ => self.joint = Joint::Break,
        }
        after
    }

    /// A joint after a space; two different ones end a name, but a cell's end outweighs.
    fn weaken(&mut self, to: Joint) {
        self.joint = match (self.joint, to) {
            (Joint::Space, to) => to,
            (Joint::Cell | Joint::Comma, Joint::Cell) => Joint::Cell,
            (Joint::Cell, Joint::Bracket) => Joint::Cell,
            (Joint::Bracket, Joint::Bracket) => Joint::Bracket,
            // `"Okafor","Amara"`, `"name": "Amara"`: the quotation marks say nothing.
            (Joint::Bracket, Joint::Comma) | (Joint::Comma, Joint::Bracket) => Joint::Comma,
            (Joint::Bracket, Joint::Mark) | (Joint::Mark, Joint::Bracket | Joint::Mark) => Joint::Mark,
            _ => Joint::Break,
        };
    }

    /// Whether the last word is an initial or a short title, after which a full stop does not end a name.
    fn last_is_short(&self) -> bool {
        self.joint == Joint::Space
            && self.tokens.list.last().is_some_and(|token| {
                let normal = self.tokens.letters.get(token.from..token.to).unwrap_or_default();
                token.case != Case::Lower && (token.is(Fact::Title) || is_one_letter(normal))
            })
    }
}

/// Whether a normal form is a single letter of any script.
pub(super) fn is_one_letter(normal: &[u8]) -> bool {
    normal.len() == 1 || normal.len() <= 4 && std::str::from_utf8(normal).is_ok_and(|text| text.chars().count() == 1)
}

/// Whether a letter, or what is left of one, stands at `at`.
fn starts_letter_or_garbled(piece: &str, at: usize) -> bool {
    piece.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|c| c.is_alphabetic() || is_garbled(c))
}

/// Whether the question mark before `at` stands for a lost letter: the word goes on small, or with a capital after its first.
fn lost_letter(piece: &str, at: usize, inside: bool) -> bool {
    let next = piece.get(at..).and_then(|rest| rest.chars().next());
    next.is_some_and(|c| c.is_lowercase() || !inside && c.is_alphabetic())
}

/// Whether letters touch `at..after` on both sides.
fn between_letters(piece: &str, at: usize, after: usize) -> bool {
    let before = || piece.get(..at).and_then(|front| front.chars().next_back());
    starts_letter(piece, after) && before().is_some_and(char::is_alphabetic)
}

/// A line's end right after a hyphen at `at`, and a small letter that goes on with the word: where that is.
fn hyphenated(piece: &str, at: usize) -> Option<usize> {
    let rest = piece.get(at..)?;
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    line.starts_with(char::is_lowercase).then(|| piece.len() - line.len())
}

/// Letters set apart by single spaces, four or more, as in headings: where the last one ends.
fn spaced_out(piece: &str, at: usize) -> Option<usize> {
    let bytes = piece.as_bytes();
    let (mut last, mut count) = (at, 0);
    while bytes.get(last).is_some_and(u8::is_ascii_alphabetic)
        && !bytes.get(last + 1).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'\'' || !next.is_ascii())
    {
        count += 1;
        if bytes.get(last + 1) != Some(&b' ') || !bytes.get(last + 2).is_some_and(u8::is_ascii_alphabetic) {
            return (count >= 4).then_some(last + 1);
        }
        last += 2;
    }
    // The next word is a whole one: the letter before it was the last.
    (count >= 4).then(|| last - 1)
}

fn touches_letter(piece: &str, at: usize, after: usize) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii() || *byte == b'*';
    let bytes = piece.as_bytes();
    at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(is_letter)
        || bytes.get(after).is_some_and(is_letter)
}

/// A full stop right after a letter, and no second one: `J.` and `Mr.`, but not the dots of a cast list.
fn ends_short(piece: &str, at: usize) -> bool {
    let before = piece.get(..at).and_then(|front| front.chars().next_back());
    before.is_some_and(char::is_alphabetic) && piece.as_bytes().get(at + 1) != Some(&b'.')
}

/// In `OkaforJPG` or `IMGAmara`, the last capital of several starts the next word.
fn next_starts_word(bytes: &[u8], at: usize, uppers: usize) -> bool {
    uppers > 0 && bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase)
}

enum AfterApostrophe {
    Letter,
    Possessive(usize),
    End,
}

/// `'s` before anything but a letter is a possessive; an apostrophe before other letters is part of the name.
fn after_apostrophe(piece: &str, at: usize) -> AfterApostrophe {
    let mut rest = piece.get(at..).unwrap_or_default().chars();
    match rest.next() {
        Some(s @ ('s' | 'S')) if !rest.next().is_some_and(char::is_alphabetic) => {
            AfterApostrophe::Possessive(at + s.len_utf8())
        }
        Some(c) if c.is_alphabetic() => AfterApostrophe::Letter,
        _ => AfterApostrophe::End,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, how: Cut) -> Vec<(String, Case, Joint)> {
        let mut tokens = Tokens::default();
        tokens.cut(text, 0, text.len(), how, Some(&Mixer::default()));
        let list = tokens.list.clone();
        list.iter()
            .map(|token| (String::from_utf8(tokens.normal(token).to_vec()).unwrap(), token.case, token.joint))
            .collect()
    }

    #[test]
    fn words_of_prose_know_what_parts_them() {
        let found = words("Well done A. O'Neil’s Smith-JONES, Zoë!", Cut::Prose);
        let plain: Vec<_> = found.iter().map(|(word, ..)| word.as_str()).collect();
        assert_eq!(plain, ["well", "done", "a", "oneil", "smith", "jones", "zoe"]);
        assert_eq!(found[3].2, Joint::Space);
        assert_eq!(found[5], ("jones".to_owned(), Case::Upper, Joint::Hyphen));
        assert_eq!(found[6].2, Joint::Comma);
    }

    #[test]
    fn labels_part_at_capitals_dots_and_digits() {
        let found = words("IMG_2041-AmaraOKAFOR.y5", Cut::Label);
        let plain: Vec<_> = found.iter().map(|(word, ..)| word.as_str()).collect();
        assert_eq!(plain, ["img", "amara", "okafor", "y"]);
    }

    #[test]
    fn a_blank_line_ends_a_name_and_a_wrapped_line_does_not() {
        let long = "Everybody clapped when the cup was given to Amara\nOkafor";
        assert_eq!(words(long, Cut::Prose).last().unwrap().2, Joint::Line);
        assert_eq!(words("Amara\nOkafor", Cut::Prose)[1].2, Joint::ShortLine);
        assert_eq!(words("Amara\n\nOkafor", Cut::Prose)[1].2, Joint::Break);
    }

    #[test]
    fn a_word_parted_by_its_line_or_its_letters_is_one() {
        let plain = |text: &str| words(text, Cut::Prose).into_iter().map(|(word, ..)| word).collect::<Vec<_>>();
        assert_eq!(plain("Kwame Boa-\nteng"), ["kwame", "boateng"]);
        assert_eq!(plain("K W A M E  B O A T E N G ran"), ["kwame", "boateng", "ran"]);
        assert_eq!(plain("A B C and D E F"), ["a", "b", "c", "and", "d", "e", "f"]);
        assert_eq!(
            plain("Kw\u{430}me **B\u{43e}ateng** \u{411}\u{43e}\u{440}\u{438}\u{441}"),
            ["kwame", "boateng", "борис"]
        );
    }
}
