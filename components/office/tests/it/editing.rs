//! Correcting an entry by hand, also by two at once, and with a store that stops at every step.

use http::StatusCode;
use records::{AuditEvent, ChildEvent, ChildField, Roll};
use school_types::Role;
use testkit::{
    Browser, Form, MemoryStore,
    installation::{BRAM, ELM, PEREGRINE, WILHELMINA, school},
};

use crate::{
    harness::Setup,
    pupils::{entry, happened, page_of, refuses_all_but},
};

fn form(setup: &Setup, browser: &mut Browser) -> Form {
    browser.open(&format!("{}/edit", page_of(setup, &WILHELMINA))).form("/edit")
}

/// Two secretaries, each with the form open.
fn two(setup: &Setup) -> [(Browser, Form); 2] {
    ["Ottoline Reed", "Barnaby Finch"].map(|name| {
        let mut browser = setup.signed_in(&setup.employ(name, &[Role::Office]));
        let form = form(setup, &mut browser);
        (browser, form)
    })
}

fn edits(setup: &Setup) -> usize {
    happened(setup, &WILHELMINA).iter().filter(|entry| matches!(entry.event, ChildEvent::Corrected(_))).count()
}

fn trail(setup: &Setup) -> Vec<AuditEvent> {
    let events = setup.trail(ELM).into_iter().map(|entry| entry.event);
    events.filter(|event| matches!(event, AuditEvent::ChildEdited { .. })).collect()
}

#[test]
fn one_field_is_changed_and_the_rest_left_alone() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = form(&setup, &mut office);
    let page = office.submit(&form.with("preferred", "Mina").with("class", " 5 Kestrel "));
    assert!(page.text().contains("Saved.") && page.heading().contains("Mina Quillfeather"));
    let child = entry(&setup, &WILHELMINA);
    let facts = child.facts().unwrap();
    assert_eq!((facts.name.called(), facts.name.forename.reveal().as_str()), ("Mina", "Wilhelmina"));
    assert_eq!(facts.class.reveal(), "5 Kestrel");
    let id = setup.installation.child(ELM, &WILHELMINA);
    let fields = vec![ChildField::PreferredForename, ChildField::Class];
    assert_eq!(trail(&setup), [AuditEvent::ChildEdited { child: id.clone(), fields }]);
    // The roll, and so every class and sheet, knows the new class.
    let roll = setup.installation.records.roll(&school(ELM));
    let roll = futures::executor::block_on(roll.fold::<Roll>()).unwrap().value;
    assert_eq!(roll.get(&id).unwrap().class.reveal(), "5 Kestrel");
}

#[test]
fn two_who_change_different_things_both_get_what_they_asked_for_and_both_are_told() {
    let setup = Setup::new();
    let [(mut first, ours), (mut second, theirs)] = two(&setup);
    first.submit(&ours.with("class", "5 Kestrel"));
    let page = second.submit(&theirs.with("preferred", "Mina"));
    let child = entry(&setup, &WILHELMINA);
    let facts = child.facts().unwrap();
    assert_eq!((facts.class.reveal().as_str(), facts.name.called()), ("5 Kestrel", "Mina"));
    let told = page.text();
    assert!(told.contains("Saved.") && told.contains("While you had the form open"), "{told}");
    assert!(told.contains("Ottoline Reed changed this") && told.contains("Class: 5 Kestrel"));
    let told = first.open(&page_of(&setup, &WILHELMINA)).text();
    assert!(told.contains("After your change of") && told.contains("Barnaby Finch changed this"), "{told}");
    assert!(told.contains("Known as: Mina"));
}

#[test]
fn who_changes_what_somebody_else_just_changed_is_asked_first() {
    let setup = Setup::new();
    let [(mut first, ours), (mut second, theirs)] = two(&setup);
    first.submit(&ours.with("class", "5 Kestrel").with("surname", "Quillfeather-Reed"));
    let mark = setup.installation.store.mark();
    let answer = second.submit(&theirs.with("class", "5 Osprey").with("preferred", "Mina"));
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert!(answer.text().contains("Ottoline Reed changed this") && answer.text().contains("Class: 5 Kestrel"));
    // What was typed is still there, and so is what the other changed and this one did not.
    assert_eq!(answer.value("class").as_deref(), Some("5 Osprey"));
    assert_eq!(answer.value("preferred").as_deref(), Some("Mina"));
    assert_eq!(answer.value("surname").as_deref(), Some("Quillfeather-Reed"));
    second.submit(&answer.form("/edit"));
    let child = entry(&setup, &WILHELMINA);
    let facts = child.facts().unwrap();
    assert_eq!(facts.class.reveal(), "5 Osprey");
    assert_eq!(facts.name.full(), "Mina Quillfeather-Reed");
    let told = first.open(&page_of(&setup, &WILHELMINA)).text();
    assert!(told.contains("Barnaby Finch changed this") && told.contains("Class: 5 Osprey"), "{told}");
}

