//! `schoolgate-verify`: looks through a store for what no writer of ours did.

use std::{env, io::Write, path::PathBuf, process::ExitCode, rc::Rc};

use anyhow::{Context, Result, bail};
use clap::Parser;
use clock::Clock;
use kv_stores::{Address, Backend, SQLITE_FILE};
use record_check::{NativeStore, look_through};
use records::{Asker, Records, Store};
use vault::{MasterKey, Vault};

/// Looks through a store for events that were changed, dropped, exchanged or added. The keys are read from
/// SPIN_VARIABLE_MASTER_KEY, SPIN_VARIABLE_MASTER_KEY_PREVIOUS (where there is one) and SPIN_VARIABLE_INDEX_KEY, as the
/// application reads them. Ends with 1 where something is wrong.
#[derive(Parser)]
#[command(name = "schoolgate-verify", version)]
struct Arguments {
    /// Where the SQLite store is kept.
    #[arg(long, value_name = "FOLDER")]
    state_dir: PathBuf,
    /// The key-value store: `sqlite`, or `redis://host:port`.
    #[arg(long, value_name = "STORE", default_value = "sqlite")]
    store: Address,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    let file = arguments.state_dir.join(SQLITE_FILE);
    if arguments.store == Address::Sqlite && !file.exists() {
        bail!("there is no store at {}", file.display());
    }
    let previous = env::var("SPIN_VARIABLE_MASTER_KEY_PREVIOUS").ok().filter(|key| !key.is_empty());
    let previous = previous.map(|key| key.parse()).transpose().context("SPIN_VARIABLE_MASTER_KEY_PREVIOUS")?;
    let vault = Vault::new(key("SPIN_VARIABLE_MASTER_KEY")?, previous).with_index_key(key("SPIN_VARIABLE_INDEX_KEY")?);
    let backend = Backend::open(&arguments.store, &arguments.state_dir).await?;
    let store = NativeStore(backend.store(kv_stores::DEFAULT_LABEL));
    let keys = store.keys().await?;
    let records = Records::new(Rc::new(store), vault, Clock::system(), Asker::task("verify"));
    let report = look_through(&records, &keys).await?;
    writeln!(std::io::stdout().lock(), "{report}")?;
    Ok(if report.faults() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn key(variable: &'static str) -> Result<MasterKey> {
    env::var(variable).with_context(|| format!("{variable} is not set"))?.parse().context(variable)
}
