//! Signing in and out.

use futures::executor::block_on;
use http::{Method, StatusCode};
use jiff::SignedDuration;
use records::AuditEvent;
use school_types::Role;
use testkit::{
    Browser, Employee, Form,
    installation::{ASH, ELM, ODALYS, school},
};

use crate::harness::{Setup, pauses};

const SESSION: &str = "__Host-sg-staff";

#[test]
fn a_teacher_signs_in_with_passphrase_and_telephone() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.browser();
    let page = setup.passphrase(&mut browser, &teacher);
    assert_eq!(page.path, format!("/s/{ELM}/office/sign-in/code"));
    assert_eq!(browser.cookie(SESSION), None, "not before the second step");
    let page = browser.submit(&page.form("/sign-in/code").with("code", &teacher.code(&setup.installation)));
    assert_eq!(page.path, format!("/s/{ELM}/office"));
    assert!(page.text().contains("Ottoline Vance"));
    assert_eq!(page.answer.header("cache-control"), "no-store");
    let trail = setup.trail(ELM);
    assert!(matches!(trail.last().unwrap().event, AuditEvent::SignedIn));
    assert_eq!(trail.last().unwrap().by, records::Asker::Staff(teacher.id.clone(), Role::Teacher));
}

#[test]
fn the_session_cookie_says_nothing_about_anybody() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let browser = setup.signed_in(&teacher);
    for name in browser.cookies() {
        let value = browser.cookie(&name).unwrap();
        for word in ["ottoline", "vance", ELM, "teacher", teacher.id.as_str()] {
            assert!(!value.to_lowercase().contains(word), "{name}");
        }
    }
}

#[test]
fn who_wanted_a_page_before_signing_in_comes_to_it_afterwards() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.browser();
    let page = browser.open(&format!("/s/{ELM}/office/account?done=sessions"));
    assert_eq!(page.path, format!("/s/{ELM}/office/sign-in"));
    let page = setup.sign_in(&mut browser, &teacher);
    assert_eq!(page.path, format!("/s/{ELM}/office/account"), "the path, without its query");
    let page = setup.sign_in(&mut browser, &teacher);
    assert_eq!(page.path, format!("/s/{ELM}/office"), "once");
}

#[test]
fn a_wrong_passphrase_and_an_unknown_address_are_told_the_same() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let invited = setup.installation.list_employee(ELM, "Percival Moat", &[Role::Office]);
    let elsewhere = setup.installation.employ(ASH, "Sidony Ferrar", &[Role::Head]);
    let mut said = Vec::new();
    // So that no try has to sweep away what expired before it.
    while block_on(setup.installation.records.sweep(20)).unwrap().more {}
    for (e_mail, passphrase) in [
        (teacher.e_mail.as_str(), "three umbrellas in a thimble"),
        ("nobody@example.org", teacher.passphrase),
        (invited.e_mail.as_str(), teacher.passphrase),
        (elsewhere.e_mail.as_str(), teacher.passphrase),
    ] {
        let mut browser = Browser::from_place(&setup.application, said.len() as u16);
        let page = browser.open(&format!("/s/{ELM}/office/sign-in"));
        let form = page.form("/office/sign-in").with("email", e_mail).with("passphrase", passphrase);
        let mark = setup.installation.store.mark();
        let answer = browser.submit_once(&form);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(e_mail), "what was typed is kept");
        assert!(!answer.body.contains(passphrase), "but not the passphrase");
        assert_eq!(browser.cookie("__Host-sg-staff-halfway"), None);
        let writes = setup.installation.store.writes_since(mark).len();
        let token = form.value("form-token").unwrap().to_owned();
        let fresh = Browser::new(&setup.application).open(&format!("/s/{ELM}/office/sign-in"));
        assert!(!fresh.text().contains(&token));
        let summary = testkit::Page::new(String::new(), answer).texts(".error-summary, [role=alert]").join(" ");
        said.push((summary, writes));
    }
    assert!(said.iter().all(|one| *one == said[0]), "{said:?}");
    // The trail names whom somebody tried to be, where there is such a person.
    let failed = setup.trail(ELM).into_iter().filter(|entry| matches!(&entry.event, AuditEvent::SignInFailed { .. }));
    assert_eq!(failed.count(), 2);
}

