//! `spin.toml` is the permission list: it names what there is, and gives each component what it uses.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::Finding;
use super::tree::Tree;

const PATH: &str = "spin.toml";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let Some(text) = tree.get(PATH) else {
        return Vec::new();
    };
    let Ok(manifest) = text.parse::<Table>() else {
        return vec![Finding::error(PATH, "it is not TOML")];
    };
    let mut findings = version(tree, PATH, &manifest);
    findings.extend(folders(tree, text, &manifest));
    findings.extend(sources(&manifest));
    findings.extend(variables(PATH, text, &manifest));
    findings.extend(keyrings(&manifest));
    for name in tree.folders_under("components") {
        findings.extend(apart(tree, name));
    }
    findings
}

/// The manifest of a component that is an application of its own.
fn own_manifest(name: &str) -> String {
    format!("components/{name}/{PATH}")
}

/// What holds for such a manifest too.
fn apart(tree: &Tree, name: &str) -> Vec<Finding> {
    let path = own_manifest(name);
    let Some(text) = tree.get(&path) else { return Vec::new() };
    let Ok(manifest) = text.parse::<Table>() else {
        return vec![Finding::error(path, "it is not TOML")];
    };
    let mut findings = version(tree, &path, &manifest);
    findings.extend(variables(&path, text, &manifest));
    findings
}

fn section<'m>(manifest: &'m Table, name: &str) -> impl Iterator<Item = (&'m String, &'m Value)> {
    manifest.get(name).and_then(Value::as_table).into_iter().flatten()
}

/// One version, so that `/health`, the manifest and the changelog speak of the same thing.
fn version(tree: &Tree, path: &str, manifest: &Table) -> Vec<Finding> {
    let root = tree.get("Cargo.toml").and_then(|text| text.parse::<Table>().ok());
    let cargo = root.as_ref().and_then(|root| root.get("workspace")?.get("package")?.get("version")?.as_str());
    let spin = manifest.get("application").and_then(|a| a.get("version")?.as_str());
    if cargo == spin {
        return Vec::new();
    }
    vec![Finding::error(
        path,
        format!(
            "application.version is {}, in Cargo.toml it is {}; they are one number",
            spin.unwrap_or("missing"),
            cargo.unwrap_or("missing")
        ),
    )]
}

/// Every component has a folder, and every folder is a component, part of one by `dependencies`, or an application of its own.
fn folders(tree: &Tree, text: &str, manifest: &Table) -> Vec<Finding> {
    let listed: BTreeSet<&str> = section(manifest, "component").map(|(name, _)| name.as_str()).collect();
    let there: BTreeSet<&str> = tree.folders_under("components").into_iter().collect();
    let without_folder = listed
        .difference(&there)
        .map(|name| Finding::error(PATH, format!("component {name} has no folder components/{name}")));
    let composed = |name: &str| text.contains(&format!("\"{}\"", built(name)));
    let is_apart = |name: &str| tree.get(&own_manifest(name)).is_some_and(|own| own.contains(&built(name)));
    let unlisted = there.difference(&listed).filter(|name| !composed(name) && !is_apart(name)).map(|name| {
        Finding::error(
            format!("components/{name}"),
            "spin.toml does not list it, so nobody can reach it and nobody sees what it may do",
        )
    });
    without_folder.chain(unlisted).collect()
}

/// Where `cargo xtask build` puts a component.
fn built(name: &str) -> String {
    format!("target/components/{name}.wasm")
}

/// Each is taken from where `cargo xtask build` puts it.
fn sources(manifest: &Table) -> Vec<Finding> {
    section(manifest, "component")
        .filter_map(|(name, component)| {
            let expected = built(name);
            let source = component.get("source").and_then(Value::as_str);
            (source != Some(&expected))
                .then(|| Finding::error(PATH, format!("component {name}: its source is {expected}")))
        })
        .collect()
}

/// Every variable is explained where it is declared, and given to a component that needs it.
fn variables(path: &str, text: &str, manifest: &Table) -> Vec<Finding> {
    let mut used = BTreeSet::new();
    for (_, component) in section(manifest, "component") {
        let given = component.get("variables").and_then(Value::as_table);
        let hosts = component.get("allowed_outbound_hosts").and_then(Value::as_array);
        let values = given.into_iter().flat_map(Table::values).chain(hosts.into_iter().flatten());
        used.extend(values.filter_map(Value::as_str).flat_map(names_in));
    }
    let declared: BTreeSet<&str> = section(manifest, "variables").map(|(n, _)| n.as_str()).collect();
    let undeclared = used.iter().filter(|name| !declared.contains(*name)).map(|name| {
        Finding::error(path, format!("a component is given {name}, which is no variable of the application"))
    });
    let unused = declared
        .iter()
        .filter(|name| !used.contains(*name))
        .map(|name| Finding::error(path, format!("variable {name} is given to no component")));
    let unexplained = declared.iter().filter(|name| !explained(text, name)).map(|name| {
        Finding::error(path, format!("variable {name} is not explained, in a comment above it or in its line"))
    });
    undeclared.chain(unused).chain(unexplained).collect()
}

/// A component opens the store with a keyring of its own, and `spin.toml` says what it opens.
fn keyrings(manifest: &Table) -> Vec<Finding> {
    let finding = |(name, component): (&String, &Value)| {
        let is_given = |key: &str| component.get(key).and_then(Value::as_array).is_some_and(|list| !list.is_empty());
        let keyring = component.get("variables").and_then(|variables| variables.get("keyring")?.as_str());
        let domains = component.get("tool").and_then(|tool| tool.get("schoolgate")?.get("keys")?.as_array());
        let own = format!("{{{{ keyring_{} }}}}", name.replace('-', "_"));
        let fits = match is_given("key_value_stores") {
            true => keyring == Some(own.as_str()) && domains.is_some_and(|domains| !domains.is_empty()),
            false => keyring.is_none() && domains.is_none(),
        };
        (!fits).then(|| {
            let rule = "with a store a keyring of its own and the domains it opens, without one neither";
            Finding::error(PATH, format!("component {name}: {rule}"))
        })
    };
    section(manifest, "component").filter_map(finding).collect()
}

/// The variables a template such as `{{ task_token }}` names.
fn names_in(template: &str) -> Vec<&str> {
    let parts = template.split("{{").skip(1);
    parts.filter_map(|part| Some(part.split_once("}}")?.0.trim())).collect()
}

/// Whether the line that declares this variable has a comment, or one above it.
fn explained(text: &str, name: &str) -> bool {
    let mut above = "";
    let in_section = text.lines().skip_while(|line| line.trim() != "[variables]").skip(1);
    for line in in_section.take_while(|line| !line.starts_with('[')) {
        let declares = line.split_once('=').is_some_and(|(left, _)| left.trim() == name);
        if declares {
            return line.contains("# ") || above.starts_with('#');
        }
        above = line.trim();
    }
    false
}
