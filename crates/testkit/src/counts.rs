//! How many store operations something costs, for tables that state it.

use std::{fmt, io::Write};

use crate::{MemoryStore, Operation};

/// Calls of a store, by what they do to it. On real Spin each is a call of the host, and often of another machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Values and counters read.
    pub reads: usize,
    /// Values put or removed, and counters counted up.
    pub writes: usize,
}

/// As one line of a table shows them.
impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>3} {:>3}", self.reads, self.writes)
    }
}

impl MemoryStore {
    /// How many calls there were since `mark`, a listing of every key as a read.
    pub fn counts_since(&self, mark: usize) -> Counts {
        self.calls_since(mark).iter().fold(Counts::default(), |counts, call| match call.operation {
            Operation::Get | Operation::Keys => Counts { reads: counts.reads + 1, ..counts },
            Operation::Set | Operation::Delete | Operation::Increment => Counts { writes: counts.writes + 1, ..counts },
        })
    }
}

/// What pages and actions cost, one line for each, to be compared with a table in a test. With `STORE_CALLS` in the
/// environment each call is listed as well.
#[derive(Default)]
pub struct CostTable(String);

impl CostTable {
    /// Adds a line: what was done, and every call of `store` meanwhile.
    pub fn measure<T>(&mut self, store: &MemoryStore, what: &str, act: impl FnOnce() -> T) -> T {
        let mark = store.mark();
        let done = act();
        if std::env::var_os("STORE_CALLS").is_some() {
            let mut listing = format!("{what}\n");
            for call in store.calls_since(mark) {
                listing.push_str(&format!("    {:?} {}\n", call.operation, call.key));
            }
            // Nobody can be told that it could not be shown.
            let _ = std::io::stderr().write_all(listing.as_bytes());
        }
        self.0.push_str(&format!("{} {what}\n", store.counts_since(mark)));
        done
    }

    /// Fails where the lines are not those of `expected`, which begins and ends with an empty line.
    #[track_caller]
    pub fn assert_is(&self, expected: &str) {
        let expected = expected.trim_start_matches('\n');
        if self.0 != expected {
            crate::fail(format!("reads and writes have changed; they are now\n{}\nand were\n{expected}", self.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;
    use records::Store;

    use super::*;

    #[test]
    fn what_something_costs_is_told_by_reads_and_writes() {
        let (store, mut table) = (MemoryStore::new(), CostTable::default());
        table.measure(&store, "read and write", || {
            block_on(store.get("a")).unwrap();
            block_on(store.counter("n")).unwrap();
            block_on(store.increment("n")).unwrap();
            block_on(store.set("a", b"")).unwrap();
            block_on(store.delete("a")).unwrap();
        });
        table.measure(&store, "nothing", || ());
        table.assert_is("\n  2   3 read and write\n  0   0 nothing\n");
    }

    #[test]
    #[should_panic(expected = "reads and writes have changed")]
    fn another_number_fails() {
        let (store, mut table) = (MemoryStore::new(), CostTable::default());
        table.measure(&store, "read", || block_on(store.get("a")).unwrap());
        table.assert_is("\n  2   0 read\n");
    }
}
