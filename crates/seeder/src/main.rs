#![doc = include_str!("../README.md")]

mod fill;

use std::env;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

use anyhow::{Context, Result};
use clap::Parser;
use clock::Clock;
use kv_stores::{Address, Backend, DEFAULT_LABEL};
use samples::{Collecting, Sample, Seeding};
use school_types::Timestamp;
use vault::{MasterKey, Vault};

/// Fills an empty store with the sample schools.
#[derive(Parser)]
struct Options {
    /// Folder of the SQLite store
    #[arg(long, value_name = "FOLDER")]
    state_dir: PathBuf,
    /// Where records are kept: `sqlite`, or redis://HOST:PORT/DATABASE
    #[arg(long, value_name = "STORE", default_value = "sqlite")]
    store: Address,
    /// Remove everything the store holds first
    #[arg(long)]
    fresh: bool,
    /// Pretend it is this moment, such as 2027-09-01T08:00:00Z
    #[arg(long, value_name = "TIME")]
    now: Option<Timestamp>,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody reads standard error: then the exit code has to do.
            let _ = writeln!(std::io::stderr(), "schoolgate-seed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let key = env::var("SPIN_VARIABLE_MASTER_KEY").context("SPIN_VARIABLE_MASTER_KEY is not set")?;
    let key: MasterKey = key.parse().context("SPIN_VARIABLE_MASTER_KEY")?;
    let runtime = tokio::runtime::Runtime::new().context("no threads to work with")?;
    // Before the work of making five schools, because a store that is in use ends it.
    let store = runtime.block_on(async {
        let store = Backend::open(&options.store, &options.state_dir).await?.store(DEFAULT_LABEL);
        fill::ensure_empty(&*store, options.fresh).await?;
        anyhow::Ok(store)
    })?;

    let collected = Rc::new(Collecting::default());
    let clock = options.now.map_or_else(Clock::system, Clock::fixed);
    let schools = Sample::all()?;
    let seeding = samples::seed(Rc::clone(&collected), Vault::new(key, None), clock, &schools, Seeding::Demonstration);
    let demo = runtime.block_on(seeding)?;
    let (values, counters) = collected.take();
    runtime.block_on(fill::fill(&*store, values, counters))?;

    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &demo).context("the answer cannot be written")?;
    writeln!(out).context("the answer cannot be written")
}
