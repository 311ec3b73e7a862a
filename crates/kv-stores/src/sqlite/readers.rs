//! Connections that only read, and for how long each sees the file as it was.

use super::BUSY_TIMEOUT;
use crate::Error;
use rusqlite::{Connection, OpenFlags};
use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// How much of the file readers map into memory, in bytes: a value of several pages is then read without a call of the system
/// for each page.
const MAPPED: i64 = 256 * 1024 * 1024;

/// How many idle read connections are kept; more are opened when more reads run at once.
const IDLE: usize = 8;

/// How long a reader may go on seeing the file as it was although another process may have written to it.
///
/// A page is made of a dozen reads that follow each other within a millisecond, and to begin and end a look at the file takes
/// as long as the read in between. What this process commits ends every look at once.
const LOOK: Duration = Duration::from_millis(1);

/// Read connections of a file, borrowed for one statement each.
pub(super) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Reader>>,
    /// How many commits this process has made.
    commits: AtomicU64,
}

struct Reader {
    connection: Connection,
    look: Option<Look>,
}

/// A transaction that reads: all in it see the file as it was when it began.
struct Look {
    began: Instant,
    commits: u64,
}

impl Readers {
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), idle: Mutex::default(), commits: AtomicU64::new(0) }
    }

    /// Runs one read on an idle connection, or on a new one if all are busy. It sees everything that [`Readers::committed`] was
    /// told of.
    pub(super) fn with<T>(&self, read: impl FnOnce(&Connection) -> Result<T, rusqlite::Error>) -> Result<T, Error> {
        // Taken in a statement of its own: the lock must not be held while the file is opened.
        let taken = self.idle().pop();
        let mut reader = match taken {
            Some(reader) => reader,
            None => self.open()?,
        };
        reader.look(self.commits.load(Ordering::Acquire))?;
        let result = read(&reader.connection)?;
        let mut idle = self.idle();
        if idle.len() < IDLE {
            idle.push(reader);
        }
        Ok(result)
    }

    /// To be called after every commit, before anybody is told of it.
    pub(super) fn committed(&self) {
        self.commits.fetch_add(1, Ordering::Release);
    }

    /// Ends the look of every idle reader. To be called before every commit: it may empty the log into the file, and that goes
    /// only as far as nobody looks at what was before.
    pub(super) fn look_away(&self) {
        // A reader that cannot end its look is closed.
        self.idle().retain_mut(|reader| reader.look_away().is_ok());
    }

    fn open(&self) -> Result<Reader, rusqlite::Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "query_only", true)?;
        connection.pragma_update(None, "mmap_size", MAPPED)?;
        Ok(Reader { connection, look: None })
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Reader>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reader {
    /// Looks at the file anew, unless the last look is young and nothing was committed since.
    fn look(&mut self, commits: u64) -> Result<(), rusqlite::Error> {
        let holds = |look: &Look| look.commits == commits && look.began.elapsed() < LOOK;
        if self.look.as_ref().is_some_and(holds) {
            return Ok(());
        }
        self.look_away()?;
        self.connection.prepare_cached("BEGIN")?.execute([])?;
        self.look = Some(Look { began: Instant::now(), commits });
        Ok(())
    }

    fn look_away(&mut self) -> Result<(), rusqlite::Error> {
        if self.look.take().is_some() {
            self.connection.prepare_cached("COMMIT")?.execute([])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> (tempfile::TempDir, Connection, Readers) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let writer = Connection::open(&path).unwrap();
        writer.busy_timeout(Duration::ZERO).unwrap();
        writer.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).unwrap();
        writer.execute_batch("CREATE TABLE numbers (n)").unwrap();
        (folder, writer, Readers::new(&path))
    }

    fn count(readers: &Readers) -> u32 {
        readers.with(|reader| reader.query_row("SELECT count(*) FROM numbers", [], |row| row.get(0))).unwrap()
    }

    #[test]
    fn what_this_process_committed_is_seen_at_once() {
        let (_folder, writer, readers) = file();
        for number in 0..200 {
            assert_eq!(count(&readers), number);
            writer.execute("INSERT INTO numbers VALUES (1)", []).unwrap();
            readers.committed();
        }
    }

    #[test]
    fn what_another_process_committed_is_seen_a_moment_later() {
        let (_folder, writer, readers) = file();
        assert_eq!(count(&readers), 0);
        writer.execute("INSERT INTO numbers VALUES (1)", []).unwrap();
        std::thread::sleep(LOOK);
        assert_eq!(count(&readers), 1);
    }

    #[test]
    fn idle_readers_do_not_keep_the_log_from_being_emptied() {
        let (_folder, writer, readers) = file();
        let emptied = |writer: &Connection| -> bool {
            writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| Ok(row.get::<_, i64>(0)? == 0)).unwrap()
        };
        count(&readers);
        writer.execute("INSERT INTO numbers VALUES (1)", []).unwrap();
        assert!(!emptied(&writer), "somebody still looks at what was before");
        readers.look_away();
        assert!(emptied(&writer));
    }
}
