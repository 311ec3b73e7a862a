use futures::executor::block_on;
use records::{Asker, AuditEvent, PeopleList};
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
