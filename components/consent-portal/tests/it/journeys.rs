//! Whole journeys, in every language.

use http::{Method, StatusCode};
use letters::Kind;
use permission_rules::{Answer, PupilView, Removal};
use records::RemovalEvent;
use school_types::{Fingerprint, Language};
use testkit::{
    Browser, Page,
    installation::{ASH, BRAM, ELM, ISOLDE, JOCASTA, LEOPOLD, ODALYS, PEREGRINE, Pupil, TAMSIN, WILHELMINA},
};

use crate::harness::{Setup, fingerprints, no, references, yes};

/// Checks a receipt on the page anybody may use; whether it is said to be genuine.
fn verify(browser: &mut Browser, slug: &str, reference: &str, fingerprint: &str) -> bool {
    let page = browser.open(&format!("/s/{slug}/receipts"));
    let form = page.form("/receipts").with("reference", reference).with("fingerprint", fingerprint);
    let page = browser.submit(&form);
    assert_eq!(page.status(), StatusCode::OK);
    let is_genuine = page.attributes("main .notice-success", "class");
    !is_genuine.is_empty()
}

/// The file of every receipt on the page has the fingerprint shown, and is what the verifying page calls genuine.
fn receipts_hold(setup: &Setup, browser: &mut Browser, slug: &str, page: &Page) {
    let found: Vec<_> = references(page).into_iter().zip(fingerprints(page)).collect();
    assert!(!found.is_empty(), "no receipt on {}", page.path);
    for (reference, fingerprint) in found {
        let whole = browser.open(&format!("/s/{slug}/consent/receipt/{reference}"));
        assert_eq!((references(&whole), fingerprints(&whole)), (vec![reference.clone()], vec![fingerprint.clone()]));
        let file = browser.send(Method::GET, &whole.link("/file"), None, &[]);
        assert_eq!(file.header("content-type"), "application/json");
        assert_eq!(Fingerprint::of(file.body.as_bytes()).as_str(), fingerprint);

        let mut stranger = setup.browser();
        assert!(verify(&mut stranger, slug, &reference, &fingerprint));
        let altered = Fingerprint::of(format!("{} ", file.body).as_bytes());
        assert!(!verify(&mut stranger, slug, &reference, altered.as_str()));
        let other = if slug == ELM { ASH } else { ELM };
        assert!(!verify(&mut stranger, other, &reference, &fingerprint));
    }
}

fn answers(setup: &Setup, slug: &str, pupil: &Pupil) -> Vec<Answer> {
    let last = setup.decisions(slug, pupil).pop().unwrap();
    last.answers.iter().map(|given| given.answer).collect()
}

#[test]
fn a_mother_of_three_decides_for_all_at_once() {
    for language in Language::ALL {
        let setup = Setup::new();
        let mut browser = setup.browser();
        browser.speak(language);
        browser.open(&format!("/s/{ELM}/consent"));
        let children = setup.sign_in(&mut browser, ELM, &ODALYS);
        for pupil in [WILHELMINA, PEREGRINE, ISOLDE] {
            assert!(children.text().contains(pupil.forename));
        }
        let page = setup.begin(&mut browser, ELM, "all");
        let page = setup.answer_all(&mut browser, page, |number, _| number % 2);
        // On second thoughts: the first answer, from the page to check.
        let change = browser.open(&page.link("/1?from=check"));
        assert_eq!(change.attributes("input[checked]", "value"), ["refuse"]);
        let page = browser.submit(&change.form("/decide/").with("answer", "agree"));
        assert!(page.path.ends_with("/check"), "{}", page.path);
        let done = browser.submit(&page.form("/check"));
        assert!(done.path.contains("/consent/done/"), "{}", done.path);

        assert_eq!(references(&done).len(), 3);
        receipts_hold(&setup, &mut browser, ELM, &done);
        let said = answers(&setup, ELM, &WILHELMINA);
        assert_eq!(said[..3], [Answer::Agree, Answer::Agree, Answer::Refuse]);
        assert_eq!(said, answers(&setup, ELM, &ISOLDE));
        let views = [WILHELMINA, PEREGRINE, ISOLDE].map(|pupil| setup.decisions(ELM, &pupil)[0].pupil_view);
        assert!(views[0].is_some() && views[1].is_some());
        assert_eq!(views[2], None, "reception is not asked");
        // One letter for the sitting, in her language, with every receipt.
        let letters = setup.letters_of(Kind::Receipt);
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].letter.language, language);
        for (reference, fingerprint) in references(&done).iter().zip(fingerprints(&done)) {
            let text = letters[0].letter.text.reveal();
            assert!(text.contains(reference) && text.replace(' ', "").contains(&fingerprint));
        }
    }
}

