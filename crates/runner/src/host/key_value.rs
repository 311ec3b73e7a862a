//! `spin:key-value@3`: the asynchronous stores of Spin's SDK 7.

use super::{
    Host, HostView,
    bindings::spin::key_value::key_value::{Error, Host as KeyValue, HostStore, HostStoreWithStore},
};
use kv_stores::Store;
use std::sync::Arc;
use wasmtime::component::{Accessor, FutureReader, Resource, StreamReader};

/// The most stores one instance may hold open: Spin's number.
const OPEN_LIMIT: usize = 256;

/// A store a component holds a handle to.
#[expect(unreachable_pub, reason = "the generated bindings re-export it")]
pub struct OpenStore {
    store: Arc<dyn Store>,
    /// Counts the handles: every open store holds one reference.
    _open: Arc<()>,
}

/// Why a store does not open.
pub(super) enum Refused {
    /// The manifest does not list it.
    Denied,
    /// [`OPEN_LIMIT`] are open.
    TooMany,
}

impl HostView<'_> {
    /// Opens the store called `label` if the manifest lists it.
    pub(super) fn open_store(&mut self, label: &str) -> wasmtime::Result<Result<Resource<OpenStore>, Refused>> {
        let Some(store) = self.permissions.stores.get(label) else {
            return Ok(Err(Refused::Denied));
        };
        if Arc::strong_count(self.open_stores) > OPEN_LIMIT {
            return Ok(Err(Refused::TooMany));
        }
        let opened = OpenStore { store: Arc::clone(store), _open: Arc::clone(self.open_stores) };
        Ok(Ok(self.table.push(opened)?))
    }

    /// The store behind a handle. A handle that is not in the table is a trap: no component can make one up.
    pub(super) fn opened(&self, handle: &Resource<OpenStore>) -> wasmtime::Result<Arc<dyn Store>> {
        Ok(Arc::clone(&self.table.get(handle)?.store))
    }

    pub(super) fn close(&mut self, handle: Resource<OpenStore>) -> wasmtime::Result<()> {
        self.table.delete(handle)?;
        Ok(())
    }
}

fn error(error: kv_stores::Error) -> Error {
    Error::Other(error.to_string())
}

fn opened<T>(accessor: &Accessor<T, Host>, handle: &Resource<OpenStore>) -> wasmtime::Result<Arc<dyn Store>> {
    accessor.with(|mut access| access.get().opened(handle))
}

impl KeyValue for HostView<'_> {}

impl HostStore for HostView<'_> {
    async fn drop(&mut self, handle: Resource<OpenStore>) -> wasmtime::Result<()> {
        self.close(handle)
    }
}

impl<T> HostStoreWithStore<T> for Host {
    async fn open(accessor: &Accessor<T, Self>, label: String) -> wasmtime::Result<Result<Resource<OpenStore>, Error>> {
        let opened = accessor.with(|mut access| access.get().open_store(&label))?;
        Ok(opened.map_err(|refused| match refused {
            Refused::Denied => Error::AccessDenied,
            Refused::TooMany => Error::StoreTableFull,
        }))
    }

    async fn get(
        accessor: &Accessor<T, Self>,
        handle: Resource<OpenStore>,
        key: String,
    ) -> wasmtime::Result<Result<Option<Vec<u8>>, Error>> {
        let store = opened(accessor, &handle)?;
        Ok(store.get(&key).await.map_err(error))
    }

    async fn set(
        accessor: &Accessor<T, Self>,
        handle: Resource<OpenStore>,
        key: String,
        value: Vec<u8>,
    ) -> wasmtime::Result<Result<(), Error>> {
        let store = opened(accessor, &handle)?;
        Ok(store.set(&key, value).await.map_err(error))
    }

    async fn delete(
        accessor: &Accessor<T, Self>,
        handle: Resource<OpenStore>,
        key: String,
    ) -> wasmtime::Result<Result<(), Error>> {
        let store = opened(accessor, &handle)?;
        Ok(store.delete(&key).await.map_err(error))
    }

    async fn exists(
        accessor: &Accessor<T, Self>,
        handle: Resource<OpenStore>,
        key: String,
    ) -> wasmtime::Result<Result<bool, Error>> {
        let store = opened(accessor, &handle)?;
        Ok(store.exists(&key).await.map_err(error))
    }

    async fn get_keys(
        accessor: &Accessor<T, Self>,
        handle: Resource<OpenStore>,
    ) -> wasmtime::Result<(StreamReader<String>, FutureReader<Result<(), Error>>)> {
        let store = opened(accessor, &handle)?;
        let (keys, outcome) = match store.keys().await {
            Ok(keys) => (keys, Ok(())),
            Err(failed) => (Vec::new(), Err(error(failed))),
        };
        accessor.with(|mut access| {
            let keys = StreamReader::new(&mut access, keys)?;
            let outcome = async move { Ok::<_, wasmtime::Error>(outcome) };
            Ok((keys, FutureReader::new(&mut access, outcome)?))
        })
    }
}
