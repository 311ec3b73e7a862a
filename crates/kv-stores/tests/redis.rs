//! The Redis backend against a server of its own on a free port.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "so a test fails")]

mod contract;

use kv_stores::{Address, Backend, DEFAULT_LABEL, Error, Store};
use std::{
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    task::{Context, Waker},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// A `redis-server` that ends with the test.
struct Server {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl Server {
    fn start() -> Self {
        // The port is free at this moment; nothing else on the machine asks for a particular one.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let folder = tempfile::tempdir().unwrap();
        let process = Self::launch(port, folder.path());
        Self { process, port, folder }
    }

    fn launch(port: u16, folder: &Path) -> Child {
        let port = port.to_string();
        Command::new("redis-server")
            .args(["--bind", "127.0.0.1", "--port", &port, "--save", ""])
            .args(["--appendonly", "yes", "--appendfsync", "always", "--dir"])
            .arg(folder)
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is installed")
    }

    fn restart(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        self.process = Self::launch(self.port, self.folder.path());
    }

    fn address(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    async fn store(&self) -> Arc<dyn Store> {
        let backend = Backend::open(&Address::Redis(self.address()), self.folder.path()).await;
        backend.unwrap().store(DEFAULT_LABEL)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contract_holds() {
    let server = Server::start();
    contract::holds(server.store().await).await;
}

#[tokio::test]
async fn keys_and_counters_are_stored_as_spin_stores_them() {
    let server = Server::start();
    let store = server.store().await;
    store.set("plain key", b"v".to_vec()).await.unwrap();
    store.increment("count", 12).await.unwrap();
    assert_eq!(store.get("count").await.unwrap().as_deref(), Some(&b"12"[..]));
    let mut keys = store.keys().await.unwrap();
    keys.sort();
    assert_eq!(keys, ["count", "plain key"], "no label, no prefix");
}

#[tokio::test]
async fn commands_that_nobody_polls_hold_up_no_other() {
    let server = Server::start();
    let store = server.store().await;
    // As an instance leaves them that waits for an increment: begun, and more than the connection's queue takes at once.
    let mut left: Vec<_> = (0..500).map(|_| store.get("key")).collect();
    for command in &mut left {
        let polled = command.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert!(polled.is_pending());
    }
    assert_eq!(store.increment("count", 1).await.unwrap(), 1);
    for command in left {
        assert_eq!(command.await.unwrap(), None);
    }
}

#[tokio::test]
async fn after_the_server_was_killed_and_started_again_everything_is_there_and_works() {
    let mut server = Server::start();
    let store = server.store().await;
    store.set("kept", b"v".to_vec()).await.unwrap();
    server.restart();
    let started = Instant::now();
    // The first command may still meet the broken connection; the store then reconnects by itself.
    let value = loop {
        match store.get("kept").await {
            Ok(value) => break value,
            Err(Error::Redis(_)) if started.elapsed() < Duration::from_secs(20) => {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            Err(error) => panic!("{error}"),
        }
    };
    assert_eq!(value.as_deref(), Some(&b"v"[..]));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = Address::Redis(format!("redis://127.0.0.1:{port}"));
    let opened = Backend::open(&address, folder.path()).await;
    assert!(matches!(opened.err(), Some(Error::Redis(_))));
}
