//! What our dependencies let us do, and where they come from. The lists are `deny.toml`'s.

use anyhow::{Context, Result};
use cargo_metadata::{Metadata, Package};
use spdx::{Expression, Licensee, ParseMode};
use toml::Table;

use super::Finding;
use super::tree::Tree;

/// What cargo is asked for: the dependencies of what we ship, natively and inside components, from the
/// lock file as it stands.
pub(super) const ARGUMENTS: &[&str] =
    &["--locked", "--filter-platform=x86_64-unknown-linux-gnu", "--filter-platform=wasm32-wasip2"];

/// Where a published crate comes from.
const REGISTRY: &str = "registry+";

/// Checks every package that is not ours.
///
/// # Errors
/// When `deny.toml` cannot be read.
pub(super) fn check(tree: &Tree, metadata: &Metadata) -> Result<Vec<Finding>> {
    let deny = tree.get("deny.toml").context("deny.toml is missing")?;
    let allowed = allowed(deny)?;
    let mut findings = Vec::new();
    for package in &metadata.packages {
        let Some(source) = &package.source else {
            continue;
        };
        let place = format!("{} {}", package.name, package.version);
        if !source.repr.starts_with(REGISTRY) {
            findings.push(Finding::error(
                &place,
                "it comes from no registry; what it is tomorrow is not what was checked today",
            ));
        }
        if let Some(why) = refused(package, &allowed) {
            findings.push(Finding::error(&place, why));
        }
    }
    Ok(findings)
}

/// The licences that `deny.toml` allows.
fn allowed(deny: &str) -> Result<Vec<Licensee>> {
    let table: Table = deny.parse().context("deny.toml")?;
    table
        .get("licenses")
        .and_then(|licences| licences.get("allow")?.as_array())
        .context("deny.toml lists no licenses.allow")?
        .iter()
        .map(|licence| {
            let licence = licence.as_str().context("a licence is a text")?;
            Licensee::parse(licence).with_context(|| format!("deny.toml: {licence}"))
        })
        .collect()
}

/// Why this package's licence is refused, if it is.
fn refused(package: &Package, allowed: &[Licensee]) -> Option<String> {
    let Some(text) = &package.license else {
        return Some("it names no licence".to_owned());
    };
    satisfied(text, allowed).err().map(|why| format!("its licence, {text}, {why}; deny.toml lists what we may use"))
}

/// Whether one may use what has this licence expression, under one of the allowed licences.
fn satisfied(expression: &str, allowed: &[Licensee]) -> Result<(), &'static str> {
    // Older crates write `MIT/Apache-2.0`.
    let expression = Expression::parse_mode(expression, ParseMode::LAX).map_err(|_| "is no SPDX expression")?;
    if expression.evaluate(|wanted| allowed.iter().any(|licence| licence.satisfies(wanted))) {
        Ok(())
    } else {
        Err("is not allowed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_needs_one_allowed_licence_and_a_sum_needs_all() {
        let allowed = allowed("licenses.allow = ['MIT', 'ISC', 'Apache-2.0 WITH LLVM-exception']").unwrap();
        assert_eq!(satisfied("MIT", &allowed), Ok(()));
        assert_eq!(satisfied("GPL-3.0-only OR MIT", &allowed), Ok(()));
        assert_eq!(satisfied("Apache-2.0/MIT", &allowed), Ok(()));
        assert_eq!(satisfied("ISC AND (MIT OR GPL-3.0-only)", &allowed), Ok(()));
        assert_eq!(satisfied("Apache-2.0 WITH LLVM-exception", &allowed), Ok(()));
        assert!(satisfied("Apache-2.0", &allowed).is_err());
        assert!(satisfied("MIT AND GPL-3.0-only", &allowed).is_err());
        assert!(satisfied("whatever you like", &allowed).is_err());
    }

    #[test]
    fn the_list_in_deny_toml_is_readable_and_keeps_copyleft_out() {
        let allowed = allowed(include_str!("../../../deny.toml")).unwrap();
        assert_eq!(satisfied("MIT OR Apache-2.0", &allowed), Ok(()));
        for licence in ["GPL-3.0-only", "AGPL-3.0-or-later", "LGPL-2.1-only", "SSPL-1.0"] {
            assert!(satisfied(licence, &allowed).is_err(), "{licence}");
        }
    }
}
