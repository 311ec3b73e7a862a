#![doc = include_str!("../README.md")]

mod guessable;
mod passphrase;
mod totp;

pub use guessable::Weakness;
pub use passphrase::{HashError, LONGEST, Passphrase, SHORTEST};
pub use totp::{TotpSecret, is_totp_secret};
