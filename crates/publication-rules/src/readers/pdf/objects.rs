//! The objects of a file, every version of each: the one that counts, and those that updates have replaced but left in the file.

use std::{borrow::Cow, collections::BTreeMap, rc::Rc};

use super::{
    crypt::Cipher,
    filters, scan,
    syntax::{Dict, Object},
};
use crate::{finding::Why, limits::Limits};

/// An object and, for a stream, where its bytes are.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) object: Object,
    pub(super) stream: Option<(usize, usize)>,
    pub(super) number: u32,
    pub(super) generation: u32,
    /// Where it was written: its own place, or that of the object stream that holds it.
    pub(super) at: usize,
    /// Whether an object stream holds it; such a stream is encrypted as a whole.
    pub(super) inside: bool,
}

/// A file's objects.
pub(super) struct Objects<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) all: BTreeMap<u32, Stored>,
    /// Versions that others have replaced.
    pub(super) older: Vec<Stored>,
    pub(super) root: Option<u32>,
    pub(super) info: Option<u32>,
    pub(super) encrypt: Option<Object>,
    /// The first half of the file's identifier, which keys depend on.
    pub(super) id: Vec<u8>,
    pub(super) cipher: Option<Cipher>,
    /// Bytes that may still be inflated or copied out of the file.
    pub(super) left: usize,
    /// Bytes that may still be read as objects: several times the file, so that it cannot be read over and over.
    pub(super) work: usize,
    /// Objects, those inside others counted, that may still be held.
    pub(super) room: usize,
    /// An object stream could not be opened.
    pub(super) lost: Option<Why>,
}

/// A stream inflates to at most this.
const LONGEST_STREAM: usize = 16 << 20;
/// Objects held in all, those inside others counted.
const MOST_HELD: usize = 1_500_000;

impl<'a> Objects<'a> {
    /// Finds every object, and opens what the empty password opens.
    ///
    /// # Errors
    /// More objects, or more inside object streams, than the limits; [`Why::Encrypted`] where a password is needed.
    pub(super) fn find(bytes: &'a [u8], limits: &Limits) -> Result<Self, Why> {
        let mut this = Self {
            bytes,
            all: BTreeMap::new(),
            older: Vec::new(),
            root: None,
            info: None,
            encrypt: None,
            id: Vec::new(),
            cipher: None,
            left: limits.inflated,
            work: bytes.len() * 3 + (1 << 20),
            room: MOST_HELD,
            lost: None,
        };
        scan::scan(&mut this, limits)?;
        this.unlock()?;
        scan::open_object_streams(&mut this, limits)?;
        super::xref::settle(&mut this, limits);
        if this.root.is_none_or(|root| this.dict(&Object::Reference(root)).is_none()) {
            let catalog = this.all.values().find(|stored| stored.is_type(b"Catalog")).map(|stored| stored.number);
            this.root = catalog.or(this.root);
        }
        Ok(this)
    }

    /// Adds a version of an object. The one that stands last in the file counts, until the file's own table says otherwise.
    pub(super) fn add(&mut self, stored: Stored) {
        match self.all.get_mut(&stored.number) {
            Some(known) if known.at <= stored.at => self.older.push(std::mem::replace(known, stored)),
            Some(_) => self.older.push(stored),
            None => {
                self.all.insert(stored.number, stored);
            }
        }
    }

    /// How many versions of objects there are.
    pub(super) fn count(&self) -> usize {
        self.all.len() + self.older.len()
    }

    /// Works out the key from the empty password, and decrypts all strings with it.
    fn unlock(&mut self) -> Result<(), Why> {
        let Some(encrypt) = self.encrypt.clone() else { return Ok(()) };
        let dict = self.dict(&encrypt).cloned().ok_or(Why::Encrypted)?;
        let cipher = Cipher::open(self, &dict).ok_or(Why::Encrypted)?;
        let own = if let Object::Reference(number) = encrypt { Some(number) } else { None };
        for stored in self.all.values_mut().chain(&mut self.older) {
            if Some(stored.number) != own && !stored.is_type(b"XRef") {
                let object = std::mem::replace(&mut stored.object, Object::Null);
                stored.object = cipher.strings(object, stored.number, stored.generation);
            }
        }
        self.cipher = Some(cipher);
        Ok(())
    }

