//! `cargo xtask tidy`: the house rules as code. Each finding says what is wrong, why it matters here, and
//! by that what to do about it.

mod arrows;
#[cfg(test)]
mod cases;
mod crates;
mod licences;
mod manifest;
mod names;
mod text;
mod tree;

use anyhow::{Result, bail};

use crate::packages;
use crate::workspace::Workspace;
use arrows::Graph;
use tree::Tree;

/// Something that breaks a house rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    /// Where: a path from the top of the work tree, or a crate.
    place: String,
    /// The line, counted from one; nought where it is about no line.
    line: usize,
    /// What is wrong, and why it is.
    message: String,
    /// Whether it only deserves a look.
    warning: bool,
}

impl Finding {
    fn error(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), line: 0, message: message.into(), warning: false }
    }

    fn warning(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { warning: true, ..Self::error(place, message) }
    }

    /// The same, about the line after this many others.
    fn after_lines(mut self, lines: usize) -> Self {
        self.line = lines + 1;
        self
    }

    /// As it is printed.
    fn shown(&self) -> String {
        let mark = if self.warning { "warning: " } else { "" };
        match self.line {
            0 => format!("{}: {mark}{}", self.place, self.message),
            line => format!("{}:{line}: {mark}{}", self.place, self.message),
        }
    }
}

/// Checks the whole work tree.
///
/// # Errors
/// When a rule is broken, or the work tree cannot be read.
pub(crate) fn tidy(workspace: &Workspace) -> Result<()> {
    let tree = Tree::read(workspace)?;
    // `--locked`: a lock file that does not fit the manifests would be rewritten on the next machine, and
    // what is tested there would not be what was tested here.
    let metadata = packages::read(workspace, licences::ARGUMENTS)?;
    let graph = Graph::of(workspace, &metadata)?;

    let mut findings = text_findings(&tree, &graph);
    findings.extend(licences::check(&tree, &metadata)?);
    findings.sort();
    for finding in &findings {
        println!("{}", finding.shown());
    }
    let errors = findings.iter().filter(|f| !f.warning).count();
    if errors > 0 {
        bail!("{errors} house rules broken");
    }
    println!("the house rules hold: {} files, {} crates of ours", tree.len(), graph.len());
    Ok(())
}

/// Everything that can be told from our own files and dependencies.
fn text_findings(tree: &Tree, graph: &Graph) -> Vec<Finding> {
    let mut findings = arrows::check(graph);
    findings.extend(crates::check(tree, graph));
    findings.extend(manifest::check(tree));
    findings.extend(names::check(tree));
    findings.extend(text::check(tree));
    findings
}
