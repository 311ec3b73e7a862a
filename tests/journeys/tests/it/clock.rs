//! The clock of its own application, at the hours of its own manifest.

use std::{
    fs,
    time::{Duration, Instant},
};

use journeys::{
    browser::Browser,
    gate::{Gate, Options},
    host::{Host, root},
};
use tempfile::TempDir;

use crate::SCHOOL;

const TOKEN: &str = "the scheduler's own token, of 32 and more characters";

/// Variables of an application whose secrets a test knows.
const VARIABLES: [(&str, &str); 6] = [
    ("master_key", "7c0d7a2f6b91d84ee5a0c3f7129b4d6833fe5a1c0b8d92e47f6a10c35d2b9e84"),
    ("index_key", "b31f92d05ce86a47fd20b9173e64c8a5902d7bf1486ec35a0d97e2f84b6c1530"),
    ("task_token", TOKEN),
    ("public_address", "https://gate.example.org"),
    ("delivery", "outbox"),
    ("demo", "true"),
];

/// The manifest as it is, in a folder elsewhere, but for the services' sites: none of them can be reached.
fn cut_off(folder: &TempDir) -> std::path::PathBuf {
    let text = fs::read_to_string(root().join("spin.toml")).unwrap();
    let mut manifest: toml::Table = text.parse().unwrap();
    let components = manifest["component"].as_table_mut().unwrap();
    components["signposting"].as_table_mut().unwrap().remove("allowed_outbound_hosts").unwrap();
    let built = std::path::absolute(root().join("target/components")).unwrap();
    let text = toml::to_string(&manifest).unwrap().replace("\"target/components", &format!("\"{}", built.display()));
    let path = folder.path().join("spin.toml");
    fs::write(&path, text).unwrap();
    path
}

/// The clock's runner with its manifest as it is, rung at this moment.
fn clock(at: &str, application: &str, token: &str) -> (Host, TempDir) {
    let folder = TempDir::new().unwrap();
    let manifest = root().join("components/daily-clock/spin.toml");
    let more = ["--now", at, "--allow-private-network"];
    let host = Host::start(&manifest, folder.path(), &more, &[("application", application), ("task_token", token)]);
    (host.unwrap(), folder)
}

fn says(clock: &Host, line: &str) {
    let began = Instant::now();
    while !clock.log().contains(line) {
        assert!(began.elapsed() < Duration::from_secs(60), "{line}: {}", clock.log());
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn the_clock_has_every_address_asked_and_staff_are_shown_which_are_dead() {
    let variables = VARIABLES.map(|(name, value)| (name, value.to_owned())).to_vec();
    let gate = Gate::start(Options { variables, ..Options::default() }).unwrap();
    let folder = TempDir::new().unwrap();
    let application = Host::start(&cut_off(&folder), &gate.folder(), &[], &VARIABLES).unwrap();
    let due = |base: &str| {
        let address = format!("/s/{SCHOOL}/help/due");
        Browser::new(base).unwrap().open(&address).unwrap().answer.body
    };
    assert!(due(gate.base()).contains("The web addresses have not been checked yet"));

    // Not with another token.
    let (stranger, _kept) = clock("2026-12-01T03:39:58Z", application.base(), &TOKEN.replace('s', "z"));
    says(&stranger, "cron links answered with an error");
    assert!(due(gate.base()).contains("The web addresses have not been checked yet"));

    let (rung, _kept) = clock("2026-12-01T03:39:58Z", application.base(), TOKEN);
    says(&rung, "cron links done");
    let page = due(gate.base());
    assert!(page.contains("https://www.iwf.org.uk") && page.contains("No answer"), "{page}");
    assert!(!rung.log().contains(TOKEN) && !stranger.log().contains("token"));
}

#[test]
fn every_task_is_rung_at_its_hour_and_done() {
    let variables = VARIABLES.map(|(name, value)| (name, value.to_owned())).to_vec();
    let gate = Gate::start(Options { variables, ..Options::default() }).unwrap();
    for (at, task) in [("2026-12-01T04:14:58Z", "daily"), ("2026-12-01T04:20:28Z", "letters")] {
        let (rung, _kept) = clock(at, gate.base(), TOKEN);
        says(&rung, &format!("cron {task} done"));
    }
}
