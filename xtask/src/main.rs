#![doc = include_str!("../README.md")]
// A command line tool talks on standard output and standard error.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod build;
mod fresh_file;
mod keys;
mod packages;
mod test;
mod tidy;
mod up;
mod verify;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use workspace::Workspace;

/// Everything one does with the Schoolgate repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the components and the runner
    Build,
    /// Build, seed the sample schools, start, and say what to open
    Up(up::Options),
    /// Measure pages, memory and starts, and write benches/results.md
    Bench(bench::Options),
    /// Run every check that CI runs
    Test(test::Options),
    /// Check the house rules
    Tidy,
    /// Write each component's keyring, for Spin, from the operator's keys
    Keys,
    /// Look through a store for events that were changed, dropped, exchanged or added
    Verify(verify::Options),
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        // The chain of reasons on one line, and no backtrace: what went wrong is a step, not this program.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    let workspace = Workspace::locate()?;
    match task {
        Task::Build => build::everything(&workspace),
        Task::Up(options) => up::up(&workspace, &options),
        Task::Bench(options) => bench::bench(&workspace, &options),
        Task::Test(options) => test::test(&workspace, &options),
        Task::Tidy => tidy::tidy(&workspace),
        Task::Keys => keys::print(&workspace),
        Task::Verify(options) => verify::verify(&workspace, &options),
    }
}
