#![doc = include_str!("../README.md")]
// A command line tool says on standard error how far it is.
#![allow(clippy::print_stderr)]

mod client;
mod measure;
mod people;
mod redis;
mod report;
mod rounds;
mod server;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};

use crate::{measure::Plan, redis::Redis, report::Report, server::Built};

/// Measures pages beside the floor and writes down what came of it.
#[derive(Parser)]
#[command(name = "schoolgate-load", version)]
struct Arguments {
    /// The top of the work tree, with the components under target/.
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
    /// The runner.
    #[arg(long, value_name = "FILE")]
    runner: PathBuf,
    /// The program that fills a store.
    #[arg(long, value_name = "FILE")]
    samples: PathBuf,
    /// The floor component.
    #[arg(long, value_name = "FILE")]
    floor: PathBuf,
    /// Where the results go.
    #[arg(long, value_name = "FILE", default_value = "benches/results.md")]
    out: PathBuf,
    /// The stores to measure.
    #[arg(long, value_enum, value_name = "STORE", default_values = ["sqlite", "redis"])]
    stores: Vec<Store>,
    /// Fewer schools, rounds and requests.
    #[arg(long)]
    quick: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Store {
    Sqlite,
    Redis,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let plan = if arguments.quick { Plan::QUICK } else { Plan::WHOLE };
    let absolute = |path: &PathBuf| std::path::absolute(path).context("a path");
    let built = Built {
        root: absolute(&arguments.root)?,
        runner: absolute(&arguments.runner)?,
        samples: absolute(&arguments.samples)?,
        floor: absolute(&arguments.floor)?,
    };
    let folder = tempfile::tempdir()?;
    let mut report = Report::new(&built, plan, arguments.quick)?;
    for store in &arguments.stores {
        let measured = match store {
            Store::Sqlite => measure::both(&built, plan, folder.path(), None).await?,
            Store::Redis => {
                let redis = Redis::start(&folder.path().join("redis")).await?;
                measure::both(&built, plan, folder.path(), Some(&redis)).await?
            }
        };
        report.stores.push(measured);
    }
    report.cold = measure::cold_starts(&built, plan, folder.path()).await?;
    let out = built.root.join(&arguments.out);
    fs::write(&out, report.to_string()).with_context(|| out.display().to_string())?;
    eprintln!("written to {}", arguments.out.display());
    Ok(())
}