    /// Every object, by number.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &Stored)> {
        self.all.iter().map(|(number, stored)| (*number, stored))
    }

    /// Every version of every object: those that count first.
    pub(super) fn versions(&self) -> impl Iterator<Item = &Stored> {
        self.all.values().chain(&self.older)
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

    /// A stream's bytes, decrypted, with the names of its filters.
    pub(super) fn raw(&self, stored: &Stored) -> Option<(Cow<'a, [u8]>, Vec<filters::Filter>)> {
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
        let mut filters: Vec<filters::Filter> =
            names.into_iter().enumerate().map(|(at, name)| (name, parameters.get(at).cloned().flatten())).collect();
        let bytes = self.bytes.get(start..end)?;
        // A stream may say that another cipher than the usual one, or none, was used on it (7.6.5).
        let own = filters.iter().position(|(name, _)| name == b"Crypt").map(|at| filters.remove(at));
        let plain = own.is_some_and(|(_, parameters)| {
            let name = parameters.as_deref().and_then(|dict| self.entry(dict, b"Name")).and_then(Object::name);
            name.is_none_or(|name| name == b"Identity")
        });
        let bytes = match &self.cipher {
            Some(cipher) if !plain && !stored.is_type(b"XRef") => {
                Cow::Owned(cipher.stream(bytes, stored.number, stored.generation, stored.is_type(b"Metadata")))
            }
            _ => Cow::Borrowed(bytes),
        };
        Some((bytes, filters))
    }

    /// A stream's bytes, filters undone.
    ///
    /// # Errors
    /// As [`filters::decode`].
    pub(super) fn data(&mut self, stored: &Stored) -> Result<Vec<u8>, Why> {
        let (raw, filters) = self.raw(stored).ok_or(Why::Damaged)?;
        let decoded = filters::decode(&raw, &filters, self.left.min(LONGEST_STREAM));
        self.pay(&decoded, raw.len());
        decoded
    }

    /// A picture's bytes in its own format, where its last filter is one that pictures are packed with.
    pub(super) fn picture(&mut self, stored: &Stored) -> Option<Vec<u8>> {
        let (raw, mut filters) = self.raw(stored)?;
        let (name, _) = filters.pop()?;
        if !matches!(name.as_slice(), b"DCTDecode" | b"DCT" | b"JPXDecode") {
            return None;
        }
        if filters.is_empty() && self.cipher.is_none() {
            return Some(raw.into_owned()).filter(|bytes| self.take(bytes.len() / 16));
        }
        let decoded = filters::decode(&raw, &filters, self.left.min(LONGEST_STREAM));
        self.pay(&decoded, raw.len());
        decoded.ok()
    }

    /// What failed costs something too, and may be asked for again.
    fn pay(&mut self, decoded: &Result<Vec<u8>, Why>, raw: usize) {
        let cost = match decoded {
            Ok(data) => data.len(),
            Err(Why::TooMuchInside) => LONGEST_STREAM,
            Err(_) => raw / 4,
        };
        self.take(cost);
    }

    /// Takes so many bytes, and a little for the asking, from what may still be inflated or copied; says whether they were left.
    pub(super) fn take(&mut self, bytes: usize) -> bool {
        let cost = bytes.saturating_add(32);
        let left = self.left.checked_sub(cost);
        self.left = left.unwrap_or(0);
        left.is_some()
    }
}

impl Stored {
    /// The object's dictionary, if it is one or a stream.
    pub(super) const fn dict(&self) -> Option<&Rc<Dict>> {
        match &self.object {
            Object::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// Whether it says that it is of this type.
    pub(super) fn is_type(&self, name: &[u8]) -> bool {
        self.dict().and_then(|dict| dict.get(b"Type")).and_then(Object::name) == Some(name)
    }
}
