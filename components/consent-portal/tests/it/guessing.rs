//! Strangers who ask for codes, and guess at them: what it costs the parents, which is nothing but a longer code.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use bytes::Bytes;
use consent_portal::{LARGEST_REQUEST, Portal};
use futures::{executor::block_on, future::LocalBoxFuture};
use http::StatusCode;
use http_body_util::Full;
use jiff::SignedDuration;
use letters::{Attempt, Courier, DeliveryError, DeliveryId, Kind, Letter};
use reception::Desk;
use records::{Account, AddressEvent, Asker, GUESSES, MAILBOX_A_DAY};
use school_types::ContactId;
use settings::Settings;
use testkit::{
    Application, Browser, Page,
    installation::{ASH, Adult, BRAM, CORWIN, ELM, ODALYS, TAMSIN, WILHELMINA, school},
};

use crate::harness::{Setup, pauses};

const NOBODY: &str = "nobody@example.org";

fn is_in(page: &Page) -> bool {
    page.path.ends_with("/consent/children")
}

fn ask(browser: &mut Browser, e_mail: &str) -> Page {
    let page = browser.open(&format!("/s/{ELM}/sign-in"));
    browser.submit(&page.form("/sign-in").with("email", e_mail))
}

fn type_in(browser: &mut Browser, code: &str) -> Page {
    let page = browser.open(&format!("/s/{ELM}/sign-in/code"));
    browser.submit(&page.form("/sign-in/code").with("code", code))
}

/// A code of six digits that was not sent.
fn wrong(setup: &Setup, adult: &Adult) -> String {
    if setup.code(adult).replace(' ', "") == "000000" { "000001".to_owned() } else { "000000".to_owned() }
}

/// Asks for codes from everywhere, and guesses at each as often as it is let.
fn attack(setup: &Setup, adult: &Adult, requests: u16) {
    for place in 0..requests {
        let mut stranger = Browser::from_place(&setup.application, 100 + place);
        ask(&mut stranger, adult.e_mail.unwrap());
        for _ in 0..GUESSES + 1 {
            let page = stranger.open(&format!("/s/{ELM}/sign-in/code"));
            let Some(form) = page.forms().into_iter().find(|form| form.action.ends_with("/sign-in/code")) else {
                break;
            };
            assert!(!is_in(&stranger.submit(&form.with("code", &wrong(setup, adult)))));
        }
    }
}

#[test]
fn three_hundred_parents_behind_one_address_all_get_in_on_one_evening() {
    let setup = Setup::new();
    let records = &setup.installation.records;
    let parents: Vec<String> = (0..300).map(|number| format!("parent{number}@example.org")).collect();
    for (number, e_mail) in parents.iter().enumerate() {
        let mut bytes = [0; ContactId::BYTES];
        bytes[..2].copy_from_slice(&u16::try_from(number).unwrap().to_be_bytes());
        let account = Account { school: school(ELM), contact: ContactId::from_bytes(bytes) };
        block_on(records.address(e_mail).append(&AddressEvent::Given(account), None)).unwrap();
    }
    // Everybody asks at once, and types half an hour later at the earliest; every tenth mistypes first.
    let mut asked: Vec<(Browser, &String)> = Vec::new();
    for e_mail in &parents {
        let mut browser = setup.browser();
        assert!(ask(&mut browser, e_mail).path.ends_with("/sign-in/code"), "{e_mail}");
        asked.push((browser, e_mail));
    }
    let codes: BTreeMap<String, String> = setup
        .letters_of(Kind::SignInCode)
        .into_iter()
        .map(|kept| {
            let text = kept.letter.text.reveal().clone();
            let code = text.lines().find(|line| line.len() == 7 && line.as_bytes()[3] == b' ').unwrap().to_owned();
            (kept.letter.to.reveal().clone(), code)
        })
        .collect();
    assert_eq!(codes.len(), 300);
    for (number, (browser, e_mail)) in asked.iter_mut().enumerate() {
        let code = &codes[*e_mail];
        if number % 10 == 0 {
            let other = if code == "000 000" { "000001" } else { "000000" };
            assert_eq!(type_in(browser, other).status(), StatusCode::UNPROCESSABLE_ENTITY);
        }
        let page = browser.open(&format!("/s/{ELM}/sign-in/code"));
        let answer = browser.submit_once(&page.form("/sign-in/code").with("code", code));
        assert_eq!(answer.header("location"), format!("/s/{ELM}/consent/children"), "{e_mail}");
    }
    assert_eq!(pauses(), [], "nobody waited");
    // And nothing is left of it: the mistyped ones got in after all.
    assert_eq!(block_on(records.guessing()).unwrap().wrong_codes_this_hour, 0);
    for (number, e_mail) in parents.iter().enumerate().take(300) {
        let mut browser = setup.browser();
        assert!(ask(&mut browser, e_mail).path.ends_with("/sign-in/code"), "the next evening's number {number}");
    }
    assert_eq!(pauses(), []);
}

