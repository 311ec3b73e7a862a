//! The lists of `tests/corpora/field`, which other tools of this trade took wrongly, through the whole import: by hand, with
//! preview and taking, and by a program.

use std::{collections::BTreeSet, fs, path::PathBuf};

use futures::executor::block_on;
use http::StatusCode;
use publication_rules::{BlindList, Checker, ListKey, Profile, Submission, Verdict};
use school_types::Role;
use serde_json::Value;
use testkit::{
    Page,
    installation::{ELM, school},
};

use crate::{
    bringing::{form_for, send_file},
    harness::Setup,
    lists_api,
};

fn file(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora/field");
    fs::read(folder.join(name)).unwrap()
}

fn kind(name: &str) -> &'static str {
    match name.ends_with(".xlsx") {
        true => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        false => "text/csv",
    }
}

/// Sends a list as a program does; what it is answered.
fn sent(setup: &Setup, list: &str, name: &str) -> (StatusCode, Value) {
    lists_api::put(setup, &format!("{list}?leavers=keep"), kind(name), &file(name))
}

/// What is wrong, as a program is told.
fn codes(problem: &Value) -> BTreeSet<String> {
    problem["rejected"].as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect()
}

/// Brings a list by hand as a part of the whole, and imports it; the preview.
fn by_hand(setup: &Setup, list: &str, name: &str) -> Page {
    let mut browser = setup.with_role(Role::Office);
    let form = form_for(&mut browser, list).with("extent", "part");
    let answer = send_file(&mut browser, &form, &file(name));
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}: {}", answer.body);
    let preview = browser.open(answer.header("location"));
    if preview.forms().len() > 1 {
        browser.submit(&preview.form("/import/"));
    }
    preview
}

/// Whether the publication checker stops a text.
fn stops(setup: &Setup, text: &str) -> bool {
    let list = block_on(setup.installation.records.pupil_list(&school(ELM))).unwrap().unwrap();
    let blind = BlindList::import(&ListKey::new(list.key), &list.file).unwrap();
    let submission = Submission { bytes: text.as_bytes(), ..Submission::default() };
    Checker::new(&Profile::default(), Some(&blind)).check(&submission).verdict == Verdict::Stop
}

#[test]
fn a_year_of_two_and_a_class_that_is_a_date_are_refused_with_the_reason() {
    let setup = lists_api::setup();
    for (name, code) in [
        ("33-import-mixed-year/slash.csv", "several-years"),
        ("35-import-date-class/class-05-jun.csv", "date"),
        ("35-import-date-class/class-date-cell.xlsx", "date"),
        ("35-import-date-class/class-timestamp.csv", "date"),
    ] {
        let (status, problem) = sent(&setup, "pupils", name);
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert_eq!(codes(&problem), BTreeSet::from([code.to_owned()]), "{name}");
        let preview = by_hand(&setup, "pupils", name);
        assert!(preview.text().contains("Rows that cannot be imported"), "{name}");
        assert!(setup.held("1").facts().is_none(), "{name}");
    }
}

#[test]
fn a_pupil_is_found_by_the_surname_they_are_known_by() {
    for name in ["34-import-preferred-surname/sims.csv", "34-import-preferred-surname/bromcom.csv"] {
        let setup = lists_api::setup();
        assert_eq!(sent(&setup, "pupils", name).0, StatusCode::OK, "{name}");
        assert!(stops(&setup, "Well done Ada Lovelace"), "{name}");
        assert_eq!(setup.held("1").facts().unwrap().name.full(), "Ada Lovelace");
        let setup = Setup::new();
        by_hand(&setup, "pupils", name);
        assert!(stops(&setup, "Well done Ada Lovelace"), "{name}");
        // The legal name too, where the list has it.
        assert_eq!(stops(&setup, "Well done Ada King"), name.contains("sims"), "{name}");
    }
}

#[test]
fn a_placeholder_is_refused_and_one_name_is_a_name() {
    let setup = lists_api::setup();
    let name = "36-import-placeholder-names/hash-na.csv";
    let (status, problem) = sent(&setup, "pupils", name);
    assert_eq!(
        (status, codes(&problem)),
        (StatusCode::UNPROCESSABLE_ENTITY, BTreeSet::from(["spreadsheet-error".to_owned()]))
    );
    by_hand(&setup, "pupils", name);
    assert!(setup.held("1").facts().is_some() && setup.held("2").facts().is_none(), "the other row is taken");
    let name = "36-import-placeholder-names/blank-surname.csv";
    let (status, answer) = sent(&setup, "pupils", name);
    assert_eq!((status, answer["notes"][0]["code"].as_str()), (StatusCode::OK, Some("one-name")));
    assert_eq!(setup.held("2").facts().unwrap().name.full(), "Khushi");
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&format!("/s/{ELM}/office/children/{}", setup.numbered("2")));
    assert_eq!(page.status(), StatusCode::OK);
}

#[test]
fn damaged_letters_are_put_right_and_the_checker_finds_the_name() {
    for (name, found) in [
        ("37-import-text-artefacts/entities.csv", &["Zoë O'Brien"][..]),
        ("37-import-text-artefacts/double-encoded.csv", &["Zoë King"]),
        ("37-import-text-artefacts/macroman.csv", &["Zoë O'Brien", "Siân Évans"]),
    ] {
        let setup = lists_api::setup();
        assert_eq!(sent(&setup, "pupils", name).0, StatusCode::OK, "{name}");
        for pupil in found {
            assert!(stops(&setup, &format!("Well done {pupil}")), "{name}: {pupil}");
        }
        let setup = Setup::new();
        let preview = by_hand(&setup, "pupils", name);
        assert!(preview.text().contains("Zoë"), "{name}");
        assert!(found.iter().all(|pupil| stops(&setup, &format!("Well done {pupil}"))), "{name}");
    }
}

#[test]
fn an_address_that_no_code_reaches_is_refused_with_the_reason() {
    let setup = lists_api::setup();
    let pupils: String = (1..10).map(|number| format!("{number},Kit{number},Test,5,5A\n")).collect();
    let pupils = format!("id,forename,surname,year,class\n{pupils}");
    assert_eq!(lists_api::put(&setup, "pupils?leavers=keep", "text/csv", pupils.as_bytes()).0, StatusCode::OK);
    for (name, code) in [
        ("39-import-unusable-email/idn-domain.csv", "email-unreachable"),
        ("39-import-unusable-email/idn-local.csv", "email-unreachable"),
        ("39-import-unusable-email/one-letter-tld.csv", "email"),
    ] {
        let (status, problem) = sent(&setup, "contacts", name);
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert_eq!(codes(&problem), BTreeSet::from([code.to_owned()]), "{name}");
        assert!(by_hand(&setup, "contacts", name).text().contains("Rows that cannot be imported"), "{name}");
    }
    // The apostrophe that a word processor bent is the one on the keyboard: the address receives codes, however it is typed.
    assert_eq!(sent(&setup, "contacts", "39-import-unusable-email/curly-apostrophe.csv").0, StatusCode::OK);
    assert_eq!(setup.whose("o'brienk9514@example.org").len(), 1);
    assert_eq!(setup.whose("O’BrienK9514@Example.org"), setup.whose("o'brienk9514@example.org"));
}
