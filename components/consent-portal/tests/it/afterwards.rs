//! Receipts that leave once the answer is on its way: the answer waits for no courier, and no receipt is lost or sent twice,
//! whoever dies in between.

use std::rc::Rc;

use futures::executor::block_on;
use http::StatusCode;
use jiff::SignedDuration;
use letters::{Kind, Outbox, Post};
use testkit::{
    Browser, Form,
    installation::{ELM, ODALYS, WILHELMINA, school},
};

use crate::harness::Setup;

/// A mother who is signed in, and her form with a no.
fn about_to_refuse(setup: &Setup) -> (Browser, Form) {
    let mut hers = setup.browser();
    let page = setup.ask_for_code(&mut hers, ELM, &ODALYS);
    assert_eq!(Setup::send_what_waits(), 1);
    hers.submit(&page.form("/sign-in/code").with("code", &setup.code(&ODALYS)));
    let page = hers.open(&format!("{}/change/local-press", setup.child_path(ELM, &WILHELMINA)));
    let form = page.form("/change/").with("answer", "no");
    (hers, form)
}

fn refuse(browser: &mut Browser, form: &Form) {
    assert_eq!(browser.submit_once(form).status, StatusCode::SEE_OTHER);
}

fn ring(setup: &Setup) {
    let records = setup.installation.records.clone();
    let post = Post::new(records.clone(), Rc::new(Outbox::new(records)));
    block_on(post.retry_due(&school(ELM), 10)).unwrap();
}

fn receipts(setup: &Setup) -> usize {
    setup.letters_of(Kind::Receipt).len()
}

fn waiting(setup: &Setup) -> usize {
    let keys = setup.installation.store.all_keys().into_iter();
    keys.filter(|key| key.starts_with(&format!("{ELM}/letters/waiting/")) && !key.ends_with("/n")).count()
}

#[test]
fn a_receipt_leaves_after_the_answer_and_then_waits_nowhere() {
    let setup = Setup::answering_first();
    let (mut hers, form) = about_to_refuse(&setup);
    refuse(&mut hers, &form);
    assert_eq!((receipts(&setup), waiting(&setup)), (0, 1));
    assert_eq!(Setup::send_what_waits(), 1);
    assert_eq!((receipts(&setup), waiting(&setup)), (1, 0));
    setup.wait(SignedDuration::from_mins(6));
    ring(&setup);
    assert_eq!(receipts(&setup), 1);
}

#[test]
fn a_receipt_whose_sender_died_after_the_answer_is_sent_by_the_next_round() {
    let setup = Setup::answering_first();
    let (mut hers, form) = about_to_refuse(&setup);
    refuse(&mut hers, &form);
    setup.wait(SignedDuration::from_mins(4));
    ring(&setup);
    assert_eq!(receipts(&setup), 0, "its sender may still be at it");
    setup.wait(SignedDuration::from_mins(2));
    ring(&setup);
    assert_eq!((receipts(&setup), waiting(&setup)), (1, 0));
    // The dead one was only slow.
    assert_eq!(Setup::send_what_waits(), 1);
    ring(&setup);
    assert_eq!(receipts(&setup), 1);
}

#[test]
fn a_form_sent_twice_is_one_receipt_in_whatever_order_it_leaves() {
    let setup = Setup::answering_first();
    let (mut hers, form) = about_to_refuse(&setup);
    refuse(&mut hers, &form);
    refuse(&mut hers, &form);
    assert_eq!(Setup::send_what_waits(), 2);
    assert_eq!((receipts(&setup), waiting(&setup)), (1, 0));
}

#[test]
fn a_store_that_stops_at_any_step_of_answering_or_sending_loses_no_receipt_and_doubles_none() {
    for step in 0.. {
        let setup = Setup::answering_first();
        let (mut hers, form) = about_to_refuse(&setup);
        setup.installation.store.stop_at_step(step);
        let answer = hers.submit_once(&form);
        Setup::send_what_waits();
        let came_to_it = setup.installation.store.restart();
        let is_told = answer.status == StatusCode::SEE_OTHER;
        if !is_told {
            refuse(&mut hers, &form);
            Setup::send_what_waits();
        }
        for _ in 0..3 {
            setup.wait(SignedDuration::from_mins(6));
            ring(&setup);
        }
        assert_eq!((receipts(&setup), waiting(&setup)), (1, 0), "step {step}");
        assert_eq!(setup.decisions(ELM, &WILHELMINA).len(), 1, "step {step}");
        if !came_to_it {
            assert!(step > 20, "{step}");
            return;
        }
    }
}

#[test]
fn an_erased_pupils_receipt_that_waits_for_its_answer_goes_too() {
    let setup = Setup::answering_first();
    let (mut hers, form) = about_to_refuse(&setup);
    refuse(&mut hers, &form);
    assert_eq!(waiting(&setup), 1);
    for pupil in [&testkit::installation::PEREGRINE, &testkit::installation::ISOLDE, &WILHELMINA] {
        let child = setup.installation.child(ELM, pupil);
        block_on(letters::erase_child(&setup.installation.records, &school(ELM), &child)).unwrap();
    }
    assert_eq!(waiting(&setup), 0);
}
