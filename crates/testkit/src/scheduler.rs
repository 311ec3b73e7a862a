//! Several people's work against one store, one step at a time, in an order a test generates.

use std::{
    cell::Cell,
    collections::BTreeSet,
    future::Future,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
    time::Duration,
};

use clock::{Clock, Hand};
use futures::future::LocalBoxFuture;
use jiff::SignedDuration;
use school_types::Timestamp;

use crate::{Flight, MemoryStore};

/// One thing that happens next. The number picks one of those it could happen to, counted round; where there is none,
/// nothing happens. So any list of steps is a possible course of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A piece of work begins.
    Start(usize),
    /// A call takes effect in the store. Nobody knows yet.
    Land(usize),
    /// A call that has taken effect is answered, and its asker goes on to the next call.
    Answer(usize),
    /// A call takes effect and is answered.
    Go(usize),
    /// A call is answered with a failure, before or after its effect, whichever it has come to.
    Fail(usize),
    /// Everybody who has begun and is not held up comes to an end.
    Run,
    /// A call is held up: none of the steps above picks it until it is released.
    Stall(usize),
    /// A call that was held up goes on like any other.
    Release(usize),
    /// A piece of work dies. What it sent to the store is on its way and may still arrive.
    Kill(usize),
    /// A call whose asker is dead never arrives.
    Lose(usize),
    /// Time passes, in seconds.
    Wait(u16),
    /// The host sleeps: its wall clock goes on, in seconds, and its stopwatch does not.
    Sleep(u16),
}

struct Work {
    future: Option<LocalBoxFuture<'static, ()>>,
    started: bool,
    woken: Arc<Woken>,
}

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Runs pieces of work step by step against a [`MemoryStore`] that it switches to steps.
pub struct Scheduler {
    store: MemoryStore,
    start: Timestamp,
    passed: SignedDuration,
    elapsed: Rc<Cell<Duration>>,
    hands: Vec<(Hand, SignedDuration)>,
    work: Vec<Work>,
    stalled: BTreeSet<u64>,
}

impl Scheduler {
    /// Takes charge of `store`; it is `start`, and time stands still until a step moves it.
    pub fn new(store: &MemoryStore, start: Timestamp) -> Self {
        store.by_steps();
        Self {
            store: store.clone(),
            start,
            passed: SignedDuration::ZERO,
            elapsed: Rc::default(),
            hands: Vec::new(),
            work: Vec::new(),
            stalled: BTreeSet::new(),
        }
    }

    /// A host's wall clock, which is wrong by `skew`.
    pub fn clock(&mut self, skew: SignedDuration) -> Clock {
        let (clock, hand) = Clock::by_hand(self.start + self.passed + skew);
        self.hands.push((hand, skew));
        clock
    }

    /// A stopwatch for [`records::Pace::with_stopwatch`], which moves with the steps.
    pub fn stopwatch(&self) -> impl Fn() -> Duration + 'static {
        let elapsed = Rc::clone(&self.elapsed);
        move || elapsed.get()
    }

    /// Adds a piece of work that [`Step::Start`] begins.
    pub fn add(&mut self, work: impl Future<Output = ()> + 'static) {
        let woken = Arc::new(Woken(AtomicBool::new(false)));
        self.work.push(Work { future: Some(Box::pin(work)), started: false, woken });
    }

    /// Lets one thing happen, and everybody it concerns go on to their next call.
    pub fn step(&mut self, step: Step) {
        match step {
            Step::Start(pick) => self.start(pick),
            Step::Land(pick) => self.on(pick, |f| !f.landed, |store, id| store.land(id)),
            Step::Answer(pick) => self.on(pick, |f| f.landed && !f.abandoned, |store, id| store.answer(id)),
            Step::Go(pick) => self.on(pick, |f| !f.abandoned, go),
            Step::Fail(pick) => self.on(pick, |f| !f.abandoned, |store, id| store.fail(id)),
            Step::Run => self.run_on(),
            Step::Stall(pick) => {
                self.stalled.extend(self.flight(pick, |_| true));
            }
            Step::Release(pick) => {
                let id = self.stalled.iter().nth(pick % self.stalled.len().max(1)).copied();
                self.stalled.retain(|stalled| Some(*stalled) != id);
            }
            Step::Kill(pick) => self.kill(pick),
            Step::Lose(pick) => self.on(pick, |f| f.abandoned, |store, id| store.lose(id)),
            Step::Wait(seconds) => {
                self.elapsed.set(self.elapsed.get() + Duration::from_secs(seconds.into()));
                self.pass(seconds);
            }
            Step::Sleep(seconds) => self.pass(seconds),
        }
        self.run();
    }

    /// Lets everybody still alive finish, in the order of their calls.
    pub fn finish(&mut self) {
        self.stalled.clear();
        while self.work.iter().any(|w| !w.started && w.future.is_some()) {
            self.step(Step::Start(0));
        }
        self.run_on();
    }

    /// Lets everything arrive that the dead had sent.
    pub fn land_the_rest(&mut self) {
        for flight in self.store.flights() {
            self.store.land(flight.id);
        }
        self.run();
    }

    /// How many pieces of work have neither ended nor died.
    pub fn alive(&self) -> usize {
        self.work.iter().filter(|w| w.future.is_some()).count()
    }

    fn run_on(&mut self) {
        self.run();
        while let Some(id) = self.flight(0, |f| !f.abandoned) {
            go(&self.store, id);
            self.run();
        }
    }

    fn start(&mut self, pick: usize) {
        let mut waiting: Vec<_> = self.work.iter_mut().filter(|w| !w.started && w.future.is_some()).collect();
        if !waiting.is_empty() {
            let pick = pick % waiting.len();
            waiting[pick].started = true;
            waiting[pick].woken.0.store(true, Ordering::Relaxed);
        }
    }

    fn kill(&mut self, pick: usize) {
        let mut alive: Vec<_> = self.work.iter_mut().filter(|w| w.started && w.future.is_some()).collect();
        if !alive.is_empty() {
            let pick = pick % alive.len();
            alive[pick].future = None;
        }
    }

    /// The call that `pick` picks among those that fit and are not held up.
    fn flight(&self, pick: usize, fits: impl Fn(&Flight) -> bool) -> Option<u64> {
        let free = |flight: &Flight| fits(flight) && !self.stalled.contains(&flight.id);
        let flights: Vec<_> = self.store.flights().into_iter().filter(free).collect();
        flights.get(pick.checked_rem(flights.len())?).map(|flight| flight.id)
    }

    fn on(&self, pick: usize, fits: impl Fn(&Flight) -> bool, act: impl Fn(&MemoryStore, u64)) {
        if let Some(id) = self.flight(pick, fits) {
            act(&self.store, id);
        }
    }

    fn pass(&mut self, seconds: u16) {
        self.passed += SignedDuration::from_secs(seconds.into());
        for (hand, skew) in &self.hands {
            hand.set(self.start + self.passed + *skew);
        }
    }

    fn run(&mut self) {
        while let Some(work) =
            self.work.iter_mut().find(|w| w.started && w.future.is_some() && w.woken.0.swap(false, Ordering::Relaxed))
        {
            let waker = Waker::from(Arc::clone(&work.woken));
            if let Some(future) = &mut work.future
                && let Poll::Ready(()) = future.as_mut().poll(&mut Context::from_waker(&waker))
            {
                work.future = None;
            }
        }
    }
}

