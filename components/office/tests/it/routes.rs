//! Every route of the office, asked for by nobody, by everybody in each role, and by somebody of another school. The list of
//! routes is the component's own: a route cannot be added without being walked here.

use std::collections::BTreeSet;

use http::{Method, StatusCode};
use office::routes::{Action, routes};
use school_types::{OperationId, Role};
use testkit::{
    Answer, Browser, Employee, Form,
    installation::{ASH, ELM, ODALYS, WILHELMINA, school},
};
use web::{Access, Route};

use crate::harness::Setup;

/// Programs are told in a word why not.
const AS_A_PROGRAM: (&str, &str) = ("accept", "application/json");

/// Routes where the school's profile says which of the roles may: the others look only.
const PROFILE_DECIDES: [&str; 2] = ["purpose", "purpose-state"];

/// What stands in the holes of addresses.
fn fill(setup: &Setup, employee: &Employee, hole: &str) -> String {
    let installation = &setup.installation;
    match hole {
        "school" => ELM.to_owned(),
        "staff" => employee.id.to_string(),
        "child" => installation.child(ELM, &WILHELMINA).to_string(),
        "contact" => installation.contact(ELM, &ODALYS).to_string(),
        "class" => installation.records.class_id(&school(ELM), "5K").to_string(),
        "list" => "pupils".to_owned(),
        "purpose" => "displays".to_owned(),
        "kind" => "new".to_owned(),
        "number" => "1".to_owned(),
        "draft" | "operation" | "token" => OperationId::from_bytes([7; 15]).to_string(),
        other => unreachable!("what stands in the hole {other} of an address?"),
    }
}

/// Asks as a program with a browser's cookies would: a form holds nothing but a token that is good in this session.
fn ask(browser: &mut Browser, route: &Route<Action>, address: &str, token: &str) -> Answer {
    if route.method == Method::GET {
        return browser.send(Method::GET, address, None, &[AS_A_PROGRAM]);
    }
    let form = Form::made_up(address, &[("form-token", token)]);
    let body = ("application/x-www-form-urlencoded", form.encoded().into());
    browser.send(route.method.clone(), address, Some(body), &[AS_A_PROGRAM])
}

/// Why a program was refused.
fn code(answer: &Answer) -> &str {
    let after = answer.body.split("\"code\":\"").nth(1).unwrap_or_default();
    after.split('"').next().unwrap_or_default()
}

fn token(browser: &mut Browser, school: &str) -> String {
    let page = browser.open(&format!("/s/{school}/office"));
    page.form("/office/sign-out").value("form-token").unwrap().to_owned()
}

#[track_caller]
fn assert_refused(setup: &Setup, what: &str, answer: &Answer, mark: usize, status: StatusCode, why: &str) {
    assert_eq!((answer.status, code(answer)), (status, why), "{what}");
    assert_eq!(setup.installation.store.writes_since(mark), [], "{what} wrote");
    assert_eq!(setup.letters().len(), 0, "{what} sent a letter");
    assert!(!answer.body.contains("Wilhelmina"), "{what} tells of a child");
}

#[test]
fn every_role_is_let_in_where_its_route_says_so_and_nowhere_else() {
    let setup = Setup::new();
    let colleague = setup.employ("Percival Moat", &[Role::Governor]);
    for role in Role::ALL {
        let mut browser = setup.with_role(role);
        let token = token(&mut browser, ELM);
        for route in routes() {
            let Access::Staff(roles) = route.access else { continue };
            let address = route.address(|hole| fill(&setup, &colleague, hole));
            let what = format!("{role:?}: {} {address}", route.method);
            if roles.contains(&role) {
                // What it does, it does to a copy.
                let copy = setup.copy();
                let answer = ask(&mut browser.at(&copy.application), &route, &address, &token);
                assert!(!answer.status.is_server_error(), "{what}: {}", answer.status);
                let not_for_them = ["sign-in-needed", "wrong-person", "form-expired", "foreign-form"];
                let lets_in = !not_for_them.contains(&code(&answer));
                assert!(lets_in || PROFILE_DECIDES.contains(&route.name), "{what}: {}", code(&answer));
            } else {
                let mark = setup.installation.store.mark();
                let answer = ask(&mut browser.clone(), &route, &address, &token);
                assert_refused(&setup, &what, &answer, mark, StatusCode::FORBIDDEN, "wrong-person");
            }
        }
    }
}

