//! The component, through HTTP: what a program that asks for a check waits for.

use std::{
    fmt::Write,
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, bail};
use reqwest::{StatusCode, blocking::Client};
use samples::Demo;

use crate::{speed::fastest, texts::Texts};

const KEYS: [(&str, &str); 2] = [
    ("SPIN_VARIABLE_MASTER_KEY", "2f1c4a9be07d5386c1ef42a8d95b7063148eaf3cd2709b65e8143fa7c05d962b"),
    ("SPIN_VARIABLE_INDEX_KEY", "91d3e6c7504f8ab21ec97d60b3584af6027ce9154da83b6fd210e7954bc68a3f"),
];

/// The programs' and the components' part of the page.
pub(crate) fn section(
    root: &Path,
    programs: Option<(&PathBuf, &PathBuf)>,
    texts: &Texts,
    rounds: usize,
) -> Result<String> {
    let mut page = String::from("## The component\n\n");
    let mut whole = 0;
    for name in ["publication-checker", "publication-rules"] {
        match fs::metadata(root.join("target/components").join(name).with_extension("wasm")) {
            Ok(file) => {
                whole += file.len();
                writeln!(page, "- `{name}.wasm`: {} bytes", file.len())?;
            }
            Err(_) => writeln!(page, "- `{name}.wasm` is not built")?,
        }
    }
    writeln!(page, "- together {whole} bytes (target: at most 3,000,000)\n")?;
    let Some((runner, samples)) = programs else {
        page.push_str("Not measured through HTTP: no runner was given.\n\n");
        return Ok(page);
    };
    let folder = tempfile::tempdir()?;
    let (slug, token) = seeded(samples, folder.path())?;
    let server = Server::start(root, runner, folder.path())?;
    let client = Client::builder().timeout(None).build()?;
    let ask = |text: &str| -> Result<StatusCode> {
        let request = client.post(format!("http://{}/s/{slug}/check/api/v1", server.address));
        let request = request.bearer_auth(&token).header("content-type", "text/plain").body(text.to_owned());
        let answer = request.send()?;
        let status = answer.status();
        answer.bytes()?;
        Ok(status)
    };
    let status = ask("Nothing to find here.")?;
    if !status.is_success() {
        bail!("the checker answered {status}");
    }
    let began = Instant::now();
    let clock = || began.elapsed().as_secs_f64();
    let floor = fastest(rounds, clock, || drop(ask("Nothing.")));
    let newsletter = fastest(rounds, clock, || drop(ask(&texts.newsletter)));
    let worked = server.worked();
    let prose = fastest(rounds.min(5), clock, || drop(ask(&texts.prose)));
    let work = worked.zip(server.worked()).map(|(before, after)| (after - before) / rounds.min(5) as f64);
    let rate = texts.prose.len() as f64 / 1e6 / (prose - floor);
    page.push_str("| through HTTP | ms | target |\n| --- | --- | --- |\n");
    writeln!(page, "| a text of one word | {:.1} | |", floor * 1e3)?;
    writeln!(page, "| a newsletter of {} bytes | {:.1} | 50 |", texts.newsletter.len(), newsletter * 1e3)?;
    writeln!(
        page,
        "| prose of {} bytes, {rate:.1} MB/s without the floor | {:.1} | 8 MB/s |\n",
        texts.prose.len(),
        prose * 1e3
    )?;
    if let Some(work) = work {
        let rate = texts.prose.len() as f64 / 1e6 / work;
        writeln!(
            page,
            "Of a processor's time the runner spends {:.0} ms on that prose: {rate:.1} MB/s.\n",
            work * 1e3
        )?;
    }
    Ok(page)
}

/// Fills a store; gives a school and the token of its API.
fn seeded(samples: &Path, folder: &Path) -> Result<(String, String)> {
    let output = Command::new(samples)
        .arg("--state-dir")
        .arg(folder)
        .arg("--fresh")
        .envs(KEYS)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        bail!("the sample schools could not be seeded: {}", output.status);
    }
    let demo: Demo = serde_json::from_slice(&output.stdout).context("what was seeded")?;
    let (slug, school) = demo.schools.into_iter().next().context("a sample school")?;
    Ok((slug, school.api_token))
}

/// A runner that ends with us.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(root: &Path, runner: &Path, folder: &Path) -> Result<Self> {
        let mut command = Command::new(runner);
        command
            .args(["up", "--listen", "127.0.0.1:0", "--quiet", "--print-ready", "--from"])
            .arg(root.join("spin.toml"));
        command.arg("--state-dir").arg(folder).envs(KEYS);
        command.env("SPIN_VARIABLE_TASK_TOKEN", "a scheduler's token, of 32 and more characters");
        command.env("SPIN_VARIABLE_PUBLIC_ADDRESS", "https://gate.example.org");
        command.env("SPIN_VARIABLE_DELIVERY", "outbox").env("SPIN_VARIABLE_DEMO", "true");
        let mut child = command.stdout(Stdio::piped()).spawn().context("the runner could not be started")?;
        let out = child.stdout.take().context("the runner's output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let address = line.rsplit("http://").next().unwrap_or_default().trim().to_owned();
        if address.is_empty() {
            bail!("the runner ended while starting");
        }
        Ok(Self { child, address })
    }
}

impl Server {
    /// Seconds of processor time the runner has had so far (`/proc`; none where there is no such thing).
    fn worked(&self) -> Option<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        // User and system time are the 14th and 15th field, in hundredths; the name before them may hold spaces.
        let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
        let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
        Some((ticks(11)? + ticks(12)?) / 100.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing can be done about a process that has gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
