//! What happens on a connection, and until when it may stay as it is.

use super::{
    clients::ClientLimits,
    places::{Doing, Place},
};
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::time::Instant;

/// How long an answer may make no way at all because its client does not read it.
const STALL: Duration = Duration::from_secs(30);

/// How long each part of a connection's life may take.
#[derive(Clone, Copy)]
pub(super) struct TimeLimits {
    /// Until a head is there.
    head: Duration,
    /// Between two requests.
    idle: Duration,
    /// While a request is answered, without anything moving.
    stalled: Duration,
}

impl TimeLimits {
    /// `answer` is how long a component may take.
    pub(super) fn new(limits: &ClientLimits, answer: Duration) -> Self {
        Self { head: limits.head(), idle: limits.idle(), stalled: answer + STALL }
    }
}

/// What happens on one connection. The socket, the requests and whoever ends the connection share it.
pub(super) struct Activity {
    limits: TimeLimits,
    place: Place,
    state: Mutex<State>,
}

struct State {
    /// Requests that have a head and no complete answer.
    open: usize,
    /// Those of them whose body is not there.
    awaiting_body: usize,
    /// Whether there was any request yet.
    was_asked: bool,
    /// When the first byte of a head came that is not complete (HTTP/1).
    head_since: Option<Instant>,
    /// When something last began, ended or moved.
    moved: Instant,
}

impl Activity {
    pub(super) fn new(limits: TimeLimits, place: Place) -> Arc<Self> {
        let state = State { open: 0, awaiting_body: 0, was_asked: false, head_since: None, moved: Instant::now() };
        Arc::new(Self { limits, place, state: Mutex::new(state) })
    }

    /// Says whether a part of a head is there, and the rest is not.
    pub(super) fn head(&self, has_begun: bool) {
        let mut state = self.state();
        match has_begun {
            true => state.head_since = state.head_since.or_else(|| Some(Instant::now())),
            false => state.head_since = None,
        }
    }

    /// A part of a request or of an answer went through. Between requests that is no reason to stay longer.
    pub(super) fn moved(&self) {
        let mut state = self.state();
        if state.open > 0 {
            state.moved = Instant::now();
        }
    }

    /// Whether nothing is being answered.
    pub(super) fn is_idle(&self) -> bool {
        self.state().open == 0
    }

    /// A request has come. Its body may not be there yet.
    pub(super) fn open(self: &Arc<Self>) -> OpenRequest {
        self.change(|state| {
            state.open += 1;
            state.awaiting_body += 1;
            state.was_asked = true;
        });
        OpenRequest { activity: Arc::clone(self), awaits_body: true }
    }

    /// Until when the connection may stay, if nothing happens.
    pub(super) fn deadline(&self) -> Instant {
        let state = self.state();
        if state.open > 0 {
            return state.moved + self.limits.stalled;
        }
        match state.head_since {
            Some(since) => since + self.limits.head,
            None if state.was_asked => state.moved + self.limits.idle,
            None => state.moved + self.limits.head,
        }
    }

    /// Waits until the connection has to make room for another.
    pub(super) async fn evicted(&self) {
        self.place.evicted().await;
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.state();
        let before = state.doing();
        change(&mut state);
        state.moved = Instant::now();
        let doing = state.doing();
        if doing != before {
            self.place.set(doing);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn doing(&self) -> Doing {
        if self.open > self.awaiting_body {
            Doing::Answering
        } else if self.open > 0 {
            Doing::AwaitingBody
        } else {
            Doing::AwaitingHead
        }
    }
}

/// A request on its way, until its answer is complete.
pub(super) struct OpenRequest {
    activity: Arc<Activity>,
    awaits_body: bool,
}

impl OpenRequest {
    /// Its body is there, or will not be read.
    pub(super) fn is_complete(&mut self) {
        if std::mem::take(&mut self.awaits_body) {
            self.activity.change(|state| state.awaiting_body -= 1);
        }
    }

    /// A part of its body or of its answer went through.
    pub(super) fn moved(&self) {
        self.activity.moved();
    }
}

impl Drop for OpenRequest {
    fn drop(&mut self) {
        let awaits_body = usize::from(self.awaits_body);
        self.activity.change(|state| {
            state.open -= 1;
            state.awaiting_body -= awaits_body;
        });
    }
}
