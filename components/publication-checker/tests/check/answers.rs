//! What is answered about a file.

use std::collections::BTreeSet;

use futures::executor::block_on;
use records::RollEvent;
use serde_json::Value;
use testkit::installation::{ELM, JOCASTA, WILHELMINA};

use crate::harness::{CHECK, Setup, header, json};

#[test]
fn a_pupil_s_full_name_stops_publication_and_the_answer_says_where_why_and_what_instead() {
    let answer = Setup::new().check("Well done, Jocasta Overbrook!");
    let members: Vec<&String> = answer.as_object().unwrap().keys().collect();
    assert_eq!(members.len(), 4, "{answer}");
    assert_eq!((&answer["verdict"], &answer["not_examined"]), (&"stop".into(), &Value::Array(vec![])));
    assert_eq!(answer["examined"][0], serde_json::json!({ "part": "body", "bytes": 29 }));
    let finding = &answer["findings"][0];
    let expected = serde_json::json!({
        "rule": "pupil-full-name", "severity": "stop", "part": "body", "start": 11, "end": 28, "page": null,
        "excerpt": "ell done, Jocasta Overbrook!", "message": "A pupil’s full name.", "fix": "Write “Jocasta” instead.",
        "policy": "The school’s policy on pupils’ names: 2.1 Managing the school website.",
    });
    assert_eq!(*finding, expected);
}

