//! Markup cut into tags, text and comments, each with its place (HTML Living Standard 13.2.5, the parts that matter here).

use std::borrow::Cow;

/// A piece of markup, as bytes of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Text; references are to be resolved when `references` is set.
    Text { start: usize, end: usize, references: bool },
    /// A start tag.
    Start { name: Cow<'a, str>, attributes: Vec<Attribute<'a>> },
    /// An end tag.
    End { name: Cow<'a, str> },
    /// A comment's inside.
    Comment { start: usize, end: usize },
    /// A script's inside.
    Script { start: usize, end: usize },
}

/// An attribute: its name in lower case, and where its value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribute<'a> {
    pub name: Cow<'a, str>,
    pub start: usize,
    pub end: usize,
}

/// More attributes on one tag than this are left out.
const MOST_ATTRIBUTES: usize = 200;

/// Cuts markup; always gets to its end.
pub(crate) struct Cutter<'a> {
    source: &'a str,
    at: usize,
    /// The element whose inside is text up to its end tag.
    raw: Option<Cow<'a, str>>,
}

impl<'a> Cutter<'a> {
    pub(crate) const fn new(source: &'a str) -> Self {
        Self { source, at: 0, raw: None }
    }

    fn bytes(&self) -> &'a [u8] {
        self.source.as_bytes()
    }

    fn text(&mut self) -> Piece<'a> {
        let start = self.at;
        let bytes = self.bytes();
        let mut from = start;
        loop {
            let next = memchr::memchr(b'<', &bytes[from..]).map_or(bytes.len(), |found| from + found);
            if next == bytes.len() || starts_markup(&bytes[next..]) {
                self.at = next;
                return Piece::Text { start, end: next, references: true };
            }
            from = next + 1;
        }
    }

    fn raw_text(&mut self, name: &str) -> Piece<'a> {
        let start = self.at;
        let bytes = self.bytes();
        let mut from = start;
        let end = loop {
            let Some(found) = memchr::memmem::find(&bytes[from..], b"</") else { break bytes.len() };
            let close = from + found;
            let after = close + 2 + name.len();
            let same = bytes.get(close + 2..after).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()));
            if same && bytes.get(after).is_none_or(|next| next.is_ascii_whitespace() || matches!(next, b'/' | b'>')) {
                break close;
            }
            from = close + 2;
        };
        self.at = end;
        match name {
            "script" => Piece::Script { start, end },
            _ => Piece::Text { start, end, references: matches!(name, "title" | "textarea") },
        }
    }

    fn markup(&mut self) -> Option<Piece<'a>> {
        let bytes = self.bytes();
        let rest = &bytes[self.at..];
        if rest.starts_with(b"<!--") {
            return Some(self.comment());
        }
        if rest.starts_with(b"</") {
            return self.end_tag();
        }
        if rest.starts_with(b"<!") || rest.starts_with(b"<?") {
            // A doctype, or something that browsers take for a comment.
            let end = memchr::memchr(b'>', rest).map_or(bytes.len(), |found| self.at + found);
            let start = self.at + 2;
            self.at = (end + 1).min(bytes.len());
            return Some(Piece::Comment { start: start.min(end), end });
        }
        Some(self.start_tag())
    }

    fn comment(&mut self) -> Piece<'a> {
        let bytes = self.bytes();
        let start = self.at + 4;
        let rest = bytes.get(start..).unwrap_or_default();
        if rest.starts_with(b">") || rest.starts_with(b"->") {
            self.at = start + rest.iter().position(|byte| *byte == b'>').unwrap_or(0) + 1;
            return Piece::Comment { start, end: start };
        }
        let first = memchr::memchr_iter(b'-', rest).find_map(|found| match rest.get(found + 1..)? {
            [b'-', b'>', ..] => Some((found, 3)),
            [b'-', b'!', b'>', ..] => Some((found, 4)),
            _ => None,
        });
        let (end, after) =
            first.map_or((bytes.len(), bytes.len()), |(found, length)| (start + found, start + found + length));
        self.at = after;
        Piece::Comment { start: start.min(end), end }
    }

    fn end_tag(&mut self) -> Option<Piece<'a>> {
        let bytes = self.bytes();
        self.at += 2;
        if !bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
            let end = memchr::memchr(b'>', &bytes[self.at..]).map_or(bytes.len(), |found| self.at + found);
            let start = self.at;
            self.at = (end + 1).min(bytes.len());
            return Some(Piece::Comment { start, end });
        }
        let name = self.name();
        self.attributes();
        Some(Piece::End { name })
    }

    fn start_tag(&mut self) -> Piece<'a> {
        self.at += 1;
        let name = self.name();
        let attributes = self.attributes();
        if matches!(
            name.as_ref(),
            "script" | "style" | "xmp" | "iframe" | "noembed" | "noframes" | "title" | "textarea"
        ) {
            self.raw = Some(name.clone());
        }
        Piece::Start { name, attributes }
    }

    fn name(&mut self) -> Cow<'a, str> {
        let rest = &self.bytes()[self.at..];
        let length = rest
            .iter()
            .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
            .unwrap_or(rest.len());
        let name = lower(self.source.get(self.at..self.at + length).unwrap_or_default());
        self.at += length;
        name
    }

    /// Attributes up to and past the tag's `>`.
    fn attributes(&mut self) -> Vec<Attribute<'a>> {
        let bytes = self.bytes();
        let mut found: Vec<Attribute<'a>> = Vec::new();
        loop {
            while bytes.get(self.at).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/') {
                self.at += 1;
            }
            match bytes.get(self.at) {
                None => return found,
                Some(b'>') => {
                    self.at += 1;
                    return found;
                }
                Some(_) => {}
            }
            let start = self.at;
            // An equals sign in front belongs to the name.
            self.at += 1;
            while bytes
                .get(self.at)
                .is_some_and(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'='))
            {
                self.at += 1;
            }
            let name = lower(self.source.get(start..self.at).unwrap_or_default());
            while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
                self.at += 1;
            }
            let (start, end) = if bytes.get(self.at) == Some(&b'=') { self.value() } else { (self.at, self.at) };
            if found.len() < MOST_ATTRIBUTES && found.iter().all(|other| other.name != name) {
                found.push(Attribute { name, start, end });
            }
        }
    }

    fn value(&mut self) -> (usize, usize) {
        let bytes = self.bytes();
        self.at += 1;
        while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        match bytes.get(self.at) {
            Some(quote @ (b'"' | b'\'')) => {
                let start = self.at + 1;
                let end = memchr::memchr(*quote, &bytes[start..]).map_or(bytes.len(), |found| start + found);
                self.at = (end + 1).min(bytes.len());
                (start, end)
            }
            _ => {
                let start = self.at;
                while bytes.get(self.at).is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != b'>') {
                    self.at += 1;
                }
                (start, self.at)
            }
        }
    }
}

