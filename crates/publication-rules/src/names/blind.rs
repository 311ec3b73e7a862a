//! The blinded pupil list: keyed hashes of every written form, with a keyed filter in front of them.
//!
//! An entry is the first eight bytes of HMAC-SHA-256 over a form's class and normal form, under a key of the list's own. Most
//! words of a text are no pupil's name, so a filter (a Bloom filter whose probes are SipHash-1-3 values under keys derived from
//! the same key) answers first. Both answer a guess only to somebody who holds the key, and neither can be read backwards.

use std::{collections::BTreeSet, fmt};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use siphasher::sip::SipHasher13;
use zeroize::Zeroize;

use super::forms::{Class, PupilForms};

/// Bits of the filter for each entry: about one word in 150 that is nobody's passes three probes.
const FILTER_BITS: usize = 12;
/// Probes of the filter for each form.
const PROBES: u32 = 3;

/// The key of a school's blinded list: 32 bytes that never leave the school's keeping.
#[derive(Clone)]
pub struct ListKey([u8; 32]);

impl Drop for ListKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ListKey {
    /// A key of these bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A value derived from the key for one use.
    pub(crate) fn derive(&self, label: &[u8], input: &[u8]) -> [u8; 32] {
        match Hmac::<Sha256>::new_from_slice(&self.0) {
            Ok(mut mac) => {
                mac.update(label);
                mac.update(input);
                mac.finalize().into_bytes().into()
            }
            // HMAC takes a key of any length; this branch is never reached.
            Err(_) => [0; 32],
        }
    }
}

impl fmt::Debug for ListKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ListKey([redacted])")
    }
}

/// A keyed polynomial over the bytes of a normal form: the hash of two words put together follows from the hashes of each, so
/// that every word is hashed once however many windows it is in. It only feeds the filter's own keyed hash.
#[derive(Clone, Debug)]
pub(crate) struct Mixer {
    base: u64,
    /// What the base times it is 1.
    inverse: u64,
}

#[cfg(test)]
impl Default for Mixer {
    fn default() -> Self {
        Self::new(0x9e37_79b9_7f4a_7c15)
    }
}

impl Mixer {
    /// A mixer of an odd base.
    const fn new(base: u64) -> Self {
        // Newton's iteration doubles the bits that are right; an odd number is its own inverse in three of them.
        let (mut inverse, mut bits) = (base, 3);
        while bits < u64::BITS {
            inverse = inverse.wrapping_mul(2_u64.wrapping_sub(base.wrapping_mul(inverse)));
            bits *= 2;
        }
        Self { base, inverse }
    }

    /// The power of a word that is one byte shorter.
    pub(crate) const fn shorter(&self, power: u64) -> u64 {
        power.wrapping_mul(self.inverse)
    }

    /// The hash and the base's power of a word.
    pub(crate) fn mix(&self, normal: &[u8]) -> (u64, u64) {
        normal.iter().fold((0, 1), |(hash, power), byte| self.add(hash, power, *byte))
    }

    /// The same of a word that goes on with one more byte.
    pub(crate) const fn add(&self, hash: u64, power: u64, byte: u8) -> (u64, u64) {
        (hash.wrapping_mul(self.base).wrapping_add(byte as u64 + 1), power.wrapping_mul(self.base))
    }
}

/// The hash of two words put together, from the first's hash and the second's hash and power.
pub(crate) const fn join(first: u64, second: u64, power: u64) -> u64 {
    first.wrapping_mul(power).wrapping_add(second)
}

/// A school's blinded list, ready for look-ups.
#[derive(Clone)]
pub struct BlindList {
    pub(crate) entries: Vec<u64>,
    pub(crate) filter: Vec<u8>,
    mac: Hmac<Sha256>,
    sip: SipHasher13,
    mixer: Mixer,
}

impl fmt::Debug for BlindList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlindList({} entries)", self.entries.len())
    }
}

