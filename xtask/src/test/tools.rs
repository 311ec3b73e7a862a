//! What the checks need on the machine: present, installed when that is allowed, else named with the
//! command that installs it.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::build;
use crate::workspace::{Workspace, run};

/// Debian's packages the whole-application and browser tests need, each with the program it brings.
const DEBIAN: [(&str, &str); 2] = [("chromium", "chromium"), ("redis-server", "redis-server")];

/// Where the browser tests live.
pub(crate) const BROWSER: &str = "tests/browser";

/// The Rust components every check needs.
///
/// # Errors
/// When one is missing and cannot be added; the message holds the command to type.
pub(crate) fn rust(workspace: &Workspace) -> Result<()> {
    build::ensure_wasm_target(workspace)?;
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = workspace.cargo(&[subcommand, "--version"]).output().is_ok_and(|output| output.status.success());
        if there {
            continue;
        }
        let mut add = Command::new("rustup");
        add.args(["component", "add", component]).current_dir(workspace.root());
        if let Err(error) = run(&mut add) {
            bail!("{component} is missing ({error}); with a network, run:\n    rustup component add {component}");
        }
    }
    Ok(())
}

/// Chromium, a Redis server, and the browser tests' packages.
///
/// # Errors
/// As [`rust`].
pub(crate) fn system(workspace: &Workspace) -> Result<()> {
    debian()?;
    if workspace.has(BROWSER) {
        node_packages(&workspace.path(BROWSER))?;
    }
    Ok(())
}

fn debian() -> Result<()> {
    let missing: Vec<&str> =
        DEBIAN.into_iter().filter(|(_, program)| !on_path(program)).map(|(package, _)| package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!(
        "the tests need {}; run:\n    sudo apt-get update && sudo apt-get install --yes --no-install-recommends {}",
        missing.join(" and "),
        missing.join(" ")
    );
    if !rustix::process::geteuid().is_root() || !on_path("apt-get") {
        bail!(by_hand);
    }
    let installed = run(Command::new("apt-get").args(["--quiet", "update"])).and_then(|()| {
        run(Command::new("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["--quiet", "install", "--yes", "--no-install-recommends"])
            .args(&missing))
    });
    installed.map_err(|error| error.context(by_hand))
}

/// `npm ci`, unless what is installed is what the lock file says.
fn node_packages(folder: &Path) -> Result<()> {
    if !on_path("npm") {
        bail!("the browser tests need Node.js 20 or newer with npm; install them first");
    }
    // npm leaves a copy of the lock file it installed from; ours is newer when it changed since.
    let time = |file: &str| fs::metadata(folder.join(file)).and_then(|m| m.modified());
    let current = match (time("node_modules/.package-lock.json"), time("package-lock.json")) {
        (Ok(installed), Ok(locked)) => installed > locked,
        _ => false,
    };
    if current {
        return Ok(());
    }
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))
}

/// Whether a program of this name can be started.
pub(crate) fn on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_programs_that_are_there_count_as_there() {
        assert!(on_path("sh"));
        assert!(!on_path("a-program-nobody-wrote"));
    }
}
