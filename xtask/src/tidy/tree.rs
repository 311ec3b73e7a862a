//! The files of the work tree that are ours: tracked, or about to be.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;

/// Text files by their path from the top of the work tree, with forward slashes.
pub(super) struct Tree(BTreeMap<String, String>);

impl Tree {
    /// Reads what git tracks or would track. Files that are not UTF-8 text are left out.
    ///
    /// # Errors
    /// When git cannot list the files.
    pub(super) fn read(workspace: &Workspace) -> Result<Self> {
        let output = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(workspace.root())
            .output()
            .context("git could not be started")?;
        if !output.status.success() {
            bail!("git does not list the files of the work tree");
        }
        let files = output
            .stdout
            .split(|byte| *byte == 0)
            .filter_map(|path| std::str::from_utf8(path).ok())
            .filter(|path| !path.is_empty())
            // A file may be deleted and still tracked.
            .filter_map(|path| Some((path.to_owned(), fs::read_to_string(workspace.path(path)).ok()?)))
            .collect();
        Ok(Self(files))
    }

    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// A file's text.
    pub(super) fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// All files, in the order of their paths.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The names of the folders directly under this one.
    pub(super) fn folders_under<'t>(&'t self, parent: &'t str) -> Vec<&'t str> {
        let mut names: Vec<&str> = self
            .0
            .keys()
            .filter_map(|path| path.strip_prefix(parent)?.strip_prefix('/'))
            .filter_map(|rest| Some(rest.split_once('/')?.0))
            .collect();
        names.dedup();
        names
    }
}

#[cfg(test)]
impl FromIterator<(String, String)> for Tree {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(files: I) -> Self {
        Self(files.into_iter().collect())
    }
}
