//! Secrets: wiped when dropped, shown by nothing.

use school_types::Redacted;
use zeroize::{Zeroize, Zeroizing};

use crate::{SettingsError, wrong};

/// A secret of the operator's choosing.
pub type Secret = Redacted<Zeroizing<String>>;

/// A key of 256 bits.
pub type KeyBytes = Redacted<Zeroizing<[u8; 32]>>;

/// Fewer characters than this can be guessed, or were typed by somebody who meant to change them.
const SHORTEST: usize = 32;

/// A random key of 32 bytes has about 30 different ones; fewer than 16 does not happen, and is a key somebody made up.
const FEWEST_DIFFERENT_BYTES: usize = 16;

pub(crate) fn long(name: &'static str, text: String) -> Result<Secret, SettingsError> {
    let text = Zeroizing::new(text);
    if text.chars().count() < SHORTEST {
        return Err(wrong(name, "it has fewer than 32 characters"));
    }
    Ok(Redacted::new(text))
}

pub(crate) fn key(name: &'static str, text: String, demo: bool) -> Result<KeyBytes, SettingsError> {
    let text = Zeroizing::new(text);
    let mut key = Zeroizing::new([0; 32]);
    if text.len() != 64 {
        return Err(wrong(name, "it is not 64 hexadecimal digits"));
    }
    if base16ct::mixed::decode(text.as_bytes(), &mut key[..]).is_err() {
        key.zeroize();
        return Err(wrong(name, "it is not 64 hexadecimal digits"));
    }
    let mut seen = [false; 256];
    key.iter().for_each(|byte| seen[usize::from(*byte)] = true);
    if !demo && seen.iter().filter(|seen| **seen).count() < FEWEST_DIFFERENT_BYTES {
        return Err(wrong(name, "it is a placeholder, not a random key"));
    }
    Ok(Redacted::new(key))
}
