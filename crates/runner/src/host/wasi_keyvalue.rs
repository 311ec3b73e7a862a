//! `wasi:keyvalue@0.2.0-draft2`: synchronous stores, wanted for `increment` alone.
//!
//! A call blocks its whole instance until it is answered, as in Spin. Compare-and-swap and `get-many` are refused: in Spin
//! they do not work on every backend, so a component that came to rely on them here would fail there.

use super::{
    HostView,
    bindings::wasi::keyvalue::{
        atomics::{CasError, Host as Atomics, HostCas},
        batch::Host as Batch,
        store::{Error, Host as Stores, HostBucket, KeyResponse},
    },
    key_value::{OpenStore, Refused},
};
use wasmtime::component::Resource;

const NO_SWAP: &str = "compare-and-swap is not supported: on Redis, Spin's always fails. Use increment.";
const NO_GET_MANY: &str = "get-many is not supported: on Redis, Spin's fails. Use concurrent gets.";

/// A compare-and-swap in progress: none is ever made.
#[expect(unreachable_pub, reason = "the generated bindings re-export it")]
pub enum NoSwap {}

type Answer<T> = wasmtime::Result<Result<T, Error>>;

fn error(error: kv_stores::Error) -> Error {
    Error::Other(error.to_string())
}

impl Stores for HostView<'_> {
    async fn open(&mut self, identifier: String) -> Answer<Resource<OpenStore>> {
        let opened = self.open_store(&identifier)?;
        Ok(opened.map_err(|refused| match refused {
            Refused::Denied => Error::AccessDenied,
            Refused::TooMany => Error::Other("too many stores are open".to_owned()),
        }))
    }
}

impl HostBucket for HostView<'_> {
    async fn get(&mut self, bucket: Resource<OpenStore>, key: String) -> Answer<Option<Vec<u8>>> {
        let store = self.opened(&bucket)?;
        Ok(store.get(&key).await.map_err(error))
    }

    async fn set(&mut self, bucket: Resource<OpenStore>, key: String, value: Vec<u8>) -> Answer<()> {
        let store = self.opened(&bucket)?;
        Ok(store.set(&key, value).await.map_err(error))
    }

    async fn delete(&mut self, bucket: Resource<OpenStore>, key: String) -> Answer<()> {
        let store = self.opened(&bucket)?;
        Ok(store.delete(&key).await.map_err(error))
    }

    async fn exists(&mut self, bucket: Resource<OpenStore>, key: String) -> Answer<bool> {
        let store = self.opened(&bucket)?;
        Ok(store.exists(&key).await.map_err(error))
    }

    async fn list_keys(&mut self, bucket: Resource<OpenStore>, cursor: Option<String>) -> Answer<KeyResponse> {
        let store = self.opened(&bucket)?;
        if cursor.is_some() {
            let unknown = "there is no further portion: every answer holds all keys";
            return Ok(Err(Error::Other(unknown.to_owned())));
        }
        let keys = store.keys().await.map_err(error);
        Ok(keys.map(|keys| KeyResponse { keys, cursor: None }))
    }

    async fn drop(&mut self, bucket: Resource<OpenStore>) -> wasmtime::Result<()> {
        self.close(bucket)
    }
}

impl Atomics for HostView<'_> {
    async fn increment(&mut self, bucket: Resource<OpenStore>, key: String, delta: i64) -> Answer<i64> {
        let store = self.opened(&bucket)?;
        Ok(store.increment(&key, delta).await.map_err(error))
    }

    async fn swap(&mut self, _cas: Resource<NoSwap>, _value: Vec<u8>) -> wasmtime::Result<Result<(), CasError>> {
        Ok(Err(CasError::StoreError(Error::Other(NO_SWAP.to_owned()))))
    }
}

impl HostCas for HostView<'_> {
    async fn new(&mut self, _bucket: Resource<OpenStore>, _key: String) -> Answer<Resource<NoSwap>> {
        Ok(Err(Error::Other(NO_SWAP.to_owned())))
    }

    async fn current(&mut self, _cas: Resource<NoSwap>) -> Answer<Option<Vec<u8>>> {
        Ok(Err(Error::Other(NO_SWAP.to_owned())))
    }

    async fn drop(&mut self, cas: Resource<NoSwap>) -> wasmtime::Result<()> {
        self.table.delete(cas)?;
        Ok(())
    }
}

impl Batch for HostView<'_> {
    async fn get_many(
        &mut self,
        _bucket: Resource<OpenStore>,
        _keys: Vec<String>,
    ) -> Answer<Vec<(String, Option<Vec<u8>>)>> {
        Ok(Err(Error::Other(NO_GET_MANY.to_owned())))
    }

    async fn set_many(&mut self, bucket: Resource<OpenStore>, key_values: Vec<(String, Vec<u8>)>) -> Answer<()> {
        let store = self.opened(&bucket)?;
        Ok(store.set_many(key_values).await.map_err(error))
    }

    async fn delete_many(&mut self, bucket: Resource<OpenStore>, keys: Vec<String>) -> Answer<()> {
        let store = self.opened(&bucket)?;
        for key in keys {
            if let Err(failed) = store.delete(&key).await {
                return Ok(Err(error(failed)));
            }
        }
        Ok(Ok(()))
    }
}
