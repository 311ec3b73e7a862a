//! Erasing a child: only with the name typed out, to the end also after a crash, and with a proof that names nobody.

use futures::executor::block_on;
use http::StatusCode;
use records::AuditEvent;
use school_types::Role;
use testkit::{
    Browser, Form, MemoryStore,
    installation::{ELM, JOCASTA, TAMSIN, WILHELMINA, school},
};

use crate::{
    harness::Setup,
    pupils::{page_of, refuses_all_but, say},
};

fn form(setup: &Setup, browser: &mut Browser) -> Form {
    browser.open(&format!("{}/erase", page_of(setup, &JOCASTA))).form("/erase")
}

fn erasures(setup: &Setup) -> usize {
    block_on(setup.installation.records.erasures(&school(ELM)).read()).unwrap().len()
}

#[test]
fn nothing_is_erased_until_the_name_is_typed() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = form(&setup, &mut office);
    for typed in ["", "Jocasta", "Jocasta Overbrook Junior", "Wilhelmina Quillfeather"] {
        let mark = setup.installation.store.mark();
        let answer = office.submit(&form.clone().with("name", typed));
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert_eq!(answer.value("name").unwrap_or_default(), typed);
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
    assert_eq!(office.open(&page_of(&setup, &JOCASTA)).status(), StatusCode::OK);
}

#[test]
fn an_erased_child_is_found_nowhere_and_the_proof_names_nobody() {
    let setup = Setup::new();
    say(&setup, &JOCASTA, &TAMSIN, true, None);
    let mut office = setup.with_role(Role::Office);
    let form = form(&setup, &mut office).with("name", "  jocasta   OVERBROOK ");
    let done = office.submit(&form);
    assert!(done.text().contains("The record is erased."), "{}", done.text());
    assert!(!done.answer.body.contains("Overbrook"));
    for page in ["", "/edit", "/decide", "/record", "/erase"] {
        let path = format!("{}{page}", page_of(&setup, &JOCASTA));
        assert_eq!(office.open(&path).status(), StatusCode::NOT_FOUND, "{path}");
    }
    let search = office.open(&format!("/s/{ELM}/office/children")).form("/office/children");
    assert!(office.submit(&search.with("name", "overbrook")).text().contains("No pupil with that name"));
    assert_eq!(erasures(&setup), 1);
    for name in ["Jocasta", "Overbrook", "Tamsin"] {
        assert_eq!(setup.installation.mentions(name), Vec::<String>::new(), "{name} is still in the store");
    }
    let child = setup.installation.child(ELM, &JOCASTA);
    assert!(setup.trail(ELM).iter().any(|entry| entry.event == AuditEvent::Erased { child: child.clone() }));
    // Sent again, it is the same one.
    let again = office.submit(&form);
    assert!(again.text().contains("The record is erased."));
    let erased = setup.trail(ELM).into_iter().filter(|entry| matches!(entry.event, AuditEvent::Erased { .. }));
    assert_eq!(erased.count(), 1);
    assert_eq!(office.open(&page_of(&setup, &WILHELMINA)).status(), StatusCode::OK);
}

#[test]
fn a_crash_at_any_step_is_finished_by_sending_the_form_again() {
    let base = Setup::new();
    say(&base, &JOCASTA, &TAMSIN, true, None);
    let mut browser = base.with_role(Role::Office);
    let form = form(&base, &mut browser).with("name", "Jocasta Overbrook");
    for step in 0.. {
        let setup = base.copy();
        let mut office = browser.at(&setup.application);
        MemoryStore::stop_at_step(&setup.installation.store, step);
        office.submit_once(&form);
        let came_to_it = setup.installation.store.restart();
        let again = office.submit_once(&form);
        assert_eq!(again.status, StatusCode::SEE_OTHER, "step {step}");
        assert_eq!(office.open(&page_of(&setup, &JOCASTA)).status(), StatusCode::NOT_FOUND, "step {step}");
        let erased = setup.trail(ELM).into_iter().filter(|entry| matches!(entry.event, AuditEvent::Erased { .. }));
        assert_eq!(erased.count(), 1, "step {step}");
        if !came_to_it {
            assert!(step > 20, "it took {step} steps only");
            return;
        }
    }
}

#[test]
fn office_and_head_erase_and_nobody_else() {
    let setup = Setup::new();
    refuses_all_but(&setup, &[Role::Office, Role::Head], &format!("{}/erase", page_of(&setup, &JOCASTA)));
    let form = form(&setup, &mut setup.with_role(Role::Office)).with("name", "Jocasta Overbrook");
    for role in [Role::SafeguardingLead, Role::Administrator, Role::Teacher] {
        let mut browser = setup.with_role(role);
        let mark = setup.installation.store.mark();
        assert_eq!(browser.submit_once(&form).status, StatusCode::FORBIDDEN, "{role:?}");
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
}

#[test]
fn a_flagged_child_is_erased_by_nobody_but_the_lead_or_once_the_flag_is_lifted() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = form(&setup, &mut office).with("name", "Jocasta Overbrook");
    setup.installation.flag(ELM, &JOCASTA, true);
    let address = format!("{}/erase", page_of(&setup, &JOCASTA));
    for browser in [&mut office, &mut setup.with_role(Role::Head)] {
        let mark = setup.installation.store.mark();
        let page = browser.open(&address);
        assert_eq!(page.status(), StatusCode::FORBIDDEN);
        assert!(page.heading().contains("Ask the safeguarding lead first"), "{}", page.text());
        assert!(page.text().contains("If you have a question, ask the safeguarding lead."));
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
    // The form was opened before the flag was set.
    let mark = setup.installation.store.mark();
    assert_eq!(office.submit_once(&form).status, StatusCode::FORBIDDEN);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(erasures(&setup), 0);
    let lead = setup.employ("Perpetua Thistlethwaite", &[Role::Office, Role::SafeguardingLead]);
    assert_eq!(setup.signed_in(&lead).open(&address).status(), StatusCode::OK);
    setup.installation.flag(ELM, &JOCASTA, false);
    assert_eq!(office.submit_once(&form).status, StatusCode::SEE_OTHER);
    assert_eq!(erasures(&setup), 1);
}

#[test]
fn an_office_that_is_also_the_lead_erases_a_flagged_child() {
    let setup = Setup::new();
    setup.installation.flag(ELM, &JOCASTA, true);
    let lead = setup.employ("Perpetua Thistlethwaite", &[Role::Office, Role::SafeguardingLead]);
    let mut browser = setup.signed_in(&lead);
    let form = form(&setup, &mut browser).with("name", "Jocasta Overbrook");
    assert_eq!(browser.submit_once(&form).status, StatusCode::SEE_OTHER);
    assert_eq!(erasures(&setup), 1);
}
