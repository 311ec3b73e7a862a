//! Several people's work against one store, one step at a time, in an order a test generates.

use std::{
    cell::Cell,
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
            Step::Land(pick) => self.on_flight(pick, |f| !f.landed, MemoryStore::land),
            Step::Answer(pick) => self.on_flight(pick, |f| f.landed && !f.abandoned, MemoryStore::answer),
            Step::Go(pick) => self.on_flight(
                pick,
                |f| !f.abandoned,
                |store, id| {
                    store.land(id);
                    store.answer(id);
                },
            ),
            Step::Fail(pick) => self.on_flight(pick, |f| !f.abandoned, MemoryStore::fail),
            Step::Kill(pick) => self.kill(pick),
            Step::Lose(pick) => self.on_flight(pick, |f| f.abandoned, MemoryStore::lose),
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
        while self.work.iter().any(|w| !w.started && w.future.is_some()) {
            self.step(Step::Start(0));
        }
        while self.store.flights().iter().any(|f| !f.abandoned) {
            self.step(Step::Go(0));
        }
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

    fn on_flight(&self, pick: usize, fits: impl Fn(&Flight) -> bool, act: impl Fn(&MemoryStore, u64)) {
        let flights: Vec<_> = self.store.flights().into_iter().filter(fits).collect();
        if !flights.is_empty() {
            act(&self.store, flights[pick % flights.len()].id);
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
