//! The package: a ZIP archive, each entry inflated up to a limit.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::value;
use crate::{finding::Why, limits::Limits};

/// One file inside inflates to at most this.
const LONGEST_ENTRY: usize = 32 << 20;

/// An open package.
pub(crate) struct Package<'a> {
    bytes: &'a [u8],
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: usize,
}

impl<'a> Package<'a> {
    /// Opens it.
    ///
    /// # Errors
    /// Where it is no archive, or has more entries than the limit.
    pub(crate) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Why> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Why::Damaged)?;
        if archive.len() > limits.entries {
            return Err(Why::TooManyEntries);
        }
        Ok(Self { bytes, archive, left: limits.inflated })
    }

    pub(crate) fn len(&self) -> usize {
        self.archive.len()
    }

    /// Bytes that may still be inflated.
    pub(crate) const fn left(&self) -> usize {
        self.left
    }

    /// Whether nothing more may be inflated.
    pub(crate) const fn is_spent(&self) -> bool {
        self.left == 0
    }

    /// An entry's name and content.
    ///
    /// # Errors
    /// Its name, and why it was not read.
    pub(crate) fn entry(&mut self, index: usize) -> Result<(String, Vec<u8>), (String, Why)> {
        let unnamed = |why| (format!("entry {}", index + 1), why);
        let mut file = self.archive.by_index(index).map_err(|_| unnamed(Why::Damaged))?;
        let name = file.name().map_err(|_| unnamed(Why::Damaged))?.into_owned();
        if file.encrypted() {
            return Err((name, Why::Encrypted));
        }
        let left = self.left.min(LONGEST_ENTRY);
        let declared = usize::try_from(file.size()).unwrap_or(usize::MAX);
        let mut content = Vec::with_capacity(declared.min(left).saturating_add(1));
        let read = file.by_ref().take(left as u64 + 1).read_to_end(&mut content);
        if content.len() > left {
            // What was inflated in vain counts too.
            self.left = self.left.saturating_sub(LONGEST_ENTRY);
            return Err((name, Why::TooMuchInside));
        }
        self.left = self.left.saturating_sub(content.len());
        match read {
            Ok(_) => Ok((name, content)),
            Err(_) => Err((name, Why::Damaged)),
        }
    }

    /// Whether the directory lists everything that stands in the file, each name once: other programs may read what it does not list,
    /// or another of two.
    pub(crate) fn is_sound(&mut self) -> bool {
        let (bytes, mut names, mut held) = (self.bytes, std::collections::BTreeSet::new(), Vec::new());
        for index in 0..self.archive.len() {
            let Ok(file) = self.archive.by_index_raw(index) else { return false };
            let name = file.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
            let start = file.header_start() as usize;
            let end = file
                .data_start()
                .map_or(start + 4, |data| data as usize)
                .saturating_add(file.compressed_size() as usize);
            held.push((start, end));
            if !names.insert(name) {
                return false;
            }
        }
        let listed = memchr::memmem::rfind(bytes, b"PK\x05\x06").and_then(|end| bytes.get(end + 10..end + 12));
        if listed.is_some_and(|count| usize::from(count[0]) | usize::from(count[1]) << 8 != held.len() % 65_536) {
            return false;
        }
        held.sort_unstable();
        let heads = memchr::memmem::find_iter(bytes, b"PK\x03\x04");
        // A header within the data of an entry is part of a file inside.
        heads.into_iter().all(|at| {
            let before = held.partition_point(|(start, _)| *start <= at);
            before
                .checked_sub(1)
                .and_then(|before| held.get(before))
                .is_some_and(|(start, end)| at == *start || at < *end)
        })
    }
}

/// The part that a package's relationships name as the document, in lower case, without its first slash.
pub(crate) fn main_part(relationships: &str) -> Option<String> {
    let mut reader = quick_xml::Reader::from_str(relationships);
    loop {
        let start = match reader.read_event() {
            Ok(quick_xml::events::Event::Start(start) | quick_xml::events::Event::Empty(start)) => start,
            Ok(quick_xml::events::Event::Eof) | Err(_) => return None,
            Ok(_) => continue,
        };
        if value(&start, b"Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
            let target = value(&start, b"Target")?;
            return Some(target.trim_start_matches("./").trim_start_matches('/').to_ascii_lowercase());
        }
    }
}
