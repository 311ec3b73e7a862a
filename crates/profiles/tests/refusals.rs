//! Profiles that are refused, one file each in `tests/refused/`. A file holds what was changed in the template p0;
//! its comments say why that is wrong and, after `Refused:`, the exact words of the refusal.

use std::{fs, path::Path};

use profiles::Profile;
use toml::{Table, Value};

const P0: &str = include_str!("../../../content/profiles/p0.toml");

/// Puts what a case changes over the template; a table is changed key by key, anything else is replaced.
fn change(profile: &mut Table, changes: Table) {
    for (key, value) in changes {
        match (profile.get_mut(&key), value) {
            (Some(Value::Table(old)), Value::Table(new)) => change(old, new),
            (_, value) => {
                profile.insert(key, value);
            }
        }
    }
}

/// What is said about the template with the case's changes, `taken` where nothing is wrong.
fn refusal_of(case: &str) -> Result<String, toml::de::Error> {
    let told = |profile: &str| match Profile::from_toml("p0", profile) {
        Ok(_) => "taken".to_owned(),
        Err(error) => error.to_string(),
    };
    // A case that is not even TOML stands for itself.
    let Ok(changes) = case.parse::<Table>() else { return Ok(told(case)) };
    let mut profile: Table = P0.parse()?;
    change(&mut profile, changes);
    // `remove = "crest"` takes a field away.
    if let Some(Value::String(key)) = profile.remove("remove") {
        profile.remove(&key);
    }
    Ok(told(&profile.to_string()))
}

#[test]
fn each_bad_profile_is_refused_in_the_words_its_file_gives() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/refused");
    let mut cases: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 20, "the cases are missing");
    let mut wrong = String::new();
    for path in cases {
        let case = fs::read_to_string(&path).unwrap();
        let expected = case.lines().find_map(|line| line.strip_prefix("# Refused: ")).unwrap_or("(no such line)");
        let got = refusal_of(&case).unwrap();
        if got != expected {
            let file = path.file_name().unwrap().to_string_lossy();
            wrong.push_str(&format!("{file}\n  says: {expected}\n  is:   {got}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_template_the_cases_change_is_itself_taken() {
    assert_eq!(refusal_of("").unwrap(), "taken");
}
