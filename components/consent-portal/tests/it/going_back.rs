//! People who press back, or have two tabs open: what they are told is what was recorded.

use http::StatusCode;
use letters::Kind;
use permission_rules::{Answer, Removal};
use school_types::Language;
use testkit::installation::{BRAM, ELM, ODALYS, PEREGRINE, WILHELMINA};

use crate::harness::{Setup, no, references, yes};

#[test]
fn who_goes_back_to_a_question_after_sending_is_told_that_it_was_sent() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let first = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let check = setup.answer_all(&mut browser, first.clone(), yes);
    let done = browser.submit(&check.form("/check"));

    // The pages the browser had kept, sent once more with another answer.
    let again = browser.submit(&first.form("/decide/").with("answer", "refuse"));
    assert!(again.path.ends_with("?sent=before"), "{}", again.path);
    assert_eq!(references(&again), references(&done));
    assert_eq!(again.texts("main .notice").len(), 1);
    for path in [&first.path, &check.path] {
        assert!(browser.open(path).path.ends_with("?sent=before"));
    }
    let again = browser.submit(&check.form("/check"));
    assert_eq!((&again.path, references(&again)), (&done.path, references(&done)));
    let decisions = setup.decisions(ELM, &WILHELMINA);
    assert_eq!(decisions.len(), 1);
    assert!(decisions[0].answers.iter().all(|given| given.answer == Answer::Agree));
    assert_eq!(setup.letters_of(Kind::Receipt).len(), 1);
    // Nothing is offered to carry on with.
    let children = browser.open(&format!("/s/{ELM}/consent/children"));
    assert_eq!(children.links("/decide/"), [""; 0]);
}

#[test]
fn what_is_sent_is_what_the_page_to_check_showed() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let first = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let check = setup.answer_all(&mut browser, first.clone(), yes);
    // In another tab, another answer.
    browser.submit(&first.form("/decide/").with("answer", "refuse"));
    let mark = setup.installation.store.mark();
    let again = browser.submit(&check.form("/check"));
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    let done = browser.submit(&again.form("/check"));
    assert_eq!(references(&done).len(), 1);
    assert_eq!(setup.decisions(ELM, &WILHELMINA)[0].answers[0].answer, Answer::Refuse);
}

#[test]
fn each_answer_is_recorded_in_the_language_it_was_read_in() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let first = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    browser.speak(Language::Cy);
    let second = browser.submit(&first.form("/decide/").with("answer", "agree"));
    browser.speak(Language::En);
    let third = browser.submit(&second.form("/decide/").with("answer", "agree"));
    let check = setup.answer_all(&mut browser, third, no);
    browser.submit(&check.form("/check"));
    let decision = &setup.decisions(ELM, &WILHELMINA)[0];
    let languages: Vec<_> = decision.answers[..3].iter().map(|given| given.wording.language).collect();
    assert_eq!(languages, [Language::Cy, Language::En, Language::En]);
}

#[test]
fn who_forgets_to_choose_still_goes_back_to_the_page_to_check() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let page = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let check = setup.answer_all(&mut browser, page, yes);
    let question = browser.open(&check.link("/2?from=check"));
    let again = browser.submit(&question.form("/decide/").without("answer"));
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let check = browser.submit(&again.form("/decide/").with("answer", "refuse"));
    assert!(check.path.ends_with("/check"), "{}", check.path);
}

#[test]
fn a_page_to_change_an_answer_sent_again_with_another_is_a_form_of_its_own() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    setup.decide_for(&mut browser, &WILHELMINA, yes);
    let path = format!("{}/change/website-group", setup.child_path(ELM, &WILHELMINA));
    let kept = browser.open(&path).form("/change/");
    browser.submit(&kept.clone().with("answer", "no"));
    let mark = setup.installation.store.mark();
    let again = browser.submit(&kept.clone().with("answer", "yes"));
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_ne!(again.form("/change/").value("operation"), kept.value("operation"));
    browser.submit(&again.form("/change/").with("answer", "yes"));
    let answers: Vec<_> = setup.decisions(ELM, &WILHELMINA).iter().map(|decision| decision.answers[0].answer).collect();
    assert_eq!(answers, [Answer::Agree, Answer::Refuse, Answer::Agree]);
    // The same answer again is the same form again.
    browser.submit(&kept.with("answer", "no"));
    assert_eq!(setup.decisions(ELM, &WILHELMINA).len(), 3);
}

#[test]
fn a_first_no_withdraws_nothing() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let change = |browser: &mut testkit::Browser, answer: &str| {
        let page = browser.open(&format!("{}/change/website-group", setup.child_path(ELM, &WILHELMINA)));
        browser.submit(&page.form("/change/").with("answer", answer));
        setup.decisions(ELM, &WILHELMINA).pop().unwrap().withdrawal
    };
    assert_eq!(change(&mut browser, "no"), None);
    assert_eq!(change(&mut browser, "yes"), None);
    assert_eq!(change(&mut browser, "no"), Some(Removal::FromNowOn));
    // Pictures may have been published all the same.
    assert_eq!(change(&mut browser, "no-and-remove"), Some(Removal::AlsoPublished));
}

#[test]
fn a_second_tab_that_comes_too_late_leads_back_to_the_children() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &BRAM);
    let begin = browser.open(&format!("/s/{ELM}/consent/begin"));
    setup.decide(&mut browser, ELM, "all", no);
    let late = browser.submit(&begin.form("/begin").with("whom", "all"));
    assert_eq!(late.path, format!("/s/{ELM}/consent/children"));
    assert_eq!(browser.open(&begin.path).path, late.path);
    // Going through everything once more for one child is possible.
    let peregrine = setup.installation.child(ELM, &PEREGRINE);
    let first = browser.submit(&begin.form("/begin").with("whom", peregrine.as_str()));
    assert!(first.path.ends_with("/1"));
}

#[test]
fn a_draft_in_words_the_school_no_longer_uses_is_not_sent_nor_offered() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let page = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let check = setup.answer_all(&mut browser, page, yes);
    let children = browser.open(&format!("/s/{ELM}/consent/children"));
    assert_eq!(children.links("/decide/").len(), 1);
    setup.installation.change_profile(ELM, |fields| fields.purposes[0].version += 1);
    let mark = setup.installation.store.mark();
    assert_eq!(browser.submit(&check.form("/check")).status(), StatusCode::NOT_FOUND);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    let children = browser.open(&format!("/s/{ELM}/consent/children"));
    assert_eq!(children.links("/decide/"), [""; 0]);
    // Sent before the change, it stays sent.
    setup.decide_for(&mut browser, &WILHELMINA, yes);
    setup.installation.change_profile(ELM, |fields| fields.purposes[0].version += 1);
    let page = browser.open(&setup.child_path(ELM, &WILHELMINA));
    assert_eq!(browser.open(&page.link("/consent/receipt/")).status(), StatusCode::OK);
}
