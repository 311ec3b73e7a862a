#![doc = include_str!("../README.md")]

mod access;
mod error;
mod key;
mod raw;
mod reader;
mod text;

pub use error::NotThisForm;
pub use raw::Raw;

use serde::{Deserialize, de::DeserializeOwned};

/// Reads a value from the whole of `json`.
///
/// # Errors
/// [`NotThisForm`] when it is no JSON, not a `T`, or more than one value.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, NotThisForm> {
    borrow(json)
}

/// The same for a type that may point into `json`.
///
/// # Errors
/// As [`read`].
pub fn borrow<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, NotThisForm> {
    let mut reader = reader::Reader::new(std::str::from_utf8(json).map_err(|_| NotThisForm)?);
    let value = T::deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}
