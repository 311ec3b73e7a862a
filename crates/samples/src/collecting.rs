//! A store in memory whose whole content is written out at the end.

use std::{cell::RefCell, collections::BTreeMap};

use futures::future::{LocalBoxFuture, ready};
use records::{Store, StoreError};

/// Collects what is written, so that a backend can be filled in one transaction.
#[derive(Debug, Default)]
pub struct Collecting {
    values: RefCell<BTreeMap<String, Vec<u8>>>,
    counters: RefCell<BTreeMap<String, u64>>,
}

impl Collecting {
    /// Takes out what was collected: values, and counters, which each backend stores in its own form.
    pub fn take(&self) -> (BTreeMap<String, Vec<u8>>, BTreeMap<String, u64>) {
        (self.values.take(), self.counters.take())
    }
}

impl Store for Collecting {
    fn get<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        let counter = self.counters.borrow().get(key).map(|count| count.to_string().into_bytes());
        let value = counter.or_else(|| self.values.borrow().get(key).cloned());
        Box::pin(ready(Ok(value)))
    }

    fn set<'a>(&'a self, key: &'a str, value: &'a [u8]) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        self.values.borrow_mut().insert(key.to_owned(), value.to_vec());
        Box::pin(ready(Ok(())))
    }

    fn delete<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        self.values.borrow_mut().remove(key);
        self.counters.borrow_mut().remove(key);
        Box::pin(ready(Ok(())))
    }

    fn increment<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<u64, StoreError>> {
        let mut counters = self.counters.borrow_mut();
        let count = counters.entry(key.to_owned()).or_default();
        *count += 1;
        Box::pin(ready(Ok(*count)))
    }

    fn keys(&self) -> LocalBoxFuture<'_, Result<Vec<String>, StoreError>> {
        let mut keys: Vec<String> = self.values.borrow().keys().cloned().collect();
        keys.extend(self.counters.borrow().keys().cloned());
        Box::pin(ready(Ok(keys)))
    }
}
