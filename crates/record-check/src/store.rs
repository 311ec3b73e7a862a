//! The store as `records` asks for it.

use std::sync::Arc;

use futures::future::LocalBoxFuture;
use records::{Store, StoreError};

/// A store outside WebAssembly.
pub struct NativeStore(pub Arc<dyn kv_stores::Store>);

fn failure(error: kv_stores::Error) -> StoreError {
    StoreError::Unavailable(error.to_string())
}

impl Store for NativeStore {
    fn get<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        Box::pin(async move { self.0.get(key).await.map_err(failure) })
    }

    fn set<'a>(&'a self, key: &'a str, value: &'a [u8]) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move { self.0.set(key, value.to_vec()).await.map_err(failure) })
    }

    fn delete<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move { self.0.delete(key).await.map_err(failure) })
    }

    fn increment<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<u64, StoreError>> {
        Box::pin(async move {
            let number = self.0.increment(key, 1).await.map_err(failure)?;
            u64::try_from(number).map_err(|_| StoreError::BadCounter { key: key.to_owned() })
        })
    }

    fn keys(&self) -> LocalBoxFuture<'_, Result<Vec<String>, StoreError>> {
        Box::pin(async move { self.0.keys().await.map_err(failure) })
    }
}
