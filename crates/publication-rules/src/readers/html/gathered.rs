//! Text gathered from several places of its source.

use super::entities::resolve;

/// Text with the place of each of its pieces in the source.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub text: String,
    pub pieces: Vec<(u32, u32)>,
    pub encoded: bool,
    pub in_attribute: bool,
}

impl Gathered {
    /// Notes that what is appended next stands at `source`.
    fn mark(&mut self, source: usize) {
        let text = self.text.len() as u32;
        let source = source as u32;
        match self.pieces.last() {
            Some((last_text, last_source)) if text - last_text == source.wrapping_sub(*last_source) => {}
            _ => self.pieces.push((text, source)),
        }
    }

    /// Appends `source[start..end]`, references resolved, white space collapsed unless `keep`.
    pub(super) fn append(&mut self, source: &str, start: usize, end: usize, references: bool, keep: bool) {
        let mut at = start;
        while at < end {
            let Some(c) = source.get(at..end).and_then(|rest| rest.chars().next()) else { return };
            if c == '&'
                && references
                && let Some((resolved, length)) = source.get(at..end).and_then(|rest| resolve(rest, self.in_attribute))
            {
                self.mark(at);
                self.text.push(resolved);
                self.encoded |= resolved != '&' && resolved != '\u{a0}';
                at += length;
                continue;
            }
            if c.is_ascii_whitespace() && !keep {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n', '\t']) {
                    self.mark(at);
                    self.text.push(' ');
                }
                at += 1;
                continue;
            }
            // Plain text up to the next character that needs a look.
            let rest = &source.as_bytes()[at..end];
            let special = |byte: &u8| *byte == b'&' || !keep && byte.is_ascii_whitespace();
            let length = rest.iter().skip(1).position(special).map_or(rest.len(), |found| found + 1);
            self.mark(at);
            self.text.push_str(source.get(at..at + length).unwrap_or_default());
            at += length;
        }
    }
}
