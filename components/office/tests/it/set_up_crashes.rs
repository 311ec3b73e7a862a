//! The store stops at every step of setting an account up: nobody is told that they are in who is not, and sending the same
//! form again completes it, once.

use futures::executor::block_on;
use http::StatusCode;
use jiff::SignedDuration;
use records::{AuditEvent, Staff};
use school_types::Role;
use testkit::{
    Browser, Employee, Form, MemoryStore,
    installation::{ELM, school},
};

use crate::{
    harness::Setup,
    set_up::{GOOD, choose, present, secret_on},
};

/// A form that is about to set an account up, or to sign in.
struct Sending {
    setup: Setup,
    browser: Browser,
    employee: Employee,
    form: Form,
}

fn setting_up() -> Sending {
    let setup = Setup::new();
    let mut employee = setup.installation.list_employee(ELM, "Ottoline Vance", &[Role::Teacher]);
    let code = setup.installation.invite_employee(&employee, false);
    let mut browser = setup.browser();
    let page = present(&mut browser, &employee, &code);
    let page = choose(&mut browser, &page, GOOD);
    employee.totp_secret = secret_on(&page).bytes().into_inner();
    employee.passphrase = GOOD;
    let form = page.form("/invitation/app").with("code", &employee.code(&setup.installation));
    Sending { setup, browser, employee, form }
}

fn signing_in() -> Sending {
    let setup = Setup::new();
    let employee = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.browser();
    let page = setup.passphrase(&mut browser, &employee);
    let form = page.form("/sign-in/code").with("code", &employee.code(&setup.installation));
    Sending { setup, browser, employee, form }
}

fn using_a_recovery_code() -> Sending {
    let setup = Setup::new();
    let employee = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.browser();
    let page = setup.passphrase(&mut browser, &employee);
    let form = page.forms().into_iter().find(|form| form.names().contains(&"recovery")).unwrap();
    let form = form.with("recovery", &employee.recovery_codes[0]);
    Sending { setup, browser, employee, form }
}

impl Sending {
    fn copy(&self) -> Self {
        let setup = self.setup.copy();
        let browser = self.browser.at(&setup.application);
        Self { setup, browser, employee: self.employee.clone(), form: self.form.clone() }
    }

    fn account(&self) -> Staff {
        let records = &self.setup.installation.records;
        block_on(records.staff_account(&school(ELM), &self.employee.id)).unwrap()
    }

    /// One session, one line in the trail, an account that opens.
    fn assert_complete(&mut self, what: &str) {
        let account = self.account();
        assert!(account.credential.is_some(), "{what}: set up");
        assert_eq!(account.invitation, None, "{what}: the invitation is used");
        let page = self.browser.open(&format!("/s/{ELM}/office/account"));
        assert_eq!(page.path, format!("/s/{ELM}/office/account"), "{what}: signed in");
        assert_eq!(page.texts("tbody tr").len(), 1, "{what}: sessions");
        let trail = self.setup.trail(ELM);
        let signed_in = trail.iter().filter(|entry| matches!(entry.event, AuditEvent::SignedIn)).count();
        assert_eq!(signed_in, 1, "{what}: trail");
        let mut other = self.setup.browser();
        let page = self.setup.sign_in(&mut other, &self.employee);
        assert_eq!(page.path, format!("/s/{ELM}/office"), "{what}: opens");
    }
}

/// Stops the store at every step in turn, and sends the form again: at once, and, where a code was burnt by the crash, with the
/// next one.
fn at_every_step(base: &Sending, fail: fn(&MemoryStore, usize)) {
    for step in 0.. {
        let mut sending = base.copy();
        fail(&sending.setup.installation.store, step);
        let answer = sending.browser.submit_once(&sending.form);
        let came_to_it = sending.setup.installation.store.restart();
        match answer.status {
            StatusCode::SEE_OTHER => assert!(sending.account().credential.is_some(), "step {step}"),
            StatusCode::SERVICE_UNAVAILABLE => {
                assert!(came_to_it, "step {step}: refused for no reason");
                assert_eq!(sending.browser.cookie("__Host-sg-staff"), None, "step {step}: let in and told no");
            }
            other => unreachable!("step {step}: {other}"),
        }
        if answer.status != StatusCode::SEE_OTHER {
            let again = sending.browser.submit_once(&sending.form);
            if again.status != StatusCode::SEE_OTHER {
                assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "step {step}: a burnt code is explained");
                let form = if sending.form.value("recovery").is_some_and(|code| !code.is_empty()) {
                    sending.form.clone().with("recovery", &sending.employee.recovery_codes[1])
                } else {
                    sending.setup.wait(SignedDuration::from_secs(60));
                    sending.form.clone().with("code", &sending.employee.code(&sending.setup.installation))
                };
                let next = sending.browser.submit_once(&form);
                assert_eq!(next.status, StatusCode::SEE_OTHER, "step {step}: the next code");
            }
        }
        sending.assert_complete(&format!("step {step}"));
        if !came_to_it {
            assert!(step > 15, "it took {step} steps only");
            return;
        }
    }
}

#[test]
fn a_crash_at_any_step_of_setting_up_leaves_an_account_as_it_was_or_whole() {
    at_every_step(&setting_up(), MemoryStore::stop_at_step);
}

#[test]
fn a_crash_at_any_step_of_signing_in_lets_nobody_in_by_half() {
    at_every_step(&signing_in(), MemoryStore::stop_at_step);
}

#[test]
fn a_crash_at_any_step_of_using_a_recovery_code_burns_one_at_most() {
    at_every_step(&using_a_recovery_code(), MemoryStore::stop_at_step);
}

#[test]
fn a_store_that_fails_for_a_moment_doubles_nothing() {
    for base in [setting_up(), signing_in(), using_a_recovery_code()] {
        at_every_step(&base, MemoryStore::fail_at_step);
    }
}
