//! What each token may do, route by route.

use std::collections::BTreeSet;

use futures::executor::block_on;
use http::{Method, StatusCode};
use office::routes::routes;
use records::{ApiTokens, TokenEvent, TokenScope};
use school_types::{OperationId, Role};
use testkit::{
    Answer,
    installation::{ELM, school},
};
use web::Access;

use crate::{
    bringing::{CONTACTS, PUPILS},
    harness::Setup,
};

/// Every route of a school's API with what a token for it must have been made for. A route that is not here fails the test.
const NEEDED: [(&str, TokenScope); 3] = [
    ("api-pupils", TokenScope::PupilsAndContacts),
    ("api-contacts", TokenScope::PupilsAndContacts),
    ("api-staff", TokenScope::Staff),
];

fn token(setup: &Setup, scopes: &BTreeSet<TokenScope>) -> String {
    let token = format!("{:?}", vault::random::<16>().unwrap());
    let operation = OperationId::from_bytes(vault::random().unwrap());
    block_on(setup.installation.records.allow_token(&school(ELM), &token, "A program", scopes, &operation)).unwrap();
    token
}

fn send(setup: &Setup, method: &Method, path: &str, token: &str, body: &str) -> Answer {
    let bearer = format!("Bearer {token}");
    let body = Some(("text/csv", body.to_owned().into()));
    setup.browser().send(method.clone(), path, body, &[("authorization", &bearer)])
}

#[test]
fn a_token_does_what_it_was_made_for_and_nothing_else() {
    let setup = Setup::new();
    let of_school = |route: &web::Route<_>| route.access == Access::Token && route.pattern.contains("{school}");
    let routes: Vec<_> = routes().into_iter().filter(of_school).collect();
    assert_eq!(routes.len(), NEEDED.len());
    // Every set of scopes there is.
    for chosen in 0..1_u8 << TokenScope::ALL.len() {
        let scopes = TokenScope::ALL.into_iter().enumerate().filter(|(bit, _)| chosen >> bit & 1 == 1);
        let scopes: BTreeSet<TokenScope> = scopes.map(|(_, scope)| scope).collect();
        let token = token(&setup, &scopes);
        for route in &routes {
            let (_, needed) = NEEDED.iter().find(|(name, _)| *name == route.name).unwrap();
            let path = route.address(|_| ELM.to_owned());
            let mark = setup.installation.store.mark();
            let answer = send(&setup, &route.method, &path, &token, "nonsense");
            let what = format!("{} with {scopes:?}: {}", route.name, answer.body);
            if scopes.contains(needed) {
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
            } else {
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}");
                assert!(answer.body.contains("\"code\":\"token-scope\""), "{what}");
                let says = format!("Bearer error=\"insufficient_scope\", scope=\"{needed}\"");
                assert_eq!(answer.header("www-authenticate"), says);
            }
            assert_eq!(setup.installation.store.writes_since(mark), [], "{what}");
            assert_eq!(setup.letters().len(), 0, "{what}");
        }
    }
}

#[test]
fn whoever_may_not_send_lists_learns_of_no_pupils_number() {
    let setup = Setup::new();
    let token = token(&setup, &[TokenScope::Check, TokenScope::Staff].into());
    let path = format!("/s/{ELM}/office/api/v1/contacts");
    let known = send(&setup, &Method::PUT, &path, &token, CONTACTS);
    let unknown = send(&setup, &Method::PUT, &path, &token, &CONTACTS.replace("Wilhelmina,", "Zebedee,"));
    let unreadable = send(&setup, &Method::PUT, &path, &token, "");
    assert_eq!(known.status, StatusCode::FORBIDDEN);
    assert_eq!((&known.body, known.status), (&unknown.body, unknown.status));
    assert_eq!((&known.body, known.status), (&unreadable.body, unreadable.status));
}

#[test]
fn a_program_gives_and_takes_none_of_the_four_roles_of_an_administrator() {
    let setup = Setup::new();
    let token = token(&setup, &[TokenScope::Staff].into());
    let head = setup.installation.list_employee(ELM, "Ottoline Vance", &[Role::Head]);
    let path = format!("/s/{ELM}/office/api/v1/staff");
    let row =
        |id: &str, name: &str, role: &str, email: &str| format!("id,name,role,email\r\n{id},{name},{role},{email}\r\n");
    for role in ["safeguarding-lead", "head", "chair", "administrator"] {
        let mark = setup.installation.store.mark();
        let answer =
            send(&setup, &Method::PUT, &path, &token, &row("77", "Percival Moat", role, "percival@moat.example.org"));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{role}: {}", answer.body);
        assert!(answer.body.contains("role-needs-administrator"), "{role}: {}", answer.body);
        assert_eq!(setup.installation.store.writes_since(mark), [], "{role}");
    }
    // Nor does it take the head's, nor move the head to another address.
    for (role, email) in [("teacher", head.e_mail.as_str()), ("head", "percival@moat.example.org")] {
        let mark = setup.installation.store.mark();
        let answer = send(&setup, &Method::PUT, &path, &token, &row(head.id.as_str(), "Ottoline Vance", role, email));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{role}: {}", answer.body);
        assert_eq!(setup.installation.store.writes_since(mark), [], "{role}");
    }
    let teacher = row("78", "Percival Moat", "teacher", "percival@moat.example.org");
    let answer = send(&setup, &Method::PUT, &path, &token, &teacher);
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let records = &setup.installation.records;
    let account = block_on(records.staff_account(&school(ELM), &head.id)).unwrap();
    assert_eq!(account.present().unwrap().roles, [Role::Head], "a list without the head closes no account of theirs");
}

#[test]
fn a_token_made_before_tokens_had_scopes_sends_no_list_and_the_administrator_is_told() {
    let setup = Setup::new();
    let records = &setup.installation.records;
    // As it was written then: an event without scopes, and the time as the value.
    let mut made = serde_json::json!({ "made": { "label": "Our own system", "found_by": "00".repeat(32) } });
    let event: TokenEvent = serde_json::from_value(made.take()).unwrap();
    let stream = records.api_tokens(&school(ELM));
    block_on(stream.append(&event, None)).unwrap();
    let listed = block_on(stream.fold::<ApiTokens>()).unwrap().value.0;
    assert!(listed.values().all(|token| token.is_old && token.scopes == BTreeSet::from([TokenScope::Check])));
    let mut administrator = setup.with_role(Role::Administrator);
    let home = administrator.open(&format!("/s/{ELM}/office"));
    assert!(home.text().contains("1 token can only check now"), "{}", home.text());
    let page = administrator.open(&home.link("/settings/tokens"));
    assert!(page.text().contains("1 token can only check now") && page.text().contains("Check before publishing"));
    let mut office = setup.with_role(Role::Office);
    assert!(!office.open(&format!("/s/{ELM}/office")).text().contains("can only check"));
    // Without one there is nothing to say.
    block_on(stream.append(&TokenEvent::Ended(listed.keys().next().unwrap().clone()), None)).unwrap();
    let token = token(&setup, &[TokenScope::PupilsAndContacts].into());
    assert!(!administrator.open(&format!("/s/{ELM}/office")).text().contains("can only check"));
    let path = format!("/s/{ELM}/office/api/v1/pupils");
    assert_eq!(send(&setup, &Method::PUT, &path, &token, PUPILS).status, StatusCode::OK);
}
