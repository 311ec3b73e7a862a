//! The office over a made-up installation, with staff who are signed in.

use std::rc::Rc;

use futures::executor::block_on;
use http_body_util::Full;
use letters::{Outbox, OutboxLetter};
use office::{LARGEST_REQUEST, Office};
use reception::{Desk, STAFF_SESSION, StaffSignedIn};
use records::{Asker, AuditEvent, Entry, School, SettingsEvent, Staff, StaffFacts, staff_id};
use school_types::{Redacted, Role, StaffId};
use settings::Settings;
use testkit::{
    Application, Browser, Installation, Page,
    installation::{ELM, school},
};
use web::{IdleSession, Life};

/// What a scheduler presents.
pub(crate) const TASK_TOKEN: &str = "a scheduler's token, of 32 and more characters";

/// The office and its installation.
pub(crate) struct Setup {
    pub(crate) installation: Installation,
    pub(crate) application: Application,
}

impl Setup {
    pub(crate) fn new() -> Self {
        let installation = Installation::new();
        let key = "00112233445566778899aabbccddeeff".repeat(2);
        let settings = Settings::from_pairs([
            ("master_key", key.as_str()),
            ("delivery", "outbox"),
            ("demo", "true"),
            ("public_address", "https://gate.example.org"),
            ("task_token", TASK_TOKEN),
        ]);
        let records = installation.records.as_asker(Asker::Nobody);
        let courier = Rc::new(Outbox::new(records.clone()));
        let desk = Desk::new(records, settings.unwrap(), installation.clock.clone());
        let office = Rc::new(Office::new(desk, courier));
        let application: Application = Rc::new(move |request: http::Request<bytes::Bytes>| {
            let office = Rc::clone(&office);
            Box::pin(async move {
                let request = web::read(request.map(Full::new), LARGEST_REQUEST).await;
                office.answer(request).await
            })
        });
        Self { installation, application }
    }

    /// Somebody with these roles at Elm Street.
    pub(crate) fn staff(&self, name: &str, roles: &[Role]) -> StaffId {
        let records = &self.installation.records;
        let id = staff_id(records.vault(), &school(ELM), name);
        let facts = StaffFacts {
            name: Redacted::new(name.to_owned()),
            e_mail: Redacted::new(format!("{}@elm.example.org", name.to_lowercase().replace(' ', "."))),
            roles: roles.to_vec(),
        };
        block_on(records.list_staff(&school(ELM), &[(id.clone(), facts)])).unwrap();
        id
    }

    /// Their browser, in which they are signed in.
    pub(crate) fn signed_in(&self, staff: &StaffId) -> Browser {
        let records = &self.installation.records;
        let account = block_on(records.staff(&school(ELM), staff).fold::<Staff>()).unwrap().value;
        let value = StaffSignedIn { school: school(ELM), staff: staff.clone(), generation: account.generation };
        let session = IdleSession::begin(value, self.installation.clock.now()).unwrap();
        let cookie = web::seal_cookie(records.vault(), STAFF_SESSION, &session, Life::Session).unwrap();
        let line = cookie.header().to_str().unwrap().to_owned();
        let sealed = line.split(';').next().unwrap().split_once('=').unwrap().1;
        let mut browser = Browser::new(&self.application);
        browser.set_cookie(STAFF_SESSION, sealed);
        browser
    }

    /// A browser of somebody with this role.
    pub(crate) fn person(&self, name: &str, role: Role) -> Browser {
        self.signed_in(&self.staff(name, &[role]))
    }

    /// The settings of Elm Street now.
    pub(crate) fn settings(&self) -> profiles::SchoolSettings {
        let stream = self.installation.records.school(&school(ELM));
        *block_on(stream.fold::<School>()).unwrap().value.0.unwrap()
    }

    /// Every event in the settings of Elm Street.
    pub(crate) fn events(&self) -> Vec<Entry<SettingsEvent>> {
        block_on(self.installation.records.school(&school(ELM)).read()).unwrap()
    }

    /// The audit trail, the oldest first.
    pub(crate) fn trail(&self) -> Vec<AuditEvent> {
        let entries = block_on(self.installation.records.audit(&school(ELM)).read()).unwrap();
        entries.into_iter().map(|entry| entry.event).collect()
    }

    /// Every letter, the newest first.
    pub(crate) fn letters(&self) -> Vec<OutboxLetter> {
        block_on(Outbox::new(self.installation.records.clone()).list()).unwrap()
    }
}

/// An address of Elm Street's office.
pub(crate) fn at(path: &str) -> String {
    format!("/s/{ELM}/office/{path}")
}

/// Opens a page of settings.
pub(crate) fn open(browser: &mut Browser, path: &str) -> Page {
    let page = browser.open(&at(&format!("settings/{path}")));
    assert_eq!(page.status(), 200, "{path}: {}", page.text());
    page
}
