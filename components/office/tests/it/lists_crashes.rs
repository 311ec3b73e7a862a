//! Taking a list with the store failing at every step: what was begun is finished by taking it again.

use http::StatusCode;
use jiff::SignedDuration;
use records::AuditEvent;
use school_types::Role;
use testkit::{
    Browser, Form, MemoryStore,
    installation::{ELM, ISOLDE},
};

use crate::{
    bringing::{CONTACTS, PUPILS, bring},
    harness::Setup,
};

const ADDRESSES: [&str; 5] = [
    "odalys@quill.example.org",
    "odalys@new.example.org",
    "bram@quill.example.org",
    "rufus@over.example.org",
    "henrietta@thistle.example.org",
];

struct Taking {
    setup: Setup,
    browser: Browser,
    form: Form,
    list: &'static str,
    file: String,
}

impl Taking {
    fn of(list: &'static str, file: String) -> Self {
        let setup = Setup::new();
        setup.installation.flag(ELM, &ISOLDE, true);
        let mut browser = setup.with_role(Role::Office);
        let form = bring(&mut browser, list, file.as_bytes()).form("/import/").with("sure", "yes");
        Self { setup, browser, form, list, file }
    }

    fn copy(&self) -> Self {
        let setup = self.setup.copy();
        Self {
            browser: self.browser.at(&setup.application),
            setup,
            form: self.form.clone(),
            list: self.list,
            file: self.file.clone(),
        }
    }

    fn everything(&self) -> String {
        self.setup.everything(&ADDRESSES)
    }
}

/// Pupils who are new, renamed, moved, gone, and one with the flag who gets another number; contacts who are new, changed, gone, and a shared address.
fn pupils() -> Taking {
    let file = PUPILS
        .replace("Overbrook,3,3K", "Brook,3,3K")
        .replace("2,2K", "3,3K")
        .replace("Isolde,Isolde,Quillfeather,R,0K\r\n", "");
    Taking::of("pupils", file + "77,Ada,King,4,4K\r\n78,Isolde,Quillfeather,R,0K\r\n")
}

fn contacts() -> Taking {
    let without = CONTACTS.replace("Isolde,Henrietta Thistlewood,grandmother,N,henrietta@thistle.example.org\r\n", "");
    let moved = without
        .replace("odalys@quill", "odalys@new")
        .replace("Peregrine,Bram Quillfeather,father,Y", "Peregrine,Bram Quillfeather,father,N");
    let shared = "Jocasta,Rufus Overbrook,father,Y,rufus@over.example.org\r\nIsolde,Ada Overbrook,aunt,N,rufus@over.example.org\r\n";
    Taking::of("contacts", moved + shared)
}

fn at_every_step(base: &Taking, fail: fn(&MemoryStore, usize)) {
    let mut whole = base.copy();
    assert_eq!(whole.browser.submit_once(&whole.form).status, StatusCode::SEE_OTHER);
    let expected = whole.everything();
    assert_ne!(expected, base.everything());
    for step in 0.. {
        let mut taking = base.copy();
        fail(&taking.setup.installation.store, step);
        let answer = taking.browser.submit_once(&taking.form);
        let came_to_it = taking.setup.installation.store.restart();
        if !came_to_it {
            assert!(step > 20, "it took {step} steps only");
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            return;
        }
        assert!(
            [StatusCode::SERVICE_UNAVAILABLE, StatusCode::SEE_OTHER].contains(&answer.status),
            "step {step}: {}",
            answer.status
        );
        // Whoever was at it is taken for dead; then the same file is brought once more, and taken.
        taking.setup.wait(SignedDuration::from_secs(62));
        let again = bring(&mut taking.browser, taking.list, taking.file.as_bytes());
        if !again.heading().contains("Nothing would change") {
            let done = taking.browser.submit(&again.form("/import/").with("sure", "yes"));
            assert_eq!(done.status(), StatusCode::OK, "step {step}: {}", done.text());
        }
        assert_eq!(taking.everything(), expected, "step {step}");
    }
}

#[test]
fn a_crash_at_any_step_of_taking_pupils_leaves_nothing_half_done() {
    at_every_step(&pupils(), MemoryStore::stop_at_step);
}

#[test]
fn a_crash_at_any_step_of_taking_contacts_leaves_nothing_half_done() {
    at_every_step(&contacts(), MemoryStore::stop_at_step);
}

#[test]
fn a_store_that_fails_for_a_moment_leaves_nothing_half_done() {
    at_every_step(&pupils(), MemoryStore::fail_at_step);
    at_every_step(&contacts(), MemoryStore::fail_at_step);
}

#[test]
fn whoever_comes_back_is_told_that_it_was_cut_short_and_can_finish_it() {
    let mut taking = contacts();
    taking.setup.installation.store.stop_at_step(60);
    assert_eq!(taking.browser.submit_once(&taking.form).status, StatusCode::SERVICE_UNAVAILABLE);
    taking.setup.installation.store.restart();
    let page = taking.browser.open(&taking.form.action);
    assert_eq!(page.heading(), "Parents, carers and other contacts The list is being imported", "{}", page.text());
    assert_eq!(page.answer.header("refresh"), "2");
    taking.setup.wait(SignedDuration::from_secs(62));
    let page = taking.browser.open(&taking.form.action);
    assert!(page.text().contains("The import was interrupted"), "{}", page.text());
    let done = taking.browser.submit(&page.form("/import/").with("sure", "yes"));
    assert_eq!(done.heading(), "The list of contacts is imported", "{}", done.text());
    let trail = taking.setup.trail(ELM);
    assert_eq!(trail.iter().filter(|entry| matches!(entry.event, AuditEvent::Imported { .. })).count(), 1);
}
