//! A Redis of our own, and how often it was asked for what.

use std::{collections::BTreeMap, net::TcpListener, path::Path, process::Stdio, time::Duration};

use anyhow::{Context, Result, bail};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::{Child, Command},
    time::sleep,
};

/// A server that ends with us.
pub(crate) struct Redis {
    _child: Child,
    port: u16,
}

impl Redis {
    /// Starts `redis-server` with its append-only file in `folder`, as `deploy/` has it.
    pub(crate) async fn start(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let child = Command::new("redis-server")
            .args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--appendonly", "yes", "--save", ""])
            .arg("--dir")
            .arg(folder)
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("redis-server could not be started; is it installed?")?;
        let redis = Self { _child: child, port };
        for _ in 0..100 {
            if redis.ask("PING").await.is_ok_and(|answer| answer.contains("PONG")) {
                return Ok(redis);
            }
            sleep(Duration::from_millis(50)).await;
        }
        bail!("redis-server does not answer")
    }

    /// The address of one of its databases.
    pub(crate) fn address(&self, database: u8) -> String {
        format!("redis://127.0.0.1:{}/{database}", self.port)
    }

    /// Counts from nought again.
    pub(crate) async fn reset(&self) -> Result<()> {
        self.ask("CONFIG RESETSTAT").await.map(drop)
    }

    /// How often each command was called since.
    pub(crate) async fn calls(&self) -> Result<BTreeMap<String, u64>> {
        Ok(calls_in(&self.ask("INFO commandstats").await?))
    }

    /// How many bytes its data take in memory.
    pub(crate) async fn memory(&self) -> Result<u64> {
        let info = self.ask("INFO memory").await?;
        let line = info.lines().find_map(|line| line.strip_prefix("used_memory:"));
        Ok(line.context("used_memory")?.trim().parse()?)
    }

    /// An inline command and the whole answer: Redis closes after QUIT.
    async fn ask(&self, command: &str) -> Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await?;
        stream.write_all(format!("{command}\r\nQUIT\r\n").as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        Ok(answer)
    }
}

/// The commands that reach the store, of lines like `cmdstat_get:calls=12,usec=...`.
fn calls_in(info: &str) -> BTreeMap<String, u64> {
    let call = |line: &str| {
        let (name, rest) = line.strip_prefix("cmdstat_")?.split_once(":calls=")?;
        let ours = matches!(name, "get" | "set" | "del" | "incr" | "incrby" | "exists" | "mget" | "mset");
        let calls = rest.split(',').next()?.parse().ok()?;
        ours.then(|| (name.to_owned(), calls))
    };
    info.lines().filter_map(call).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_reaches_the_store_is_counted() {
        let info = "# Commandstats\r\ncmdstat_get:calls=12,usec=40\r\ncmdstat_config|resetstat:calls=1,usec=9\r\n\
                    cmdstat_incrby:calls=3,usec=7\r\n";
        assert_eq!(calls_in(info), BTreeMap::from([("get".to_owned(), 12), ("incrby".to_owned(), 3)]));
    }
}
