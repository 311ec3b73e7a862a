//! The one error type of this crate's stores. Texts name what failed, never a key or a value.

use std::sync::Arc;

/// Why a store could not do what it was asked.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// SQLite refused: disk full, file locked for too long, file damaged.
    #[error("SQLite: {0}")]
    Sqlite(Arc<rusqlite::Error>),
    /// The file would not go into write-ahead mode (a network drive, or another process holds it in another mode).
    #[error("the SQLite file does not accept write-ahead mode")]
    NoWriteAhead,
    /// Redis refused or was not reached in time.
    #[error("Redis: {0}")]
    Redis(Arc<redis::RedisError>),
    /// The value at the key of an increment is not a counter, or the count would not fit 64 bits.
    #[error("the value at this key is not a counter that can grow by this much")]
    NotACounter,
    /// The store was closed, or its writer ended, before the write was committed.
    #[error("the store is closed")]
    Closed,
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(Arc::new(error))
    }
}

impl From<redis::RedisError> for Error {
    fn from(error: redis::RedisError) -> Self {
        Self::Redis(Arc::new(error))
    }
}

/// A store address that is neither `sqlite` nor `redis://...`. TLS to Redis (`rediss://`) is not supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a store is `sqlite` or `redis://host:port`")]
pub struct AddressError;