#[test]
fn an_address_is_taken_however_it_is_written() {
    let setup = Setup::new();
    let mut teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    teacher.e_mail = "  Ottoline@Elm-Street.EXAMPLE.org ".to_owned();
    assert_eq!(setup.sign_in(&mut setup.browser(), &teacher).path, format!("/s/{ELM}/office"));
}

#[test]
fn a_code_counts_once_and_only_in_its_time() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let code = teacher.code(&setup.installation);
    let mut browser = setup.browser();
    let page = setup.passphrase(&mut browser, &teacher);
    browser.submit(&page.form("/sign-in/code").with("code", &code));
    // Somebody who looked over the shoulder, and knows the passphrase.
    let mut stranger = setup.browser();
    let form = setup.passphrase(&mut stranger, &teacher).form("/sign-in/code");
    let answer = stranger.submit_once(&form.clone().with("code", &code));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(stranger.cookie(SESSION), None);
    // The step before and the one after count, once each; others do not.
    for (seconds, taken) in [(-60, false), (60, false), (90, false), (-30, true), (30, true)] {
        let mut browser = stranger.clone();
        let code = teacher.code_in(&setup.installation, seconds);
        let answer = browser.submit_once(&form.clone().with("code", &code));
        assert_eq!(answer.status == StatusCode::SEE_OTHER, taken, "{seconds}");
        let mut again = setup.browser();
        let form = setup.passphrase(&mut again, &teacher).form("/sign-in/code");
        let answer = again.submit_once(&form.with("code", &code));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{seconds}, a second time");
        setup.wait(SignedDuration::from_mins(15));
        setup.passphrase(&mut stranger, &teacher);
    }
}

#[test]
fn a_double_tap_signs_in_once() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.browser();
    let page = setup.passphrase(&mut browser, &teacher);
    let form = page.form("/sign-in/code").with("code", &teacher.code(&setup.installation));
    let mut twin = browser.clone();
    assert_eq!(browser.submit_once(&form).status, StatusCode::SEE_OTHER);
    assert_eq!(twin.submit_once(&form).status, StatusCode::SEE_OTHER);
    let page = twin.open(&format!("/s/{ELM}/office/account"));
    assert_eq!(page.texts("#sessions").len(), 1);
    assert_eq!(page.texts("tbody tr").len(), 1, "one session");
    let signed_in = setup.trail(ELM).into_iter().filter(|entry| matches!(entry.event, AuditEvent::SignedIn));
    assert_eq!(signed_in.count(), 1);
}

#[test]
fn a_recovery_code_signs_in_once_instead_of_a_telephone() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let recovery = |code: &str| {
        let mut browser = setup.browser();
        let page = setup.passphrase(&mut browser, &teacher);
        let form = page.forms().into_iter().find(|form| form.names().contains(&"recovery")).unwrap();
        let answer = browser.submit_once(&form.with("recovery", code));
        (browser, answer)
    };
    let typed = teacher.recovery_codes[3].to_lowercase().replace('-', " ");
    let (mut browser, answer) = recovery(&typed);
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = browser.open(&format!("/s/{ELM}/office/account"));
    assert!(page.text().contains("7 recovery codes left"));
    for wrong in [teacher.recovery_codes[3].as_str(), "0000-0000-0000-0000", "K7PM", ""] {
        let (browser, answer) = recovery(wrong);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert_eq!(browser.cookie(SESSION), None);
    }
    let other = setup.employ("Percival Moat", &[Role::Office]);
    let (_, answer) = recovery(&other.recovery_codes[0]);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "another person's");
}

