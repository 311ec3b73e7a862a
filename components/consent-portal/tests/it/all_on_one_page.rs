//! All questions on one page, as a choice beside one by one.

use http::StatusCode;
use permission_rules::Answer;
use testkit::{
    Form, Page,
    installation::{ELM, ODALYS, WILHELMINA},
};

use crate::harness::Setup;

/// Every question answered with what is offered at a place.
fn answered(page: &Page, place: usize) -> Form {
    let form = page.form("/all");
    let names: Vec<String> = (1..100).map(|number| format!("answer-{number}")).collect();
    names.iter().fold(form, |form, name| match page.choices(name).get(place) {
        Some(choice) => form.with(name, choice),
        None => form,
    })
}

#[test]
fn a_parent_answers_everything_on_one_page_and_checks_it() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let first = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let all = browser.open(&first.link("/all"));
    let check = browser.submit(&answered(&all, 1));
    assert!(check.path.ends_with("/check"), "{}", check.text());
    // Back on it, everything is as it was chosen.
    let again = browser.open(&all.path);
    assert_eq!(again.form("/all").value("answer-1"), Some("refuse"));
    browser.submit(&check.form("/check"));
    let decision = setup.decisions(ELM, &WILHELMINA).remove(0);
    assert!(decision.answers.iter().all(|given| given.answer == Answer::Refuse));
}

#[test]
fn what_is_left_out_is_asked_for_and_the_rest_is_kept_on_the_page() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let first = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let all = browser.open(&first.link("/all"));
    let mark = setup.installation.store.mark();
    let letters = setup.letters().len();
    let again = browser.submit(&answered(&all, 0).without("answer-2"));
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), letters);
    let form = again.form("/all");
    assert_eq!((form.value("answer-1"), form.value("answer-2")), (Some("agree"), None));
    assert!(browser.submit(&form.with("answer-2", "refuse")).path.ends_with("/check"));
}
