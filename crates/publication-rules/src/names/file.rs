//! The file a blinded list travels in, from the office to a web team's build.
//!
//! Format 1, integers big-endian: `SGPL`, version (1 byte), key id (4 bytes: HMAC-SHA-256 of a label under the list's key),
//! entries and filter bytes (4 bytes each), the entries ascending (8 bytes each), the filter, and a tag (16 bytes of
//! HMAC-SHA-256 under the list's key over everything before it).

use super::blind::{BlindList, ListKey};

const MAGIC: &[u8; 4] = b"SGPL";
const VERSION: u8 = 1;
const HEADER: usize = 17;
const TAG: usize = 16;
/// A list for the largest school there is, many times over.
const MOST_ENTRIES: usize = 1 << 21;

/// Why a file is not a blinded list that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListFileError {
    /// Not such a file at all.
    #[error("not a blinded pupil list")]
    NotAList,
    /// A format this version does not read.
    #[error("a blinded pupil list of another format version")]
    OtherVersion,
    /// Made with another key.
    #[error("the key is not the one this list was made with")]
    OtherKey,
    /// Cut short or changed.
    #[error("the blinded pupil list is damaged")]
    Damaged,
}

fn key_id(key: &ListKey) -> [u8; 4] {
    let derived = key.derive(b"schoolgate pupil list 1 key id", b"");
    [derived[0], derived[1], derived[2], derived[3]]
}

fn tag(key: &ListKey, body: &[u8]) -> [u8; 32] {
    key.derive(b"schoolgate pupil list 1 file", body)
}

fn number(bytes: &[u8]) -> usize {
    bytes.iter().take(4).fold(0, |value, byte| value << 8 | usize::from(*byte))
}

impl BlindList {
    /// The list as a file, to be read with the same key.
    pub fn export(&self, key: &ListKey) -> Vec<u8> {
        let mut file = Vec::with_capacity(HEADER + self.entries.len() * 8 + self.filter.len() + TAG);
        file.extend_from_slice(MAGIC);
        file.push(VERSION);
        file.extend_from_slice(&key_id(key));
        file.extend_from_slice(&(self.entries.len() as u32).to_be_bytes());
        file.extend_from_slice(&(self.filter.len() as u32).to_be_bytes());
        for entry in &self.entries {
            file.extend_from_slice(&entry.to_be_bytes());
        }
        file.extend_from_slice(&self.filter);
        let tag = tag(key, &file);
        file.extend_from_slice(&tag[..TAG]);
        file
    }

    /// Reads a list from a file.
    ///
    /// # Errors
    /// Where it is not such a file, was made with another key, or was changed since.
    pub fn import(key: &ListKey, file: &[u8]) -> Result<Self, ListFileError> {
        let (header, _) = file.split_at_checked(HEADER).ok_or(ListFileError::NotAList)?;
        if !header.starts_with(MAGIC) {
            return Err(ListFileError::NotAList);
        }
        if header[4] != VERSION {
            return Err(ListFileError::OtherVersion);
        }
        if header[5..9] != key_id(key) {
            return Err(ListFileError::OtherKey);
        }
        let (entries, filter) = (number(&header[9..13]), number(&header[13..17]));
        if entries > MOST_ENTRIES || file.len() != HEADER + entries * 8 + filter + TAG {
            return Err(ListFileError::Damaged);
        }
        let (body, given) = file.split_at(file.len() - TAG);
        let mut differs = 0;
        for (a, b) in given.iter().zip(tag(key, body)) {
            differs |= a ^ b;
        }
        if differs != 0 {
            return Err(ListFileError::Damaged);
        }
        let (hashes, filter) = body[HEADER..].split_at(entries * 8);
        let entries = hashes
            .chunks_exact(8)
            .map(|chunk| chunk.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
            .collect();
        Ok(Self::with_key(key, entries, filter.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use school_types::PersonName;

    use super::*;
    use crate::names::forms::{Class, PupilForms};

    fn list() -> (ListKey, BlindList) {
        let key = ListKey::new([3; 32]);
        let forms = PupilForms::new(&PersonName::new("Rhys", "Ap Gwilym"));
        let list = BlindList::blind(&key, [&forms]);
        (key, list)
    }

    #[test]
    fn a_list_reads_back_and_still_knows_its_pupil() {
        let (key, list) = list();
        let file = list.export(&key);
        let back = BlindList::import(&key, &file).unwrap();
        assert!(back.holds_normal(Class::Full, b"rhysapgwilym"));
        assert!(!file.windows(4).any(|window| window.eq_ignore_ascii_case(b"rhys")));
    }

    #[test]
    fn a_list_made_with_another_key_is_refused() {
        let (key, list) = list();
        let error = BlindList::import(&ListKey::new([4; 32]), &list.export(&key)).unwrap_err();
        assert_eq!(error, ListFileError::OtherKey);
    }

    proptest! {
        #[test]
        fn a_changed_or_cut_file_is_refused(at in 0usize..2000, change in 1u8.., cut in any::<bool>()) {
            let (key, list) = list();
            let mut file = list.export(&key);
            let at = at % file.len();
            if cut { file.truncate(at) } else { file[at] ^= change }
            prop_assert!(BlindList::import(&key, &file).is_err());
        }

        #[test]
        fn no_file_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = BlindList::import(&ListKey::new([3; 32]), &bytes);
        }
    }
}
