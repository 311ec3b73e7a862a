//! A store in memory that does what a test tells it to.

use std::{cell::RefCell, collections::BTreeMap, fmt, rc::Rc};

use futures::future::LocalBoxFuture;
use records::{Store, StoreError, read_counter};

use crate::flights::{Asking, Journey};

/// What was asked of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// A read, of a counter too.
    Get,
    /// A value put.
    Set,
    /// A value or counter removed.
    Delete,
    /// A counter counted up.
    Increment,
    /// Every key listed.
    Keys,
}

impl Operation {
    /// Whether it changes anything.
    pub const fn is_write(self) -> bool {
        matches!(self, Self::Set | Self::Delete | Self::Increment)
    }
}

/// A call that reached the store, whether or not it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What was asked.
    pub operation: Operation,
    /// Of which key; empty for [`Operation::Keys`].
    pub key: String,
    /// How many bytes were put.
    pub size: usize,
}

/// How counters are stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CounterForm {
    /// Eight bytes, little-endian, as Spin's SQLite store.
    #[default]
    LittleEndian,
    /// Decimal digits, as Redis.
    Digits,
}

#[derive(Clone, Debug)]
pub(crate) enum Request {
    Get(String),
    Set(String, Vec<u8>),
    Delete(String),
    Increment(String),
    Keys,
}

#[derive(Clone, Debug)]
pub(crate) enum Answer {
    Value(Option<Vec<u8>>),
    Done,
    Number(u64),
    Keys(Vec<String>),
}

pub(crate) type Outcome = Result<Answer, StoreError>;

#[derive(Default)]
pub(crate) struct Inner {
    values: BTreeMap<String, Vec<u8>>,
    counters: CounterForm,
    log: Vec<Call>,
    failing: usize,
    fail_at: Option<usize>,
    failed_at_step: bool,
    steps_left: Option<usize>,
    pub(crate) by_steps: bool,
    pub(crate) journeys: BTreeMap<u64, Journey>,
    next: u64,
}

/// A store in memory. Clones are the same store.
#[derive(Clone, Default)]
pub struct MemoryStore(pub(crate) Rc<RefCell<Inner>>);

impl MemoryStore {
    /// An empty store that answers at once.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty store with counters in the given form.
    pub fn with_counters(form: CounterForm) -> Self {
        let store = Self::default();
        store.0.borrow_mut().counters = form;
        store
    }

    /// The same store as [`records::Records`] takes it.
    pub fn handle(&self) -> Rc<dyn Store> {
        Rc::new(self.clone())
    }

    /// Fails the next `calls` calls, without effect.
    pub fn fail_next(&self, calls: usize) {
        self.0.borrow_mut().failing = calls;
    }

    /// Lets `calls` more calls through and fails the one after them, without effect: a store that is out for a moment.
    pub fn fail_at_step(&self, calls: usize) {
        self.0.borrow_mut().fail_at = Some(calls);
    }

    /// Lets `calls` more calls through and fails every one after them, without effect, until
    /// [`MemoryStore::restart`]: what a crash at that step leaves behind. Trying 0, 1, 2... until nothing fails tries
    /// a crash at every step.
    pub fn stop_at_step(&self, calls: usize) {
        self.0.borrow_mut().steps_left = Some(calls);
    }

    /// Ends what [`MemoryStore::stop_at_step`], [`MemoryStore::fail_at_step`] and [`MemoryStore::fail_next`] began; true
    /// if it had come to the step that was to fail. A stop that nobody asked anything after counts as one.
    pub fn restart(&self) -> bool {
        let mut inner = self.0.borrow_mut();
        inner.failing = 0;
        let came_to_fail = inner.failed_at_step;
        inner.failed_at_step = false;
        inner.fail_at = None;
        inner.steps_left.take() == Some(0) || came_to_fail
    }

    /// Another store with the same content.
    #[must_use]
    pub fn copy(&self) -> Self {
        let (values, counters) = (self.0.borrow().values.clone(), self.0.borrow().counters);
        Self(Rc::new(RefCell::new(Inner { values, counters, ..Inner::default() })))
    }