impl BlindList {
    /// Blinds the written forms of a school's pupils. Which form is whose, and how many pupils there are, is not kept.
    pub fn blind<'a>(key: &ListKey, pupils: impl IntoIterator<Item = &'a PupilForms>) -> Self {
        let mut list = Self::with_key(key, Vec::new(), Vec::new());
        let forms: BTreeSet<&(Class, String)> = pupils.into_iter().flat_map(PupilForms::iter).collect();
        let bytes = (forms.len() * FILTER_BITS).div_ceil(8).max(8);
        list.filter = vec![0; bytes];
        for (class, form) in forms {
            let (hash, _) = list.mixer.mix(form.as_bytes());
            list.entries.push(list.entry(*class, &[form.as_bytes()]));
            for bit in list.probes(*class, hash) {
                list.filter[bit / 8] |= 1 << (bit % 8);
            }
        }
        list.entries.sort_unstable();
        list.entries.dedup();
        list
    }

    /// A list of entries and a filter that were made with the same key.
    pub(crate) fn with_key(key: &ListKey, entries: Vec<u64>, filter: Vec<u8>) -> Self {
        let entry_key = key.derive(b"schoolgate pupil list 1 entry", b"");
        let filter_key = key.derive(b"schoolgate pupil list 1 filter", b"");
        let word = |at: usize| {
            let mut bytes = [0; 8];
            bytes.copy_from_slice(&filter_key[at..at + 8]);
            u64::from_le_bytes(bytes)
        };
        // A key of 32 bytes is always taken; the other branch cannot be reached, and would find nobody.
        let mac = Hmac::<Sha256>::new_from_slice(&entry_key).unwrap_or_else(|_| Hmac::new(&Default::default()));
        Self {
            entries,
            filter,
            mac,
            sip: SipHasher13::new_with_keys(word(0), word(8)),
            mixer: Mixer::new(word(16) | 1),
        }
    }

    /// How many written forms it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) const fn mixer(&self) -> &Mixer {
        &self.mixer
    }

    /// Whether a form may be on the list, by the filter alone; a `false` is certain.
    #[inline]
    pub(crate) fn may_hold(&self, class: Class, hash: u64) -> bool {
        self.probes(class, hash).all(|bit| self.filter.get(bit / 8).is_some_and(|byte| byte & 1 << (bit % 8) != 0))
    }

    /// Whether the form made of `pieces` put together is on the list.
    pub(crate) fn holds(&self, class: Class, pieces: &[&[u8]]) -> bool {
        self.entries.binary_search(&self.entry(class, pieces)).is_ok()
    }

    /// Both steps for a form that is already put together.
    #[cfg(test)]
    pub(crate) fn holds_normal(&self, class: Class, normal: &[u8]) -> bool {
        self.may_hold(class, self.mixer.mix(normal).0) && self.holds(class, &[normal])
    }

    fn entry(&self, class: Class, pieces: &[&[u8]]) -> u64 {
        let mut mac = self.mac.clone();
        mac.update(&[class as u8]);
        for piece in pieces {
            mac.update(piece);
        }
        let tag = mac.finalize().into_bytes();
        tag.iter().take(8).fold(0, |value, byte| value << 8 | u64::from(*byte))
    }

    /// The filter's bits for a form, every one below its length.
    #[inline]
    fn probes(&self, class: Class, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mut input = [0; 9];
        input[..8].copy_from_slice(&hash.to_le_bytes());
        input[8] = class as u8;
        let value = self.sip.hash(&input);
        let (first, step) = (value as u32, (value >> 32) as u32 | 1);
        let bits = self.filter.len() as u64 * 8;
        (0..PROBES).map(move |n| {
            let spread = u64::from(first.wrapping_add(step.wrapping_mul(n)));
            // A multiplication instead of a division: the high half is evenly spread below `bits`.
            ((spread * bits) >> 32) as usize
        })
    }
}

#[cfg(test)]
mod tests {
    use school_types::PersonName;

    use super::*;

    fn key() -> ListKey {
        ListKey::new([7; 32])
    }

    #[test]
    fn a_list_knows_its_pupils_and_nobody_else() {
        let forms = PupilForms::new(&PersonName::new("Amara", "Okafor"));
        let list = BlindList::blind(&key(), [&forms]);
        assert!(list.holds_normal(Class::Full, b"amaraokafor"));
        assert!(list.holds_normal(Class::Initial, b"aokafor"));
        assert!(!list.holds_normal(Class::Full, b"aokafor"));
        assert!(!list.holds_normal(Class::Full, b"okafor"));
    }

    #[test]
    fn another_key_finds_nobody() {
        let forms = PupilForms::new(&PersonName::new("Amara", "Okafor"));
        let list = BlindList::blind(&key(), [&forms]);
        let other = BlindList::with_key(&ListKey::new([8; 32]), list.entries.clone(), list.filter.clone());
        assert!(!other.holds(Class::Full, &[b"amaraokafor"]));
    }

    #[test]
    fn the_hash_of_words_put_together_follows_from_each() {
        let mixer = Mixer::default();
        let ((a, _), (b, power)) = (mixer.mix(b"amara"), mixer.mix(b"okafor"));
        assert_eq!(join(a, b, power), mixer.mix(b"amaraokafor").0);
        assert_eq!(mixer.shorter(power), mixer.mix(b"okafo").1);
    }
}
