//! No real person or school is named here: the samples are invented, and stay so.

use std::collections::HashSet;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::Finding;
use super::tree::Tree;

/// SHA-256 of names that must not appear, so that the list itself does not name them: one or two words,
/// lower case, one space between.
const LIST: &str = include_str!("../../names.sha256");

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let listed: HashSet<&str> = LIST.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    let mut known = HashSet::new();
    let mut findings = Vec::new();
    for (path, text) in tree.files() {
        if path.ends_with(".lock") || path.ends_with("package-lock.json") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            if names_in(line).any(|name| is_listed(name, &listed, &mut known)) {
                let why = "a real person or school is named; everybody in the samples is invented";
                findings.push(Finding::error(path, why).after_lines(number));
            }
        }
    }
    findings
}

/// Every word of a line, and every two that follow each other, in lower case.
fn names_in(line: &str) -> impl Iterator<Item = String> {
    let words: Vec<String> =
        line.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2).map(str::to_lowercase).collect();
    let pairs: Vec<String> = words.windows(2).map(|pair| pair.join(" ")).collect();
    words.into_iter().chain(pairs)
}

/// Asks the list once per name, because hashing is what takes the time.
fn is_listed(name: String, listed: &HashSet<&str>, harmless: &mut HashSet<String>) -> bool {
    if harmless.contains(&name) {
        return false;
    }
    let found = listed.contains(HEXLOWER.encode(&Sha256::digest(&name)).as_str());
    if !found {
        harmless.insert(name);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for line in ["ann.example@", "Ann Example", "the Ann-Example Academy"] {
            assert!(names_in(line).any(|name| name == "ann example"), "{line}");
        }
    }

    #[test]
    fn every_line_of_the_list_is_a_hash() {
        for line in LIST.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(HEXLOWER.decode(line.as_bytes()).unwrap().len(), 32);
        }
    }
}
