//! Parents whom a program lists for pupils about whom something is recorded.

use futures::executor::block_on;
use http::{Method, StatusCode};
use records::{AuditEvent, ParentChecks, TokenScope};
use school_types::{ContactId, OperationId, Role};
use testkit::{
    Form,
    installation::{ELM, ISOLDE, JOCASTA, ODALYS, WILHELMINA, school},
};

use crate::{
    bringing::{CONTACTS, take},
    harness::Setup,
    pupils::say,
};

const TOKEN: &str = "elm-street-token-that-is-long-enough";
const PATH: &str = "/office/new-parents";
const INVENTED: &str = "Wilhelmina,Sidony Ferrar,mother,Y,sidony@ferrar.example.org\r\n";

fn setup() -> Setup {
    let setup = Setup::new();
    let operation = OperationId::from_bytes([3; 15]);
    let scopes = [TokenScope::PupilsAndContacts].into();
    let records = &setup.installation.records;
    block_on(records.allow_token(&school(ELM), TOKEN, "Our own system", &scopes, &operation)).unwrap();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    setup
}

fn put(setup: &Setup, file: &str) {
    let path = format!("/s/{ELM}/office/api/v1/contacts");
    let body = Some(("text/csv", file.to_owned().into()));
    let answer = setup.browser().send(Method::PUT, &path, body, &[("authorization", &format!("Bearer {TOKEN}"))]);
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
}

fn checks(setup: &Setup) -> ParentChecks {
    block_on(setup.installation.records.parent_checks(&school(ELM)).fold()).unwrap().value
}

fn held_back(setup: &Setup, contact: &ContactId) -> bool {
    checks(setup).holds_back(contact, &setup.installation.child(ELM, &WILHELMINA))
}

#[test]
fn an_invented_mother_waits_until_the_office_has_looked() {
    let setup = setup();
    put(&setup, &format!("{CONTACTS}{INVENTED}Jocasta,Sidony Ferrar,mother,Y,sidony@ferrar.example.org\r\n"));
    let [sidony] = <[ContactId; 1]>::try_from(setup.whose("sidony@ferrar.example.org")).unwrap();
    assert!(held_back(&setup, &sidony));
    let of_jocasta = setup.installation.child(ELM, &JOCASTA);
    assert!(!checks(&setup).holds_back(&sidony, &of_jocasta), "nobody has said anything about Jocasta");
    assert_eq!(checks(&setup).iter().count(), 1);

    let mut office = setup.with_role(Role::Office);
    let home = office.open(&format!("/s/{ELM}/office"));
    assert!(home.text().contains("1 new parent to confirm"), "{}", home.text());
    let page = office.open(&home.link(PATH));
    for said in ["Sidony Ferrar (mother)", "sidony@ferrar.example.org", "Quillfeather, Wilhelmina"] {
        assert!(page.text().contains(said), "{said}");
    }
    let forms = page.forms();
    let said = |said: &str| -> Form {
        forms.iter().find(|form| form.action.ends_with(PATH) && form.value("said") == Some(said)).unwrap().clone()
    };
    let out = office.submit(&said("keep-out"));
    assert!(out.text().contains("Parent kept out") && out.text().contains("1 contact is kept out"), "{}", out.text());
    assert!(held_back(&setup, &sidony));
    assert!(!office.open(&format!("/s/{ELM}/office")).text().contains("new parent"), "nobody waits");
    // It was a mistake: sent twice it is one fact.
    for _ in 0..2 {
        assert_eq!(office.submit(&said("confirm")).status(), StatusCode::OK);
    }
    assert!(!held_back(&setup, &sidony));
    let child = setup.installation.child(ELM, &WILHELMINA);
    let noted: Vec<AuditEvent> = setup.trail(ELM).into_iter().map(|entry| entry.event).collect();
    let count = |event: &AuditEvent| noted.iter().filter(|noted| *noted == event).count();
    assert_eq!(count(&AuditEvent::ParentKeptOut { child: child.clone() }), 1);
    assert_eq!(count(&AuditEvent::ParentConfirmed { child }), 1);
}

#[test]
fn the_same_list_again_confirms_nobody_and_another_address_waits_anew() {
    let setup = setup();
    let file = format!("{CONTACTS}{INVENTED}");
    put(&setup, &file);
    let sidony = setup.whose("sidony@ferrar.example.org").remove(0);
    put(&setup, &file);
    assert!(held_back(&setup, &sidony));
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&format!("/s/{ELM}{PATH}"));
    office.submit(&page.forms().into_iter().find(|form| form.value("said") == Some("confirm")).unwrap());
    put(&setup, &file);
    assert!(!held_back(&setup, &sidony), "confirmed is confirmed");
    // Odalys's address becomes somebody else's.
    put(&setup, &file.replace("odalys@quill.example.org", "stranger@example.org"));
    let odalys = setup.installation.contact(ELM, &ODALYS);
    assert!(held_back(&setup, &odalys));
    let isolde = setup.installation.child(ELM, &ISOLDE);
    assert!(!checks(&setup).holds_back(&odalys, &isolde), "nobody has said anything about Isolde");
}

#[test]
fn who_gains_responsibility_by_a_programs_list_waits_and_by_the_offices_own_does_not() {
    let setup = setup();
    let file = CONTACTS.replace("grandmother,N", "grandmother,Y");
    let copy = setup.copy();
    put(&setup, &file);
    let henrietta = setup.whose("henrietta@thistle.example.org").remove(0);
    assert!(held_back(&setup, &henrietta));
    take(&mut copy.with_role(Role::Office), "contacts", &file);
    assert_eq!(copy.whose("henrietta@thistle.example.org").len(), 1);
    assert_eq!(checks(&copy), ParentChecks::default());
}

#[test]
fn what_is_said_of_somebody_who_does_not_wait_is_written_nowhere() {
    let setup = setup();
    let mut office = setup.with_role(Role::Office);
    let token = office.open(&format!("/s/{ELM}/office")).form("/sign-out").value("form-token").unwrap().to_owned();
    let operation = OperationId::from_bytes([5; 15]).to_string();
    let odalys = setup.installation.contact(ELM, &ODALYS).to_string();
    let child = setup.installation.child(ELM, &WILHELMINA).to_string();
    let mut fields = [
        ("form-token", token.as_str()),
        ("operation", operation.as_str()),
        ("contact", odalys.as_str()),
        ("child", child.as_str()),
        ("said", "confirm"),
    ];
    let path = format!("/s/{ELM}{PATH}");
    let mark = setup.installation.store.mark();
    assert_eq!(office.submit_once(&Form::made_up(&path, &fields)).status, StatusCode::SEE_OTHER);
    fields[4].1 = "perhaps";
    assert_eq!(office.submit_once(&Form::made_up(&path, &fields)).status, StatusCode::BAD_REQUEST);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), 0);
}
