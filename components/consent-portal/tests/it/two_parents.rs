//! Two parents of one child, and people who are no parents: each sees what they said and what holds, nothing else (R7, R8).

use http::StatusCode;
use testkit::{
    Browser, Form, Page,
    installation::{BRAM, ELM, HENRIETTA, ISOLDE, LEOPOLD, ODALYS, Pupil, WILHELMINA},
};

use crate::harness::{Setup, fingerprints, no, references, yes};

/// The pages a parent has about a child.
fn pages(setup: &Setup, browser: &mut Browser, pupil: &Pupil) -> Vec<Page> {
    let child = setup.child_path(ELM, pupil);
    let one = browser.open(&child);
    let mut pages =
        vec![browser.open(&format!("/s/{ELM}/consent/children")), browser.open(&format!("{child}/withdraw"))];
    for path in one.links("/consent/receipt/").into_iter().chain(one.links("/change/")) {
        pages.push(browser.open(&path));
    }
    pages.push(one);
    pages
}

fn none_contains(pages: &[Page], secrets: &[String]) {
    for page in pages {
        for secret in secrets {
            let body = page.answer.body.replace("</span> <span>", "");
            assert!(!body.contains(secret.as_str()), "{} shows {secret}", page.path);
        }
    }
}

#[test]
fn neither_of_two_who_disagree_learns_what_the_other_said() {
    let setup = Setup::new();
    let mut hers = setup.signed_in(ELM, &ODALYS);
    let mut his = setup.signed_in(ELM, &BRAM);
    let her_done = setup.decide_for(&mut hers, &WILHELMINA, yes);
    let alone = hers.open(&setup.child_path(ELM, &WILHELMINA));
    let his_done = setup.decide_for(&mut his, &WILHELMINA, no);

    let what_holds = |page: &Page| page.texts("main .answers dd, main .answers td");
    let (her_page, his_page) =
        (hers.open(&setup.child_path(ELM, &WILHELMINA)), his.open(&setup.child_path(ELM, &WILHELMINA)));
    assert_ne!(what_holds(&alone), what_holds(&her_page), "the cautious decision holds, and she sees that it does");
    assert!(her_page.answer.body.matches("You said yes, but the school is not doing this at present.").count() > 5);
    assert!(!his_page.text().contains("You said yes"));

    let secrets = |done: &Page, name: &str, address: &str| {
        let mut secrets = vec![name.to_owned(), address.to_owned()];
        secrets.extend(references(done));
        secrets.extend(fingerprints(done));
        secrets
    };
    let his_secrets = secrets(&his_done, BRAM.name, BRAM.e_mail.unwrap());
    let her_secrets = secrets(&her_done, ODALYS.name, ODALYS.e_mail.unwrap());
    none_contains(&pages(&setup, &mut hers, &WILHELMINA), &his_secrets);
    none_contains(&pages(&setup, &mut his, &WILHELMINA), &her_secrets);
    assert_eq!(her_page.links("/consent/receipt/").len(), 1);

    // Not even by an address left in the browser they share.
    for path in [&his_done.path, &format!("/s/{ELM}/consent/receipt/{}", references(&his_done)[0])] {
        assert_eq!(hers.open(path).status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(hers.open(&format!("{path}/file")).status(), StatusCode::NOT_FOUND);
    }
}

#[test]
fn the_flag_looks_to_a_parent_like_no_flag() {
    let setup = Setup::new();
    let mut hers = setup.signed_in(ELM, &ODALYS);
    setup.decide_for(&mut hers, &WILHELMINA, yes);
    let child = setup.child_path(ELM, &WILHELMINA);
    let before = hers.open(&child).text();
    for set in [true, false] {
        setup.installation.flag(ELM, &WILHELMINA, set);
        let page = hers.open(&child).text();
        assert_eq!(page, before);
        assert!(!page.contains("is not doing this"));
    }
}

#[test]
fn one_parent_cannot_send_the_others_form() {
    let setup = Setup::new();
    let mut his = setup.signed_in(ELM, &BRAM);
    let mut hers = setup.signed_in(ELM, &ODALYS);
    setup.decide_for(&mut his, &WILHELMINA, yes);
    let child = setup.child_path(ELM, &WILHELMINA);
    let change = his.open(&format!("{child}/change/displays")).form("/change/").with("answer", "no");
    let withdraw = his.open(&format!("{child}/withdraw")).form("/withdraw").with("removal", "also-published");
    his.submit(&change);
    his.submit(&withdraw);
    let first = setup.begin(&mut his, ELM, setup.installation.child(ELM, &ISOLDE).as_str());
    let check = setup.answer_all(&mut his, first.clone(), yes);

    let own = hers.open(&format!("{child}/change/displays")).form("/change/");
    let steal = |form: &Form| {
        let form = form.clone().with("form-token", own.value("form-token").unwrap());
        // Also with the operation id that the other has used.
        (form.clone(), form.with("answer", "yes").with("removal", "from-now-on"))
    };
    let letters = setup.letters().len();
    let mark = setup.installation.store.mark();
    for form in [&change, &withdraw, &first.form("/decide/").with("answer", "agree"), &check.form("/check")] {
        for form in [steal(form).0, steal(form).1] {
            let answer = hers.submit_once(&form);
            assert!(answer.status.is_client_error(), "{} {}", form.action, answer.status);
        }
    }
    for path in [&first.path, &check.path] {
        assert_eq!(hers.open(path).status(), StatusCode::NOT_FOUND);
    }
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), letters);
}

