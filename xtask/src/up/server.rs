//! The server as a child of ours: started, waited for, stopped with us.

use std::io::Read;
use std::net::SocketAddr;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use signal_hook::consts::{SIGINT, SIGTERM};

use super::{Host, Options, health, runtime_config};
use crate::build;
use crate::workspace::Workspace;

/// How long the first start may take: the host compiles the components to machine code.
const START: Duration = Duration::from_secs(120);

/// How long answers under way may take once we are asked to stop.
const FAREWELL: Duration = Duration::from_secs(15);

/// How often to look whether something changed.
const GLANCE: Duration = Duration::from_millis(100);

/// A running server.
pub(crate) struct Server {
    child: Child,
    asked_to_stop: Arc<AtomicBool>,
}

impl Server {
    /// Starts the host with the application's variables in its environment.
    ///
    /// # Errors
    /// When the runner cannot be built, or the host cannot be started.
    pub(crate) fn start(
        workspace: &Workspace,
        options: &Options,
        state: &Path,
        listen: SocketAddr,
        variables: &[(String, String)],
    ) -> Result<Self> {
        let mut command = host(workspace, options, state, listen)?;
        command.envs(variables.iter().map(|(name, value)| (name, value))).current_dir(workspace.root());
        let server = Self::spawn(command)?;
        if options.until_input_ends {
            server.stop_at_end_of(std::io::stdin());
        }
        Ok(server)
    }

    fn spawn(mut command: Command) -> Result<Self> {
        // A group of its own: Ctrl-C then reaches us alone, and we end the whole group in good order. Our input is ours.
        command.process_group(0).stdin(Stdio::null());
        let asked_to_stop = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            signal_hook::flag::register(signal, Arc::clone(&asked_to_stop)).context("Ctrl-C cannot be caught")?;
        }
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().with_context(|| format!("`{program}` could not be started; is it installed?"))?;
        Ok(Self { child, asked_to_stop })
    }

    /// Takes the end of `input` for a wish to stop, whether it was closed or its writer died.
    fn stop_at_end_of(&self, mut input: impl Read + Send + 'static) {
        let asked_to_stop = Arc::clone(&self.asked_to_stop);
        std::thread::spawn(move || {
            let mut ignored = [0; 64];
            while matches!(input.read(&mut ignored), Ok(1..)) {}
            asked_to_stop.store(true, Ordering::Relaxed);
        });
    }

    /// The id of the host's process, which is that of its group too.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Waits until the application is well. False when we were asked to stop meanwhile.
    ///
    /// # Errors
    /// When the server ends, or is not well in time; either way nothing is left running.
    pub(crate) fn ready(&mut self, listen: SocketAddr) -> Result<bool> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.ended()? {
                bail!("the server ended while starting, with {status}");
            }
            if self.asked_to_stop.load(Ordering::Relaxed) {
                return Ok(false);
            }
            match health::ask(listen) {
                Ok(()) => return Ok(true),
                Err(why) if begun.elapsed() > START => {
                    self.stop()?;
                    bail!("the server was not well after {} s: {why}", START.as_secs());
                }
                Err(_) => sleep(GLANCE),
            }
        }
    }

    /// Stays until Ctrl-C or SIGTERM, then stops the server.
    ///
    /// # Errors
    /// When the server ends by itself.
    pub(crate) fn stay(&mut self) -> Result<()> {
        while !self.asked_to_stop.load(Ordering::Relaxed) {
            if let Some(status) = self.ended()? {
                bail!("the server ended by itself, with {status}");
            }
            sleep(GLANCE);
        }
        self.stop()
    }

    /// Asks the server to finish what it is doing, and ends it when it takes too long.
    ///
    /// # Errors
    /// When it had to be ended the hard way.
    pub(crate) fn stop(&mut self) -> Result<()> {
        self.signal(Signal::TERM)?;
        let begun = Instant::now();
        while begun.elapsed() < FAREWELL {
            if self.ended()?.is_some() {
                return Ok(());
            }
            sleep(GLANCE);
        }
        self.signal(Signal::KILL)?;
        self.child.wait().context("the server cannot be waited for")?;
        bail!("the server did not stop within {} s and was killed", FAREWELL.as_secs());
    }

    fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child.try_wait().context("the server cannot be waited for")
    }

    /// Sends a signal to the server and whatever it started.
    fn signal(&self, signal: Signal) -> Result<()> {
        match kill_process_group(Pid::from_child(&self.child), signal) {
            Ok(()) | Err(rustix::io::Errno::SRCH) => Ok(()),
            Err(error) => Err(error).context("the server cannot be signalled"),
        }
    }
}

