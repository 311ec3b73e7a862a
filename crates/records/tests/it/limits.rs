use futures::executor::block_on;
use jiff::SignedDuration;
use proptest::{collection::vec, prelude::*};
use records::{Limit, Pace};
use testkit::{MemoryStore, Operation, Scheduler, Step};

use crate::diary::{House, morning, records};

const BUCKET: [u8; 32] = [4; 32];

fn attempt(house: &House, bucket: &[u8; 32]) -> Limit {
    block_on(house.records.limit("sign-in", bucket, 10, 10)).unwrap()
}

#[test]
fn the_eleventh_try_in_ten_minutes_is_refused_and_writes_nothing() {
    let house = House::new();
    for _ in 0..10 {
        assert_eq!(attempt(&house, &BUCKET), Limit::Allowed);
        house.later(59);
    }
    let mark = house.store.mark();
    // 08:09:50; the first three were made before 08:02, a slice that counts until 08:12.
    assert_eq!(attempt(&house, &BUCKET), Limit::TryAgainIn(SignedDuration::from_secs(130)));
    assert_eq!(house.store.writes_since(mark), []);
    assert_eq!(attempt(&house, &[5; 32]), Limit::Allowed);
    assert_eq!(block_on(house.records.limit("letter", &BUCKET, 10, 10)), Ok(Limit::Allowed));
    house.later(130);
    assert_eq!(attempt(&house, &BUCKET), Limit::Allowed);
}

#[test]
fn a_try_costs_six_reads_and_one_write_and_the_first_of_a_slice_two_more() {
    let house = House::new();
    let cost = || {
        let mark = house.store.mark();
        assert_eq!(attempt(&house, &BUCKET), Limit::Allowed);
        let reads = house.store.calls_since(mark).iter().filter(|c| c.operation == Operation::Get).count();
        (reads, house.store.writes_since(mark).len())
    };
    assert_eq!(cost(), (6, 3));
    assert_eq!(cost(), (6, 1));
    house.later(120);
    assert_eq!(cost(), (6, 3));
}

#[test]
fn the_counters_of_a_limit_are_swept_and_the_bucket_with_them() {
    let house = House::new();
    let hex = "04".repeat(32);
    attempt(&house, &BUCKET);
    assert!(house.store.contains_text(&hex));
    house.later(35 * 60);
    while block_on(house.records.sweep(10)).unwrap().more {}
    assert!(!house.store.contains_text(&hex));
}

#[test]
fn nothing_at_all_is_allowed_where_the_limit_is_nought() {
    let house = House::new();
    let refused = block_on(house.records.limit("sign-in", &BUCKET, 10, 0)).unwrap();
    assert_eq!(refused, Limit::TryAgainIn(SignedDuration::from_mins(12)));
}

