//! The SQLite backend: one file, one table, one writer thread, and readers that never wait for it.

mod ahead;
mod writer;

use crate::{Error, Store};
use async_trait::async_trait;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use writer::{Change, Writer};

/// How long a statement waits for another process's lock before it fails.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// How much of the file readers map into memory, in bytes: a value of several pages is then read without a call of the system
/// for each page.
const MAPPED: i64 = 256 * 1024 * 1024;

/// How many idle read connections are kept; more are opened when more reads run at once.
const IDLE_READERS: usize = 8;

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
    readers: Readers,
}

/// Read connections, borrowed for one statement each.
struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl SqliteFile {
    /// Opens the file at `path`, and makes file and table if they are not there yet.
    ///
    /// # Errors
    /// [`Error::Sqlite`] if the file cannot be opened, [`Error::NoWriteAhead`] if it refuses write-ahead mode.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let writer = Writer::start(path)?;
        let readers = Readers { path: path.to_owned(), idle: Mutex::default() };
        Ok(Self { shared: Arc::new(Shared { writer, readers }) })
    }

    /// The store called `label` in this file.
    pub(crate) fn store(&self, label: &str) -> SqliteStore {
        SqliteStore { shared: Arc::clone(&self.shared), label: label.into() }
    }
}

impl Readers {
    fn open(&self) -> Result<Connection, rusqlite::Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "query_only", true)?;
        connection.pragma_update(None, "mmap_size", MAPPED)?;
        Ok(connection)
    }

    /// Runs one read on an idle connection, or on a new one if all are busy.
    fn with<T>(&self, read: impl FnOnce(&Connection) -> Result<T, rusqlite::Error>) -> Result<T, Error> {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        // Taken in a statement of its own: the lock must not be held while the file is opened.
        let taken = idle().pop();
        let connection = match taken {
            Some(connection) => connection,
            None => self.open()?,
        };
        let result = read(&connection)?;
        let mut idle = idle();
        if idle.len() < IDLE_READERS {
            idle.push(connection);
        }
        Ok(result)
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
