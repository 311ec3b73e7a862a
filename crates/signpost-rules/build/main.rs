//! Reads `content/services.toml`, `content/situations.toml` and `content/bank-holidays.toml`, refuses them if anything
//! in them could mislead, and writes them out as Rust, so that the finished component parses nothing.

mod check;
mod emit;
mod shape;

// The crate's own types, so that data is held to the very rules that read it.
#[path = "../src/contact.rs"]
#[allow(dead_code, unreachable_pub, reason = "only its checks are needed here")]
mod contact;
#[path = "../src/holidays.rs"]
#[allow(dead_code, unreachable_pub, reason = "hours refer to it")]
mod holidays;
#[path = "../src/hours.rs"]
#[allow(dead_code, unreachable_pub, reason = "only its reading is needed here")]
mod hours;
#[path = "../src/phrase.rs"]
#[allow(dead_code, unreachable_pub, reason = "holidays refer to it")]
mod phrase;
#[path = "../src/provenance.rs"]
#[allow(dead_code, unreachable_pub, reason = "holidays refer to it")]
mod provenance;
#[path = "../src/terms.rs"]
#[allow(dead_code, unreachable_pub, reason = "not every word is asked for here")]
mod terms;

use std::{env, error::Error, fs, path::Path, process::ExitCode};

/// Where the content lies, seen from this crate's folder.
const CONTENT: &str = "../../content";

// Cargo listens to a build script on its standard output.
#[allow(clippy::print_stdout)]
fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src");
    for file in ["services.toml", "situations.toml", "bank-holidays.toml"] {
        println!("cargo::rerun-if-changed={CONTENT}/{file}");
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            for line in error.to_string().lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let text = |file: &str| fs::read_to_string(Path::new(CONTENT).join(file));
    let files = shape::read(&text("services.toml")?, &text("situations.toml")?, &text("bank-holidays.toml")?)?;
    check::check(&files)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("shipped.rs"), emit::content(&files))?;
    Ok(())
}
