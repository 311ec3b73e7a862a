//! Signing in and out: what works, for how long, how often, and what nobody learns.

use futures::executor::block_on;
use http::{Method, StatusCode};
use jiff::SignedDuration;
use records::ParentCheckEvent;
use school_types::Language;
use testkit::{
    Browser, Call, Page,
    installation::{ASH, Adult, BRAM, CORWIN, ELM, LEOPOLD, ODALYS, PEREGRINE, TAMSIN, WILHELMINA, school},
};

use crate::harness::Setup;

const STRANGER: Adult =
    Adult { name: "Nobody", e_mail: Some("odaly5@quill.example.org"), relation: "", is_responsible: false };

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

fn wrong(code: &str) -> String {
    let last = code.chars().last().unwrap().to_digit(10).unwrap();
    format!("{}{}", &code[..code.len() - 1], (last + 1) % 10)
}

fn signed_in(page: &Page) -> bool {
    page.path.ends_with("/consent/children")
}

fn is_signed_in(browser: &mut Browser, slug: &str) -> bool {
    signed_in(&browser.open(&format!("/s/{slug}/consent/children")))
}

/// A page without what differs from one showing to the next.
fn without_tokens(page: &Page) -> String {
    let mut body = page.answer.body.clone();
    for token in page.attributes("input[name=form-token]", "value") {
        body = body.replace(&token, "TOKEN");
    }
    body
}

#[test]
fn nobody_learns_whether_the_school_knows_an_address() {
    for language in Language::ALL {
        let setup = Setup::new();
        let ask = |adult: &Adult| {
            let mut browser = setup.browser();
            browser.speak(language);
            let form = browser.open(&format!("/s/{ELM}/sign-in")).form("/sign-in");
            let mark = setup.installation.store.mark();
            let answer = browser.submit_once(&form.with("email", adult.e_mail.unwrap()));
            // Apart from the letter itself, whose time the platform evens out.
            let is_letters = |call: &Call| call.key.contains("/letters/");
            let (letters, calls): (Vec<_>, Vec<_>) =
                setup.installation.store.calls_since(mark).into_iter().partition(is_letters);
            let writes = calls.iter().filter(|call| call.operation.is_write()).count();
            let page = browser.open(answer.header("location"));
            let shown = without_tokens(&page).replace(adult.e_mail.unwrap(), "ADDRESS");
            let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.len()).collect();
            (shown, answer.status, cookies, writes, letters.is_empty())
        };
        // The first to ask opens the counters of a slice of time.
        ask(&BRAM);
        let (known, unknown) = (ask(&ODALYS), ask(&STRANGER));
        assert_eq!((&known.0, known.1, &known.2), (&unknown.0, unknown.1, &unknown.2));
        assert!(!known.4 && unknown.4);
        // A letter takes its own claim's listing among the temporary records.
        assert!(known.3 - unknown.3 <= 2, "{} against {}", known.3, unknown.3);
    }
}

#[test]
fn a_code_for_an_address_nobody_has_signs_nobody_in() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let page = setup.ask_for_code(&mut browser, ELM, &STRANGER);
    assert_eq!(setup.letters().len(), 0);
    for _ in 0..5 {
        let page = browser.submit(&page.form("/sign-in/code").with("code", "123456"));
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(!is_signed_in(&mut browser, ELM));
}

#[test]
fn a_code_may_be_guessed_five_times() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let form = setup.ask_for_code(&mut browser, ELM, &ODALYS).form("/sign-in/code");
    let code = setup.code(&ODALYS);
    for left in [4, 3, 2, 1] {
        let page = browser.submit(&form.clone().with("code", &wrong(&code)));
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains(&left.to_string()), "{}", page.text());
        assert_eq!(page.value("code").unwrap(), wrong(&code));
    }
    let mut fifth = browser.clone();
    assert!(signed_in(&fifth.submit(&form.clone().with("code", &code))), "the fifth guess may be right");

    let setup = Setup::new();
    let mut browser = setup.browser();
    let form = setup.ask_for_code(&mut browser, ELM, &ODALYS).form("/sign-in/code");
    let code = setup.code(&ODALYS);
    for _ in 0..5 {
        browser.submit(&form.clone().with("code", &wrong(&code)));
    }
    let page = browser.submit(&form.with("code", &code));
    assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.forms().is_empty() && !is_signed_in(&mut browser, ELM), "the sixth does not count any more");
}

#[test]
fn a_code_works_for_an_hour_and_only_in_the_browser_that_asked() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let form = setup.ask_for_code(&mut browser, ELM, &ODALYS).form("/sign-in/code").with("code", &setup.code(&ODALYS));
    let mut other = setup.browser();
    let theirs =
        setup.ask_for_code(&mut other, ELM, &BRAM).form("/sign-in/code").with("code", form.value("code").unwrap());
    assert!(!signed_in(&other.submit(&theirs)));
    setup.wait(SignedDuration::from_secs(3599));
    assert!(signed_in(&browser.clone().submit(&form)));
    setup.wait(SignedDuration::from_secs(1));
    assert!(!signed_in(&browser.submit(&form)));
}