#[test]
fn the_members_come_in_the_order_they_are_documented_in() {
    let response = Setup::new().post(CHECK, "text/plain", &[], b"Well done, Jocasta Overbrook!");
    let text = String::from_utf8(response.body().to_vec()).unwrap();
    let at = |member: &str| text.find(&format!("\"{member}\":")).unwrap();
    let members = [
        "verdict",
        "examined",
        "not_examined",
        "findings",
        "rule",
        "severity",
        "part",
        "start",
        "end",
        "page",
        "excerpt",
        "message",
        "fix",
        "policy",
    ];
    // `part` stands in an examined entry first.
    let places: Vec<usize> = members.iter().filter(|member| **member != "part").map(|member| at(member)).collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn places_are_counted_in_scalar_values_whatever_stands_before() {
    let setup = Setup::new();
    for before in ["😀👩‍👩‍👧 ", "مرحبا ", "e\u{301} ", "\u{feff}", "— ", ""] {
        let answer = setup.check(&format!("{before}Wilhelmina Quillfeather won"));
        let start = before.chars().count();
        let finding = &answer["findings"][0];
        assert_eq!((&finding["start"], &finding["end"]), (&start.into(), &(start + 23).into()), "{before:?}");
    }
}

#[test]
fn an_excerpt_is_the_match_and_at_most_twenty_characters_more() {
    let setup = Setup::new();
    let text = "x ".repeat(200) + "Jocasta Overbrook" + &" y".repeat(200);
    for finding in setup.check(&text)["findings"].as_array().unwrap() {
        let found = finding["end"].as_u64().unwrap() - finding["start"].as_u64().unwrap();
        assert!(finding["excerpt"].as_str().unwrap().chars().count() as u64 <= found + 20);
    }
}

#[test]
fn the_language_is_the_one_the_program_asks_for() {
    let setup = Setup::new();
    let said = |accept: &str| {
        let headers = [("accept-language", accept)];
        let answer = json(&setup.post(CHECK, "text/plain", &headers, b"Jocasta Overbrook"));
        answer["findings"][0]["message"].as_str().unwrap().to_owned()
    };
    assert_eq!(said("cy"), "Enw llawn disgybl.");
    assert_eq!(said("cy-GB, en;q=0.5"), "Enw llawn disgybl.");
    assert_eq!(said("en"), "A pupil’s full name.");
    assert_eq!(said("fr"), "A pupil’s full name.");
}

#[test]
fn the_school_s_own_contacts_are_no_findings_and_other_schools_pupils_are_nobody() {
    let setup = Setup::new();
    let own = "Ring 01632 960000 or write to office@school.example.org. Emmerich came to visit.";
    assert_eq!(setup.check(own)["verdict"], "clear", "{}", setup.check(own));
    let other = setup.check("Thanks to Emmerich Fennimore.");
    assert_ne!(other["verdict"], "stop", "he is at another school: {other}");
}

#[test]
fn a_file_name_is_examined_too() {
    let setup = Setup::new();
    let path = format!("{CHECK}?filename=jocasta-overbrook.txt&purpose=website");
    let answer = json(&setup.post(&path, "text/plain", &[], b"Sports day"));
    let finding = &answer["findings"][0];
    assert_eq!((&finding["rule"], &finding["part"]), (&"name-in-file-name".into(), &"file name".into()));
    let of_the_school = json(&setup.post(&format!("{CHECK}?purpose=website-group"), "text/plain", &[], b"Hello"));
    assert_eq!(of_the_school["verdict"], "clear");
}

#[test]
fn what_cannot_be_read_is_said_and_never_clear() {
    let setup = Setup::new();
    for (kind, body) in [
        ("application/pdf", b"%PDF-1.4 broken".as_slice()),
        ("application/zip", b"PK\x03\x04 nothing"),
        ("video/mp4", b"not a video"),
        ("text/plain; charset=shift_jis", b"\x82\xa0"),
        ("image/jpeg", b"\xff\xd8\xff\xe0\xff"),
    ] {
        let answer = json(&setup.post(CHECK, kind, &[], body));
        assert_eq!(answer["verdict"], "not-examined", "{kind}: {answer}");
        let why = answer["not_examined"][0]["why"].as_str().unwrap();
        assert!(why.ends_with('.') && why.contains(' '), "{why}");
    }
}

#[test]
fn a_type_that_says_nothing_leaves_it_to_the_bytes() {
    let setup = Setup::new();
    let page = b"<!doctype html><p>Jocasta <b>Overbrook</b>";
    let headers = [("authorization", format!("Bearer {}", crate::harness::TOKEN))];
    let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for response in
        [setup.post(CHECK, "application/octet-stream", &[], page), setup.raw(http::Method::POST, CHECK, &headers, page)]
    {
        assert_eq!(json(&response)["findings"][0]["rule"], "pupil-full-name");
    }
}

#[test]
fn sarif_holds_what_its_schema_requires() {
    let setup = Setup::new();
    let path = format!("{CHECK}?filename=Year%204%2Fnews.txt");
    let response = setup.post(&path, "text/plain", &[("accept", "application/sarif+json")], b"Jocasta Overbrook");
    assert_eq!(header(&response, "content-type"), "application/sarif+json");
    let log = json(&response);
    assert_eq!((&log["version"], log["runs"].as_array().unwrap().len()), (&"2.1.0".into(), 1));
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert!(driver["name"].is_string());
    let rules: Vec<&str> =
        driver["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(rules.iter().collect::<BTreeSet<_>>().len(), rules.len());
    assert!(driver["rules"].as_array().unwrap().iter().all(|rule| rule["shortDescription"]["text"] != ""));
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let result = &run["results"][0];
    assert_eq!(rules[result["ruleIndex"].as_u64().unwrap() as usize], result["ruleId"]);
    assert!(["none", "note", "warning", "error"].contains(&result["level"].as_str().unwrap()));
    assert!(result["message"]["text"].is_string());
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "Year%204/news.txt");
    assert_eq!(place["region"], serde_json::json!({ "startLine": 1, "charOffset": 0, "charLength": 17 }));

    let unread = setup.post(CHECK, "application/pdf", &[("accept", "application/sarif+json")], b"%PDF-1.4");
    let invocation = &json(&unread)["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert!(invocation["toolExecutionNotifications"][0]["message"]["text"].is_string());
}

#[test]
fn a_school_without_a_pupil_list_is_never_told_that_all_is_clear() {
    let setup = Setup::new();
    let key = format!("{ELM}/publication/pupil-list/value");
    assert!(setup.installation.store.peek(&key).is_some());
    setup.installation.store.tamper(&key, None);
    let answer = setup.check("The fair is on Friday.");
    assert_eq!(
        (&answer["verdict"], &answer["not_examined"][0]["part"]),
        (&"not-examined".into(), &"pupil list".into())
    );
    // A stop is still a stop.
    assert_eq!(setup.check("Ring 07700 900123.")["verdict"], "stop");
}

#[test]
fn a_pupil_who_was_erased_is_not_known_any_more_and_a_renewal_under_way_is_told() {
    let setup = Setup::new();
    let (records, school) = (&setup.installation.records, ELM.parse().unwrap());
    let child = setup.installation.child(ELM, &WILHELMINA);
    block_on(records.roll(&school).append(&RollEvent::Erased(child), None)).unwrap();
    // The renewal counts itself and dies at its next step.
    setup.installation.store.stop_at_step(1);
    assert!(block_on(records.rebuild_pupil_list(&school)).is_err());
    setup.installation.store.restart();
    let answer = setup.check("Wilhelmina Quillfeather");
    assert_eq!((&answer["verdict"], &answer["not_examined"][0]["part"]), (&"stop".into(), &"pupil list".into()));
    block_on(records.rebuild_pupil_list(&school)).unwrap();
    let answer = setup.check("Wilhelmina Quillfeather");
    assert_ne!(answer["verdict"], "stop", "{answer}");
    assert_eq!(answer["not_examined"], serde_json::json!([]));
    assert_eq!(setup.check(&format!("{} {}", JOCASTA.forename, JOCASTA.surname))["verdict"], "stop");
}

#[test]
fn checking_reads_four_records_and_writes_none() {
    let setup = Setup::new();
    setup.check("Hello");
    let mark = setup.installation.store.mark();
    setup.check("Well done, Jocasta Overbrook!");
    let calls = setup.installation.store.calls_since(mark);
    assert!(setup.installation.store.writes_since(mark).is_empty());
    let people = calls.iter().filter(|call| call.key.contains("/people/")).count();
    assert_eq!(people, 0, "{calls:?}");
    assert!(calls.len() <= 6, "{calls:?}");
}
