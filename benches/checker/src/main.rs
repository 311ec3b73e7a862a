#![doc = include_str!("../README.md")]
// A command line tool says on standard error how far it is.
#![allow(clippy::print_stderr)]

mod accuracy;
mod http;
mod memory;
mod presidio;
mod speed;
mod texts;

use std::{fmt::Write, fs, path::PathBuf};

use anyhow::{Context, Result};
use clap::Parser;
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

/// Measures the publication checker and writes down what came of it.
#[derive(Parser)]
#[command(name = "schoolgate-checker-bench", version)]
struct Arguments {
    /// The top of the work tree, with the components under target/.
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
    /// The runner; without it nothing is measured through HTTP.
    #[arg(long, value_name = "FILE", requires = "samples")]
    runner: Option<PathBuf>,
    /// The program that fills a store.
    #[arg(long, value_name = "FILE")]
    samples: Option<PathBuf>,
    /// Where the results go.
    #[arg(long, value_name = "FILE", default_value = "benches/results-checker.md")]
    out: PathBuf,
    /// Fewer rounds, and no Presidio.
    #[arg(long)]
    quick: bool,
    /// List each miss and false alarm on the practice corpus, on standard error.
    #[arg(long)]
    show: bool,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let root = std::path::absolute(&arguments.root)?;
    let rounds = if arguments.quick { 3 } else { 15 };
    let texts = texts::Texts::read(&root)?;
    let mut page = String::from(
        "# The publication checker, measured\n\nBy `cargo xtask bench --checker`. Lower is better for times.\n",
    );
    writeln!(page, "\nMachine: {}.\n", machine())?;
    eprintln!("accuracy");
    page.push_str(&accuracy::table(&root, arguments.show)?);
    eprintln!("speed");
    let speed = speed::measure(&texts, rounds);
    page.push_str(&speed.table());
    eprintln!("memory");
    page.push_str(&memory::table(if arguments.quick { 4 } else { 19 }));
    eprintln!("through HTTP");
    let programs = arguments.runner.as_ref().zip(arguments.samples.as_ref());
    page.push_str(&http::section(&root, programs, &texts, rounds)?);
    eprintln!("Presidio");
    page.push_str(&presidio::section(&root, &texts, speed.mixed, arguments.quick)?);
    let out = root.join(&arguments.out);
    fs::write(&out, page).with_context(|| out.display().to_string())?;
    eprintln!("written to {}", arguments.out.display());
    Ok(())
}

/// Processor, cores and load, as far as the system says.
fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let model = read("/proc/cpuinfo")
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':').map(|(_, name)| name.trim().to_owned()))
        .unwrap_or_else(|| "an unnamed processor".to_owned());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = read("/proc/loadavg").split(' ').next().unwrap_or("unknown").to_owned();
    format!("{model}, {cores} cores, {load} processes waiting when it began")
}
