//! The writer thread: takes every change that waits, commits them together, and answers after the commit.
//!
//! A commit costs one flush of the disk whatever it holds, so the busier the store, the more changes share one. Each change
//! is done or refused on its own (an increment of something that is no counter refuses only itself); if SQLite fails, the
//! whole commit is undone and every waiting caller is told.

use super::{BUSY_TIMEOUT, CREATE_TABLE};
use crate::Error;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use std::{path::Path, sync::Arc, thread::JoinHandle};
use tokio::sync::{mpsc, oneshot};

/// The most changes one commit takes: bounds how long the first of them waits.
const COMMIT_LIMIT: usize = 512;

/// How many changes may wait before callers wait to hand theirs over.
const QUEUE: usize = 2_048;

const PUT: &str = "INSERT INTO spin_key_value (store, key, value) VALUES (?1, ?2, ?3)
    ON CONFLICT (store, key) DO UPDATE SET value = excluded.value";

/// One thing to write.
pub(super) enum Change {
    /// Put the value at the key.
    Set(String, Vec<u8>),
    /// Put every value at its key, all or none.
    SetMany(Vec<(String, Vec<u8>)>),
    /// Remove the key.
    Delete(String),
    /// Add to the counter at the key.
    Increment(String, i64),
}

struct Waiting {
    label: Arc<str>,
    change: Change,
    answer: oneshot::Sender<Result<i64, Error>>,
}

/// The handle of the writer thread. Dropping it lets the thread finish what waits and close the file.
pub(super) struct Writer {
    queue: Option<mpsc::Sender<Waiting>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Opens the file for writing, makes the table, and starts the thread.
    pub(super) fn start(path: &Path) -> Result<Self, Error> {
        let connection = open(path)?;
        let (queue, waiting) = mpsc::channel(QUEUE);
        let thread = std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || write(connection, waiting))
            .map_err(|_| Error::Closed)?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Hands a change over and waits until it is committed. The number is an increment's new count, else 0.
    pub(super) async fn submit(&self, label: &Arc<str>, change: Change) -> Result<i64, Error> {
        let (answer, answered) = oneshot::channel();
        let waiting = Waiting { label: Arc::clone(label), change, answer };
        let queue = self.queue.as_ref().ok_or(Error::Closed)?;
        queue.send(waiting).await.map_err(|_| Error::Closed)?;
        answered.await.map_err(|_| Error::Closed)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            // The thread ends once the queue is empty; it does not panic, and if it did the file is as committed.
            let _ = thread.join();
        }
    }
}

/// Opens the file in write-ahead mode with a flush at every commit.
///
/// The rollback journal Spin starts with would make readers and the writer wait for each other and costs two flushes;
/// write-ahead mode with `synchronous = FULL` costs one and is as durable.
fn open(path: &Path) -> Result<Connection, Error> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::NoWriteAhead);
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute(CREATE_TABLE, [])?;
    Ok(connection)
}

fn write(mut connection: Connection, mut queue: mpsc::Receiver<Waiting>) {
    let mut batch = Vec::with_capacity(COMMIT_LIMIT);
    while queue.blocking_recv_many(&mut batch, COMMIT_LIMIT) > 0 {
        let outcome = commit(&mut connection, &batch);
        let mut results = match outcome {
            Ok(results) => results.into_iter(),
            Err(error) => vec![Err(error); batch.len()].into_iter(),
        };
        for waiting in batch.drain(..) {
            let result = results.next().unwrap_or(Err(Error::Closed));
            // A caller that no longer waits (its request was cut off) does not need the answer.
            let _ = waiting.answer.send(result);
        }
    }
}

/// Writes the batch in one transaction; the results are in its order.
fn commit(connection: &mut Connection, batch: &[Waiting]) -> Result<Vec<Result<i64, Error>>, Error> {
    // Immediate: the lock is taken before anything is read, so two processes' increments queue instead of failing.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut results = Vec::with_capacity(batch.len());
    for waiting in batch {
        match apply(&transaction, &waiting.label, &waiting.change) {
            Err(error @ Error::Sqlite(_)) => return Err(error),
            result => results.push(result),
        }
    }
    transaction.commit()?;
    Ok(results)
}

fn apply(transaction: &Transaction<'_>, label: &str, change: &Change) -> Result<i64, Error> {
    match change {
        Change::Set(key, value) => put(transaction, label, key, value)?,
        Change::SetMany(entries) => {
            for (key, value) in entries {
                put(transaction, label, key, value)?;
            }
        }
        Change::Delete(key) => {
            transaction
                .prepare_cached("DELETE FROM spin_key_value WHERE store = ?1 AND key = ?2")?
                .execute([label, key])?;
        }
        Change::Increment(key, delta) => return increment(transaction, label, key, *delta),
    }
    Ok(0)
}

fn put(transaction: &Transaction<'_>, label: &str, key: &str, value: &[u8]) -> Result<(), rusqlite::Error> {
    transaction.prepare_cached(PUT)?.execute((label, key, value)).map(drop)
}

/// Spin's stored form of a counter: 8 bytes, little-endian, signed.
fn increment(transaction: &Transaction<'_>, label: &str, key: &str, delta: i64) -> Result<i64, Error> {
    let stored: Option<Vec<u8>> = transaction
        .prepare_cached("SELECT value FROM spin_key_value WHERE store = ?1 AND key = ?2")?
        .query_row([label, key], |row| row.get(0))
        .optional()?;
    let count = match stored {
        None => 0,
        Some(bytes) => i64::from_le_bytes(bytes.try_into().map_err(|_| Error::NotACounter)?),
    };
    let count = count.checked_add(delta).ok_or(Error::NotACounter)?;
    put(transaction, label, key, &count.to_le_bytes())?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_commit_is_flushed_to_disk_before_it_is_answered() {
        let folder = tempfile::tempdir().unwrap();
        let connection = open(&folder.path().join("store.db")).unwrap();
        let pragma = |name: &str| -> String {
            connection
                .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
                .map(|value| format!("{value:?}"))
                .unwrap()
        };
        assert_eq!(pragma("journal_mode"), "Text(\"wal\")");
        assert_eq!(pragma("synchronous"), "Integer(2)", "2 is FULL");
    }

    #[test]
    fn a_refused_increment_refuses_only_itself() {
        let folder = tempfile::tempdir().unwrap();
        let mut connection = open(&folder.path().join("store.db")).unwrap();
        let waiting = |change| Waiting { label: "default".into(), change, answer: oneshot::channel().0 };
        let batch = [
            waiting(Change::Set("name".to_owned(), b"not a count".to_vec())),
            waiting(Change::Increment("name".to_owned(), 1)),
            waiting(Change::Increment("n".to_owned(), i64::MAX)),
            waiting(Change::Increment("n".to_owned(), 1)),
            waiting(Change::Increment("m".to_owned(), 2)),
        ];
        let results = commit(&mut connection, &batch).unwrap();
        assert!(matches!(results[1], Err(Error::NotACounter)));
        assert!(matches!(results[2], Ok(i64::MAX)));
        assert!(matches!(results[3], Err(Error::NotACounter)));
        assert!(matches!(results[4], Ok(2)));
    }
}
