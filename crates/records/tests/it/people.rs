//! Pupils' entries, whoever changes them at the same time; many of them at once; lists read from their end.

use futures::executor::block_on;
use jiff::SignedDuration;
use proptest::{collection::vec, option, prelude::*};
use records::{
    AuditEvent, Batch, Child, ChildChange, ChildEvent, ChildFacts, ChildField, Listed, Page, Records, RecordsError,
};
use school_types::{ChildId, ContactId, OperationId, PersonName, Redacted, Relation, YearGroup};
use testkit::{Operation, Scheduler, Step};

use crate::diary::{House, elm, form, morning};

fn child(number: u16) -> ChildId {
    let mut bytes = [0; 10];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    ChildId::from_bytes(bytes)
}

fn facts(forename: &str) -> ChildFacts {
    let year = YearGroup::new(2).unwrap();
    ChildFacts {
        school_number: "P1".to_owned().into(),
        name: PersonName::new(forename, "Planted"),
        year_group: year,
        key_stage: year.usual_key_stage(),
        class: "2A".to_owned().into(),
        contacts: Vec::new(),
    }
}

/// A pupil is listed with this parent.
pub(crate) fn listed_with(parent: &ContactId) -> ChildEvent {
    let relation = Relation("mother".to_owned());
    let listed =
        Listed { contact: parent.clone(), relation, parental_responsibility: true, is_responsibility_unknown: false };
    ChildEvent::Listed(ChildFacts { contacts: vec![listed], ..facts("Isolde") })
}

fn text(text: &str) -> Redacted<String> {
    Redacted::new(text.to_owned())
}

/// The list of `pupils` pupils, as an import writes it.
fn batch(records: &Records, pupils: u16, operation: &OperationId) -> Batch {
    let mut batch = Batch::default();
    for number in 0..pupils {
        let event = ChildEvent::Listed(facts(&format!("Pupil {number}")));
        batch.add(&records.child(&elm(), &child(number)), &event, operation).unwrap();
    }
    batch
}

fn read(house: &House, pupils: u16) -> Vec<(ChildId, Child)> {
    let ids: Vec<ChildId> = (0..pupils).map(child).collect();
    block_on(house.records.children(&elm(), &ids)).unwrap()
}

#[test]
fn a_list_costs_two_writes_a_pupil_and_no_read() {
    let house = House::new();
    let batch = batch(&house.records, 300, &form(1));
    assert_eq!((batch.len(), batch.is_empty()), (300, false));
    let mark = house.store.mark();
    block_on(house.records.append_all(&batch)).unwrap();
    let calls = house.store.calls_since(mark);
    let count = |operation| calls.iter().filter(|call| call.operation == operation).count();
    // And one for each portion of 128, which says that documents of families count no longer.
    assert_eq!((count(Operation::Increment), count(Operation::Set), calls.len()), (303, 300, 603));
    let children = read(&house, 300);
    assert_eq!(children[299].0, child(299));
    assert_eq!(children[299].1.facts().unwrap().name.full(), "Pupil 299 Planted");
}

#[test]
fn a_list_that_broke_off_is_finished_by_sending_it_again() {
    for step in 0..8 {
        let house = House::new();
        let batch = batch(&house.records, 3, &form(1));
        house.store.stop_at_step(step);
        let stopped = block_on(house.records.append_all(&batch)).is_err();
        house.store.restart();
        assert_eq!(stopped, step < 7);
        block_on(house.records.append_all(&batch)).unwrap();
        for number in 0..3 {
            let entries = block_on(house.records.child(&elm(), &child(number)).read()).unwrap();
            assert_eq!(entries.len(), 1, "a fact of pupil {number} was lost or doubled by a stop at {step}");
        }
    }
}

#[test]
fn an_event_that_took_too_long_is_written_again_and_stays_one_fact() {
    let house = House::new();
    let records = house.records.clone();
    let list = batch(&records, 3, &form(1));
    let (clock, hand) = (morning(), house.hand.clone());
    let mut scheduler = Scheduler::new(&house.store, clock);
    scheduler.add(async move { records.append_all(&list).await.unwrap() });
    scheduler.step(Step::Start(0));
    // The numbers are drawn; the events are on their way for longer than a write may take.
    (0..3).for_each(|_| scheduler.step(Step::Go(0)));
    hand.advance(SignedDuration::from_secs(11));
    scheduler.finish();
    let after = House::over(house.store.copy());
    for number in 0..3 {
        let stream = after.records.child(&elm(), &child(number));
        assert_eq!(block_on(stream.read()).unwrap().len(), 1);
        assert_eq!(block_on(stream.head()).unwrap(), 2);
    }
}

