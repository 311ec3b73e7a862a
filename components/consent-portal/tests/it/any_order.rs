//! Whatever the order of drafts, tabs, decisions, withdrawals, paper forms and crashes: a yes is recorded only of somebody who
//! was shown their latest no.

use std::collections::BTreeMap;

use decisions::{ChildAnswers, Given, Recording};
use futures::executor::block_on;
use jiff::SignedDuration;
use permission_rules::{ChildPermissions, Decider, How, PermissionEvent};
use proptest::prelude::*;
use records::{Child, School};
use school_types::{Language, OperationId, StaffId};
use testkit::{
    Browser, Form, Page,
    installation::{ELM, ISOLDE, ODALYS, PEREGRINE, Pupil, school},
};
use words::Words;

use crate::harness::{Setup, yes};

#[derive(Clone, Debug)]
enum Act {
    /// Opens a page that could be sent, in another tab.
    Draft {
        both: bool,
    },
    Change {
        yes: bool,
    },
    Withdraw,
    /// Sends a page that is open, pressing on through whatever is asked, and perhaps not living to the end of it.
    Send {
        tab: usize,
        again: bool,
        keep: bool,
        stop: Option<usize>,
    },
    /// The office types in a form of hers, and was shown what she said.
    Paper {
        yes: bool,
    },
}

fn any_act() -> impl Strategy<Value = Act> {
    let stop = prop::option::weighted(0.25, 0usize..40);
    prop_oneof![
        2 => any::<bool>().prop_map(|both| Act::Draft { both }),
        2 => any::<bool>().prop_map(|yes| Act::Change { yes }),
        1 => Just(Act::Withdraw),
        5 => (0usize..6, any::<bool>(), any::<bool>(), stop)
            .prop_map(|(tab, again, keep, stop)| Act::Send { tab, again, keep, stop }),
        1 => any::<bool>().prop_map(|yes| Act::Paper { yes }),
    ]
}

struct Family {
    setup: Setup,
    browser: Browser,
    tabs: Vec<(Page, Form)>,
    /// What the page said by which an operation was recorded for a pupil, or that was last sent as it.
    shown: BTreeMap<(OperationId, &'static str), String>,
}

impl Family {
    fn new() -> Self {
        let setup = Setup::new();
        setup.installation.change_profile(ELM, |fields| {
            fields.purposes.retain(|purpose| ["website-group", "local-press"].contains(&purpose.id.as_str()));
        });
        let browser = setup.signed_in(ELM, &ODALYS);
        Self { setup, browser, tabs: Vec::new(), shown: BTreeMap::new() }
    }

    fn act(&mut self, act: &Act) {
        self.setup.wait(SignedDuration::from_mins(1));
        let child = self.setup.child_path(ELM, &ISOLDE);
        match act {
            Act::Draft { both } => {
                let page = self.browser.open(&format!("/s/{ELM}/consent/begin"));
                let is_offered = page.forms().iter().any(|form| form.action.ends_with("/consent/begin"));
                let first = if *both && is_offered && !page.choices("whom").is_empty() {
                    self.browser.submit(&page.form("/consent/begin").with("whom", "all"))
                } else {
                    self.setup.begin_again(&mut self.browser, &ISOLDE)
                };
                let check = self.setup.answer_all(&mut self.browser, first, yes);
                self.open(check, "/check", &[]);
            }
            Act::Change { yes } => {
                let page = self.browser.open(&format!("{child}/change/website-group"));
                self.open(page, "/change/", &[("answer", if *yes { "yes" } else { "no" })]);
            }
            Act::Withdraw => {
                let page = self.browser.open(&format!("{child}/withdraw"));
                if page.forms().iter().any(|form| form.action.ends_with("/withdraw")) {
                    self.open(page, "/withdraw", &[("removal", "from-now-on")]);
                }
            }
            Act::Send { tab, again, keep, stop } => self.send(*tab, *again, *keep, *stop),
            Act::Paper { yes } => self.paper(&ISOLDE, *yes),
        }
    }

    fn open(&mut self, page: Page, form: &str, fields: &[(&str, &str)]) {
        let form = page.forms().into_iter().find(|found| found.action.contains(form));
        if let Some(form) = form {
            let form = fields.iter().fold(form, |form, (name, value)| form.with(name, value));
            self.tabs.push((page, form));
        }
    }