#[test]
fn nobody_and_nobody_of_another_school_is_let_in_anywhere() {
    let setup = Setup::new();
    let colleague = setup.employ("Percival Moat", &[Role::Governor]);
    let elsewhere = setup.installation.employ(ASH, "Sidony Ferrar", &Role::ALL);
    let mut other = setup.signed_in(&elsewhere);
    let token = token(&mut other, ASH);
    let mut gone = setup.with_role(Role::Office);
    let page = gone.open(&format!("/s/{ELM}/office"));
    let left = gone.clone();
    gone.submit(&page.form("/office/sign-out"));
    for route in routes() {
        let address = route.address(|hole| fill(&setup, &colleague, hole));
        let people = [("nobody", setup.browser()), ("another school's", other.clone()), ("signed out", left.clone())];
        for (who, mut browser) in people {
            let what = format!("{who}: {} {address}", route.method);
            let mark = setup.installation.store.mark();
            let answer = ask(&mut browser, &route, &address, &token);
            match route.access {
                Access::Staff(_) => {
                    assert_refused(&setup, &what, &answer, mark, StatusCode::UNAUTHORIZED, "sign-in-needed");
                }
                Access::Token => assert_refused(&setup, &what, &answer, mark, StatusCode::UNAUTHORIZED, "token-needed"),
                _ => assert!(!answer.status.is_server_error(), "{what}: {}", answer.status),
            }
        }
    }
}

#[test]
fn a_browser_is_led_to_where_staff_sign_in() {
    let setup = Setup::new();
    let colleague = setup.employ("Percival Moat", &[Role::Governor]);
    for route in routes() {
        let Access::Staff(_) = route.access else { continue };
        let address = route.address(|hole| fill(&setup, &colleague, hole));
        let answer = match route.method {
            Method::GET => setup.browser().send(Method::GET, &address, None, &[]),
            _ => setup.browser().submit_once(&Form::made_up(&address, &[])),
        };
        if route.method == Method::GET {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}");
            assert_eq!(answer.header("location"), format!("/s/{ELM}/office/sign-in"), "{address}");
        } else {
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{address}");
            assert!(answer.body.contains(&format!("href=\"/s/{ELM}/office/sign-in\"")), "{address}");
        }
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[test]
fn a_form_without_this_sessions_token_does_nothing() {
    let setup = Setup::new();
    let colleague = setup.employ("Percival Moat", &[Role::Governor]);
    let everything = setup.employ("Ada Grindlay", &Role::ALL);
    let mut browser = setup.signed_in(&everything);
    let mut second = setup.signed_in(&everything);
    let other = token(&mut second, ELM);
    for route in routes().into_iter().filter(|route| route.method == Method::POST) {
        let Access::Staff(_) = route.access else { continue };
        let address = route.address(|hole| fill(&setup, &colleague, hole));
        for token in ["", "nonsense", other.as_str()] {
            let mark = setup.installation.store.mark();
            let answer = browser.submit_once(&Form::made_up(&address, &[("form-token", token)]));
            let refused = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND, StatusCode::UNSUPPORTED_MEDIA_TYPE];
            assert!(refused.contains(&answer.status), "{address}: {}", answer.status);
            assert_eq!(setup.installation.store.writes_since(mark), [], "{address} wrote");
        }
    }
}

#[test]
fn a_route_has_a_name_of_its_own_and_a_list_of_roles_that_is_not_empty() {
    let all = routes();
    let names: BTreeSet<_> = all.iter().map(|route| route.name).collect();
    assert_eq!(names.len(), all.len());
    for route in &all {
        match route.access {
            Access::Staff(roles) => assert!(!roles.is_empty(), "{}", route.name),
            Access::Anyone => {
                let is_way_in = ["/office/sign-in", "/office/sign-out", "/office/invitation"];
                assert!(is_way_in.iter().any(|way| route.pattern.contains(way)), "{} is open to anyone", route.name);
            }
            Access::Token => {}
            Access::Parent | Access::DemoOnly => unreachable!("{} is no route of the office", route.name),
        }
    }
}

