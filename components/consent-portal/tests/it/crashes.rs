//! The store stops at every step of recording: nobody is told that something was recorded which is not, and sending the
//! same form again completes it, once.

use std::rc::Rc;

use futures::executor::block_on;
use http::StatusCode;
use jiff::SignedDuration;
use letters::{Kind, Outbox, Post};
use permission_rules::ChildPermissions;
use school_types::OperationId;
use testkit::{
    Browser, Form, MemoryStore,
    installation::{ELM, ISOLDE, ODALYS, PEREGRINE, Pupil, WILHELMINA, school},
};

use crate::harness::{Setup, fingerprints, references, yes};

/// Longer than a claim of a letter may be held by somebody who died, and than a letter waits for its first sender.
const PATIENCE: SignedDuration = SignedDuration::from_mins(6);

/// A form that records something, about to be sent.
struct Sending {
    setup: Setup,
    browser: Browser,
    form: Form,
    operation: OperationId,
    /// Whom it is about.
    children: Vec<Pupil>,
    /// How many facts, letters and requests for removal there are when it is recorded.
    facts: usize,
    letters: usize,
    removals: usize,
}

/// A school that asks little, so that there are few steps to fail at.
fn brief() -> Setup {
    let setup = Setup::new();
    setup.installation.change_profile(ELM, |fields| {
        let asked = ["website-group", "local-press"];
        fields.purposes.retain(|purpose| asked.contains(&purpose.id.as_str()));
    });
    setup
}

fn answers_for_three() -> Sending {
    let setup = brief();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let page = setup.begin(&mut browser, ELM, "all");
    let check = setup.answer_all(&mut browser, page, yes);
    let operation = check.path.trim_end_matches("/check").rsplit('/').next().unwrap().parse().unwrap();
    let children = vec![WILHELMINA, PEREGRINE, ISOLDE];
    Sending { form: check.form("/check"), setup, browser, operation, children, facts: 1, letters: 1, removals: 0 }
}

fn after_a_decision(open: &str, field: &str, value: &str) -> Sending {
    let setup = brief();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    setup.decide_for(&mut browser, &ISOLDE, yes);
    let page = browser.open(&format!("{}/{open}", setup.child_path(ELM, &ISOLDE)));
    let form = page.form("/consent/child/").with(field, value);
    let operation = form.value("operation").unwrap().parse().unwrap();
    Sending { setup, browser, form, operation, children: vec![ISOLDE], facts: 2, letters: 2, removals: 1 }
}

fn change() -> Sending {
    after_a_decision("change/local-press", "answer", "no-and-remove")
}

fn withdrawal() -> Sending {
    after_a_decision("withdraw", "removal", "also-published")
}

impl Sending {
    fn copy(&self) -> Self {
        let setup = self.setup.copy();
        Self {
            browser: self.browser.at(&setup.application),
            setup,
            form: self.form.clone(),
            operation: self.operation.clone(),
            children: self.children.clone(),
            ..*self
        }
    }

    /// Whether every child's stream has the fact.
    fn is_durable(&self) -> bool {
        self.children.iter().all(|pupil| {
            self.setup.facts(ELM, pupil).iter().filter(|entry| entry.operation == self.operation).count() == 1
        })
    }

    /// Exactly one fact for each child, one receipt for each fact, one letter, one request for removal.
    fn assert_complete(&mut self, what: &str) {
        for pupil in &self.children {
            assert_eq!(self.setup.facts(ELM, pupil).len(), self.facts, "{what}: facts");
            for decision in self.setup.decisions(ELM, pupil) {
                let receipt = self.setup.receipt(ELM, &decision);
                assert_eq!(receipt.map(|receipt| receipt.reference), Some(decision.reference), "{what}: receipts");
            }
        }
        assert!(self.is_durable(), "{what}: the fact is another's");
        assert_eq!(self.setup.letters_of(Kind::Receipt).len(), self.letters, "{what}: letters");
        assert_eq!(self.setup.removals(ELM).len(), self.removals, "{what}: removals");
        let done = self.browser.open(&format!("/s/{ELM}/consent/done/{}", self.operation));
        assert_eq!(references(&done).len(), self.children.len(), "{what}: receipts shown");
        let children = self.browser.open(&format!("/s/{ELM}/consent/children"));
        assert_eq!(children.links("/decide/"), [""; 0], "{what}: still offered to carry on with");
    }

    /// A scheduler's rounds.
    fn ring(&self) {
        let records = self.setup.installation.records.clone();
        let post = Post::new(records.clone(), Rc::new(Outbox::new(records)));
        for _ in 0..3 {
            self.setup.wait(PATIENCE);
            block_on(post.retry_due(&school(ELM), 10)).unwrap();
        }
        let last = block_on(post.retry_due(&school(ELM), 10)).unwrap();
        assert_eq!((last.sent, last.waiting), (0, 0), "nothing is left to send");
    }

