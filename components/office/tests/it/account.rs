//! One's own account.

use http::StatusCode;
use school_types::Role;
use testkit::{Form, installation::ELM};

use crate::harness::Setup;

const NEW: &str = "nine patient lighthouses";

#[test]
fn everybody_sees_their_own_sessions_and_ends_them_elsewhere() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut desk = setup.signed_in(&teacher);
    let mut left_open = setup.signed_in(&teacher);
    let mut library = setup.signed_in(&teacher);
    let page = desk.open(&format!("/s/{ELM}/office/account"));
    assert!(page.text().contains("Signed in with 3 browsers"));
    assert_eq!(page.text().matches("this browser").count(), 1);
    assert!(!page.text().contains("10.0.0"), "no address of the internet");
    // One of them: the newest, which is the library's.
    let form = page.forms().into_iter().find(|form| form.action.ends_with("/account/sessions")).unwrap();
    let page = desk.submit(&form);
    assert!(page.text().contains("Signed out there"));
    assert_eq!(library.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
    // All the others.
    let page = desk.open(&format!("/s/{ELM}/office/account"));
    let others = page.forms().into_iter().find(|form| form.value("session") == Some("others")).unwrap();
    let page = desk.submit(&others);
    assert!(page.text().contains("Signed in with 1 browser"));
    assert_eq!(left_open.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
    assert_eq!(desk.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office"));
}

#[test]
fn nobody_ends_another_persons_session_from_their_own_page() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let other = setup.employ("Percival Moat", &[Role::Office]);
    let mut desk = setup.signed_in(&teacher);
    let mut theirs = setup.signed_in(&other);
    let page = desk.open(&format!("/s/{ELM}/office/account"));
    let token = page.forms()[0].value("form-token").unwrap().to_owned();
    for which in ["1", "2", "3", "99", "others"] {
        let form =
            Form::made_up(&format!("/s/{ELM}/office/account/sessions"), &[("form-token", &token), ("session", which)]);
        if which != "1" {
            assert_eq!(desk.submit_once(&form).status, StatusCode::SEE_OTHER);
        }
    }
    assert_eq!(theirs.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office"));
}

#[test]
fn another_passphrase_ends_every_session_but_this_one() {
    let setup = Setup::new();
    let mut teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut desk = setup.signed_in(&teacher);
    let mut elsewhere = setup.signed_in(&teacher);
    let page = desk.open(&format!("/s/{ELM}/office/account/passphrase"));
    let form = page.form("/account/passphrase").with("new", NEW).with("again", NEW);
    for (present, new, said) in [
        ("", NEW, "Type your passphrase"),
        ("not the one it is", NEW, "That is not your passphrase"),
        (teacher.passphrase, "short", "at least 12 characters"),
    ] {
        let mark = setup.installation.store.mark();
        let page = desk.submit(&form.clone().with("passphrase", present).with("new", new).with("again", new));
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains(said), "{said}");
        let writes = setup.installation.store.writes_since(mark);
        assert!(writes.iter().all(|call| format!("{call:?}").contains("/temporary/")), "{writes:?}");
    }
    let form = form.with("passphrase", teacher.passphrase);
    let mut twin = desk.clone();
    let page = desk.submit(&form);
    assert!(page.text().contains("Your passphrase is changed"), "{}", page.text());
    // A double tap, still with the cookie from before.
    let page = twin.submit(&form);
    assert!(page.text().contains("Your passphrase is changed"), "{}", page.text());
    assert_eq!(elsewhere.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
    assert_eq!(desk.open(&format!("/s/{ELM}/office/account")).texts("tbody tr").len(), 1);
    assert_eq!(setup.passphrase(&mut setup.browser(), &teacher).status(), StatusCode::UNPROCESSABLE_ENTITY);
    teacher.passphrase = NEW;
    assert_eq!(setup.sign_in(&mut setup.browser(), &teacher).path, format!("/s/{ELM}/office"));
}

#[test]
fn new_recovery_codes_need_the_passphrase_and_end_the_old_ones() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut desk = setup.signed_in(&teacher);
    let page = desk.open(&format!("/s/{ELM}/office/account/recovery-codes"));
    let form = page.form("/account/recovery-codes");
    let refused = desk.submit(&form.clone().with("passphrase", "not the one it is"));
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let form = form.with("passphrase", teacher.passphrase);
    let mut twin = desk.clone();
    let page = desk.submit(&form);
    let codes = page.texts(".codes code");
    assert_eq!(codes.len(), 8);
    assert_eq!(twin.submit(&form).texts(".codes code"), codes, "a double tap shows the same ones");
    let recovery = |code: &str| {
        let mut browser = setup.browser();
        let page = setup.passphrase(&mut browser, &teacher);
        let form = page.forms().into_iter().find(|form| form.names().contains(&"recovery")).unwrap();
        browser.submit_once(&form.with("recovery", code)).status
    };
    assert_eq!(recovery(&teacher.recovery_codes[0]), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(recovery(&codes[0]), StatusCode::SEE_OTHER);
    // Another person in this browser is not shown them.
    let other = setup.employ("Percival Moat", &[Role::Office]);
    setup.sign_in(&mut desk, &other);
    let page = desk.open(&format!("/s/{ELM}/office/account/recovery-codes"));
    assert_eq!(page.texts(".codes code"), [""; 0]);
}

#[test]
fn recovery_codes_are_shown_once_and_to_no_cookie_that_was_kept() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut desk = setup.signed_in(&teacher);
    let path = format!("/s/{ELM}/office/account/recovery-codes");
    let form = desk.open(&path).form("/account/recovery-codes").with("passphrase", teacher.passphrase);
    let page = desk.submit(&form);
    assert_eq!(page.texts(".codes code").len(), 8);
    let shown = |browser: &testkit::Browser| browser.clone().open(&path).texts(".codes code").len();
    // A browser that keeps its cookie for longer than it was told.
    let copy = desk.clone();
    setup.wait(jiff::SignedDuration::from_mins(15));
    assert_eq!(shown(&copy), 8);
    let (mut late, kept) = (copy.clone(), page.form("/kept"));
    setup.wait(jiff::SignedDuration::from_secs(1));
    assert_eq!(shown(&copy), 0);
    assert_eq!(late.submit(&form).texts(".codes code").len(), 0, "nor to the form sent again");
    // And one whose owner said that they are kept.
    let form = desk.open(&path).form("/account/recovery-codes").with("passphrase", teacher.passphrase);
    desk.submit(&form);
    let copy = desk.clone();
    assert_eq!(shown(&copy), 8);
    desk.submit(&kept);
    assert_eq!((shown(&copy), shown(&desk)), (0, 0));
}

#[test]
fn a_role_given_or_taken_counts_at_the_next_click() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut desk = setup.signed_in(&teacher);
    assert_eq!(desk.open(&format!("/s/{ELM}/office/staff")).status(), StatusCode::FORBIDDEN);
    let set = |roles: &[Role], operation: u8| {
        let operation = school_types::OperationId::from_bytes([operation; 15]);
        let school = testkit::installation::school(ELM);
        let set = setup.installation.records.set_roles(&school, &teacher.id, roles, &operation);
        futures::executor::block_on(set).unwrap()
    };
    set(&[Role::Teacher, Role::Administrator], 1);
    assert_eq!(desk.open(&format!("/s/{ELM}/office/staff")).status(), StatusCode::OK);
    let _other = setup.employ("Percival Moat", &[Role::Administrator]);
    set(&[Role::Teacher], 2);
    assert_eq!(desk.open(&format!("/s/{ELM}/office/staff")).status(), StatusCode::FORBIDDEN);
}
