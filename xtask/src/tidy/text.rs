//! What may not stand in a file, whatever it is about.

use super::Finding;
use super::arrows::is_guest_code;
use super::tree::Tree;

/// A file longer than this is worth a look.
const LONG: usize = 400;
/// A file longer than this is split.
const TOO_LONG: usize = 600;

/// What ends the name of a file that people read from top to bottom.
const CODE: &[&str] = &[".rs", ".js", ".mjs", ".ts", ".css", ".html", ".ftl"];

/// Written by others, or data: not held to our length.
const NOT_OURS: &[&str] = &["vendor/", "corpora/", "tidy-cases/"];

/// Marks of a test that cannot fail, of one switched off, and of work left undone. In two halves, so that
/// this list does not find itself.
const UNFINISHED: &[(&str, &str)] = &[
    (concat!("#[", "ignore"), "a test that is switched off tells nothing"),
    (concat!("assert!(", "true"), "a test that cannot fail tells nothing"),
    (concat!("test.", "skip"), "a test that is switched off tells nothing"),
    (concat!("test.", "fixme"), "a test that is switched off tells nothing"),
    (concat!("test.", "only"), "it switches every other test off"),
    (concat!("todo", "!("), "nothing is left for later"),
    (concat!("unimplemented", "!("), "nothing is left for later"),
    (concat!("TO", "DO"), "nothing is left for later; what is to come stands in an issue"),
    (concat!("FIX", "ME"), "nothing is left for later; what is to come stands in an issue"),
];

/// Folders that exist on one machine only.
const MACHINE: &[&str] = &[concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/wo", "rk/"), concat!("/tm", "p/")];

/// Places that outlive a request.
const LASTING: &[&str] =
    &["thread_local!", "static mut", "OnceLock", "OnceCell", "LazyLock", "LazyCell", "lazy_static"];

/// Files that may hold what outlives a request. Each says what it is, and why nothing of a request is in it.
const LASTING_BUT_NOBODYS: &[&str] = &[
    "components/publication-checker/src/opened.rs",
    "components/signposting/src/service.rs",
    "crates/reception/src/spin.rs",
    "crates/records/src/spin.rs",
];

/// Ways for a rule to learn the time or reach the machine.
const OUTWARD: &[&str] =
    &["::now()", "SystemTime", "Instant", "std::env", "std::fs", "std::net", "std::process", "std::thread"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.files() {
        if NOT_OURS.iter().any(|folder| path.contains(folder)) {
            continue;
        }
        let code = CODE.iter().any(|ending| path.ends_with(ending));
        if code {
            findings.extend(length(path, text));
            findings.extend(matches(path, text, UNFINISHED, contains));
        }
        if is_rule(path) {
            let why = "a rule is given what it needs to know, the date too, and reaches for nothing";
            findings.extend(matches(path, text, &all_for(OUTWARD, why), contains));
        }
        if is_guest_code(path) && !LASTING_BUT_NOBODYS.contains(&path) {
            let why = "an instance serves many requests, several at once: what one leaves there, another finds";
            findings.extend(matches(path, text, &all_for(LASTING, why), contains));
        }
        findings.extend(matches(path, text, &all_for(MACHINE, "that folder is on one machine only"), starts_a_path));
        if path.ends_with("package-lock.json") {
            let resolved = [(
                "\"resolved\": \"http",
                "a lock file names no registry: npm install --omit-lockfile-registry-resolved",
            )];
            findings.extend(matches(path, text, &resolved, contains).into_iter().take(1));
        }
    }
    findings
}

/// The code of a rule crate, without its tests.
fn is_rule(path: &str) -> bool {
    path.strip_prefix("crates/")
        .and_then(|rest| rest.split_once("-rules/src/"))
        .is_some_and(|(_, file)| file.ends_with(".rs") && !file.contains("test"))
}

fn length(path: &str, text: &str) -> Option<Finding> {
    let lines = text.lines().count();
    if lines > TOO_LONG {
        return Some(Finding::error(
            path,
            format!("{lines} lines; a file has one reason to change and at most {TOO_LONG} lines, better {LONG}"),
        ));
    }
    (lines > LONG).then(|| Finding::warning(path, format!("{lines} lines; over {LONG}, look whether it is two things")))
}

fn matches(path: &str, text: &str, marks: &[(&str, &str)], found: fn(&str, &str) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for (mark, why) in marks {
            if found(line, mark) {
                findings.push(Finding::error(path, format!("`{mark}`: {why}")).after_lines(number));
            }
        }
    }
    findings
}

/// Marks that are all refused for the same reason.
fn all_for<'m>(marks: &[&'m str], why: &'m str) -> Vec<(&'m str, &'m str)> {
    marks.iter().map(|mark| (*mark, why)).collect()
}

fn contains(line: &str, mark: &str) -> bool {
    line.contains(mark)
}

/// Whether a path of a machine begins in this line, and not one that only has the same folder further down.
fn starts_a_path(line: &str, mark: &str) -> bool {
    line.match_indices(mark).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !"._-}>]*)".contains(c))
    })
}
