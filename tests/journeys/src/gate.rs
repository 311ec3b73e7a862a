//! A running application: started by `cargo xtask up`, stopped with whoever started it.

use std::{
    env, io,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU16, AtomicUsize, Ordering},
        mpsc::{Sender, channel},
    },
    thread::JoinHandle,
};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;

use crate::{
    browser::Browser,
    demo::{Demo, Person},
};

/// How often to try when a port that was free is taken before the host listens on it.
const TRIES: usize = 3;

/// How many lines of its log are shown when a test fails.
const TOLD: usize = 30;

/// How to start an application.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A Redis server's address; without it, SQLite in the application's own folder.
    pub redis: Option<String>,
    /// How many requests one instance answers; the host knows where it is not said.
    pub reuse: Option<usize>,
    /// The application's variables that differ from a demonstration's, by name: `("demo", "false")`.
    pub variables: Vec<(&'static str, String)>,
}

/// A running application, with the folder its records are in.
pub struct Gate {
    folder: Arc<TempDir>,
    options: Options,
    log: Arc<Mutex<String>>,
    running: Mutex<Option<Running>>,
    demo: Demo,
    taken: AtomicUsize,
}

/// The processes behind it. They stop when `input` is closed, also if that is because we are gone.
struct Running {
    xtask: Child,
    input: ChildStdin,
    readers: Vec<JoinHandle<()>>,
    host: i32,
}

/// The streets handed out.
static STREET: AtomicU16 = AtomicU16::new(1);

impl Gate {
    /// Starts an application in a folder of its own, with the sample schools freshly seeded.
    ///
    /// # Errors
    /// When it does not start; the message holds what its log says.
    pub fn start(options: Options) -> Result<Self> {
        Self::start_in(Arc::new(TempDir::with_prefix("schoolgate-")?), options, true)
    }

    /// Starts a second process with the same records and secrets.
    ///
    /// # Errors
    /// As [`Gate::start`].
    pub fn beside(&self) -> Result<Self> {
        Self::start_in(Arc::clone(&self.folder), self.options.clone(), false)
    }

    fn start_in(folder: Arc<TempDir>, options: Options, fresh: bool) -> Result<Self> {
        let log = Arc::default();
        let (running, demo) = launch(folder.path(), &options, fresh, &log)?;
        Ok(Self { folder, options, log, running: Mutex::new(Some(running)), demo, taken: AtomicUsize::new(0) })
    }

    /// Starts it again with what it left behind, at a new address.
    ///
    /// # Errors
    /// As [`Gate::start`].
    pub fn restart(&mut self) -> Result<()> {
        self.stop()?;
        let (running, demo) = launch(self.folder.path(), &self.options, false, &self.log)?;
        self.running = Mutex::new(Some(running));
        self.demo = demo;
        Ok(())
    }

    /// Lets it finish what it is doing, and waits until it is gone.
    ///
    /// # Errors
    /// When it had to be ended the hard way.
    pub fn stop(&self) -> Result<()> {
        let Some(running) = self.take() else { return Ok(()) };
        let status = running.wait()?;
        if status { Ok(()) } else { bail!("the application did not stop in good order: {}", self.log()) }
    }

    /// Ends the host as a power cut would: SIGKILL, with whatever it started. Whoever comes second does nothing.
    ///
    /// # Errors
    /// When it cannot be signalled.
    pub fn kill(&self) -> Result<()> {
        let Some(running) = self.take() else { return Ok(()) };
        let host = Pid::from_raw(running.host).context("no process has that id")?;
        kill_process_group(host, Signal::KILL).context("the host cannot be killed")?;
        running.wait()?;
        Ok(())
    }

    fn take(&self) -> Option<Running> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Where it answers, without a slash at the end.
    pub fn base(&self) -> &str {
        &self.demo.base
    }

    /// Who can sign in.
    pub const fn demo(&self) -> &Demo {
        &self.demo
    }

    /// Everything it and the program that starts it have said.
    pub fn log(&self) -> String {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The folder its records are in.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    /// A browser in a street of its own, so that no limit for one source counts it with others.
    ///
    /// # Errors
    /// When there are no more sockets.
    pub fn browser(&self) -> Result<Browser> {
        Browser::from_place(self.base(), STREET.fetch_add(1, Ordering::Relaxed))
    }

    /// A parent whom nobody was given before, nor anybody of that family.
    ///
    /// # Errors
    /// When there is none left.
    pub fn somebody(&self, school: &str) -> Result<Person> {
        let number = self.taken.fetch_add(1, Ordering::Relaxed);
        let families = self.demo.families(school)?;
        families.get(number).map(|person| (*person).clone()).context("every family was given out")
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.tell();
        }
        if let Some(running) = self.take() {
            // A test that fails has said why; one that passed has no use for how this ends.
            let _ = running.wait();
        }
    }
}

