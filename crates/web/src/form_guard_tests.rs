use proptest::prelude::*;
use vault::MasterKey;

use super::*;
use crate::test::{request, vault};

const OWN: &str = "https://gate.example.org";
const PARENT: &[u8; 16] = &[1; 16];

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn morning() -> Timestamp {
    at("2026-09-01T08:00:00Z")
}

fn carrying(token: &str) -> Fields {
    [(FormGuard::FIELD, token)].into_iter().collect()
}

/// What a form carrying `token` is answered, sent by `holder` at `now` with these headers.
fn sent(token: &str, holder: &[u8; 16], now: Timestamp, headers: &[(&str, &str)]) -> Result<(), Refusal> {
    let vault = vault(1);
    FormGuard::new(&vault, holder, now).check(&request("POST", "/", headers), &carrying(token), OWN)
}

fn issued() -> String {
    FormGuard::new(&vault(1), PARENT, morning()).issue()
}

#[test]
fn a_parent_with_two_tabs_open_can_send_both_forms() {
    let first = issued();
    let second = FormGuard::new(&vault(1), PARENT, at("2026-09-01T08:30:00Z")).issue();
    assert_ne!(first, second);
    for token in [&second, &first, &first] {
        assert_eq!(sent(token, PARENT, at("2026-09-01T09:00:00Z"), &[]), Ok(()));
    }
}

#[test]
fn a_form_left_open_overnight_has_expired() {
    assert_eq!(sent(&issued(), PARENT, at("2026-09-01T20:00:00Z"), &[]), Ok(()));
    assert_eq!(sent(&issued(), PARENT, at("2026-09-01T20:00:01Z"), &[]), Err(Refusal::FormExpired));
    assert_eq!(sent(&issued(), PARENT, at("2026-09-01T07:55:00Z"), &[]), Ok(()));
    assert_eq!(sent(&issued(), PARENT, at("2026-09-01T07:54:59Z"), &[]), Err(Refusal::FormExpired));
}

#[test]
fn a_token_is_good_for_its_own_holder_under_its_own_key_only() {
    assert_eq!(sent(&issued(), &[2; 16], morning(), &[]), Err(Refusal::FormExpired));
    let elsewhere = FormGuard::new(&vault(2), PARENT, morning()).issue();
    assert_eq!(sent(&elsewhere, PARENT, morning(), &[]), Err(Refusal::FormExpired));
}

#[test]
fn a_form_without_exactly_one_token_has_expired() {
    let vault = vault(1);
    let guard = FormGuard::new(&vault, PARENT, morning());
    let token = guard.issue();
    let twice: Fields = [(FormGuard::FIELD, token.clone()), (FormGuard::FIELD, token)].into_iter().collect();
    for fields in [Fields::default(), carrying(""), twice] {
        assert_eq!(guard.check(&request("POST", "/", &[]), &fields, OWN), Err(Refusal::FormExpired));
    }
}

#[test]
fn a_form_sent_by_another_site_is_refused_even_with_a_good_token() {
    for headers in [
        [("sec-fetch-site", "cross-site")],
        [("sec-fetch-site", "same-site")],
        [("origin", "https://evil.example.org")],
        [("origin", "http://gate.example.org")],
        [("origin", "https://gate.example.org.evil.example")],
    ] {
        assert_eq!(sent(&issued(), PARENT, morning(), &headers), Err(Refusal::ForeignForm), "{headers:?}");
    }
}

#[test]
fn a_form_sent_by_our_own_page_is_taken_from_every_browser() {
    for headers in [
        &[("sec-fetch-site", "same-origin"), ("origin", "null")][..],
        &[("sec-fetch-site", "none")],
        &[("origin", OWN)],
        &[("origin", "null")],
        &[],
    ] {
        assert_eq!(sent(&issued(), PARENT, morning(), headers), Ok(()), "{headers:?}");
    }
}

#[test]
fn a_page_shown_before_the_key_was_changed_is_still_good() {
    let keys = |byte| MasterKey::from_bytes([byte; 32]);
    let changing = Vault::new(keys(2), Some(keys(1)));
    let guard = FormGuard::new(&changing, PARENT, morning());
    assert_eq!(guard.check(&request("POST", "/", &[]), &carrying(&issued()), OWN), Ok(()));
}

#[test]
fn a_visit_keeps_its_id_from_page_to_page() {
    let begun = Visit::of(&request("GET", "/", &[])).unwrap();
    let set = begun.cookie().unwrap().unwrap();
    let pair = set.header().to_str().unwrap().split(';').next().unwrap().to_owned();
    let next = Visit::of(&request("GET", "/", &[("cookie", &pair)])).unwrap();
    assert_eq!(next.id(), begun.id());
    assert_eq!(next.cookie().unwrap(), None);
}

#[test]
fn a_visit_that_was_tampered_with_begins_again() {
    for cookie in [
        "__Host-sg-visit=",
        "__Host-sg-visit=AAAA",
        "__Host-sg-visit=!!!!!!!!!!!!!!!!!!!!!!",
        "sg-visit=AAAAAAAAAAAAAAAAAAAAAA",
    ] {
        assert!(
            Visit::of(&request("GET", "/", &[("cookie", cookie)])).unwrap().cookie().unwrap().is_some(),
            "{cookie}"
        );
    }
}

proptest! {
    #[test]
    fn no_token_made_up_is_good(token in "[A-Za-z0-9_-]{0,60}") {
        prop_assert_eq!(sent(&token, PARENT, morning(), &[]), Err(Refusal::FormExpired));
    }

    #[test]
    fn no_token_changed_in_one_place_is_good(place in 0usize..54, to in "[A-Za-z0-9_-]") {
        let mut token = issued();
        prop_assume!(token.get(place..=place) != Some(to.as_str()) && place < token.len());
        token.replace_range(place..=place, &to);
        prop_assert_eq!(sent(&token, PARENT, morning(), &[]), Err(Refusal::FormExpired));
    }
}
