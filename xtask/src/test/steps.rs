//! The steps of `cargo xtask test`, in their order.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

use anyhow::{Result, bail};

use super::report::{Counts, run_counted};
use super::tools;
use crate::build::{self, WASM};
use crate::packages::{self, Package};
use crate::tidy;
use crate::up::Host;
use crate::workspace::{Workspace, run};

/// What a run of the steps is about.
pub(crate) struct Scope {
    /// What serves the application.
    pub(crate) with: Host,
    /// The names of the packages that are looked at; all where it is none.
    pub(crate) only: Option<BTreeSet<String>>,
}

/// One step.
pub(crate) struct Step {
    /// What it checks.
    pub(crate) name: &'static str,
    /// Runs it. A step that runs tests gives their counts; any other gives none.
    pub(crate) run: fn(&Workspace, &Scope) -> Result<Counts>,
    /// Whether `--quick` runs it too.
    quick: bool,
}

/// The steps that `--changed` adds to the quick ones.
const OF_PACKAGES: [&str; 2] = ["lints, in release", "unit tests, in release"];

const fn step(name: &'static str, run: fn(&Workspace, &Scope) -> Result<Counts>, quick: bool) -> Step {
    Step { name, run, quick }
}

/// Cheapest first, so that a slip is known in seconds and not after the browser tests.
const STEPS: &[Step] = &[
    step("rust components", rust, true),
    step("formatting", formatting, true),
    step("house rules", house_rules, true),
    step("dependencies", dependencies, false),
    step("system packages", system_packages, false),
    step("lints", lints, true),
    step("lints, in release", lints_in_release, false),
    step("lints, for WebAssembly", lints_for_wasm, false),
    step("unit tests", unit_tests, true),
    step("unit tests, in release", unit_tests_in_release, false),
    step("components", components, false),
    step("whole-application tests", application_tests, false),
    step("browser tests", browser_tests, false),
];

/// All steps, those quick enough to run before every commit, or those that look at some packages only.
pub(crate) fn all(quick: bool, changed: bool) -> impl Iterator<Item = &'static Step> {
    let is_of_packages = move |step: &Step| changed && OF_PACKAGES.contains(&step.name);
    STEPS.iter().filter(move |step| step.quick || is_of_packages(step) || !(quick || changed))
}

/// How a package is built for its tests.
#[derive(PartialEq, Eq)]
enum Kind {
    /// Unoptimised: quick to build, and strict about arithmetic.
    Plain,
    /// In release: it stands on Wasmtime or SQLite, whose unoptimised builds are slow to make and to run.
    Native,
    /// A test of the whole application, which starts the runner.
    Application,
}

fn kind(package: &Package) -> Kind {
    if package.folder.starts_with("tests/") {
        Kind::Application
    } else if ["runner", "kv-stores", "record-check", "samples"].contains(&package.name.as_str()) {
        Kind::Native
    } else {
        Kind::Plain
    }
}

/// Arguments that choose the packages of these kinds.
///
/// # Errors
/// When there are none at all: cargo would then choose by itself, and a step would check something else than it says. None where only
/// some are looked at and none of these kinds is among them.
fn chosen(workspace: &Workspace, scope: &Scope, kinds: &[Kind]) -> Result<Option<Vec<String>>> {
    let packages = packages::ours(workspace)?;
    // The runner's fixtures are components that its own tests build.
    let chosen = packages.into_iter().filter(|p| !p.folder.contains("/fixtures/") && kinds.contains(&kind(p)));
    let (mut arguments, mut are_any) = (Vec::new(), false);
    for package in chosen {
        are_any = true;
        if scope.only.as_ref().is_none_or(|only| only.contains(&package.name)) {
            arguments.extend(["--package".to_owned(), package.name]);
        }
    }
    if !are_any {
        bail!("there is no package for this step");
    }
    if arguments.is_empty() {
        println!("no package of this step has changed");
        return Ok(None);
    }
    Ok(Some(arguments))
}

fn rust(workspace: &Workspace, _: &Scope) -> Result<Counts> {
    tools::rust(workspace).map(none)
}

fn formatting(workspace: &Workspace, _: &Scope) -> Result<Counts> {
    run(&mut workspace.cargo(&["fmt", "--all", "--check"])).map(none)
}

fn house_rules(workspace: &Workspace, _: &Scope) -> Result<Counts> {
    tidy::tidy(workspace).map(none)
}