/// An error on the way must not leave a server behind that holds the port.
impl Drop for Server {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.signal(Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

/// The host's command line. The runner takes Spin's own arguments; where records are kept it is told in one
/// word, and Spin by its runtime configuration.
fn host(workspace: &Workspace, options: &Options, state: &Path, listen: SocketAddr) -> Result<Command> {
    let mut command = Command::new(match options.with {
        Host::Spin => "spin".into(),
        Host::Runner if options.no_build => build::built_program(workspace, build::RUNNER)?,
        Host::Runner => build::runner(workspace)?,
    });
    command.args(["up", "--from", "spin.toml", "--listen", &listen.to_string()]).arg("--state-dir").arg(state);
    match options.with {
        Host::Spin => {
            command.arg("--runtime-config-file").arg(runtime_config::prepare(workspace, &options.store, state)?)
        }
        Host::Runner => command.args(["--store", options.store.argument()]),
    };
    if let Some(now) = &options.now {
        command.args(["--now", now]);
    }
    command.args(instances(options));
    Ok(command)
}

/// How instances are used, where something was said of it, in the host's own words.
fn instances(options: &Options) -> Vec<String> {
    let [reuse, concurrent] = match options.with {
        Host::Runner => ["--reuse", "--concurrent"],
        Host::Spin => ["--max-instance-reuse-count", "--max-instance-concurrent-reuse-count"],
    };
    let said = [(reuse, options.reuse), (concurrent, options.concurrent)];
    said.into_iter().filter_map(|(name, number)| Some([name.to_owned(), number?.to_string()])).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(script: &str) -> Server {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        Server::spawn(shell).unwrap()
    }

    #[test]
    fn a_server_is_asked_to_finish_before_it_is_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let (up, done) = (folder.path().join("up"), folder.path().join("done"));
        let mut server = server(&format!(
            "exec 2>/dev/null; trap 'touch {}; exit 0' TERM; touch {}; while :; do sleep 0.05; done",
            done.display(),
            up.display()
        ));
        while !up.exists() {
            sleep(GLANCE);
        }
        server.stop().unwrap();
        assert!(done.exists());
    }

    #[test]
    fn a_server_is_stopped_once_whoever_started_it_is_gone() {
        let mut server = server("exec sleep 60");
        let (ours, theirs) = std::io::pipe().unwrap();
        server.stop_at_end_of(ours);
        drop(theirs);
        server.stay().unwrap();
        assert!(server.ended().unwrap().is_some());
    }

    #[test]
    fn instances_are_used_as_was_said_and_else_as_the_host_likes() {
        let said = |line: &str| {
            let options = <Options as clap::Args>::augment_args(clap::Command::new("up"));
            let matches = options.get_matches_from(line.split(' '));
            instances(&<Options as clap::FromArgMatches>::from_arg_matches(&matches).unwrap()).join(" ")
        };
        assert_eq!(said("up"), "");
        assert_eq!(said("up --reuse 1 --concurrent 2"), "--reuse 1 --concurrent 2");
        assert_eq!(said("up --with spin --reuse 1"), "--max-instance-reuse-count 1");
    }

    #[test]
    fn a_server_that_ends_while_starting_is_an_error_and_not_waited_for() {
        let nobody = "127.0.0.1:1".parse().unwrap();
        let error = server("exit 7").ready(nobody).unwrap_err();
        assert_eq!(error.to_string(), "the server ended while starting, with exit status: 7");
    }
}
