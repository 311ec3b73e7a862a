//! The SQLite backend against real files, a second process, a killed process, and Spin's own statements.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "so a test fails")]

mod contract;

use kv_stores::{Address, Backend, DEFAULT_LABEL, Error, SQLITE_FILE, Store};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
};

async fn open(folder: &Path) -> Arc<dyn Store> {
    let backend = Backend::open(&Address::Sqlite, folder).await.unwrap();
    backend.store(DEFAULT_LABEL)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contract_holds() {
    let folder = tempfile::tempdir().unwrap();
    contract::holds(open(folder.path()).await).await;
}

#[tokio::test]
async fn labels_are_apart() {
    let folder = tempfile::tempdir().unwrap();
    let backend = Backend::open(&Address::Sqlite, folder.path()).await.unwrap();
    backend.store("one").set("k", b"1".to_vec()).await.unwrap();
    assert_eq!(backend.store("two").get("k").await.unwrap(), None);
    assert_eq!(backend.store("one").keys().await.unwrap(), ["k"]);
}

#[tokio::test]
async fn a_missing_folder_is_an_error_not_an_empty_store() {
    let folder = tempfile::tempdir().unwrap();
    let opened = Backend::open(&Address::Sqlite, &folder.path().join("absent")).await;
    assert!(matches!(opened.err(), Some(Error::Sqlite(_))));
}

/// Spin's statements, as its SQLite backend sends them, on a connection opened as it opens one.
#[tokio::test]
async fn spin_reads_and_writes_the_same_file_while_it_is_open_and_after() {
    const GET: &str = "SELECT value FROM spin_key_value WHERE store=$1 AND key=$2";
    const SET: &str = "INSERT INTO spin_key_value (store, key, value) VALUES ($1, $2, $3)
                     ON CONFLICT(store, key) DO UPDATE SET value=$3";
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    assert_eq!(store.increment("count", 7).await.unwrap(), 7);
    // Another process sees an increment once whatever was written after it is answered.
    store.set("ours", b"hello".to_vec()).await.unwrap();

    let spin = rusqlite::Connection::open(folder.path().join(SQLITE_FILE)).unwrap();
    let get = |key: &str| -> Vec<u8> { spin.query_row(GET, ["default", key], |row| row.get(0)).unwrap() };
    assert_eq!(get("ours"), b"hello");
    assert_eq!(get("count"), 7_i64.to_le_bytes());
    let spins = rusqlite::params!["default", "theirs", &b"shalom"[..]];
    spin.execute(SET, spins).unwrap();
    let count = rusqlite::params!["default", "count", 8_i64.to_le_bytes()];
    spin.execute(SET, count).unwrap();
    assert_eq!(store.get("theirs").await.unwrap().as_deref(), Some(&b"shalom"[..]));
    assert_eq!(store.increment("count", 1).await.unwrap(), 9);

    drop(store);
    assert_eq!(get("count"), 9_i64.to_le_bytes());
}

#[tokio::test]
async fn a_file_that_spin_made_is_opened_with_everything_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let spin = rusqlite::Connection::open(folder.path().join(SQLITE_FILE)).unwrap();
    spin.execute_batch(
        "CREATE TABLE spin_key_value (store TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
         PRIMARY KEY (store, key));
         INSERT INTO spin_key_value VALUES ('default', 'kept', x'00ff');",
    )
    .unwrap();
    drop(spin);
    let store = open(folder.path()).await;
    assert_eq!(store.get("kept").await.unwrap(), Some(vec![0x00, 0xff]));
}

#[tokio::test]
async fn the_last_to_close_leaves_one_file_that_can_be_copied() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    store.set("k", b"v".to_vec()).await.unwrap();
    drop(store);
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, [SQLITE_FILE]);
}

const FOLDER: &str = "KV_STORES_TEST_FOLDER";

/// The process that the two tests below start, told by a variable; without it there is nothing to do. It says each number
/// after it was acknowledged.
#[tokio::test]
async fn another_process_that_writes_without_end() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let store = open(Path::new(&folder)).await;
    loop {
        let number = store.increment("shared", 1).await.unwrap();
        let key = format!("event/{number}");
        store.set(&key, b"written".to_vec()).await.unwrap();
        println!("acknowledged {number}");
    }
}

fn start_writer(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "another_process_that_writes_without_end"])
        .arg("--nocapture")
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The next `count` numbers the process acknowledged.
fn acknowledged(child: &mut Child, count: usize) -> Vec<i64> {
    let lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    lines.filter_map(|line| line.unwrap().strip_prefix("acknowledged ")?.parse().ok()).take(count).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_loses_nothing_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = start_writer(folder.path());
    let numbers = acknowledged(&mut child, 40);
    child.kill().unwrap();
    child.wait().unwrap();

    let store = open(folder.path()).await;
    for number in &numbers {
        let event = store.get(&format!("event/{number}")).await.unwrap();
        assert_eq!(event.as_deref(), Some(&b"written"[..]), "event {number}");
    }
    let next = store.increment("shared", 1).await.unwrap();
    assert!(next > numbers.into_iter().max().unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_never_get_one_number() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let mut child = start_writer(folder.path());
    let mut ours = Vec::new();
    for _ in 0..40 {
        ours.push(store.increment("shared", 1).await.unwrap());
    }
    let theirs = acknowledged(&mut child, 40);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!((ours.len(), theirs.len()), (40, 40));
    assert!(ours.iter().all(|number| !theirs.contains(number)));
}
