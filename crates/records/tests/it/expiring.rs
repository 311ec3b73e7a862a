use std::collections::BTreeSet;

use futures::executor::block_on;
use jiff::SignedDuration;
use proptest::{collection::vec, prelude::*};
use records::{Claim, Pace, Place, Records, RecordsError, Swept, Temporary};
use testkit::{MemoryStore, Scheduler, Step};
use vault::Domain;

use crate::diary::{Diary, House, Note, morning, note, records, stop_at_every_step};

const CURSOR: &str = "_/temporary/cursor/value";

fn place(number: u64) -> Place {
    Place::of_installation(Domain::SignIn).part("code").part(number)
}

async fn make(records: &Records, number: u64, minutes: i64) -> Result<(), RecordsError> {
    let place = place(number);
    records.expire_at(&[Temporary::Value(&place)], records.now() + SignedDuration::from_mins(minutes)).await?;
    records.put(&place, &number).await
}

fn sweep(house: &House, at_most: u64) -> Swept {
    block_on(house.records.sweep(at_most)).unwrap()
}

fn sweep_everything(house: &House) {
    while sweep(house, 50).more {}
}

#[test]
fn every_kind_of_temporary_record_goes_when_its_time_is_over_and_leaves_nothing() {
    let house = House::new();
    let (records, place) = (&house.records, place(1));
    block_on(async {
        let kinds =
            [Temporary::Value(&place), Temporary::Count(&place), Temporary::Claim(&place), Temporary::Stream(&place)];
        records.expire_at(&kinds, records.now() + SignedDuration::from_mins(60)).await.unwrap();
        records.put(&place, &1).await.unwrap();
        records.count(&place).await.unwrap();
        // A claim that was taken over once, and settled.
        drop(records.claim::<u8>(&place, SignedDuration::ZERO).await.unwrap());
        house.later(61);
        let Ok(Claim::Won(winner)) = records.claim::<u8>(&place, SignedDuration::ZERO).await else { panic!() };
        winner.settle(&1).await.unwrap();
        let stream = records.stream::<Note>(place.clone());
        for _ in 0..3 {
            stream.append(&note("tried"), None).await.unwrap();
        }
        stream.refresh::<Diary>().await.unwrap();
    });
    house.later(59 * 60);
    sweep_everything(&house);
    assert_eq!(block_on(records.fetch(&place)), Ok(Some(1)), "it went too early");
    house.later(11 * 60);
    sweep_everything(&house);
    assert_eq!(house.store.all_keys(), [CURSOR]);
}

#[test]
fn a_sweep_with_nothing_to_do_costs_one_read() {
    let house = House::new();
    sweep_everything(&house);
    let mark = house.store.mark();
    assert_eq!(sweep(&house, 10), Swept::default());
    assert_eq!(house.store.calls_since(mark).len(), 1);
}

#[test]
fn days_of_downtime_are_caught_up_with_in_portions() {
    let house = House::new();
    sweep_everything(&house);
    for number in 0..40 {
        block_on(make(&house.records, number, 1 + 7 * number as i64)).unwrap();
    }
    house.later(9 * 86_400);
    let mut portions = 0;
    loop {
        let mark = house.store.mark();
        let swept = sweep(&house, 3);
        assert!(swept.listings <= 3);
        // The cursor and 48 bins; three listings; and as many removals, bins and the cursor again.
        assert!(house.store.calls_since(mark).len() <= 49 + 3 + 3 + 3 + 48 + 1);
        portions += 1;
        if !swept.more {
            break;
        }
    }
    assert!((13..60).contains(&portions), "{portions}");
    assert_eq!(house.store.all_keys(), [CURSOR]);
}

#[test]
fn a_crash_at_any_step_of_a_sweep_or_of_what_it_sweeps_leaves_nothing_behind() {
    stop_at_every_step(
        |records| async move {
            make(&records, 1, 5).await?;
            make(&records, 2, 25).await
        },
        |house, step, _| {
            house.later(45 * 60);
            sweep_everything(house);
            assert_eq!(house.store.all_keys(), [CURSOR], "step {step} of making");
        },
    );
    for step in 0.. {
        let house = House::new();
        sweep_everything(&house);
        (1..4).for_each(|n| block_on(make(&house.records, n, 4 * n as i64)).unwrap());
        house.later(45 * 60);
        house.store.stop_at_step(step);
        let _ = block_on(house.records.sweep(10));
        let stopped = house.store.restart();
        sweep_everything(&house);
        assert_eq!(house.store.all_keys(), [CURSOR], "step {step} of sweeping");
        if !stopped {
            assert!(step > 5);
            break;
        }
    }
}

#[test]
fn what_expires_in_a_time_already_swept_is_listed_for_now() {
    let house = House::new();
    house.later(30 * 60);
    sweep_everything(&house);
    block_on(make(&house.records, 1, -25)).unwrap();
    house.later(12 * 60);
    sweep_everything(&house);
    assert_eq!(house.store.all_keys(), [CURSOR]);
}

