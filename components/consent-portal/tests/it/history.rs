//! A parent's history, however long: a page at a time, and nothing of anybody else in its addresses.

use testkit::{
    Browser, Page,
    installation::{BRAM, ELM, ODALYS, Pupil, WILHELMINA},
};

use crate::harness::Setup;

fn change(setup: &Setup, browser: &mut Browser, pupil: &Pupil, times: usize) {
    let path = format!("{}/change/local-press", setup.child_path(ELM, pupil));
    for number in 0..times {
        let form = browser.open(&path).form("/change/").with("answer", if number % 2 == 0 { "yes" } else { "no" });
        assert_eq!(browser.submit_once(&form).status, http::StatusCode::SEE_OTHER);
    }
}

fn receipts(page: &Page) -> Vec<String> {
    page.links("/consent/receipt/")
}

#[test]
fn fifty_changes_of_one_mother_are_three_pages_and_each_receipt_stands_on_one() {
    let setup = Setup::new();
    let mut hers = setup.signed_in(ELM, &ODALYS);
    change(&setup, &mut hers, &WILHELMINA, 50);
    let mut page = hers.open(&setup.child_path(ELM, &WILHELMINA));
    let mut listed = Vec::new();
    for expected in [20, 20, 10] {
        let on_page = receipts(&page);
        assert_eq!(on_page.len(), expected);
        assert!(page.answer.body.len() < 60_000, "{} bytes", page.answer.body.len());
        listed.extend(on_page);
        match page.links("?before=").first() {
            Some(older) => page = hers.open(&older.clone()),
            None => break,
        }
    }
    let recorded = setup.decisions(ELM, &WILHELMINA);
    let wanted: Vec<String> =
        recorded.iter().rev().map(|one| format!("/s/{ELM}/consent/receipt/{}", one.reference)).collect();
    assert_eq!(listed, wanted, "each once, the newest first");
}

#[test]
fn a_page_of_a_long_history_reads_no_more_of_it_than_it_shows() {
    let setup = Setup::new();
    let mut hers = setup.signed_in(ELM, &ODALYS);
    change(&setup, &mut hers, &WILHELMINA, 60);
    let child = setup.installation.child(ELM, &WILHELMINA);
    let mark = setup.installation.store.mark();
    hers.open(&setup.child_path(ELM, &WILHELMINA));
    let events = format!("{ELM}/permission/{child}/");
    let calls = setup.installation.store.calls_since(mark);
    let read = calls.iter().filter(|call| {
        call.key.strip_prefix(&events).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    });
    assert_eq!(read.count(), 24);
}

#[test]
fn pages_of_a_history_tell_nothing_of_the_other_parent_and_end_nowhere_for_a_made_up_address() {
    let setup = Setup::new();
    let (mut hers, mut his) = (setup.signed_in(ELM, &ODALYS), setup.signed_in(ELM, &BRAM));
    change(&setup, &mut hers, &WILHELMINA, 12);
    let before = receipts(&hers.open(&setup.child_path(ELM, &WILHELMINA)));
    change(&setup, &mut his, &WILHELMINA, 30);
    let page = hers.open(&setup.child_path(ELM, &WILHELMINA));
    assert_eq!(receipts(&page), before);
    assert_eq!(page.links("?before="), [""; 0], "nothing older of hers");
    let his_page = his.open(&setup.child_path(ELM, &WILHELMINA));
    let older = his_page.link("?before=");
    assert_eq!(receipts(&his.open(&older)).len(), 10);
    assert!(receipts(&hers.open(&older)).iter().all(|receipt| before.contains(receipt)));
    for made_up in ["", "x", "7", "AAAA-BBBB-CCCC"] {
        let page = hers.open(&format!("{}?before={made_up}", setup.child_path(ELM, &WILHELMINA)));
        assert_eq!((page.status(), receipts(&page)), (http::StatusCode::OK, before.clone()), "{made_up}");
    }
}
