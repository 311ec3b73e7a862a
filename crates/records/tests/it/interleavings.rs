//! Any interleaving of appends, crashes between increment and set, slow writers, readers and view writers loses no
//! acknowledged event, applies none twice, and leaves every reader with the same facts in the same order.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use futures::executor::block_on;
use jiff::SignedDuration;
use proptest::{collection::vec, prelude::*};
use records::{Pace, Records, Stream};
use testkit::{MemoryStore, Scheduler, Step};

use crate::diary::{Diary, Note, diary_key, diary_place, form, morning, note, records};

/// What one person does.
#[derive(Clone, Copy, Debug)]
enum Job {
    /// Sends a form; the same form twice says the same.
    Send(u8),
    /// Looks at the diary, decides, sends a form and saves the view, as a page does.
    LookAndSend(u8),
    /// Writes down something no form stands for.
    Jot,
    /// Looks at the diary.
    Look,
    /// Reads all of it.
    Export,
    /// Saves the view.
    Refresh,
}

fn job() -> impl Strategy<Value = Job> {
    prop_oneof![
        3 => (0..4_u8).prop_map(Job::Send),
        3 => (0..4_u8).prop_map(Job::LookAndSend),
        3 => Just(Job::Jot),
        2 => Just(Job::Look),
        1 => Just(Job::Export),
        3 => Just(Job::Refresh),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let any = 0..64_usize;
    prop_oneof![
        8 => any.clone().prop_map(Step::Start),
        16 => any.clone().prop_map(Step::Go),
        4 => any.clone().prop_map(Step::Land),
        4 => any.clone().prop_map(Step::Answer),
        4 => Just(Step::Run),
        4 => any.clone().prop_map(Step::Stall),
        2 => any.clone().prop_map(Step::Release),
        1 => any.clone().prop_map(Step::Kill),
        1 => any.clone().prop_map(Step::Fail),
        1 => any.prop_map(Step::Lose),
        1 => prop::sample::select(vec![1, 5, 11]).prop_map(Step::Wait),
        2 => prop::sample::select(vec![61, 120, 300]).prop_map(Step::Wait),
        1 => prop::sample::select(vec![11, 61, 300]).prop_map(Step::Sleep),
    ]
}

/// A host whose clock is wrong by up to 20 seconds.
fn host() -> impl Strategy<Value = i64> {
    prop_oneof![2 => Just(0), 1 => -20..=20_i64]
}

#[derive(Default)]
struct Witness {
    tried: BTreeSet<String>,
    acknowledged: BTreeSet<String>,
}

type Shared = Rc<RefCell<Witness>>;

/// What anybody sees holds every note acknowledged before they looked, and none twice.
fn check(witness: &Shared, before: &BTreeSet<String>, seen: &[String]) {
    let distinct: BTreeSet<_> = seen.iter().cloned().collect();
    assert_eq!(distinct.len(), seen.len(), "a note was applied twice: {seen:?}");
    assert!(distinct.is_superset(before), "acknowledged {before:?}, but seen {seen:?}");
    assert!(distinct.is_subset(&witness.borrow().tried), "seen {seen:?}");
}

async fn work(records: Records, job: Job, name: usize, witness: Shared) {
    let diary: Stream<Note> = records.stream(diary_place());
    let before = witness.borrow().acknowledged.clone();
    let text = match job {
        Job::Send(number) | Job::LookAndSend(number) => format!("form {number}"),
        _ => format!("jotted by {name}"),
    };
    let try_it = || witness.borrow_mut().tried.insert(text.clone());
    let acknowledge = || witness.borrow_mut().acknowledged.insert(text.clone());
    match job {
        Job::Send(number) => {
            try_it();
            if diary.append(&note(&text), Some(&form(number))).await.is_ok() {
                acknowledge();
            }
        }
        Job::Jot => {
            try_it();
            if diary.append(&note(&text), None).await.is_ok() {
                acknowledge();
            }
        }
        Job::LookAndSend(number) => {
            let Ok(seen) = diary.fold::<Diary>().await else { return };
            check(&witness, &before, &seen.value.0);
            try_it();
            if diary.append_to(&seen, &note(&text), &form(number)).await.is_err() {
                return;
            }
            acknowledge();
            let before = witness.borrow().acknowledged.clone();
            if let Ok(seen) = diary.refresh::<Diary>().await {
                check(&witness, &before, &seen.value.0);
            }
        }
        Job::Look => {
            if let Ok(seen) = diary.fold::<Diary>().await {
                check(&witness, &before, &seen.value.0);
            }
        }
        Job::Export => {
            if let Ok(entries) = diary.read().await {
                let seen: Vec<_> = entries.into_iter().map(|entry| entry.event.0).collect();
                check(&witness, &before, &seen);
            }
        }
        Job::Refresh => {
            if let Ok(seen) = diary.refresh::<Diary>().await {
                check(&witness, &before, &seen.value.0);
            }
        }
    }
}

/// What is left, read in both ways.
struct Left {
    store: MemoryStore,
    diary: Stream<Note>,
    witness: Shared,
}

impl Left {
    fn folded(&self) -> Vec<String> {
        let mark = self.store.mark();
        let seen = block_on(self.diary.fold::<Diary>()).unwrap().value.0;
        assert_eq!(self.store.writes_since(mark), [], "reading wrote");
        check(&self.witness, &self.witness.borrow().acknowledged, &seen);
        seen
    }

    fn read(&self) -> Vec<String> {
        let mark = self.store.mark();
        let entries = block_on(self.diary.read()).unwrap();
        let (facts, folded) = block_on(self.diary.read_and_fold::<Diary>()).unwrap();
        assert_eq!(facts, entries);
        assert_eq!(self.store.writes_since(mark), [], "reading wrote");
        assert!(entries.is_sorted_by(|a, b| a.number < b.number));
        let seen: Vec<_> = entries.into_iter().map(|entry| entry.event.0).collect();
        assert_eq!(folded.value.0, seen);
        check(&self.witness, &self.witness.borrow().acknowledged, &seen);
        seen
    }
}

/// Runs `jobs` by `steps`, each on a host with its own clock.
fn run(jobs: &[(Job, i64)], steps: &[Step], watch: SignedDuration) -> (Scheduler, Left) {
    let store = MemoryStore::new();
    let mut scheduler = Scheduler::new(&store, morning());
    let witness = Shared::default();
    let host = |scheduler: &mut Scheduler, skew| {
        let mut pace = Pace::with_stopwatch(scheduler.stopwatch());
        pace.hole_watch = watch;
        records(&store, scheduler.clock(SignedDuration::from_secs(skew))).with_pace(pace)
    };
    for (name, (job, skew)) in jobs.iter().enumerate() {
        let records = host(&mut scheduler, *skew);
        scheduler.add(work(records, *job, name, Rc::clone(&witness)));
    }
    for step in steps {
        scheduler.step(*step);
    }
    scheduler.finish();
    assert_eq!(scheduler.alive(), 0);
    store.at_once();
    let diary = host(&mut scheduler, 0).stream(diary_place());
    (scheduler, Left { store, diary, witness })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_acknowledged_is_lost_nothing_is_doubled_and_everybody_agrees(
        jobs in vec((job(), host()), 1..14),
        steps in vec(step(), 0..200),
    ) {
        let day = SignedDuration::from_hours(24);
        let (mut scheduler, left) = run(&jobs, &steps, day);
        prop_assert_eq!(left.folded(), left.read());
        scheduler.step(Step::Wait(300));
        block_on(left.diary.refresh::<Diary>()).unwrap();
        prop_assert_eq!(left.folded(), left.read());
        // What the dead had sent arrives last of all, after the view was saved.
        scheduler.land_the_rest();
        let folded = left.folded();
        prop_assert_eq!(&folded, &left.read());
        left.store.tamper(&diary_key("view"), None);
        prop_assert_eq!(&folded, &left.folded());
        block_on(left.diary.refresh::<Diary>()).unwrap();
        prop_assert_eq!(&folded, &left.folded());
    }

    /// The write deadline and the age of a hole must do without anybody looking at a hole again; only the order
    /// may then differ between those who saw a late write and those who did not.
    #[test]
    fn without_watching_holes_nothing_acknowledged_is_lost_or_doubled(
        jobs in vec((job(), host()), 1..14),
        steps in vec(step(), 0..200),
    ) {
        let (mut scheduler, left) = run(&jobs, &steps, SignedDuration::from_secs(-1));
        left.folded();
        scheduler.step(Step::Wait(300));
        block_on(left.diary.refresh::<Diary>()).unwrap();
        scheduler.land_the_rest();
        left.folded();
        left.read();
    }
}
