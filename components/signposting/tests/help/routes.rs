//! Every route, asked by everybody; and the manifest that lets requests in and out.

use std::collections::BTreeSet;

use http::Method;
use signpost_rules::{Content, WayKind};
use signposting::routes::ROUTES;
use testkit::{assert_spin_sends, manifest};
use toml::Value;
use web::Access;

use crate::harness::{Setup, TOKEN};

#[test]
fn every_route_answers_those_it_is_for_and_nobody_else() {
    let setup = Setup::new();
    let wrong = [None, Some("Bearer wrong"), Some("Basic dXNlcjp3b3Jk"), Some(TOKEN), Some("Bearer ")];
    for route in ROUTES {
        let address = route.address(|_| "elm-street".to_owned());
        for header in wrong {
            let mark = setup.installation.store.mark();
            let headers: Vec<_> = header.map(|value| ("authorization", value)).into_iter().collect();
            let response = setup.raw(route.method.clone(), &address, &headers);
            match route.access {
                // The data needs its parameters.
                Access::Anyone => assert!([200, 400].contains(&response.status().as_u16()), "{}", route.name),
                Access::Token => assert_eq!(response.status(), 401, "{} with {header:?}", route.name),
                other => unreachable!("a test for {other:?}"),
            }
            assert!(setup.installation.store.writes_since(mark).is_empty(), "{} wrote something", route.name);
        }
        let other = if route.method == Method::GET { Method::POST } else { Method::GET };
        assert_eq!(setup.raw(other, &address, &[]).status(), 405, "{}", route.name);
    }
}

#[test]
fn a_school_that_is_none_has_no_pages() {
    let setup = Setup::new();
    for route in ROUTES.iter().filter(|route| route.holes().next().is_some()) {
        let response = setup.raw(route.method.clone(), &route.address(|_| "no-such-school".to_owned()), &[]);
        assert_eq!(response.status(), 404, "{}", route.name);
    }
}

#[test]
fn a_store_that_is_down_is_said_and_nothing_is_invented() {
    let setup = Setup::new();
    setup.installation.store.fail_next(1000);
    for route in ROUTES.iter().filter(|route| route.holes().next().is_some()) {
        let response = setup.raw(route.method.clone(), &route.address(|_| "elm-street".to_owned()), &[]);
        assert_eq!(response.status(), 503, "{}", route.name);
    }
}

#[test]
fn spin_sends_every_route_here() {
    assert_spin_sends("signposting", ROUTES.iter().map(|route| route.pattern));
}

#[test]
fn the_check_of_links_may_ask_the_hosts_of_the_services_and_no_others() {
    let services = Content::shipped().services.iter().flat_map(|service| service.ways);
    let pages = services.filter(|way| way.contact.kind() == WayKind::Web).map(|way| way.contact.value());
    let hosts: BTreeSet<String> = pages
        .map(|page| format!("https://{}", page.trim_start_matches("https://").split('/').next().unwrap()))
        .collect();
    let manifest = manifest();
    let component = &manifest["component"]["signposting"];
    let listed = component["allowed_outbound_hosts"].as_array().unwrap().iter().filter_map(Value::as_str);
    assert_eq!(listed.map(str::to_owned).collect::<BTreeSet<_>>(), hosts);
}
