//! A list that has another ID number for everybody.

use http::StatusCode;
use school_types::Role;
use testkit::installation::{ELM, JOCASTA};

use crate::{
    bringing::{CONTACTS, bring, numbers, take},
    harness::Setup,
    lists_api::{self, counts},
    pupils::{decisions, said},
};

/// The list of Elm Street, by the UPN.
fn by_upn() -> String {
    "UPN,forename,surname,year_group,class\r\nB1,Wilhelmina,Quillfeather,5,5K\r\nB2,Peregrine,Quillfeather,2,2K\r\n\
     B3,Isolde,Quillfeather,R,0K\r\nB4,Jocasta,Overbrook,3,3K\r\n"
        .to_owned()
}

#[test]
fn a_list_keyed_by_another_id_keeps_everybody_s_decisions_when_the_secretary_says_they_are_the_same() {
    let setup = Setup::new();
    setup.installation.flag(ELM, &JOCASTA, true);
    let before = said(&setup, &JOCASTA).len();
    let decided = decisions(&setup, &JOCASTA);
    let mut browser = setup.with_role(Role::Office);
    let preview = bring(&mut browser, "pupils", by_upn().as_bytes());
    assert_eq!(numbers(&preview), ["4", "0", "0", "0", "4", "0", "0"], "nothing is guessed");
    assert!(preview.text().contains("Do these pupils have new ID numbers?"), "{}", preview.text());
    let matched = browser.open(&preview.link("match=names"));
    assert_eq!(numbers(&matched), ["0", "4", "0", "0", "0", "0", "0"]);
    assert!(matched.text().contains("ID number: Jocasta → B4"), "{}", matched.text());
    assert!(setup.held("Jocasta").facts().unwrap().school_number.reveal() == "Jocasta", "nothing has changed yet");
    let done = browser.submit(&matched.form("/import/"));
    assert_eq!(done.heading(), "The list of pupils is imported", "{}", done.text());
    // Who they are stays: their flag, what was said, their contacts.
    assert_eq!(setup.held("Jocasta").facts().unwrap().school_number.reveal(), "B4");
    assert_eq!((said(&setup, &JOCASTA).len(), setup.flags("Jocasta")), (before, vec![true]));
    assert_eq!(decisions(&setup, &JOCASTA), decided);
    assert!(setup.held("B4").facts().is_none() && setup.held("Jocasta").left().is_none());
    assert_eq!(setup.roll().present().count(), 4);
    let again = bring(&mut browser, "pupils", by_upn().as_bytes());
    assert!(again.heading().contains("Nothing would change"), "{}", again.text());
    // Contacts are found by either number.
    let contacts = CONTACTS.replace("Jocasta,", "B4,");
    assert!(bring(&mut browser, "contacts", contacts.as_bytes()).heading().contains("Nothing would change"));
}

#[test]
fn a_flag_follows_also_where_nobody_says_that_they_are_the_same() {
    let setup = Setup::new();
    setup.installation.flag(ELM, &JOCASTA, true);
    let mut browser = setup.with_role(Role::Office);
    take(&mut browser, "pupils", &by_upn());
    assert_eq!(setup.flags("B4"), [true]);
}

#[test]
fn a_program_must_say_whether_they_are_the_same() {
    let setup = lists_api::setup();
    let file = by_upn();
    let mark = setup.installation.store.mark();
    for query in ["pupils", "pupils?leavers=confirm", "pupils?leavers=keep"] {
        let (status, problem) = lists_api::put(&setup, query, "text/csv", file.as_bytes());
        assert_eq!((status, problem["code"].as_str()), (StatusCode::CONFLICT, Some("numbers-changed")), "{query}");
    }
    let (status, problem) = lists_api::put(&setup, "pupils?match=perhaps", "text/csv", file.as_bytes());
    assert_eq!((status, problem["code"].as_str()), (StatusCode::BAD_REQUEST, Some("match")));
    assert_eq!(setup.installation.store.writes_since(mark), []);
    let other = lists_api::setup();
    let sent = lists_api::put(&other, "pupils?match=numbers&leavers=confirm", "text/csv", file.as_bytes());
    assert_eq!(sent, (StatusCode::OK, counts(4, 0, 0, 4, 0, 0)));
    let sent = lists_api::put(&setup, "pupils?match=names", "text/csv", file.as_bytes());
    assert_eq!(sent, (StatusCode::OK, counts(0, 4, 0, 0, 0, 0)));
    assert_eq!(setup.held("Jocasta").facts().unwrap().school_number.reveal(), "B4");
    assert_eq!(lists_api::put(&setup, "pupils", "text/csv", file.as_bytes()).1, counts(0, 0, 0, 0, 0, 4));
}
