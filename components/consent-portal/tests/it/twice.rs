//! The same form twice: one after the other, and at the same moment with every order of what reaches the store.

use std::{
    cell::Cell,
    future::poll_fn,
    pin::pin,
    task::{Context, Poll, Waker},
};

use futures::{executor::block_on, future::join};
use http::StatusCode;
use letters::Kind;
use testkit::{
    Browser, Form,
    installation::{ELM, ISOLDE, ODALYS, WILHELMINA, school},
};

use crate::harness::{Setup, fingerprints, no, references, yes};

/// Numbers that look like chance and are the same each time (Knuth, MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// Sends the form twice at nearly the same moment; what each is answered. `seed` decides how much later the second sets
/// out, in which order calls reach the store, and in which order their answers come back.
fn at_the_same_moment(setup: &Setup, browser: &Browser, form: &Form, seed: u64) -> [String; 2] {
    let store = &setup.installation.store;
    store.by_steps();
    let mut chance = Chance(seed);
    let (steps, head_start) = (Cell::new(0), chance.below(200));
    let second = async {
        poll_fn(|_| if steps.get() < head_start { Poll::Pending } else { Poll::Ready(()) }).await;
        browser.sending(form).await
    };
    let mut both = pin!(join(browser.sending(form), second));
    let mut context = Context::from_waker(Waker::noop());
    let answers = loop {
        if let Poll::Ready(answers) = both.as_mut().poll(&mut context) {
            break answers;
        }
        let flights = store.flights();
        if flights.is_empty() {
            // The first is answered, and the second has not set out.
            steps.set(head_start);
            continue;
        }
        let flight = flights[chance.below(flights.len())];
        if flight.landed {
            store.answer(flight.id)
        } else {
            store.land(flight.id)
        }
        steps.set(steps.get() + 1);
    };
    store.at_once();
    let mut browser = browser.clone();
    [answers.0, answers.1].map(|response| {
        let answer = browser.receive(&form.action, response);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "seed {seed}");
        answer.header("location").to_owned()
    })
}

#[test]
fn pressing_send_twice_at_the_same_moment_is_one_fact() {
    let base = Setup::new();
    let mut browser = base.signed_in(ELM, &ODALYS);
    let page = base.begin(&mut browser, ELM, base.installation.child(ELM, &ISOLDE).as_str());
    let form = base.answer_all(&mut browser, page, yes).form("/check");
    let mut written_twice = 0;
    for seed in 0..60 {
        let setup = base.copy();
        let mut browser = browser.at(&setup.application);
        let [one, other] = at_the_same_moment(&setup, &browser, &form, seed);
        assert_eq!(one, other);
        assert_eq!(setup.facts(ELM, &ISOLDE).len(), 1, "seed {seed}");
        let child = setup.installation.child(ELM, &ISOLDE);
        let head = block_on(setup.installation.records.permission(&school(ELM), &child).head()).unwrap();
        written_twice += usize::from(head == 2);
        let letters = setup.letters_of(Kind::Receipt);
        assert_eq!(letters.len(), 1, "seed {seed}");
        // What the page shows and what the letter says are both genuine, whichever of the two wrote them.
        let done = browser.open(&one);
        let text = letters[0].letter.text.reveal().replace(' ', "");
        let is_print = |line: &&str| line.len() == 64 && line.bytes().all(|byte| byte.is_ascii_hexdigit());
        let in_letter = text.lines().flat_map(|line| line.split(':')).find(is_print).unwrap().to_owned();
        for fingerprint in [&fingerprints(&done)[0], &in_letter] {
            let page = browser.open(&format!("/s/{ELM}/receipts"));
            let form = page.form("/receipts").with("reference", &references(&done)[0]).with("fingerprint", fingerprint);
            assert_eq!(browser.submit(&form).texts(".notice-success").len(), 1, "seed {seed}");
        }
    }
    assert!((1..60).contains(&written_twice), "both courses of events are tried: {written_twice}");
}

#[test]
fn withdrawing_twice_at_the_same_moment_is_one_fact_and_one_removal() {
    let base = Setup::new();
    let mut browser = base.signed_in(ELM, &ODALYS);
    base.decide_for(&mut browser, &ISOLDE, yes);
    let page = browser.open(&format!("{}/withdraw", base.child_path(ELM, &ISOLDE)));
    let form = page.form("/withdraw").with("removal", "also-published");
    for seed in 0..60 {
        let setup = base.copy();
        let browser = browser.at(&setup.application);
        let [one, other] = at_the_same_moment(&setup, &browser, &form, seed);
        assert_eq!(one, other);
        assert_eq!(setup.facts(ELM, &ISOLDE).len(), 2, "seed {seed}");
        assert_eq!(setup.removals(ELM).len(), 1, "seed {seed}");
        assert_eq!(setup.letters_of(Kind::Receipt).len(), 2, "seed {seed}");
    }
}

#[test]
fn sending_the_same_form_again_later_is_one_fact() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let page = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let send = setup.answer_all(&mut browser, page, no).form("/check");
    let sent = |browser: &mut Browser, form: &Form, facts: usize| {
        let first = browser.submit(form);
        setup.wait(jiff::SignedDuration::from_mins(7));
        let second = browser.submit(form);
        assert_eq!(
            (&first.path, references(&first), fingerprints(&first)),
            (&second.path, references(&second), fingerprints(&second))
        );
        assert_eq!(setup.facts(ELM, &WILHELMINA).len(), facts);
        assert_eq!(setup.letters_of(Kind::Receipt).len(), facts);
    };
    sent(&mut browser, &send, 1);
    let page = browser.open(&format!("{}/change/displays", setup.child_path(ELM, &WILHELMINA)));
    sent(&mut browser, &page.form("/change/").with("answer", "yes"), 2);
    let page = browser.open(&format!("{}/withdraw", setup.child_path(ELM, &WILHELMINA)));
    sent(&mut browser, &page.form("/withdraw").with("removal", "from-now-on"), 3);
    // The first form once more, after all that.
    assert!(browser.submit(&send).path.contains("/consent/done/"));
    assert_eq!(setup.facts(ELM, &WILHELMINA).len(), 3);
}
