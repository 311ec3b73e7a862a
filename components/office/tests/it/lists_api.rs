//! Lists brought by programs.

use futures::executor::block_on;
use http::{Method, StatusCode};
use office::LARGEST_REQUEST;
use records::{Asker, AuditEvent, TokenScope};
use school_types::OperationId;
use serde_json::{Value, json};
use testkit::{
    Answer,
    installation::{ASH, ELM, JOCASTA, school},
};

use crate::{
    bringing::{CONTACTS, PUPILS},
    harness::Setup,
};

const TOKEN: &str = "elm-street-token-that-is-long-enough";

fn setup() -> Setup {
    let setup = Setup::new();
    let records = &setup.installation.records;
    for (slug, token) in [(ELM, TOKEN), (ASH, "ash-grove-token-that-is-long-enough")] {
        let operation = OperationId::from_bytes([3; 15]);
        block_on(records.allow_token(
            &school(slug),
            token,
            "The school's own system",
            &TokenScope::ALL.into(),
            &operation,
        ))
        .unwrap();
    }
    setup
}

fn put_with(setup: &Setup, list: &str, kind: &str, body: &[u8], headers: &[(&str, &str)]) -> Answer {
    let path = format!("/s/{ELM}/office/api/v1/{list}");
    setup.browser().send(Method::PUT, &path, Some((kind, body.to_vec().into())), headers)
}

fn put(setup: &Setup, list: &str, kind: &str, body: &[u8]) -> (StatusCode, Value) {
    let bearer = format!("Bearer {TOKEN}");
    let answer = put_with(setup, list, kind, body, &[("authorization", &bearer)]);
    let kind = if answer.status == StatusCode::OK { "application/json" } else { "application/problem+json" };
    assert_eq!(answer.header("content-type"), kind, "{}", answer.body);
    (answer.status, serde_json::from_str(&answer.body).unwrap())
}

fn counts(added: u32, changed: u32, moved: u32, left: u32, returned: u32, unchanged: u32) -> Value {
    json!({ "added": added, "changed": changed, "moved": moved, "left": left, "returned": returned,
            "unchanged": unchanged, "rejected": [] })
}

#[test]
fn a_program_brings_every_list_as_a_file_or_as_objects() {
    let setup = setup();
    let file = PUPILS.to_owned() + "77,Ada,King,4,4K\r\n";
    assert_eq!(
        put(&setup, "pupils", "text/csv; charset=utf-8", file.as_bytes()),
        (StatusCode::OK, counts(1, 0, 0, 0, 0, 4))
    );
    assert_eq!(put(&setup, "pupils", "text/csv", file.as_bytes()), (StatusCode::OK, counts(0, 0, 0, 0, 0, 5)));
    let objects: Vec<Value> = file
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            json!({ "id": cells[0], "forename": cells[1], "surname": cells[2], "year_group": cells[3], "class": cells[4],
                    "preferred_forename": null })
        })
        .collect();
    let body = serde_json::to_vec(&objects).unwrap();
    assert_eq!(put(&setup, "pupils", "application/json", &body), (StatusCode::OK, counts(0, 0, 0, 0, 0, 5)));
    let contacts = CONTACTS.to_owned() + "77,Ruth King,mother,Y,ruth@king.example.org\r\n";
    assert_eq!(put(&setup, "contacts", "text/csv", contacts.as_bytes()), (StatusCode::OK, counts(1, 0, 0, 0, 0, 4)));
    assert_eq!(setup.whose("ruth@king.example.org").len(), 1);
    let staff = json!([{ "id": 7, "name": "Ivy Holm", "role": ["office", "teacher"], "email": "ivy@elm.example.org" }]);
    assert_eq!(
        put(&setup, "staff", "application/json", staff.to_string().as_bytes()),
        (StatusCode::OK, counts(1, 0, 0, 0, 0, 0))
    );
    let trail = setup.trail(ELM);
    let imported: Vec<&Asker> = trail
        .iter()
        .filter(|entry| matches!(entry.event, AuditEvent::Imported { .. }))
        .map(|entry| &entry.by)
        .collect();
    assert_eq!(imported, [&Asker::task("lists api"); 3]);
}