#[test]
fn spaces_in_a_code_do_not_matter_and_the_last_of_three_codes_need_not_come_first() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    setup.ask_for_code(&mut browser, ELM, &ODALYS);
    let first = setup.code(&ODALYS);
    let page = browser.open(&format!("/s/{ELM}/sign-in/code"));
    browser.submit(&page.form("/sign-in").with("email", " Odalys@QUILL.example.org "));
    let page = browser.submit(&page.form("/sign-in").with("email", ODALYS.e_mail.unwrap()));
    let page = browser.submit(&page.form("/sign-in/code").with("code", &format!(" {}-", first.replace(' ', "-"))));
    assert!(signed_in(&page), "{}", page.text());
}

#[test]
fn a_double_tap_leads_to_one_session_and_a_used_code_is_used_up() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let form = setup.ask_for_code(&mut browser, ELM, &ODALYS).form("/sign-in/code").with("code", &setup.code(&ODALYS));
    let mut twice = browser.clone();
    let mut later = browser.clone();
    browser.submit(&form);
    setup.wait(SignedDuration::from_secs(60));
    assert!(signed_in(&twice.submit(&form)));
    setup.wait(SignedDuration::from_secs(1));
    let page = later.submit(&form);
    assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!is_signed_in(&mut later, ELM));
    // One session: ending it in one tab ends it in the other.
    let page = browser.open(&format!("/s/{ELM}/consent/children"));
    browser.submit(&page.form("/sign-out"));
    assert!(!is_signed_in(&mut twice, ELM));
}

#[test]
fn signing_out_ends_the_session_in_other_tabs_too() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let mut copied = browser.clone();
    let page = browser.open(&format!("/s/{ELM}/consent/children"));
    let question = setup.begin(&mut copied, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let out = browser.submit(&page.form("/sign-out"));
    assert_eq!(out.path, format!("/s/{ELM}/sign-out"));
    assert!(!is_signed_in(&mut browser, ELM));
    let mark = setup.installation.store.mark();
    let answer = copied.submit_once(&question.form("/decide/").with("answer", "agree"));
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(!is_signed_in(&mut copied, ELM));
    assert_eq!(setup.installation.store.writes_since(mark), []);
}

#[test]
fn somebody_elses_page_cannot_sign_a_parent_out() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let page = browser.open(&format!("/s/{ELM}/consent/children"));
    let out = page.form("/sign-out");
    for form in [out.clone().without("form-token"), out.with("form-token", "AAAA")] {
        assert_eq!(browser.submit_once(&form).status, StatusCode::FORBIDDEN);
        assert!(is_signed_in(&mut browser, ELM));
    }
}

#[test]
fn half_an_hour_of_nothing_signs_a_parent_out_and_loses_no_answer() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let question = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let second = browser.submit(&question.form("/decide/").with("answer", "refuse"));
    setup.wait(minutes(30));
    let third = browser.submit(&second.form("/decide/").with("answer", "refuse"));
    assert!(third.path.ends_with("/3"), "{}", third.path);
    setup.wait(minutes(30) + SignedDuration::from_secs(1));
    let answer = browser.submit_once(&third.form("/decide/").with("answer", "refuse"));
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(browser.open(&question.path).path.ends_with("/sign-in"));
    let children = setup.sign_in(&mut browser, ELM, &ODALYS);
    let on = browser.open(&children.link("/decide/"));
    assert!(on.path.ends_with("/3"), "{}", on.path);
}

#[test]
fn a_mother_with_children_at_two_schools_signs_in_once() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let page = setup.sign_in(&mut browser, ELM, &ODALYS);
    assert!(page.text().contains(PEREGRINE.forename) && !page.text().contains(LEOPOLD.forename));
    let other = browser.open(&page.link(&format!("/s/{ASH}/")));
    assert!(other.text().contains(LEOPOLD.forename) && !other.text().contains(PEREGRINE.forename));
    // Nothing crosses: what is decided at one is not to be found at the other.
    let done = setup.decide_for(&mut browser, &WILHELMINA, crate::harness::yes);
    let reference = &crate::harness::references(&done)[0];
    let operation = done.path.rsplit('/').next().unwrap();
    let child = setup.installation.child(ELM, &WILHELMINA);
    for path in [format!("receipt/{reference}"), format!("done/{operation}"), format!("child/{child}")] {
        assert_eq!(browser.open(&format!("/s/{ASH}/consent/{path}")).status(), StatusCode::NOT_FOUND);
        assert_eq!(browser.open(&format!("/s/{ELM}/consent/{path}")).status(), StatusCode::OK);
    }
    // A father of one school is not led to the other.
    let mut his = setup.browser();
    assert!(setup.sign_in(&mut his, ELM, &BRAM).links(&format!("/s/{ASH}/")).is_empty());
    assert!(!is_signed_in(&mut his, ASH));
}

