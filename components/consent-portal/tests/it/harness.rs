//! The component over a made-up installation, and the steps that most tests take.

use std::{cell::RefCell, rc::Rc, time::Duration};

use consent_portal::{LARGEST_REQUEST, Portal};
use futures::{executor::block_on, future::LocalBoxFuture};
use http_body_util::Full;
use jiff::SignedDuration;
use letters::{Kind, Outbox, OutboxLetter};
use permission_rules::{ChildPermissions, Decision, PermissionEvent};
use reception::Desk;
use records::{Asker, Entry, Receipt, RemovalEvent};
use settings::Settings;
use testkit::{
    Application, Browser, Form, Installation, Page,
    installation::{Adult, ELM, Pupil, school},
};

/// What a scheduler presents.
pub(crate) const TASK_TOKEN: &str = "a scheduler's token, of 32 and more characters";

thread_local! {
    static PAUSES: RefCell<Vec<Duration>> = const { RefCell::new(Vec::new()) };
    static AFTERWARDS: RefCell<Vec<LocalBoxFuture<'static, ()>>> = const { RefCell::new(Vec::new()) };
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

    /// One whose letters leave once the answer is on its way: when the test says so.
    pub(crate) fn answering_first() -> Self {
        let afterwards = |work| AFTERWARDS.with_borrow_mut(|works| works.push(work));
        Self::over(Installation::new(), |portal| portal.with_afterwards(afterwards))
    }

    /// Sends what was to be sent once the answers were on their way; how many letters that was.
    pub(crate) fn send_what_waits() -> usize {
        let works = AFTERWARDS.take();
        let number = works.len();
        works.into_iter().for_each(block_on);
        number
    }

    pub(crate) fn of(installation: Installation) -> Self {
        Self::over(installation, |portal| portal)
    }

    fn over(installation: Installation, with: impl FnOnce(Portal) -> Portal) -> Self {
        let settings = Settings::from_pairs([
            ("delivery", "outbox"),
            ("demo", "true"),
            ("public_address", "https://gate.example.org"),
            ("task_token", TASK_TOKEN),
        ]);
        let records = installation.records_of("consent-portal", Asker::Nobody);
        let courier = Rc::new(Outbox::new(records.clone()));
        let desk = Desk::new(records, settings.unwrap(), installation.clock.clone()).with_pause(note_pause);
        let portal = Rc::new(with(Portal::new(desk, courier)));
        let application: Application = Rc::new(move |request: http::Request<bytes::Bytes>| {
            let portal = Rc::clone(&portal);
            Box::pin(async move {
                let request = web::read(request.map(Full::new), LARGEST_REQUEST).await;
                portal.answer(request).await
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

    /// Every letter, the newest first.
    pub(crate) fn letters(&self) -> Vec<OutboxLetter> {
        block_on(Outbox::new(self.installation.records.clone()).list()).unwrap()
    }

    pub(crate) fn letters_of(&self, kind: Kind) -> Vec<OutboxLetter> {
        self.letters().into_iter().filter(|kept| kept.letter.kind == kind).collect()
    }

    /// The code that was last sent to somebody.
    pub(crate) fn code(&self, adult: &Adult) -> String {
        let letters = self.letters_of(Kind::SignInCode);
        let letter = letters.iter().find(|kept| Some(kept.letter.to.reveal().as_str()) == adult.e_mail).unwrap();
        let is_code = |line: &&str| {
            let is_short = line.len() == 7 && line.bytes().all(|b| b.is_ascii_digit() || b == b' ');
            let is_long = line.len() == 19 && line.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            is_short || is_long
        };
        letter.letter.text.reveal().lines().find(is_code).unwrap().to_owned()
    }

    /// Asks for a code by e-mail; the page to type it into.
    pub(crate) fn ask_for_code(&self, browser: &mut Browser, slug: &str, adult: &Adult) -> Page {
        let page = browser.open(&format!("/s/{slug}/sign-in"));
        browser.submit(&page.form("/sign-in").with("email", adult.e_mail.unwrap()))
    }

    /// Signs in by e-mail; the page of one's children.
    pub(crate) fn sign_in(&self, browser: &mut Browser, slug: &str, adult: &Adult) -> Page {
        let page = self.ask_for_code(browser, slug, adult);
        let page = browser.submit(&page.form("/sign-in/code").with("code", &self.code(adult)));
        assert_eq!(page.path, format!("/s/{slug}/consent/children"));
        page
    }

    /// Signs in by a letter's code.
    pub(crate) fn sign_in_by_letter(&self, browser: &mut Browser, slug: &str, adult: &Adult) -> Page {
        let code = self.installation.letter_code(slug, adult);
        let page = browser.open(&format!("/s/{slug}/sign-in/letter"));
        browser.submit(&page.form("/sign-in/letter").with("letter-code", &code))
    }

    /// A browser in which somebody is signed in.
    pub(crate) fn signed_in(&self, slug: &str, adult: &Adult) -> Browser {
        let mut browser = self.browser();
        if adult.e_mail.is_some() {
            self.sign_in(&mut browser, slug, adult);
        } else {
            self.sign_in_by_letter(&mut browser, slug, adult);
        }
        browser
    }

    pub(crate) fn child_path(&self, slug: &str, pupil: &Pupil) -> String {
        format!("/s/{slug}/consent/child/{}", self.installation.child(slug, pupil))
    }

    /// The facts in a child's stream.
    pub(crate) fn facts(&self, slug: &str, pupil: &Pupil) -> Vec<Entry<PermissionEvent>> {
        let stream = self.installation.records.permission(&school(slug), &self.installation.child(slug, pupil));
        block_on(stream.read()).unwrap()
    }

    /// The decisions about a child, the oldest first.
    pub(crate) fn decisions(&self, slug: &str, pupil: &Pupil) -> Vec<Decision> {
        let decided = |entry: Entry<PermissionEvent>| match entry.event {
            PermissionEvent::Decided(decision) => Some(decision),
            _ => None,
        };
        self.facts(slug, pupil).into_iter().filter_map(decided).collect()
    }

    /// What everything said about a child comes to.
    pub(crate) fn permissions(&self, slug: &str, pupil: &Pupil) -> ChildPermissions {
        let stream = self.installation.records.permission(&school(slug), &self.installation.child(slug, pupil));
        block_on(stream.fold::<ChildPermissions>()).unwrap().value
    }

    pub(crate) fn receipt(&self, slug: &str, decision: &Decision) -> Option<Receipt> {
        block_on(self.installation.records.receipt(&school(slug), &decision.reference)).unwrap()
    }

    pub(crate) fn removals(&self, slug: &str) -> Vec<RemovalEvent> {
        let stream = self.installation.records.removals(&school(slug));
        block_on(stream.read()).unwrap().into_iter().map(|entry| entry.event).collect()
    }

    /// Begins to answer for one child, or for `all`; the first question.
    pub(crate) fn begin(&self, browser: &mut Browser, slug: &str, whom: &str) -> Page {
        let page = browser.open(&format!("/s/{slug}/consent/children"));
        let form = match page.forms().into_iter().find(|form| form.action.ends_with("/consent/begin")) {
            Some(form) if whom != "all" && form.value("whom") == Some(whom) => form,
            _ => browser.open(&page.link("/consent/begin")).form("/consent/begin").with("whom", whom),
        };
        let page = browser.submit(&form);
        assert!(page.path.ends_with("/1"), "{} {}", page.path, page.heading());
        page
    }

    /// Begins to answer for one child at Elm Street once more, whether or not everything is answered; the first question.
    pub(crate) fn begin_again(&self, browser: &mut Browser, pupil: &Pupil) -> Page {
        let page = browser.open(&format!("/s/{ELM}/consent/children"));
        let token = page.forms()[0].value("form-token").unwrap().to_owned();
        let whom = self.installation.child(ELM, pupil);
        let form = Form::made_up(&format!("/s/{ELM}/consent/begin"), &[("whom", whom.as_str())]);
        browser.submit(&form.with("form-token", &token))
    }

    /// Answers one question after the other, as `choose` does of the choices on each page; the page to check.
    pub(crate) fn answer_all(
        &self,
        browser: &mut Browser,
        mut page: Page,
        choose: impl Fn(usize, &[String]) -> usize,
    ) -> Page {
        for number in 1..100 {
            if page.path.ends_with("/check") {
                return page;
            }
            let choices = page.choices("answer");
            let form = page.form("/decide/").with("answer", &choices[choose(number, &choices)]);
            page = browser.submit(&form);
        }
        unreachable!("the questions have no end")
    }

    /// From the children's page to the receipts: the same answers for `whom`.
    pub(crate) fn decide(
        &self,
        browser: &mut Browser,
        slug: &str,
        whom: &str,
        choose: impl Fn(usize, &[String]) -> usize,
    ) -> Page {
        let page = self.begin(browser, slug, whom);
        let page = self.answer_all(browser, page, choose);
        let page = browser.submit(&page.form("/check"));
        assert!(page.path.contains("/consent/done/"), "{} {}", page.path, page.heading());
        page
    }

    /// Decides about one child at Elm Street.
    pub(crate) fn decide_for(
        &self,
        browser: &mut Browser,
        pupil: &Pupil,
        choose: impl Fn(usize, &[String]) -> usize,
    ) -> Page {
        let whom = self.installation.child(ELM, pupil);
        self.decide(browser, ELM, whom.as_str(), choose)
    }
}

/// Says the first thing offered: yes, or what comes nearest.
pub(crate) fn yes(_: usize, _: &[String]) -> usize {
    0
}

/// Says no.
pub(crate) fn no(_: usize, _: &[String]) -> usize {
    1
}

/// The references of the receipts on a page.
pub(crate) fn references(page: &Page) -> Vec<String> {
    page.texts(".receipt-reference")
}

/// The fingerprints of the receipts on a page, without their gaps.
pub(crate) fn fingerprints(page: &Page) -> Vec<String> {
    page.texts("code.fingerprint").into_iter().map(|text| text.replace(' ', "")).collect()
}