    /// Sends the form with the store failing at `step`; whether the store came to that step.
    fn fails_at(&mut self, step: usize, fail: fn(&MemoryStore, usize)) -> bool {
        fail(&self.setup.installation.store, step);
        let answer = self.browser.submit_once(&self.form);
        let came_to_it = self.setup.installation.store.restart();
        match answer.status {
            StatusCode::SEE_OTHER => {
                assert!(answer.header("location").contains("/consent/done/"), "step {step}");
                assert!(self.is_durable(), "step {step}: acknowledged, and not recorded");
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                assert!(came_to_it, "step {step}: refused for no reason");
                assert!(!answer.header("retry-after").is_empty());
            }
            other => unreachable!("step {step}: {other}"),
        }
        came_to_it
    }
}

/// When the same form is sent again after a step failed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Again {
    /// At once after an even step, later after an odd one.
    AtOnceAfterEven,
    /// The other way round.
    AtOnceAfterOdd,
}

/// Fails at every step in turn; then the same form is sent again, and a scheduler makes its rounds for letters whose sender
/// died.
fn at_every_step(base: &Sending, fail: fn(&MemoryStore, usize), again: Again) {
    for step in 0.. {
        let mut sending = base.copy();
        let came_to_it = sending.fails_at(step, fail);
        if step.is_multiple_of(2) != (again == Again::AtOnceAfterEven) {
            sending.setup.wait(PATIENCE);
        }
        let answer = sending.browser.submit_once(&sending.form);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "step {step}: sent again");
        sending.ring();
        sending.assert_complete(&format!("step {step}"));
        if !came_to_it {
            assert!(step > 20, "it took {step} steps only");
            return;
        }
    }
}

#[test]
fn a_crash_at_any_step_of_sending_loses_and_doubles_nothing() {
    at_every_step(&answers_for_three(), MemoryStore::stop_at_step, Again::AtOnceAfterEven);
}

#[test]
fn a_crash_at_any_step_of_changing_loses_and_doubles_nothing() {
    at_every_step(&change(), MemoryStore::stop_at_step, Again::AtOnceAfterEven);
}

#[test]
fn a_crash_at_any_step_of_withdrawing_loses_and_doubles_nothing() {
    at_every_step(&withdrawal(), MemoryStore::stop_at_step, Again::AtOnceAfterEven);
}

#[test]
fn a_store_that_fails_for_a_moment_loses_and_doubles_nothing() {
    for base in [answers_for_three(), change(), withdrawal()] {
        at_every_step(&base, MemoryStore::fail_at_step, Again::AtOnceAfterOdd);
    }
}

#[test]
fn who_does_not_send_again_finds_what_was_recorded_and_its_removal_asked_for() {
    let base = withdrawal();
    for step in 0.. {
        let mut sending = base.copy();
        let came_to_it = sending.fails_at(step, MemoryStore::stop_at_step);
        let page = sending.browser.open(&sending.setup.child_path(ELM, &ISOLDE));
        let receipts = page.links("/consent/receipt/");
        assert_eq!(receipts.len(), sending.setup.decisions(ELM, &ISOLDE).len());
        for receipt in receipts {
            let page = sending.browser.open(&receipt);
            assert_eq!((page.status(), fingerprints(&page).len()), (StatusCode::OK, 1), "step {step}");
        }
        assert_eq!(sending.setup.removals(ELM).len(), usize::from(sending.is_durable()), "step {step}");
        if !came_to_it {
            return;
        }
    }
}

#[test]
fn while_the_store_is_down_every_page_says_so_and_nothing_is_lost() {
    let mut sending = answers_for_three();
    let paths = [format!("/s/{ELM}/consent"), format!("/s/{ELM}/consent/children"), format!("/s/{ELM}/sign-in")];
    sending.setup.installation.store.stop_at_step(0);
    for path in &paths {
        let page = sending.browser.open(path);
        assert_eq!(page.status(), StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(!page.answer.header("retry-after").is_empty());
    }
    assert_eq!(sending.browser.submit_once(&sending.form).status, StatusCode::SERVICE_UNAVAILABLE);
    sending.setup.installation.store.restart();
    let answer = sending.browser.submit_once(&sending.form);
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    sending.assert_complete("afterwards");
}

#[test]
fn a_view_that_was_lost_is_made_again() {
    let mut sending = withdrawal();
    sending.browser.submit_once(&sending.form);
    let before = sending.browser.open(&sending.setup.child_path(ELM, &ISOLDE)).text();
    let store = &sending.setup.installation.store;
    for key in store.all_keys().into_iter().filter(|key| key.ends_with("/view")) {
        store.tamper(&key, None);
    }
    assert_eq!(sending.browser.open(&sending.setup.child_path(ELM, &ISOLDE)).text(), before);
    let child = sending.setup.installation.child(ELM, &ISOLDE);
    let stream = sending.setup.installation.records.permission(&school(ELM), &child);
    assert!(block_on(stream.fold::<ChildPermissions>()).unwrap().number_of(&sending.operation).is_some());
}