#[test]
fn a_listing_written_slowly_at_the_end_of_its_time_is_not_swept_past() {
    let store = MemoryStore::new();
    let mut scheduler = Scheduler::new(&store, morning());
    let host = |scheduler: &mut Scheduler| {
        let clock = scheduler.clock(SignedDuration::ZERO);
        records(&store, clock).with_pace(Pace::with_stopwatch(scheduler.stopwatch()))
    };
    let (maker, sweeper, last) = (host(&mut scheduler), host(&mut scheduler), host(&mut scheduler));
    scheduler.add(async move { make(&maker, 1, 0).await.unwrap() });
    scheduler.add(async move { while sweeper.sweep(5).await.unwrap().more {} });
    // Listed two seconds before the bin is over, put three seconds after, in time; swept in between.
    for step in [Step::Wait(598), Step::Start(0), Step::Go(0), Step::Stall(0), Step::Wait(5), Step::Start(0), Step::Run]
    {
        scheduler.step(step);
    }
    scheduler.finish();
    scheduler.step(Step::Wait(3_600));
    store.at_once();
    while block_on(last.sweep(5)).unwrap().more {}
    assert_eq!(store.all_keys(), [CURSOR]);
}

#[test]
fn a_listing_that_does_not_open_stops_no_sweep() {
    let house = House::new();
    (1..4).for_each(|n| block_on(make(&house.records, n, 5)).unwrap());
    let listings: Vec<_> = house.store.all_keys().into_iter().filter(|k| k.contains("/bin/")).collect();
    house.store.tamper(&listings[1], Some(vec![0; 60]));
    sweep_everything(&house);
    house.later(45 * 60);
    assert_eq!(sweep(&house, 10), Swept { listings: 3, unreadable: 1, more: false });
    assert!(!house.store.all_keys().contains(&format!("{}/value", place(3))));
}

#[test]
fn nothing_about_what_expires_can_be_read() {
    let house = House::new();
    block_on(make(&house.records, 1, 5)).unwrap();
    house.store.tamper(&format!("{}/value", place(1)), None);
    assert!(!house.store.contains_text("code"));
}

fn step() -> impl Strategy<Value = Step> {
    let any = 0..64_usize;
    prop_oneof![
        6 => any.clone().prop_map(Step::Start),
        16 => any.clone().prop_map(Step::Go),
        2 => Just(Step::Run),
        3 => any.clone().prop_map(Step::Land),
        3 => any.clone().prop_map(Step::Answer),
        2 => any.clone().prop_map(Step::Stall),
        1 => any.clone().prop_map(Step::Release),
        1 => any.clone().prop_map(Step::Kill),
        1 => any.clone().prop_map(Step::Fail),
        1 => any.prop_map(Step::Lose),
        2 => prop::sample::select(vec![1, 5, 300, 700]).prop_map(Step::Wait),
    ]
}

#[derive(Clone, Copy, Debug)]
enum Job {
    Make { minutes: i64 },
    Sweep { at_most: u64 },
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Makers and sweepers at the same time, some of them dying: nothing goes before its time, and in the end
    /// everything whose time is over goes.
    #[test]
    fn sweepers_that_meet_remove_what_has_expired_and_nothing_else(
        jobs in vec(
            prop_oneof![
                (0..40_i64).prop_map(|minutes| Job::Make { minutes }),
                (1..4_u64).prop_map(|at_most| Job::Sweep { at_most }),
            ],
            1..12,
        ),
        steps in vec(step(), 0..200),
    ) {
        let store = MemoryStore::new();
        let mut scheduler = Scheduler::new(&store, morning());
        let made = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
        for (number, job) in (0_u64..).zip(&jobs) {
            let clock = scheduler.clock(SignedDuration::ZERO);
            let records = records(&store, clock).with_pace(Pace::with_stopwatch(scheduler.stopwatch()));
            let (made, job) = (made.clone(), *job);
            scheduler.add(async move {
                match job {
                    Job::Make { minutes } => {
                        let until = records.now() + SignedDuration::from_mins(minutes);
                        if make(&records, number, minutes).await.is_ok() {
                            made.borrow_mut().push((number, until));
                        }
                    }
                    Job::Sweep { at_most } => drop(records.sweep(at_most).await),
                }
            });
        }
        for step in &steps {
            scheduler.step(*step);
        }
        scheduler.finish();
        scheduler.land_the_rest();
        store.at_once();
        let records = records(&store, scheduler.clock(SignedDuration::ZERO));
        let keys: BTreeSet<_> = store.all_keys().into_iter().collect();
        for (number, until) in made.borrow().iter() {
            prop_assert!(
                *until <= records.now() || keys.contains(&format!("{}/value", place(*number))),
                "{number} went before its time"
            );
        }
        scheduler.step(Step::Wait(3_600));
        while block_on(records.sweep(5)).unwrap().more {}
        for (number, _) in made.borrow().iter() {
            prop_assert!(store.peek(&format!("{}/value", place(*number))).is_none(), "{number} was left");
        }
    }
}
