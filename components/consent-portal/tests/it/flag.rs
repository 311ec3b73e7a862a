//! The do-not-photograph flag cannot be told from no flag by anybody outside the school (R8).

use letters::Kind;
use testkit::{
    Browser, Page,
    installation::{BRAM, ELM, ISOLDE, ODALYS},
};

use crate::harness::{Setup, no, references, yes};

/// A page as a parent reads it, byte for byte, but for the tokens and operations of its forms.
fn without_tokens(page: &Page) -> String {
    let mut body = page.answer.body.clone();
    for form in page.forms() {
        for name in ["form-token", "operation"] {
            if let Some(value) = form.value(name).filter(|value| !value.is_empty()) {
                body = body.replace(value, name);
            }
        }
    }
    body
}

/// Everything a parent is shown or sent from now on, decisions and changes included.
fn everything(setup: &Setup, browser: &mut Browser) -> Vec<String> {
    let child = setup.child_path(ELM, &ISOLDE);
    let mut shown = Vec::new();
    let mut references_shown = Vec::new();
    for path in ["", "/change/website-group", "/withdraw"] {
        shown.push(without_tokens(&browser.open(&format!("{child}{path}"))));
    }
    shown.push(without_tokens(&browser.open(&format!("/s/{ELM}/consent/children"))));
    for answer in ["no", "yes"] {
        let page = browser.open(&format!("{child}/change/website-group"));
        shown.push(without_tokens(&page));
        let done = browser.submit(&page.form("/change/").with("answer", answer));
        references_shown.extend(references(&done));
        // A change of one answer leads to the receipt itself.
        let whole = done.links("/consent/receipt/").into_iter().find(|link| !link.ends_with("/file"));
        let receipt = browser.open(&whole.unwrap_or_else(|| done.path.clone()));
        references_shown.extend(receipt.texts("code.fingerprint"));
        shown.push(without_tokens(&done));
        shown.push(without_tokens(&receipt));
        shown.push(browser.open(&receipt.link("/file")).answer.body.clone());
        shown.push(without_tokens(&browser.open(&child)));
    }
    shown.extend(setup.letters_of(Kind::Receipt).iter().map(|kept| kept.letter.text.reveal().clone()));
    // What a form's operation makes of itself is as random as the operation.
    let found: Vec<String> = references_shown.into_iter().chain(operations(&shown)).collect();
    shown.into_iter().map(|body| found.iter().fold(body, |body, value| hide(&body, value))).collect()
}

/// A fingerprint is shown in groups on a page, and whole in a letter.
fn hide(body: &str, value: &str) -> String {
    let marked: Vec<String> = value.split(' ').map(|group| format!("<span>{group}</span>")).collect();
    let forms = [marked.join(" "), value.to_owned(), value.replace(' ', "")];
    forms.iter().fold(body.to_owned(), |body, form| body.replace(form.as_str(), "made-of-an-operation"))
}

fn operations(shown: &[String]) -> Vec<String> {
    let is_operation = |part: &&str| part.len() >= 20 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let parts = shown.iter().flat_map(|body| body.split("/consent/done/").skip(1));
    parts.filter_map(|rest| rest.split(['\"', '?', '/']).next()).filter(is_operation).map(str::to_owned).collect()
}

#[test]
fn a_parents_pages_receipts_and_letters_are_the_same_with_the_flag_and_without() {
    for decided in [None, Some(true), Some(false)] {
        let setup = Setup::new();
        let mut browser = setup.signed_in(ELM, &ODALYS);
        match decided {
            Some(true) => drop(setup.decide_for(&mut browser, &ISOLDE, yes)),
            Some(false) => drop(setup.decide_for(&mut browser, &ISOLDE, no)),
            None => {}
        }
        let flagged = setup.copy();
        flagged.installation.flag(ELM, &ISOLDE, true);
        let mut theirs = browser.at(&flagged.application);
        let (plain, with_flag) = (everything(&setup, &mut browser), everything(&flagged, &mut theirs));
        assert_eq!(plain.len(), with_flag.len());
        for (plain, with_flag) in plain.iter().zip(&with_flag) {
            assert_eq!(plain, with_flag, "{decided:?}");
        }
    }
}

#[test]
fn the_pupils_own_no_is_not_undone_by_the_other_parent_and_both_are_shown_it() {
    let setup = Setup::new();
    let mut hers = setup.signed_in(ELM, &ODALYS);
    let pupil = &testkit::installation::WILHELMINA;
    let last = |number: usize, choices: &[String]| usize::from(choices.len() == 3 && number > 0);
    setup.decide_for(&mut hers, pupil, last);
    let mut his = setup.signed_in(ELM, &BRAM);
    setup.decide_for(&mut his, pupil, yes);
    let view = || setup.permissions(ELM, pupil).pupil_view();
    assert_eq!(view(), Some(permission_rules::PupilView::RatherNot));
    for browser in [&mut hers, &mut his] {
        let child = browser.open(&setup.child_path(ELM, pupil));
        assert!(child.text().contains("would rather not be in pictures"), "{}", child.text());
    }
    // Whoever passed it on can say otherwise.
    let first = setup.begin_again(&mut hers, pupil);
    let check = setup.answer_all(&mut hers, first, yes);
    hers.submit(&check.form("/check"));
    assert_eq!(view(), Some(permission_rules::PupilView::Happy));
}

#[test]
fn a_printed_thank_you_page_and_receipt_say_what_was_asked_and_answered() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let done = setup.decide_for(&mut browser, &ISOLDE, yes);
    assert!(!done.texts("dl.answers dd").is_empty());
    let link = done.links("/consent/receipt/").into_iter().find(|link| !link.ends_with("/file")).unwrap();
    let receipt = browser.open(&link);
    assert!(receipt.texts("main details dl").is_empty(), "nothing that is asked is closed");
}

#[test]
fn withdraw_everything_is_offered_only_where_something_is_left() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let child = setup.child_path(ELM, &ISOLDE);
    assert_eq!(browser.open(&child).links("/withdraw"), [""; 0]);
    setup.decide_for(&mut browser, &ISOLDE, yes);
    let page = browser.open(&browser.clone().open(&child).link("/withdraw"));
    let done = browser.submit(&page.form("/withdraw").with("removal", "from-now-on"));
    assert!(done.path.contains("/done/"));
    assert_eq!(browser.open(&child).links("/withdraw"), [""; 0]);
    // The letter says what it is.
    let letter = &setup.letters_of(Kind::Receipt)[0];
    assert!(letter.letter.subject.reveal().contains("withdrawn"), "{}", letter.letter.subject.reveal());
}

#[test]
fn back_and_save_again_makes_no_second_receipt() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let path = format!("{}/change/website-group", setup.child_path(ELM, &ISOLDE));
    let page = browser.open(&path);
    let done = browser.submit(&page.form("/change/").with("answer", "no"));
    let page = browser.open(&path);
    let mark = setup.installation.store.mark();
    let again = browser.submit(&page.form("/change/").with("answer", "no"));
    assert_eq!(references(&again), references(&done));
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters_of(Kind::Receipt).len(), 1);
    assert_eq!(setup.decisions(ELM, &ISOLDE).len(), 1);
}