#[test]
fn whoever_succeeds_uses_up_nothing_and_whoever_fails_does() {
    let house = House::new();
    let attempt = || block_on(house.records.limit_failures("sign-in", &BUCKET, 10, 3)).unwrap();
    for _ in 0..20 {
        block_on(house.records.give_back(attempt().unwrap())).unwrap();
    }
    // Not even with successes in between: each gives back itself alone.
    for _ in 0..3 {
        let _failed = attempt().unwrap();
        if let Ok(right) = attempt() {
            block_on(house.records.give_back(right)).unwrap();
        }
    }
    let mark = house.store.mark();
    assert!(attempt().is_err());
    assert_eq!(house.store.writes_since(mark), []);
    house.later(12 * 60);
    assert!(attempt().is_ok());
    house.later(40 * 60);
    while block_on(house.records.sweep(10)).unwrap().more {}
    assert!(!house.store.contains_text(&"04".repeat(32)), "what was given back is swept too");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_more_than_allowed_in_any_window_and_the_promised_wait_is_kept(
        start in 0..1_200_i64,
        pauses in vec(prop_oneof![3 => 0..20_i64, 1 => 0..700_i64], 1..60),
        at_most in 1..6_u64,
    ) {
        let house = House::new();
        house.later(start);
        let mut allowed: Vec<i64> = Vec::new();
        let (mut now, mut until) = (0, 0);
        for pause in pauses {
            house.later(pause);
            now += pause;
            match block_on(house.records.limit("sign-in", &BUCKET, 10, at_most)).unwrap() {
                Limit::Allowed => allowed.push(now),
                Limit::TryAgainIn(wait) => {
                    prop_assert!(now < until || until == 0 || allowed.last() >= Some(&until), "refused after the wait");
                    prop_assert!(wait > SignedDuration::ZERO && wait <= SignedDuration::from_mins(12));
                    until = now + wait.as_secs();
                }
            }
        }
        for (first, at) in allowed.iter().enumerate() {
            let within = allowed[first..].iter().filter(|later| **later < at + 600).count();
            prop_assert!(within as u64 <= at_most, "{within} from {at} on: {allowed:?}");
        }
    }

    #[test]
    fn tries_at_the_same_moment_do_not_slip_through(picks in vec(0..64_usize, 0..80), at_most in 1..4_u64) {
        let store = MemoryStore::new();
        let mut scheduler = Scheduler::new(&store, morning());
        let allowed = std::rc::Rc::new(std::cell::Cell::new(0));
        for _ in 0..6 {
            let clock = scheduler.clock(SignedDuration::ZERO);
            let records = records(&store, clock).with_pace(Pace::with_stopwatch(scheduler.stopwatch()));
            let allowed = allowed.clone();
            scheduler.add(async move {
                if records.limit("sign-in", &BUCKET, 10, at_most).await == Ok(Limit::Allowed) {
                    allowed.set(allowed.get() + 1);
                }
            });
        }
        for pick in picks {
            scheduler.step(if pick % 5 == 0 { Step::Start(pick) } else { Step::Go(pick) });
        }
        scheduler.finish();
        prop_assert!(allowed.get() <= at_most);
        // Nobody was refused for nothing either: somebody got in.
        prop_assert!(allowed.get() >= 1);
    }

    #[test]
    fn never_more_failures_than_allowed_in_any_window_and_nobody_waits_for_others_successes(
        start in 0..1_200_i64,
        tries in vec((prop_oneof![3 => 0..20_i64, 1 => 0..700_i64], any::<bool>()), 1..80),
        at_most in 1..6_u64,
    ) {
        let house = House::new();
        house.later(start);
        let mut failed: Vec<i64> = Vec::new();
        let mut now = 0;
        for (pause, succeeds) in tries {
            house.later(pause);
            now += pause;
            match block_on(house.records.limit_failures("sign-in", &BUCKET, 10, at_most)).unwrap() {
                Ok(counted) if succeeds => block_on(house.records.give_back(counted)).unwrap(),
                Ok(_) => failed.push(now),
                Err(wait) => {
                    // A slice longer than the window at most.
                    let lately = failed.iter().filter(|at| **at > now - 720).count() as u64;
                    prop_assert!(lately >= at_most, "refused after {lately} failures");
                    prop_assert!(wait > SignedDuration::ZERO && wait <= SignedDuration::from_mins(12));
                }
            }
        }
        for (first, at) in failed.iter().enumerate() {
            let within = failed[first..].iter().filter(|later| **later < at + 600).count();
            prop_assert!(within as u64 <= at_most, "{within} from {at} on: {failed:?}");
        }
    }

    #[test]
    fn guesses_at_the_same_moment_do_not_slip_through_between_successes(
        picks in vec(0..64_usize, 0..120),
        succeed in vec(any::<bool>(), 6),
        at_most in 1..4_u64,
    ) {
        let store = MemoryStore::new();
        let mut scheduler = Scheduler::new(&store, morning());
        let failed = std::rc::Rc::new(std::cell::Cell::new(0));
        for succeeds in succeed {
            let clock = scheduler.clock(SignedDuration::ZERO);
            let records = records(&store, clock).with_pace(Pace::with_stopwatch(scheduler.stopwatch()));
            let failed = failed.clone();
            scheduler.add(async move {
                match records.limit_failures("sign-in", &BUCKET, 10, at_most).await {
                    Ok(Ok(counted)) if succeeds => { let _ = records.give_back(counted).await; }
                    Ok(Ok(_)) => failed.set(failed.get() + 1),
                    _ => {}
                }
            });
        }
        for pick in picks {
            scheduler.step(if pick % 5 == 0 { Step::Start(pick) } else { Step::Go(pick) });
        }
        scheduler.finish();
        prop_assert!(failed.get() <= at_most);
    }
}
