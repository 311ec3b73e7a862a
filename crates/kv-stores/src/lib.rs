#![doc = include_str!("../README.md")]

mod error;
mod redis;
mod sqlite;

pub use error::{AddressError, Error};
pub use redis::RedisServer;
pub use sqlite::SqliteFile;

use async_trait::async_trait;
use std::{path::Path, sync::Arc};

/// The name of the SQLite file inside a state folder: the one Spin uses in its own.
pub const SQLITE_FILE: &str = "sqlite_key_value.db";

/// The one store that exists without configuration, in Spin as here.
pub const DEFAULT_LABEL: &str = "default";

/// One key-value store: bytes under text keys, no order, no transactions across calls.
///
/// A failed read is an [`Error`], never "absent". A write that returned an error may or may not have happened.
#[async_trait]
pub trait Store: Send + Sync {
    /// The bytes at `key`, or nothing if there are none.
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Error>;

    /// Puts `value` at `key`, over whatever was there.
    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), Error>;

    /// Removes `key`; removing what is not there is not an error.
    async fn delete(&self, key: &str) -> Result<(), Error>;

    /// Whether there is something at `key`.
    async fn exists(&self, key: &str) -> Result<bool, Error>;

    /// Adds `delta` to the counter at `key` (absent counts as 0) in one step and returns the new count.
    ///
    /// No two callers get one number. On SQLite it is durable as soon as anything written after it is. SQLite keeps counters as 8 bytes little-endian, Redis as decimal digits.
    async fn increment(&self, key: &str, delta: i64) -> Result<i64, Error>;

    /// Every key of the store, in no order: for backup and repair alone.
    async fn keys(&self) -> Result<Vec<String>, Error>;

    /// Puts many values: on SQLite all or none of them, on Redis in portions of [`BULK_PORTION`].
    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), Error>;
}

/// How many entries one Redis command of [`Store::set_many`] carries.
pub const BULK_PORTION: usize = 1_000;

/// Where a store is, as a command line names it: `sqlite`, or `redis://host:port[/database]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// [`SQLITE_FILE`] in the state folder.
    Sqlite,
    /// A Redis or Valkey server; the address may hold a password and is not shown in errors.
    Redis(String),
}

impl std::str::FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        match text {
            "sqlite" => Ok(Self::Sqlite),
            address if address.starts_with("redis://") => Ok(Self::Redis(address.to_owned())),
            _ => Err(AddressError),
        }
    }
}

/// An opened backend, from which stores are taken by label.
#[derive(Clone)]
pub enum Backend {
    /// The SQLite file of a state folder.
    Sqlite(SqliteFile),
    /// A Redis or Valkey server.
    Redis(RedisServer),
}

impl Backend {
    /// Opens the backend at `address`; SQLite's file is made in `state_dir` if it is not there yet.
    ///
    /// # Errors
    /// The file cannot be opened or made, or the server cannot be reached.
    pub async fn open(address: &Address, state_dir: &Path) -> Result<Self, Error> {
        match address {
            Address::Sqlite => Ok(Self::Sqlite(SqliteFile::open(&state_dir.join(SQLITE_FILE))?)),
            Address::Redis(url) => Ok(Self::Redis(RedisServer::connect(url).await?)),
        }
    }

    /// The store called `label`. On Redis all labels are one key space, as in Spin.
    pub fn store(&self, label: &str) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(file) => Arc::new(file.store(label)),
            Self::Redis(server) => Arc::new(server.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_sqlite_or_a_redis_server() {
        assert_eq!("sqlite".parse(), Ok(Address::Sqlite));
        assert_eq!("redis://127.0.0.1:6379".parse(), Ok(Address::Redis("redis://127.0.0.1:6379".to_owned())));
        assert_eq!("postgres://127.0.0.1".parse::<Address>(), Err(AddressError));
        assert_eq!("rediss://127.0.0.1".parse::<Address>(), Err(AddressError));
    }
}
