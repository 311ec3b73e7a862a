//! A family that shares an email address: each says who they are, and decides for themself.

use futures::executor::block_on;
use http::StatusCode;
use permission_rules::Answer;
use records::{Account, AddressEvent};
use testkit::{
    Browser, Form, Page,
    installation::{BRAM, ELM, ISOLDE, ODALYS, TAMSIN, school},
};

use crate::harness::{Setup, no, yes};

/// The father is listed with the mother's address too.
fn sharing() -> Setup {
    let setup = Setup::new();
    let contact = setup.installation.contact(ELM, &BRAM);
    let address = setup.installation.records.address(ODALYS.e_mail.unwrap());
    block_on(address.append(&AddressEvent::Given(Account { school: school(ELM), contact }), None)).unwrap();
    setup
}

fn enter(setup: &Setup, browser: &mut Browser) -> Page {
    let page = setup.ask_for_code(browser, ELM, &ODALYS);
    browser.submit(&page.form("/sign-in/code").with("code", &setup.code(&ODALYS)))
}

fn choose(setup: &Setup, browser: &mut Browser, adult: &testkit::installation::Adult) -> Page {
    let page = browser.open(&format!("/s/{ELM}/sign-in/who"));
    let page = browser.submit(&page.form("/who").with("who", setup.installation.contact(ELM, adult).as_str()));
    assert!(page.path.ends_with("/consent/children"), "{}", page.path);
    page
}

#[test]
fn who_shares_an_address_is_asked_who_they_are_before_anything_is_shown() {
    let setup = sharing();
    let mut browser = setup.browser();
    let page = enter(&setup, &mut browser);
    assert_eq!(page.heading(), "Who are you?");
    assert!(page.text().contains(ODALYS.name) && page.text().contains(BRAM.name));
    assert!(!page.answer.body.contains(ISOLDE.forename));
    for path in ["children".to_owned(), format!("child/{}", setup.installation.child(ELM, &ISOLDE))] {
        let page = browser.open(&format!("/s/{ELM}/consent/{path}"));
        assert_eq!(page.heading(), "Who are you?");
    }
    let children = choose(&setup, &mut browser, &BRAM);
    assert!(children.text().contains(&format!("You are answering as {}.", BRAM.name)));
    setup.decide_for(&mut browser, &ISOLDE, no);
    let decided = setup.decisions(ELM, &ISOLDE);
    assert_eq!(decided[0].by.contact, setup.installation.contact(ELM, &BRAM));
}

#[test]
fn what_one_of_them_decides_is_not_the_others() {
    let setup = sharing();
    let mut browser = setup.browser();
    enter(&setup, &mut browser);
    choose(&setup, &mut browser, &ODALYS);
    setup.decide_for(&mut browser, &ISOLDE, yes);
    let path = format!("{}/change/website-group", setup.child_path(ELM, &ISOLDE));
    let hers = browser.open(&path);
    let receipt = browser.open(&setup.child_path(ELM, &ISOLDE)).link("/consent/receipt/");
    choose(&setup, &mut browser, &BRAM);
    assert_eq!(browser.open(&receipt).status(), StatusCode::NOT_FOUND);
    // A page that was opened as the one is not sent as the other.
    let mark = setup.installation.store.mark();
    let letters = setup.letters().len();
    let refused = browser.submit_once(&hers.form("/change/").with("answer", "no"));
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), letters);
    let decided = setup.decisions(ELM, &ISOLDE);
    assert_eq!((decided.len(), decided[0].answers[0].answer), (1, Answer::Agree));
}

#[test]
fn nobody_is_chosen_who_does_not_share_the_address() {
    let setup = sharing();
    let mut browser = setup.browser();
    let page = enter(&setup, &mut browser);
    for who in ["", "x", setup.installation.contact(ELM, &TAMSIN).as_str()] {
        let mark = setup.installation.store.mark();
        let letters = setup.letters().len();
        let again = browser.submit(&page.form("/who").with("who", who));
        assert_eq!((again.status(), again.heading().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "Who are you?"));
        assert_eq!(setup.installation.store.writes_since(mark), []);
        assert_eq!(setup.letters().len(), letters);
    }
    assert_eq!(browser.open(&format!("/s/{ELM}/consent/children")).heading(), "Who are you?");
    // Nor does the next session know.
    choose(&setup, &mut browser, &BRAM);
    let mut other = setup.browser();
    assert_eq!(enter(&setup, &mut other).heading(), "Who are you?");
}

#[test]
fn nothing_is_sent_before_it_is_said_who_sends_it() {
    let setup = sharing();
    let mut browser = setup.browser();
    let page = enter(&setup, &mut browser);
    let token = page.form("/who").value("form-token").unwrap().to_owned();
    let form = Form::made_up(&format!("/s/{ELM}/consent/begin"), &[("whom", "all"), ("form-token", &token)]);
    let mark = setup.installation.store.mark();
    let letters = setup.letters().len();
    assert_eq!(browser.submit_once(&form).status, StatusCode::UNAUTHORIZED);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), letters);
}

#[test]
fn a_letters_code_is_one_persons_also_where_an_address_is_shared() {
    let setup = sharing();
    let mut browser = setup.browser();
    let page = setup.sign_in_by_letter(&mut browser, ELM, &BRAM);
    assert!(page.path.ends_with("/consent/children"), "{}", page.path);
    assert!(!page.text().contains("You are answering as"));
}