#[test]
fn two_who_save_the_same_thing_agree() {
    let setup = Setup::new();
    let [(mut first, ours), (mut second, theirs)] = two(&setup);
    first.submit(&ours.with("class", "5 Kestrel"));
    let page = second.submit(&theirs.with("class", "5 Kestrel"));
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(entry(&setup, &WILHELMINA).facts().unwrap().class.reveal(), "5 Kestrel");
}

#[test]
fn a_form_sent_twice_is_one_change() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = form(&setup, &mut office).with("class", "5 Kestrel");
    let pages = [office.submit(&form), office.submit(&form)];
    assert_eq!(pages[0].path, pages[1].path);
    assert_eq!((edits(&setup), trail(&setup).len()), (1, 1));
}

#[test]
fn nothing_changed_is_nothing_written() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = form(&setup, &mut office);
    let mark = setup.installation.store.mark();
    let page = office.submit(&form);
    assert!(page.text().contains("No changes to save"));
    assert_eq!(setup.installation.store.writes_since(mark), []);
}

#[test]
fn what_cannot_be_is_refused_and_kept() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = form(&setup, &mut office);
    let henrietta = setup.installation.contact(ELM, &testkit::installation::TAMSIN);
    let long = "x".repeat(81);
    for (field, value) in [
        ("forename", ""),
        ("surname", " "),
        ("class", ""),
        ("forename", &long),
        ("middle-names", "two\nlines"),
        ("year", "15"),
        ("stage", "ks9"),
        ("holder", henrietta.as_str()),
    ] {
        let mark = setup.installation.store.mark();
        let answer = office.submit(&form.clone().with("preferred", "Mina").with(field, value));
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{field} {value:?}");
        assert_eq!(answer.value("preferred").as_deref(), Some("Mina"), "{field} {value:?}");
        assert!(!answer.texts(".problem a").is_empty());
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
    for version in ["", "x", "0", "-1"] {
        let answer = office.submit_once(&form.clone().with("version", version).with("class", "9Z"));
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{version:?}");
    }
    assert_eq!(edits(&setup), 0);
}

#[test]
fn parental_responsibility_can_be_put_right_at_once() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = form(&setup, &mut office);
    let bram = setup.installation.contact(ELM, &BRAM);
    office.submit(&form.with("holder", bram.as_str()));
    assert_eq!(entry(&setup, &WILHELMINA).holders(), [bram]);
    // A pupil's other fields, and other pupils, are as they were.
    assert_eq!(entry(&setup, &PEREGRINE).holders().len(), 2);
}

#[test]
fn a_crash_at_any_step_loses_and_doubles_nothing() {
    let base = Setup::new();
    let mut browser = base.with_role(Role::Office);
    let form = form(&base, &mut browser).with("class", "5 Kestrel").with("preferred", "Mina");
    for fail in [MemoryStore::stop_at_step, MemoryStore::fail_at_step] {
        for step in 0.. {
            let setup = base.copy();
            let mut office = browser.at(&setup.application);
            fail(&setup.installation.store, step);
            let answer = office.submit_once(&form);
            let came_to_it = setup.installation.store.restart();
            if answer.status == StatusCode::SEE_OTHER {
                assert_eq!(edits(&setup), 1, "step {step}: acknowledged and not there");
            } else {
                assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "step {step}");
            }
            let again = office.submit_once(&form);
            assert_eq!(again.status, StatusCode::SEE_OTHER, "step {step}");
            assert_eq!((edits(&setup), trail(&setup).len()), (1, 1), "step {step}");
            let roll = setup.installation.records.roll(&school(ELM));
            let roll = futures::executor::block_on(roll.fold::<Roll>()).unwrap().value;
            let id = setup.installation.child(ELM, &WILHELMINA);
            assert_eq!(roll.get(&id).unwrap().class.reveal(), "5 Kestrel", "step {step}");
            let elm = school(ELM);
            let list = futures::executor::block_on(setup.installation.records.pupil_list(&elm)).unwrap();
            assert!(list.is_some_and(|list| !list.renewing), "step {step}: the checker's list is behind");
            if !came_to_it {
                assert!(step > 10, "it took {step} steps only");
                break;
            }
        }
    }
}

#[test]
fn entries_are_corrected_by_the_office_and_administrators() {
    let setup = Setup::new();
    refuses_all_but(&setup, &[Role::Office, Role::Administrator], &format!("{}/edit", page_of(&setup, &WILHELMINA)));
}
