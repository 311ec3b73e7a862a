//! The component over a made-up installation, and the steps that most tests take.

use std::{cell::RefCell, rc::Rc, time::Duration};

use futures::{executor::block_on, future::LocalBoxFuture};
use http_body_util::Full;
use jiff::SignedDuration;
use letters::{Outbox, OutboxLetter};
use office::{LARGEST_REQUEST, Office};
use reception::Desk;
use records::{Asker, AuditEvent, Entry};
use school_types::Role;
use settings::Settings;
use testkit::{
    Application, Browser, Employee, Installation, Page,
    installation::{ELM, school},
};

/// What a scheduler presents.
pub(crate) const TASK_TOKEN: &str = "a scheduler's token, of 32 and more characters";

thread_local! {
    static PAUSES: RefCell<Vec<Duration>> = const { RefCell::new(Vec::new()) };
}

/// Waits no time, and notes for how long it would have been.
fn note_pause(time: Duration) -> LocalBoxFuture<'static, ()> {
    PAUSES.with_borrow_mut(|pauses| pauses.push(time));
    Box::pin(async {})
}

/// How long answers of this test were held up since this was last asked.
pub(crate) fn pauses() -> Vec<Duration> {
    PAUSES.take()
}

/// The component, its installation, and the letters it sends.
pub(crate) struct Setup {
    pub(crate) installation: Installation,
    pub(crate) application: Application,
}

impl Setup {
    pub(crate) fn new() -> Self {
        Self::of(Installation::new())
    }

    pub(crate) fn of(installation: Installation) -> Self {
        let settings = Settings::from_pairs([
            ("delivery", "outbox"),
            ("demo", "true"),
            ("public_address", "https://gate.example.org"),
            ("task_token", TASK_TOKEN),
        ]);
        let records = installation.records_of("office", Asker::Nobody);
        let courier = Rc::new(Outbox::new(records.clone()));
        let desk = Desk::new(records, settings.unwrap(), installation.clock.clone()).with_pause(note_pause);
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

    /// The same at this moment, going its own way from now on.
    pub(crate) fn copy(&self) -> Self {
        Self::of(self.installation.copy())
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser::new(&self.application)
    }

    pub(crate) fn wait(&self, time: SignedDuration) {
        self.installation.hand.advance(time);
    }

    /// Until a telephone shows another code.
    pub(crate) fn wait_for_a_code(&self) {
        self.wait(SignedDuration::from_secs(30));
    }

    /// Every letter, the newest first.
    pub(crate) fn letters(&self) -> Vec<OutboxLetter> {
        block_on(Outbox::new(self.installation.records.clone()).list()).unwrap()
    }

    /// What staff did at a school, the oldest first.
    pub(crate) fn trail(&self, slug: &str) -> Vec<Entry<AuditEvent>> {
        block_on(self.installation.records.audit(&school(slug)).read()).unwrap()
    }

    /// Types address and passphrase; what comes next.
    pub(crate) fn passphrase(&self, browser: &mut Browser, employee: &Employee) -> Page {
        let page = browser.open(&format!("/s/{}/office/sign-in", employee.school));
        let form = page.form("/office/sign-in").with("email", &employee.e_mail).with("passphrase", employee.passphrase);
        browser.submit(&form)
    }

    /// Signs in with a code that was not used before; the page that comes then.
    pub(crate) fn sign_in(&self, browser: &mut Browser, employee: &Employee) -> Page {
        self.wait_for_a_code();
        let page = self.passphrase(browser, employee);
        browser.submit(&page.form("/sign-in/code").with("code", &employee.code(&self.installation)))
    }

    /// A browser in which somebody is signed in.
    pub(crate) fn signed_in(&self, employee: &Employee) -> Browser {
        let mut browser = self.browser();
        let page = self.sign_in(&mut browser, employee);
        assert_eq!(page.path, format!("/s/{}/office", employee.school));
        browser
    }

    /// Somebody at Elm Street with these roles.
    pub(crate) fn employ(&self, name: &str, roles: &[Role]) -> Employee {
        self.installation.employ(ELM, name, roles)
    }

    /// A browser in which somebody of Elm Street with this role alone is signed in.
    pub(crate) fn with_role(&self, role: Role) -> Browser {
        self.signed_in(&self.employ(&format!("{role:?} Thistlethwaite"), &[role]))
    }
}
