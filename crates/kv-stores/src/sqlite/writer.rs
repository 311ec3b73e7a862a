//! The writer thread: takes every change that waits, commits them together, and answers after the commit.
//!
//! A commit costs one flush of the disk whatever it holds, so the busier the store, the more changes share one. Each change
//! is done or refused on its own (an increment of something that is no counter refuses only itself); if SQLite fails, the
//! whole commit is undone and every waiting caller is told.
//!
//! An increment alone is answered before its commit. A caller draws a number to put something under it, and whatever it puts
//! is committed with the increment or after it: a crash that forgets a number forgets everything that was to stand at it,
//! and of that nothing was answered. So a list of two thousand pupils, whose numbers are drawn one after the other,
//! waits for some dozens of flushes and not for two thousand. A number that was answered is never given out again by this
//! process, not even where its commit fails, and other processes wait for the commit.

use super::{
    BUSY_TIMEOUT, CREATE_TABLE,
    ahead::{Ahead, Counts},
    readers::Readers,
};
use crate::Error;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use std::{
    path::Path,
    sync::Arc,
    thread::JoinHandle,
    time::{Duration, Instant},
};
use tokio::{
    runtime::{Builder, Runtime},
    sync::{mpsc, oneshot},
    time::timeout,
};

/// The most changes one commit takes: bounds how long the first of them waits.
const COMMIT_LIMIT: usize = 512;

/// How long a commit that nobody waits for is put off for the next change: whoever drew a number is about to put something.
const PUT_OFF: Duration = Duration::from_millis(1);

/// The longest it is put off in all.
const PUT_OFF_IN_ALL: Duration = Duration::from_millis(20);

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
    /// Nothing: answered when everything before it is committed.
    Settle,
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
    ahead: Arc<Ahead>,
}

impl Writer {
    /// Opens the file for writing, makes the table, and starts the thread.
    pub(super) fn start(path: &Path, readers: Arc<Readers>) -> Result<Self, Error> {
        let connection = open(path)?;
        let (queue, waiting) = mpsc::channel(QUEUE);
        let ahead = Arc::<Ahead>::default();
        let timer = Builder::new_current_thread().enable_time().build().map_err(|_| Error::Closed)?;
        let mut work = Work { connection, queue: waiting, timer, ahead: Arc::clone(&ahead), readers };
        let thread = std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || work.write())
            .map_err(|_| Error::Closed)?;
        Ok(Self { queue: Some(queue), thread: Some(thread), ahead })
    }

    /// What counters have come to that were answered and are not committed yet.
    pub(super) fn ahead(&self) -> &Ahead {
        &self.ahead
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
    // What is erased is overwritten, and not only marked as free.
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.execute(CREATE_TABLE, [])?;
    Ok(connection)
}

/// What the thread works with.
struct Work {
    connection: Connection,
    queue: mpsc::Receiver<Waiting>,
    timer: Runtime,
    ahead: Arc<Ahead>,
    readers: Arc<Readers>,
}

/// A caller that waits for the commit, and what it will be told after it.
type Pending = (oneshot::Sender<Result<i64, Error>>, Result<i64, Error>);

impl Work {
    fn write(&mut self) {
        let mut batch = Vec::with_capacity(COMMIT_LIMIT);
        while self.queue.blocking_recv_many(&mut batch, COMMIT_LIMIT) > 0 {
            let mut pending = Vec::new();
            let outcome = self.commit(&mut batch, &mut pending);
            // A caller that no longer waits (its request was cut off) does not need the answer.
            for (answer, result) in pending {
                let _ = answer.send(outcome.clone().and(result));
            }
            // What was not come to before SQLite failed.
            for waiting in batch.drain(..) {
                let _ = waiting.answer.send(Err(outcome.clone().err().unwrap_or(Error::Closed)));
            }
        }
    }

    /// Writes what waits in one transaction. Callers that must wait for its end are in `pending`.
    fn commit(&mut self, batch: &mut Vec<Waiting>, pending: &mut Vec<Pending>) -> Result<(), Error> {
        let Self { connection, queue, timer, ahead, readers } = self;
        let began = Instant::now();
        let mut room = COMMIT_LIMIT;
        // Immediate: the lock is taken before anything is read, so two processes' increments queue instead of failing.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut counts = ahead.counts();
        loop {
            for waiting in batch.drain(..) {
                room = room.saturating_sub(1);
                let result = apply(&transaction, &waiting.label, &waiting.change, &mut counts);
                match (&waiting.change, &result) {
                    (Change::Increment(..), Ok(_)) => {
                        let _ = waiting.answer.send(result);
                    }
                    (_, Err(error @ Error::Sqlite(_))) => {
                        let error = error.clone();
                        pending.push((waiting.answer, result));
                        return Err(error);
                    }
                    _ => pending.push((waiting.answer, result)),
                }
            }
            if !pending.is_empty() || room == 0 || began.elapsed() > PUT_OFF_IN_ALL {
                break;
            }
            // Nobody waits for these. Only an open queue that stays empty, or a closed one, ends the putting off.
            let more = timer.block_on(async { timeout(PUT_OFF, queue.recv_many(batch, room)).await });
            if !matches!(more, Ok(1..)) {
                break;
            }
        }
        readers.look_away();
        transaction.commit()?;
        // In this order: who finds that a counter is not ahead any more must find it in the file.
        readers.committed();
        counts.committed();
        Ok(())
    }
}

