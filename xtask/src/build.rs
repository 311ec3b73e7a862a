//! `cargo xtask build`: the components as WebAssembly, the runner that serves them, and the program that fills a
//! store with the sample schools.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::packages::{self, Package};
use crate::workspace::{Workspace, run};

/// What the components are compiled for.
pub(crate) const WASM: &str = "wasm32-wasip2";

/// The runner's program.
pub(crate) const RUNNER: &str = "schoolgate-runner";

/// The program that fills a store with the sample schools.
pub(crate) const SAMPLES: &str = "schoolgate-samples";

/// The program that looks through a store.
pub(crate) const VERIFIER: &str = "schoolgate-verify";

/// The largest a component should be. Each request may have to start one, and a school's server keeps
/// many in memory.
const BUDGET: u64 = 1_000_000;

/// Components that may be larger, with how large: the checker's rules hold every reader, their word lists and three
/// decoders of pictures, and start once for many pieces.
const LARGER: &[(&str, u64)] = &[("publication-rules", 3_000_000)];

/// Builds everything that `cargo xtask up --no-build` takes as it finds it.
///
/// # Errors
/// When the WebAssembly target is missing and cannot be added, or a build fails.
pub(crate) fn everything(workspace: &Workspace) -> Result<()> {
    components(workspace)?;
    runner(workspace)?;
    samples(workspace)?;
    Ok(())
}

/// Builds every folder under `components/` in one cargo call and copies each to
/// `target/components/<folder>.wasm`, where `spin.toml` looks for it.
///
/// # Errors
/// As [`everything`].
pub(crate) fn components(workspace: &Workspace) -> Result<()> {
    ensure_wasm_target(workspace)?;
    let ours = packages::ours(workspace)?;
    let components: Vec<&Package> = ours.iter().filter(|p| p.is_component()).collect();
    if components.is_empty() {
        bail!("there is nothing under components/ to build");
    }
    let mut build = workspace.cargo(&["build", "--profile", "component", "--target", WASM]);
    for component in &components {
        build.args(["--package", &component.name]);
    }
    run(&mut build)?;

    let built = workspace.target().join(WASM).join("component");
    let home = workspace.path("target/components");
    fs::create_dir_all(&home).with_context(|| format!("{} cannot be made", home.display()))?;
    let mut sizes = Vec::new();
    for component in components {
        // cargo names a library's file with underscores.
        let from = built.join(format!("{}.wasm", component.name.replace('-', "_")));
        let to = home.join(format!("{}.wasm", component.folder_name()));
        let size = place(&from, &to)?;
        sizes.push((component.folder_name().to_owned(), size));
    }
    print!("{}", table(&sizes));
    Ok(())
}

/// Builds the runner and copies it to `target/schoolgate-runner`, so that a later build does not pull the
/// program from under one that runs. Gives the copy's path.
///
/// # Errors
/// When the build fails.
pub(crate) fn runner(workspace: &Workspace) -> Result<PathBuf> {
    program(workspace, "runner", RUNNER)
}

/// The same for the program that fills a store with the sample schools.
///
/// # Errors
/// When the build fails.
pub(crate) fn samples(workspace: &Workspace) -> Result<PathBuf> {
    program(workspace, "samples", SAMPLES)
}

/// The same for the program that looks through a store.
///
/// # Errors
/// When the build fails.
pub(crate) fn verifier(workspace: &Workspace) -> Result<PathBuf> {
    program(workspace, "record-check", VERIFIER)
}

/// The load generator of `cargo xtask bench`, and the floor it compares with. Gives the paths of both.
///
/// # Errors
/// When a build fails.
pub(crate) fn load(workspace: &Workspace) -> Result<(PathBuf, PathBuf)> {
    ensure_wasm_target(workspace)?;
    run(&mut workspace.cargo(&["build", "--profile", "component", "--target", WASM, "--package", "floor"]))?;
    Ok((program(workspace, "load", "schoolgate-load")?, workspace.target().join(WASM).join("component/floor.wasm")))
}

/// The program that measures the publication checker. Gives its path.
///
/// # Errors
/// When the build fails.
pub(crate) fn checker_bench(workspace: &Workspace) -> Result<PathBuf> {
    program(workspace, "checker-bench", "schoolgate-checker-bench")
}

