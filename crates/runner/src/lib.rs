#![doc = include_str!("../README.md")]

mod application;
mod body;
mod cli;
pub mod clock;
pub mod compose;
mod cron;
mod engine;
mod headers;
pub mod host;
pub mod instances;
mod keyrings;
pub mod log;
pub mod manifest;
pub mod routes;
mod server;
pub mod templates;

pub use cli::{Cli, Command, Up};
pub use server::{ClientLimits, Network};

use anyhow::Context;
use application::{Application, Settings};
use clock::HostClock;
use kv_stores::Backend;
use log::Log;
use manifest::Manifest;
use std::{io::Write, net::SocketAddr, path::Path, sync::Arc};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

/// Serves an application until SIGTERM or SIGINT, then lets requests in flight finish.
///
/// # Errors
/// Anything that keeps it from serving: the manifest, a variable, a component, the store, the address.
pub async fn up(options: Up) -> anyhow::Result<()> {
    let folder = options.from.parent().unwrap_or(Path::new("."));
    let text =
        std::fs::read_to_string(&options.from).with_context(|| format!("cannot read {}", options.from.display()))?;
    let manifest =
        Manifest::parse(&text, folder).with_context(|| format!("{} cannot be served", options.from.display()))?;
    let state_dir = options.state_dir.clone().unwrap_or_else(|| folder.join(".spin"));
    std::fs::create_dir_all(&state_dir).with_context(|| format!("cannot make {}", state_dir.display()))?;

    // The address is taken first: components that call the application itself need to know it.
    let listener =
        TcpListener::bind(options.listen).await.with_context(|| format!("cannot listen on {}", options.listen))?;
    let address = listener.local_addr()?;
    let log = match options.quiet {
        true => Log::quiet(),
        false => Log::start()?,
    };
    let backend = Backend::open(&options.store, &state_dir).await;
    let settings = Settings {
        backend: backend.context("cannot open the store")?,
        limits: options.limits(),
        memory_limit: options.memory_mb << 20,
        allow_private: options.allow_private_network,
        own_address: address,
        is_proxy_expected: !options.clients.trusted_proxy.is_empty(),
        clock: HostClock::starting_at(options.now),
        log: log.clone(),
    };
    let application = Arc::new(Application::load(&manifest, &settings, &state_dir).await?);
    log.line(|| format!("serving {} on http://{address}", manifest.name));
    if options.print_ready {
        print_ready(address)?;
    }
    run(listener, application, options.clients).await?;
    log.flush();
    Ok(())
}

async fn run(listener: TcpListener, application: Arc<Application>, clients: ClientLimits) -> anyhow::Result<()> {
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    let stop = async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    };
    let scheduled = Arc::clone(&application);
    let clockwork = tokio::spawn(async move {
        futures::future::join_all(scheduled.schedules.iter().map(cron::Schedule::run)).await;
    });
    server::serve(listener, application, clients, stop).await;
    clockwork.abort();
    Ok(())
}

fn print_ready(address: SocketAddr) -> std::io::Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "listening on http://{address}")?;
    output.flush()
}