fn apply(
    transaction: &Transaction<'_>,
    label: &Arc<str>,
    change: &Change,
    counts: &mut Counts<'_>,
) -> Result<i64, Error> {
    match change {
        Change::Set(key, value) => {
            counts.forget(label, key);
            put(transaction, label, key, value)?;
        }
        Change::SetMany(entries) => {
            for (key, value) in entries {
                counts.forget(label, key);
                put(transaction, label, key, value)?;
            }
        }
        Change::Delete(key) => {
            counts.forget(label, key);
            transaction
                .prepare_cached("DELETE FROM spin_key_value WHERE store = ?1 AND key = ?2")?
                .execute([&**label, key])?;
        }
        Change::Settle => {}
        Change::Increment(key, delta) => {
            let count = increment(transaction, label, key, *delta, counts.get(label, key))?;
            counts.set(label, key, count);
            return Ok(count);
        }
    }
    Ok(0)
}

fn put(transaction: &Transaction<'_>, label: &str, key: &str, value: &[u8]) -> Result<(), rusqlite::Error> {
    transaction.prepare_cached(PUT)?.execute((label, key, value)).map(drop)
}

/// Spin's stored form of a counter: 8 bytes, little-endian, signed. `answered` is what was answered of it before, where that
/// is not committed: more than what is stored only if its commit failed.
fn increment(
    transaction: &Transaction<'_>,
    label: &str,
    key: &str,
    delta: i64,
    answered: Option<i64>,
) -> Result<i64, Error> {
    let stored: Option<Vec<u8>> = transaction
        .prepare_cached("SELECT value FROM spin_key_value WHERE store = ?1 AND key = ?2")?
        .query_row([label, key], |row| row.get(0))
        .optional()?;
    let count = match stored {
        None => 0,
        Some(bytes) => i64::from_le_bytes(bytes.try_into().map_err(|_| Error::NotACounter)?),
    };
    let count = answered.map_or(count, |answered| answered.max(count));
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
    fn what_is_deleted_does_not_stay_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let connection = open(&path).unwrap();
        let value = vec![0xa5_u8; 3000];
        connection.execute("INSERT INTO spin_key_value (store, key, value) VALUES ('s', 'k', ?1)", [&value]).unwrap();
        connection.execute("DELETE FROM spin_key_value WHERE key = 'k'", []).unwrap();
        // The last connection to close empties the log into the file.
        connection.close().unwrap();
        let file = std::fs::read(&path).unwrap();
        assert!(!file.windows(64).any(|bytes| bytes.iter().all(|byte| *byte == 0xa5)));
    }

    /// Somebody to do the thread's work by hand.
    fn work(path: &Path) -> (Work, mpsc::Sender<Waiting>) {
        let (sender, queue) = mpsc::channel(QUEUE);
        let timer = Builder::new_current_thread().enable_time().build().unwrap();
        let readers = Arc::new(Readers::new(path));
        (Work { connection: open(path).unwrap(), queue, timer, ahead: Arc::default(), readers }, sender)
    }

    type Answered = oneshot::Receiver<Result<i64, Error>>;

    fn waiting(change: Change) -> (Waiting, Answered) {
        let (answer, answered) = oneshot::channel();
        (Waiting { label: "default".into(), change, answer }, answered)
    }

    fn increment_by(key: &str, delta: i64) -> (Waiting, Answered) {
        waiting(Change::Increment(key.to_owned(), delta))
    }

    #[test]
    fn a_refused_increment_refuses_only_itself() {
        let folder = tempfile::tempdir().unwrap();
        let (mut work, _sender) = work(&folder.path().join("store.db"));
        let (mut batch, answers): (Vec<_>, Vec<_>) = [
            waiting(Change::Set("name".to_owned(), b"not a count".to_vec())),
            increment_by("name", 1),
            increment_by("n", i64::MAX),
            increment_by("n", 1),
            increment_by("m", 2),
        ]
        .into_iter()
        .unzip();
        let mut pending = Vec::new();
        work.commit(&mut batch, &mut pending).unwrap();
        assert!(matches!(pending[..], [(_, Ok(0)), (_, Err(Error::NotACounter)), (_, Err(Error::NotACounter))]));
        let answered: Vec<_> = answers.into_iter().map(|mut answer| answer.try_recv().ok()).collect();
        assert!(matches!(answered[..], [None, None, Some(Ok(i64::MAX)), None, Some(Ok(2))]));
        assert!(work.ahead.count("default", "m").is_none(), "committed");
    }

    #[test]
    fn a_number_is_answered_before_its_commit_and_never_given_out_twice() {
        let folder = tempfile::tempdir().unwrap();
        let (mut work, _sender) = work(&folder.path().join("store.db"));
        let (first, mut answer) = increment_by("n", 1);
        let (spoilt, mut told) = waiting(Change::Set("n".to_owned(), b"x".to_vec()));
        // The disk fails while the second change is written: the whole commit is undone.
        work.connection
            .execute_batch(
                "CREATE TEMP TRIGGER full BEFORE INSERT ON spin_key_value WHEN new.value = x'78'
                 BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END",
            )
            .unwrap();
        let mut batch = vec![first, spoilt];
        let mut pending = Vec::new();
        assert!(matches!(work.commit(&mut batch, &mut pending), Err(Error::Sqlite(_))));
        assert!(matches!(answer.try_recv(), Ok(Ok(1))));
        assert!(told.try_recv().is_err(), "it is told by the thread, with the others");
        assert_eq!(pending.len(), 1);
        work.connection.execute_batch("DROP TRIGGER full").unwrap();
        let (second, mut answer) = increment_by("n", 1);
        work.commit(&mut vec![second], &mut Vec::new()).unwrap();
        assert!(matches!(answer.try_recv(), Ok(Ok(2))));
    }
}
