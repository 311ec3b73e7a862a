//! Every route, in every kind of installation; and what none of them takes.

use std::collections::BTreeSet;

use bytes::Bytes;
use front_door::routes::ROUTES;
use http::{Method, StatusCode};
use testkit::installation::ELM;

use crate::harness::{DEMONSTRATING_BY_POST, DEMONSTRATION, IN_EARNEST, Setup};

/// What a route answers: in a demonstration, in one that sends letters, in earnest.
const EXPECTED: &[(&str, [u16; 3])] = &[
    ("school", [200, 200, 200]),
    ("school-without-slash", [303, 303, 303]),
    ("look", [200, 200, 200]),
    ("crest", [200, 200, 200]),
    ("privacy", [200, 200, 200]),
    ("accessibility", [200, 200, 200]),
    ("health", [200, 200, 200]),
    ("schools", [200, 404, 404]),
    ("outbox", [200, 404, 404]),
    ("outbox-json", [200, 404, 404]),
];

fn fill(hole: &str) -> String {
    assert_eq!(hole, "school");
    ELM.to_owned()
}

#[test]
fn every_route_is_there_where_it_should_be() {
    let names: BTreeSet<_> = ROUTES.iter().map(|route| route.name).collect();
    assert_eq!(names, EXPECTED.iter().map(|(name, _)| *name).collect());
    for (place, settings) in [DEMONSTRATION, DEMONSTRATING_BY_POST, IN_EARNEST].into_iter().enumerate() {
        let setup = Setup::with(settings);
        for route in ROUTES {
            let (_, expected) = EXPECTED.iter().find(|(name, _)| *name == route.name).unwrap();
            let address = route.address(fill);
            let mark = setup.installation.store.mark();
            let get = setup.browser().send(Method::GET, &address, None, &[]);
            assert_eq!(get.status.as_u16(), expected[place], "{address} {settings:?}");
            let head = setup.browser().send(Method::HEAD, &address, None, &[]);
            assert_eq!((head.status, head.body.as_str()), (get.status, ""), "{address}");
            assert_eq!(setup.installation.store.writes_since(mark), [], "{address}");
        }
    }
}

#[test]
fn nothing_is_sent_here() {
    let setup = Setup::new();
    for route in ROUTES {
        let address = route.address(fill);
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
            for size in [0, 1, 1024] {
                let body = ("application/x-www-form-urlencoded", Bytes::from(vec![b'a'; size]));
                let mark = setup.installation.store.mark();
                let answer = setup.browser().send(method.clone(), &address, Some(body), &[]);
                assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {address}");
                assert_eq!(answer.header("allow"), "GET, HEAD");
                assert_eq!(setup.installation.store.writes_since(mark), []);
            }
        }
        let body = ("text/plain", Bytes::from(vec![b'a'; 5 << 20]));
        let answer = setup.browser().send(Method::POST, &address, Some(body), &[]);
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{address}, whatever is sent there");
    }
}

#[test]
fn an_address_that_names_nothing_leads_nowhere() {
    let setup = Setup::new();
    let long = format!("/s/{}/", "a".repeat(300));
    let query = format!("/s/{ELM}/?x={}", "a".repeat(5000));
    for (path, expected) in [
        ("/s/", 404),
        ("/s/yew-lane/", 404),
        ("/s/yew-lane", 404),
        ("/s/yew-lane/look.css", 404),
        ("/s/ELM-STREET/", 404),
        ("/s/elm-street/nothing", 404),
        ("/s/%3Cscript%3E/", 404),
        ("/s/..%2Felm-street/", 404),
        ("/s/%E2%80%AE/crest.svg", 404),
        ("/health/", 404),
        ("/dev", 404),
        ("/dev/outbox.txt", 404),
        ("//", 404),
        ("//evil.example.org/", 404),
        ("///evil.example.org", 404),
        ("/s/%00/", 400),
        ("/s/%ff/", 400),
        ("/s/%/", 400),
        (&long, 400),
        (&query, 400),
    ] {
        let mark = setup.installation.store.mark();
        let page = setup.browser().open(path);
        assert_eq!(page.status().as_u16(), expected, "{path}");
        assert!(!page.answer.body.contains("<script>") && page.texts("h1").len() == 1);
        assert_eq!(setup.installation.store.writes_since(mark), []);
        if expected == 404 {
            let json = setup.browser().send(Method::GET, path, None, &[("accept", "application/json")]);
            assert_eq!(json.header("content-type"), "application/problem+json", "{path}");
        }
    }
}
