//! The tool as a web team calls it.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use publication_rules::{BlindList, ListKey, PupilForms};
use school_types::PersonName;

struct School {
    folder: tempfile::TempDir,
}

impl School {
    /// A folder with a blinded list, its key and a profile.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = ListKey::new([0xab; 32]);
        let list = BlindList::blind(&key, &[PupilForms::new(&PersonName::new("Amara", "Okafor"))]);
        fs::write(folder.path().join("pupils.list"), list.export(&key)).unwrap();
        fs::write(folder.path().join("list.key"), "ab".repeat(32)).unwrap();
        let profile = "email_domains = [\"elm.example.org\"]\n[policy]\npupil-names = \"3.6.5 School website\"\n";
        fs::write(folder.path().join("school.toml"), profile).unwrap();
        fs::create_dir(folder.path().join("site")).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: &[u8]) {
        fs::write(self.path("site").join(name), content).unwrap();
    }

    fn run(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_schoolgate-check"))
            .current_dir(self.folder.path())
            .env_remove("SCHOOLGATE_LIST_KEY")
            .args(["--list", "pupils.list", "--key-file", "list.key", "--profile", "school.toml"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A tool that was called wrongly is gone before it reads.
        let _ = child.stdin.take().unwrap().write_all(input);
        child.wait_with_output().unwrap()
    }
}

fn shown(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_exit_code_says_what_to_do() {
    let school = School::new();
    for (text, code) in [
        ("The fair is on Friday. Amara helped.", 0),
        ("Send cakes to info@bakery.example.com.", 1),
        ("Well done Amara Okafor!", 2),
        ("%PDF-1.4 broken", 3),
    ] {
        let output = school.run(&["-"], text.as_bytes());
        assert_eq!(output.status.code(), Some(code), "{text}: {}", shown(&output));
    }
}

#[test]
fn called_wrongly_it_says_so_with_a_code_of_its_own() {
    let school = School::new();
    for arguments in [&["--format", "loud", "-"][..], &["nowhere.txt"], &["--profile", "list.key", "-"]] {
        let output = school.run(arguments, b"");
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn a_folder_is_checked_whole_and_hidden_files_are_not() {
    let school = School::new();
    school.write("news.txt", b"Well done Amara Okafor!");
    school.write("amara-okafor.html", b"<p>Hello</p>");
    school.write(".draft.txt", b"Amara Okafor");
    let output = school.run(&["site", "--format", "json"], b"");
    assert_eq!(output.status.code(), Some(2));
    let files: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(files.as_array().unwrap().len(), 2);
    assert_eq!(files[0]["report"]["findings"][0]["rule"], "name-in-file-name");
    let finding = &files[1]["report"]["findings"][0];
    assert_eq!((&finding["start"], &finding["end"]), (&10.into(), &22.into()));
    assert!(finding["policy"].as_str().unwrap().contains("3.6.5 School website"));
}

#[test]
fn sarif_names_the_rule_the_place_and_what_was_not_read() {
    let school = School::new();
    school.write("a.txt", "Café\nHurray Amara Okafor!".as_bytes());
    school.write("b.pdf", b"%PDF-1.4");
    let output = school.run(&["site", "--format", "sarif"], b"");
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let result = &run["results"][0];
    assert_eq!(result["ruleId"], "pupil-full-name");
    assert_eq!(run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize]["id"], "pupil-full-name");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "site/a.txt");
    assert_eq!(place["region"], serde_json::json!({ "startLine": 2, "charOffset": 12, "charLength": 12 }));
    assert_eq!(run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap().len(), 1);
}

#[test]
fn safe_versions_are_written_beside_and_never_over_the_originals() {
    let school = School::new();
    school.write("amara-okafor.txt", b"Well done Amara Okafor!");
    school.run(&["site", "--clean-into", "safe"], b"");
    assert_eq!(fs::read(school.path("site/amara-okafor.txt")).unwrap(), b"Well done Amara Okafor!");
    assert_eq!(fs::read_to_string(Path::new(&school.path("safe/document.txt"))).unwrap(), "Well done Amara!");
}

#[test]
fn without_a_list_nothing_is_called_clear() {
    let school = School::new();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_schoolgate-check"));
        command.current_dir(school.folder.path()).env_remove("SCHOOLGATE_LIST_KEY").args(arguments).output().unwrap()
    };
    school.write("a.txt", b"The fair is on Friday.");
    let output = run(&["site", "--format", "json"]);
    assert_eq!(output.status.code(), Some(3), "{}", shown(&output));
    let files: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let report = &files[0]["report"];
    assert_eq!(
        (&report["verdict"], &report["not_examined"][0]["part"]),
        (&"not-examined".into(), &"pupil list".into())
    );
    school.write("a.txt", b"Ring 07700 900123.");
    assert_eq!(run(&["site"]).status.code(), Some(2));
}

#[test]
fn an_empty_folder_says_so() {
    let school = School::new();
    let output = school.run(&["site"], b"");
    assert_eq!(output.status.code(), Some(3));
    assert!(shown(&output).contains("folder"), "{}", shown(&output));
}

#[test]
fn findings_are_said_in_the_language_asked_for() {
    let school = School::new();
    let output = school.run(&["-", "--language", "cy"], b"Well done Amara Okafor!");
    assert!(shown(&output).contains("Enw llawn disgybl."), "{}", shown(&output));
    assert_eq!(school.run(&["-", "--language", "fr"], b"").status.code(), Some(64));
}

#[test]
fn a_list_with_another_key_is_refused_without_naming_anybody() {
    let school = School::new();
    fs::write(school.path("list.key"), "cd".repeat(32)).unwrap();
    let output = school.run(&["-"], b"Amara Okafor");
    assert_eq!(output.status.code(), Some(64));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("Amara"));
}
