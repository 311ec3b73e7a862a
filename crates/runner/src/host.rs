//! What a component finds around it: WASI, outbound HTTP, key-value stores and variables, as its manifest allows.

mod allowed_hosts;
mod bindings;
mod connect;
mod key_value;
mod outbound;
mod variables;
mod wasi_config;
mod wasi_keyvalue;

pub use allowed_hosts::{AllowedHost, AllowedHostError};
pub use outbound::{OutboundPolicy, tls};

use crate::{clock::HostClock, templates::Variables};
use kv_stores::Store as KeyValueStore;
use std::{collections::BTreeMap, sync::Arc};
use wasmtime::{ResourceLimiter, component::HasData, component::Linker};
use wasmtime_wasi::{ResourceTable, WasiCtx, WasiCtxView, WasiView};
use wasmtime_wasi_http::{WasiHttpCtx, WasiHttpCtxView, WasiHttpView};

/// What one component may touch: built once from the manifest, shared by all its instances.
#[derive(Clone)]
pub struct Permissions {
    /// The key-value stores it may open, by label.
    pub stores: BTreeMap<String, Arc<dyn KeyValueStore>>,
    /// Its variables.
    pub variables: Variables,
    /// Its environment variables.
    pub environment: Vec<(String, String)>,
    /// Where it may send requests.
    pub outbound: Arc<OutboundPolicy>,
    /// What time it is for it.
    pub clock: HostClock,
    /// The most memory one instance may hold, in bytes, over all its linear memories.
    pub memory_limit: usize,
}

/// The state of one instance. Nothing in it outlives the instance or is seen by another.
pub struct State {
    pub(crate) limiter: MemoryLimit,
    permissions: Arc<Permissions>,
    /// One reference for each open store, and this one.
    open_stores: Arc<()>,
    wasi: WasiCtx,
    http: WasiHttpCtx,
    hooks: outbound::Outbound,
    table: ResourceTable,
}

impl State {
    /// A fresh state. Standard output and error go to the runner's standard error.
    pub fn new(permissions: &Arc<Permissions>) -> Self {
        let mut wasi = WasiCtx::builder();
        wasi.envs(&permissions.environment)
            .wall_clock(permissions.clock.clone())
            .stdout(wasmtime_wasi::cli::stderr())
            .stderr(wasmtime_wasi::cli::stderr())
            .allow_ip_name_lookup(false)
            .allow_tcp(false)
            .allow_udp(false);
        Self {
            limiter: MemoryLimit { left: permissions.memory_limit },
            permissions: Arc::clone(permissions),
            open_stores: Arc::default(),
            wasi: wasi.build(),
            http: WasiHttpCtx::new(),
            hooks: outbound::Outbound::new(Arc::clone(&permissions.outbound)),
            table: ResourceTable::new(),
        }
    }

    fn view(&mut self) -> HostView<'_> {
        HostView { permissions: &self.permissions, open_stores: &self.open_stores, table: &mut self.table }
    }
}

/// What the key-value and variables interfaces see of the state.
pub(crate) struct HostView<'a> {
    permissions: &'a Permissions,
    open_stores: &'a Arc<()>,
    table: &'a mut ResourceTable,
}

/// Ties [`HostView`] to the generated bindings.
pub(crate) struct Host;

impl HasData for Host {
    type Data<'a> = HostView<'a>;
}

/// Everything a component may import.
///
/// # Errors
/// Two interfaces define one name; does not happen with the interfaces here.
pub fn linker(engine: &wasmtime::Engine) -> wasmtime::Result<Linker<State>> {
    let mut linker = Linker::new(engine);
    wasmtime_wasi::p2::add_to_linker_async(&mut linker)?;
    wasmtime_wasi::p3::add_to_linker(&mut linker)?;
    wasmtime_wasi_http::p2::add_only_http_to_linker_async(&mut linker)?;
    wasmtime_wasi_http::p3::add_to_linker(&mut linker)?;
    bindings::Platform::add_to_linker::<_, Host>(&mut linker, State::view)?;
    Ok(linker)
}

impl WasiView for State {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView { ctx: &mut self.wasi, table: &mut self.table }
    }
}

impl WasiHttpView for State {
    fn http(&mut self) -> WasiHttpCtxView<'_> {
        WasiHttpCtxView { ctx: &mut self.http, table: &mut self.table, hooks: &mut self.hooks }
    }
}

/// Counts memory over all linear memories of an instance (a composed component has one for each part).
pub(crate) struct MemoryLimit {
    left: usize,
}

/// The most entries a table may have: no component of ours comes near it.
const TABLE_LIMIT: usize = 20_000;

impl ResourceLimiter for MemoryLimit {
    fn memory_growing(&mut self, current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        let left = self.left.checked_sub(desired.saturating_sub(current));
        self.left = left.unwrap_or(self.left);
        Ok(left.is_some())
    }

    fn table_growing(&mut self, _current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        Ok(desired <= TABLE_LIMIT)
    }
}
