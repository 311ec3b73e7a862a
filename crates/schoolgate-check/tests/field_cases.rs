//! Every file of `tests/corpora/field` comes out as its folder says, by the rules as the API asks them and on the command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "the helpers of a test are part of it")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use publication_rules::{BlindList, Checker, ListKey, Profile, PupilForms, Submission};
use school_types::{PersonName, Redacted};
use serde_json::Value;
use words::Words;

/// A folder from this number on is about lists of people and is tried where these are read.
const LISTS: u8 = 33;

/// A file and what has to come of it.
struct Case {
    path: PathBuf,
    name: String,
    expected: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora/field")
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for folder in folders.into_iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        if name.get(..2).unwrap().parse::<u8>().unwrap() >= LISTS {
            continue;
        }
        let mut files: BTreeSet<String> =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        files.remove("expected.txt");
        for line in fs::read_to_string(folder.join("expected.txt")).unwrap().lines() {
            let (file, expected) = line.split_once('\t').expect("a file, a tab, and what has to come of it");
            assert!(files.remove(file), "{name}/{file} is expected and not there");
            cases.push(Case {
                path: folder.join(file),
                name: format!("{name}/{file}"),
                expected: expected.trim().to_owned(),
            });
        }
        assert!(files.is_empty(), "nothing is said of {files:?} in {name}");
    }
    cases
}

fn list(key: &ListKey) -> BlindList {
    let roster = fs::read_to_string(folder().join("roster.csv")).unwrap();
    let forms: Vec<_> = roster
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let mut name = PersonName::new(cells[1], cells[3]);
            name.middle_names = Redacted::new(cells[2].to_owned());
            name.preferred_forename = Some(cells[4])
                .filter(|preferred| !preferred.is_empty())
                .map(|preferred| Redacted::new(preferred.to_owned()));
            PupilForms::new(&name)
        })
        .collect();
    BlindList::blind(key, &forms)
}

/// Whether a report, as it goes out in JSON, is what was expected.
fn holds(report: &Value, expected: &str) -> bool {
    let found = |rules: &[&str], least: &[&str]| {
        report["findings"].as_array().unwrap().iter().any(|finding| {
            rules.contains(&finding["rule"].as_str().unwrap()) && least.contains(&finding["severity"].as_str().unwrap())
        })
    };
    let any = &["note", "warn", "stop"][..];
    let examined = report["not_examined"].as_array().unwrap().is_empty();
    let pupil = || {
        let rules = ["pupil-full-name", "name-by-picture", "name-in-file-name", "picture-metadata-name"];
        found(&rules, &["warn", "stop"])
    };
    expected.split('|').any(|one| match one {
        "pupil" => pupil(),
        "pupil-examined" => pupil() && examined,
        "clear-examined" => report["verdict"] == "clear" && examined,
        "notexamined" => !examined,
        "gps" => found(&["picture-location"], any),
        "email" => found(&["email-address"], any),
        "phone" => found(&["phone-number"], any),
        "address" => found(&["postal-address"], any),
        other => panic!("nobody knows what {other:?} is"),
    })
}

/// Fails where a file comes out wrong.
fn judge(reports: &[(Case, Value)]) {
    let mut wrong = Vec::new();
    for (case, report) in reports {
        if !holds(report, &case.expected) {
            wrong.push(format!("{}: {}", case.name, case.expected));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), reports.len(), wrong.join("\n"));
}

#[test]
fn the_rules_find_what_every_field_case_holds() {
    let key = ListKey::new([0x5a; 32]);
    let (profile, list) = (Profile::default(), list(&key));
    let checker = Checker::new(&profile, Some(&list));
    let w = Words::new(school_types::Language::En);
    let reports: Vec<_> = cases()
        .into_iter()
        .map(|case| {
            let bytes = fs::read(&case.path).unwrap();
            let file_name = case.path.file_name().unwrap().to_str();
            let report = checker.check(&Submission { bytes: &bytes, content_type: None, file_name });
            let told = serde_json::to_value(checker_words::report(w, report)).unwrap();
            (case, told)
        })
        .collect();
    judge(&reports);
}

#[test]
fn the_command_line_finds_what_every_field_case_holds() {
    let key = ListKey::new([0x5a; 32]);
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("pupils.list"), list(&key).export(&key)).unwrap();
    fs::write(home.path().join("list.key"), "5a".repeat(32)).unwrap();
    let cases = cases();
    let output = Command::new(env!("CARGO_BIN_EXE_schoolgate-check"))
        .current_dir(home.path())
        .env_remove("SCHOOLGATE_LIST_KEY")
        .args(["--list", "pupils.list", "--key-file", "list.key", "--format", "json"])
        .args(cases.iter().map(|case| &case.path))
        .output()
        .unwrap();
    let files: Value = serde_json::from_slice(&output.stdout).unwrap();
    let reports: Vec<_> = cases
        .into_iter()
        .enumerate()
        .map(|(at, case)| {
            let (file, report) = (files[at]["file"].as_str().unwrap(), files[at]["report"].clone());
            assert_eq!(Path::new(file), case.path);
            (case, report)
        })
        .collect();
    judge(&reports);
}
