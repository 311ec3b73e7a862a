//! The SQLite backend: one file, one table, one writer thread, and readers that never wait for it.

mod ahead;
mod readers;
mod writer;

use crate::{Error, Store};
use async_trait::async_trait;
use readers::Readers;
use rusqlite::OptionalExtension;
use std::{path::Path, sync::Arc, time::Duration};
use writer::{Change, Writer};

/// How long a statement waits for another process's lock before it fails.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The columns are Spin's (`spin_key_value`), so that the same file serves both.
const CREATE_TABLE: &str = "CREATE TABLE IF NOT EXISTS spin_key_value (
    store TEXT NOT NULL,
    key   TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (store, key)
)";

/// An open SQLite file, from which [`SqliteFile::store`] takes stores. Clones share it; the last one to go closes it.
#[derive(Clone)]
pub struct SqliteFile {
    shared: Arc<Shared>,
}

struct Shared {
    writer: Writer,
    readers: Arc<Readers>,
}

impl SqliteFile {
    /// Opens the file at `path`, and makes file and table if they are not there yet.
    ///
    /// # Errors
    /// [`Error::Sqlite`] if the file cannot be opened, [`Error::NoWriteAhead`] if it refuses write-ahead mode.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let readers = Arc::new(Readers::new(path));
        let writer = Writer::start(path, Arc::clone(&readers))?;
        Ok(Self { shared: Arc::new(Shared { writer, readers }) })
    }

    /// The store called `label` in this file.
    pub(crate) fn store(&self, label: &str) -> SqliteStore {
        SqliteStore { shared: Arc::clone(&self.shared), label: label.into() }
    }
}

/// One label's keys in a [`SqliteFile`].
///
/// Single reads run where they are awaited: in write-ahead mode they wait for no writer and take microseconds, less than a
/// hop to another thread. [`Store::keys`] may be long and has a thread of its own.
pub(crate) struct SqliteStore {
    shared: Arc<Shared>,
    label: Arc<str>,
}

impl SqliteStore {
    async fn change(&self, change: Change) -> Result<i64, Error> {
        self.shared.writer.submit(&self.label, change).await
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Error> {
        if let Some(count) = self.shared.writer.ahead().count(&self.label, key) {
            return Ok(Some(count.to_le_bytes().to_vec()));
        }
        self.shared.readers.with(|connection| {
            connection
                .prepare_cached("SELECT value FROM spin_key_value WHERE store = ?1 AND key = ?2")?
                .query_row([&*self.label, key], |row| row.get(0))
                .optional()
        })
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), Error> {
        let change = Change::Set(key.to_owned(), value);
        self.change(change).await.map(drop)
    }

    async fn delete(&self, key: &str) -> Result<(), Error> {
        self.change(Change::Delete(key.to_owned())).await.map(drop)
    }

    async fn exists(&self, key: &str) -> Result<bool, Error> {
        if self.shared.writer.ahead().count(&self.label, key).is_some() {
            return Ok(true);
        }
        self.shared.readers.with(|connection| {
            connection
                .prepare_cached("SELECT 1 FROM spin_key_value WHERE store = ?1 AND key = ?2")?
                .exists([&*self.label, key])
        })
    }

    async fn increment(&self, key: &str, delta: i64) -> Result<i64, Error> {
        self.change(Change::Increment(key.to_owned(), delta)).await
    }

    async fn keys(&self) -> Result<Vec<String>, Error> {
        self.change(Change::Settle).await?;
        let (shared, label) = (Arc::clone(&self.shared), Arc::clone(&self.label));
        let read = move || {
            shared.readers.with(|connection| {
                connection
                    .prepare_cached("SELECT key FROM spin_key_value WHERE store = ?1")?
                    .query_map([&*label], |row| row.get(0))?
                    .collect()
            })
        };
        let task = tokio::task::spawn_blocking(read);
        task.await.map_err(|_| Error::Closed)?
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), Error> {
        self.change(Change::SetMany(entries)).await.map(drop)
    }
}