    /// Where the log stands, for [`MemoryStore::calls_since`] and [`MemoryStore::writes_since`].
    pub fn mark(&self) -> usize {
        self.0.borrow().log.len()
    }

    /// Every call since `mark`.
    pub fn calls_since(&self, mark: usize) -> Vec<Call> {
        self.0.borrow().log.get(mark..).unwrap_or_default().to_vec()
    }

    /// Every call since `mark` that changes something. A refusal leaves this empty.
    pub fn writes_since(&self, mark: usize) -> Vec<Call> {
        self.calls_since(mark).into_iter().filter(|call| call.operation.is_write()).collect()
    }

    /// The value at `key`, past the log.
    pub fn peek(&self, key: &str) -> Option<Vec<u8>> {
        self.0.borrow().values.get(key).cloned()
    }

    /// Puts `value` at `key`, past the log: somebody tampers with the store.
    pub fn tamper(&self, key: &str, value: Option<Vec<u8>>) {
        let mut inner = self.0.borrow_mut();
        match value {
            Some(value) => inner.values.insert(key.to_owned(), value),
            None => inner.values.remove(key),
        };
    }

    /// Every key there is, past the log.
    pub fn all_keys(&self) -> Vec<String> {
        self.0.borrow().values.keys().cloned().collect()
    }

    /// Whether `text` can be read anywhere in the store, in a key or a value, in whatever case.
    pub fn contains_text(&self, text: &str) -> bool {
        let wanted = text.to_lowercase().into_bytes();
        let holds = |bytes: &[u8]| {
            let lower = bytes.to_ascii_lowercase();
            !wanted.is_empty() && lower.windows(wanted.len()).any(|window| window == wanted)
        };
        self.0.borrow().values.iter().any(|(key, value)| holds(key.as_bytes()) || holds(value))
    }

    fn call(&self, request: Request) -> Asking {
        let mut inner = self.0.borrow_mut();
        inner.log.push(request.call());
        match inner.fail_at {
            Some(0) => {
                inner.fail_at = None;
                inner.failed_at_step = true;
                return Asking::Answered(Some(Err(unavailable())));
            }
            Some(left) => inner.fail_at = Some(left - 1),
            None => {}
        }
        let stopped = match &mut inner.steps_left {
            Some(0) => true,
            Some(left) => {
                *left -= 1;
                false
            }
            None => false,
        };
        if stopped || inner.failing > 0 {
            inner.failing = inner.failing.saturating_sub(1);
            return Asking::Answered(Some(Err(unavailable())));
        }
        if !inner.by_steps {
            return Asking::Answered(Some(inner.apply(request)));
        }
        let id = inner.next;
        inner.next += 1;
        inner.journeys.insert(id, Journey::new(request));
        Asking::UnderWay(self.clone(), id)
    }
}

impl Inner {
    pub(crate) fn apply(&mut self, request: Request) -> Outcome {
        match request {
            Request::Get(key) => Ok(Answer::Value(self.values.get(&key).cloned())),
            Request::Set(key, value) => {
                self.values.insert(key, value);
                Ok(Answer::Done)
            }
            Request::Delete(key) => {
                self.values.remove(&key);
                Ok(Answer::Done)
            }
            Request::Increment(key) => {
                let number = read_counter(&key, self.values.get(&key).map(Vec::as_slice))? + 1;
                let stored = match self.counters {
                    CounterForm::LittleEndian => number.to_le_bytes().to_vec(),
                    CounterForm::Digits => number.to_string().into_bytes(),
                };
                self.values.insert(key, stored);
                Ok(Answer::Number(number))
            }
            Request::Keys => Ok(Answer::Keys(self.values.keys().cloned().collect())),
        }
    }
}

impl Request {
    pub(crate) fn call(&self) -> Call {
        let (operation, key, size) = match self {
            Self::Get(key) => (Operation::Get, key.as_str(), 0),
            Self::Set(key, value) => (Operation::Set, key.as_str(), value.len()),
            Self::Delete(key) => (Operation::Delete, key.as_str(), 0),
            Self::Increment(key) => (Operation::Increment, key.as_str(), 0),
            Self::Keys => (Operation::Keys, "", 0),
        };
        Call { operation, key: key.to_owned(), size }
    }
}