#[test]
fn a_network_that_asks_hundreds_of_times_is_slowed_down_and_no_other_school_notices() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    for number in 0..400 {
        assert_eq!(ask(&mut browser, &format!("n{number}@example.org")).status(), StatusCode::OK);
    }
    assert_eq!(pauses(), []);
    for number in 400..480 {
        assert_eq!(ask(&mut browser, &format!("n{number}@example.org")).status(), StatusCode::OK);
    }
    let slowed: Vec<u64> = pauses().iter().map(std::time::Duration::as_secs).collect();
    assert_eq!((slowed[0], slowed[79], slowed.len()), (1, 2, 80));
    // A parent in the same network gets in, some seconds later; at another school, at once.
    let mut parent = setup.browser();
    setup.sign_in(&mut parent, ELM, &ODALYS);
    assert_eq!(pauses().len(), 1, "her request; her code is another matter");
    setup.sign_in(&mut setup.browser(), ASH, &CORWIN);
    assert_eq!(pauses(), []);
}

#[test]
fn strangers_who_ask_for_her_codes_keep_a_mother_out_of_nothing() {
    let setup = Setup::new();
    let mut known = setup.signed_in(ELM, &ODALYS);
    setup.wait(SignedDuration::from_mins(61));
    let before = setup.letters().len();
    for place in 0..40 {
        ask(&mut Browser::from_place(&setup.application, 100 + place), ODALYS.e_mail.unwrap());
    }
    // Six short codes and two long ones in an hour, and then the last long one stays good.
    assert_eq!(setup.letters().len() - before, 8);
    // At a browser that knows her she asks as always.
    let page = ask(&mut known, ODALYS.e_mail.unwrap());
    assert!(page.text().contains("6-digit"), "{}", page.text());
    assert!(is_in(&type_in(&mut known, &setup.code(&ODALYS))));
    // At a new one she is asked for the long code, which is in her mailbox: sent because of a stranger, and good for her.
    let letters = setup.letters_of(Kind::SignInCode);
    let long = letters.iter().find_map(|kept| {
        kept.letter.text.reveal().lines().find(|line| line.len() == 19 && line.contains('-')).map(str::to_owned)
    });
    let mut new = setup.browser();
    let (mark, sent) = (setup.installation.store.mark(), setup.letters().len());
    let page = ask(&mut new, ODALYS.e_mail.unwrap());
    assert!(page.text().contains("a longer code"), "{}", page.text());
    assert_eq!(setup.letters().len(), sent, "no further email");
    assert!(setup.installation.store.writes_since(mark).iter().all(|call| call.key.starts_with("_/temporary/")));
    assert!(is_in(&type_in(&mut new, &long.unwrap())));
}

#[test]
fn strangers_who_guess_her_codes_keep_a_mother_out_of_nothing_either() {
    let setup = Setup::new();
    let mut known = setup.signed_in(ELM, &ODALYS);
    setup.wait(SignedDuration::from_mins(61));
    attack(&setup, &ODALYS, 12);
    let guessing = block_on(setup.installation.records.guessing()).unwrap();
    assert_eq!(guessing.wrong_codes_this_month, MAILBOX_A_DAY.at_most(), "so many in a day and no more");
    assert!(!guessing.is_alarming);
    ask(&mut known, ODALYS.e_mail.unwrap());
    assert!(is_in(&type_in(&mut known, &setup.code(&ODALYS))));
    let mut new = setup.browser();
    let page = ask(&mut new, ODALYS.e_mail.unwrap());
    assert!(page.text().contains("a longer code"), "{}", page.text());
    let code = setup.letters_of(Kind::SignInCode).iter().find_map(|kept| {
        kept.letter.text.reveal().lines().find(|line| line.len() == 19 && line.contains('-')).map(str::to_owned)
    });
    // However often it is mistyped, it stays good; and it is taken as people write it.
    for bad in ["123456", "K7PM-3QXW-9D2T-HV5A", "K7PM"] {
        for _ in 0..4 {
            let page = type_in(&mut new, bad);
            assert_eq!((page.status(), is_in(&page)), (StatusCode::UNPROCESSABLE_ENTITY, false), "{bad}");
        }
    }
    assert!(is_in(&type_in(&mut new, &code.unwrap().to_lowercase().replace('-', " "))));
    // His mailbox is his own; and the next day all is as it was.
    setup.sign_in(&mut setup.browser(), ELM, &BRAM);
    setup.wait(SignedDuration::from_hours(48));
    let page = ask(&mut setup.browser(), ODALYS.e_mail.unwrap());
    assert!(page.text().contains("6-digit"), "{}", page.text());
}

