//! `cargo xtask verify`: whether a store holds what was written into it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::build;
use crate::up::{self, Store};
use crate::workspace::Workspace;

/// Which store.
#[derive(Args)]
pub(crate) struct Options {
    /// Folder with the store and its keys
    #[arg(long, value_name = "FOLDER", default_value = ".schoolgate/state")]
    state_dir: PathBuf,
    /// Where records are kept: `sqlite`, or redis://HOST:PORT/DATABASE
    #[arg(long, value_name = "STORE", default_value = "sqlite")]
    store: Store,
    /// Take what was built before
    #[arg(long)]
    no_build: bool,
}

/// Looks through the store with its own program, which says what it finds, school by school.
///
/// # Errors
/// When something is wrong with the store, or it cannot be looked through.
pub(crate) fn verify(workspace: &Workspace, options: &Options) -> Result<()> {
    let state = workspace.path(&options.state_dir);
    let keys = up::keys(&state)?;
    let program =
        if options.no_build { build::built_program(workspace, build::VERIFIER)? } else { build::verifier(workspace)? };
    let mut command = Command::new(program);
    command.arg("--state-dir").arg(&state).args(["--store", options.store.argument()]).envs(keys);
    let status = command.status().with_context(|| format!("`{}` could not be started", build::VERIFIER))?;
    if !status.success() {
        bail!("the store is not as it was written");
    }
    Ok(())
}