pub(crate) fn unavailable() -> StoreError {
    StoreError::Unavailable("stopped by the test".to_owned())
}

/// An answer of another kind than was asked for cannot happen; it would be an error, never "absent".
fn mismatch<T>() -> Result<T, StoreError> {
    Err(StoreError::Unavailable("another answer".to_owned()))
}

impl Store for MemoryStore {
    fn get<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        Box::pin(async move {
            match self.call(Request::Get(key.to_owned())).await? {
                Answer::Value(value) => Ok(value),
                _ => mismatch(),
            }
        })
    }

    fn set<'a>(&'a self, key: &'a str, value: &'a [u8]) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move { self.call(Request::Set(key.to_owned(), value.to_vec())).await.map(drop) })
    }

    fn delete<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move { self.call(Request::Delete(key.to_owned())).await.map(drop) })
    }

    fn increment<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<u64, StoreError>> {
        Box::pin(async move {
            match self.call(Request::Increment(key.to_owned())).await? {
                Answer::Number(number) => Ok(number),
                _ => mismatch(),
            }
        })
    }

    fn keys(&self) -> LocalBoxFuture<'_, Result<Vec<String>, StoreError>> {
        Box::pin(async move {
            match self.call(Request::Keys).await? {
                Answer::Keys(keys) => Ok(keys),
                _ => mismatch(),
            }
        })
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = self.0.borrow();
        f.debug_struct("MemoryStore").field("keys", &inner.values.len()).field("calls", &inner.log.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;

    #[test]
    fn a_counter_counts_in_the_form_of_its_backend() {
        for (form, stored) in [(CounterForm::LittleEndian, &[2, 0, 0, 0, 0, 0, 0, 0][..]), (CounterForm::Digits, b"2")]
        {
            let store = MemoryStore::with_counters(form);
            assert_eq!(block_on(store.increment("n")), Ok(1));
            assert_eq!(block_on(store.increment("n")), Ok(2));
            assert_eq!(block_on(store.counter("n")), Ok(2));
            assert_eq!(store.peek("n").as_deref(), Some(stored));
        }
    }

    #[test]
    fn every_call_is_logged_and_writes_are_told_apart() {
        let store = MemoryStore::new();
        block_on(store.set("a", b"one")).unwrap();
        let mark = store.mark();
        block_on(store.get("a")).unwrap();
        block_on(store.counter("n")).unwrap();
        block_on(store.keys()).unwrap();
        assert_eq!((store.calls_since(mark).len(), store.writes_since(mark)), (3, vec![]));
        block_on(store.delete("a")).unwrap();
        block_on(store.set("b", b"three")).unwrap();
        let writes: Vec<_> = store.writes_since(mark).into_iter().map(|c| (c.operation, c.size)).collect();
        assert_eq!(writes, [(Operation::Delete, 0), (Operation::Set, 5)]);
        assert_eq!(store.all_keys(), ["b"]);
    }

    #[test]
    fn a_stopped_store_does_nothing_until_it_is_restarted() {
        let store = MemoryStore::new();
        store.stop_at_step(1);
        block_on(store.set("a", b"")).unwrap();
        assert!(block_on(store.set("b", b"")).is_err());
        assert!(block_on(store.get("a")).is_err());
        assert!(store.restart());
        assert_eq!(block_on(store.keys()).unwrap(), ["a"]);
        store.stop_at_step(5);
        block_on(store.get("a")).unwrap();
        assert!(!store.restart());
        store.fail_next(1);
        assert!(block_on(store.get("a")).is_err());
        assert!(block_on(store.get("a")).is_ok());
    }

    #[test]
    fn planted_text_is_found_in_keys_and_values_in_any_case() {
        let store = MemoryStore::new();
        block_on(store.set("elm/Ada", b"..LOVELACE..")).unwrap();
        for planted in ["ada", "Lovelace", "elm/ada"] {
            assert!(store.contains_text(planted), "{planted}");
        }
        assert!(!store.contains_text("Babbage") && !store.contains_text(""));
    }
}
