//! `cargo xtask bench`: builds what is measured, and lets `benches/load` measure it.

use anyhow::Result;
use clap::Args;

use crate::build::{self, WASM};
use crate::workspace::{Workspace, run};

/// How much is measured.
#[derive(Args)]
pub(crate) struct Options {
    /// Fewer schools, rounds and requests: whether it runs at all, not figures to quote
    #[arg(long)]
    quick: bool,
    /// Take what was built before
    #[arg(long)]
    no_build: bool,
}

/// Measures speed, store operations, memory and cold starts, and writes `benches/results.md`. Redis is started for the
/// purpose; `redis-server` must be on the PATH.
///
/// # Errors
/// When something cannot be built, started or asked. No figure is an error.
pub(crate) fn bench(workspace: &Workspace, options: &Options) -> Result<()> {
    if !options.no_build {
        build::everything(workspace)?;
        build::program(workspace, "samples", "schoolgate-samples")?;
        build::program(workspace, "load", "schoolgate-load")?;
        run(&mut workspace.cargo(&["build", "--profile", "component", "--target", WASM, "--package", "floor"]))?;
    }
    let mut load = std::process::Command::new(build::built_program(workspace, "schoolgate-load")?);
    load.current_dir(workspace.root());
    load.arg("--runner").arg(build::built_program(workspace, build::RUNNER)?);
    load.arg("--samples").arg(build::built_program(workspace, "schoolgate-samples")?);
    load.arg("--floor").arg(workspace.target().join(WASM).join("component/floor.wasm"));
    if options.quick {
        load.arg("--quick");
    }
    run(&mut load)
}
