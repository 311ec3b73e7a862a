//! The master key, and the keys derived from it.

use std::{fmt, str::FromStr};

use hkdf::Hkdf;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

use crate::{RandomError, Scope, random};

/// Names this scheme in every derivation (RFC 5869 calls it the salt). A new scheme takes a new name.
const SCHEME: &[u8] = b"schoolgate vault 1";

/// A setting that should be a master key is not one. Carries nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a master key is 64 hexadecimal digits")]
pub struct MasterKeyError;

/// The installation's one secret: 32 random bytes, from the variable `master_key`. Wiped when dropped.
#[derive(Clone)]
pub struct MasterKey {
    bytes: Zeroizing<[u8; 32]>,
    /// The first of HKDF's two steps, which is the same for every derived key.
    extracted: Hkdf<Sha256>,
}

/// What a derived key is used for; a key has one use only.
#[derive(Clone, Copy)]
pub(crate) enum Use<'a> {
    /// Names the master key in front of a sealed value.
    KeyId,
    /// Seals values.
    Seal,
    /// Keys a hash; the label tells one kind of hash from another.
    Blind(&'a str),
}

impl MasterKey {
    /// Takes 32 bytes that came from a random generator.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        let extracted = Hkdf::new(Some(SCHEME), &bytes);
        Self { bytes: Zeroizing::new(bytes), extracted }
    }

    /// A new key, for an installation that has none yet.
    pub fn generate() -> Result<Self, RandomError> {
        random().map(Self::from_bytes)
    }

    /// The 64 digits, for writing a new installation's settings. Wiped when dropped.
    pub fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(base16ct::lower::encode_string(self.bytes.as_slice()))
    }

    /// HKDF-SHA-256 (RFC 5869). The parts of `info` are kept apart by a zero byte, which neither a slug nor a
    /// domain contains; the label comes last, so that it may contain anything.
    pub(crate) fn derive(&self, purpose: Use<'_>, scope: Option<Scope<'_>>) -> Zeroizing<[u8; 32]> {
        let (word, label) = match purpose {
            Use::KeyId => ("key id", ""),
            Use::Seal => ("seal", ""),
            Use::Blind(label) => ("blind", label),
        };
        let (owner, domain) = scope.map_or(("", ""), |s| (s.owner(), s.domain().as_str()));
        let info = [word, "\0", owner, "\0", domain, "\0", label].map(str::as_bytes);
        let mut key = Zeroizing::new([0; 32]);
        // Fails only for more than 255 x 32 bytes (RFC 5869, section 2.3); 32 are asked for.
        let expanded = self.extracted.expand_multi_info(&info, key.as_mut_slice());
        debug_assert!(expanded.is_ok());
        key
    }

    /// Four bytes that name this key and tell nothing about it.
    pub(crate) fn id(&self) -> [u8; 4] {
        let hash = self.derive(Use::KeyId, None);
        [hash[0], hash[1], hash[2], hash[3]]
    }
}

impl FromStr for MasterKey {
    type Err = MasterKeyError;

    /// Reads 64 hexadecimal digits of either case, without surrounding space.
    fn from_str(text: &str) -> Result<Self, MasterKeyError> {
        let mut bytes = base16ct::mixed::decode_vec(text).map_err(|_| MasterKeyError)?;
        let key = <[u8; 32]>::try_from(bytes.as_slice()).map(Self::from_bytes).map_err(|_| MasterKeyError);
        bytes.zeroize();
        key
    }
}

impl PartialEq for MasterKey {
    fn eq(&self, other: &Self) -> bool {
        self.bytes.as_slice().ct_eq(other.bytes.as_slice()).into()
    }
}

impl Eq for MasterKey {}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use school_types::SchoolId;

    use super::*;
    use crate::Domain;

    #[test]
    fn hkdf_is_the_one_of_rfc_5869() {
        // RFC 5869, appendix A.1.
        let ikm = [0x0b; 22];
        let salt: Vec<u8> = (0..=0x0c).collect();
        let info: Vec<u8> = (0xf0..=0xf9).collect();
        let mut okm = [0; 42];
        Hkdf::<Sha256>::new(Some(&salt), &ikm).expand(&info, &mut okm).unwrap();
        let expected = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865";
        assert_eq!(base16ct::lower::encode_string(&okm), expected);
    }

    #[test]
    fn a_key_reads_from_64_digits_and_from_nothing_else() {
        let digits = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";
        let key: MasterKey = digits.parse().unwrap();
        assert_eq!(*key.to_hex(), digits.to_lowercase());
        for bad in ["", "00", &digits[1..], &format!("{digits}00"), &format!(" {digits}"), &"g".repeat(64)] {
            assert_eq!(bad.parse::<MasterKey>(), Err(MasterKeyError), "{bad:?} was taken");
        }
    }

    #[test]
    fn every_scope_and_use_has_a_key_of_its_own() {
        let master = MasterKey::from_bytes([7; 32]);
        let elm: SchoolId = "elm-street".parse().unwrap();
        let oak: SchoolId = "oak-lane".parse().unwrap();
        let mut keys = vec![*master.derive(Use::KeyId, None)];
        for domain in Domain::ALL {
            for scope in [Scope::school(&elm, domain), Scope::school(&oak, domain), Scope::installation(domain)] {
                for purpose in [Use::Seal, Use::Blind("address"), Use::Blind("code")] {
                    keys.push(*master.derive(purpose, Some(scope)));
                }
            }
        }
        assert!(keys.iter().all(|k| *k != [0; 32]));
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }

    #[test]
    fn debug_shows_nothing_of_a_key() {
        assert_eq!(format!("{:?}", MasterKey::from_bytes([0xab; 32])), "MasterKey([redacted])");
    }
}
