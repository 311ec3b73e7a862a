//! `cargo xtask up`: one command from a fresh clone to a page in the browser.

mod demo;
mod health;
mod runtime_config;
mod secrets;
mod seed;
mod server;

use std::env;
use std::fs;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::build;
use crate::workspace::Workspace;
use secrets::Secrets;
use server::Server;

/// How to start, and with what.
#[derive(Args)]
pub(crate) struct Options {
    /// Empty the store first and seed the sample schools anew
    #[arg(long)]
    fresh: bool,
    /// Address to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// Folder with the store, its keys and the logs
    #[arg(long, value_name = "FOLDER", default_value = ".schoolgate/state")]
    state_dir: PathBuf,
    /// Where to write what scripts need to sign in as anybody (readable by you alone)
    #[arg(long, value_name = "FILE", default_value = ".schoolgate/demo.json")]
    demo_file: PathBuf,
    /// What serves the application; Spin must be on the PATH
    #[arg(long, value_enum, default_value = "runner")]
    with: Host,
    /// Where records are kept: `sqlite`, or redis://HOST:PORT/DATABASE
    #[arg(long, value_name = "STORE", default_value = "sqlite")]
    store: Store,
    /// Pretend it is this moment, such as 2027-09-01T08:00:00Z (runner only)
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
    /// How many requests one instance of a component answers in its life; the host knows where it is not said
    #[arg(long, value_name = "NUMBER")]
    reuse: Option<usize>,
    /// How many requests one instance answers at once; the host knows where it is not said
    #[arg(long, value_name = "NUMBER")]
    concurrent: Option<usize>,
    /// Take what was built before
    #[arg(long)]
    no_build: bool,
    /// Stop when standard input ends: for a program that starts this, and may end before it
    #[arg(long)]
    until_input_ends: bool,
}

/// What serves the application.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Host {
    /// Our own small host
    Runner,
    /// Spin 4.1 or newer
    Spin,
}

/// Where records are kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Store {
    /// One file in the state folder.
    Sqlite,
    /// A Redis or Valkey server, by its address.
    Redis(String),
}

impl FromStr for Store {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "sqlite" => Ok(Self::Sqlite),
            _ if text.starts_with("redis://") => Ok(Self::Redis(text.to_owned())),
            _ => Err("it is neither `sqlite` nor an address that starts with redis://".into()),
        }
    }
}

impl Store {
    /// As the runner and the seeding program take it.
    pub(crate) fn argument(&self) -> &str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Redis(address) => address,
        }
    }
}

/// Builds, prepares the state folder, seeds, starts, waits until the application is well, and stays until
/// it is stopped.
///
/// # Errors
/// When any of these steps fails, or the server ends by itself.
pub(crate) fn up(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.with == Host::Spin && options.now.is_some() {
        bail!("Spin has no clock that can be set; leave out --now, or use --with runner");
    }
    if !options.no_build {
        build::components(workspace)?;
    }
    let state = workspace.path(&options.state_dir);
    fs::create_dir_all(&state).with_context(|| format!("{} cannot be made", state.display()))?;
    let secrets = Secrets::load_or_create(&state.join("secrets.json"))?;
    let listen = with_port(options.listen)?;
    let address = browser_address(listen);
    let mut variables = variables(&secrets, &address);
    if options.with == Host::Spin {
        // The runner makes them itself.
        let given = keyrings(workspace, &variables)?;
        variables.extend(given);
    }

    let schools = seed::seed(workspace, options, &state, &variables)?;
    let mut server = Server::start(workspace, options, &state, listen, &variables)?;
    let ready = server.ready(listen)?;
    if !ready {
        return server.stop();
    }
    let demo_file = workspace.path(&options.demo_file);
    demo::write(&demo_file, &address, server.process(), &schools)?;
    println!("{}", demo::invitation(&address, &schools, &options.demo_file));
    server.stay()
}

