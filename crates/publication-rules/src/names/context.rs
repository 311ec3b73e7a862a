//! What stands around a name: the words that make it a child's or an adult's.

use super::phrases;
use crate::message::ChildContext;

/// How far before and after a name its context is looked for, in bytes.
const BEFORE: usize = 170;
/// See [`BEFORE`].
const AFTER: usize = 90;

/// The words around a name, in lower case, each side between spaces; a blank line ends it, except after a heading.
pub(crate) struct Surroundings<'t> {
    before: String,
    after: String,
    before_written: &'t str,
    after_written: &'t str,
}

impl<'t> Surroundings<'t> {
    /// What is around `text[start..end]`.
    pub(crate) fn of(text: &'t str, start: usize, end: usize) -> Self {
        let from = floor(text, start.saturating_sub(BEFORE));
        let to = floor(text, (end + AFTER).min(text.len()));
        let mut before = text.get(from..start).unwrap_or_default();
        let mut after = text.get(end..to).unwrap_or_default();
        if let Some(at) = after.find("\n\n") {
            after = &after[..at];
        }
        if let Some(at) = sentence_end(after) {
            after = &after[..at];
        }
        // A name at the start of its line takes a heading's words along, also over a blank line.
        let trimmed = before.trim_end_matches([' ', '\t', '-', '•', '*', '·', '–']);
        let at_line_start = trimmed.is_empty() || trimmed.ends_with('\n');
        if !at_line_start {
            if let Some(at) = before.rfind("\n\n") {
                before = &before[at + 2..];
            }
            if let Some(at) = last_sentence_end(before) {
                before = &before[at..];
            }
        }
        Self { before: words(before), after: words(after), before_written: before, after_written: after }
    }

    /// What makes the name a child's, the nearest and strongest reason first.
    pub(crate) fn child(&self) -> Option<ChildContext> {
        if class_code(self.after_written, true) || class_code(self.before_written, false) {
            return Some(ChildContext::Class);
        }
        if age_after(self.after_written) {
            return Some(ChildContext::Age);
        }
        phrases::child(&self.before, &self.after)
    }

    /// What makes it somebody whom a school cares for or shows, which says nothing where adults are named as well.
    pub(crate) fn cared_for(&self) -> Option<ChildContext> {
        phrases::care(&self.before, &self.after).then_some(ChildContext::Pupil)
    }

    /// Whether the words right before or after make the name an adult's.
    pub(crate) fn adult(&self) -> bool {
        let near = self.before.get(floor(&self.before, self.before.len().saturating_sub(44))..).unwrap_or_default();
        let soon = self.after.get(..floor(&self.after, self.after.len().min(44))).unwrap_or_default();
        phrases::adult(near) || phrases::adult(soon) || near.ends_with(" by ") || years_of_life(self.after_written)
    }

    /// Whether what comes directly before says that a child's name follows.
    pub(crate) fn child_is_announced(&self) -> bool {
        phrases::announce_child(&self.before)
            || class_code(self.after_written.get(..floor(self.after_written, 14)).unwrap_or_default(), true)
            || age_after(self.after_written)
    }
}

/// Which stretches of a text hold nothing that makes a name a child's, so that the names there need no closer look: it is
/// asked stretch by stretch, and remembers the last.
#[derive(Default)]
pub(crate) struct Quiet {
    from: usize,
    to: usize,
    quiet: bool,
}

/// How much is looked at together, in bytes.
const STRETCH: usize = 1024;

impl Quiet {
    /// Whether nothing around `text[start..end]` can give it a child's context.
    pub(crate) fn is_quiet(&mut self, text: &str, start: usize, end: usize) -> bool {
        if start < self.from || end > self.to {
            (self.from, self.to) = (start, end.max(start + STRETCH));
            let from = floor(text, start.saturating_sub(BEFORE));
            let stretch = text.get(from..floor(text, (self.to + AFTER).min(text.len()))).unwrap_or_default();
            let bytes = stretch.as_bytes();
            // Ages and classes have a digit, or are two capitals: "RB".
            let code = |pair: &[u8]| pair.iter().any(u8::is_ascii_digit) || pair.iter().all(u8::is_ascii_uppercase);
            self.quiet = !bytes.windows(2).any(code) && phrases::child(&words(stretch), "").is_none();
        }
        self.quiet
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Lower-case words parted by single spaces, with one before and after.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    let mut spaced = true;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // Plain letters and digits are taken over together.
        let plain = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(if plain > 0 { plain } else { c.len_utf8() });
        rest = after;
        if plain > 0 {
            out.push_str(word);
            spaced = false;
        } else if !c.is_ascii() && c.is_alphanumeric() {
            out.extend(c.to_lowercase());
            spaced = false;
        } else if !spaced && !matches!(c, '\'' | '’') {
            out.push(' ');
            spaced = true;
        }
    }
    if !spaced {
        out.push(' ');
    }
    out.make_ascii_lowercase();
    out
}

