//! The application, served from a store of its own.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use samples::Demo;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

/// What was built, and where the work tree is.
#[derive(Clone)]
pub(crate) struct Built {
    pub(crate) root: PathBuf,
    pub(crate) runner: PathBuf,
    pub(crate) samples: PathBuf,
    pub(crate) floor: PathBuf,
}

/// How a store is filled.
#[derive(Clone, Copy)]
pub(crate) struct Schools {
    /// Beside the five sample schools.
    pub(crate) more: usize,
    /// In each of those.
    pub(crate) pupils: usize,
}

/// A state folder and the store that goes with it, filled.
pub(crate) struct Filled {
    pub(crate) demo: Demo,
    pub(crate) took: Duration,
    folder: PathBuf,
    store: String,
}

/// A runner that ends with us.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    /// From the start of the program until it listened.
    pub(crate) started_in: Duration,
}

const KEYS: [(&str, &str); 2] = [
    ("SPIN_VARIABLE_MASTER_KEY", "2f1c4a9be07d5386c1ef42a8d95b7063148eaf3cd2709b65e8143fa7c05d962b"),
    ("SPIN_VARIABLE_INDEX_KEY", "91d3e6c7504f8ab21ec97d60b3584af6027ce9154da83b6fd210e7954bc68a3f"),
];

impl Filled {
    /// Fills the store `store` (`sqlite`, in `folder`, or an address) with the sample schools.
    pub(crate) async fn fill(built: &Built, folder: &Path, store: &str, schools: Schools) -> Result<Self> {
        fs::create_dir_all(folder)?;
        let began = Instant::now();
        let output = Command::new(&built.samples)
            .arg("--state-dir")
            .arg(folder)
            .args(["--fresh", "--store", store])
            .args(["--more-schools", &schools.more.to_string(), "--pupils", &schools.pupils.to_string()])
            .envs(KEYS)
            .stderr(Stdio::inherit())
            .output()
            .await?;
        if !output.status.success() {
            bail!("the sample schools could not be seeded: {}", output.status);
        }
        let took = began.elapsed();
        let demo = serde_json::from_slice(&output.stdout).context("what was seeded")?;
        Ok(Self { demo, took, folder: folder.to_owned(), store: store.to_owned() })
    }

    /// How many bytes the SQLite file has.
    pub(crate) fn size(&self) -> Result<u64> {
        let files = fs::read_dir(&self.folder)?.filter_map(|entry| entry.ok()?.metadata().ok());
        Ok(files.filter(fs::Metadata::is_file).map(|file| file.len()).sum())
    }

    /// Serves it, with compiled components kept in `cache`.
    pub(crate) async fn serve(&self, built: &Built, cache: &Path) -> Result<Server> {
        let manifest = self.folder.join("spin.toml");
        fs::write(&manifest, with_floor(built)?)?;
        fs::create_dir_all(cache)?;
        let began = Instant::now();
        let mut child = Command::new(&built.runner)
            .args(["up", "--listen", "127.0.0.1:0", "--quiet", "--print-ready", "--store", &self.store])
            .arg("--from")
            .arg(&manifest)
            .arg("--state-dir")
            .arg(&self.folder)
            .envs(KEYS)
            .env("SPIN_VARIABLE_TASK_TOKEN", "a scheduler's token, of 32 and more characters")
            .env("SPIN_VARIABLE_PUBLIC_ADDRESS", "https://gate.example.org")
            .env("SPIN_VARIABLE_DELIVERY", "outbox")
            .env("SPIN_VARIABLE_DEMO", "true")
            .env("XDG_CACHE_HOME", std::path::absolute(cache)?)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("the runner could not be started")?;
        let out = child.stdout.take().context("the runner's output")?;
        let line = BufReader::new(out).lines().next_line().await?.context("the runner ended while starting")?;
        let started_in = began.elapsed();
        let address = line.rsplit("http://").next().unwrap_or_default();
        let address = address.trim().parse().with_context(|| format!("the runner said: {line}"))?;
        Ok(Server { child, address, started_in })
    }
}

impl Server {
    /// Resident memory now and at its highest, in megabytes (`/proc`; none where there is no such thing).
    pub(crate) fn memory(&self) -> Option<(u64, u64)> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()?)).ok()?;
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            Some(line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok()? / 1024)
        };
        Some((field("VmRSS:")?, field("VmHWM:")?))
    }

    /// Processor time so far, in user and system mode (`/proc`; none where there is no such thing).
    pub(crate) fn worked(&self) -> Option<Duration> {
        /// What Linux counts processor time in, on every processor it shows user space (`USER_HZ`).
        const TICK: Duration = Duration::from_millis(10);
        let status = fs::read_to_string(format!("/proc/{}/stat", self.child.id()?)).ok()?;
        // The name before it may hold anything, spaces and brackets too. The fields are numbered from 1 (proc_pid_stat(5)).
        let mut fields = status.rsplit_once(')')?.1.split_ascii_whitespace().skip(14 - 3);
        let ticks = fields.next()?.parse::<u32>().ok()? + fields.next()?.parse::<u32>().ok()?;
        Some(TICK * ticks)
    }

    pub(crate) async fn stop(mut self) -> Result<()> {
        self.child.kill().await.context("the runner could not be stopped")
    }
}

/// Our manifest with the floor beside it, for a folder elsewhere.
fn with_floor(built: &Built) -> Result<String> {
    let text = fs::read_to_string(built.root.join("spin.toml")).context("spin.toml")?;
    let components = std::path::absolute(built.root.join("target/components"))?;
    let text = text.replace("\"target/components", &format!("\"{}", components.display()));
    let floor = std::path::absolute(&built.floor)?;
    Ok(format!(
        "{text}\n[[trigger.http]]\nroute = \"/floor\"\ncomponent = \"floor\"\n\n[component.floor]\nsource = \"{}\"\n",
        floor.display()
    ))
}
