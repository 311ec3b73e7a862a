//! `schoolgate-runner`: reads the command line and serves.

use clap::Parser;
use runner::{Cli, Command};
use std::{io::Write, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
    let Command::Up(options) = Cli::parse().command;
    match runner::up(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody reads standard error: then the exit code has to do.
            let _ = writeln!(std::io::stderr(), "schoolgate-runner: {error:#}");
            ExitCode::FAILURE
        }
    }
}
