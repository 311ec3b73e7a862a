//! Erasing a child: only with the name typed out, by two or after a day, to the end also after a crash, and with a proof that
//! names nobody.

use futures::executor::block_on;
use http::{Method, StatusCode};
use jiff::SignedDuration;
use records::{AuditEvent, ErasureRequest, ErasureRequests};
use school_types::{OperationId, Role};
use testkit::{
    Browser, Form, MemoryStore, Page,
    installation::{ELM, JOCASTA, TAMSIN, WILHELMINA, school},
};

use crate::{
    harness::{Setup, TASK_TOKEN},
    pupils::{page_of, refuses_all_but, say},
};

const NAME: &str = "Jocasta Overbrook";

fn form(setup: &Setup, browser: &mut Browser) -> Form {
    browser.open(&format!("{}/erase", page_of(setup, &JOCASTA))).form("/erase")
}

fn confirming(setup: &Setup, browser: &mut Browser) -> Form {
    browser.open(&format!("{}/erase", page_of(setup, &JOCASTA))).form("/erase/confirm").with("name", NAME)
}

fn ask(setup: &Setup, browser: &mut Browser) -> Page {
    let form = form(setup, browser).with("name", NAME);
    browser.submit(&form)
}

fn erasures(setup: &Setup) -> usize {
    block_on(setup.installation.records.erasures(&school(ELM)).read()).unwrap().len()
}

fn request(setup: &Setup) -> Option<ErasureRequest> {
    let requests = setup.installation.records.erasure_requests(&school(ELM));
    let requests = block_on(requests.fold::<ErasureRequests>()).unwrap().value;
    requests.get(&setup.installation.child(ELM, &JOCASTA)).cloned()
}

/// What the trail says of Jocasta's erasure.
fn trail(setup: &Setup) -> Vec<AuditEvent> {
    let of_erasing = |event: &AuditEvent| {
        matches!(
            event,
            AuditEvent::Erased { .. }
                | AuditEvent::ErasureAsked { .. }
                | AuditEvent::ErasureConfirmed { .. }
                | AuditEvent::ErasureUndone { .. }
        )
    };
    setup.trail(ELM).into_iter().map(|entry| entry.event).filter(of_erasing).collect()
}

/// A secretary and a head, both with the right.
fn two(setup: &Setup) -> [Browser; 2] {
    [("Ottoline Reed", Role::Office), ("Barnaby Finch", Role::Head)]
        .map(|(name, role)| setup.signed_in(&setup.employ(name, &[role])))
}

fn ring_the_daily_task(setup: &Setup) {
    let token = format!("Bearer {TASK_TOKEN}");
    let answer = setup.browser().send(Method::POST, "/tasks/daily", None, &[("authorization", &token)]);
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
}

#[test]
fn nothing_is_erased_until_the_name_is_typed() {
    let setup = Setup::new();
    let [mut office, mut head] = two(&setup);
    let refuses = |browser: &mut Browser, form: &Form| {
        for typed in ["", "Jocasta", "Jocasta Overbrook Junior", "Wilhelmina Quillfeather"] {
            let mark = setup.installation.store.mark();
            let answer = browser.submit(&form.clone().with("name", typed));
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            assert_eq!(answer.value("name").unwrap_or_default(), typed);
            assert_eq!(setup.installation.store.writes_since(mark), []);
        }
    };
    let first = form(&setup, &mut office);
    refuses(&mut office, &first);
    ask(&setup, &mut office);
    let second = confirming(&setup, &mut head);
    refuses(&mut head, &second);
    assert_eq!((office.open(&page_of(&setup, &JOCASTA)).status(), erasures(&setup)), (StatusCode::OK, 0));
}

#[test]
fn one_secretary_alone_does_not_erase_a_pupil_for_good() {
    let setup = Setup::new();
    let [mut office, mut head] = two(&setup);
    let page = office.open(&format!("{}/erase", page_of(&setup, &JOCASTA)));
    assert!(
        page.text().contains("someone else with this right has 14 days to confirm: Barnaby Finch"),
        "{}",
        page.text()
    );
    let asked = ask(&setup, &mut office);
    assert!(asked.text().contains("Ottoline Reed asked for this on"), "{}", asked.text());
    assert!(asked.text().contains("one of these people must confirm: Barnaby Finch"), "{}", asked.text());
    assert_eq!(erasures(&setup), 0);
    // Seen on the first page of whoever has the right.
    for browser in [&mut office, &mut head] {
        let home = browser.open(&format!("/s/{ELM}/office"));
        assert!(home.text().contains("1 pupil to be erased for good"), "{}", home.text());
        assert!(home.text().contains("Jocasta Overbrook: see what is to be erased"));
    }
    assert!(!setup.with_role(Role::Teacher).open(&format!("/s/{ELM}/office")).text().contains("erased for good"));
    // The asker does not confirm it, however the form is made.
    let confirm = confirming(&setup, &mut head);
    let token = office.open(&page_of(&setup, &JOCASTA)).form("/sign-out").value("form-token").unwrap().to_owned();
    let mark = setup.installation.store.mark();
    let own = office.submit_once(&confirm.clone().with("form-token", &token));
    assert_eq!(own.status, StatusCode::FORBIDDEN);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    let page = head.open(&format!("{}/erase", page_of(&setup, &JOCASTA)));
    assert!(page.text().contains("What is erased") && page.text().contains("Every answer and receipt."));
    let done = head.submit(&confirm);
    assert!(done.text().contains("The record is erased."), "{}", done.text());
    assert!(erasures(&setup) > 0 && request(&setup).is_none());
    let child = setup.installation.child(ELM, &JOCASTA);
    let said = [
        AuditEvent::ErasureAsked { child: child.clone() },
        AuditEvent::ErasureConfirmed { child: child.clone() },
        AuditEvent::Erased { child },
    ];
    assert_eq!(trail(&setup), said);
}