/// Builds a native program in release and copies it to `target/<name>`. Gives the copy's path.
fn program(workspace: &Workspace, package: &str, name: &str) -> Result<PathBuf> {
    run(&mut workspace.cargo(&["build", "--release", "--package", package, "--bin", name]))?;
    let to = program_path(workspace, name);
    let from = workspace.target().join("release");
    place(&from.join(format!("{name}{EXE_SUFFIX}")), &to)?;
    Ok(to)
}

/// A native program as it was last built.
///
/// # Errors
/// When it never was.
pub(crate) fn built_program(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    let path = program_path(workspace, name);
    if !path.exists() {
        bail!("{} is not there yet: run `cargo xtask build`", path.display());
    }
    Ok(path)
}

fn program_path(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.path("target").join(format!("{name}{EXE_SUFFIX}"))
}

/// Adds the WebAssembly target to the toolchain in use where it is missing. Needs no network where it is
/// there already.
///
/// # Errors
/// When it cannot be added; the message holds the command to type.
pub(crate) fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    let output = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(workspace.root())
        .output()
        .context("rustc could not be started")?;
    let sysroot = String::from_utf8(output.stdout).context("rustc named an unreadable path")?;
    let sysroot = PathBuf::from(sysroot.trim());
    let library = sysroot.join("lib/rustlib").join(WASM).join("lib");
    if library.exists() {
        return Ok(());
    }
    // rustup refuses to change a toolchain that is only a link to another: name the one behind it.
    let real = fs::canonicalize(&sysroot).unwrap_or(sysroot);
    let toolchain = real.file_name().unwrap_or_default().to_string_lossy();
    let mut add = Command::new("rustup");
    add.args(["target", "add", "--toolchain", &toolchain, WASM]);
    let added = run(&mut add);
    if !library.exists() {
        let reason = added.err().map_or_else(String::new, |e| format!(" ({e})"));
        bail!(
            "the Rust target {WASM} is missing and could not be added{reason}; with a network, run:\n    \
             rustup target add --toolchain {toolchain} {WASM}"
        );
    }
    Ok(())
}

/// Copies a built file into place in one step, leaving alone one that is the same already. Gives its size in bytes.
fn place(from: &Path, to: &Path) -> Result<u64> {
    let say = || format!("{} cannot be copied to {}", from.display(), to.display());
    let contents = fs::read(from).with_context(say)?;
    let size = contents.len() as u64;
    if fs::read(to).is_ok_and(|there| there == contents) {
        return Ok(size);
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(say)?;
    }
    let draft = to.with_extension(format!("{}.new", std::process::id()));
    // `fs::copy`, not `write`: a program keeps its permission to run.
    fs::copy(from, &draft).with_context(say)?;
    fs::rename(&draft, to).with_context(say)?;
    Ok(size)
}

/// The sizes as people read them, with a warning beside each component over its budget.
fn table(sizes: &[(String, u64)]) -> String {
    let width = sizes.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (name, size) in sizes {
        let kilobytes = size.div_ceil(1000);
        text += &format!("{name:width$}  {kilobytes:>5} KB");
        let budget = LARGER.iter().find(|(larger, _)| larger == name).map_or(BUDGET, |(_, budget)| *budget);
        if *size > budget {
            text += &format!("  warning: over the {} KB budget", budget / 1000);
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_over_the_budget_is_pointed_out() {
        let sizes = [
            ("consent-portal".to_owned(), 1_000_001),
            ("floor".to_owned(), 1_000_000),
            ("publication-rules".to_owned(), 3_000_000),
        ];
        assert_eq!(
            table(&sizes),
            "consent-portal      1001 KB  warning: over the 1000 KB budget\n\
             floor               1000 KB\n\
             publication-rules   3000 KB\n"
        );
    }

    #[test]
    fn a_built_file_is_replaced_only_when_it_changed() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a"), folder.path().join("b/c.wasm"));
        fs::write(&from, "one").unwrap();
        assert_eq!(place(&from, &to).unwrap(), 3);
        let first = fs::metadata(&to).unwrap().modified().unwrap();
        assert_eq!(place(&from, &to).unwrap(), 3);
        assert_eq!(fs::metadata(&to).unwrap().modified().unwrap(), first);
        fs::write(&from, "three").unwrap();
        assert_eq!(place(&from, &to).unwrap(), 5);
        assert_eq!(fs::read(&to).unwrap(), b"three");
    }
}