#[test]
fn who_signs_in_at_the_wrong_school_is_led_to_the_right_one() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let page = setup.ask_for_code(&mut browser, ELM, &CORWIN);
    let page = browser.submit(&page.form("/sign-in/code").with("code", &setup.code(&CORWIN)));
    assert_eq!((page.path.as_str(), page.status()), (&*format!("/s/{ASH}/consent/children"), StatusCode::OK));
    assert!(!is_signed_in(&mut browser, ELM));
}

#[test]
fn a_letters_code_signs_in_at_its_own_school_only_and_as_often_as_needed() {
    let setup = Setup::new();
    let code = setup.installation.letter_code(ELM, &TAMSIN);
    let try_at = |slug: &str, code: &str| {
        let mut browser = setup.browser();
        let page = browser.open(&format!("/s/{slug}/sign-in/letter"));
        let page = browser.submit(&page.form("/sign-in/letter").with("letter-code", code));
        (signed_in(&page), browser)
    };
    assert!(!try_at(ASH, &code).0);
    assert!(try_at(ELM, &code.to_lowercase().replace(' ', "-")).0);
    let (is_in, mut browser) = try_at(ELM, &code);
    assert!(is_in && !is_signed_in(&mut browser, ASH));
    // A new letter replaces the old one; a session of the old one goes on until it ends by itself.
    let new = setup.installation.letter_code(ELM, &TAMSIN);
    assert!(!try_at(ELM, &code).0 && try_at(ELM, &new).0);
    assert!(is_signed_in(&mut browser, ELM));
}

#[test]
fn a_mother_of_two_schools_who_uses_one_schools_letter_stays_at_that_school() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let page = setup.sign_in_by_letter(&mut browser, ELM, &ODALYS);
    assert!(signed_in(&page) && page.links(&format!("/s/{ASH}/")).is_empty());
    assert!(!is_signed_in(&mut browser, ASH));
}

#[test]
fn a_parent_whom_a_program_listed_sees_no_child_before_the_office_has_looked() {
    let setup = Setup::new();
    let (records, elm) = (&setup.installation.records, school(ELM));
    let (contact, child) = (setup.installation.contact(ELM, &BRAM), setup.installation.child(ELM, &WILHELMINA));
    let checks = records.parent_checks(&elm);
    block_on(checks.append(&ParentCheckEvent::Listed(vec![(contact.clone(), child.clone())]), None)).unwrap();
    let mut browser = setup.browser();
    let page = setup.sign_in(&mut browser, ELM, &BRAM);
    assert!(page.text().contains("The school is checking a new entry"), "{}", page.text());
    assert!(!page.text().contains(WILHELMINA.forename) && page.text().contains(PEREGRINE.forename));
    let (path, letters) = (setup.child_path(ELM, &WILHELMINA), setup.letters().len());
    let mark = setup.installation.store.mark();
    for path in [path.clone(), format!("{path}/withdraw"), format!("{path}/change/displays")] {
        assert_eq!(browser.open(&path).status(), StatusCode::NOT_FOUND, "{path}");
    }
    let form = browser.open(&format!("/s/{ELM}/consent/begin")).form("/consent/begin");
    assert_eq!(browser.submit(&form.with("whom", child.as_str())).status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), letters);
    // The other parent notices nothing; and once it is confirmed, neither does he.
    let hers = setup.sign_in(&mut setup.browser(), ELM, &ODALYS);
    assert!(hers.text().contains(WILHELMINA.forename) && !hers.text().contains("checking a new entry"));
    block_on(checks.append(&ParentCheckEvent::Confirmed { contact, child }, None)).unwrap();
    let page = browser.open(&format!("/s/{ELM}/consent/children"));
    assert!(page.text().contains(WILHELMINA.forename) && !page.text().contains("checking a new entry"));
}

#[test]
fn a_cookie_that_was_tampered_with_signs_nobody_in() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let name = "__Host-sg-session";
    let sealed = browser.cookie(name).unwrap().to_owned();
    let flipped = sealed.replace('A', "B");
    let (start, end) = sealed.split_at(sealed.len() / 2);
    for bad in ["", "x", "AAAA", &flipped, start, &format!("{end}{start}"), &format!("{sealed}A"), &"A".repeat(3000)] {
        let mut other = browser.clone();
        other.set_cookie(name, bad);
        assert!(!is_signed_in(&mut other, ELM), "{bad}");
        let answer = other.send(Method::POST, &format!("/s/{ELM}/consent/begin"), None, &[]);
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }
    // A cookie of another kind does not open under this name either.
    setup.ask_for_code(&mut browser, ELM, &BRAM);
    let asked = browser.cookie("__Host-sg-asked").unwrap().to_owned();
    browser.set_cookie(name, &asked);
    assert!(!is_signed_in(&mut browser, ELM));
}