fn go(store: &MemoryStore, id: u64) {
    store.land(id);
    store.answer(id);
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use records::Store;

    use super::*;

    fn start() -> Timestamp {
        "2026-09-07T08:00:00Z".parse().unwrap()
    }

    /// Two people who each count, and then put what they got.
    fn two() -> (MemoryStore, Scheduler) {
        let store = MemoryStore::new();
        let mut scheduler = Scheduler::new(&store, start());
        for name in ["one", "two"] {
            let store = store.clone();
            scheduler.add(async move {
                let number = store.increment("n").await.unwrap();
                store.set(name, number.to_string().as_bytes()).await.unwrap();
            });
        }
        (store, scheduler)
    }

    #[test]
    fn steps_decide_who_comes_first() {
        let (store, mut scheduler) = two();
        for step in [Step::Start(0), Step::Start(0), Step::Go(1)] {
            scheduler.step(step);
        }
        scheduler.finish();
        assert_eq!((store.peek("two"), store.peek("one")), (Some(b"1".to_vec()), Some(b"2".to_vec())));
        assert_eq!(scheduler.alive(), 0);
    }

    #[test]
    fn what_the_dead_had_sent_arrives_or_is_lost_as_the_test_says() {
        for (step, arrives) in [(Step::Land(0), true), (Step::Lose(0), false)] {
            let (store, mut scheduler) = two();
            for step in [Step::Start(0), Step::Go(0), Step::Kill(0), step] {
                scheduler.step(step);
            }
            assert_eq!(scheduler.alive(), 1);
            assert_eq!(store.peek("one").is_some(), arrives);
            scheduler.land_the_rest();
            assert_eq!(store.flights(), []);
        }
    }

    #[test]
    fn a_stalled_call_waits_for_its_release() {
        let (store, mut scheduler) = two();
        for step in [Step::Start(0), Step::Stall(0), Step::Go(0), Step::Land(0), Step::Fail(0)] {
            scheduler.step(step);
        }
        assert_eq!(store.peek("n"), None);
        for step in [Step::Release(0), Step::Land(0)] {
            scheduler.step(step);
        }
        assert!(store.peek("n").is_some() && store.peek("one").is_none());
        scheduler.step(Step::Answer(0));
        assert_eq!(store.flights().len(), 1);
    }

    #[test]
    fn hosts_keep_their_own_time_and_only_their_wall_clocks_move_in_their_sleep() {
        let mut scheduler = Scheduler::new(&MemoryStore::new(), start());
        let fast = scheduler.clock(SignedDuration::from_secs(20));
        let stopwatch = scheduler.stopwatch();
        scheduler.step(Step::Wait(5));
        scheduler.step(Step::Sleep(60));
        assert_eq!(fast.now(), start() + SignedDuration::from_secs(85));
        assert_eq!(stopwatch(), Duration::from_secs(5));
    }

    #[test]
    fn any_steps_at_all_are_a_course_of_events() {
        let seen = Rc::new(RefCell::new(0));
        let mut scheduler = Scheduler::new(&MemoryStore::new(), start());
        for step in [Step::Go(9), Step::Release(3), Step::Kill(1), Step::Lose(0), Step::Start(7), Step::Answer(2)] {
            scheduler.step(step);
        }
        let counted = Rc::clone(&seen);
        scheduler.add(async move { *counted.borrow_mut() += 1 });
        scheduler.finish();
        assert_eq!(*seen.borrow(), 1);
    }
}
