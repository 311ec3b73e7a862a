//! Sealing, opening and keyed hashes.

use std::{collections::BTreeMap, fmt, sync::Arc};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{
    Domain, Keyring, MasterKey, RandomError, Scope,
    derived::Derived,
    keyring::DomainKeys,
    keys::{DomainKey, Use},
    random,
};

const KEY_ID: usize = 4;
const NONCE: usize = 24;
const TAG: usize = 16;

/// A value could not be sealed. Nothing was made that could be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// No nonce.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// This component was not given the domain's key.
    #[error("the keyring has no key of {0}")]
    NoKey(Domain),
    /// Longer than the cipher takes (256 GB).
    #[error("the value is too long to seal")]
    TooLong,
}

/// Why a sealed value does not open. Carries nothing of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Too short to be a sealed value.
    #[error("a sealed value is cut short")]
    Truncated,
    /// This component was not given the domain's key.
    #[error("the keyring has no key of {0}")]
    NoKey(Domain),
    /// Sealed under a key that is neither the current nor the previous one.
    #[error("sealed under a key this installation does not hold")]
    UnknownKey,
    /// Changed, moved to another key of the store, or sealed for another school or domain.
    #[error("a sealed value was changed or moved")]
    NotAuthentic,
}

/// Seals, opens and hashes under the keys of the domains it was given. Cheap to clone.
///
/// It keeps the keys it derived last, because a page opens a dozen values of the same few scopes and deriving costs as much as
/// opening a short one. They go with the last clone, and are wiped.
///
/// A sealed value is `key id (4) || nonce (24) || XChaCha20-Poly1305 ciphertext and tag`: 44 bytes longer than
/// the plaintext.
#[derive(Clone)]
pub struct Vault(Arc<BTreeMap<Domain, Held>>);

/// What is held of one domain.
#[derive(Clone)]
struct Held {
    current: Keys,
    previous: Option<Keys>,
    /// Keys the hashes; the current key where there is none of their own.
    index: Option<Keys>,
}

/// A domain's key with its id, and what was derived from it.
#[derive(Clone)]
struct Keys {
    id: [u8; KEY_ID],
    derived: Derived,
}

impl Keys {
    fn new(key: DomainKey) -> Self {
        Self { id: key.id(), derived: Derived::new(key) }
    }
}

impl Vault {
    /// How many bytes sealing adds.
    pub const OVERHEAD: usize = KEY_ID + NONCE + TAG;

    /// A vault of every domain. Seals under `master`; opens what was sealed under it or, while keys are being changed, under
    /// `previous`.
    pub fn new(master: MasterKey, previous: Option<MasterKey>) -> Self {
        let held = |domain| Held {
            current: Keys::new(master.domain_key(domain)),
            previous: previous.as_ref().map(|key| Keys::new(key.domain_key(domain))),
            index: None,
        };
        Self(Arc::new(Domain::ALL.into_iter().map(|domain| (domain, held(domain))).collect()))
    }

    /// The same, with a key of their own for keyed hashes. What is found by a keyed hash (an address, a receipt, a child by the
    /// id in the school's own system) is then still found after the master key has changed; so this one never changes.
    #[must_use]
    pub fn with_index_key(self, index: MasterKey) -> Self {
        let indexed = |(domain, held): (&Domain, &Held)| {
            (*domain, Held { index: Some(Keys::new(index.domain_key(*domain))), ..held.clone() })
        };
        Self(Arc::new(self.0.iter().map(indexed).collect()))
    }

    /// A vault of the domains a component was given, and of no other.
    pub fn of(keyring: Keyring) -> Self {
        let held = |(domain, DomainKeys { current, previous, index })| {
            let held =
                Held { current: Keys::new(current), previous: previous.map(Keys::new), index: Some(Keys::new(index)) };
            (domain, held)
        };
        Self(Arc::new(keyring.into_keys().into_iter().map(held).collect()))
    }

    /// Seals `plaintext` so that it opens only in this scope and with the same `key`: the place it is stored at,
    /// which is authenticated (associated data) and not part of the result.
    ///
    /// # Errors
    /// [`SealError`] when there is no key for it, or no random bytes.
    pub fn seal(&self, scope: &Scope<'_>, key: &str, plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
        self.seal_with_nonce(scope, key, plaintext, random()?)
    }

