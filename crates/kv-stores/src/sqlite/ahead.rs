//! Counters that were answered and are not committed yet: readers are told what was answered, and no number is given out
//! twice where a commit fails.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

type Key = (Arc<str>, String);
type Known = HashMap<Key, i64>;

/// The counters of a file that are ahead of it.
#[derive(Default)]
pub(super) struct Ahead {
    known: Mutex<Known>,
    /// Whether there are any: nearly always there are none, and then readers take no lock.
    any: AtomicBool,
}

/// What one transaction does to them.
pub(super) struct Counts<'a> {
    ahead: &'a Ahead,
    /// Those that its commit makes good.
    counted: Vec<Key>,
    /// Those it removes, or puts something else in place of.
    gone: HashSet<Key>,
}

impl Ahead {
    /// What a counter has come to, if that is not committed yet.
    pub(super) fn count(&self, label: &str, key: &str) -> Option<i64> {
        if !self.any.load(Ordering::Acquire) {
            return None;
        }
        self.lock().get(&(label.into(), key.to_owned())).copied()
    }

    pub(super) fn counts(&self) -> Counts<'_> {
        Counts { ahead: self, counted: Vec::new(), gone: HashSet::new() }
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts<'_> {
    /// What a counter has come to, if that is not committed yet.
    pub(super) fn get(&self, label: &Arc<str>, key: &str) -> Option<i64> {
        let count = self.ahead.count(label, key)?;
        (!self.gone.contains(&(Arc::clone(label), key.to_owned()))).then_some(count)
    }

    /// A counter has come to this. To be called before the caller is answered, so that whatever it reads next knows of it.
    pub(super) fn set(&mut self, label: &Arc<str>, key: &str, count: i64) {
        let key = (Arc::clone(label), key.to_owned());
        self.gone.remove(&key);
        self.counted.push(key.clone());
        let mut known = self.ahead.lock();
        known.insert(key, count);
        self.ahead.any.store(true, Ordering::Release);
    }

    /// Something else stands there from the commit on, or nothing.
    pub(super) fn forget(&mut self, label: &Arc<str>, key: &str) {
        if self.get(label, key).is_some() {
            self.gone.insert((Arc::clone(label), key.to_owned()));
        }
    }

    /// What was counted and removed stands in the file. What a failed commit left behind stays known.
    pub(super) fn committed(self) {
        let mut known = self.ahead.lock();
        for key in self.counted.iter().chain(&self.gone) {
            known.remove(key);
        }
        self.ahead.any.store(!known.is_empty(), Ordering::Release);
    }
}
