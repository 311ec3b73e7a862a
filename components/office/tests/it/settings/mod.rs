//! Setting a school up, its settings and the audit trail.

mod audit;
mod opening;
mod saving;
mod topics;

use futures::executor::block_on;
use reception::{STAFF_SESSION, StaffSignedIn};
use records::{AuditEvent, Entry, School, SettingsEvent, Staff};
use school_types::{Role, StaffId};
use testkit::{
    Browser, Page,
    installation::{ELM, school},
};
use web::{IdleSession, Life};

use crate::harness::Setup;

impl Setup {
    /// Somebody with these roles at Elm Street, who has set no account up.
    fn staff(&self, name: &str, roles: &[Role]) -> StaffId {
        self.installation.list_employee(ELM, name, roles).id
    }

    /// A browser that holds a session of theirs, which nobody signed in for: the trail says nothing of it.
    fn browser_of(&self, staff: &StaffId) -> Browser {
        let records = &self.installation.records;
        let account = block_on(records.staff(&school(ELM), staff).fold::<Staff>()).unwrap().value;
        let value = StaffSignedIn { school: school(ELM), staff: staff.clone(), generation: account.generation };
        let session = IdleSession::begin(value, self.installation.clock.now()).unwrap();
        let cookie = web::seal_cookie(records.vault(), STAFF_SESSION, &session, Life::Session).unwrap();
        let line = cookie.header().to_str().unwrap().to_owned();
        let sealed = line.split(';').next().unwrap().split_once('=').unwrap().1;
        let mut browser = self.browser();
        browser.set_cookie(STAFF_SESSION, sealed);
        browser
    }

    /// The same of somebody with this role.
    fn person(&self, name: &str, role: Role) -> Browser {
        self.browser_of(&self.staff(name, &[role]))
    }

    /// The settings of Elm Street now.
    fn settings(&self) -> profiles::SchoolSettings {
        let stream = self.installation.records.school(&school(ELM));
        *block_on(stream.fold::<School>()).unwrap().value.0.unwrap()
    }

    /// Every event in the settings of Elm Street.
    fn settings_events(&self) -> Vec<Entry<SettingsEvent>> {
        block_on(self.installation.records.school(&school(ELM)).read()).unwrap()
    }

    /// What staff did at Elm Street, the oldest first.
    fn done(&self) -> Vec<AuditEvent> {
        self.trail(ELM).into_iter().map(|entry| entry.event).collect()
    }
}

/// An address of Elm Street's office.
fn at(path: &str) -> String {
    format!("/s/{ELM}/office/{path}")
}

/// Opens a page of settings.
fn open(browser: &mut Browser, path: &str) -> Page {
    let page = browser.open(&at(&format!("settings/{path}")));
    assert_eq!(page.status(), 200, "{path}: {}", page.text());
    page
}
