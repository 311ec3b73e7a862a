//! The sample schools, put into the store by their own program.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Options, Store};
use crate::build;
use crate::fresh_file::write_private;
use crate::workspace::Workspace;

/// The program that fills a store with the sample schools.
const PROGRAM: &str = build::SAMPLES;

/// Spin's name for its file in the state folder, and the runner's.
const SQLITE_FILE: &str = "sqlite_key_value.db";

/// What was seeded, kept beside the store: passphrases cannot be read back out of it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seeded {
    /// The store they are in, as [`Store::argument`].
    store: String,
    /// By school, what a script needs to sign in.
    schools: Map<String, Value>,
}

/// Seeds the sample schools where the store has none yet, or anew with `--fresh`, and gives what a script
/// needs to sign in, per school.
///
/// The program has the runner's own `--state-dir`, `--store` and `--now`, and `--fresh`, which empties the
/// store first. It reads the master key from its environment, like the application, and answers with one
/// JSON object on standard output, whose `schools` is kept.
///
/// # Errors
/// When the program cannot be built, fails, or answers something else, and when a Redis database holds records that
/// were not seeded from this state folder: they may be somebody's real ones, and even `--fresh` leaves them alone.
pub(super) fn seed(
    workspace: &Workspace,
    options: &Options,
    state: &Path,
    variables: &[(String, String)],
) -> Result<Map<String, Value>> {
    let kept = state.join("seeded.json");
    let before = seeded_before(&kept, &options.store, state);
    let may_empty = options.fresh && (before.is_some() || options.store == Store::Sqlite);
    if let Some(schools) = before.filter(|_| !options.fresh) {
        return Ok(schools);
    }
    let program = if options.no_build { build::built_program(workspace, PROGRAM)? } else { build::samples(workspace)? };
    let mut command = Command::new(program);
    command
        .current_dir(workspace.root())
        .arg("--state-dir")
        .arg(state)
        .args(["--store", options.store.argument()])
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stderr(Stdio::inherit());
    if may_empty {
        command.arg("--fresh");
    }
    if let Some(now) = &options.now {
        command.args(["--now", now]);
    }
    let output = command.output().with_context(|| format!("`{PROGRAM}` could not be started"))?;
    if !output.status.success() {
        bail!("the sample schools could not be seeded: {}", output.status);
    }
    let schools = schools(&output.stdout)?;
    let seeded = Seeded { store: options.store.argument().to_owned(), schools };
    write_private(&kept, &serde_json::to_vec(&seeded).context("the sample schools as JSON")?)?;
    Ok(seeded.schools)
}

/// The schools of an earlier start, if this store still holds them.
fn seeded_before(kept: &Path, store: &Store, state: &Path) -> Option<Map<String, Value>> {
    if *store == Store::Sqlite && !state.join(SQLITE_FILE).exists() {
        return None;
    }
    let seeded: Seeded = serde_json::from_slice(&fs::read(kept).ok()?).ok()?;
    (seeded.store == store.argument()).then_some(seeded.schools)
}

/// The `schools` of the program's answer. The parser's own message may repeat a passphrase and is left out.
fn schools(answer: &[u8]) -> Result<Map<String, Value>> {
    let answer: Option<Value> = serde_json::from_slice(answer).ok();
    match answer.as_ref().and_then(|answer| answer.get("schools")?.as_object()) {
        Some(schools) if !schools.is_empty() => Ok(schools.clone()),
        _ => Err(anyhow!("`{PROGRAM}` answered with no schools")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_store_is_seeded_once_and_another_one_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("seeded.json");
        let before = |store: &Store| seeded_before(&kept, store, folder.path());
        assert_eq!(before(&Store::Sqlite), None);

        let schools = json!({ "elmswick": {} }).as_object().unwrap().clone();
        let seeded = Seeded { store: "sqlite".to_owned(), schools: schools.clone() };
        fs::write(&kept, serde_json::to_vec(&seeded).unwrap()).unwrap();
        assert_eq!(before(&Store::Sqlite), None, "somebody removed the store");

        fs::write(folder.path().join(SQLITE_FILE), "").unwrap();
        assert_eq!(before(&Store::Sqlite), Some(schools));
        assert_eq!(before(&Store::Redis("redis://localhost".to_owned())), None);
    }

    #[test]
    fn an_answer_without_schools_is_refused_and_not_repeated() {
        assert_eq!(schools(br#"{"schools": {"a": 1}}"#).unwrap().len(), 1);
        for answer in [r#"{"passphrase": "plum"}"#, r#"{"schools": {}}"#, "plum"] {
            let error = schools(answer.as_bytes()).unwrap_err();
            assert!(!format!("{error:?}").contains("plum"));
        }
    }
}