#[test]
fn a_list_with_a_row_that_cannot_be_taken_changes_nothing_and_every_row_is_told() {
    let setup = setup();
    let mark = setup.installation.store.mark();
    let file = PUPILS.replace("5,5K", "fifth,6K") + "77,,King,4,\r\n";
    let (status, problem) = put(&setup, "pupils", "text/csv", file.as_bytes());
    assert_eq!((status, problem["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("rows-rejected")));
    let told: Vec<Value> = problem["rejected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| json!([row["line"], row["column"], row["code"]]))
        .collect();
    assert_eq!(
        told,
        [json!([2, "year_group", "year-group"]), json!([6, "forename", "missing"]), json!([6, "class", "missing"])]
    );
    for (kind, body, status, code) in [
        ("text/csv", &b"Forename\nAda\n"[..], StatusCode::UNPROCESSABLE_ENTITY, "unreadable-list"),
        ("application/pdf", b"%PDF", StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-content-type"),
        ("application/json", b"{\"id\":1}", StatusCode::BAD_REQUEST, "bad-json"),
        ("application/json", b"[{\"id\":1}, {\"id\":{}}]", StatusCode::BAD_REQUEST, "bad-json"),
        ("text/csv", &vec![b'a'; LARGEST_REQUEST + 1], StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
    ] {
        let (answered, problem) = put(&setup, "pupils", kind, body);
        assert_eq!((answered, problem["code"].as_str()), (status, Some(code)));
        let told = problem["detail"].as_str().unwrap();
        assert!(!told.contains("form ") && !told.contains("page"), "{told}");
    }
    let (_, problem) = put(&setup, "pupils", "application/json", b"[{\"id\":1}, [\"Ada\"], 3]");
    assert_eq!(problem["value"].as_u64(), Some(2));
    assert!(!problem.to_string().contains("Ada"), "an error quotes nobody's name");
    assert_eq!(setup.installation.store.writes_since(mark), []);
}

#[test]
fn a_program_is_never_answered_with_a_page() {
    let setup = setup();
    let large: bytes::Bytes = vec![b'a'; LARGEST_REQUEST + 1].into();
    for (method, path) in [
        (Method::POST, "/tasks/daily".to_owned()),
        (Method::POST, "/tasks/schools".to_owned()),
        (Method::GET, "/tasks/daily".to_owned()),
        (Method::POST, "/tasks/nothing".to_owned()),
        (Method::PUT, format!("/s/{ELM}/office/api/v1/pupils")),
        (Method::GET, format!("/s/{ELM}/office/api/v1/pupils")),
        (Method::PUT, format!("/s/{ELM}/office/api/v1/dinners")),
        (Method::PUT, "/s/nowhere/office/api/v1/pupils".to_owned()),
    ] {
        for headers in [&[][..], &[("accept", "text/html")]] {
            let answer = setup.browser().send(method.clone(), &path, Some(("text/csv", large.clone())), headers);
            assert!(answer.status.is_client_error(), "{method} {path}: {}", answer.status);
            assert_eq!(answer.header("content-type"), "application/problem+json", "{method} {path}");
            let problem: Value = serde_json::from_str(&answer.body).unwrap();
            assert_eq!(problem["status"].as_u64(), Some(u64::from(answer.status.as_u16())));
        }
    }
}

#[test]
fn the_list_is_the_whole_one_unless_it_is_said_to_be_a_part() {
    let setup = setup();
    let file = PUPILS.replace("Jocasta,Jocasta,Overbrook,3,3K\r\n", "");
    let mark = setup.installation.store.mark();
    let (status, problem) = put(&setup, "pupils", "text/csv", file.as_bytes());
    assert_eq!((status, problem["code"].as_str()), (StatusCode::CONFLICT, Some("many-leave")));
    assert_eq!(put(&setup, "pupils?leavers=perhaps", "text/csv", file.as_bytes()).0, StatusCode::BAD_REQUEST);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(put(&setup, "pupils?leavers=keep", "text/csv", file.as_bytes()).1, counts(0, 0, 0, 0, 0, 3));
    assert!(setup.held("Jocasta").left().is_none());
    assert_eq!(put(&setup, "pupils?leavers=confirm", "text/csv", file.as_bytes()).1, counts(0, 0, 0, 1, 0, 3));
    assert!(setup.held("Jocasta").left().is_some());
    assert_eq!(put(&setup, "pupils", "text/csv", PUPILS.as_bytes()).1, counts(0, 0, 0, 0, 1, 3));
}

#[test]
fn the_flag_follows_a_pupil_to_whom_a_program_gives_another_number() {
    for leavers in ["keep", "confirm"] {
        let setup = setup();
        setup.installation.flag(ELM, &JOCASTA, true);
        let file = PUPILS.replace("Jocasta,Jocasta", "J-2,Jocasta");
        for _ in 0..2 {
            assert_eq!(
                put(&setup, &format!("pupils?leavers={leavers}"), "text/csv", file.as_bytes()).0,
                StatusCode::OK
            );
            assert_eq!(setup.flags("J-2"), [true], "{leavers}");
        }
        // A namesake beside somebody who stays is somebody else.
        let both = format!("{file}J-3,Jocasta,Overbrook,3,3K\r\nJocasta,Jocasta,Overbrook,3,3K\r\n");
        assert_eq!(put(&setup, "pupils", "text/csv", both.as_bytes()).0, StatusCode::OK);
        assert_eq!(setup.flags("J-3"), Vec::<bool>::new(), "{leavers}");
    }
}

#[test]
fn a_program_without_this_schools_token_brings_nothing() {
    let setup = setup();
    let mark = setup.installation.store.mark();
    for bearer in ["", "Bearer ", "Bearer wrong", "Bearer ash-grove-token-that-is-long-enough", "Basic elm"] {
        let answer = put_with(&setup, "pupils", "text/csv", b"id\n", &[("authorization", bearer)]);
        assert_eq!(
            (answer.status, answer.header("www-authenticate")),
            (StatusCode::UNAUTHORIZED, "Bearer"),
            "{bearer}"
        );
    }
    assert_eq!(setup.installation.store.writes_since(mark), []);
}

#[test]
fn two_thousand_pupils_cost_one_write_of_two_each() {
    let setup = setup();
    let rows: String = (0..2_000).map(|n| format!("A{n},Ada{n},King,{},{}K\r\n", n % 7, n % 7)).collect();
    let file = format!("id,forename,surname,year_group,class\r\n{rows}");
    let mark = setup.installation.store.mark();
    assert_eq!(put(&setup, "pupils?leavers=keep", "text/csv", file.as_bytes()).1, counts(2_000, 0, 0, 0, 0, 0));
    let writes = setup.installation.store.writes_since(mark).len();
    assert!((4_000..4_060).contains(&writes), "{writes}");
    let mark = setup.installation.store.mark();
    assert_eq!(put(&setup, "pupils?leavers=keep", "text/csv", file.as_bytes()).1, counts(0, 0, 0, 0, 0, 2_000));
    let writes = setup.installation.store.writes_since(mark).len();
    assert!(writes < 12, "the same list again: {writes}");
}