#[test]
fn an_address_that_nobody_has_is_told_the_same_through_all_of_it() {
    let setup = Setup::new();
    let stranger = Adult { e_mail: Some(NOBODY), ..ODALYS };
    let mut said = Vec::new();
    for adult in [&ODALYS, &stranger] {
        let mut pages = Vec::new();
        for place in 0..14 {
            let mut browser = Browser::from_place(&setup.application, 300 + place);
            let page = ask(&mut browser, adult.e_mail.unwrap());
            pages.push((page.status(), page.heading(), page.text().replace(adult.e_mail.unwrap(), "ADDRESS")));
            for _ in 0..6 {
                let page = type_in(&mut browser, "123456");
                pages.push((page.status(), page.heading(), page.text().replace(adult.e_mail.unwrap(), "ADDRESS")));
            }
        }
        said.push(pages);
    }
    assert_eq!(said[0], said[1]);
    assert!(setup.letters().iter().all(|kept| kept.letter.to.reveal() != NOBODY));
}

#[test]
fn guesses_all_over_an_installation_are_bounded_and_told_to_whoever_runs_it() {
    let setup = Setup::new();
    let records = &setup.installation.records;
    // Ten guesses at each of eleven mailboxes: the installation's hundred of an hour come first.
    for number in 0..11_u16 {
        let e_mail = format!("n{number}@example.org");
        for place in 0..2 {
            let mut browser = Browser::from_place(&setup.application, 1000 + number * 2 + place);
            ask(&mut browser, &e_mail);
            for _ in 0..5 {
                let page = browser.open(&format!("/s/{ELM}/sign-in/code"));
                if let Some(form) = page.forms().into_iter().find(|form| form.action.ends_with("/sign-in/code")) {
                    browser.submit(&form.with("code", "123456"));
                }
            }
        }
    }
    let guessing = block_on(records.guessing()).unwrap();
    assert_eq!((guessing.wrong_codes_this_hour, guessing.is_alarming), (100, true));
    let token = format!("Bearer {}", crate::harness::TASK_TOKEN);
    let answer = setup.browser().send(http::Method::POST, "/tasks/letters", None, &[("authorization", &token)]);
    let told: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((told["wrong_codes_this_hour"].as_u64(), told["is_alarming"].as_bool()), (Some(100), Some(true)));
    // Who comes now is sent a long code, and gets in; the hour after, a short one again.
    let mut parent = setup.browser();
    let page = ask(&mut parent, BRAM.e_mail.unwrap());
    assert!(page.text().contains("a longer code"), "{}", page.text());
    assert!(is_in(&type_in(&mut parent, &setup.code(&BRAM))));
    setup.wait(SignedDuration::from_hours(1));
    assert!(ask(&mut setup.browser(), ODALYS.e_mail.unwrap()).text().contains("6-digit"));
}

#[test]
fn who_signs_out_leaves_a_browser_that_is_strange_to_the_mailbox() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let copy = browser.clone();
    let page = browser.open(&format!("/s/{ELM}/consent/children"));
    browser.submit(&page.form("/sign-out"));
    assert_eq!(browser.cookie("__Host-sg-known"), None);
    attack(&setup, &ODALYS, 4);
    for mut strange in [browser, copy] {
        let page = ask(&mut strange, ODALYS.e_mail.unwrap());
        assert!(page.text().contains("a longer code"), "{}", page.text());
    }
}

