//! What Spin is told of where records are kept, and where by its own rules that is.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use toml::Table;

use super::Store;
use crate::fresh_file::write_private;
use crate::workspace::Workspace;

/// Spin's file in the state folder, where no store is named; the seeding program and the runner write the same.
const SPINS_OWN: &str = "sqlite_key_value.db";

/// The runtime configuration for Spin: our example for SQLite as it stands, the one for Redis with the address filled in and kept
/// in the state folder, because an address may hold a password.
///
/// # Errors
/// When it cannot be read or written, or by Spin's rules names another store than the one that is seeded.
pub(super) fn prepare(workspace: &Workspace, store: &Store, state: &Path) -> Result<PathBuf> {
    let file = match store {
        Store::Sqlite => workspace.path("runtime-config/sqlite.toml"),
        Store::Redis(address) => {
            let filled = state.join("runtime-config.toml");
            write_private(
                &filled,
                with_redis(&read(&workspace.path("runtime-config/redis.toml"))?, address)?.as_bytes(),
            )?;
            filled
        }
    };
    let kept = store_of(&read(&file)?, &file, state)?;
    let expected = match store {
        Store::Sqlite => Kept::File(state.join(SPINS_OWN)),
        Store::Redis(address) => Kept::Redis(address.clone()),
    };
    ensure!(kept == expected, "{} makes Spin keep records in {kept:?} and not in {expected:?}", file.display());
    Ok(file)
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// Where Spin keeps the records of the label `default`.
#[derive(Debug, PartialEq, Eq)]
enum Kept {
    File(PathBuf),
    Redis(String),
    /// In memory, or somewhere we do not support.
    Elsewhere(String),
}

/// By Spin's rules: without a store of that name its own file in the state folder; a relative `path` begins at the folder of the
/// configuration.
fn store_of(text: &str, file: &Path, state: &Path) -> Result<Kept> {
    let table: Table = text.parse().with_context(|| file.display().to_string())?;
    let Some(store) = table.get("key_value_store").and_then(|stores| stores.get("default")) else {
        return Ok(Kept::File(state.join(SPINS_OWN)));
    };
    let text_of = |name: &str| store.get(name).and_then(toml::Value::as_str);
    Ok(match (text_of("type"), text_of("path"), text_of("url")) {
        (Some("spin"), Some(path), _) => Kept::File(file.parent().unwrap_or(Path::new("")).join(path)),
        (Some("redis"), _, Some(url)) => Kept::Redis(url.to_owned()),
        (kind, ..) => Kept::Elsewhere(kind.unwrap_or_default().to_owned()),
    })
}

/// The example with this address in place of its own.
fn with_redis(example: &str, address: &str) -> Result<String> {
    let mut table: Table = example.parse().context("runtime-config/redis.toml")?;
    let url = table
        .get_mut("key_value_store")
        .and_then(|stores| stores.get_mut("default"))
        .and_then(|store| store.get_mut("url"))
        .context("runtime-config/redis.toml names no key_value_store.default.url")?;
    *url = address.into();
    toml::to_string(&table).context("a runtime configuration as TOML")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQLITE: &str = include_str!("../../../runtime-config/sqlite.toml");
    const REDIS: &str = include_str!("../../../runtime-config/redis.toml");

    #[test]
    fn by_spins_rules_our_sqlite_records_are_in_the_state_folder() {
        let folder = tempfile::tempdir().unwrap();
        let [file, state] = ["sqlite.toml", "state"].map(|name| folder.path().join(name));
        assert_eq!(store_of(SQLITE, &file, &state).unwrap(), Kept::File(state.join(SPINS_OWN)));
        let relative = "[key_value_store.default]\ntype = \"spin\"\npath = \"sqlite_key_value.db\"\n";
        assert_eq!(store_of(relative, &file, &state).unwrap(), Kept::File(folder.path().join(SPINS_OWN)));
    }

    #[test]
    fn every_configuration_refuses_private_networks() {
        for text in [SQLITE, REDIS] {
            let table: Table = text.parse().unwrap();
            assert_eq!(table["outbound_networking"]["block_networks"][0].as_str(), Some("private"));
        }
    }

    #[test]
    fn spin_is_given_the_chosen_redis_and_still_refuses_private_networks() {
        let filled = with_redis(REDIS, "redis://localhost:6400/7").unwrap();
        let [file, state] = ["/x/runtime-config.toml", "/x"].map(Path::new);
        assert_eq!(store_of(&filled, file, state).unwrap(), Kept::Redis("redis://localhost:6400/7".to_owned()));
        let table: Table = filled.parse().unwrap();
        assert_eq!(table["outbound_networking"]["block_networks"][0].as_str(), Some("private"));
    }
}
