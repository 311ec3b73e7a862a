//! Which packages a change touches: those whose files differ from `main`, and all that depend on them.

use std::collections::BTreeSet;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::packages;
use crate::workspace::Workspace;

/// One of our packages, as far as changes go.
struct Member {
    name: String,
    folder: String,
    uses: Vec<String>,
}

/// The names of the packages that differ from `main`, committed or not, and of those that depend on them. None where a file differs
/// that belongs to no package: then everything may be touched.
///
/// # Errors
/// When git or cargo cannot say.
pub(super) fn packages(workspace: &Workspace) -> Result<Option<BTreeSet<String>>> {
    let base = git(workspace, &["merge-base", "main", "HEAD"])?;
    let differing = git(workspace, &["diff", "--name-only", base.trim()])?;
    let new = git(workspace, &["ls-files", "--others", "--exclude-standard"])?;
    let files: Vec<&str> = differing.lines().chain(new.lines()).collect();
    let metadata = packages::read(workspace, &["--no-deps"])?;
    let members = metadata.workspace_packages().into_iter().map(|package| {
        Ok(Member {
            name: package.name.to_string(),
            folder: packages::folder(workspace.root(), package.manifest_path.as_std_path())?,
            uses: package.dependencies.iter().map(|dependency| dependency.name.clone()).collect(),
        })
    });
    Ok(touched(&files, &members.collect::<Result<Vec<_>>>()?))
}

fn git(workspace: &Workspace, arguments: &[&str]) -> Result<String> {
    let mut command = Command::new("git");
    let output = command.current_dir(workspace.root()).args(arguments).output().context("git could not be started")?;
    if !output.status.success() {
        bail!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).context("a file's name is not UTF-8")
}

fn touched(files: &[&str], members: &[Member]) -> Option<BTreeSet<String>> {
    let mut touched = BTreeSet::new();
    // Text that no package reads.
    for file in files.iter().filter(|file| file.contains('/') || !file.ends_with(".md")) {
        let holds = |member: &&Member| file.strip_prefix(&member.folder).is_some_and(|rest| rest.starts_with('/'));
        // A package may lie in another's folder: the inner one holds the file.
        let owner = members.iter().filter(holds).max_by_key(|member| member.folder.len())?;
        touched.insert(owner.name.clone());
    }
    loop {
        let dependents = members.iter().filter(|member| member.uses.iter().any(|used| touched.contains(used)));
        let more: Vec<String> = dependents.map(|member| member.name.clone()).collect();
        let before = touched.len();
        touched.extend(more);
        if touched.len() == before {
            return Some(touched);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[&str], expected: Option<&[&str]>) {
        let member = |name: &str, folder: &str, uses: &[&str]| Member {
            name: name.to_owned(),
            folder: folder.to_owned(),
            uses: uses.iter().map(|used| (*used).to_owned()).collect(),
        };
        let members = [
            member("web", "crates/web", &["http"]),
            member("pages", "crates/pages", &["web"]),
            member("office", "components/office", &["pages"]),
            member("runner", "crates/runner", &[]),
            member("probe", "crates/runner/tests/fixtures/probe", &[]),
        ];
        let expected = expected.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(touched(files, &members), expected, "{files:?}");
    }

    #[test]
    fn a_change_touches_what_depends_on_it() {
        check(&[], Some(&[]));
        check(&["README.md"], Some(&[]));
        check(&["components/office/src/lib.rs"], Some(&["office"]));
        check(&["crates/web/src/lib.rs"], Some(&["office", "pages", "web"]));
        check(
            &["crates/runner/tests/fixtures/probe/src/lib.rs", "crates/runner/src/lib.rs"],
            Some(&["probe", "runner"]),
        );
    }

    #[test]
    fn a_file_of_no_package_touches_everything() {
        check(&["Cargo.toml"], None);
        check(&["components/office/src/lib.rs", "content/profiles/p0.toml"], None);
        check(&["crates/website/src/lib.rs"], None);
    }
}
