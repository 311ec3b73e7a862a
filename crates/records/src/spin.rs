//! The store a Spin component is given.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use futures::future::LocalBoxFuture;
use spin_sdk::{
    experimental::wasi::keyvalue::{atomics, store as wasi_store},
    key_value,
};

use crate::{Store, StoreError, turns::Turns};

/// The name of the store every component uses: the only one that exists without a runtime configuration.
const DEFAULT: &str = "default";

/// The application's default store: `spin:key-value@3`, asynchronous, and from `wasi:keyvalue` only `increment`.
///
/// `increment` is a synchronous import and holds up the whole instance while it runs; everything else lets other
/// requests of the instance go on. [`Turns`] keeps the two apart.
pub struct SpinStore {
    instance: Rc<Instance>,
    store: Rc<key_value::Store>,
}

/// What the requests of an instance share: handles and turns, nothing that any of them asked, read or wrote.
struct Instance {
    turns: Turns,
    store: RefCell<Option<Rc<key_value::Store>>>,
    bucket: OnceCell<wasi_store::Bucket>,
}

thread_local! {
    static INSTANCE: Rc<Instance> = Rc::new(Instance {
        turns: Turns::new(|time| Box::pin(spin_sdk::time::sleep(time))),
        store: RefCell::default(),
        bucket: OnceCell::new(),
    });
}

impl SpinStore {
    /// Opens the store; once per request, as [`crate::Records`] keeps it. Only the first request of an instance asks the
    /// host. The component's manifest must list `default` under `key_value_stores`.
    pub async fn open() -> Result<Self, StoreError> {
        let instance = INSTANCE.with(Rc::clone);
        let known = instance.store.borrow().clone();
        let store = match known {
            Some(store) => store,
            None => Rc::new(instance.turns.beside(key_value::Store::open(DEFAULT)).await.map_err(failure)?),
        };
        *instance.store.borrow_mut() = Some(Rc::clone(&store));
        Ok(Self { instance, store })
    }
}

impl Instance {
    /// Only what writes opens the bucket: opening is synchronous too.
    fn bucket(&self) -> Result<&wasi_store::Bucket, wasi_store::Error> {
        if let Some(bucket) = self.bucket.get() {
            return Ok(bucket);
        }
        let bucket = wasi_store::open(DEFAULT)?;
        Ok(self.bucket.get_or_init(|| bucket))
    }
}

impl Store for SpinStore {
    fn get<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        Box::pin(async move { self.instance.turns.beside(self.store.get(key)).await.map_err(failure) })
    }

    fn set<'a>(&'a self, key: &'a str, value: &'a [u8]) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move { self.instance.turns.beside(self.store.set(key, value)).await.map_err(failure) })
    }

    fn delete<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move { self.instance.turns.beside(self.store.delete(key)).await.map_err(failure) })
    }

    fn increment<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<u64, StoreError>> {
        Box::pin(async move {
            let count = || atomics::increment(self.instance.bucket()?, key, 1);
            let number = self.instance.turns.alone(count).await.map_err(bucket_failure)?;
            u64::try_from(number).map_err(|_| StoreError::BadCounter { key: key.to_owned() })
        })
    }

    fn keys(&self) -> LocalBoxFuture<'_, Result<Vec<String>, StoreError>> {
        Box::pin(async move {
            let listing = async { self.store.get_keys().await.collect().await };
            self.instance.turns.beside(listing).await.map_err(failure)
        })
    }
}

fn failure(error: key_value::Error) -> StoreError {
    match error {
        key_value::Error::NoSuchStore => StoreError::NoSuchStore,
        key_value::Error::AccessDenied => StoreError::AccessDenied,
        key_value::Error::StoreTableFull => StoreError::Unavailable("too many stores are open".to_owned()),
        key_value::Error::Other(text) => StoreError::Unavailable(text),
    }
}

fn bucket_failure(error: wasi_store::Error) -> StoreError {
    match error {
        wasi_store::Error::NoSuchStore => StoreError::NoSuchStore,
        wasi_store::Error::AccessDenied => StoreError::AccessDenied,
        wasi_store::Error::Other(text) => StoreError::Unavailable(text),
    }
}
