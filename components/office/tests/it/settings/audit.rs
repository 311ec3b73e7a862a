use futures::executor::block_on;
use records::{Asker, AuditEvent, PeopleList, TriedAs};
use school_types::Role;
use testkit::{
    Page,
    installation::{ELM, WILHELMINA, school},
};

use super::at;
use crate::harness::Setup;

/// Writes `count` entries, every tenth of them an import, each a minute after the last.
fn many(setup: &Setup, count: u32) {
    let staff = setup.staff("Ada Quill", &[Role::Administrator]);
    let records = setup.installation.records.as_asker(Asker::Staff(staff, Role::Administrator));
    let trail = records.audit(&school(ELM));
    for number in 0..count {
        let event = match number % 10 {
            0 => AuditEvent::Imported { list: PeopleList::Pupils, added: number, changed: 0, left: 0, returned: 0 },
            _ => AuditEvent::SignedIn,
        };
        block_on(trail.append(&event, None)).unwrap();
    }
}

fn rows(page: &Page) -> Vec<String> {
    page.texts("table tbody tr")
}

#[test]
fn more_than_ten_thousand_entries_are_turned_page_by_page_and_back() {
    let setup = Setup::new();
    many(&setup, 10_020);
    let mut head = setup.person("Hester Vane", Role::Head);
    let newest = head.open(&at("audit?kind=lists"));
    assert_eq!(rows(&newest).len(), 50);
    assert!(rows(&newest)[0].contains("10010 new"), "{}", rows(&newest)[0]);
    let mut page = newest.clone();
    let mut seen = rows(&page).len();
    while let Some(older) = page.links("before=").first() {
        page = head.open(&older.clone());
        seen += rows(&page).len();
    }
    assert_eq!(seen, 1002, "every import, once");
    assert!(rows(&page).last().unwrap().contains("0 new"), "the very first");

    // Back from the second page is the first again, and so with no filter.
    for filter in ["audit", "audit?kind=lists"] {
        let first = head.open(&at(filter));
        let second = head.open(&first.link("before="));
        let third = head.open(&second.link("before="));
        assert_eq!(rows(&head.open(&third.link("after="))), rows(&second), "{filter}");
        assert_eq!(rows(&head.open(&second.link("after="))), rows(&first), "{filter}");
    }
}

#[test]
fn a_pupil_is_named_only_to_those_who_see_pupils() {
    let setup = Setup::new();
    let lead = setup.staff("Lena Frost", &[Role::SafeguardingLead]);
    let records = setup.installation.records.as_asker(Asker::Staff(lead.clone(), Role::SafeguardingLead));
    let child = setup.installation.child(ELM, &WILHELMINA);
    block_on(records.audit(&school(ELM)).append(&AuditEvent::FlagSet { child }, None)).unwrap();
    let shown = |role| setup.person("Reader Reed", role).open(&at("audit")).text();
    assert!(shown(Role::Head).contains(WILHELMINA.forename));
    let administrators = shown(Role::Administrator);
    assert!(!administrators.contains(WILHELMINA.forename) && administrators.contains("a pupil"), "{administrators}");
    let mut lead = setup.browser_of(&lead);
    assert!(lead.open(&at("audit")).text().contains("Lena Frost"));
    for role in [Role::Office, Role::Teacher, Role::Governor, Role::Chair, Role::Editor, Role::CoOrdinator] {
        assert_eq!(setup.person("Other Reed", role).open(&at("audit")).status(), 403, "{role:?}");
    }
}

#[test]
fn the_trail_can_be_read_for_one_kind_and_one_person() {
    let setup = Setup::new();
    many(&setup, 30);
    let other = setup.staff("Ben Marsh", &[Role::Administrator]);
    let records = setup.installation.records.as_asker(Asker::Staff(other.clone(), Role::Administrator));
    block_on(records.audit(&school(ELM)).append(&AuditEvent::TokenMade, None)).unwrap();
    let mut reader = setup.browser_of(&other);
    assert_eq!(rows(&reader.open(&at("audit"))).len(), 31);
    assert_eq!(rows(&reader.open(&at("audit?kind=lists"))).len(), 3);
    let his = reader.open(&at(&format!("audit?who={other}")));
    assert_eq!(rows(&his).len(), 1);
    assert!(his.text().contains("Created a token"), "{}", his.text());
    let none = reader.open(&at(&format!("audit?who={other}&kind=sheets")));
    assert!(none.text().contains("No entries"), "{}", none.text());
    assert_eq!(rows(&reader.open(&at("audit?kind=nonsense&before=0&who="))).len(), 0);
}