#[test]
fn a_grandmother_without_parental_responsibility_sees_no_child_and_decides_nothing() {
    let setup = Setup::new();
    let mut hers = setup.signed_in(ELM, &ODALYS);
    let child = setup.child_path(ELM, &WILHELMINA);
    let mothers_draft = setup.begin(&mut hers, ELM, setup.installation.child(ELM, &WILHELMINA).as_str());
    let change = hers.open(&format!("{child}/change/displays")).form("/change/").with("answer", "yes");
    let withdraw = Form::made_up(&format!("{child}/withdraw"), &[("removal", "also-published")])
        .with("operation", change.value("operation").unwrap());

    let mut browser = setup.browser();
    let page = setup.sign_in(&mut browser, ELM, &HENRIETTA);
    for pupil in [WILHELMINA, ISOLDE] {
        assert!(!page.answer.body.contains(pupil.forename));
    }
    assert!(page.links("/consent/child/").is_empty() && page.links("/consent/begin").is_empty());
    let token = page.forms()[0].value("form-token").unwrap().to_owned();
    let whom = setup.installation.child(ELM, &WILHELMINA);
    let begin = format!("/s/{ELM}/consent/begin");
    let mark = setup.installation.store.mark();
    for form in [
        Form::made_up(&begin, &[("whom", "all")]),
        Form::made_up(&begin, &[("whom", whom.as_str())]),
        change,
        withdraw,
        mothers_draft.form("/decide/").with("answer", "agree"),
        Form::made_up(&mothers_draft.path.replace("/1", "/check"), &[]),
    ] {
        let answer = browser.submit_once(&form.with("form-token", &token));
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    for path in [child.clone(), format!("{child}/withdraw"), format!("{child}/change/displays"), mothers_draft.path] {
        let page = browser.open(&path);
        assert_eq!(page.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(!page.answer.body.contains(WILHELMINA.forename));
    }
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.decisions(ELM, &WILHELMINA), []);
}

#[test]
fn a_child_at_the_other_school_is_not_there() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    // She is signed in at both schools, and each knows only its own.
    let leopold = setup.installation.child("ash-grove", &LEOPOLD);
    assert_eq!(browser.open(&format!("/s/ash-grove/consent/child/{leopold}")).status(), StatusCode::OK);
    assert_eq!(browser.open(&format!("/s/{ELM}/consent/child/{leopold}")).status(), StatusCode::NOT_FOUND);
}
