//! `cargo xtask bench`: builds what is measured, and lets `benches/load` measure it.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::build;
use crate::workspace::{Workspace, run};

/// How much is measured.
#[derive(Args)]
pub(crate) struct Options {
    /// Fewer schools, rounds and requests: whether it runs at all, not figures to quote
    #[arg(long)]
    quick: bool,
    /// Only the publication checker: accuracy, speed, memory, Presidio beside it
    #[arg(long)]
    checker: bool,
}

/// Measures speed, store operations, memory and cold starts, and writes `benches/results.md`. Redis is started for the
/// purpose; `redis-server` must be on the PATH.
///
/// # Errors
/// When something cannot be built, started or asked. No figure is an error.
pub(crate) fn bench(workspace: &Workspace, options: &Options) -> Result<()> {
    build::everything(workspace)?;
    if options.checker {
        return checker(workspace, options);
    }
    let (load, floor) = build::load(workspace)?;
    let mut load = Command::new(load);
    load.current_dir(workspace.root());
    load.arg("--runner").arg(build::built_program(workspace, build::RUNNER)?);
    load.arg("--samples").arg(build::built_program(workspace, build::SAMPLES)?);
    load.arg("--floor").arg(floor);
    if options.quick {
        load.arg("--quick");
    }
    run(&mut load)?;
    checker(workspace, options)
}

/// Measures the publication checker and writes `benches/results-checker.md`. Presidio is installed into a scratch folder
/// for the purpose; where pip cannot, the results say so.
fn checker(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut checker = Command::new(build::checker_bench(workspace)?);
    checker.current_dir(workspace.root());
    checker.arg("--runner").arg(build::built_program(workspace, build::RUNNER)?);
    checker.arg("--samples").arg(build::built_program(workspace, build::SAMPLES)?);
    if options.quick {
        checker.arg("--quick");
    }
    run(&mut checker)
}