/// Whether `<` here begins a tag or comment, and is not a sign of its own as in `3 < 5`.
fn starts_markup(rest: &[u8]) -> bool {
    match rest.get(1).filter(|_| rest[0] == b'<') {
        Some(b'!' | b'?') => true,
        Some(b'/') => rest.len() > 2,
        Some(next) => next.is_ascii_alphabetic(),
        None => false,
    }
}

/// A name in lower case, as it mostly stands.
fn lower(name: &str) -> Cow<'_, str> {
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}

impl<'a> Iterator for Cutter<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if self.at >= self.source.len() {
            return None;
        }
        if let Some(name) = self.raw.take() {
            return Some(self.raw_text(&name));
        }
        if starts_markup(&self.bytes()[self.at..]) { self.markup() } else { Some(self.text()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_texts_and_comments_come_in_order() {
        let pieces: Vec<_> = Cutter::new("<h1>Hi</h1>a<!-->b<!--c--!>3 < 5<br/><a href=x y='z'>").collect();
        let text = |start, end| Piece::Text { start, end, references: true };
        let tag = |name: &'static str| Piece::Start { name: name.into(), attributes: vec![] };
        let link = vec![
            Attribute { name: "href".into(), start: 45, end: 46 },
            Attribute { name: "y".into(), start: 50, end: 51 },
        ];
        let expected = [
            tag("h1"),
            text(4, 6),
            Piece::End { name: "h1".into() },
            text(11, 12),
            Piece::Comment { start: 16, end: 16 },
            text(17, 18),
            Piece::Comment { start: 22, end: 23 },
            text(27, 32),
            tag("br"),
            Piece::Start { name: "a".into(), attributes: link },
        ];
        assert_eq!(pieces, expected);
    }
}
