//! Setting an account up by an invitation.

use credentials::TotpSecret;
use data_encoding::BASE32_NOPAD;
use http::StatusCode;
use jiff::SignedDuration;
use records::AuditEvent;
use school_types::{Redacted, Role};
use testkit::{
    Browser, Employee, Form, Page,
    installation::{ASH, ELM},
};

use crate::harness::Setup;

const SESSION: &str = "__Host-sg-staff";
pub(crate) const GOOD: &str = "eleven quiet hedgehogs";

/// Types address and code of an invitation; what comes next.
pub(crate) fn present(browser: &mut Browser, employee: &Employee, code: &str) -> Page {
    let page = browser.open(&format!("/s/{}/office/invitation", employee.school));
    browser.submit(&page.form("/office/invitation").with("email", &employee.e_mail).with("invitation", code))
}

/// Chooses a passphrase; what comes next.
pub(crate) fn choose(browser: &mut Browser, page: &Page, passphrase: &str) -> Page {
    browser.submit(&page.form("/invitation/passphrase").with("new", passphrase).with("again", passphrase))
}

/// The secret on the page, as a telephone would take it.
pub(crate) fn secret_on(page: &Page) -> TotpSecret {
    let text = page.texts(".codes code").remove(0).replace(' ', "");
    TotpSecret::kept(Redacted::new(BASE32_NOPAD.decode(text.as_bytes()).unwrap()))
}

/// The whole way; the page that shows the recovery codes, and the form that was sent last.
fn set_up(setup: &Setup, browser: &mut Browser, employee: &mut Employee, code: &str) -> (Page, Form) {
    let page = present(browser, employee, code);
    assert_eq!(page.path, format!("/s/{}/office/invitation/passphrase", employee.school));
    let page = choose(browser, &page, GOOD);
    assert_eq!(page.path, format!("/s/{}/office/invitation/app", employee.school));
    let secret = secret_on(&page);
    employee.totp_secret = secret.bytes().into_inner();
    employee.passphrase = GOOD;
    let form = page.form("/invitation/app").with("code", &employee.code(&setup.installation));
    (browser.submit(&form), form)
}

fn invited(setup: &Setup) -> (Employee, String) {
    let employee = setup.installation.list_employee(ELM, "Ottoline Vance", &[Role::Teacher]);
    let code = setup.installation.invite_employee(&employee, false);
    (employee, code)
}

#[test]
fn a_new_colleague_sets_up_passphrase_and_telephone_and_is_in() {
    let setup = Setup::new();
    let (mut employee, code) = invited(&setup);
    let mut browser = setup.browser();
    let (page, _) = set_up(&setup, &mut browser, &mut employee, &code);
    assert_eq!(page.path, format!("/s/{ELM}/office/account/recovery-codes"));
    let codes = page.texts(".codes code");
    assert_eq!(codes.len(), 8);
    assert!(codes.iter().all(|code| code.len() == 19), "sixteen symbols in four groups: 80 bits");
    // Shown again while the printer sulks, and no more once they are kept.
    assert_eq!(browser.open(&page.path).texts(".codes code"), codes);
    let home = browser.submit(&page.form("/recovery-codes/kept"));
    assert_eq!(home.path, format!("/s/{ELM}/office"));
    let again = browser.open(&format!("/s/{ELM}/office/account/recovery-codes"));
    assert_eq!(again.texts(".codes code"), [""; 0]);
    assert!(again.text().contains("8 recovery codes left"));
    // And they can sign in from now on, by telephone and by code.
    assert_eq!(setup.sign_in(&mut setup.browser(), &employee).path, format!("/s/{ELM}/office"));
    let mut other = setup.browser();
    let page = setup.passphrase(&mut other, &employee);
    let form = page.forms().into_iter().find(|form| form.names().contains(&"recovery")).unwrap();
    assert_eq!(other.submit_once(&form.with("recovery", &codes[7])).status, StatusCode::SEE_OTHER);
    assert!(setup.trail(ELM).iter().any(|entry| entry.event == AuditEvent::SignedIn));
}