#[test]
fn the_second_step_waits_ten_minutes_and_no_longer() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.browser();
    let form = setup.passphrase(&mut browser, &teacher).form("/sign-in/code");
    setup.wait(SignedDuration::from_secs(601));
    let mark = setup.installation.store.mark();
    let answer = browser.submit_once(&form.with("code", &teacher.code(&setup.installation)));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(browser.open(&format!("/s/{ELM}/office/sign-in/code")).path, format!("/s/{ELM}/office/sign-in"));
}

#[test]
fn who_signs_out_is_out_in_every_tab_and_back_shows_nothing() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.signed_in(&teacher);
    let mut copied = browser.clone();
    let page = browser.open(&format!("/s/{ELM}/office"));
    let page = browser.submit(&page.form("/office/sign-out"));
    assert_eq!(page.path, format!("/s/{ELM}/office/sign-out"));
    assert_eq!(browser.cookie(SESSION), None);
    assert_eq!(copied.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
    let answer = copied.submit_once(&Form::made_up(&format!("/s/{ELM}/office/account/sessions"), &[]));
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.body.contains(&format!("/s/{ELM}/office/sign-in")), "and is led to where staff sign in");
}

#[test]
fn signing_in_anew_never_goes_on_with_an_old_session() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.signed_in(&teacher);
    let mut old = browser.clone();
    setup.sign_in(&mut browser, &teacher);
    assert_ne!(browser.cookie(SESSION), old.cookie(SESSION));
    assert_eq!(old.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
    let sessions = block_on(setup.installation.records.staff_sessions(&school(ELM), &teacher.id).read()).unwrap();
    assert_eq!(sessions.len(), 3, "begun, begun, ended");
}

#[test]
fn who_does_nothing_for_half_an_hour_is_signed_out() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.signed_in(&teacher);
    setup.wait(SignedDuration::from_mins(29));
    assert_eq!(browser.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office"));
    setup.wait(SignedDuration::from_mins(31));
    assert_eq!(browser.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
}

#[test]
fn a_session_opens_one_school_only() {
    let setup = Setup::new();
    let head = setup.employ("Ottoline Vance", &[Role::Head]);
    let mut browser = setup.signed_in(&head);
    assert_eq!(browser.open(&format!("/s/{ASH}/office")).path, format!("/s/{ASH}/office/sign-in"));
    // Nor does a parent's, nor a spoilt one.
    let mut parent = setup.browser();
    parent.set_cookie(SESSION, ODALYS.name.len().to_string().as_str());
    assert_eq!(parent.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
}

/// Tries a wrong passphrase as often as it is let.
fn guess(setup: &Setup, browser: &mut Browser, e_mail: &str) -> u32 {
    let page = browser.open(&format!("/s/{ELM}/office/sign-in"));
    let form = page.form("/office/sign-in").with("email", e_mail).with("passphrase", "not the one it is");
    for tries in 0..100 {
        let mark = setup.installation.store.mark();
        let answer = browser.submit_once(&form);
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            assert!(!answer.header("retry-after").is_empty());
            assert!(setup.installation.store.writes_since(mark).len() <= 3, "at most the source was counted");
            return tries;
        }
    }
    unreachable!("guessing is never slowed down")
}

#[test]
fn a_stranger_who_guesses_slows_strangers_down_and_not_the_teacher() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut desk = setup.signed_in(&teacher);
    // From many places, so that only the account counts.
    let mut tries = 0;
    for place in 1..=3 {
        tries += guess(&setup, &mut Browser::from_place(&setup.application, place), &teacher.e_mail);
    }
    assert_eq!(tries, 9, "ten, with her own first one in a browser that was new then");
    // At her own desk she notices nothing.
    let page = setup.sign_in(&mut desk, &teacher);
    assert_eq!(page.path, format!("/s/{ELM}/office"));
    // At a colleague's desk she waits, for minutes.
    let mut elsewhere = Browser::from_place(&setup.application, 9);
    assert_eq!(setup.passphrase(&mut elsewhere, &teacher).status(), StatusCode::TOO_MANY_REQUESTS);
    setup.wait(SignedDuration::from_mins(12));
    assert_eq!(setup.sign_in(&mut elsewhere, &teacher).path, format!("/s/{ELM}/office"));
}