/// The full stop, exclamation or question mark of a sentence's end.
fn ends_sentence(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at + 1), Some(b' ' | b'\n')) && !short_before(text, at)
}

fn sentence_end(text: &str) -> Option<usize> {
    memchr::memchr3_iter(b'.', b'!', b'?', text.as_bytes()).find(|at| ends_sentence(text, *at))
}

fn last_sentence_end(text: &str) -> Option<usize> {
    memchr::memrchr3_iter(b'.', b'!', b'?', text.as_bytes()).find(|at| ends_sentence(text, *at)).map(|at| at + 1)
}

/// Whether the full stop follows an initial or a short title.
fn short_before(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.len() <= 2 && word.starts_with(char::is_uppercase) || matches!(word, "Mrs" | "Rev" | "Cllr" | "Prof")
}

/// A class or year: `5B`, `(Y4)`, `Year 3`, `R`, with `near` only right at the start.
fn class_code(text: &str, near: bool) -> bool {
    let text = if near { text.get(..floor(text, 40)).unwrap_or_default() } else { text };
    if !near && !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut last = "";
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let bytes = word.as_bytes();
        let code = match bytes {
            [b'1'..=b'9', rest @ ..] if rest.len() <= 2 && !rest.is_empty() => {
                rest.iter().all(u8::is_ascii_uppercase)
                    || matches!(rest, [b'0'..=b'3', last] if bytes[0] == b'1' && last.is_ascii_uppercase())
            }
            [b'Y', digits @ ..] if !digits.is_empty() && digits.len() <= 2 => digits.iter().all(u8::is_ascii_digit),
            [b'R', letter] | [b'N', letter] => letter.is_ascii_uppercase() && near,
            [b'1'..=b'9'] | [b'1', b'0'..=b'3'] => last.eq_ignore_ascii_case("year") || last.eq_ignore_ascii_case("yr"),
            _ => false,
        };
        if code {
            return true;
        }
        last = word;
    }
    false
}

/// An age right after a name: `, 9,`, `(9)`, `aged 9`.
fn age_after(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', ',', '(']);
    let opened = rest.len() < after.len();
    let rest = rest.strip_prefix("aged ").or_else(|| rest.strip_prefix("age ")).unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let Some(age) = rest.get(..digits).and_then(|digits| digits.parse::<u8>().ok()) else { return false };
    let next = rest.as_bytes().get(digits);
    opened
        && (3..=18).contains(&age)
        && matches!(next, None | Some(b',' | b')' | b'.' | b'\n'))
        && after.starts_with([',', '(', ' '])
        && (after.trim_start().starts_with([',', '(']) || after.contains("age"))
}

/// The years of somebody's life: `(1820-1910)`, `born 1820`.
fn years_of_life(after: &str) -> bool {
    let near = after.get(..floor(after, 20)).unwrap_or_default();
    let digits = near.trim_start_matches([' ', '(']);
    near.trim_start().starts_with('(') && digits.len() >= 5 && digits.bytes().take(4).all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around<'t>(text: &'t str, name: &str) -> Surroundings<'t> {
        let start = text.find(name).unwrap();
        Surroundings::of(text, start, start + name.len())
    }

    #[test]
    fn a_class_an_age_or_an_award_makes_a_child() {
        let cases = [
            ("Amara Okafor (5B) ran well", ChildContext::Class),
            ("Amara Okafor, 9, ran", ChildContext::Age),
            ("Amara Okafor (9) ran", ChildContext::Age),
            ("The prize was for Amara Okafor", ChildContext::Award),
            ("Two goals by Amara Okafor", ChildContext::Team),
            ("Amara Okafor, daughter of a farmer", ChildContext::Family),
        ];
        for (text, context) in cases {
            assert_eq!(around(text, "Amara Okafor").child(), Some(context), "{text}");
        }
        assert_eq!(around("We met Amara Okafor outside.", "Amara Okafor").child(), None);
    }

    #[test]
    fn a_teacher_or_an_author_is_an_adult() {
        assert!(around("Our teacher Amara Okafor", "Amara Okafor").adult());
        assert!(around("a book by Amara Okafor", "Amara Okafor").adult());
        assert!(around("Amara Okafor (1820-1910) was", "Amara Okafor").adult());
        assert!(!around("Amara Okafor (9) was", "Amara Okafor").adult());
    }
}
