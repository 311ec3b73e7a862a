//! Every route, asked for by nobody, by a parent of the school and by a parent of another school.

use std::collections::BTreeSet;

use consent_portal::routes::ROUTES;
use http::{Method, StatusCode};
use testkit::{
    Browser, Form,
    installation::{ASH, CORWIN, ELM, ODALYS, PEREGRINE, WILHELMINA},
};
use web::Access;

use crate::harness::{Setup, references, yes};

/// What a route answers: to nobody, to a parent of the school, to a parent of another school.
const EXPECTED: &[(&str, [u16; 3])] = &[
    ("start", [200, 200, 200]),
    ("sign-in", [200, 200, 200]),
    ("send-code", [422, 422, 422]),
    // Nobody has asked for a code: on to where one asks.
    ("enter-code", [303, 303, 303]),
    ("try-code", [422, 422, 422]),
    ("enter-letter-code", [200, 200, 200]),
    ("try-letter-code", [422, 422, 422]),
    // Nobody shares the address: on to one's children. Where nobody is signed in, on to where one signs in.
    ("who-form", [303, 303, 303]),
    ("who", [401, 403, 401]),
    // Who is signed in signs out with the token of a page of theirs; nobody else has anything to end.
    ("sign-out", [303, 403, 403]),
    ("signed-out", [200, 200, 200]),
    ("children", [303, 200, 303]),
    ("begin-form", [303, 200, 303]),
    ("begin", [401, 422, 401]),
    ("question", [303, 200, 303]),
    ("answer", [401, 422, 401]),
    ("all-form", [303, 200, 303]),
    ("all", [401, 422, 401]),
    ("check", [303, 303, 303]),
    ("send", [401, 303, 401]),
    ("done", [303, 200, 303]),
    ("child", [303, 200, 303]),
    ("change-form", [303, 200, 303]),
    ("change", [401, 400, 401]),
    ("withdraw-form", [303, 200, 303]),
    ("withdraw", [401, 400, 401]),
    ("receipt", [303, 200, 303]),
    ("receipt-file", [303, 200, 303]),
    ("verify-form", [200, 200, 200]),
    ("verify", [422, 422, 422]),
    // For a scheduler that presents its token.
    ("letters", [401, 401, 401]),
];

/// The ids that stand in addresses: of a parent who has decided for one child and begun for another.
struct Ids {
    child: String,
    draft: String,
    operation: String,
    reference: String,
}

impl Ids {
    fn made(setup: &Setup, browser: &mut Browser) -> Self {
        let child = setup.installation.child(ELM, &WILHELMINA);
        let done = setup.decide(browser, ELM, child.as_str(), yes);
        let question = setup.begin(browser, ELM, setup.installation.child(ELM, &PEREGRINE).as_str());
        let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        Self {
            child: child.to_string(),
            draft: last(question.path.trim_end_matches("/1")),
            operation: last(&done.path),
            reference: references(&done).remove(0),
        }
    }

    fn fill(&self, hole: &str) -> String {
        match hole {
            "school" => ELM,
            "child" => &self.child,
            "draft" => &self.draft,
            "operation" => &self.operation,
            "reference" => &self.reference,
            "number" => "1",
            "purpose" => "displays",
            other => unreachable!("nothing is known of the hole {other}"),
        }
        .to_owned()
    }
}

/// A token for what this browser may send: of a signed-in page if there is one.
fn token(browser: &mut Browser, is_parents: bool) -> String {
    let path = if is_parents { format!("/s/{ELM}/consent/children") } else { format!("/s/{ELM}/receipts") };
    let page = browser.open(&path);
    page.forms().first().and_then(|form| form.value("form-token").map(str::to_owned)).unwrap_or_default()
}