#[test]
fn guesses_at_letter_codes_are_slowed_down_and_a_right_one_counts_for_nothing() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let form = browser.open(&format!("/s/{ELM}/sign-in/letter")).form("/letter");
    for _ in 0..100 {
        let page = browser.submit(&form.clone().with("letter-code", "0000 0000 0000 0000"));
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.value("letter-code").unwrap(), "0000 0000 0000 0000");
    }
    assert_eq!(pauses(), []);
    let code = setup.installation.letter_code(ELM, &TAMSIN);
    for _ in 0..5 {
        assert!(is_in(&browser.submit(&form.clone().with("letter-code", &code))));
    }
    assert_eq!(pauses().len(), 5, "a second each, and none the longer for the others");
    assert!(browser.submit(&form.with("letter-code", "0000 0000 0000 0000")).status().is_client_error());
}

#[test]
fn a_parent_who_changes_their_mind_a_hundred_times_in_an_hour_is_asked_to_wait() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let child = setup.child_path(ELM, &WILHELMINA);
    let page = browser.open(&child);
    let path = page.link("/change/");
    for number in 0..200 {
        let form = browser.open(&path).form("/change/").with("answer", if number % 2 == 0 { "yes" } else { "no" });
        assert_eq!(browser.submit_once(&form).status, StatusCode::SEE_OTHER, "number {number}");
    }
    let form = browser.open(&path).form("/change/").with("answer", "yes");
    let (mark, letters) = (setup.installation.store.mark(), setup.letters().len());
    let answer = browser.submit_once(&form);
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), letters);
    // To say no she need not wait; the other parent is not asked to wait, and an hour later neither is she.
    let mut his = setup.signed_in(ELM, &BRAM);
    let theirs = his.open(&path).form("/change/").with("answer", "no");
    assert_eq!(his.submit_once(&theirs).status, StatusCode::SEE_OTHER);
    for _ in 0..3 {
        setup.wait(SignedDuration::from_mins(25));
        browser.open(&child);
    }
    assert_eq!(browser.submit_once(&form).status, StatusCode::SEE_OTHER);
}

/// A courier that takes for ever.
struct Slow;

impl Courier for Slow {
    fn send<'a>(&'a self, _: &'a Letter, _: Attempt) -> LocalBoxFuture<'a, Result<DeliveryId, DeliveryError>> {
        Box::pin(std::future::pending())
    }
}

thread_local! {
    static AFTERWARDS: RefCell<Vec<LocalBoxFuture<'static, ()>>> = const { RefCell::new(Vec::new()) };
}

#[test]
fn however_long_the_courier_takes_a_known_address_is_answered_as_soon_as_an_unknown_one() {
    let setup = Setup::new();
    let settings = Settings::from_pairs([
        ("delivery", "outbox"),
        ("demo", "true"),
        ("public_address", "https://gate.example.org"),
    ]);
    let records = setup.installation.records_of("consent-portal", Asker::Nobody);
    let desk = Desk::new(records, settings.unwrap(), setup.installation.clock.clone());
    let afterwards = |work| AFTERWARDS.with_borrow_mut(|works| works.push(work));
    let portal = Rc::new(Portal::new(desk, Rc::new(Slow)).with_afterwards(afterwards));
    let application: Application = Rc::new(move |request: http::Request<Bytes>| {
        let portal = Rc::clone(&portal);
        Box::pin(async move { portal.answer(web::read(request.map(Full::new), LARGEST_REQUEST).await).await })
    });
    let mut calls = Vec::new();
    for (e_mail, works) in [(NOBODY, 0), (ODALYS.e_mail.unwrap(), 1)] {
        let mut browser = Browser::new(&application);
        let form = browser.open(&format!("/s/{ELM}/sign-in")).form("/sign-in").with("email", e_mail);
        ask(&mut Browser::new(&application), "first@example.org");
        while block_on(setup.installation.records.sweep(20)).unwrap().more {}
        let mark = setup.installation.store.mark();
        // It comes to an answer although nothing was sent.
        let answer = browser.submit_once(&form);
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let asked = setup.installation.store.calls_since(mark).into_iter().map(|call| call.operation);
        calls.push(asked.collect::<Vec<_>>());
        assert_eq!(AFTERWARDS.take().len(), works, "{e_mail}");
    }
    assert_eq!(calls[0], calls[1], "the same work before the answer, call by call");
}
