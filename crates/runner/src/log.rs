//! The log on standard error: one line per request and per fault, written by a thread of its own.
//!
//! A line never holds a path, a query, an address, or text that a person or a component wrote.

use std::{
    io::Write,
    sync::mpsc::{Receiver, Sender, channel},
    time::Duration,
};

/// The most lines written in one go.
const PORTION: usize = 256;

/// Takes lines; clones write to the same place.
#[derive(Clone)]
pub struct Log {
    entries: Option<Sender<Entry>>,
}

enum Entry {
    Line(String),
    /// Answer when everything before this is written.
    Flush(Sender<()>),
}

impl Log {
    /// A log on standard error.
    ///
    /// # Errors
    /// The machine has no thread left.
    pub fn start() -> std::io::Result<Self> {
        let (entries, waiting) = channel();
        std::thread::Builder::new().name("log".to_owned()).spawn(move || write(&waiting))?;
        Ok(Self { entries: Some(entries) })
    }

    /// A log that says nothing.
    pub fn quiet() -> Self {
        Self { entries: None }
    }

    /// Adds a line, which is only made if it goes anywhere.
    pub fn line(&self, line: impl FnOnce() -> String) {
        if let Some(entries) = &self.entries {
            // Nobody is left to read it: then nobody misses it.
            let _ = entries.send(Entry::Line(line()));
        }
    }

    /// Waits until every line so far is written, but not for ever on a standard error that nobody reads.
    pub fn flush(&self) {
        if let Some(entries) = &self.entries {
            let (done, written) = channel();
            let _ = entries.send(Entry::Flush(done));
            let _ = written.recv_timeout(Duration::from_secs(1));
        }
    }
}

/// Writes what waits, a portion at a time.
fn write(waiting: &Receiver<Entry>) {
    let mut text = String::new();
    while let Ok(first) = waiting.recv() {
        let mut flushed = Vec::new();
        for entry in std::iter::once(first).chain(waiting.try_iter().take(PORTION)) {
            match entry {
                Entry::Line(line) => {
                    text.push_str(&line);
                    text.push('\n');
                }
                Entry::Flush(done) => flushed.push(done),
            }
        }
        // A closed standard error is no reason to stop serving.
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
        text.clear();
        for done in flushed {
            let _ = done.send(());
        }
    }
}
