//! The blinded pupil list: who is on it, when it is renewed, and what can be read from it.

use clock::Clock;
use futures::executor::block_on;
use publication_rules::{BlindList, Checker, ListKey, Profile, Submission, Verdict};
use records::{Asker, ChildEvent, ChildFacts, Enrolled, Records, RollEvent, child_id};
use school_types::{ChildId, PersonName, Redacted, SchoolId, YearGroup};
use testkit::MemoryStore;
use vault::{MasterKey, Vault};

fn clock() -> Clock {
    Clock::fixed("2026-09-07T09:00:00Z".parse().unwrap())
}

struct Office {
    store: MemoryStore,
    records: Records,
    school: SchoolId,
}

impl Office {
    fn new() -> Self {
        let store = MemoryStore::new();
        let vault = Vault::new(MasterKey::from_bytes([7; 32]), None);
        let records = Records::new(store.handle(), vault, clock(), Asker::task("test"));
        Self { store, records, school: "elm-street".parse().unwrap() }
    }

    fn list(&self, number: &str, forename: &str, surname: &str) -> ChildId {
        let child = child_id(self.records.vault(), &self.school, number);
        let year_group = YearGroup::new(3).unwrap();
        let facts = ChildFacts {
            school_number: Redacted::new(number.to_owned()),
            name: PersonName::new(forename, surname),
            year_group,
            key_stage: year_group.usual_key_stage(),
            class: Redacted::new("3B".to_owned()),
            contacts: Vec::new(),
        };
        let enrolled = Enrolled { child: child.clone(), class: Redacted::new("3B".to_owned()) };
        block_on(async {
            self.records.child(&self.school, &child).append(&ChildEvent::Listed(facts), None).await.unwrap();
            let roll = RollEvent::Changed { listed: vec![enrolled], left: Vec::new() };
            self.records.roll(&self.school).append(&roll, None).await.unwrap();
        });
        child
    }

    fn leaves(&self, child: &ChildId, on: &str) {
        block_on(async {
            let left = ChildEvent::Left { on: on.parse().unwrap() };
            self.records.child(&self.school, child).append(&left, None).await.unwrap();
            let roll = RollEvent::Changed { listed: Vec::new(), left: vec![child.clone()] };
            self.records.roll(&self.school).append(&roll, None).await.unwrap();
        });
    }

    fn rebuild(&self) {
        block_on(self.records.rebuild_pupil_list(&self.school)).unwrap();
    }

    /// Whether the checker would stop this.
    fn stops(&self, text: &str) -> bool {
        let list = block_on(self.records.pupil_list(&self.school)).unwrap().unwrap();
        let blind = BlindList::import(&ListKey::new(list.key), &list.file).unwrap();
        let profile = Profile::default();
        let submission = Submission { bytes: text.as_bytes(), ..Submission::default() };
        Checker::new(&profile, Some(&blind)).check(&submission).verdict == Verdict::Stop
    }
}

#[test]
fn the_checker_knows_every_pupil_of_the_school_and_no_other_school_s() {
    let office = Office::new();
    assert_eq!(block_on(office.records.pupil_list(&office.school)).unwrap(), None);
    office.list("1", "Amara", "Okafor");
    office.list("2", "Siân", "ap Gwilym");
    office.rebuild();
    assert!(office.stops("Well done, OKAFOR Amara"));
    assert!(office.stops("Diolch i Sian ap Gwilym"));
    assert!(!office.stops("Well done, Rosalind Thwaite"));
    let other: SchoolId = "oak-lane".parse().unwrap();
    assert_ne!(office.records.pupil_list_key(&office.school), office.records.pupil_list_key(&other));
}

#[test]
fn a_pupil_who_left_is_looked_for_one_year_longer() {
    let office = Office::new();
    let lately = office.list("1", "Amara", "Okafor");
    let long_ago = office.list("2", "Rosalind", "Thwaite");
    office.leaves(&lately, "2026-07-20");
    office.leaves(&long_ago, "2025-07-20");
    office.rebuild();
    assert!(office.stops("Amara Okafor won a prize"));
    assert!(!office.stops("Rosalind Thwaite came back to visit"));
}

#[test]
fn an_erased_pupil_is_on_the_list_no_more() {
    let office = Office::new();
    let child = office.list("1", "Amara", "Okafor");
    office.rebuild();
    block_on(office.records.roll(&office.school).append(&RollEvent::Erased(child), None)).unwrap();
    office.rebuild();
    assert!(!office.stops("Amara Okafor won a prize"));
}

#[test]
fn no_name_can_be_read_from_what_is_stored_or_exported() {
    let office = Office::new();
    office.list("1", "Amaranth", "Okaforington");
    office.rebuild();
    let file = block_on(office.records.pupil_list_file(&office.school)).unwrap().unwrap();
    for name in ["amaranth", "okaforington"] {
        assert!(!office.store.contains_text(name));
        assert!(!file.windows(name.len()).any(|window| window.eq_ignore_ascii_case(name.as_bytes())));
    }
    let list = block_on(office.records.pupil_list(&office.school)).unwrap();
    assert!(!format!("{list:?}").contains("key"));
}

#[test]
fn two_renewals_at_once_leave_the_list_with_both_pupils() {
    let office = Office::new();
    office.list("1", "Amara", "Okafor");
    let both = async {
        let first = office.records.rebuild_pupil_list(&office.school);
        let second = office.records.rebuild_pupil_list(&office.school);
        futures::join!(first, second)
    };
    office.list("2", "Rosalind", "Thwaite");
    let (first, second) = block_on(both);
    first.unwrap();
    second.unwrap();
    assert!(office.stops("Amara Okafor") && office.stops("Rosalind Thwaite"));
    assert!(!block_on(office.records.pupil_list(&office.school)).unwrap().unwrap().renewing);
}

#[test]
fn a_renewal_that_died_is_told_and_the_list_before_it_still_works() {
    let office = Office::new();
    office.list("1", "Amara", "Okafor");
    office.rebuild();
    office.list("2", "Rosalind", "Thwaite");
    // Every step after which the renewal may die: the list before it always works, and what is missing is told.
    let mut died_at_some_step = false;
    for step in 0.. {
        let copy = office.store.copy();
        let vault = office.records.vault().clone();
        let records = Records::new(copy.handle(), vault, clock(), Asker::task("test"));
        copy.stop_at_step(step);
        let outcome = block_on(records.rebuild_pupil_list(&office.school));
        let died = copy.restart() && outcome.is_err();
        died_at_some_step |= died;
        let list = block_on(records.pupil_list(&office.school)).unwrap().unwrap();
        let blind = BlindList::import(&ListKey::new(list.key), &list.file).unwrap();
        let profile = Profile::default();
        let stops = |text: &str| {
            let submission = Submission { bytes: text.as_bytes(), ..Submission::default() };
            Checker::new(&profile, Some(&blind)).check(&submission).verdict == Verdict::Stop
        };
        assert!(stops("Amara Okafor"), "after {step} steps");
        // The first step counts the renewal; from then on the list says that it is not the newest.
        assert!(step == 0 || stops("Rosalind Thwaite") || list.renewing, "after {step} steps");
        if !died {
            assert!(stops("Rosalind Thwaite") && !list.renewing);
            break;
        }
    }
    assert!(died_at_some_step);
}