    fn seal_with_nonce(
        &self,
        scope: &Scope<'_>,
        key: &str,
        plaintext: &[u8],
        nonce: [u8; NONCE],
    ) -> Result<Vec<u8>, SealError> {
        let Held { current: Keys { id, derived }, .. } =
            self.0.get(&scope.domain()).ok_or(SealError::NoKey(scope.domain()))?;
        let ciphertext = cipher(derived, scope)
            .encrypt(&XNonce::from(nonce), Payload { msg: plaintext, aad: key.as_bytes() })
            .map_err(|_| SealError::TooLong)?;
        let mut sealed = Vec::with_capacity(KEY_ID + NONCE + ciphertext.len());
        sealed.extend_from_slice(id);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&ciphertext);
        Ok(sealed)
    }

    /// Opens what [`Vault::seal`] made in the same scope and for the same `key`.
    pub fn open(&self, scope: &Scope<'_>, key: &str, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        if sealed.len() < Self::OVERHEAD {
            return Err(OpenError::Truncated);
        }
        let held = self.0.get(&scope.domain()).ok_or(OpenError::NoKey(scope.domain()))?;
        let (id, rest) = sealed.split_first_chunk::<KEY_ID>().ok_or(OpenError::Truncated)?;
        let (nonce, ciphertext) = rest.split_first_chunk::<NONCE>().ok_or(OpenError::Truncated)?;
        // Two keys share an id once in four billion: then both are tried.
        let mut error = OpenError::UnknownKey;
        for keys in std::iter::once(&held.current).chain(&held.previous).filter(|keys| keys.id == *id) {
            let payload = Payload { msg: ciphertext, aad: key.as_bytes() };
            match cipher(&keys.derived, scope).decrypt(&XNonce::from(*nonce), payload) {
                Ok(plaintext) => return Ok(plaintext),
                Err(_) => error = OpenError::NotAuthentic,
            }
        }
        Err(error)
    }

    /// HMAC-SHA-256 of `input` under a key for this scope and `label`: a blind index, a rate-limit bucket, the
    /// stored form of a code, a deterministic id. 32 bytes; whoever needs fewer takes the first ones.
    ///
    /// Changes with the index key, or with the master key where there is none: see [`Vault::with_index_key`]. A vault without the
    /// domain's key makes hashes under one that nobody has: what would be found by them is refused when it is opened or sealed.
    pub fn blind(&self, scope: &Scope<'_>, label: &str, input: &[u8]) -> [u8; 32] {
        let held = self.0.get(&scope.domain());
        debug_assert!(held.is_some(), "the keyring has no key of {}", scope.domain());
        match held {
            Some(held) => hash(held.index.as_ref().unwrap_or(&held.current), scope, label, input),
            None => hash(&Keys::new(MasterKey::from_bytes([0; 32]).domain_key(scope.domain())), scope, label, input),
        }
    }

    /// The same under the previous master key, where hashes follow the master key and it has just changed.
    pub fn blind_previous(&self, scope: &Scope<'_>, label: &str, input: &[u8]) -> Option<[u8; 32]> {
        let held = self.0.get(&scope.domain()).filter(|held| held.index.is_none())?;
        held.previous.as_ref().map(|keys| hash(keys, scope, label, input))
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault([redacted])")
    }
}

/// Whether two hashes or tokens are equal, without telling by the time taken where they differ.
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

fn cipher(derived: &Derived, scope: &Scope<'_>) -> XChaCha20Poly1305 {
    let key: Zeroizing<[u8; 32]> = derived.key(Use::Seal, *scope);
    XChaCha20Poly1305::new((&*key).into())
}

fn hash(keys: &Keys, scope: &Scope<'_>, label: &str, input: &[u8]) -> [u8; 32] {
    let key = keys.derived.key(Use::Blind(label), *scope);
    let mut mac = <Hmac<Sha256> as KeyInit>::new((&*zero_extended(&key)).into());
    mac.update(input);
    mac.finalize().into_bytes().into()
}

/// HMAC takes a block of 64 bytes without a length to check; RFC 2104 pads a shorter key with zeros to the same.
fn zero_extended(key: &[u8; 32]) -> Zeroizing<[u8; 64]> {
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key);
    block
}

#[cfg(test)]
#[path = "sealing_tests.rs"]
mod tests;
