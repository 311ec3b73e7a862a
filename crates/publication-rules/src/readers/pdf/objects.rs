//! The objects of a file. They are found by looking for them, not by the file's own table, so that a damaged or lying table hides
//! nothing; of several versions of an object the last in the file counts, as with updates added at the end.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    filters,
    syntax::{Dict, Lexer, Object, is_space},
};
use crate::{finding::Why, limits::Limits};

/// An object and, for a stream, where its bytes are.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) object: Object,
    pub(super) stream: Option<(usize, usize)>,
}

/// A file's objects.
pub(super) struct Objects<'a> {
    bytes: &'a [u8],
    all: BTreeMap<u32, Stored>,
    pub(super) root: Option<u32>,
    pub(super) info: Option<u32>,
    pub(super) encrypted: bool,
    /// Bytes that may still be inflated or copied out of the file.
    left: usize,
    /// Bytes that may still be read as objects: several times the file, so that it cannot be read over and over.
    work: usize,
    /// Objects, those inside others counted, that may still be held.
    room: usize,
}

/// A stream inflates to at most this.
const LONGEST_STREAM: usize = 16 << 20;
/// Objects held in all, those inside others counted.
const MOST_HELD: usize = 1_500_000;

impl<'a> Objects<'a> {
    /// Finds every object.
    ///
    /// # Errors
    /// More objects, or more inside object streams, than the limits.
    pub(super) fn find(bytes: &'a [u8], limits: &Limits) -> Result<Self, Why> {
        let mut this = Self {
            bytes,
            all: BTreeMap::new(),
            root: None,
            info: None,
            encrypted: false,
            left: limits.inflated,
            work: bytes.len() * 3 + (1 << 20),
            room: MOST_HELD,
        };
        this.scan(limits)?;
        this.open_object_streams(limits)?;
        Ok(this)
    }

