//! Requests that are not done.

use http::Method;
use testkit::installation::ELM;

use crate::harness::{CHECK, CLEAN, Setup, TOKEN, header, refused};

#[test]
fn nobody_gets_in_without_the_school_s_own_token() {
    let setup = Setup::new();
    let bearer = format!("Bearer {TOKEN}");
    let wrong = ["Bearer wrong", "Bearer ", "Basic dXNlcjp3b3Jk", TOKEN, ""];
    for path in [CHECK, CLEAN] {
        for header_value in wrong {
            let mark = setup.installation.store.mark();
            let response = setup.raw(Method::POST, path, &[("authorization", header_value)], b"Jocasta Overbrook");
            assert_eq!(refused(&response), (401, "token-needed".to_owned()), "{header_value}");
            assert_eq!(header(&response, "www-authenticate"), "Bearer");
            assert!(setup.installation.store.writes_since(mark).is_empty());
        }
    }
    let other = setup.raw(Method::POST, "/s/ash-grove/check/api/v1", &[("authorization", &bearer)], b"x");
    assert_eq!(refused(&other), (401, "token-needed".to_owned()));
    let none = setup.raw(Method::POST, "/s/no-such-school/check/api/v1", &[("authorization", &bearer)], b"x");
    assert_eq!(refused(&none), (404, "not-found".to_owned()));
}

#[test]
fn a_token_that_was_ended_opens_nothing() {
    let setup = Setup::new();
    let (records, school) = (&setup.installation.records, ELM.parse().unwrap());
    let id = school_types::OperationId::from_bytes([1; school_types::OperationId::BYTES]);
    futures::executor::block_on(records.end_token(&school, &id)).unwrap();
    assert_eq!(refused(&setup.post(CHECK, "text/plain", &[], b"x")).0, 401);
}

#[test]
fn parameters_that_cannot_be_read_are_named() {
    let setup = Setup::new();
    let long = "a".repeat(256);
    for (query, code) in [
        ("purpose=billboard", "unknown-purpose"),
        ("purpose=web", "unknown-purpose"),
        ("purpose=website&purpose=local-press", "duplicated"),
        ("filename=a.txt&filename=b.txt", "duplicated"),
        ("filename=a%0Ab.txt", "bad-file-name"),
        (format!("filename={long}").as_str(), "bad-file-name"),
    ] {
        let response = setup.post(&format!("{CHECK}?{query}"), "text/plain", &[], b"x");
        assert_eq!(refused(&response), (400, code.to_owned()), "{query}");
    }
    assert_eq!(setup.post(&format!("{CHECK}?purpose=&filename="), "text/plain", &[], b"x").status(), 200);
}

#[test]
fn forms_and_packed_bodies_are_not_taken_for_files() {
    let setup = Setup::new();
    for kind in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text", "text/", "a b/c"] {
        let response = setup.post(CHECK, kind, &[], b"x");
        assert_eq!(refused(&response), (415, "unsupported-content-type".to_owned()), "{kind}");
    }
    let packed = setup.post(CHECK, "text/plain", &[("content-encoding", "gzip")], b"x");
    assert_eq!(refused(&packed).0, 415);
    assert_eq!(header(&packed, "accept-encoding"), "identity");
    assert_eq!(setup.post(CHECK, "text/plain", &[("content-encoding", "identity")], b"x").status(), 200);
    assert_eq!(refused(&setup.post(CHECK, "text/plain", &[("content-type", "text/html")], b"x")).0, 415);
}

#[test]
fn another_method_is_told_which_one_it_takes() {
    let setup = Setup::new();
    for (method, path, allow) in [(Method::GET, CHECK, "POST"), (Method::PUT, CLEAN, "POST")] {
        let response = setup.raw(method, path, &[], b"");
        assert_eq!(refused(&response), (405, "method-not-allowed".to_owned()));
        assert_eq!(header(&response, "allow"), allow);
    }
    assert_eq!(refused(&setup.raw(Method::POST, "/s/elm-street/check/api/v2", &[], b"")).0, 404);
}

#[test]
fn a_body_over_twenty_megabytes_is_refused_however_it_comes() {
    let setup = Setup::new();
    let large = vec![b'a'; (20 << 20) + 1];
    let response = setup.post(CHECK, "text/plain", &[], &large);
    assert_eq!(refused(&response), (413, "too-large".to_owned()));
    static MEGABYTE: [u8; 1 << 20] = [b'a'; 1 << 20];
    let portions = (0..21).map(|_| Ok(MEGABYTE.as_slice())).collect();
    assert_eq!(refused(&setup.stream(&[("content-type", "text/plain")], portions)).0, 413);
    let announced = [("content-type", "text/plain"), ("content-length", "99999999999")];
    assert_eq!(refused(&setup.stream(&announced, Vec::new())).0, 413);
}

#[test]
fn a_body_that_broke_off_is_not_checked_in_part() {
    let setup = Setup::new();
    let portions = vec![Ok(b"Well done".as_slice()), Err(std::io::Error::other("gone"))];
    let response = setup.stream(&[("content-type", "text/plain")], portions);
    assert_eq!(refused(&response), (400, "cut-short".to_owned()));
}

#[test]
fn a_store_that_is_down_is_said_and_nothing_is_called_clear() {
    let setup = Setup::new();
    // The settings, the token and the list: at each of them the store may be out.
    for step in 0..3 {
        setup.installation.store.fail_at_step(step);
        let response = setup.post(CHECK, "text/plain", &[], b"x");
        if setup.installation.store.restart() {
            assert_eq!(refused(&response).0, 503, "at step {step}");
        }
    }
}

#[test]
fn refusals_quote_nothing_of_what_was_sent() {
    let setup = Setup::new();
    for path in [format!("{CHECK}?purpose=planted"), format!("{CHECK}?filename=planted%0A")] {
        let response = setup.post(&path, "text/plain", &[], b"planted");
        assert!(!String::from_utf8_lossy(response.body()).contains("planted"));
    }
}