    fn send(&mut self, tab: usize, again: bool, keep: bool, stop: Option<usize>) {
        let Some((page, form)) = self.tabs.get(tab % self.tabs.len().max(1)).cloned() else { return };
        self.note(&page, &form);
        if let Some(steps) = stop {
            self.setup.installation.store.stop_at_step(steps);
        }
        let next = self.browser.submit(&form);
        self.setup.installation.store.restart();
        if stop.is_some() || !again {
            return;
        }
        // Asked again, she reads the page and sends it as it is.
        let Some(mut form) = next.forms().into_iter().find(|found| found.action == form.action) else { return };
        if let Some(answer) = self.tabs[tab % self.tabs.len()].1.value("answer").map(str::to_owned) {
            form = form.with("answer", &answer);
        }
        if !next.choices("since").is_empty() {
            form = form.with("since", if keep { "keep" } else { "change" });
        }
        self.note(&next, &form);
        self.browser.submit(&form);
    }

    fn note(&mut self, page: &Page, form: &Form) {
        let field = form.value("operation").map(str::to_owned);
        let operation = field.or_else(|| form.action.split('/').nth_back(1).map(str::to_owned));
        let Some(operation) = operation.and_then(|operation| operation.parse::<OperationId>().ok()) else { return };
        // What is recorded already was recorded by the page before: an older one sent again adds nothing.
        for pupil in [ISOLDE, PEREGRINE] {
            if !self.setup.facts(ELM, &pupil).iter().any(|entry| entry.operation == operation) {
                self.shown.insert((operation.clone(), pupil.forename), page.text());
            }
        }
    }

    fn paper(&self, pupil: &Pupil, yes: bool) {
        let records = &self.setup.installation.records;
        let elm = school(ELM);
        let id = self.setup.installation.child(ELM, pupil);
        let settings = block_on(records.school(&elm).fold::<School>()).unwrap().value.0.unwrap();
        let child = block_on(records.child(&elm, &id).fold::<Child>()).unwrap().value;
        let permissions = block_on(records.permission(&elm, &id).fold::<ChildPermissions>()).unwrap();
        let contact = self.setup.installation.contact(ELM, &ODALYS);
        let by = Decider {
            relation: child.listing(&contact).unwrap().relation.clone(),
            contact,
            parental_responsibility: true,
        };
        let given = settings.profile().purposes.iter().map(|purpose| Given {
            purpose,
            answer: purpose.basis.answers()[usize::from(!yes)],
            language: Language::En,
        });
        let dated = "2026-03-03".parse().unwrap();
        let operation = OperationId::from_bytes(vault::random().unwrap());
        let recording = Recording {
            records,
            school: &settings,
            operation: &operation,
            how: How::Paper { entered_by: StaffId::from_bytes([9; 10]), dated },
            withdrawal: None,
        };
        let answers = ChildAnswers {
            child: &id,
            has_left: false,
            by: &by,
            permissions: &permissions,
            given: given.collect(),
            pupil_view: None,
        };
        block_on(recording.record(&[answers])).unwrap();
    }

    /// Every yes she sent counts only if the page she sent it by showed her the no before it.
    fn check(&self) {
        for pupil in [ISOLDE, PEREGRINE] {
            let permissions = self.setup.permissions(ELM, &pupil);
            let mut latest_no = BTreeMap::new();
            for entry in self.setup.facts(ELM, &pupil) {
                let PermissionEvent::Decided(decision) = &entry.event else { continue };
                if permissions.is_overtaken(entry.number) {
                    continue;
                }
                for given in &decision.answers {
                    if !given.answer.permits() {
                        latest_no.insert(given.purpose.clone(), entry.at);
                        continue;
                    }
                    // Whatever she says after this follows a yes.
                    let no = latest_no.remove(&given.purpose);
                    let (How::Online, Some(no)) = (&decision.how, no) else { continue };
                    let page = &self.shown[&(entry.operation.clone(), pupil.forename)];
                    let when = Words::new(Language::En).date_time(no);
                    let says = page.contains(&when) && (page.contains("said no") || page.contains("your answer is no"));
                    assert!(says, "a yes to {} after the no of {when}, by: {page}", given.purpose);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_yes_is_recorded_only_of_somebody_who_was_shown_their_latest_no(acts in prop::collection::vec(any_act(), 1..12)) {
        let mut family = Family::new();
        for act in &acts {
            family.act(act);
            family.check();
        }
    }
}