#[test]
fn who_is_alone_with_the_right_has_a_day_to_undo_it() {
    let setup = Setup::new();
    let secretary = setup.employ("Ottoline Reed", &[Role::Office]);
    let mut office = setup.signed_in(&secretary);
    let page = office.open(&format!("{}/erase", page_of(&setup, &JOCASTA)));
    assert!(page.text().contains("it happens one day after you ask"), "{}", page.text());
    assert!(ask(&setup, &mut office).text().contains("Everything is erased on"));
    setup.wait(SignedDuration::from_hours(23));
    ring_the_daily_task(&setup);
    assert_eq!(erasures(&setup), 0);
    let mut office = setup.signed_in(&secretary);
    let home = office.open(&format!("/s/{ELM}/office"));
    let undone = office.submit(&home.form("/erase/undo"));
    assert!(undone.text().contains("The request is withdrawn. Nothing was erased."), "{}", undone.text());
    setup.wait(SignedDuration::from_hours(30));
    ring_the_daily_task(&setup);
    assert_eq!((erasures(&setup), request(&setup)), (0, None));
    let child = setup.installation.child(ELM, &JOCASTA);
    assert_eq!(trail(&setup), [AuditEvent::ErasureAsked { child: child.clone() }, AuditEvent::ErasureUndone { child }]);
}

#[test]
fn after_the_day_the_daily_task_or_whoever_opens_a_page_carries_it_out() {
    let base = Setup::new();
    let secretary = base.employ("Ottoline Reed", &[Role::Office]);
    ask(&base, &mut base.signed_in(&secretary));
    for how in ["the daily task", "", "/children/erase"] {
        let setup = base.copy();
        setup.wait(SignedDuration::from_hours(24));
        match how {
            "the daily task" => ring_the_daily_task(&setup),
            "" => {
                // Signing in leads to the first page.
                setup.signed_in(&secretary);
            }
            _ => {
                let mut office = setup.signed_in(&secretary);
                let done = office.open(&format!("{}/erase", page_of(&setup, &JOCASTA)));
                assert!(done.text().contains("The record is erased."), "{}", done.text());
            }
        }
        assert!(erasures(&setup) > 0, "{how}");
        assert_eq!(setup.installation.mentions("Overbrook"), Vec::<String>::new(), "{how}");
        assert_eq!(trail(&setup).len(), 2, "{how}");
        ring_the_daily_task(&setup);
        assert_eq!(trail(&setup).len(), 2, "{how}");
    }
}

#[test]
fn what_is_said_about_the_pupil_in_between_stops_it() {
    let setup = Setup::new();
    let [mut office, mut head] = two(&setup);
    ask(&setup, &mut office);
    let confirm = confirming(&setup, &mut head);
    say(&setup, &JOCASTA, &TAMSIN, true, None);
    let page = head.submit(&confirm);
    assert!(page.text().contains("Something new was recorded about the pupil after this request"), "{}", page.text());
    assert_eq!((erasures(&setup), trail(&setup).len()), (0, 1));
    // Asked again with that in mind, it is another request.
    ask(&setup, &mut head);
    assert!(head.submit(&confirm).text().contains("Barnaby Finch asked for this on"));
    let confirm = confirming(&setup, &mut office);
    assert!(office.submit(&confirm).text().contains("The record is erased."));
}

#[test]
fn an_account_that_is_closed_in_between_neither_asks_nor_confirms() {
    let setup = Setup::new();
    let asker = setup.employ("Ottoline Reed", &[Role::Office]);
    let other = setup.employ("Barnaby Finch", &[Role::Head]);
    let third = setup.employ("Perpetua Thistlethwaite", &[Role::Office]);
    ask(&setup, &mut setup.signed_in(&asker));
    let mut head = setup.signed_in(&other);
    let mut office = setup.signed_in(&third);
    let (of_head, of_office) = (confirming(&setup, &mut head), confirming(&setup, &mut office));
    let close = |staff| {
        let operation = OperationId::from_bytes(vault::random().unwrap());
        block_on(setup.installation.records.close_account(&school(ELM), staff, &operation)).unwrap();
    };
    close(&other.id);
    assert_eq!(head.submit_once(&of_head).status, StatusCode::UNAUTHORIZED);
    close(&asker.id);
    let page = office.submit(&of_office);
    assert!(page.text().contains("The person who asked can no longer do this"), "{}", page.text());
    assert_eq!((erasures(&setup), trail(&setup).len()), (0, 1));
    // Whoever is left is alone, and waits a day.
    let page = office.open(&format!("{}/erase", page_of(&setup, &JOCASTA)));
    assert!(page.text().contains("You are the only person who can do this"));
}

