//! The sample schools, put into the store by their own program.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use super::Options;
use crate::build;
use crate::packages;
use crate::workspace::Workspace;

/// The package that knows the sample schools, and its program.
const PACKAGE: &str = "samples";
const PROGRAM: &str = "schoolgate-samples";

/// Seeds the sample schools where the store has none, or anew with `--fresh`, and gives what a script needs
/// to sign in, per school: the same each time, whether or not they were there already.
///
/// The program has the runner's own `--state-dir`, `--store` and `--now`; it reads the master key from its
/// environment, like the application, and answers with one JSON object on standard output.
///
/// # Errors
/// When the program cannot be built, fails, or answers something else.
pub(crate) fn seed(
    workspace: &Workspace,
    options: &Options,
    state: &Path,
    variables: &[(&str, String)],
) -> Result<Map<String, Value>> {
    if !packages::ours(workspace)?.iter().any(|p| p.name == PACKAGE) {
        return Ok(Map::new());
    }
    let program = if options.no_build {
        build::built_program(workspace, PROGRAM)?
    } else {
        build::program(workspace, PACKAGE, PROGRAM)?
    };
    let mut command = Command::new(program);
    command
        .current_dir(workspace.root())
        .arg("--state-dir")
        .arg(state)
        .args(["--store", options.store.argument()])
        .envs(variables.iter().map(|(name, value)| (format!("SPIN_VARIABLE_{}", name.to_uppercase()), value)))
        .stderr(Stdio::inherit());
    if options.fresh {
        command.arg("--fresh");
    }
    if let Some(now) = &options.now {
        command.args(["--now", now]);
    }
    let output = command.output().with_context(|| format!("`{PROGRAM}` could not be started"))?;
    if !output.status.success() {
        bail!("the sample schools could not be seeded: {}", output.status);
    }
    // Without the parser's message, which may repeat a passphrase.
    serde_json::from_slice(&output.stdout)
        .map_err(|_| anyhow::anyhow!("`{PROGRAM}` answered something other than a JSON object"))
}
