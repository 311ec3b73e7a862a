//! The blinded pupil list, as the office takes it out.

use http::Method;
use records::{AuditEvent, ExportedList};
use school_types::Role;
use testkit::installation::{ELM, school};

use crate::harness::Setup;

#[test]
fn the_office_takes_out_the_list_and_its_key_and_both_are_written_down() {
    let setup = Setup::new();
    let mut desk = setup.with_role(Role::Office);
    let page = desk.open(&format!("/s/{ELM}/office/people"));
    let (list, key) = (page.link("/people/blind-list"), format!("/s/{ELM}/office/people/blind-list/key"));
    assert!(page.links("/people/blind-list").contains(&key));
    let list = desk.send(Method::GET, &list, None, &[]);
    assert_eq!(list.header("content-disposition").split(';').next(), Some("attachment"));
    assert!(list.body.starts_with("SGPL"), "the format that schoolgate-check reads");
    let key = desk.send(Method::GET, &key, None, &[]);
    let expected = setup.installation.records.pupil_list_key(&school(ELM));
    assert_eq!(key.body.trim(), base16ct::lower::encode_string(&expected));
    let written: Vec<_> = setup.trail(ELM).into_iter().map(|entry| entry.event).collect();
    for list in [ExportedList::BlindedPupils, ExportedList::BlindedPupilsKey] {
        assert!(written.contains(&AuditEvent::ListExported { list }), "{list:?}");
    }
}

#[test]
fn a_teacher_gets_neither_and_nothing_is_written_down() {
    let setup = Setup::new();
    let mut desk = setup.with_role(Role::Teacher);
    let before = setup.trail(ELM).len();
    for path in ["blind-list", "blind-list/key"] {
        assert_eq!(desk.open(&format!("/s/{ELM}/office/people/{path}")).status(), 403, "{path}");
    }
    assert_eq!(setup.trail(ELM).len(), before);
}
