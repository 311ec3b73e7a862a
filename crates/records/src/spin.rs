//! The store a Spin component is given.

use futures::future::LocalBoxFuture;
use spin_sdk::{
    experimental::wasi::keyvalue::{atomics, store as wasi_store},
    key_value,
};

use crate::{Store, StoreError};

/// The name of the store every component uses: the only one that exists without a runtime configuration.
const DEFAULT: &str = "default";

/// The application's default store: `spin:key-value@3`, asynchronous, and from `wasi:keyvalue` only `increment`.
///
/// `increment` is a synchronous import and holds up the whole instance while it runs; everything else lets other
/// requests of the instance go on.
pub struct SpinStore {
    store: key_value::Store,
    bucket: wasi_store::Bucket,
}

impl SpinStore {
    /// Opens the store; once per request, as [`crate::Records`] keeps it. The component's manifest must list
    /// `default` under `key_value_stores`.
    pub async fn open() -> Result<Self, StoreError> {
        let store = key_value::Store::open(DEFAULT).await.map_err(failure)?;
        let bucket = wasi_store::open(DEFAULT).map_err(bucket_failure)?;
        Ok(Self { store, bucket })
    }
}

impl Store for SpinStore {
    fn get<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        Box::pin(async move { self.store.get(key).await.map_err(failure) })
    }

    fn set<'a>(&'a self, key: &'a str, value: &'a [u8]) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move { self.store.set(key, value).await.map_err(failure) })
    }

    fn delete<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move { self.store.delete(key).await.map_err(failure) })
    }

    fn increment<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<u64, StoreError>> {
        Box::pin(async move {
            let number = atomics::increment(&self.bucket, key, 1).map_err(bucket_failure)?;
            u64::try_from(number).map_err(|_| StoreError::BadCounter { key: key.to_owned() })
        })
    }

    fn keys(&self) -> LocalBoxFuture<'_, Result<Vec<String>, StoreError>> {
        Box::pin(async move { self.store.get_keys().await.collect().await.map_err(failure) })
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