#[test]
fn an_unknown_address_slows_down_as_a_known_one_does() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let known = guess(&setup, &mut Browser::from_place(&setup.application, 1), &teacher.e_mail);
    let unknown = guess(&setup, &mut Browser::from_place(&setup.application, 2), "nobody@example.org");
    assert_eq!(known, unknown);
}

/// Tries a wrong passphrase at this many addresses, from one network; which of them were refused.
fn guess_around(setup: &Setup, tries: std::ops::Range<u32>) -> Vec<u32> {
    let mut browser = setup.browser();
    let page = browser.open(&format!("/s/{ELM}/office/sign-in"));
    let form = page.form("/office/sign-in").with("passphrase", "not the one it is");
    let refused = |number: &u32| {
        let answer = browser.submit_once(&form.clone().with("email", &format!("n{number}@example.org")));
        answer.status == StatusCode::TOO_MANY_REQUESTS
    };
    tries.filter(refused).collect()
}

#[test]
fn a_network_that_tries_many_addresses_is_slowed_down_and_nobody_at_a_known_desk_notices() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let colleague = setup.employ("Percival Moat", &[Role::Office]);
    let mut desk = setup.signed_in(&teacher);
    pauses();
    assert_eq!(guess_around(&setup, 0..60), [0; 0]);
    assert_eq!(pauses(), [], "what a staff room comes to");
    assert_eq!(guess_around(&setup, 60..90), [0; 0], "slower, and not refused");
    let slowed: Vec<u64> = pauses().iter().map(std::time::Duration::as_secs).collect();
    assert_eq!((slowed[0], slowed[29], slowed.len()), (1, 5, 30));
    // She is at her own desk in the same network; her colleague is at a new one, and waits some seconds.
    let page = setup.sign_in(&mut desk, &teacher);
    assert_eq!((page.path, pauses().len()), (format!("/s/{ELM}/office"), 0));
    let mut new = setup.browser();
    assert_eq!(setup.sign_in(&mut new, &colleague).path, format!("/s/{ELM}/office"));
    assert_eq!(pauses().len(), 1);
    // Another school of the same town notices nothing.
    let elsewhere = setup.installation.employ(ASH, "Sidony Ferrar", &[Role::Head]);
    assert_eq!(setup.sign_in(&mut setup.browser(), &elsewhere).path, format!("/s/{ASH}/office"));
    assert_eq!(pauses(), []);
}

#[test]
fn what_no_staff_room_comes_to_is_refused_but_not_at_a_known_desk() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut desk = setup.signed_in(&teacher);
    // The window's tries as 590 addresses make them, without the passphrases' hashes.
    let records = &setup.installation.records;
    let mut browser = setup.browser();
    let page = browser.open(&format!("/s/{ELM}/office/sign-in"));
    let form = page.form("/office/sign-in").with("email", "n@example.org").with("passphrase", "not the one it is");
    let mark = setup.installation.store.mark();
    browser.submit_once(&form);
    let calls = setup.installation.store.calls_since(mark);
    let source =
        calls.iter().find(|call| call.key.contains("/limit/staff-source/") && call.operation.is_write()).unwrap();
    setup.installation.store.tamper(&source.key, Some(u64::to_le_bytes(700).to_vec()));
    let mark = setup.installation.store.mark();
    let answer = browser.submit_once(&form);
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), 0);
    assert_eq!(setup.sign_in(&mut desk, &teacher).path, format!("/s/{ELM}/office"));
    assert!(block_on(records.audit(&school(ELM)).head()).unwrap() < 5);
}

