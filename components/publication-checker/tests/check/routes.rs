//! Every route, asked by everybody; and the manifest that lets requests in.

use std::collections::BTreeSet;

use futures::executor::block_on;
use http::Method;
use publication_checker::routes::ROUTES;
use records::TokenScope;
use school_types::OperationId;
use testkit::{assert_spin_sends, manifest};
use toml::Value;
use web::Access;

use crate::harness::{Setup, TOKEN};

#[test]
fn every_route_answers_those_it_is_for_and_nobody_else() {
    let setup = Setup::new();
    let right = format!("Bearer {TOKEN}");
    for route in ROUTES {
        assert_eq!(route.access, Access::Token, "{}", route.name);
        let address = route.address(|_| "elm-street".to_owned());
        for header in [None, Some("Bearer wrong"), Some(TOKEN), Some("Bearer ")] {
            let headers: Vec<_> = header.map(|value| ("authorization", value)).into_iter().collect();
            let response = setup.raw(route.method.clone(), &address, &headers, b"x");
            assert_eq!(response.status(), 401, "{} with {header:?}", route.name);
        }
        let response = setup.raw(route.method.clone(), &address, &[("authorization", &right)], b"x");
        assert_eq!(response.status(), 200, "{}", route.name);
        let elsewhere = route.address(|_| "ash-grove".to_owned());
        let response = setup.raw(route.method.clone(), &elsewhere, &[("authorization", &right)], b"x");
        assert_eq!(response.status(), 401, "{}", route.name);
        let other = if route.method == Method::GET { Method::POST } else { Method::GET };
        assert_eq!(setup.raw(other, &address, &[], b"").status(), 405, "{}", route.name);
    }
}

#[test]
fn a_token_for_other_things_checks_nothing() {
    let setup = Setup::new();
    let school = "elm-street".parse().unwrap();
    let every: BTreeSet<TokenScope> = TokenScope::ALL.into();
    for (number, without) in [None, Some(TokenScope::Check)].into_iter().enumerate() {
        let scopes = every.iter().copied().filter(|scope| Some(*scope) != without).collect();
        let (token, operation) = (format!("token {number}"), OperationId::from_bytes([number as u8 + 9; 15]));
        block_on(setup.installation.records.allow_token(&school, &token, "A program", &scopes, &operation)).unwrap();
        for route in ROUTES {
            let mark = setup.installation.store.mark();
            let address = route.address(|_| "elm-street".to_owned());
            let bearer = format!("Bearer {token}");
            let response = setup.raw(route.method.clone(), &address, &[("authorization", &bearer)], b"x");
            let expected = if without.is_some() { 403 } else { 200 };
            assert_eq!(response.status(), expected, "{} without {without:?}", route.name);
            assert_eq!(setup.installation.store.writes_since(mark), []);
        }
    }
}

#[test]
fn spin_sends_every_route_here() {
    assert_spin_sends("publication-checker", ROUTES.iter().map(|route| route.pattern));
}

#[test]
fn it_can_call_nobody_and_its_rules_are_given_nothing() {
    let manifest = manifest();
    let component = &manifest["component"]["publication-checker"];
    assert!(component.get("allowed_outbound_hosts").is_none());
    let given: BTreeSet<&str> = component["variables"].as_table().unwrap().keys().map(String::as_str).collect();
    assert_eq!(given, BTreeSet::from(["keyring"]));
    let rules = &component["dependencies"]["schoolgate:publication/rules@0.1.0"];
    let asked: Vec<&str> = rules.as_table().unwrap().keys().map(String::as_str).collect();
    assert_eq!((asked, rules["path"].as_str()), (vec!["path"], Some("target/components/publication-rules.wasm")));
    assert!(!matches!(component["key_value_stores"], Value::String(_)));
}