/// The house rules check licences and sources already, from the same `deny.toml`; cargo-deny, where it is
/// installed, knows more: duplicates, and in the advisory database what has become dangerous.
fn dependencies(workspace: &Workspace, _: &Scope) -> Result<Counts> {
    if !tools::on_path("cargo-deny") {
        println!("cargo-deny is not installed; licences and sources were checked with the house rules");
        return Ok(Counts::default());
    }
    run(&mut workspace.cargo(&["deny", "check", "licenses", "bans", "sources"])).map(none)
}

fn system_packages(workspace: &Workspace, scope: &Scope) -> Result<Counts> {
    if scope.with == Host::Spin && !tools::on_path("spin") {
        bail!("--with spin needs Spin 4.1 or newer on the PATH");
    }
    tools::system(workspace).map(none)
}

fn lints(workspace: &Workspace, scope: &Scope) -> Result<Counts> {
    clippy(workspace, scope, &[Kind::Plain], &["--all-targets"])
}

fn lints_in_release(workspace: &Workspace, scope: &Scope) -> Result<Counts> {
    let kinds = [Kind::Native, Kind::Application];
    clippy(workspace, scope, &kinds, &["--all-targets", "--release"])
}

fn lints_for_wasm(workspace: &Workspace, _: &Scope) -> Result<Counts> {
    let mut command = workspace.cargo(&["clippy", "--target", WASM]);
    for package in packages::ours(workspace)?.iter().filter(|p| p.is_component()) {
        command.args(["--package", &package.name]);
    }
    run(command.args(["--", "-D", "warnings"])).map(none)
}

fn clippy(workspace: &Workspace, scope: &Scope, kinds: &[Kind], how: &[&str]) -> Result<Counts> {
    let Some(packages) = chosen(workspace, scope, kinds)? else { return Ok(Counts::default()) };
    let mut command = workspace.cargo(&["clippy"]);
    run(command.args(how).args(packages).args(["--", "-D", "warnings"])).map(none)
}

fn unit_tests(workspace: &Workspace, scope: &Scope) -> Result<Counts> {
    let Some(packages) = chosen(workspace, scope, &[Kind::Plain])? else { return Ok(Counts::default()) };
    run_counted(workspace.cargo(&["test", "--no-fail-fast"]).args(packages))
}

fn unit_tests_in_release(workspace: &Workspace, scope: &Scope) -> Result<Counts> {
    let Some(packages) = chosen(workspace, scope, &[Kind::Native])? else { return Ok(Counts::default()) };
    run_counted(workspace.cargo(&["test", "--release", "--no-fail-fast"]).args(packages))
}

fn components(workspace: &Workspace, _: &Scope) -> Result<Counts> {
    build::everything(workspace).map(none)
}

fn application_tests(workspace: &Workspace, scope: &Scope) -> Result<Counts> {
    let Some(packages) = chosen(workspace, scope, &[Kind::Application])? else { return Ok(Counts::default()) };
    let mut command = workspace.cargo(&["test", "--release", "--no-fail-fast"]);
    run_counted(hosted(command.args(packages), workspace, scope.with))
}

fn browser_tests(workspace: &Workspace, scope: &Scope) -> Result<Counts> {
    let mut command = Command::new("node");
    command
        .arg(format!("{}/run.mjs", tools::BROWSER))
        .current_dir(workspace.root())
        .env("CARGO_TARGET_DIR", workspace.target());
    run_counted(hosted(&mut command, workspace, scope.with))
}

/// Tells a test of the whole application what to start: `SCHOOLGATE_WITH` is `runner` or `spin`, `SCHOOLGATE_RUNNER`
/// the runner's program, and `SCHOOLGATE_XTASK` ours, whose `up` starts either.
fn hosted<'c>(command: &'c mut Command, workspace: &Workspace, with: Host) -> &'c mut Command {
    let name = match with {
        Host::Runner => "runner",
        Host::Spin => "spin",
    };
    if let Ok(ours) = env::current_exe() {
        command.env("SCHOOLGATE_XTASK", ours);
    }
    command.env("SCHOOLGATE_WITH", name).env("SCHOOLGATE_RUNNER", workspace.path("target").join(build::RUNNER))
}

/// A step without tests has nothing to count.
fn none((): ()) -> Counts {
    Counts::default()
}