#[test]
fn other_methods_are_refused() {
    let setup = Setup::new();
    let colleague = setup.employ("Percival Moat", &[Role::Governor]);
    let mut browser = setup.signed_in(&setup.employ("Ada Grindlay", &Role::ALL));
    for route in routes() {
        let address = route.address(|hole| fill(&setup, &colleague, hole));
        for method in [Method::DELETE, Method::PATCH, Method::OPTIONS] {
            let mark = setup.installation.store.mark();
            let answer = browser.clone().send(method, &address, None, &[]);
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{address}");
            assert!(answer.header("allow").contains(route.method.as_str()), "{address}");
            assert_eq!(setup.installation.store.writes_since(mark), []);
        }
    }
    let _ = browser.open(&format!("/s/{ELM}/office"));
}

#[test]
fn administrators_see_no_decisions_and_governors_no_names() {
    let seen_by = |role: Role| -> BTreeSet<&'static str> {
        let lets_in = |route: &Route<Action>| matches!(route.access, Access::Staff(roles) if roles.contains(&role));
        routes().iter().filter(|route| lets_in(route)).map(|route| route.name).collect()
    };
    for hidden in ["class", "class-sheet", "outstanding", "record", "decide", "flag", "erase"] {
        assert!(!seen_by(Role::Administrator).contains(hidden), "{hidden}");
        assert!(!seen_by(Role::Governor).contains(hidden), "{hidden}");
    }
    for role in [Role::Governor, Role::Chair, Role::Teacher, Role::Editor, Role::CoOrdinator] {
        for hidden in ["children", "pupil", "people", "staff", "audit", "settings"] {
            assert!(!seen_by(role).contains(hidden), "{role:?} {hidden}");
        }
    }
    let flag = routes().into_iter().find(|route| route.name == "flag").unwrap();
    assert_eq!(flag.access, Access::Staff(&[Role::SafeguardingLead]));
}

/// `GET /s/{school}/office/audit: SafeguardingLead, Head, Administrator`.
fn written(route: &Route<Action>) -> String {
    let who = match route.access {
        Access::Staff(roles) if roles.len() == Role::ALL.len() => "everybody of staff".to_owned(),
        Access::Staff(roles) => {
            let names: Vec<_> =
                Role::ALL.iter().filter(|role| roles.contains(role)).map(|r| format!("{r:?}")).collect();
            names.join(", ")
        }
        Access::Token => "a program with a token".to_owned(),
        _ => "anyone".to_owned(),
    };
    format!("{} {}: {who}\n", route.pattern.trim_start_matches("/s/{school}"), route.method)
}

#[test]
fn who_may_do_what_is_as_a_person_has_read_it() {
    let lines: BTreeSet<_> = routes().iter().map(written).collect();
    let found: String = lines.into_iter().collect();
    assert_eq!(found, include_str!("who-may.txt"), "read what changed, and write it into who-may.txt");
}

#[test]
fn who_may_not_is_led_back_into_the_office_and_told_whom_to_ask() {
    let setup = Setup::new();
    let mut teacher = setup.with_role(Role::Teacher);
    let page = teacher.open(&format!("/s/{ELM}/office/people"));
    assert_eq!(page.status(), StatusCode::FORBIDDEN);
    let buttons = page.attributes("main a.button", "href");
    assert_eq!(buttons, [format!("/s/{ELM}/office")]);
    assert!(page.text().contains("ask an administrator at your school"));
    assert!(page.text().contains("Teacher Thistlethwaite"), "it is plain who is signed in");
    assert!(!page.text().contains("family"));
    // Still signed in, and where the way on leads there is something to see.
    assert_eq!(teacher.open(&buttons[0]).status(), StatusCode::OK);
    let nowhere = teacher.open(&format!("/s/{ELM}/office/classes/0123456789abcdef/sheet"));
    assert_eq!(nowhere.attributes("main a.button", "href"), [format!("/s/{ELM}/office")]);
    let welsh = teacher.open(&format!("/s/{ELM}/office/people?lang=cy"));
    assert!(welsh.text().contains("gofynnwch i weinyddwr yn eich ysgol"));
}

#[test]
fn who_was_signed_out_while_typing_is_led_to_where_staff_sign_in() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = office.open(&format!("/s/{ELM}/office/children")).form("/office/children");
    setup.wait(jiff::SignedDuration::from_hours(9));
    let answer = office.submit(&form.with("name", "Quill"));
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(answer.attributes("main a.button", "href"), [format!("/s/{ELM}/office/sign-in")]);
    assert!(!answer.text().contains("family"));
}
