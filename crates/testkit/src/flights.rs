//! Calls under way: what a store does when a test decides about every step.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use crate::{
    MemoryStore, Operation,
    store::{Outcome, Request, unavailable},
};

/// A call under way, as the scheduler sees it; see [`MemoryStore::by_steps`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flight {
    /// Names it, in the order of asking.
    pub id: u64,
    /// What was asked.
    pub operation: Operation,
    /// It has taken effect; only the answer is still missing.
    pub landed: bool,
    /// Whoever asked is gone.
    pub abandoned: bool,
}

/// A call under way, as the store holds it.
#[derive(Debug)]
pub(crate) struct Journey {
    request: Request,
    landed: Option<Outcome>,
    answered: bool,
    abandoned: bool,
    waker: Option<Waker>,
}

impl Journey {
    pub(crate) const fn new(request: Request) -> Self {
        Self { request, landed: None, answered: false, abandoned: false, waker: None }
    }
}

impl MemoryStore {
    /// From now on nothing happens by itself: a call waits until [`MemoryStore::land`] gives it its effect and
    /// [`MemoryStore::answer`] its answer. A call whose asker is dropped stays on its way, as a request does that was
    /// sent before its sender died.
    pub fn by_steps(&self) {
        self.0.borrow_mut().by_steps = true;
    }

    /// Back to answering at once. Calls under way stay where they are.
    pub fn at_once(&self) {
        self.0.borrow_mut().by_steps = false;
    }

    /// The calls under way, oldest first.
    pub fn flights(&self) -> Vec<Flight> {
        let inner = self.0.borrow();
        let open = inner.journeys.iter().filter(|(_, journey)| !journey.answered);
        open.map(|(id, journey)| Flight {
            id: *id,
            operation: journey.request.call().operation,
            landed: journey.landed.is_some(),
            abandoned: journey.abandoned,
        })
        .collect()
    }

    /// Gives a call its effect, once.
    pub fn land(&self, id: u64) {
        let mut inner = self.0.borrow_mut();
        let Some(request) = inner.journeys.get(&id).filter(|j| j.landed.is_none()).map(|j| j.request.clone()) else {
            return;
        };
        let outcome = inner.apply(request);
        if let Some(journey) = inner.journeys.get_mut(&id) {
            journey.landed = Some(outcome);
            if journey.abandoned {
                inner.journeys.remove(&id);
            }
        }
    }

    /// Answers a call that has landed.
    pub fn answer(&self, id: u64) {
        self.settle(id, None);
    }

    /// Answers a call with a failure, whether or not it has landed; if it has not, it never will.
    pub fn fail(&self, id: u64) {
        self.settle(id, Some(Err(unavailable())));
    }

    /// Forgets a call that never arrived and nobody waits for.
    pub fn lose(&self, id: u64) {
        let mut inner = self.0.borrow_mut();
        if inner.journeys.get(&id).is_some_and(|j| j.abandoned) {
            inner.journeys.remove(&id);
        }
    }

    fn settle(&self, id: u64, instead: Option<Outcome>) {
        let mut inner = self.0.borrow_mut();
        let waker = inner.journeys.get_mut(&id).and_then(|journey| {
            if instead.is_some() {
                journey.landed = instead;
            }
            journey.answered = journey.landed.is_some();
            journey.waker.take_if(|_| journey.answered)
        });
        // A waker may come back to this store.
        drop(inner);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// A call as its asker holds it.
pub(crate) enum Asking {
    Answered(Option<Outcome>),
    UnderWay(MemoryStore, u64),
}

impl Future for Asking {
    type Output = Outcome;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Outcome> {
        match &mut *self {
            Self::Answered(outcome) => Poll::Ready(outcome.take().unwrap_or_else(|| Err(unavailable()))),
            Self::UnderWay(store, id) => {
                let mut inner = store.0.borrow_mut();
                let Some(journey) = inner.journeys.get_mut(id) else { return Poll::Ready(Err(unavailable())) };
                if !journey.answered {
                    journey.waker = Some(context.waker().clone());
                    return Poll::Pending;
                }
                let outcome = journey.landed.take().unwrap_or_else(|| Err(unavailable()));
                inner.journeys.remove(id);
                Poll::Ready(outcome)
            }
        }
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        if let Self::UnderWay(store, id) = self {
            let mut inner = store.0.borrow_mut();
            if let Some(journey) = inner.journeys.get_mut(id) {
                journey.abandoned = true;
                journey.waker = None;
                if journey.landed.is_some() {
                    inner.journeys.remove(id);
                }
            }
        }
    }
}
