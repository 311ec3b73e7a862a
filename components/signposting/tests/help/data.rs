//! The answer as data.

use http::Method;
use serde_json::{Value, json};
use signpost_rules::{Audience, Situation};

use crate::harness::Setup;

fn get(setup: &Setup, query: &str) -> (u16, String, Value) {
    let response = setup.raw(Method::GET, &format!("/s/elm-street/help/api/v1?{query}"), &[]);
    let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
    assert_eq!(response.headers()["cache-control"], "no-store");
    // A language asked for by name is remembered, as on every page.
    assert_eq!(response.headers().contains_key("set-cookie"), query.contains("lang="), "{query}");
    (response.status().as_u16(), kind, serde_json::from_slice(response.body()).unwrap())
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn a_program_gets_what_the_readme_promises() {
    let setup = Setup::new();
    for audience in Audience::ALL {
        for situation in Situation::ALL {
            let query = format!("situation={situation}&audience={audience}&at=2026-12-25T03:00");
            let (status, kind, answer) = get(&setup, &query);
            assert_eq!((status, kind.as_str()), (200, "application/json"), "{query}");
            assert_eq!(
                keys(&answer),
                ["age", "answers", "at", "audience", "first", "language", "nation", "situation", "title"]
            );
            assert_eq!(answer["at"], "2026-12-25T03:00");
            assert_eq!(
                (&answer["situation"], &answer["audience"]),
                (&json!(situation.as_str()), &json!(audience.as_str()))
            );
            let places = answer["answers"].as_array().unwrap();
            let open =
                |place: &Value| ["answering", "takes-messages"].contains(&place["opening"]["state"].as_str().unwrap());
            assert!(places.iter().any(open), "{query}: nobody is open");
            for place in places {
                assert_sound_place(place, places, open);
            }
        }
    }
}

fn assert_sound_place(place: &Value, places: &[Value], open: impl Fn(&Value) -> bool) {
    assert_eq!(
        keys(place),
        [
            "ages",
            "anonymity",
            "cautions",
            "cost",
            "id",
            "instead",
            "name",
            "not_for",
            "opening",
            "purpose",
            "rank",
            "reasons",
            "ways"
        ]
    );
    let states = ["answering", "takes-messages", "unknown", "closed"];
    let is_one_of = |value: &Value, words: &[&str]| words.contains(&value.as_str().unwrap());
    assert!(is_one_of(&place["rank"], &["emergency", "first", "also"]));
    assert!(is_one_of(&place["anonymity"], &["anonymous", "optional", "unless-at-risk", "named", "not-said"]));
    for reason in place["reasons"].as_array().unwrap() {
        assert_eq!(keys(reason), ["code", "sentence"]);
    }
    for way in place["ways"].as_array().unwrap() {
        assert_eq!(keys(way), ["href", "kind", "label", "opening", "value"]);
        assert!(is_one_of(&way["kind"], &["phone", "relay", "text", "email", "web"]));
        assert!(is_one_of(&way["opening"]["state"], &states));
    }
    for caution in place["cautions"].as_array().unwrap() {
        let fields = keys(caution);
        assert!(fields == ["kind", "text"] || fields == ["date", "kind"], "{caution}");
    }
    match place["instead"].as_u64() {
        Some(other) => assert!(!open(place) && open(&places[usize::try_from(other).unwrap()])),
        None => assert!(open(place), "{place}"),
    }
}

#[test]
fn a_moment_and_an_age_and_a_language_are_taken() {
    let setup = Setup::new();
    let (_, _, summer) = get(&setup, "situation=scam&audience=parent&at=2026-07-03T16:05:00Z");
    assert_eq!(summer["at"], "2026-07-03T17:05");
    let (_, _, now) = get(&setup, "situation=talk&audience=11-18&age=12&lang=en");
    assert_eq!((&now["at"], &now["age"], &now["language"]), (&json!("2026-11-24T10:00"), &json!(12), &json!("en")));
    let mut browser = setup.browser();
    browser.speak(school_types::Language::Cy);
    let welsh = browser.send(Method::GET, "/s/elm-street/help/api/v1?situation=talk&audience=11-18", None, &[]);
    assert!(welsh.body.contains(r#""language":"cy""#));
}

#[test]
fn a_parameter_that_cannot_be_read_is_named() {
    let setup = Setup::new();
    for (query, field, code) in [
        ("", "situation", "missing"),
        ("audience=parent", "situation", "missing"),
        ("situation=talk", "audience", "missing"),
        ("situation=nothing&audience=parent", "situation", "not-a-choice"),
        ("situation=talk&situation=hurt&audience=parent", "situation", "duplicated"),
        ("situation=talk&audience=Parent", "audience", "not-a-choice"),
        ("situation=talk&audience=11-18&age=10", "age", "not-a-choice"),
        ("situation=talk&audience=parent&age=40", "age", "not-a-choice"),
        ("situation=talk&audience=11-18&age=256", "age", "not-a-choice"),
        ("situation=talk&audience=11-18&age=12&age=13", "age", "duplicated"),
        ("situation=talk&audience=parent&at=tomorrow", "at", "not-a-choice"),
        ("situation=talk&audience=parent&at=2026-13-01T10:00", "at", "not-a-choice"),
        ("situation=talk&audience=parent&at=2026-12-01", "at", "not-a-choice"),
    ] {
        let (status, kind, problem) = get(&setup, query);
        assert_eq!((status, kind.as_str()), (400, "application/problem+json"), "{query}");
        assert_eq!(keys(&problem), ["code", "detail", "field", "status", "title", "type"]);
        assert_eq!((&problem["field"], &problem["code"]), (&json!(field), &json!(code)), "{query}");
        assert!(problem["detail"].as_str().unwrap().contains(field));
        assert_eq!(problem["status"], 400);
    }
}

#[test]
fn what_a_stranger_sends_is_not_sent_back() {
    let setup = Setup::new();
    let (_, _, problem) = get(&setup, "situation=planted&audience=planted");
    assert!(!problem.to_string().contains("planted"));
}
