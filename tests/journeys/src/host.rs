//! A runner of its own: for an application beside the gate's, or one whose manifest differs.

use std::{
    env::consts::EXE_SUFFIX,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

use anyhow::{Context, Result};

/// A runner that ends with us.
pub struct Host {
    child: Child,
    base: String,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

/// The top of the work tree.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

impl Host {
    /// Serves `manifest` over the store in `state_dir`, with the application's variables by name.
    ///
    /// # Errors
    /// When it does not start; what it says goes to standard error.
    pub fn start(manifest: &Path, state_dir: &Path, more: &[&str], variables: &[(&str, &str)]) -> Result<Self> {
        let runner = root().join("target").join(format!("schoolgate-runner{EXE_SUFFIX}"));
        let mut command = Command::new(runner);
        command.args(["up", "--listen", "127.0.0.1:0", "--print-ready"]).args(more);
        command.arg("--from").arg(manifest).arg("--state-dir").arg(state_dir);
        for (name, value) in variables {
            command.env(format!("SPIN_VARIABLE_{}", name.to_uppercase()), value);
        }
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().context("the runner could not be started: cargo xtask build")?;
        let errors = BufReader::new(child.stderr.take().context("no error output")?);
        let log: Arc<Mutex<String>> = Arc::default();
        let kept = Arc::clone(&log);
        let reader = std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.push_str(&line);
                kept.push('\n');
            }
        });
        let mut host = Self { child, base: String::new(), log, reader: Some(reader) };
        let mut line = String::new();
        BufReader::new(host.child.stdout.take().context("no output")?).read_line(&mut line)?;
        let base = line.trim().strip_prefix("listening on ");
        host.base = base.with_context(|| format!("the runner did not start: {}", host.log()))?.to_owned();
        Ok(host)
    }

    /// Where it answers, without a slash at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Everything it has said.
    pub fn log(&self) -> String {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}