/// The keys that open the records of a state folder, as the application's variables. One that is set in our own
/// environment counts instead, which is how an installation's own keys are given.
///
/// # Errors
/// When the folder has no secrets and the environment does not have them either.
pub(crate) fn keys(state: &Path) -> Result<Vec<(String, String)>> {
    let names = ["SPIN_VARIABLE_MASTER_KEY", "SPIN_VARIABLE_INDEX_KEY"];
    if names.iter().all(|name| env::var_os(name).is_some()) {
        return Ok(Vec::new());
    }
    let path = state.join("secrets.json");
    if !path.exists() {
        bail!("{} is not there; set {} instead", path.display(), names.join(" and "));
    }
    let secrets = Secrets::load_or_create(&path)?;
    let keys = names.map(str::to_owned).into_iter().zip([secrets.master_key, secrets.index_key]);
    Ok(keys.filter(|(name, _)| env::var_os(name).is_none()).collect())
}

/// The application's variables for a demonstration, as Spin and the runner look for them. One that is set in
/// our own environment is left as it is, so that `SPIN_VARIABLE_DELIVERY=webhook cargo xtask up` does what it says.
fn variables(secrets: &Secrets, address: &str) -> Vec<(String, String)> {
    let variables = [
        ("master_key", secrets.master_key.clone()),
        ("index_key", secrets.index_key.clone()),
        ("task_token", secrets.task_token.clone()),
        ("public_address", address.to_owned()),
        ("delivery", "outbox".to_owned()),
        ("demo", "true".to_owned()),
    ];
    let named = variables.into_iter().map(|(name, value)| (format!("SPIN_VARIABLE_{}", name.to_uppercase()), value));
    named.filter(|(name, _)| env::var_os(name).is_none()).collect()
}

/// The keyrings of the application's components under the keys that count, but for those that are set in our own environment.
fn keyrings(workspace: &Workspace, variables: &[(String, String)]) -> Result<Vec<(String, String)>> {
    let of = |name: &str| {
        let given = variables.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        env::var(name).ok().or(given)
    };
    let keyrings = crate::keys::keyrings(workspace, of)?;
    Ok(keyrings.into_iter().filter(|(name, _)| env::var_os(name).is_none()).collect())
}

/// The same address with a free port where none was chosen.
fn with_port(listen: SocketAddr) -> Result<SocketAddr> {
    if listen.port() != 0 {
        return Ok(listen);
    }
    TcpListener::bind(listen)
        .and_then(|listener| listener.local_addr())
        .with_context(|| format!("no free port on {}", listen.ip()))
}

/// What a browser on this machine opens.
fn browser_address(listen: SocketAddr) -> String {
    let mut reachable = listen;
    if listen.ip().is_unspecified() {
        reachable.set_ip(match listen {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    format!("http://{reachable}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_sent_to_an_address_it_can_open() {
        let address = |listen: &str| browser_address(listen.parse().unwrap());
        assert_eq!(address("127.0.0.1:3000"), "http://127.0.0.1:3000");
        assert_eq!(address("0.0.0.0:3000"), "http://127.0.0.1:3000");
        assert_eq!(address("[::]:81"), "http://[::1]:81");
    }

    #[test]
    fn a_store_that_is_not_supported_is_refused_by_name() {
        assert_eq!("sqlite".parse(), Ok(Store::Sqlite));
        let redis = "redis://localhost:6379/3";
        assert_eq!(redis.parse(), Ok(Store::Redis(redis.to_owned())));
        assert!("cosmos".parse::<Store>().is_err());
    }

    #[test]
    fn port_nought_becomes_a_free_port_and_any_other_stays() {
        let asked: SocketAddr = "127.0.0.1:0".parse().unwrap();
        let listen = with_port(asked).unwrap();
        assert_eq!(listen.ip(), asked.ip());
        assert_ne!(listen.port(), 0);
        let chosen = "127.0.0.1:81".parse().unwrap();
        assert_eq!(with_port(chosen).unwrap(), chosen);
    }
}
