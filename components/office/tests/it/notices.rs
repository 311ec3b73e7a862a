//! What a school does without asking holds only once the family was told (UK GDPR arts. 13 and 21(4)).

use futures::executor::block_on;
use http::StatusCode;
use permission_rules::{ChildPermissions, LawfulBasis, Mark};
use records::{AuditEvent, Child};
use school_types::Role;
use testkit::{
    Form, Page,
    installation::{ELM, ISOLDE, PEREGRINE, Pupil, WILHELMINA, school},
};

use crate::{
    harness::Setup,
    pupils::{page_of, refuses_all_but},
};

/// A school that only tells of its first purpose.
fn telling() -> Setup {
    let setup = Setup::new();
    setup.installation.change_profile(ELM, |fields| fields.purposes[0].basis = LawfulBasis::PublicTask);
    setup
}

fn mark(setup: &Setup, pupil: &Pupil) -> Mark {
    let (records, elm, id) = (&setup.installation.records, school(ELM), setup.installation.child(ELM, pupil));
    let settings = block_on(records.school(&elm).fold::<records::School>()).unwrap().value.0.unwrap();
    let holders = block_on(records.child(&elm, &id).fold::<Child>()).unwrap().value.holders();
    let said = block_on(records.permission(&elm, &id).fold::<ChildPermissions>()).unwrap().value;
    said.mark(&settings.profile().purposes[0], &holders)
}

fn dated(page: &Page, day: &str) -> Form {
    page.form("/told").with("given-day", day).with("given-month", "3").with("given-year", "2026")
}

#[test]
fn a_pupil_nobody_has_written_to_was_told_of_nothing() {
    let setup = telling();
    assert_eq!(mark(&setup, &WILHELMINA), Mark::NotTold);
    let mut office = setup.with_role(Role::Office);
    assert!(office.open(&page_of(&setup, &WILHELMINA)).text().contains("Family not told yet, so no"));
    let record = office.open(&format!("{}/record?for=pupil", page_of(&setup, &WILHELMINA))).text();
    assert!(record.contains("the family has not been told yet"), "{record}");
}

#[test]
fn a_notice_on_paper_is_recorded_for_a_pupil_or_a_class_once() {
    let setup = telling();
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&format!("{}/told", page_of(&setup, &WILHELMINA)));
    let form = dated(&page, "2");
    for _ in 0..2 {
        let done = office.submit(&form);
        assert!(done.text().contains("Recorded."), "{}", done.text());
    }
    assert_eq!((mark(&setup, &WILHELMINA), mark(&setup, &PEREGRINE)), (Mark::Told, Mark::NotTold));
    assert!(office.open(&page_of(&setup, &WILHELMINA)).text().contains("Notice given on paper on Monday 2 March 2026"));
    let class = setup.installation.records.class_id(&school(ELM), "2K");
    let page = office.open(&format!("/s/{ELM}/office/classes/{class}/told"));
    office.submit(&dated(&page, "2"));
    assert_eq!((mark(&setup, &PEREGRINE), mark(&setup, &ISOLDE)), (Mark::Told, Mark::NotTold));
    let trail: Vec<_> = setup.trail(ELM).into_iter().map(|entry| entry.event).collect();
    let child = setup.installation.child(ELM, &WILHELMINA);
    let noted = [AuditEvent::NoticeGiven { child }, AuditEvent::ClassNoticeGiven { class }];
    assert!(trail.ends_with(&noted), "{trail:?}");
    assert_eq!(setup.letters().len(), 0);
}

#[test]
fn other_words_are_told_again() {
    let setup = telling();
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&format!("{}/told", page_of(&setup, &WILHELMINA)));
    office.submit(&dated(&page, "2"));
    setup.installation.change_profile(ELM, |fields| fields.purposes[0].version += 1);
    assert_eq!(mark(&setup, &WILHELMINA), Mark::NotTold);
}

#[test]
fn a_notice_without_a_day_that_can_be_is_not_recorded() {
    let setup = telling();
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&format!("{}/told", page_of(&setup, &WILHELMINA)));
    for day in ["", "31", "32"] {
        let store = setup.installation.store.mark();
        let again = office.submit(&dated(&page, day).with("given-month", if day == "31" { "12" } else { "3" }));
        assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        assert_eq!(setup.installation.store.writes_since(store), []);
        assert_eq!(setup.letters().len(), 0);
    }
    assert_eq!(mark(&setup, &WILHELMINA), Mark::NotTold);
}

#[test]
fn only_the_office_records_a_notice() {
    let setup = telling();
    let path = format!("{}/told", page_of(&setup, &WILHELMINA));
    refuses_all_but(&setup, &[Role::Office], &path);
}