impl Gate {
    /// What it said last, for whoever looks into a test that failed: but for the requests that went well.
    fn tell(&self) {
        let log = self.log();
        let telling = |line: &&str| !line.contains(" 200 ") && !line.contains(" 303 ");
        let last: Vec<&str> = log.lines().rev().filter(telling).take(TOLD).collect();
        let last: Vec<&str> = last.into_iter().rev().collect();
        // Nobody can be told that nobody can be told.
        let _ = writeln!(io::stderr(), "{} said last:\n{}", self.base(), last.join("\n"));
    }
}

impl Running {
    /// Closes the input and waits for the end; whether it was a good one.
    fn wait(self) -> io::Result<bool> {
        let Self { mut xtask, input, readers, .. } = self;
        drop(input);
        let status = xtask.wait()?;
        for reader in readers {
            // A reader only ends with what it reads.
            let _ = reader.join();
        }
        Ok(status.success())
    }
}

fn launch(folder: &Path, options: &Options, fresh: bool, log: &Arc<Mutex<String>>) -> Result<(Running, Demo)> {
    for _ in 1..TRIES {
        match try_to_launch(folder, options, fresh, log) {
            Err(error) if format!("{error:#}").contains("in use") => {}
            launched => return launched,
        }
    }
    try_to_launch(folder, options, fresh, log)
}

fn try_to_launch(folder: &Path, options: &Options, fresh: bool, log: &Arc<Mutex<String>>) -> Result<(Running, Demo)> {
    // Two processes in one folder each have a file of their own.
    let demo_file = TempDir::with_prefix_in("demo-", folder)?.keep().join("demo.json");
    let mut command = up(folder, &demo_file, options);
    if fresh {
        command.arg("--fresh");
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut xtask = command.spawn().context("xtask could not be started")?;
    let input = xtask.stdin.take().context("no input")?;
    let (ready, when_ready) = channel();
    let readers = vec![
        reader(xtask.stdout.take().context("no output")?, log, Some(ready)),
        reader(xtask.stderr.take().context("no error output")?, log, None),
    ];
    // The sender is dropped at the end of the output: then it has failed.
    if when_ready.recv().is_err() {
        drop(input);
        let status = xtask.wait()?;
        let _: Vec<_> = readers.into_iter().map(JoinHandle::join).collect();
        bail!("the application did not start ({status}): {}", log.lock().unwrap_or_else(PoisonError::into_inner));
    }
    let demo = Demo::read(&demo_file)?;
    Ok((Running { xtask, input, readers, host: demo.process }, demo))
}

fn up(folder: &Path, demo_file: &Path, options: &Options) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut command = match env::var_os("SCHOOLGATE_XTASK") {
        Some(xtask) => Command::new(xtask),
        None => {
            let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            cargo.args(["run", "--quiet", "--package", "xtask", "--"]);
            cargo
        }
    };
    command.current_dir(root).args(["up", "--no-build", "--until-input-ends", "--listen", "127.0.0.1:0"]);
    command.arg("--state-dir").arg(folder.join("state")).arg("--demo-file").arg(demo_file);
    command.arg("--with").arg(env::var_os("SCHOOLGATE_WITH").unwrap_or_else(|| "runner".into()));
    command.args(["--store", options.redis.as_deref().unwrap_or("sqlite")]);
    if let Some(reuse) = options.reuse {
        command.args(["--reuse", &reuse.to_string()]);
    }
    for (name, value) in &options.variables {
        command.env(format!("SPIN_VARIABLE_{}", name.to_uppercase()), value);
    }
    command
}

/// Keeps what a process says, line by line, and tells when it says that it is ready.
fn reader(from: impl Read + Send + 'static, log: &Arc<Mutex<String>>, ready: Option<Sender<()>>) -> JoinHandle<()> {
    let log = Arc::clone(log);
    std::thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            // The last line of the invitation: the demo file is written by then.
            if let Some(ready) = ready.as_ref().filter(|_| line.starts_with("Ctrl-C stops it")) {
                // Nobody waits a second time.
                let _ = ready.send(());
            }
            let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
            log.push_str(&line);
            log.push('\n');
        }
    })
}
