//! The text being read: white space, numbers, strings, and values passed over.

use std::borrow::Cow;

use crate::NotThisForm;

/// Arrays and objects in each other: more would be somebody's attempt to use up the stack.
const DEEPEST: u8 = 64;

/// JSON, and how far it has been read.
pub(crate) struct Text<'a> {
    json: &'a str,
    at: usize,
    depth: u8,
}

impl<'a> Text<'a> {
    pub(crate) const fn new(json: &'a str) -> Self {
        Self { json, at: 0, depth: 0 }
    }

    /// The next byte that is not white space; nothing at the end.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        let bytes = self.json.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(*byte);
            }
            self.at += 1;
        }
        None
    }

    /// Goes past `byte`, if it is next.
    pub(crate) fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    /// Goes past `byte`.
    pub(crate) fn expect(&mut self, byte: u8) -> Result<(), NotThisForm> {
        if self.take(byte) { Ok(()) } else { Err(NotThisForm) }
    }

    /// Goes past `word`: `null`, `true` or `false`.
    pub(crate) fn word(&mut self, word: &str) -> Result<(), NotThisForm> {
        self.peek();
        if !self.rest().starts_with(word.as_bytes()) {
            return Err(NotThisForm);
        }
        self.at += word.len();
        Ok(())
    }

    /// Goes into an array or object.
    pub(crate) fn open(&mut self, byte: u8) -> Result<(), NotThisForm> {
        self.expect(byte)?;
        self.depth += 1;
        if self.depth > DEEPEST { Err(NotThisForm) } else { Ok(()) }
    }

    /// Leaves it.
    pub(crate) fn close(&mut self, byte: u8) -> Result<(), NotThisForm> {
        self.depth -= 1;
        self.expect(byte)
    }

    /// Goes to the next member of an array or object: false where it ends with `end`, which is left to [`Text::close`].
    pub(crate) fn next(&mut self, first: &mut bool, end: u8) -> Result<bool, NotThisForm> {
        let is_first = std::mem::replace(first, false);
        if self.peek() == Some(end) {
            return Ok(false);
        }
        if !is_first {
            self.expect(b',')?;
        }
        Ok(true)
    }

    /// A number as it is written (RFC 8259 section 6).
    pub(crate) fn number(&mut self) -> Result<&'a str, NotThisForm> {
        self.peek();
        let from = self.at;
        self.pass(b"-");
        let whole = self.digits()?;
        if whole > 1 && self.json.as_bytes()[self.at - whole] == b'0' {
            return Err(NotThisForm);
        }
        if self.pass(b".") {
            self.digits()?;
        }
        if self.pass(b"eE") {
            self.pass(b"+-");
            self.digits()?;
        }
        Ok(&self.json[from..self.at])
    }

    /// Goes past one of `bytes`, if one is there.
    fn pass(&mut self, bytes: &[u8]) -> bool {
        let there = self.rest().first().is_some_and(|byte| bytes.contains(byte));
        self.at += usize::from(there);
        there
    }

    /// Goes past digits, at least one, and counts them.
    fn digits(&mut self) -> Result<usize, NotThisForm> {
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += digits;
        if digits > 0 { Ok(digits) } else { Err(NotThisForm) }
    }

    /// A string, without its quotation marks and escapes.
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, NotThisForm> {
        self.expect(b'"')?;
        let mut plain = self.plain()?;
        if self.json.as_bytes()[self.at] == b'"' {
            self.at += 1;
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = String::new();
        loop {
            text.push_str(plain);
            self.at += 1;
            if self.json.as_bytes()[self.at - 1] == b'"' {
                return Ok(Cow::Owned(text));
            }
            text.push(self.escaped()?);
            plain = self.plain()?;
        }
    }

    /// The text up to a quotation mark or backslash, which is there.
    fn plain(&mut self) -> Result<&'a str, NotThisForm> {
        let rest = self.rest();
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)).ok_or(NotThisForm)?;
        if rest[length] < 0x20 {
            return Err(NotThisForm);
        }
        let plain = &self.json[self.at..self.at + length];
        self.at += length;
        Ok(plain)
    }

    /// What stands after a backslash.
    fn escaped(&mut self) -> Result<char, NotThisForm> {
        let byte = *self.rest().first().ok_or(NotThisForm)?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return Err(NotThisForm),
        })
    }

    /// Four digits; after the first half of a pair (RFC 8259 section 7), its second half too.
    fn code_point(&mut self) -> Result<char, NotThisForm> {
        let first = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or(NotThisForm);
        }
        if !self.rest().starts_with(b"\\u") {
            return Err(NotThisForm);
        }
        self.at += 2;
        let second = self.four_digits()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(NotThisForm);
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)).ok_or(NotThisForm)
    }

    fn four_digits(&mut self) -> Result<u32, NotThisForm> {
        let digits = self.rest().get(..4).ok_or(NotThisForm)?;
        let mut number = 0;
        for digit in digits {
            number = number << 4 | char::from(*digit).to_digit(16).ok_or(NotThisForm)?;
        }
        self.at += 4;
        Ok(number)
    }

    /// Passes over a value, which must be one.
    pub(crate) fn skip(&mut self) -> Result<(), NotThisForm> {
        match self.peek() {
            Some(b'"') => self.string().map(drop),
            Some(b'n') => self.word("null"),
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'[') => {
                self.open(b'[')?;
                let mut first = true;
                while self.next(&mut first, b']')? {
                    self.skip()?;
                }
                self.close(b']')
            }
            Some(b'{') => {
                self.open(b'{')?;
                let mut first = true;
                while self.next(&mut first, b'}')? {
                    self.string()?;
                    self.expect(b':')?;
                    self.skip()?;
                }
                self.close(b'}')
            }
            _ => self.number().map(drop),
        }
    }

    /// Passes over a value and gives it as it is written.
    pub(crate) fn raw(&mut self) -> Result<&'a str, NotThisForm> {
        self.peek();
        let from = self.at;
        self.skip()?;
        Ok(&self.json[from..self.at])
    }

    fn rest(&self) -> &'a [u8] {
        &self.json.as_bytes()[self.at..]
    }
}