#[test]
fn signing_out_everywhere_else_makes_every_other_browser_a_strangers() {
    for by in ["others", "passphrase"] {
        let setup = Setup::new();
        let mut teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
        let mut lost = setup.signed_in(&teacher);
        let mut desk = setup.signed_in(&teacher);
        if by == "others" {
            let page = desk.open(&format!("/s/{ELM}/office/account"));
            let others = page.forms().into_iter().find(|form| form.value("session") == Some("others")).unwrap();
            desk.submit(&others);
        } else {
            let new = "nine patient lighthouses";
            let page = desk.open(&format!("/s/{ELM}/office/account/passphrase"));
            let form = page.form("/account/passphrase").with("passphrase", teacher.passphrase);
            desk.submit(&form.with("new", new).with("again", new));
            teacher.passphrase = new;
        }
        setup.wait(SignedDuration::from_mins(15));
        // Whoever has the lost browser has ten tries like any stranger, and takes none from the desk.
        assert_eq!(guess(&setup, &mut lost, &teacher.e_mail), 10, "{by}");
        assert_eq!(setup.sign_in(&mut desk, &teacher).path, format!("/s/{ELM}/office"), "{by}");
    }
}

#[test]
fn a_whole_school_signs_in_from_one_address_at_half_past_eight() {
    let setup = Setup::new();
    let staff: Vec<Employee> =
        (0..65).map(|number| setup.employ(&format!("Ottoline{number} Vance"), &[Role::Teacher])).collect();
    setup.wait_for_a_code();
    for (number, employee) in staff.iter().enumerate() {
        let mut browser = setup.browser();
        let page = setup.passphrase(&mut browser, employee);
        let page = browser.submit(&page.form("/sign-in/code").with("code", &employee.code(&setup.installation)));
        assert_eq!(page.path, format!("/s/{ELM}/office"), "number {number}");
    }
}

#[test]
fn who_has_an_account_gets_no_more_guesses_at_others_by_it() {
    let setup = Setup::new();
    let own = setup.employ("Ottoline Vance", &[Role::Teacher]);
    for number in 0..70 {
        if number % 8 == 0 {
            setup.passphrase(&mut setup.browser(), &own);
        }
        guess_around(&setup, number..number + 1);
    }
    // The ten tries after the first sixty, and one of her own among them.
    assert_eq!(pauses().len(), 11);
}

#[test]
fn codes_are_not_guessed_for_long() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let guess = |place: u16| {
        let mut browser = Browser::from_place(&setup.application, place);
        let page = setup.passphrase(&mut browser, &teacher);
        if page.status() == StatusCode::TOO_MANY_REQUESTS {
            return 0;
        }
        let form = page.form("/sign-in/code");
        let tries = (0..100).position(|_| {
            let answer = browser.submit_once(&form.clone().with("code", "000000"));
            answer.status == StatusCode::TOO_MANY_REQUESTS
        });
        tries.unwrap()
    };
    assert_eq!(guess(1), 6);
    let mut day = 6;
    for round in 0..20 {
        setup.wait(SignedDuration::from_mins(13));
        day += guess(round + 2);
    }
    assert_eq!(day, 20, "in a day, from wherever");
}

#[test]
fn a_half_finished_sign_in_ends_with_the_account() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.browser();
    let form = setup.passphrase(&mut browser, &teacher).form("/sign-in/code");
    setup.installation.invite_employee(&teacher, true);
    let answer = browser.submit_once(&form.with("code", &teacher.code(&setup.installation)));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.cookie(SESSION), None);
}

#[test]
fn while_the_store_is_down_nobody_is_let_in() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut browser = setup.signed_in(&teacher);
    setup.installation.store.stop_at_step(0);
    let answer = browser.send(Method::GET, &format!("/s/{ELM}/office/account"), None, &[]);
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!answer.body.contains("Ottoline"));
}