#[test]
fn the_code_that_confirms_a_telephone_signs_nobody_in_again() {
    let setup = Setup::new();
    let (mut employee, code) = invited(&setup);
    set_up(&setup, &mut setup.browser(), &mut employee, &code);
    let mut stranger = setup.browser();
    let page = setup.passphrase(&mut stranger, &employee);
    let answer = stranger.submit_once(&page.form("/sign-in/code").with("code", &employee.code(&setup.installation)));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn setting_up_sent_twice_is_one_account_and_shows_the_same_codes() {
    let setup = Setup::new();
    let (mut employee, code) = invited(&setup);
    let mut browser = setup.browser();
    let page = present(&mut browser, &employee, &code);
    let page = choose(&mut browser, &page, GOOD);
    employee.totp_secret = secret_on(&page).bytes().into_inner();
    let form = page.form("/invitation/app").with("code", &employee.code(&setup.installation));
    let mut twin = browser.clone();
    let first = browser.submit(&form).texts(".codes code");
    let second = twin.submit(&form).texts(".codes code");
    assert_eq!((first.len(), &first), (8, &second));
    assert_eq!(browser.open(&format!("/s/{ELM}/office/account")).texts("tbody tr").len(), 1);
}

#[test]
fn an_invitation_works_once_for_its_owner_and_for_a_fortnight() {
    let setup = Setup::new();
    let (mut employee, code) = invited(&setup);
    let other = setup.installation.list_employee(ELM, "Percival Moat", &[Role::Office]);
    let refused = |browser: &mut Browser, employee: &Employee, code: &str| {
        let mark = setup.installation.store.mark();
        let page = present(browser, employee, code);
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("do not match"));
        assert_eq!(page.value("email").as_deref(), Some(employee.e_mail.as_str()));
        assert_eq!(page.value("invitation").as_deref(), Some(code));
        let writes = setup.installation.store.writes_since(mark);
        assert!(writes.iter().all(|call| format!("{call:?}").contains("/temporary/")), "{writes:?}");
    };
    let place = |place| Browser::from_place(&setup.application, place);
    refused(&mut place(1), &other, &code);
    refused(&mut place(2), &employee, "0000-0000-0000-0000");
    refused(&mut place(3), &Employee { e_mail: "nobody@example.org".to_owned(), ..employee.clone() }, &code);
    let mut elsewhere = Employee { school: ASH.to_owned(), ..employee.clone() };
    refused(&mut place(4), &elsewhere, &code);
    // Begun in time, and finished in time; used up by then.
    let mut late = place(5);
    let page = present(&mut late, &employee, &code);
    set_up(&setup, &mut place(6), &mut employee, &code);
    refused(&mut place(7), &employee, &code);
    let page = choose(&mut late, &page, GOOD);
    let mine = secret_on(&page);
    let now = setup.installation.clock.now();
    let page = late.submit(&page.form("/invitation/app").with("code", &mine.code_at(now)));
    assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("Please start again"));
    assert_eq!(late.cookie(SESSION), None);
    assert_eq!(setup.sign_in(&mut place(8), &employee).path, format!("/s/{ELM}/office"), "the first one's holds");
    // A later invitation ends an earlier one, and time ends it too.
    let first = setup.installation.invite_employee(&other, false);
    let second = setup.installation.invite_employee(&other, false);
    refused(&mut place(9), &other, &first);
    setup.wait(SignedDuration::from_hours(14 * 24 + 1));
    refused(&mut place(10), &other, &second);
    elsewhere.school = ELM.to_owned();
}

#[test]
fn setting_up_that_was_left_for_an_hour_begins_again() {
    let setup = Setup::new();
    let (employee, code) = invited(&setup);
    let mut browser = setup.browser();
    let page = present(&mut browser, &employee, &code);
    setup.wait(SignedDuration::from_mins(61));
    let page = choose(&mut browser, &page, GOOD);
    assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("Please start again"));
    for step in ["passphrase", "app"] {
        let page = browser.open(&format!("/s/{ELM}/office/invitation/{step}"));
        assert_eq!(page.path, format!("/s/{ELM}/office/invitation"));
    }
}

#[test]
fn a_passphrase_that_anybody_would_guess_is_explained_and_not_taken() {
    let setup = Setup::new();
    let (employee, code) = invited(&setup);
    let mut browser = setup.browser();
    let page = present(&mut browser, &employee, &code);
    let form = page.form("/invitation/passphrase");
    for (new, again, said) in [
        ("", "", "Choose a passphrase"),
        ("short one", "short one", "at least 12 characters"),
        ("password1234", "password1234", "Many people use this one"),
        ("Ottoline Vance", "Ottoline Vance", "strangers know"),
        ("elm street 2026", "elm street 2026", "strangers know"),
        ("ottoline@elm-street.example.org", "ottoline@elm-street.example.org", "strangers know"),
        (GOOD, "", "a second time"),
        (GOOD, "eleven quiet hedgehog", "do not match"),
    ] {
        let mark = setup.installation.store.mark();
        let page = browser.submit(&form.clone().with("new", new).with("again", again));
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY, "{new}");
        assert!(page.text().contains(said), "{new}: {}", page.text());
        assert!(new.is_empty() || !page.answer.body.contains(&format!("value=\"{new}\"")), "{new} is written back");
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
}

#[test]
fn a_wrong_code_from_the_telephone_sets_nothing_up() {
    let setup = Setup::new();
    let (employee, code) = invited(&setup);
    let mut browser = setup.browser();
    let page = present(&mut browser, &employee, &code);
    let page = choose(&mut browser, &page, GOOD);
    let secret = secret_on(&page);
    for wrong in ["", "12345", "abcdef", "000000"] {
        let answer = browser.submit(&page.form("/invitation/app").with("code", wrong));
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert_eq!(secret_on(&answer).grouped(), secret.grouped(), "the same telephone may go on");
    }
    assert_eq!(setup.trail(ELM), []);
    assert_eq!(browser.cookie(SESSION), None);
}

#[test]
fn nobody_sets_up_an_account_that_was_closed_meanwhile() {
    let setup = Setup::new();
    let (employee, code) = invited(&setup);
    let mut browser = setup.browser();
    let page = present(&mut browser, &employee, &code);
    let page = choose(&mut browser, &page, GOOD);
    let code = secret_on(&page).code_at(setup.installation.clock.now());
    let operation = school_types::OperationId::from_bytes([3; 15]);
    let school = testkit::installation::school(ELM);
    let closed = setup.installation.records.close_account(&school, &employee.id, &operation);
    assert_eq!(futures::executor::block_on(closed), Ok(records::AccountChange::Made));
    let page = browser.submit(&page.form("/invitation/app").with("code", &code));
    assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.cookie(SESSION), None);
}

#[test]
fn what_travels_in_the_browser_says_nothing() {
    let setup = Setup::new();
    let (employee, code) = invited(&setup);
    let mut browser = setup.browser();
    let page = present(&mut browser, &employee, &code);
    let page = choose(&mut browser, &page, GOOD);
    let secret = page.texts(".codes code").remove(0).replace(' ', "");
    for name in browser.cookies() {
        let value = browser.cookie(&name).unwrap();
        for word in [GOOD, "argon2", &secret, &code.replace('-', ""), employee.id.as_str()] {
            assert!(!value.contains(word), "{name}");
        }
    }
}