#[test]
fn two_who_confirm_at_once_erase_once() {
    let setup = Setup::new();
    let [mut office, mut head] = two(&setup);
    let mut third = setup.signed_in(&setup.employ("Perpetua Thistlethwaite", &[Role::Office]));
    ask(&setup, &mut office);
    let (one, other) = (confirming(&setup, &mut head), confirming(&setup, &mut third));
    let both = [head.sending(&one), third.sending(&other)];
    let answers = block_on(futures::future::join_all(both));
    assert!(answers.iter().all(|answer| answer.status() == StatusCode::SEE_OTHER), "{answers:?}");
    let erased = trail(&setup).into_iter().filter(|event| matches!(event, AuditEvent::Erased { .. })).count();
    assert_eq!((erased, request(&setup)), (1, None));
    assert_eq!(setup.installation.mentions("Overbrook"), Vec::<String>::new());
}

#[test]
fn an_erased_child_is_found_nowhere_and_the_proof_names_nobody() {
    let setup = Setup::new();
    say(&setup, &JOCASTA, &TAMSIN, true, None);
    let [mut office, mut head] = two(&setup);
    let form = form(&setup, &mut office).with("name", "  jocasta   OVERBROOK ");
    office.submit(&form);
    let confirm = confirming(&setup, &mut head);
    let done = head.submit(&confirm);
    assert!(done.text().contains("The record is erased."), "{}", done.text());
    assert!(!done.answer.body.contains("Overbrook"));
    for page in ["", "/edit", "/decide", "/record"] {
        let path = format!("{}{page}", page_of(&setup, &JOCASTA));
        assert_eq!(office.open(&path).status(), StatusCode::NOT_FOUND, "{path}");
    }
    let search = office.open(&format!("/s/{ELM}/office/children")).form("/office/children");
    assert!(office.submit(&search.with("name", "overbrook")).text().contains("No pupil with that name"));
    assert_eq!(erasures(&setup), 1);
    for name in ["Jocasta", "Overbrook", "Tamsin"] {
        assert_eq!(setup.installation.mentions(name), Vec::<String>::new(), "{name} is still in the store");
    }
    // Sent again, both forms lead to the same page.
    for (browser, form) in [(&mut office, &form), (&mut head, &confirm)] {
        assert!(browser.submit(form).text().contains("The record is erased."));
    }
    let erased = trail(&setup).into_iter().filter(|event| matches!(event, AuditEvent::Erased { .. }));
    assert_eq!(erased.count(), 1);
    assert_eq!(office.open(&page_of(&setup, &WILHELMINA)).status(), StatusCode::OK);
}

#[test]
fn a_crash_at_any_step_is_finished_by_sending_the_form_again_or_by_the_daily_task() {
    let base = Setup::new();
    say(&base, &JOCASTA, &TAMSIN, true, None);
    let [mut office, mut browser] = two(&base);
    ask(&base, &mut office);
    let form = confirming(&base, &mut browser);
    for step in 0.. {
        let setup = base.copy();
        let mut head = browser.at(&setup.application);
        MemoryStore::stop_at_step(&setup.installation.store, step);
        head.submit_once(&form);
        let came_to_it = setup.installation.store.restart();
        let confirmed = request(&setup).is_none_or(|request| request.is_settled);
        if step % 2 == 0 && confirmed {
            ring_the_daily_task(&setup);
        } else {
            assert_eq!(head.submit_once(&form).status, StatusCode::SEE_OTHER, "step {step}");
        }
        assert_eq!(head.open(&page_of(&setup, &JOCASTA)).status(), StatusCode::NOT_FOUND, "step {step}");
        let erased = trail(&setup).into_iter().filter(|event| matches!(event, AuditEvent::Erased { .. }));
        assert_eq!((erased.count(), request(&setup)), (1, None), "step {step}");
        assert_eq!(setup.installation.mentions("Overbrook"), Vec::<String>::new(), "step {step}");
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
    assert!(request(&setup).is_some());
}

#[test]
fn an_office_that_is_also_the_lead_erases_a_flagged_child() {
    let setup = Setup::new();
    setup.installation.flag(ELM, &JOCASTA, true);
    let lead = setup.employ("Perpetua Thistlethwaite", &[Role::Office, Role::SafeguardingLead]);
    let mut browser = setup.signed_in(&lead);
    let form = form(&setup, &mut browser).with("name", "Jocasta Overbrook");
    assert_eq!(browser.submit_once(&form).status, StatusCode::SEE_OTHER);
    setup.wait(SignedDuration::from_hours(24));
    setup.signed_in(&lead);
    assert_eq!(erasures(&setup), 1);
}
