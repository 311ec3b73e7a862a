use std::{cell::RefCell, rc::Rc};

use futures::executor::block_on;
use jiff::SignedDuration;
use proptest::{collection::vec, prelude::*};
use records::{Claim, Pace, Place, Records, RecordsError, Standing, StoreError};
use testkit::{MemoryStore, Operation, Scheduler, Step};
use vault::Domain;

use crate::diary::{House, morning, records, stop_at_every_step};

const PATIENCE: SignedDuration = SignedDuration::from_secs(30);

fn place() -> Place {
    Place::of_installation(Domain::SignIn).part("code").part([5; 32])
}

fn claim(records: &Records) -> Result<Claim<String>, RecordsError> {
    block_on(records.claim(&place(), PATIENCE))
}

fn standing(records: &Records) -> Standing<String> {
    block_on(records.standing(&place())).unwrap()
}

#[test]
fn one_wins_and_the_others_learn_what_came_of_it() {
    let house = House::new();
    assert_eq!(standing(&house.records), Standing::Untouched);
    let Ok(Claim::Won(winner)) = claim(&house.records) else { panic!("nobody won") };
    assert!(matches!(claim(&house.records), Ok(Claim::Pending)));
    assert_eq!(standing(&house.records), Standing::Pending);
    block_on(winner.settle(&"signed in".to_owned())).unwrap();
    house.later(86_400);
    let mark = house.store.mark();
    assert!(matches!(claim(&house.records), Ok(Claim::Settled(outcome)) if outcome == "signed in"));
    assert_eq!(standing(&house.records), Standing::Settled("signed in".to_owned()));
    assert_eq!(house.store.writes_since(mark), []);
    assert!(!house.store.contains_text("signed in"));
}

#[test]
fn winning_costs_one_read_and_two_writes_and_settling_one_write() {
    let house = House::new();
    let Ok(Claim::Won(winner)) = claim(&house.records) else { panic!("nobody won") };
    block_on(winner.settle(&1)).unwrap();
    let operations: Vec<_> = house.store.calls_since(0).into_iter().map(|c| c.operation).collect();
    assert_eq!(operations, [Operation::Get, Operation::Increment, Operation::Set, Operation::Set]);
}

#[test]
fn the_work_of_a_winner_that_died_is_taken_over() {
    let house = House::new();
    drop(claim(&house.records).unwrap());
    house.later(90);
    assert!(matches!(claim(&house.records), Ok(Claim::Pending)));
    house.later(1);
    let Ok(Claim::Won(winner)) = claim(&house.records) else { panic!("nobody took over") };
    assert!(matches!(claim(&house.records), Ok(Claim::Pending)));
    assert_eq!(standing(&house.records), Standing::Pending);
    block_on(winner.settle(&"by the second".to_owned())).unwrap();
    assert!(matches!(claim(&house.records), Ok(Claim::Settled(outcome)) if outcome == "by the second"));
    assert_eq!(standing(&house.records), Standing::Settled("by the second".to_owned()));
}

#[test]
fn a_winner_that_took_too_long_is_told_so_and_its_outcome_does_not_count() {
    let house = House::new();
    let Ok(Claim::Won(slow)) = claim(&house.records) else { panic!("nobody won") };
    house.later(30);
    assert!(slow.in_time());
    house.later(1);
    assert!(!slow.in_time());
    let mark = house.store.mark();
    assert_eq!(block_on(slow.settle(&"late".to_owned())), Err(RecordsError::ClaimLost));
    assert_eq!(house.store.writes_since(mark), []);
}

#[test]
fn a_crash_at_any_step_of_a_claim_is_noticed_and_made_good() {
    stop_at_every_step(
        |records| async move {
            match records.claim::<String>(&place(), PATIENCE).await? {
                Claim::Won(winner) => winner.settle(&"first".to_owned()).await,
                other => panic!("{other:?}"),
            }
        },
        |house, step, done| {
            // People try every half minute.
            let mut tries = 0;
            let outcome = loop {
                match claim(&house.records).unwrap() {
                    Claim::Won(winner) => block_on(winner.settle(&"second".to_owned())).unwrap(),
                    Claim::Settled(outcome) => break outcome,
                    Claim::Pending => house.later(30),
                }
                tries += 1;
                assert!(tries < 8, "step {step}: nobody ever takes over");
            };
            assert_eq!(outcome, if done.is_ok() { "first" } else { "second" }, "step {step}");
        },
    );
}

#[test]
fn a_failed_read_neither_wins_nor_loses_a_claim() {
    let house = House::new();
    let Ok(Claim::Won(winner)) = claim(&house.records) else { panic!("nobody won") };
    block_on(winner.settle(&"done".to_owned())).unwrap();
    for step in 0..5 {
        house.store.stop_at_step(step);
        let mark = house.store.mark();
        assert!(matches!(claim(&house.records), Err(RecordsError::Store(StoreError::Unavailable(_)))), "{step}");
        assert_eq!(house.store.writes_since(mark), []);
        assert!(house.store.restart());
    }
}

