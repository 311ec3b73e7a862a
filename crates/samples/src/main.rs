//! `schoolgate-samples`: fills a store with the sample schools and answers what scripts need to know of them.

use std::{env, io::Write, path::PathBuf, rc::Rc};

use anyhow::{Context, Result, bail};
use clap::Parser;
use clock::Clock;
use kv_stores::{Address, Backend, SQLITE_FILE, Store};
use samples::{Collecting, Demo, Sample, Seeding, seed};
use school_types::Timestamp;
use vault::{MasterKey, Vault};

/// Fills a store with made-up schools. The keys are read from SPIN_VARIABLE_MASTER_KEY and SPIN_VARIABLE_INDEX_KEY,
/// as the application reads them.
#[derive(Parser)]
#[command(name = "schoolgate-samples", version)]
struct Arguments {
    /// Where the SQLite store is kept.
    #[arg(long, value_name = "FOLDER")]
    state_dir: PathBuf,
    /// The key-value store: `sqlite`, or `redis://host:port`.
    #[arg(long, value_name = "STORE", default_value = "sqlite")]
    store: Address,
    /// When the schools were set up; now, where it is not said.
    #[arg(long, value_name = "TIME")]
    now: Option<Timestamp>,
    /// Empty the store first.
    #[arg(long)]
    fresh: bool,
    /// Beside the five, this many schools more, to measure with.
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    more_schools: usize,
    /// How many pupils each of those has.
    #[arg(long, value_name = "NUMBER", default_value_t = 300)]
    pupils: usize,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let vault = Vault::new(key("SPIN_VARIABLE_MASTER_KEY")?, None).with_index_key(key("SPIN_VARIABLE_INDEX_KEY")?);
    let clock = arguments.now.map_or_else(Clock::system, Clock::fixed);
    if arguments.fresh && arguments.store == Address::Sqlite {
        empty_sqlite(&arguments)?;
    }
    let store = Backend::open(&arguments.store, &arguments.state_dir).await?.store(kv_stores::DEFAULT_LABEL);
    let there = store.keys().await?;
    if !there.is_empty() && !arguments.fresh {
        // Made-up people among real ones, and counters set back, would destroy what is there.
        bail!("the store is not empty; the sample schools go into an empty one, or with --fresh into this one emptied");
    }
    for key in there {
        store.delete(&key).await?;
    }
    let demo = fill(&arguments, &*store, &vault, &clock).await?;
    fill_more(&arguments, &*store, &vault, &clock).await?;
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &demo)?;
    writeln!(out)?;
    Ok(())
}

fn key(variable: &'static str) -> Result<MasterKey> {
    env::var(variable).with_context(|| format!("{variable} is not set"))?.parse().context(variable)
}

/// Removes the file, and what SQLite keeps beside it.
fn empty_sqlite(arguments: &Arguments) -> Result<()> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let file = arguments.state_dir.join(format!("{SQLITE_FILE}{ending}"));
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                bail!("the store cannot be emptied: {error}")
            }
            _ => {}
        }
    }
    Ok(())
}

async fn fill(arguments: &Arguments, store: &dyn Store, vault: &Vault, clock: &Clock) -> Result<Demo> {
    let collecting = Rc::new(Collecting::default());
    let samples = Sample::all()?;
    let demo = seed(Rc::clone(&collecting), vault.clone(), clock.clone(), &samples, Seeding::Demonstration).await?;
    write_out(arguments, store, &collecting).await?;
    Ok(demo)
}

/// Schools to measure with, one after the other, so that memory does not grow with their number.
async fn fill_more(arguments: &Arguments, store: &dyn Store, vault: &Vault, clock: &Clock) -> Result<()> {
    let model = Sample::all()?.into_iter().next().context("there is no sample school")?;
    for number in 0..arguments.more_schools {
        let sample = Sample {
            id: format!("more-{number}"),
            name: format!("School {number}"),
            pupils: arguments.pupils,
            ..model.clone()
        };
        let collecting = Rc::new(Collecting::default());
        seed(Rc::clone(&collecting), vault.clone(), clock.clone(), &[sample], Seeding::Bulk).await?;
        write_out(arguments, store, &collecting).await?;
    }
    Ok(())
}

/// Writes what was collected. Counters have the form each backend gives them, so that it can go on counting.
async fn write_out(arguments: &Arguments, store: &dyn Store, collecting: &Collecting) -> Result<()> {
    let (values, counters) = collecting.take();
    let mut entries: Vec<(String, Vec<u8>)> = values.into_iter().collect();
    entries.extend(counters.into_iter().map(|(key, count)| match arguments.store {
        Address::Sqlite => (key, count.to_le_bytes().to_vec()),
        Address::Redis(_) => (key, count.to_string().into_bytes()),
    }));
    store.set_many(entries).await?;
    Ok(())
}
