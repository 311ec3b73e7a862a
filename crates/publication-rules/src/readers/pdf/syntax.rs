//! The syntax of objects (ISO 32000-1 7.2, 7.3), read from any bytes without failing.

use std::rc::Rc;

/// An object.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    Null,
    Bool(bool),
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Rc<Vec<Object>>),
    Dict(Rc<Dict>),
    Reference(u32),
    /// A bare word: an operator in a content stream.
    Word(Vec<u8>),
}

/// A dictionary, in the order it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dict(pub(super) Vec<(Vec<u8>, Object)>);

impl Dict {
    pub(super) fn get(&self, key: &[u8]) -> Option<&Object> {
        self.0.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}

impl Object {
    pub(super) const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A number as an index, where it is one.
    pub(super) fn index(&self) -> Option<usize> {
        self.number().filter(|number| *number >= 0.0 && *number < 4e9).map(|number| number as usize)
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }
}

/// Arrays and dictionaries deeper than this are given up.
const DEEPEST: usize = 60;

pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// One object holds at most so many, those inside it counted.
const MOST_INSIDE: usize = 1 << 17;

/// Reads objects one after another.
#[derive(Clone, Debug)]
pub(super) struct Lexer<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    most: usize,
    /// How many more the object that is being read may hold.
    left: usize,
}

impl<'a> Lexer<'a> {
    pub(super) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self::limited(bytes, at, MOST_INSIDE)
    }

    /// One whose objects hold at most `most` others.
    pub(super) const fn limited(bytes: &'a [u8], at: usize, most: usize) -> Self {
        Self { bytes, at, most, left: most }
    }

    /// How many objects the one read last holds, itself counted.
    pub(super) const fn inside(&self) -> usize {
        self.most - self.left
    }

    /// Whether the last one was given up because it holds too many.
    pub(super) const fn gave_up(&self) -> bool {
        self.left == 0
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The next object; `None` at the end. Two numbers and `R` are a reference.
    pub(super) fn object(&mut self) -> Option<Object> {
        self.left = self.most;
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Object> {
        self.left = self.left.checked_sub(1)?;
        self.skip_space();
        let byte = self.peek()?;
        match byte {
            b'/' => {
                self.at += 1;
                Some(Object::Name(self.name()))
            }
            b'(' => Some(Object::Text(self.literal())),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                Some(Object::Dict(Rc::new(self.dict(depth)?)))
            }
            b'<' => Some(Object::Text(self.hexadecimal())),
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                if depth > DEEPEST {
                    return None;
                }
                loop {
                    self.skip_space();
                    if self.peek()? == b']' {
                        self.at += 1;
                        return Some(Object::Array(Rc::new(items)));
                    }
                    items.push(self.nested(depth + 1)?);
                }
            }
            b')' | b'>' | b']' | b'{' | b'}' => {
                self.at += 1;
                Some(Object::Word(vec![byte]))
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => Some(self.number_or_reference()),
            _ => Some(self.word()),
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Dict> {
        let mut dict = Dict::default();
        if depth > DEEPEST {
            return None;
        }
        loop {
            self.skip_space();
            if self.bytes.get(self.at..self.at + 2) == Some(b">>") {
                self.at += 2;
                return Some(dict);
            }
            match self.nested(depth + 1)? {
                Object::Name(key) => {
                    self.skip_space();
                    if self.bytes.get(self.at..self.at + 2) == Some(b">>") {
                        continue;
                    }
                    let value = self.nested(depth + 1)?;
                    dict.0.push((key, value));
                }
                // A damaged dictionary: what was read so far counts.
                Object::Word(word) if word == b"endobj" || word == b"stream" => return Some(dict),
                _ => {}
            }
        }
    }

    fn name(&mut self) -> Vec<u8> {
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| !is_space(*byte) && !is_delimiter(*byte)) {
            self.at += 1;
            let code = (byte == b'#').then(|| self.bytes.get(self.at..self.at + 2)).flatten();
            match code.and_then(|code| Some(hex(code[0])? << 4 | hex(code[1])?)) {
                Some(coded) => {
                    name.push(coded);
                    self.at += 2;
                }
                None => name.push(byte),
            }
        }
        name
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|digit| (b'0'..=b'7').contains(digit)) else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push(code as u8);
            }
            _ => text.push(byte),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut digits = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            digits.extend(hex(byte));
        }
        digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
    }

    fn number(&mut self) -> Option<f64> {
        let start = self.at;
        while self.peek().is_some_and(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.')) {
            self.at += 1;
        }
        let text = std::str::from_utf8(self.bytes.get(start..self.at)?).ok()?;
        text.parse().ok().or(Some(0.0))
    }

    fn number_or_reference(&mut self) -> Object {
        let Some(first) = self.number() else { return Object::Null };
        if first >= 0.0 && first.fract() == 0.0 && first < 4e9 {
            let mut ahead = self.clone();
            ahead.skip_space();
            let digits = ahead.peek().is_some_and(|byte| byte.is_ascii_digit());
            if digits && ahead.number().is_some() {
                ahead.skip_space();
                let next = ahead.bytes.get(ahead.at + 1).copied().unwrap_or(b' ');
                if ahead.peek() == Some(b'R') && (is_space(next) || is_delimiter(next)) {
                    self.at = ahead.at + 1;
                    return Object::Reference(first as u32);
                }
            }
        }
        Object::Number(first)
    }

    fn word(&mut self) -> Object {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        // A byte that begins nothing is passed over, so that reading always goes on.
        self.at = self.at.max(start + 1);
        match self.bytes.get(start..self.at).unwrap_or_default() {
            b"null" => Object::Null,
            b"true" => Object::Bool(true),
            b"false" => Object::Bool(false),
            word => Object::Word(word.to_vec()),
        }
    }
}

pub(super) const fn hex(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_read_as_they_are_written() {
        let mut lexer = Lexer::new(b"<< /A#20B 12 0 R /C [1 -2.5 (a\\)\\101(b)) <4a4>] >> BT", 0);
        let Some(Object::Dict(dict)) = lexer.object() else { panic!("no dictionary") };
        assert_eq!(dict.get(b"A B"), Some(&Object::Reference(12)));
        let array = [
            Object::Number(1.0),
            Object::Number(-2.5),
            Object::Text(b"a)A(b)".to_vec()),
            Object::Text(vec![0x4a, 0x40]),
        ];
        assert_eq!(dict.get(b"C"), Some(&Object::Array(Rc::new(array.to_vec()))));
        assert_eq!(lexer.object(), Some(Object::Word(b"BT".to_vec())));
    }

    #[test]
    fn endless_nesting_is_given_up() {
        assert_eq!(Lexer::new(&b"[".repeat(100_000), 0).object(), None);
        assert_eq!(Lexer::new(&b"<</A".repeat(100_000), 0).object(), None);
    }
}
