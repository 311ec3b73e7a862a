//! An application made ready: every component composed, compiled, linked and given what its manifest allows.

use crate::{
    clock::HostClock,
    compose::{Part, compose},
    cron::Schedule,
    engine,
    host::{self, OutboundPolicy, Permissions, State},
    instances::{HttpComponent, Limits},
    keyrings,
    log::Log,
    manifest::{self, Manifest},
    routes::Routes,
    server::OneAddress,
    templates::{self, Granted},
};
use anyhow::{Context, ensure};
use kv_stores::{Backend, DEFAULT_LABEL};
use std::{
    collections::{BTreeMap, HashMap},
    net::SocketAddr,
    path::Path,
    sync::Arc,
    time::Duration,
};
use wasmtime::{
    Engine,
    component::{Component, InstancePre, Linker},
};
use wasmtime_wasi_http::{handler::ProxyPre, p3::bindings::ServicePre};

/// An application that can answer.
pub(crate) struct Application {
    pub(crate) routes: Routes,
    /// The components that have HTTP triggers, by id.
    pub(crate) http: HashMap<String, HttpComponent>,
    pub(crate) schedules: Vec<Schedule>,
    pub(crate) one_address: OneAddress,
    /// How long a component may take until its answer begins.
    pub(crate) answer_limit: Duration,
    pub(crate) log: Log,
}

/// What the command line decides about an application.
pub(crate) struct Settings {
    pub(crate) backend: Backend,
    pub(crate) limits: Limits,
    pub(crate) memory_limit: usize,
    pub(crate) allow_private: bool,
    pub(crate) own_address: SocketAddr,
    pub(crate) is_proxy_expected: bool,
    pub(crate) clock: HostClock,
    pub(crate) log: Log,
}

impl Application {
    /// Makes the application of `manifest` ready. Compiling takes seconds the first time and milliseconds after.
    pub(crate) async fn load(manifest: &Manifest, settings: &Settings, state_dir: &Path) -> anyhow::Result<Self> {
        let routes = Routes::new(&manifest.http).context("[[trigger.http]]")?;
        let environment = |name: &str| std::env::var(name).ok();
        let keyrings = keyrings::derive(manifest, environment)?;
        let granted = templates::resolve(manifest, |name| environment(name).or_else(|| keyrings.get(name).cloned()))?;
        let engine = engine::start(state_dir, settings.memory_limit)?;
        let loader = Loader { linker: host::linker(&engine)?, engine, tls: host::tls()?, settings };
        let mut http = HashMap::new();
        for trigger in &manifest.http {
            let id = &trigger.component;
            if !http.contains_key(id) {
                let component = loader.http(id, &manifest.components[id], &granted[id]);
                http.insert(id.clone(), component.with_context(|| format!("component `{id}`"))?);
            }
        }
        let mut schedules = Vec::new();
        for trigger in &manifest.cron {
            let id = &trigger.component;
            let (pre, permissions) =
                loader.instance(&manifest.components[id], &granted[id]).with_context(|| format!("component `{id}`"))?;
            let schedule = Schedule::new(trigger, pre, permissions, settings);
            schedules.push(schedule.with_context(|| format!("[[trigger.cron]] of `{id}`"))?);
        }
        Ok(Self {
            routes,
            http,
            schedules,
            one_address: OneAddress::start(manifest, settings.is_proxy_expected, &settings.log),
            answer_limit: settings.limits.request,
            log: settings.log.clone(),
        })
    }
}

struct Loader<'a> {
    engine: Engine,
    linker: Linker<State>,
    tls: Arc<rustls::ClientConfig>,
    settings: &'a Settings,
}

impl Loader<'_> {
    fn http(&self, id: &str, component: &manifest::Component, granted: &Granted) -> anyhow::Result<HttpComponent> {
        let (pre, permissions) = self.instance(component, granted)?;
        let service = ServicePre::new(pre)
            .map_err(anyhow::Error::from)
            .context("does not export wasi:http/handler@0.3.0, which an HTTP trigger needs")?;
        Ok(HttpComponent::new(
            id,
            ProxyPre::P3(service),
            &self.engine,
            permissions,
            self.settings.limits,
            self.settings.log.clone(),
        ))
    }

    fn instance(
        &self,
        component: &manifest::Component,
        granted: &Granted,
    ) -> anyhow::Result<(InstancePre<State>, Arc<Permissions>)> {
        let permissions = self.permissions(component, granted)?;
        let compiled = Component::from_binary(&self.engine, &read(component)?)
            .map_err(anyhow::Error::from)
            .context("is not a WebAssembly component Wasmtime can run")?;
        let pre = self
            .linker
            .instantiate_pre(&compiled)
            .map_err(anyhow::Error::from)
            .context("imports something the runner does not have")?;
        Ok((pre, Arc::new(permissions)))
    }

    fn permissions(&self, component: &manifest::Component, granted: &Granted) -> anyhow::Result<Permissions> {
        let mut stores = BTreeMap::new();
        for label in &component.key_value_stores {
            // As in Spin: without a runtime configuration only this one exists.
            ensure!(label == DEFAULT_LABEL, "`key_value_stores`: there is no store `{label}`, only `{DEFAULT_LABEL}`");
            stores.insert(label.clone(), self.settings.backend.store(label));
        }
        let environment = component.environment.iter();
        let outbound = OutboundPolicy {
            allowed: granted.hosts.clone(),
            allow_private: self.settings.allow_private,
            own_address: self.settings.own_address,
            tls: Arc::clone(&self.tls),
        };
        Ok(Permissions {
            stores,
            variables: Arc::clone(&granted.variables),
            environment: environment.map(|(name, value)| (name.clone(), value.clone())).collect(),
            outbound: Arc::new(outbound),
            clock: self.settings.clock.clone(),
            memory_limit: self.settings.memory_limit,
        })
    }
}

/// The component's bytes, composed with its dependencies.
fn read(component: &manifest::Component) -> anyhow::Result<Vec<u8>> {
    let file = |path: &Path| std::fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    let mut parts = BTreeMap::new();
    for (name, dependency) in &component.dependencies {
        let part = Part { bytes: file(&dependency.path)?, export: dependency.export.clone() };
        parts.insert(name.clone(), part);
    }
    Ok(compose(file(&component.source)?, parts)?)
}
