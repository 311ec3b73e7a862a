//! A Redis server of a test's own.

use std::{
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

/// A `redis-server` on a free loopback port, which ends with its owner and keeps nothing.
pub struct Redis {
    process: Child,
    port: u16,
    _folder: TempDir,
}

impl Redis {
    /// Starts one and waits until it takes connections.
    ///
    /// # Errors
    /// When it is not installed, or does not start.
    pub fn start() -> Result<Self> {
        for _ in 0..3 {
            // A port that was free may be taken before the server listens on it.
            if let Some(redis) = Self::try_to_start()? {
                return Ok(redis);
            }
        }
        bail!("redis-server does not start")
    }

    fn try_to_start() -> Result<Option<Self>> {
        let folder = TempDir::with_prefix("schoolgate-redis-")?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut process = Command::new("redis-server")
            .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir"])
            .arg(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("redis-server could not be started; is it installed?")?;
        let output = process.stdout.take().context("no output")?;
        let redis = Self { process, port, _folder: folder };
        // What it says later nobody reads; a server that cannot say it goes on serving.
        let ready = BufReader::new(output).lines().map_while(Result::ok).any(|line| line.contains("Ready to accept"));
        Ok(ready.then_some(redis))
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        // It is a child of ours that nobody waits for anywhere else.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
