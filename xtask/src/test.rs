//! `cargo xtask test`: every check CI runs, cheapest first, stopping at the first that fails.

mod changed;
mod report;
mod steps;
mod tools;

use std::time::Instant;

use anyhow::{Result, bail};
use clap::Args;

use crate::up::Host;
use crate::workspace::Workspace;
use report::Counts;
use steps::Scope;

/// Which checks, and against which host.
#[derive(Args)]
pub(crate) struct Options {
    /// What serves the application in the whole-application and browser tests
    #[arg(long, value_enum, default_value = "runner")]
    with: Host,
    /// Only what needs neither WebAssembly nor a browser nor a release build
    #[arg(long)]
    quick: bool,
    /// Only the packages that differ from `main`, and those that depend on them: the quick steps, and the tests of native programs
    #[arg(long, conflicts_with = "quick")]
    changed: bool,
}

/// Runs the steps in order and ends with a line `N passed, N failed`, the sum of what their tests reported.
///
/// # Errors
/// When a step fails.
pub(crate) fn test(workspace: &Workspace, options: &Options) -> Result<()> {
    let begun = Instant::now();
    let mut total = Counts::default();
    let mut times = Vec::new();
    let only = if options.changed { changed::packages(workspace)? } else { None };
    let scope = Scope { with: options.with, only };
    for step in steps::all(options.quick, options.changed) {
        println!("\n=== {}", step.name);
        let step_begun = Instant::now();
        let outcome = (step.run)(workspace, &scope);
        let seconds = step_begun.elapsed().as_secs_f64();
        times.push((step.name, seconds));
        match outcome {
            Ok(counts) if counts.failed == 0 => {
                total += counts;
                println!("=== {}: done in {seconds:.1} s", step.name);
            }
            failed => {
                let reason = failed.as_ref().err().map(|e| format!(": {e:#}"));
                // A step that fails without naming a test is itself the failure that is counted.
                let counts = failed.unwrap_or_default().at_least_one_failed();
                total += counts;
                println!("=== {}: FAILED after {seconds:.1} s{}", step.name, reason.unwrap_or_default());
                println!("\n{}\n{total}", report::table(&times));
                bail!("{} failed", step.name);
            }
        }
    }
    println!("\n{}\nall in {:.0} s", report::table(&times), begun.elapsed().as_secs_f64());
    println!("{total}");
    Ok(())
}