/// A trail of two million entries: its counter says so, and only what is newest stands there.
fn two_million(setup: &Setup) {
    many(setup, 1);
    let place = setup.installation.records.audit(&school(ELM)).place().to_string();
    let store = &setup.installation.store;
    store.tamper(&format!("{place}/n"), Some(u64::to_le_bytes(2_000_000).to_vec()));
    for _ in 0..120 {
        block_on(setup.installation.records.audit(&school(ELM)).append(&AuditEvent::SignedIn, None)).unwrap();
    }
}

#[test]
fn with_two_million_entries_in_the_trail_signing_in_costs_what_it_costs_with_none() {
    let cost = |setup: &Setup| {
        let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
        // The first tries of a day and of a slice of time open its counters.
        setup.signed_in(&teacher);
        while block_on(setup.installation.records.sweep(20)).unwrap().more {}
        let mark = setup.installation.store.mark();
        setup.signed_in(&teacher);
        setup.installation.store.calls_since(mark).len()
    };
    let (short, long) = (Setup::new(), Setup::new());
    two_million(&long);
    assert_eq!(cost(&short), cost(&long));
    let newest = block_on(long.installation.records.audit(&school(ELM)).newest(1, None)).unwrap();
    assert!(matches!(newest.entries[0].event, AuditEvent::SignedIn));
}

#[test]
fn two_million_entries_are_turned_page_by_page_and_covered_piece_by_piece() {
    let setup = Setup::new();
    two_million(&setup);
    let mut head = setup.person("Hester Vane", Role::Head);
    let mark = setup.installation.store.mark();
    let page = head.open(&at("audit"));
    assert_eq!(rows(&page).len(), 50);
    let older = head.open(&page.link("before="));
    assert_eq!(rows(&older).len(), 50);
    let reads = setup.installation.store.calls_since(mark).len();
    assert!(reads < 300, "{reads}");
    // A form that is sent twice is noticed among the newest.
    let records = &setup.installation.records;
    let operation = school_types::OperationId::from_bytes([8; 15]);
    let mark = setup.installation.store.mark();
    for repeated in [false, true] {
        let written = block_on(records.audit(&school(ELM)).append(&AuditEvent::TokenMade, Some(&operation))).unwrap();
        assert_eq!(written.repeated, repeated);
    }
    assert!(setup.installation.store.calls_since(mark).len() < 140);
    let checkpointed = block_on(records.checkpoint(&school(ELM), 2000)).unwrap();
    assert!(checkpointed.more, "the rest of the trail is covered by and by");
}

#[test]
fn a_strangers_failed_tries_are_counted_by_day_and_not_listed_one_by_one() {
    let setup = Setup::new();
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let records = &setup.installation.records;
    block_on(records.sweep(20)).unwrap();
    let fail = |tried| block_on(records.note_failed_sign_in(&school(ELM), tried)).unwrap();
    for _ in 0..40 {
        fail(TriedAs::Staff(&teacher.id));
    }
    for address in ["one@example.org", "two@example.org", "two@example.org"] {
        fail(TriedAs::Nobody(address));
    }
    let failed = |setup: &Setup| {
        let failed = |event: &AuditEvent| matches!(event, AuditEvent::SignInFailed { .. });
        setup.done().iter().filter(|event| failed(event)).count()
    };
    assert_eq!(failed(&setup), 1);
    let mut head = setup.person("Hester Vane", Role::Head);
    let text = head.open(&at("audit")).text();
    assert!(text.contains("Could not sign in as Ottoline Vance, 40 times on this day"), "{text}");
    assert!(text.contains("tried 3 times to sign in with addresses that nobody here has"), "{text}");
    setup.wait(jiff::SignedDuration::from_hours(24));
    fail(TriedAs::Staff(&teacher.id));
    assert_eq!(failed(&setup), 2, "another day, another entry");
    assert!(!setup.person("Hester Reed", Role::Head).open(&at("audit")).text().contains("addresses that nobody"));
    // Ninety days later the counts are gone.
    setup.wait(jiff::SignedDuration::from_hours(91 * 24));
    for _ in 0..400 {
        block_on(records.sweep(1000)).unwrap();
    }
    assert!(!setup.installation.store.all_keys().iter().any(|key| key.contains("/failed/")));
}
