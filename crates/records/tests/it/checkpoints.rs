//! What a look through the store finds, and what it does not take for a fault.

use futures::executor::block_on;
use jiff::SignedDuration;
use proptest::{collection::vec, prelude::*};
use records::{Checkpointed, Fault, Place, Records, Verified};
use school_types::SchoolId;
use testkit::{
    Installation,
    installation::{ASH, ELM, school},
};
use vault::{Domain, Scope};

use crate::town::{Deed, Town, deed};

const ALL: usize = 1_000_000;

/// What a day brings.
#[derive(Clone, Debug)]
enum Day {
    /// Something happens.
    Deed(Deed),
    /// Something happens while the store stops at this call.
    Stopped(Deed, usize),
    /// Somebody is erased, and comes back or not.
    Erase(usize),
    /// The daily task runs, in portions of so many events.
    Task(usize),
}

fn day() -> impl Strategy<Value = Day> {
    prop_oneof![
        6 => deed().prop_map(Day::Deed),
        3 => (deed(), 0..12_usize).prop_map(|(deed, step)| Day::Stopped(deed, step)),
        1 => (0..3_usize).prop_map(Day::Erase),
        3 => prop::sample::select(vec![1, 5, ALL]).prop_map(Day::Task),
    ]
}

fn records(town: &Town) -> &Records {
    &town.installation.records
}

fn checkpoint(installation: &Installation, school: &SchoolId, at_most: usize) -> Checkpointed {
    block_on(installation.records.checkpoint(school, at_most)).unwrap()
}

fn verified(town: &Town, slug: &str) -> Verified {
    block_on(records(town).verify(&school(slug))).unwrap()
}

