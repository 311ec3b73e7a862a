#![doc = include_str!("../README.md")]

mod codes;
mod derived;
mod keyring;
mod keys;
mod random;
mod receipt;
mod scope;
mod sealing;

pub use codes::{CodeError, LetterCode, SignInCode};
pub use keyring::{Keyring, KeyringError};
pub use keys::{MasterKey, MasterKeyError};
pub use random::{RandomError, random};
pub use receipt::{CanonicalError, canonical_json, fingerprint};
pub use scope::{Domain, Scope, UnknownDomain};
pub use sealing::{OpenError, SealError, Vault, same};
