use std::collections::BTreeMap;

use clock::Clock;
use futures::executor::block_on;
use jiff::SignedDuration;
use records::{Asker, Place, Records, RecordsError, StoreError, Stream};
use school_types::{Role, StaffId};
use testkit::{CounterForm, MemoryStore, Operation, Scheduler, Step};
use vault::{Domain, MasterKey, OpenError, Vault};

use crate::diary::{
    Diary, House, LoudDiary, Note, diary_key, diary_place, elm, form, morning, note, stop_at_every_step,
};

const MOVED: RecordsError = RecordsError::Event { stream: String::new(), number: 2, source: OpenError::NotAuthentic };

/// The error about note 2, whatever it is, in the shape of [`MOVED`].
fn error_about_two(house: &House) -> RecordsError {
    match block_on(house.diary().read()) {
        Err(RecordsError::Event { stream, number, source }) => {
            assert_eq!(stream, diary_place().as_str());
            RecordsError::Event { stream: String::new(), number, source }
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_written_is_read_in_order_with_its_time_and_its_writer() {
    for form in [CounterForm::LittleEndian, CounterForm::Digits] {
        let house = House::over(MemoryStore::with_counters(form));
        house.note("Ada may be photographed");
        house.later(90);
        let staff = Asker::Staff(StaffId::from_bytes([9; 10]), Role::Office);
        let office: Stream<Note> = house.records.as_asker(staff.clone()).stream(diary_place());
        let written = block_on(office.append(&note("Ada may not"), None)).unwrap();
        let entries = block_on(house.diary().read()).unwrap();
        assert_eq!(
            entries.iter().map(|e| (e.number, e.event.0.as_str())).collect::<Vec<_>>(),
            [(1, "Ada may be photographed"), (2, "Ada may not")]
        );
        assert_eq!((entries[0].at, &entries[0].by), (morning(), house.records.asker()));
        assert_eq!((entries[1].at, &entries[1].by), (written.at, &staff));
        assert_eq!(written.at, morning() + SignedDuration::from_secs(90));
        assert_eq!(house.notes(), ["Ada may be photographed", "Ada may not"]);
    }
}

#[test]
fn nothing_in_the_store_can_be_read() {
    let house = House::new();
    house.note("Ada may be photographed");
    assert_eq!(house.store.all_keys(), [diary_key("1"), diary_key("n"), diary_key("view")]);
    for planted in ["Ada", "photographed", "parent", "operation"] {
        assert!(!house.store.contains_text(planted), "{planted} is readable");
    }
    assert!(house.store.contains_text("permission"), "the search finds nothing");
}

#[test]
fn a_page_with_a_current_view_costs_two_reads_at_the_same_time_and_no_write() {
    let house = House::new();
    (0..40).for_each(|n| house.note(&format!("note {n}")));
    let mark = house.store.mark();
    assert_eq!(house.notes().len(), 40);
    let calls = house.store.calls_since(mark);
    assert_eq!(calls.iter().map(|c| c.key.clone()).collect::<Vec<_>>(), [diary_key("n"), diary_key("view")]);
    assert!(calls.iter().all(|c| c.operation == Operation::Get));

    let diary = house.diary();
    let mut scheduler = Scheduler::new(&house.store, morning());
    scheduler.add(async move { assert_eq!(diary.fold::<Diary>().await.unwrap().value.0.len(), 40) });
    scheduler.step(Step::Start(0));
    assert_eq!(house.store.flights().len(), 2);
    scheduler.finish();
}

#[test]
fn what_a_view_misses_is_fetched_in_one_further_round() {
    let house = House::new();
    house.note("first");
    for n in 0..5 {
        block_on(house.diary().append(&note(&format!("note {n}")), None)).unwrap();
    }
    let diary = house.diary();
    let mut scheduler = Scheduler::new(&house.store, morning());
    scheduler.add(async move { assert_eq!(diary.fold::<Diary>().await.unwrap().value.0.len(), 6) });
    for step in [Step::Start(0), Step::Go(0), Step::Go(0)] {
        scheduler.step(step);
    }
    assert_eq!(house.store.flights().len(), 5);
    scheduler.finish();
}

#[test]
fn a_form_sent_twice_is_one_fact() {
    let house = House::new();
    let first = block_on(house.diary().append(&note("no"), Some(&form(1)))).unwrap();
    house.later(5);
    let mark = house.store.mark();
    let again = block_on(house.diary().append(&note("yes"), Some(&form(1)))).unwrap();
    assert!(again.repeated && !first.repeated);
    assert_eq!((again.number, again.at), (first.number, first.at));
    let seen = block_on(house.diary().fold::<Diary>()).unwrap();
    let once_more = block_on(house.diary().append_to(&seen, &note("yes"), &form(1))).unwrap();
    assert_eq!(once_more, again);
    assert_eq!(house.store.writes_since(mark), []);
    assert_eq!(house.notes(), ["no"]);
}

#[test]
fn a_form_sent_twice_at_the_same_moment_is_one_fact_and_the_first_number_counts() {
    let house = House::new();
    let mut scheduler = Scheduler::new(&house.store, morning());
    for _ in 0..2 {
        let diary = house.diary();
        scheduler.add(async move { assert!(!diary.append(&note("no"), Some(&form(1))).await.unwrap().repeated) });
    }
    scheduler.step(Step::Start(0));
    scheduler.finish();
    house.store.at_once();
    // Both had looked before either had written.
    assert!(house.store.peek(&diary_key("2")).is_some());
    assert_eq!(house.notes(), ["no"]);
    let counts = block_on(house.diary().find(&form(1))).unwrap().unwrap();
    assert_eq!((counts.number, counts.repeated), (1, true));
    assert_eq!(block_on(house.diary().find(&form(2))).unwrap(), None);
    assert_eq!(block_on(house.diary().read()).unwrap().len(), 1);
}

#[test]
fn a_crash_at_any_step_of_a_decision_leaves_it_made_or_not_made() {
    stop_at_every_step(
        |records| async move {
            let diary: Stream<Note> = records.stream(diary_place());
            diary.append(&note("yes"), Some(&form(1))).await?;
            diary.append(&note("no"), Some(&form(2))).await?;
            diary.refresh::<Diary>().await?;
            Ok(())
        },
        |house, step, done| {
            let notes = house.notes();
            let whole = ["yes", "no"];
            assert!(whole.starts_with(&notes.iter().map(String::as_str).collect::<Vec<_>>()), "step {step}: {notes:?}");
            assert!(done.is_err() || notes == whole, "step {step}: acknowledged, and left {notes:?}");
            // The person sends both forms again.
            block_on(house.diary().append(&note("yes"), Some(&form(1)))).unwrap();
            block_on(house.diary().append(&note("no"), Some(&form(2)))).unwrap();
            assert_eq!(house.notes(), whole, "step {step}");
        },
    );
}

#[test]
fn a_stale_view_put_in_place_of_a_newer_one_is_harmless() {
    let house = House::new();
    house.note("one");
    let stale = house.store.peek(&diary_key("view"));
    house.note("two");
    house.note("three");
    house.store.tamper(&diary_key("view"), stale);
    assert_eq!(house.notes(), ["one", "two", "three"]);
    block_on(house.diary().append(&note("two again"), Some(&form(2)))).unwrap();
    assert_eq!(house.notes(), ["one", "two", "three", "two again"]);
}

#[test]
fn a_view_that_is_lost_changed_moved_or_of_another_form_costs_time_and_nothing_else() {
    let house = House::new();
    house.note("one");
    house.note("two");
    let view = house.store.peek(&diary_key("view")).unwrap();
    let other: Stream<Note> = house.records.stream(Place::of_school(&elm(), Domain::Permission).part("other"));
    block_on(other.append(&note("elsewhere"), None)).unwrap();
    block_on(other.refresh::<Diary>()).unwrap();
    let moved = house.store.peek("elm-street/permission/other/view").unwrap();
    let mut changed = view.clone();
    changed[40] ^= 1;
    for bad in [None, Some(changed), Some(moved), Some(view[..20].to_vec()), Some(Vec::new())] {
        house.store.tamper(&diary_key("view"), bad);
        assert_eq!(house.notes(), ["one", "two"]);
        let again = block_on(house.diary().append(&note("one"), None)).unwrap();
        assert!(!again.repeated);
        house.store.tamper(&diary_key(&again.number.to_string()), None);
    }
}

#[test]
fn a_view_of_an_older_program_is_rebuilt() {
    let house = House::new();
    house.note("one");
    let loud = block_on(house.diary().refresh::<LoudDiary>()).unwrap();
    assert_eq!(loud.value.0, ["ONE"]);
    assert_eq!(house.notes(), ["one"]);
    // The operations it accounts for are the same whatever the program.
    block_on(house.diary().append(&note("two"), Some(&form(2)))).unwrap();
    block_on(house.diary().refresh::<LoudDiary>()).unwrap();
    assert!(block_on(house.diary().append(&note("two"), Some(&form(2)))).unwrap().repeated);
}

#[test]
fn an_event_that_was_changed_moved_or_swapped_is_an_error_naming_it() {
    let house = House::new();
    ["one", "two", "three"].into_iter().for_each(|text| house.note(text));
    house.store.tamper(&diary_key("view"), None);
    let whole = house.store.peek(&diary_key("2")).unwrap();
    let mut changed = whole.clone();
    changed[50] ^= 1;
    house.store.tamper(&diary_key("2"), Some(changed));
    assert_eq!(error_about_two(&house), MOVED);
    house.store.tamper(&diary_key("2"), house.store.peek(&diary_key("3")));
    assert_eq!(error_about_two(&house), MOVED);
    house.store.tamper(&diary_key("2"), Some(whole[..30].to_vec()));
    assert!(matches!(error_about_two(&house), RecordsError::Event { number: 2, source: OpenError::Truncated, .. }));
    assert!(block_on(house.diary().fold::<Diary>()).is_err());
    assert!(block_on(house.diary().append(&note("four"), Some(&form(4)))).is_err());
}

#[test]
fn an_event_of_another_form_is_an_error_that_quotes_nothing() {
    let house = House::new();
    house.note("Ada");
    let numbers: Stream<u64> = house.records.stream(diary_place());
    let error = block_on(numbers.read()).unwrap_err();
    assert_eq!(error, RecordsError::EventForm { stream: diary_place().to_string(), number: 1 });
    assert!(!format!("{error} {error:?}").contains("Ada"));
}

#[test]
fn a_failed_read_is_never_absent() {
    let house = House::new();
    house.note("one");
    block_on(house.diary().append(&note("two"), None)).unwrap();
    let failed = Err(RecordsError::Store(StoreError::Unavailable("stopped by the test".to_owned())));
    // The counter, the view, the missing event.
    for step in 0..3 {
        house.store.stop_at_step(step);
        assert_eq!(block_on(house.diary().fold::<Diary>()).map(drop), failed, "step {step}");
        assert!(house.store.restart());
        house.store.stop_at_step(step);
        assert_eq!(block_on(house.diary().find(&form(1))).map(drop), failed, "step {step}");
        assert!(house.store.restart());
    }
    for step in 0..3 {
        house.store.stop_at_step(step);
        assert_eq!(block_on(house.diary().read()).map(drop), failed, "step {step}");
        assert!(house.store.restart());
    }
    assert_eq!(house.notes(), ["one", "two"]);
}

#[test]
fn a_counter_that_cannot_be_right_is_an_error_and_not_a_long_wait() {
    let house = House::new();
    house.note("one");
    house.store.tamper(&diary_key("n"), Some((1_u64 << 50).to_le_bytes().to_vec()));
    let stream = diary_place().to_string();
    assert_eq!(block_on(house.diary().read()).unwrap_err(), RecordsError::ImpossibleCounter { stream });
    house.store.tamper(&diary_key("n"), Some(b"many".to_vec()));
    let key = diary_key("n");
    assert_eq!(
        block_on(house.diary().fold::<Diary>()).unwrap_err(),
        RecordsError::Store(StoreError::BadCounter { key })
    );
}

#[test]
fn a_counter_that_fell_behind_its_view_loses_nothing_the_view_knows() {
    // As read: the view was saved between the two reads of a page.
    let house = House::new();
    house.note("one");
    house.note("two");
    house.store.tamper(&diary_key("n"), Some(1_u64.to_le_bytes().to_vec()));
    assert_eq!(house.notes(), ["one", "two"]);
}

#[test]
fn what_cannot_be_written_leaves_no_hole() {
    let house = House::new();
    let odd: Stream<BTreeMap<(u8, u8), u8>> = house.records.stream(diary_place());
    let mark = house.store.mark();
    let error = block_on(odd.append(&BTreeMap::from([((1, 2), 3)]), None)).unwrap_err();
    assert_eq!(error, RecordsError::NoJson);
    assert_eq!(house.store.writes_since(mark), []);
}

#[test]
fn while_keys_are_changed_old_and_new_events_stand_side_by_side() {
    let house = House::new();
    house.note("old");
    let with = |vault| {
        let (clock, _) = Clock::by_hand(morning());
        Records::new(house.store.handle(), vault, clock, Asker::task("test")).stream::<Note>(diary_place())
    };
    let (old, new) = (MasterKey::from_bytes([7; 32]), MasterKey::from_bytes([8; 32]));
    let changing = with(Vault::new(new.clone(), Some(old)));
    block_on(changing.append(&note("new"), None)).unwrap();
    assert_eq!(block_on(changing.refresh::<Diary>()).unwrap().value.0, ["old", "new"]);
    let changed = with(Vault::new(new, None));
    let error = block_on(changed.read()).unwrap_err();
    let source = OpenError::UnknownKey;
    assert_eq!(error, RecordsError::Event { stream: diary_place().to_string(), number: 1, source });
}

#[test]
fn streams_of_two_schools_never_meet() {
    let house = House::new();
    house.note("one");
    let oak = Place::of_school(&"oak-lane".parse().unwrap(), Domain::Permission).part("diary");
    let diary: Stream<Note> = house.records.stream(oak);
    assert_eq!(block_on(diary.fold::<Diary>()).unwrap().value.0, [""; 0]);
    house.store.tamper("oak-lane/permission/diary/n", house.store.peek(&diary_key("n")));
    house.store.tamper("oak-lane/permission/diary/1", house.store.peek(&diary_key("1")));
    house.store.tamper("oak-lane/permission/diary/view", house.store.peek(&diary_key("view")));
    assert!(matches!(
        block_on(diary.fold::<Diary>()),
        Err(RecordsError::Event { source: OpenError::NotAuthentic, .. })
    ));
}
