//! Every `ui/*.toml` is refused with exactly the text beside it. `UPDATE_EXPECT=1` writes the texts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "so a test fails")]

use runner::manifest::Manifest;
use std::{fs, path::Path};

#[test]
fn every_fault_is_named_with_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut checked = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let error = Manifest::parse(&text, Path::new("")).expect_err(&path.display().to_string());
        let said = format!("{error}\n");
        let expected = path.with_extension("txt");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected, &said).unwrap();
        }
        assert_eq!(fs::read_to_string(&expected).unwrap_or_default(), said, "{}", path.display());
        checked += 1;
    }
    assert!(checked >= 15, "{checked}");
}

#[test]
fn a_manifest_with_everything_the_runner_supports_is_read() {
    let text = r#"
        spin_manifest_version = 2
        [application]
        name = "a"
        version = "1.0.0"
        description = "d"
        authors = ["someone"]
        targets = ["spin-up:4.1"]
        [application.tool.x]
        y = 1
        [variables]
        host = { default = "", description = "d" }
        [[trigger.http]]
        id = "front"
        route = "/..."
        component = "one"
        [[trigger.http]]
        route = { private = true }
        component = "one"
        [[trigger.cron]]
        cron_expression = "0 0 5 * * *"
        component = "one"
        [component.one]
        description = "d"
        source = "target/one.wasm"
        variables = { host = "{{ host }}" }
        environment = { A = "b" }
        key_value_stores = ["default"]
        allowed_outbound_hosts = ["https://*:443", "{{ host }}"]
        targets = []
        [component.one.dependencies]
        "a:b/c" = { path = "b.wasm", export = "d:e/f", inherit_configuration = false }
        [component.one.build]
        command = "make"
        [component.one.tool.x]
        y = 1
    "#;
    let manifest = Manifest::parse(text, Path::new("folder")).unwrap();
    let one = &manifest.components["one"];
    assert_eq!(one.source, Path::new("folder/target/one.wasm"));
    assert_eq!(one.dependencies["a:b/c"].path, Path::new("folder/b.wasm"));
    assert_eq!(one.dependencies["a:b/c"].export.as_deref(), Some("d:e/f"));
    assert_eq!(manifest.http[0].route.as_deref(), Some("/..."));
    assert_eq!(manifest.http[1].route, None);
    assert_eq!(manifest.cron[0].expression, "0 0 5 * * *");
}
