//! The command line.

use clap::{Args, Parser, Subcommand};
use kv_stores::Address;
use std::{net::SocketAddr, path::PathBuf, time::Duration};

use crate::{instances::Limits, server::ClientLimits};

/// Serves a Spin application on Wasmtime: for development, tests and one-school installs.
#[derive(Debug, Parser)]
#[command(name = "schoolgate-runner", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the runner can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve an application until it is stopped (SIGTERM or Ctrl-C).
    Up(Up),
}

/// How to serve.
#[derive(Debug, Args)]
pub struct Up {
    /// The application's manifest.
    #[arg(long, value_name = "FILE", default_value = "spin.toml")]
    pub from: PathBuf,

    /// Where to listen; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,

    /// Where the store is kept; Spin's own folder is `.spin` beside the manifest, and that is the default.
    #[arg(long, value_name = "FOLDER")]
    pub state_dir: Option<PathBuf>,

    /// The key-value store: `sqlite`, or `redis://host:port`.
    #[arg(long, value_name = "STORE", default_value = "sqlite")]
    pub store: Address,

    /// What time it is for components when the runner starts (it runs on from there), as in 2026-09-01T08:00:00Z.
    #[arg(long, value_name = "TIME")]
    pub now: Option<jiff::Timestamp>,

    /// How many requests one instance answers in its life.
    #[arg(long, value_name = "NUMBER", default_value_t = 128, value_parser = at_least_one)]
    pub reuse: usize,

    /// How many requests one instance answers at once.
    #[arg(long, value_name = "NUMBER", default_value_t = 16, value_parser = at_least_one)]
    pub concurrent: usize,

    /// How long a request may take, in milliseconds.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 30_000)]
    pub request_timeout_ms: u64,

    /// How much memory an instance may hold, in megabytes. The publication checker opens documents of 20 MB that swell to three
    /// times that; every other component is content with 64.
    #[arg(long, value_name = "MEGABYTES", default_value_t = 256, value_parser = at_least_one)]
    pub memory_mb: usize,

    /// What clients may take.
    #[command(flatten)]
    pub clients: ClientLimits,

    /// Let components reach private, loopback and link-local addresses: for tests.
    #[arg(long)]
    pub allow_private_network: bool,

    /// Log nothing.
    #[arg(long)]
    pub quiet: bool,

    /// Print `listening on http://ADDRESS` on standard output when ready.
    #[arg(long)]
    pub print_ready: bool,
}

impl Up {
    /// How instances are used.
    pub fn limits(&self) -> Limits {
        Limits {
            reuse: self.reuse,
            concurrent: self.concurrent,
            request: Duration::from_millis(self.request_timeout_ms),
        }
    }
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("must be a number above 0".to_owned()),
        Ok(number) => Ok(number),
    }
}
