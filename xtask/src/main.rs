#![doc = include_str!("../README.md")]
// A command line tool talks on standard output and standard error.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod build;
mod fresh_file;
mod packages;
mod test;
mod tidy;
mod up;
mod workspace;

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
    /// Run every check that CI runs
    Test(test::Options),
    /// Check the house rules
    Tidy,
}

fn main() -> anyhow::Result<()> {
    let task = Arguments::parse().task;
    let workspace = Workspace::locate()?;
    match task {
        Task::Build => build::everything(&workspace),
        Task::Up(options) => up::up(&workspace, &options),
        Task::Test(options) => test::test(&workspace, &options),
        Task::Tidy => tidy::tidy(&workspace),
    }
}
