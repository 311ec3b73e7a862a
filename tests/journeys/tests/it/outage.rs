//! A process that is killed while many parents send: what it acknowledged is there, and the rest is whole or absent.

use std::sync::{
    Barrier,
    atomic::{AtomicUsize, Ordering},
};

use anyhow::Result;
use journeys::{
    gate::{Gate, Options},
    page::Form,
    parent::Parent,
    redis::Redis,
};

use crate::crowd::{all_at_once, ready_to_send, receipts_of};

/// How many parents send, again and again, until the process is gone.
const CROWD: usize = 60;

/// After how many acknowledged forms it is killed: everybody is at it by then, most with a second form.
const ENOUGH: usize = CROWD + CROWD / 2;

/// More forms than anybody gets to send before the process is killed.
const ENDLESS: usize = 1000;

/// A parent whose process was killed under them.
struct Cut {
    parent: Parent,
    /// How many forms were acknowledged: each is one decision for each child it is about.
    decided: usize,
    /// The form that was sent without an answer.
    unanswered: Option<(Form, usize)>,
}

/// Sends one form after the other until `gate` is killed, which whoever is given the last of `ENOUGH` answers does.
fn send_until_killed(gate: &Gate, acknowledged: &AtomicUsize, mut parent: Parent, first: Form) -> Cut {
    let (mut form, mut about) = (first, parent.person.children.len());
    let mut decided = 0;
    for number in 0..ENDLESS {
        match parent.send_once(&form) {
            Ok(answer) => assert_eq!(answer.status, 303, "{}", answer.body),
            Err(_) => return Cut { parent, decided, unanswered: Some((form, about)) },
        }
        decided += about;
        if acknowledged.fetch_add(1, Ordering::SeqCst) + 1 == ENOUGH {
            gate.kill().unwrap();
        }
        match change_form(&mut parent, if number % 2 == 0 { "no" } else { "yes" }) {
            Ok(next) => (form, about) = (next, 1),
            Err(_) => return Cut { parent, decided, unanswered: None },
        }
    }
    panic!("the process was never killed");
}

/// A form that turns an answer about the first child into another: the same once more would be no decision.
fn change_form(parent: &mut Parent, answer: &str) -> Result<Form> {
    let page = parent.browser.open(&parent.at(&format!("consent/child/{}", parent.person.children[0])))?;
    let change = page.attributes("a[href*='/change/']", "href")?.remove(0);
    Ok(parent.browser.open(&change)?.form("/change/")?.with("answer", answer))
}

/// Whatever was acknowledged is there; what was not is absent or whole; sent again, it is there once.
fn nothing_is_lost(base: &str, cut: Cut) {
    let Cut { mut parent, decided, unanswered } = cut;
    parent.browser = parent.browser.led_to(base);
    let held = receipts_of(&mut parent).len();
    let Some((form, about)) = unanswered else {
        assert_eq!(held, decided);
        return;
    };
    assert!((decided..=decided + about).contains(&held), "{decided} were acknowledged, {held} are there");
    let page = parent.send(&form).unwrap();
    assert_eq!(parent.receipts(&page).unwrap().len(), about);
    assert_eq!(receipts_of(&mut parent).len(), decided + about);
    // And once more: still the same.
    parent.send(&form).unwrap();
    assert_eq!(receipts_of(&mut parent).len(), decided + about);
}

#[test]
fn with_sqlite_every_acknowledged_decision_survives_a_kill_in_the_middle() {
    let mut gate = Gate::start(Options::default()).unwrap();
    let ready = ready_to_send(&[&gate], CROWD);
    let (start, acknowledged) = (Barrier::new(CROWD), AtomicUsize::new(0));
    let cut = all_at_once(ready, |(parent, form)| {
        start.wait();
        send_until_killed(&gate, &acknowledged, parent, form)
    });
    assert!(cut.iter().any(|cut| cut.unanswered.is_some()), "nobody was in the middle of anything");

    gate.restart().unwrap();
    all_at_once(cut, |cut| nothing_is_lost(gate.base(), cut));
}

#[test]
fn with_redis_the_other_process_goes_on_where_a_killed_one_stopped() {
    let redis = Redis::start().unwrap();
    let killed = Gate::start(Options { redis: Some(redis.address()), ..Options::default() }).unwrap();
    let other = killed.beside().unwrap();
    let mut ready = ready_to_send(&[&killed, &other], CROWD);
    // Everybody is at the process that is going to be killed.
    for (parent, _) in &mut ready {
        parent.browser = parent.browser.led_to(killed.base());
    }
    let (start, acknowledged) = (Barrier::new(CROWD), AtomicUsize::new(0));
    let cut = all_at_once(ready, |(parent, form)| {
        start.wait();
        send_until_killed(&killed, &acknowledged, parent, form)
    });
    assert!(cut.iter().any(|cut| cut.unanswered.is_some()), "nobody was in the middle of anything");

    all_at_once(cut, |cut| nothing_is_lost(other.base(), cut));
}