fn passes(town: &mut Town, day: &Day) {
    match day {
        Day::Deed(deed) => town.happens(*deed),
        Day::Stopped(deed, step) => town.happens_until(*deed, *step),
        Day::Erase(family) => {
            let (child, _) = town.ids(*family);
            block_on(records(town).erase_child(&school(town.school_of(*family)), &child)).unwrap();
        }
        Day::Task(at_most) => {
            for slug in [ELM, ASH] {
                checkpoint(&town.installation, &school(slug), *at_most);
                block_on(records(town).finish_erasures(&school(slug))).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_people_do_or_a_crash_leaves_is_a_fault(days in vec(day(), 0..20)) {
        let mut town = Town::new();
        days.iter().for_each(|day| passes(&mut town, day));
        for slug in [ELM, ASH] {
            prop_assert_eq!(verified(&town, slug).faults, vec![]);
            // At last everything is covered but what may still be written at.
            town.installation.hand.advance(SignedDuration::from_hours(1));
            while checkpoint(&town.installation, &school(slug), 7).more {}
            let after = verified(&town, slug);
            prop_assert_eq!(after.faults, vec![]);
            prop_assert!(after.events > 0 && after.newest.is_some());
        }
    }

    /// Whoever has the store and no key: whatever covered event they change, drop or exchange is named.
    #[test]
    fn a_changed_dropped_or_exchanged_event_is_found(days in vec(day(), 0..12), which in any::<usize>(), with in any::<usize>()) {
        let mut town = Town::new();
        days.iter().for_each(|day| passes(&mut town, day));
        town.installation.hand.advance(SignedDuration::from_hours(1));
        checkpoint(&town.installation, &school(ELM), ALL);
        let (key, other) = (town.event(which), town.event(with));
        let store = &town.installation.store;
        let (sealed, others) = (store.peek(&key).unwrap(), store.peek(&other).unwrap());
        let (stream, number) = split(&key);
        let unreadable = Fault::Unreadable { stream: stream.clone(), number };

        let mut changed = sealed.clone();
        let place = which % changed.len();
        changed[place] ^= 1;
        store.tamper(&key, Some(changed));
        prop_assert_eq!(verified(&town, ELM).faults, vec![unreadable.clone()]);

        store.tamper(&key, None);
        prop_assert_eq!(verified(&town, ELM).faults, vec![Fault::Missing { stream, number }]);

        if key != other {
            store.tamper(&key, Some(others));
            store.tamper(&other, Some(sealed.clone()));
            let (stream, number) = split(&other);
            let mut both = vec![unreadable, Fault::Unreadable { stream, number }];
            both.sort();
            prop_assert_eq!(verified(&town, ELM).faults, both);
            store.tamper(&other, Some(store.peek(&key).unwrap()));
        }
        store.tamper(&key, Some(sealed));
        prop_assert_eq!(verified(&town, ELM).faults, vec![]);
    }
}

fn split(key: &str) -> (String, u64) {
    let (stream, number) = key.rsplit_once('/').unwrap();
    (stream.to_owned(), number.parse().unwrap())
}

impl Town {
    /// Some event of Elm Street that a checkpoint covers.
    fn event(&self, which: usize) -> String {
        // What is said of somebody after they were erased is in no checkpoint, and goes with the next task.
        let checkpoints = block_on(records(self).checkpoints(&school(ELM)).read()).unwrap();
        let reached: Vec<_> = checkpoints.into_iter().flat_map(|entry| entry.event.streams).collect();
        let covered = |key: &str| {
            let (stream, number) = key.rsplit_once('/').unwrap();
            let number: Option<u64> = number.parse().ok();
            number
                .is_some_and(|number| reached.iter().any(|reached| reached.stream == stream && number <= reached.upto))
        };
        let keys = self.installation.opened().into_iter().map(|(key, _)| key).filter(|key| {
            let lasting = ["/people/child/", "/people/contact/", "/people/roll/", "/permission/", "/settings/school/"];
            key.starts_with(ELM) && lasting.iter().any(|part| key.contains(part)) && covered(key)
        });
        let keys: Vec<String> = keys.collect();
        keys[which % keys.len()].clone()
    }
}

/// Two decisions at Elm Street, covered, and the records of it.
fn two_decisions() -> (Town, String) {
    let mut town = Town::new();
    town.happens(Deed::Decide(0));
    town.happens(Deed::Decide(0));
    checkpoint(&town.installation, &school(ELM), ALL);
    let (child, _) = town.ids(0);
    let stream = format!("{ELM}/permission/{child}");
    (town, stream)
}

#[test]
fn an_event_that_somebody_with_the_key_wrote_anew_is_found() {
    let (town, stream) = two_decisions();
    let key = format!("{stream}/2");
    let elm = school(ELM);
    let scope = Scope::school(&elm, Domain::Permission);
    let (store, vault) = (&town.installation.store, records(&town).vault());
    let opened = vault.open(&scope, &key, &store.peek(&key).unwrap()).unwrap();
    let forged = String::from_utf8(opened.to_vec()).unwrap().replace("refuse", "agree");
    store.tamper(&key, Some(vault.seal(&scope, &key, forged.as_bytes()).unwrap()));
    assert_eq!(verified(&town, ELM).faults, [Fault::Changed { stream, from: 1, upto: 2 }]);
}

#[test]
fn a_stream_cut_off_with_its_counter_is_found() {
    let (town, stream) = two_decisions();
    let store = &town.installation.store;
    store.tamper(&format!("{stream}/2"), None);
    store.tamper(&format!("{stream}/n"), Some(1_u64.to_le_bytes().to_vec()));
    let missing = Fault::Missing { stream: stream.clone(), number: 2 };
    assert_eq!(verified(&town, ELM).faults, [missing, Fault::CountedBack { stream }]);
}

#[test]
fn a_checkpoint_left_out_is_found_and_the_later_ones_still_count() {
    let (mut town, stream) = two_decisions();
    for _ in 0..2 {
        town.happens(Deed::Decide(0));
        checkpoint(&town.installation, &school(ELM), ALL);
    }
    let place = format!("{ELM}/people/checkpoints");
    town.installation.store.tamper(&format!("{place}/2"), None);
    let found = verified(&town, ELM);
    assert!(found.faults.contains(&Fault::CheckpointMissing { before: 3 }), "{:?}", found.faults);
    assert_eq!(found.newest.unwrap().0, 3);
    town.installation.store.tamper(&format!("{stream}/4"), None);
    assert!(verified(&town, ELM).faults.contains(&Fault::Missing { stream, number: 4 }));
}

#[test]
fn an_erased_event_put_back_and_one_put_into_a_hole_are_found() {
    let (mut town, stream) = two_decisions();
    let store = town.installation.store.clone();
    // A writer that drew a number and died.
    town.happens_until(Deed::Decide(1), 0);
    let (sibling, _) = town.ids(1);
    let own = format!("{ELM}/permission/{sibling}");
    let place = Place::of_school(&school(ELM), Domain::Permission).part(&sibling);
    assert_eq!(place.as_str(), own);
    block_on(store.handle().increment(&format!("{own}/n"))).unwrap();
    town.happens(Deed::Decide(1));
    let written = store.peek(&format!("{own}/2")).unwrap();
    town.installation.hand.advance(SignedDuration::from_secs(90));
    town.happens(Deed::Decide(1));
    checkpoint(&town.installation, &school(ELM), ALL);
    let found = verified(&town, ELM);
    assert_eq!((found.faults, found.holes), (vec![], 1));
    store.tamper(&format!("{own}/1"), Some(written));
    let faults = verified(&town, ELM).faults;
    assert!(faults.contains(&Fault::Appeared { stream: own.clone(), number: 1 }), "{faults:?}");
    store.tamper(&format!("{own}/1"), None);

    let before = store.peek(&format!("{stream}/1"));
    block_on(records(&town).erase_child(&school(ELM), &town.ids(0).0)).unwrap();
    let found = verified(&town, ELM);
    assert_eq!((found.faults, found.erased), (vec![], 3));
    store.tamper(&format!("{stream}/1"), before);
    assert_eq!(verified(&town, ELM).faults, [Fault::NotErased { stream, number: 1 }]);
}

#[test]
fn of_two_checkpoints_made_at_once_one_counts() {
    let (mut town, _) = two_decisions();
    let elm = school(ELM);
    let second = block_on(records(&town).checkpoints(&elm).read()).unwrap().remove(0);
    // What another task, a moment slower, makes of the same streams.
    block_on(records(&town).checkpoints(&elm).append(&second.event, None)).unwrap();
    town.happens(Deed::Decide(0));
    assert_eq!(checkpoint(&town.installation, &elm, ALL).streams, 1);
    let found = verified(&town, ELM);
    assert_eq!((found.faults, found.newest.unwrap().0), (vec![], 3));
}

#[test]
fn a_day_on_which_nothing_grew_writes_nothing() {
    let (town, _) = two_decisions();
    let mark = town.installation.store.mark();
    assert_eq!(checkpoint(&town.installation, &school(ELM), ALL), Checkpointed::default());
    assert_eq!(town.installation.store.writes_since(mark), []);
}

#[test]
fn every_key_of_the_store_opens_until_one_is_changed() {
    let (town, stream) = two_decisions();
    let store = &town.installation.store;
    let shut = || {
        let keys = store.all_keys().into_iter();
        keys.filter(|key| !block_on(records(&town).opens(key)).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(shut(), Vec::<String>::new());
    for key in [format!("{stream}/n"), format!("{stream}/2"), format!("{stream}/view")] {
        let before = store.peek(&key);
        store.tamper(&key, Some(b"something else".to_vec()));
        assert_eq!(shut(), std::slice::from_ref(&key));
        store.tamper(&key, before);
    }
}
