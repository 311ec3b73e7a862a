//! What every crate of ours has, so that a stranger finds their way in the tenth as in the first.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::Finding;
use super::arrows::{Graph, Member};
use super::tree::Tree;

/// The sections of a manifest that list dependencies.
const SECTIONS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

pub(super) fn check(tree: &Tree, graph: &Graph) -> Vec<Finding> {
    let mut findings = Vec::new();
    for member in &graph.0 {
        // What a crate's own tests are built from is part of that crate.
        if !member.folder.contains("/fixtures/") {
            findings.extend(complete(tree, member));
        }
        findings.extend(inherits(tree, member));
    }
    findings.extend(reasons(tree, graph));
    findings
}

/// A README that is its documentation, and a description.
fn complete(tree: &Tree, member: &Member) -> Vec<Finding> {
    let mut findings = Vec::new();
    let readme = format!("{}/README.md", member.folder);
    if tree.get(&readme).is_none_or(|text| text.trim().is_empty()) {
        findings.push(Finding::error(
            &readme,
            "every crate says in three or four sentences what it is; if that is not enough, split it",
        ));
    }
    let entries = ["lib.rs", "main.rs"].map(|file| format!("{}/src/{file}", member.folder));
    let mut entries = entries.iter().filter_map(|path| Some((path, tree.get(path)?)));
    if let Some((path, text)) = entries.next()
        && !text.contains("#![doc = include_str!(\"../README.md\")]")
    {
        findings
            .push(Finding::error(path, "its documentation is the README: #![doc = include_str!(\"../README.md\")]"));
    }
    if member.description.as_ref().is_none_or(|text| text.trim().is_empty()) {
        findings.push(Finding::error(format!("{}/Cargo.toml", member.folder), "it has no description"));
    }
    findings
}

/// Lints and versions come from the workspace.
fn inherits(tree: &Tree, member: &Member) -> Vec<Finding> {
    let path = format!("{}/Cargo.toml", member.folder);
    let Some(manifest) = tree.get(&path).and_then(|text| text.parse::<Table>().ok()) else {
        return vec![Finding::error(path, "it cannot be read")];
    };
    let mut findings = Vec::new();
    if !inherited(manifest.get("lints")) {
        findings.push(Finding::error(&path, "the same lints hold everywhere: [lints] workspace = true"));
    }
    for section in SECTIONS {
        let Some(Value::Table(dependencies)) = manifest.get(section) else {
            continue;
        };
        for (name, _) in dependencies.iter().filter(|(_, value)| !inherited(Some(value))) {
            findings.push(Finding::error(
                &path,
                format!(
                    "{name} names its own version; it belongs in the root Cargo.toml, once, with its reason: {name}.workspace = true"
                ),
            ));
        }
    }
    findings
}

fn inherited(value: Option<&Value>) -> bool {
    value.and_then(|v| v.get("workspace")?.as_bool()) == Some(true)
}

/// Every dependency of the workspace says in its line why it is there, and is used.
fn reasons(tree: &Tree, graph: &Graph) -> Vec<Finding> {
    let Some(root) = tree.get("Cargo.toml") else {
        return Vec::new();
    };
    let used: BTreeSet<&str> = graph.0.iter().flat_map(|member| member.uses.iter().map(|u| u.name.as_str())).collect();
    let mut findings = Vec::new();
    let lines = root
        .lines()
        .enumerate()
        .skip_while(|(_, line)| line.trim() != "[workspace.dependencies]")
        .skip(1)
        .take_while(|(_, line)| !line.starts_with('['));
    for (number, line) in lines {
        let Some((name, rest)) = line.split_once('=') else {
            continue;
        };
        let name = name.trim();
        if name.starts_with('#') {
            continue;
        }
        let ours = rest.contains("path = ");
        let reason = rest.split_once('#').map_or("", |(_, reason)| reason.trim());
        if !ours && reason.split(' ').count() < 2 {
            findings.push(
                Finding::error(
                    "Cargo.toml",
                    format!("{name} does not say why it is here, in a comment at the end of its line"),
                )
                .after_lines(number),
            );
        }
        if !used.contains(name) {
            findings.push(Finding::error("Cargo.toml", format!("{name} is used by no crate")).after_lines(number));
        }
    }
    findings
}