    fn scan(&mut self, limits: &Limits) -> Result<(), Why> {
        let bytes = self.bytes;
        let mut at = 0;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memmem::find(rest, b"obj")) {
            let word = at + found;
            at = word + 3;
            let Some(number) = number_before(bytes, word) else { continue };
            if self.all.len() > limits.entries * 10 {
                return Err(Why::TooManyEntries);
            }
            let mut lexer = Lexer::limited(bytes, word + 3, self.room);
            let object = lexer.object();
            self.charge(&lexer, word)?;
            let Some(object) = object else { continue };
            let stream = stream_after(bytes, &object, lexer.at);
            if let Object::Dict(dict) = &object {
                self.trailer(dict);
            }
            at = stream.map_or(lexer.at.max(at), |(_, end)| end);
            self.all.insert(number, Stored { object, stream });
        }
        let mut at = 0;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memmem::find(rest, b"trailer")) {
            at += found + 7;
            let mut lexer = Lexer::limited(bytes, at, self.room);
            let object = lexer.object();
            self.charge(&lexer, at)?;
            if let Some(Object::Dict(dict)) = object {
                self.trailer(&dict);
            }
        }
        Ok(())
    }

    /// Counts what reading one object from `from` on took.
    fn charge(&mut self, lexer: &Lexer<'_>, from: usize) -> Result<(), Why> {
        self.room = self.room.saturating_sub(lexer.inside());
        self.work = self.work.saturating_sub(lexer.at.saturating_sub(from) + 16);
        if lexer.gave_up() || self.work == 0 { Err(Why::TooManyEntries) } else { Ok(()) }
    }

    fn trailer(&mut self, dict: &Dict) {
        let reference = |key: &[u8]| match dict.get(key) {
            Some(Object::Reference(number)) => Some(*number),
            _ => None,
        };
        if dict.get(b"Root").is_some() {
            self.root = reference(b"Root").or(self.root);
            self.info = reference(b"Info").or(self.info);
            self.encrypted |= dict.get(b"Encrypt").is_some_and(|encrypt| *encrypt != Object::Null);
        }
    }

    fn open_object_streams(&mut self, limits: &Limits) -> Result<(), Why> {
        if self.encrypted {
            return Ok(());
        }
        let containers: Vec<u32> = self
            .all
            .iter()
            .filter(|(_, stored)| matches!(&stored.object, Object::Dict(dict) if dict.get(b"Type").and_then(Object::name) == Some(b"ObjStm")))
            .map(|(number, _)| *number)
            .collect();
        for container in containers {
            let Some(stored) = self.all.get(&container).cloned() else { continue };
            let Object::Dict(dict) = &stored.object else { continue };
            let data = match self.data(&stored) {
                Ok(data) => data,
                Err(Why::TooMuchInside) => return Err(Why::TooMuchInside),
                Err(_) => continue,
            };
            let count = dict.get(b"N").and_then(Object::index).unwrap_or(0).min(limits.entries * 10);
            let first = dict.get(b"First").and_then(Object::index).unwrap_or(0);
            self.work += data.len() * 3;
            let mut header = Lexer::new(&data, 0);
            for _ in 0..count {
                let (Some(number), Some(offset)) =
                    (header.object().and_then(|o| o.index()), header.object().and_then(|o| o.index()))
                else {
                    break;
                };
                if self.all.len() > limits.entries * 10 {
                    return Err(Why::TooManyEntries);
                }
                let from = first.saturating_add(offset);
                let mut lexer = Lexer::limited(&data, from, self.room);
                let object = lexer.object();
                self.charge(&lexer, from)?;
                let Some(object) = object else { continue };
                // An object written on its own later in the file replaces one in a stream, which is usual for updates.
                self.all.entry(number as u32).or_insert(Stored { object, stream: None });
            }
        }
        Ok(())
    }

    /// Every object, by number.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &Stored)> {
        self.all.iter().map(|(number, stored)| (*number, stored))
    }

    pub(super) fn stored(&self, number: u32) -> Option<&Stored> {
        self.all.get(&number)
    }

    /// Follows references, a few at most.
    pub(super) fn resolve<'o>(&'o self, object: &'o Object) -> &'o Object {
        let mut object = object;
        for _ in 0..8 {
            match object {
                Object::Reference(number) => match self.all.get(number) {
                    Some(stored) => object = &stored.object,
                    None => return &Object::Null,
                },
                other => return other,
            }
        }
        &Object::Null
    }

    /// A dictionary's entry, resolved.
    pub(super) fn entry<'o>(&'o self, dict: &'o Dict, key: &[u8]) -> Option<&'o Object> {
        dict.get(key).map(|object| self.resolve(object)).filter(|object| **object != Object::Null)
    }

    pub(super) fn dict<'o>(&'o self, object: &'o Object) -> Option<&'o Rc<Dict>> {
        match self.resolve(object) {
            Object::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// The dictionary of an entry.
    pub(super) fn entry_dict<'o>(&'o self, dict: &'o Dict, key: &[u8]) -> Option<&'o Rc<Dict>> {
        dict.get(key).and_then(|object| self.dict(object))
    }

    /// A stream's bytes as they stand in the file, with the names of its filters.
    pub(super) fn raw(&self, stored: &Stored) -> Option<(&'a [u8], Vec<filters::Filter>)> {
        let (start, end) = stored.stream?;
        let Object::Dict(dict) = &stored.object else { return None };
        let names = match self.entry(dict, b"Filter").or_else(|| self.entry(dict, b"F")) {
            Some(Object::Name(name)) => vec![name.clone()],
            Some(Object::Array(items)) => {
                let names = items.iter().filter_map(|item| self.resolve(item).name().map(<[u8]>::to_vec));
                names.take(filters::MOST_FILTERS + 1).collect()
            }
            _ => Vec::new(),
        };
        let parameters: Vec<Option<Rc<Dict>>> =
            match self.entry(dict, b"DecodeParms").or_else(|| self.entry(dict, b"DP")) {
                Some(Object::Dict(one)) => vec![Some(one.clone())],
                Some(Object::Array(items)) => {
                    items.iter().take(filters::MOST_FILTERS).map(|item| self.dict(item).cloned()).collect()
                }
                _ => Vec::new(),
            };
        let filters =
            names.into_iter().enumerate().map(|(at, name)| (name, parameters.get(at).cloned().flatten())).collect();
        Some((self.bytes.get(start..end)?, filters))
    }

    /// A stream's bytes, filters undone.
    ///
    /// # Errors
    /// As [`filters::decode`].
    pub(super) fn data(&mut self, stored: &Stored) -> Result<Vec<u8>, Why> {
        let (raw, filters) = self.raw(stored).ok_or(Why::Damaged)?;
        let decoded = filters::decode(raw, &filters, self.left.min(LONGEST_STREAM));
        // What failed cost something too, and may be asked for again.
        let cost = match &decoded {
            Ok(data) => data.len(),
            Err(Why::TooMuchInside) => LONGEST_STREAM,
            Err(_) => raw.len() / 4,
        };
        self.take(cost);
        decoded
    }

    /// Takes so many bytes, and a little for the asking, from what may still be inflated or copied; says whether they were left.
    pub(super) fn take(&mut self, bytes: usize) -> bool {
        let cost = bytes.saturating_add(32);
        let left = self.left.checked_sub(cost);
        self.left = left.unwrap_or(0);
        left.is_some()
    }
}

/// The number of `12 0 obj`, read backwards from `obj`.
fn number_before(bytes: &[u8], word: usize) -> Option<u32> {
    let back = |mut at: usize| {
        let end = at;
        while at > 0 && bytes[at - 1].is_ascii_digit() {
            at -= 1;
        }
        (at < end && end - at <= 10).then_some(at)
    };
    let spaces = |mut at: usize| {
        while at > 0 && is_space(bytes[at - 1]) {
            at -= 1;
        }
        at
    };
    let generation = back(spaces(word))?;
    let before = spaces(generation);
    if before == generation {
        return None;
    }
    let start = back(before)?;
    std::str::from_utf8(&bytes[start..before]).ok()?.trim().parse().ok()
}

/// Where the bytes of a stream are: by its length where that is right, else up to `endstream`.
fn stream_after(bytes: &[u8], object: &Object, at: usize) -> Option<(usize, usize)> {
    let Object::Dict(dict) = object else { return None };
    let mut lexer = Lexer::new(bytes, at);
    lexer.skip_space();
    let rest = bytes.get(lexer.at..)?;
    if !rest.starts_with(b"stream") {
        return None;
    }
    let mut start = lexer.at + 6;
    if bytes.get(start) == Some(&b'\r') {
        start += 1;
    }
    if bytes.get(start) == Some(&b'\n') {
        start += 1;
    }
    if let Some(length) = dict.get(b"Length").and_then(Object::index) {
        let end = start.saturating_add(length);
        let mut after = Lexer::new(bytes, end.min(bytes.len()));
        after.skip_space();
        if bytes.get(after.at..).is_some_and(|rest| rest.starts_with(b"endstream")) {
            return Some((start, end));
        }
    }
    let length = memchr::memmem::find(bytes.get(start..)?, b"endstream").unwrap_or(bytes.len() - start);
    let mut end = start + length;
    if end > start && bytes[end - 1] == b'\n' {
        end -= 1;
    }
    if end > start && bytes[end - 1] == b'\r' {
        end -= 1;
    }
    Some((start, end))
}
