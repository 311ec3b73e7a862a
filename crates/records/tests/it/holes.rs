//! Slow and dead writers.

use clock::Clock;
use futures::executor::block_on;
use jiff::SignedDuration;
use records::{RecordsError, Stream};
use testkit::{MemoryStore, Scheduler, Step};

use crate::diary::{Diary, House, Note, diary_key, diary_place, form, morning, note, records};

/// One slow writer, who wrote "slow" without a form; `steps` happen to it after its counter was counted.
fn slow_writer(steps: &[Step]) -> (House, Scheduler) {
    let store = MemoryStore::new();
    let mut scheduler = Scheduler::new(&store, morning());
    let house = House::over(store.clone());
    let slow: Stream<Note> = records(&store, scheduler.clock(SignedDuration::ZERO)).stream(diary_place());
    scheduler.add(async move { drop(slow.append(&note("slow"), None).await) });
    scheduler.step(Step::Start(0));
    scheduler.step(Step::Go(0));
    steps.iter().for_each(|step| scheduler.step(*step));
    store.at_once();
    (house, scheduler)
}

#[test]
fn a_writer_that_missed_its_deadline_writes_again_and_it_is_one_fact() {
    let (house, mut scheduler) = slow_writer(&[Step::Land(0), Step::Wait(11), Step::Answer(0)]);
    scheduler.finish();
    assert!(house.store.peek(&diary_key("1")).is_some() && house.store.peek(&diary_key("2")).is_some());
    assert_eq!(house.notes(), ["slow"]);
    // In time, there is nothing to repeat; and a host that sleeps is late by its wall clock alone.
    let (house, mut scheduler) = slow_writer(&[Step::Land(0), Step::Wait(10), Step::Answer(0)]);
    scheduler.finish();
    assert_eq!(house.store.peek(&diary_key("2")), None);
    let (house, mut scheduler) = slow_writer(&[Step::Land(0), Step::Sleep(11), Step::Answer(0)]);
    scheduler.finish();
    assert!(house.store.peek(&diary_key("2")).is_some());
}

#[test]
fn a_writer_that_is_late_before_it_puts_its_event_does_not_put_it() {
    let store = MemoryStore::new();
    let mut scheduler = Scheduler::new(&store, morning());
    let slow: Stream<Note> = records(&store, scheduler.clock(SignedDuration::ZERO)).stream(diary_place());
    scheduler.add(async move { assert_eq!(slow.append(&note("slow"), None).await.unwrap().number, 2) });
    for step in [Step::Start(0), Step::Land(0), Step::Wait(11), Step::Answer(0)] {
        scheduler.step(step);
    }
    scheduler.finish();
    assert_eq!(store.peek(&diary_key("1")), None);
    assert!(store.peek(&diary_key("2")).is_some());
}

#[test]
fn a_store_that_stays_too_slow_is_an_error_that_names_the_form() {
    let store = MemoryStore::new();
    let clock = Clock::stepping(morning(), SignedDuration::from_secs(11));
    let diary: Stream<Note> = records(&store, clock).stream(diary_place());
    let error = block_on(diary.append(&note("yes"), Some(&form(1)))).unwrap_err();
    assert_eq!(error, RecordsError::TooSlow { operation: form(1) });
}

#[test]
fn a_young_hole_holds_the_view_back_and_an_old_one_does_not() {
    let (house, mut scheduler) = slow_writer(&[]);
    house.note("after the hole");
    // The view could not be saved, and so the event is fetched.
    assert_eq!(house.store.peek(&diary_key("view")), None);
    // In time after all.
    scheduler.step(Step::Go(0));
    assert_eq!(house.notes(), ["slow", "after the hole"]);

    let (house, mut scheduler) = slow_writer(&[Step::Kill(0)]);
    house.note("after the hole");
    house.later(61);
    house.note("later");
    assert!(house.store.peek(&diary_key("view")).is_some());
    let mark = house.store.mark();
    assert_eq!(house.notes(), ["after the hole", "later"]);
    // Counter, view, and one look at the hole.
    let keys: Vec<_> = house.store.calls_since(mark).into_iter().map(|c| c.key).collect();
    assert_eq!(keys, [diary_key("n"), diary_key("view"), diary_key("1")]);
    // What the dead writer had sent arrives, and everybody sees it in its place.
    scheduler.land_the_rest();
    assert_eq!(house.notes(), ["slow", "after the hole", "later"]);
    house.note("last");
    assert_eq!(house.notes(), ["slow", "after the hole", "later", "last"]);
}

#[test]
fn how_old_a_hole_is_depends_on_when_reading_began_and_not_on_when_it_ended() {
    let (house, mut scheduler) = slow_writer(&[]);
    block_on(house.diary().append(&note("after the hole"), None)).unwrap();
    house.store.by_steps();
    let reader: Stream<Note> = records(&house.store, scheduler.clock(SignedDuration::ZERO)).stream(diary_place());
    scheduler.add(async move { assert_eq!(reader.refresh::<Diary>().await.unwrap().value.0, ["after the hole"]) });
    // Oldest first: the slow set is held up; counter and view are read, then number 1, which is a hole still.
    for step in [Step::Stall(0), Step::Start(0), Step::Go(0), Step::Go(0), Step::Go(0)] {
        scheduler.step(step);
    }
    // The slow writer is in time, and told so. The reader's host falls asleep before its last answer.
    scheduler.step(Step::Release(0));
    scheduler.step(Step::Go(0));
    assert!(house.store.peek(&diary_key("1")).is_some());
    scheduler.step(Step::Wait(3_600));
    scheduler.finish();
    assert_eq!(house.store.peek(&diary_key("view")), None, "the view passed over an acknowledged event");
    house.store.at_once();
    assert_eq!(house.notes(), ["slow", "after the hole"]);
}

#[test]
fn after_a_day_nobody_looks_at_a_hole_any_more() {
    let (house, _scheduler) = slow_writer(&[Step::Kill(0), Step::Lose(0)]);
    house.note("after the hole");
    house.later(61);
    house.note("later");
    house.later(86_401);
    let mark = house.store.mark();
    assert_eq!(house.notes(), ["after the hole", "later"]);
    assert_eq!(house.store.calls_since(mark).len(), 2);
}
