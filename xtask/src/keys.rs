//! The keyring of each component, which is all that it is given of the operator's keys.

use std::env;
use std::fs;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};
use vault::{Domain, Keyring, MasterKey};

use crate::workspace::Workspace;

/// Writes `NAME=value` for every component that works with records, from the keys in our environment: for a file of variables,
/// or a secret of the host's.
///
/// # Errors
/// When a key is missing or is none, or `spin.toml` cannot be read.
pub(crate) fn print(workspace: &Workspace) -> Result<()> {
    for (name, keyring) in keyrings(workspace, |name| env::var(name).ok())? {
        println!("{name}={keyring}");
    }
    Ok(())
}

/// The variable of each component that works with records, with its value, from `SPIN_VARIABLE_MASTER_KEY`,
/// `SPIN_VARIABLE_INDEX_KEY` and, after a change, `SPIN_VARIABLE_MASTER_KEY_PREVIOUS`.
///
/// # Errors
/// When a key is missing or is none, or `spin.toml` cannot be read.
pub(crate) fn keyrings(
    workspace: &Workspace,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Vec<(String, String)>> {
    let key = |name: &str| {
        let digits = variable(name).filter(|digits| !digits.is_empty());
        digits.map(|digits| read(name, &digits)).transpose()
    };
    let needed = |name: &str| key(name)?.with_context(|| format!("{name} is not set"));
    let (master, index) = (needed("SPIN_VARIABLE_MASTER_KEY")?, needed("SPIN_VARIABLE_INDEX_KEY")?);
    let previous = key("SPIN_VARIABLE_MASTER_KEY_PREVIOUS")?;
    let manifest = fs::read_to_string(workspace.path("spin.toml")).context("spin.toml cannot be read")?;
    let keyring = |(component, domains): (String, Vec<Domain>)| {
        let keyring = Keyring::derive(&master, &index, previous.as_ref(), domains);
        let name = format!("SPIN_VARIABLE_KEYRING_{}", component.replace('-', "_").to_uppercase());
        (name, keyring.to_text().to_string())
    };
    Ok(given(&manifest)?.into_iter().map(keyring).collect())
}

fn read(name: &str, digits: &str) -> Result<MasterKey> {
    // Without what was read, which may be most of a key.
    let key: MasterKey = digits.parse().with_context(|| name.to_owned())?;
    if key.is_placeholder() {
        bail!("{name} is a placeholder, not a random key: openssl rand -hex 32");
    }
    Ok(key)
}

/// Which domains' keys `spin.toml` gives to which component.
fn given(manifest: &str) -> Result<Vec<(String, Vec<Domain>)>> {
    let manifest: Table = manifest.parse().context("spin.toml")?;
    let mut all = Vec::new();
    for (component, table) in manifest.get("component").and_then(Value::as_table).into_iter().flatten() {
        let keys = || table.get("tool")?.get("schoolgate")?.get("keys")?.as_array();
        let Some(keys) = keys() else { continue };
        let domain = |key: &Value| {
            let name = key.as_str().context("a key is the name of a domain")?;
            name.parse::<Domain>().with_context(|| name.to_owned())
        };
        let domains: Result<Vec<_>> = keys.iter().map(domain).collect();
        all.push((component.clone(), domains.with_context(|| format!("component {component}"))?));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    #[test]
    fn every_component_with_a_keyring_gets_one_and_the_master_stands_in_none() {
        let workspace = Workspace::locate().unwrap();
        let keyrings = keyrings(&workspace, |name| (!name.ends_with("PREVIOUS")).then(|| KEY.to_owned())).unwrap();
        let manifest: Table = fs::read_to_string(workspace.path("spin.toml")).unwrap().parse().unwrap();
        let declared = manifest["variables"].as_table().unwrap().keys().filter(|name| name.starts_with("keyring_"));
        let mut declared: Vec<_> = declared.map(|name| format!("SPIN_VARIABLE_{}", name.to_uppercase())).collect();
        declared.sort_unstable();
        let mut named: Vec<_> = keyrings.iter().map(|(name, _)| name.clone()).collect();
        named.sort_unstable();
        assert_eq!(named, declared);
        for (name, keyring) in &keyrings {
            assert!(keyring.parse::<Keyring>().is_ok() && !keyring.contains(KEY), "{name}");
        }
    }

    #[test]
    fn what_is_no_key_is_named_and_not_shown() {
        let workspace = Workspace::locate().unwrap();
        let error = |master: &str| {
            let of = |name: &str| Some(if name.contains("MASTER") { master } else { KEY }.to_owned());
            format!("{:#}", keyrings(&workspace, of).unwrap_err())
        };
        assert!(error("").contains("SPIN_VARIABLE_MASTER_KEY is not set"));
        assert!(error(&"0".repeat(64)).contains("placeholder"));
        let planted = error("planted");
        assert!(planted.contains("64 hexadecimal digits") && !planted.contains("planted"), "{planted}");
    }

    #[test]
    fn a_domain_that_does_not_exist_is_an_error() {
        let manifest = "[component.one.tool.schoolgate]\nkeys = [\"pupils\"]";
        assert!(format!("{:#}", given(manifest).unwrap_err()).contains("pupils"));
    }
}
