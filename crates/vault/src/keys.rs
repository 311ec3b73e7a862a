//! The master key, the key of each domain, and the keys derived from those.

use std::{fmt, str::FromStr};

use hkdf::Hkdf;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

use crate::{Domain, RandomError, Scope, random};

/// Names this scheme in every derivation (RFC 5869 calls it the salt). A new scheme takes a new name.
const SCHEME: &[u8] = b"schoolgate vault 2";

/// A setting that should be a master key is not one. Carries nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a master key is 64 hexadecimal digits")]
pub struct MasterKeyError;

/// Fewer different bytes than this do not happen among 32 random ones, which have about 30: somebody made the key up.
const FEWEST_DIFFERENT_BYTES: usize = 16;

/// The installation's one secret: 32 random bytes that its operator keeps. No component is given it: each has a [`Keyring`] of keys
/// derived from it. Wiped when dropped.
///
/// [`Keyring`]: crate::Keyring
#[derive(Clone)]
pub struct MasterKey(Secret);

/// The key of one domain, from which those of its schools and uses are derived. Nothing leads from it to the master key, or to
/// another domain's. Wiped when dropped.
#[derive(Clone)]
pub(crate) struct DomainKey {
    /// Names the master key it comes from in front of a sealed value, and tells nothing about it.
    id: [u8; 4],
    secret: Secret,
}

/// 32 bytes to derive others from.
#[derive(Clone)]
struct Secret {
    bytes: Zeroizing<[u8; 32]>,
    /// The first of HKDF's two steps, which is the same for every derived key.
    extracted: Hkdf<Sha256>,
}

impl Secret {
    fn new(bytes: [u8; 32]) -> Self {
        let extracted = Hkdf::new(Some(SCHEME), &bytes);
        Self { bytes: Zeroizing::new(bytes), extracted }
    }

    /// HKDF-SHA-256 (RFC 5869). The parts of `info` are kept apart by a zero byte, which neither a slug nor a domain contains; the
    /// last may contain anything.
    fn expand(&self, info: [&str; 3]) -> Zeroizing<[u8; 32]> {
        let [word, owner, label] = info;
        let info = [word, "\0", owner, "\0", label].map(str::as_bytes);
        let mut key = Zeroizing::new([0; 32]);
        // Fails only for more than 255 x 32 bytes (RFC 5869, section 2.3); 32 are asked for.
        let expanded = self.extracted.expand_multi_info(&info, key.as_mut_slice());
        debug_assert!(expanded.is_ok());
        key
    }

    fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(base16ct::lower::encode_string(self.bytes.as_slice()))
    }

    fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = base16ct::mixed::decode_vec(text).ok()?;
        let secret = <[u8; 32]>::try_from(bytes.as_slice()).ok().map(Self::new);
        bytes.zeroize();
        secret
    }

    fn same(&self, other: &Self) -> bool {
        self.bytes.as_slice().ct_eq(other.bytes.as_slice()).into()
    }
}

/// What a derived key is used for; a key has one use only.
#[derive(Clone, Copy)]
pub(crate) enum Use<'a> {
    /// Seals values.
    Seal,
    /// Keys a hash; the label tells one kind of hash from another.
    Blind(&'a str),
}

impl MasterKey {
    /// Takes 32 bytes that came from a random generator.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Secret::new(bytes))
    }

    /// A new key, for an installation that has none yet.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn generate() -> Result<Self, RandomError> {
        random().map(Self::from_bytes)
    }

    /// The 64 digits, for writing a new installation's settings. Wiped when dropped.
    pub fn to_hex(&self) -> Zeroizing<String> {
        self.0.to_hex()
    }

    /// Whether it was made up by somebody, such as 64 zeros, and not drawn.
    pub fn is_placeholder(&self) -> bool {
        let mut seen = [false; 256];
        self.0.bytes.iter().for_each(|byte| seen[usize::from(*byte)] = true);
        seen.iter().filter(|seen| **seen).count() < FEWEST_DIFFERENT_BYTES
    }

    /// The key of a domain.
    pub(crate) fn domain_key(&self, domain: Domain) -> DomainKey {
        let name = self.0.expand(["key id", "", ""]);
        let id = [name[0], name[1], name[2], name[3]];
        DomainKey { id, secret: Secret::new(*self.0.expand(["domain", domain.as_str(), ""])) }
    }
}

impl FromStr for MasterKey {
    type Err = MasterKeyError;

    /// Reads 64 hexadecimal digits of either case, without surrounding space.
    fn from_str(text: &str) -> Result<Self, MasterKeyError> {
        Secret::from_hex(text).map(Self).ok_or(MasterKeyError)
    }
}

impl PartialEq for MasterKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}

impl Eq for MasterKey {}

impl DomainKey {
    /// The key for a use in a scope of this domain.
    pub(crate) fn derive(&self, purpose: Use<'_>, scope: Scope<'_>) -> Zeroizing<[u8; 32]> {
        match purpose {
            Use::Seal => self.secret.expand(["seal", scope.owner(), ""]),
            Use::Blind(label) => self.secret.expand(["blind", scope.owner(), label]),
        }
    }

    /// Names the master key it comes from.
    pub(crate) const fn id(&self) -> [u8; 4] {
        self.id
    }

    /// 72 hexadecimal digits: the id, and the key. Wiped when dropped.
    pub(crate) fn to_hex(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(base16ct::lower::encode_string(&self.id));
        text.push_str(&self.secret.to_hex());
        text
    }

    /// Reads 72 hexadecimal digits.
    pub(crate) fn from_hex(text: &str) -> Option<Self> {
        let (name, key) = text.split_at_checked(8)?;
        let mut id = [0; 4];
        base16ct::mixed::decode(name, &mut id).ok()?;
        Some(Self { id, secret: Secret::from_hex(key)? })
    }
}

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
        let mut keys = Vec::new();
        for domain in Domain::ALL {
            let key = master.domain_key(domain);
            keys.push(*key.secret.bytes);
            for scope in [Scope::school(&elm, domain), Scope::school(&oak, domain), Scope::installation(domain)] {
                for purpose in [Use::Seal, Use::Blind("address"), Use::Blind("code")] {
                    keys.push(*key.derive(purpose, scope));
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
    fn a_key_that_somebody_made_up_is_known() {
        let counted = std::array::from_fn(|place| u8::try_from(place % 8).unwrap());
        for bytes in [[0; 32], [0xab; 32], counted] {
            assert!(MasterKey::from_bytes(bytes).is_placeholder());
        }
        assert!(!MasterKey::generate().unwrap().is_placeholder());
    }

    #[test]
    fn debug_shows_nothing_of_a_key() {
        assert_eq!(format!("{:?}", MasterKey::from_bytes([0xab; 32])), "MasterKey([redacted])");
    }
}