#[test]
fn every_route_answers_each_kind_of_person_as_expected() {
    let setup = Setup::new();
    let mut parent = setup.signed_in(ELM, &ODALYS);
    let ids = Ids::made(&setup, &mut parent);
    let mut people = [setup.browser(), parent, setup.signed_in(ASH, &CORWIN)];

    for route in ROUTES {
        let expected = EXPECTED.iter().find(|(name, _)| *name == route.name);
        let (_, expected) = expected.unwrap_or_else(|| unreachable!("say who gets what from the route {}", route.name));
        let address = route.address(|hole| ids.fill(hole));
        for (person, expected) in people.iter_mut().zip(expected) {
            let mut browser = person.clone();
            let token = token(&mut browser, route.access == Access::Parent);
            let mark = setup.installation.store.mark();
            let answer = match route.method {
                Method::GET => browser.send(Method::GET, &address, None, &[]),
                _ => browser.submit_once(&Form::made_up(&address, &[("form-token", &token)])),
            };
            assert_eq!(answer.status.as_u16(), *expected, "{} {address}", route.name);
            assert_eq!(setup.installation.store.writes_since(mark), [], "{} wrote", route.name);
            if answer.status == StatusCode::SEE_OTHER && route.access == Access::Parent && *expected != 200 {
                let location = answer.header("location");
                assert!(location == format!("/s/{ELM}/sign-in") || location.contains(&ids.draft), "{location}");
            }
        }
    }
}

#[test]
fn a_route_is_expected_exactly_once_and_a_parents_route_gives_strangers_nothing() {
    let names: Vec<_> = ROUTES.iter().map(|route| route.name).collect();
    let expected: Vec<_> = EXPECTED.iter().map(|(name, _)| *name).collect();
    assert_eq!(BTreeSet::from_iter(&names), BTreeSet::from_iter(&expected));
    assert_eq!((names.len(), expected.len()), (ROUTES.len(), BTreeSet::from_iter(&expected).len()));
    for route in ROUTES.iter().filter(|route| route.access == Access::Parent) {
        let (_, [nobody, _, other]) = EXPECTED.iter().find(|(name, _)| *name == route.name).unwrap();
        let refused = if route.method == Method::GET { 303 } else { 401 };
        assert_eq!((*nobody, *other), (refused, refused), "{}", route.name);
    }
}

#[test]
fn head_is_answered_like_get_and_other_methods_are_refused() {
    let setup = Setup::new();
    let mut parent = setup.signed_in(ELM, &ODALYS);
    let ids = Ids::made(&setup, &mut parent);
    for route in ROUTES {
        let address = route.address(|hole| ids.fill(hole));
        if route.method == Method::GET {
            let get = parent.clone().send(Method::GET, &address, None, &[]);
            let head = parent.clone().send(Method::HEAD, &address, None, &[]);
            assert_eq!((head.status, head.body.as_str()), (get.status, ""), "{address}");
            assert_eq!(head.header("content-length"), get.body.len().to_string(), "{address}");
        }
        for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::TRACE] {
            let mark = setup.installation.store.mark();
            let answer = parent.clone().send(method, &address, None, &[]);
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{address}");
            assert!(answer.header("allow").contains(route.method.as_str()), "{address}: {}", answer.header("allow"));
            assert_eq!(setup.installation.store.writes_since(mark), []);
        }
    }
}

#[test]
fn at_a_school_that_is_not_here_nothing_is() {
    let setup = Setup::new();
    let mut parent = setup.signed_in(ELM, &ODALYS);
    let ids = Ids::made(&setup, &mut parent);
    let long = "a".repeat(41);
    for school in ["yew-lane", "UPPER", "_", "-", &long, "%00", "%2e%2e", "elm-street%2f", "%f0%9f%8c%b3"] {
        for route in ROUTES.iter().filter(|route| route.holes().any(|hole| hole == "school")) {
            let address = route.address(|hole| if hole == "school" { school.to_owned() } else { ids.fill(hole) });
            let mark = setup.installation.store.mark();
            let answer = parent.clone().send(route.method.clone(), &address, None, &[]);
            let expected = if school == "%00" { StatusCode::BAD_REQUEST } else { StatusCode::NOT_FOUND };
            assert_eq!(answer.status, expected, "{address}");
            assert_eq!(setup.installation.store.writes_since(mark), []);
        }
    }
}