/// A claimer whose work is to be stepped, on a host that keeps the scheduler's time.
fn add_claimer(scheduler: &mut Scheduler, store: &MemoryStore, told: &Rc<RefCell<Vec<String>>>) {
    let clock = scheduler.clock(SignedDuration::ZERO);
    let records = records(store, clock).with_pace(Pace::with_stopwatch(scheduler.stopwatch()));
    let told = Rc::clone(told);
    scheduler.add(async move {
        let told_what = match records.claim::<u8>(&place(), PATIENCE).await.unwrap() {
            Claim::Won(winner) => format!("won, {:?}", winner.settle(&1).await),
            Claim::Settled(_) => "settled".to_owned(),
            Claim::Pending => "pending".to_owned(),
        };
        told.borrow_mut().push(told_what);
    });
}

#[test]
fn a_winner_whose_outcome_arrived_too_late_is_told_so() {
    for (wait, outcome) in [(30, "won, Ok(())"), (31, "won, Err(ClaimLost)")] {
        let (store, told) = (MemoryStore::new(), Rc::default());
        let mut scheduler = Scheduler::new(&store, morning());
        add_claimer(&mut scheduler, &store, &told);
        // The counter read and counted, the beginning put; then the outcome is on its way.
        for step in [Step::Start(0), Step::Go(0), Step::Go(0), Step::Go(0), Step::Land(0), Step::Wait(wait)] {
            scheduler.step(step);
        }
        scheduler.finish();
        assert_eq!(*told.borrow(), [outcome]);
    }
}

#[test]
fn a_loser_that_was_held_up_does_not_make_a_young_winner_look_old() {
    let (store, told) = (MemoryStore::new(), Rc::default());
    let mut scheduler = Scheduler::new(&store, morning());
    add_claimer(&mut scheduler, &store, &told);
    add_claimer(&mut scheduler, &store, &told);
    // One looks at its clock and is held up. Long after, the other wins, and is held up saying since when.
    for step in [Step::Start(0), Step::Stall(0), Step::Wait(200), Step::Start(0), Step::Go(0), Step::Go(0)] {
        scheduler.step(step);
    }
    // The first goes on, and notices somebody who has said nothing.
    for step in [Step::Stall(0), Step::Release(0), Step::Run] {
        scheduler.step(step);
    }
    assert_eq!(*told.borrow(), ["pending"]);
    store.at_once();
    let third = records(&store, scheduler.clock(SignedDuration::ZERO));
    assert!(matches!(claim(&third), Ok(Claim::Pending)), "taken over from a winner in time");
}

fn step() -> impl Strategy<Value = Step> {
    let any = 0..64_usize;
    prop_oneof![
        4 => any.clone().prop_map(Step::Start),
        12 => any.clone().prop_map(Step::Go),
        2 => Just(Step::Run),
        3 => any.clone().prop_map(Step::Land),
        3 => any.clone().prop_map(Step::Answer),
        2 => any.clone().prop_map(Step::Stall),
        1 => any.clone().prop_map(Step::Release),
        1 => any.clone().prop_map(Step::Kill),
        1 => any.clone().prop_map(Step::Fail),
        1 => any.prop_map(Step::Lose),
        3 => prop::sample::select(vec![5, 31, 61, 120]).prop_map(Step::Wait),
        1 => prop::sample::select(vec![31, 120]).prop_map(Step::Sleep),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever dies or stalls, at most one winner is told that its outcome stands, and whoever is told an outcome
    /// after that is told that one.
    #[test]
    fn at_most_one_settles_and_everybody_hears_of_it(
        skews in vec(-20..=20_i64, 1..8),
        steps in vec(step(), 0..150),
    ) {
        let store = MemoryStore::new();
        let mut scheduler = Scheduler::new(&store, morning());
        let settled = Rc::new(RefCell::new(Vec::new()));
        for (name, skew) in skews.iter().enumerate() {
            let clock = scheduler.clock(SignedDuration::from_secs(*skew));
            let records = records(&store, clock).with_pace(Pace::with_stopwatch(scheduler.stopwatch()));
            let settled = Rc::clone(&settled);
            scheduler.add(async move {
                let before = settled.borrow().clone();
                match records.claim::<usize>(&place(), PATIENCE).await {
                    Ok(Claim::Won(winner)) => {
                        assert!(before.is_empty(), "won what was settled");
                        if winner.settle(&name).await.is_ok() {
                            settled.borrow_mut().push(name);
                        }
                    }
                    Ok(Claim::Settled(outcome)) => assert!(before.is_empty() || before == [outcome]),
                    Ok(Claim::Pending) => assert!(before.is_empty(), "pending, though settled"),
                    Err(_) => {}
                }
            });
        }
        for step in &steps {
            scheduler.step(*step);
        }
        scheduler.finish();
        scheduler.land_the_rest();
        store.at_once();
        let settled = settled.borrow().clone();
        prop_assert!(settled.len() <= 1, "settled by {settled:?}");
        let records = records(&store, scheduler.clock(SignedDuration::ZERO));
        if let [name] = settled[..] {
            prop_assert_eq!(block_on(records.standing(&place())), Ok(Standing::Settled(name)));
        }
    }
}