#[test]
fn a_father_decides_for_one_child_and_passes_on_what_she_thinks() {
    for language in Language::ALL {
        let setup = Setup::new();
        let mut browser = setup.browser();
        browser.speak(language);
        setup.sign_in(&mut browser, ELM, &BRAM);
        let done = setup.decide_for(&mut browser, &WILHELMINA, |_, choices| {
            choices.iter().position(|choice| choice == "rather-not").unwrap_or(0)
        });
        receipts_hold(&setup, &mut browser, ELM, &done);
        let decisions = setup.decisions(ELM, &WILHELMINA);
        assert_eq!(decisions.len(), 1);
        assert_eq!(decisions[0].pupil_view, Some(PupilView::RatherNot));
        assert_eq!(decisions[0].by.contact, setup.installation.contact(ELM, &BRAM));
        assert!(decisions[0].answers.iter().all(|given| given.answer == Answer::Agree));
        assert_eq!(decisions[0].answers[0].wording.language, language);
        assert_eq!(setup.decisions(ELM, &PEREGRINE), []);
    }
}

#[test]
fn a_mother_without_e_mail_decides_with_the_code_on_her_letter() {
    for language in Language::ALL {
        let setup = Setup::new();
        let mut browser = setup.browser();
        browser.speak(language);
        let page = setup.sign_in_by_letter(&mut browser, ELM, &TAMSIN);
        assert_eq!(page.path, format!("/s/{ELM}/consent/children"));
        let done = setup.decide_for(&mut browser, &JOCASTA, no);
        receipts_hold(&setup, &mut browser, ELM, &done);
        assert!(answers(&setup, ELM, &JOCASTA).iter().all(|answer| *answer == Answer::Refuse));
        assert_eq!(setup.letters().len(), 0);
    }
}

#[test]
fn a_parent_is_told_of_some_uses_and_may_object() {
    for language in Language::ALL {
        let setup = Setup::new();
        let mut browser = setup.browser();
        browser.speak(language);
        setup.sign_in(&mut browser, ASH, &ODALYS);
        let leopold = setup.installation.child(ASH, &LEOPOLD);
        let done = setup.decide(&mut browser, ASH, leopold.as_str(), no);
        receipts_hold(&setup, &mut browser, ASH, &done);
        let said = answers(&setup, ASH, &LEOPOLD);
        assert_eq!(said[0], Answer::Object);
        assert_eq!(said[3], Answer::Refuse);
    }
}

#[test]
fn a_parent_comes_back_and_changes_her_mind() {
    for language in Language::ALL {
        let setup = Setup::new();
        let mut browser = setup.browser();
        browser.speak(language);
        setup.sign_in(&mut browser, ELM, &ODALYS);
        setup.decide_for(&mut browser, &WILHELMINA, yes);
        setup.wait(jiff::SignedDuration::from_mins(5));
        let child = setup.child_path(ELM, &WILHELMINA);

        // One answer, from now on.
        let page = browser.open(&child);
        let change = browser.open(&page.link("/change/website-group"));
        let done = browser.submit(&change.form("/change/").with("answer", "no"));
        receipts_hold(&setup, &mut browser, ELM, &done);
        assert_eq!(setup.removals(ELM), []);
        // And back again.
        let change = browser.open(&format!("{child}/change/website-group"));
        let done = browser.submit(&change.form("/change/").with("answer", "yes"));
        receipts_hold(&setup, &mut browser, ELM, &done);
        // Another, with what is published.
        let change = browser.open(&format!("{child}/change/local-press"));
        let done = browser.submit(&change.form("/change/").with("answer", "no-and-remove"));
        receipts_hold(&setup, &mut browser, ELM, &done);
        let purposes = |event: &RemovalEvent| match event {
            RemovalEvent::Asked { purposes, .. } => purposes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        };
        assert_eq!(setup.removals(ELM).iter().map(purposes).collect::<Vec<_>>(), [["local-press"]]);

        // Everything that is left.
        let page = browser.open(&child);
        let withdraw = browser.open(&page.link("/withdraw"));
        let done = browser.submit(&withdraw.form("/withdraw").with("removal", "also-published"));
        receipts_hold(&setup, &mut browser, ELM, &done);
        assert_eq!(setup.removals(ELM).len(), 2);
        let decisions = setup.decisions(ELM, &WILHELMINA);
        let withdrawals: Vec<_> = decisions.iter().map(|decision| decision.withdrawal).collect();
        let (from_now_on, also) = (Some(Removal::FromNowOn), Some(Removal::AlsoPublished));
        assert_eq!(withdrawals, [None, from_now_on, None, also, also]);
        assert!(
            !decisions[4].answers.iter().any(|given| given.answer.permits() || given.purpose.as_str() == "local-press")
        );
        let page = browser.open(&format!("{child}/withdraw"));
        assert!(
            page.forms().iter().all(|form| form.action.ends_with("/sign-out")),
            "there is nothing left to withdraw"
        );

        let page = browser.open(&child);
        assert_eq!(page.links("/consent/receipt/").len(), 5);
        for receipt in page.links("/consent/receipt/") {
            assert_eq!(browser.open(&receipt).status(), StatusCode::OK);
        }
        assert_eq!(setup.letters_of(Kind::Receipt).len(), 5);
    }
}