#[test]
fn two_secretaries_who_change_one_pupil_at_once_both_get_what_they_asked_for() {
    let house = House::new();
    let stream = house.records.child(&elm(), &child(1));
    block_on(stream.append(&ChildEvent::Listed(facts("Ada")), None)).unwrap();
    let seen = block_on(stream.fold::<Child>()).unwrap();
    let married = ChildEvent::Edited(vec![ChildChange::Surname(text("Newname"))]);
    let moved = ChildEvent::Edited(vec![ChildChange::Class(text("3B"))]);
    block_on(stream.append_to(&seen, &married, &form(1))).unwrap();
    block_on(stream.append_to(&seen, &moved, &form(2))).unwrap();
    let now = block_on(stream.refresh::<Child>()).unwrap().value;
    let facts = now.facts().unwrap();
    assert_eq!((facts.name.full().as_str(), facts.class.reveal().as_str()), ("Ada Newname", "3B"));
    // The second learns from the number what changed since their page was shown.
    let since: Vec<ChildField> =
        now.touched().iter().filter(|(_, touched)| touched.number > seen.upto()).map(|(field, _)| *field).collect();
    assert_eq!(since, [ChildField::Surname, ChildField::Class]);
    assert_eq!(now.touched()[&ChildField::Class].by, *house.records.asker());
}

#[test]
fn a_pupil_who_comes_back_keeps_their_history() {
    let house = House::new();
    let stream = house.records.child(&elm(), &child(1));
    let on = "2026-07-17".parse().unwrap();
    for event in [ChildEvent::Edited(vec![ChildChange::Class(text("9Z"))]), ChildEvent::Listed(facts("Ada"))] {
        block_on(stream.append(&event, None)).unwrap();
    }
    block_on(stream.append(&ChildEvent::Left { on }, None)).unwrap();
    let now = || block_on(stream.fold::<Child>()).unwrap().value;
    assert_eq!((now().left(), now().facts().unwrap().class.reveal().as_str()), (Some(on), "2A"));
    assert!(now().touched().is_empty(), "changes to nobody count");
    block_on(stream.append(&ChildEvent::Listed(facts("Adah")), None)).unwrap();
    assert_eq!((now().left(), now().touched().len()), (None, 1));
}

fn listed() -> impl Strategy<Value = Vec<Listed>> {
    let one = (0..4_u8, any::<bool>()).prop_map(|(contact, responsible)| Listed {
        contact: ContactId::from_bytes([contact; 10]),
        relation: Relation("aunt".to_owned()),
        parental_responsibility: responsible,
        is_responsibility_unknown: false,
    });
    vec(one, 0..4).prop_map(|mut all| {
        all.sort_by_key(|listed| listed.contact.clone());
        all.dedup_by_key(|listed| listed.contact.clone());
        all
    })
}

fn any_facts() -> impl Strategy<Value = ChildFacts> {
    let word = || prop::sample::select(vec!["", "Ada", "Bea", "Cy"]);
    (word(), word(), word(), option::of(word()), 0..3_i8, 0..3_i8, word(), listed()).prop_map(
        |(forename, middle, surname, called, year, stage, class, contacts)| {
            let year_group = YearGroup::new(year).unwrap();
            let mut name = PersonName::new(forename, surname);
            name.middle_names = text(middle);
            name.preferred_forename = called.map(text);
            let key_stage = YearGroup::new(4 * stage).unwrap().usual_key_stage();
            let school_number = text("P1");
            ChildFacts { school_number, name, year_group, key_stage, class: text(class), contacts }
        },
    )
}

fn in_order(mut facts: ChildFacts) -> ChildFacts {
    facts.contacts.sort_by_key(|listed| listed.contact.clone());
    facts
}

proptest! {
    #[test]
    fn the_changes_between_two_entries_make_the_one_of_the_other(from in any_facts(), to in any_facts()) {
        let changes = from.changes_to(&to);
        prop_assert_eq!(changes.is_empty(), from == to);
        let mut made = from;
        changes.iter().for_each(|change| made.make(change));
        prop_assert_eq!(in_order(made), in_order(to));
    }

    /// However one pages, everything is listed, the newest first, whatever died while writing.
    #[test]
    fn a_trail_is_paged_from_its_end_without_a_gap(
        acts in vec(prop::sample::select(vec![false, true, true, true]), 0..40),
        count in 1_usize..9,
    ) {
        let house = House::new();
        let trail = house.records.audit(&elm());
        let mut written = Vec::new();
        for acted in acts {
            // A writer that drew a number and died leaves a hole.
            house.store.stop_at_step(if acted { 9 } else { 1 });
            if let Ok(act) = block_on(trail.append(&AuditEvent::SignedIn, None)) {
                written.insert(0, act.number);
            }
            house.store.restart();
        }
        let (mut listed, mut before) = (Vec::new(), None);
        loop {
            let Page { entries, older } = block_on(trail.newest(count, before)).unwrap();
            prop_assert!(entries.len() == count || older.is_none());
            listed.extend(entries.iter().map(|entry| entry.number));
            before = older;
            if older.is_none() {
                break;
            }
        }
        prop_assert_eq!(listed, written);
    }
}

#[test]
fn a_trail_is_read_from_its_end_and_no_further_than_asked() {
    let house = House::new();
    let trail = house.records.audit(&elm());
    for _ in 0..40 {
        block_on(trail.append(&AuditEvent::SignedIn, None)).unwrap();
    }
    let mark = house.store.mark();
    let page = block_on(trail.newest(10, Some(31))).unwrap();
    assert_eq!((page.entries[0].number, page.entries[9].number, page.older), (30, 21, Some(21)));
    assert_eq!(house.store.calls_since(mark).len(), 11);
    assert_eq!(block_on(trail.newest(10, Some(1))).unwrap().entries, []);
    house.store.fail_next(1);
    assert!(matches!(block_on(trail.newest(10, None)), Err(RecordsError::Store(_))));
}
