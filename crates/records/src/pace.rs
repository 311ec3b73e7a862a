//! How long a write may take, and when a hole counts as old.

use std::{fmt, rc::Rc, time::Duration, time::Instant};

use jiff::{SignedDuration, Timestamp};

/// The times the ledger's safety rests on; see [`crate::Stream`]. Only tests change them.
#[derive(Clone)]
pub struct Pace {
    /// A writer that has taken longer, from before its increment until after its set, writes again. 10 seconds.
    pub write_deadline: Duration,
    /// A hole is passed over for good once an event after it was written this long ago. 60 seconds: the
    /// deadline, and as a margin clocks of several hosts that differ by up to 50.
    pub hole_age: SignedDuration,
    /// For so long a view keeps looking whether a hole it passed over was filled after all. One day: longer than a
    /// host can sleep in the middle of a write without anybody noticing.
    pub hole_watch: SignedDuration,
    stopwatch: Rc<dyn Fn() -> Duration>,
}

impl Pace {
    /// The times above, measured by a stopwatch of the caller's: time since any fixed moment, never going back.
    pub fn with_stopwatch(stopwatch: impl Fn() -> Duration + 'static) -> Self {
        Self {
            write_deadline: Duration::from_secs(10),
            hole_age: SignedDuration::from_secs(60),
            hole_watch: SignedDuration::from_hours(24),
            stopwatch: Rc::new(stopwatch),
        }
    }

    /// Starts measuring. `now` is the wall clock, which also counts the time a host sleeps.
    pub(crate) fn start(&self, now: Timestamp) -> Started {
        Started { elapsed: (self.stopwatch)(), at: now }
    }

    /// How long ago that was, by whichever clock says longer.
    pub(crate) fn since(&self, started: &Started, now: Timestamp) -> Duration {
        let monotonic = (self.stopwatch)().saturating_sub(started.elapsed);
        let wall = Duration::try_from(now.duration_since(started.at)).unwrap_or_default();
        monotonic.max(wall)
    }
}

impl Default for Pace {
    fn default() -> Self {
        let start = Instant::now();
        Self::with_stopwatch(move || start.elapsed())
    }
}

impl fmt::Debug for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pace")
            .field("write_deadline", &self.write_deadline)
            .field("hole_age", &self.hole_age)
            .field("hole_watch", &self.hole_watch)
            .finish_non_exhaustive()
    }
}

/// The moment something began.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Started {
    elapsed: Duration,
    at: Timestamp,
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn time_taken_is_what_the_longer_of_two_clocks_says() {
        let elapsed = Rc::new(Cell::new(Duration::from_secs(100)));
        let watch = Rc::clone(&elapsed);
        let pace = Pace::with_stopwatch(move || watch.get());
        let noon = Timestamp::from_second(43_200).unwrap();
        let started = pace.start(noon);
        let taken = |seconds: i64| pace.since(&started, noon + SignedDuration::from_secs(seconds)).as_secs();
        elapsed.set(Duration::from_secs(107));
        // A wall clock that was set back hides nothing, and neither does a stopwatch that stood still.
        assert_eq!((taken(3), taken(-50), taken(300)), (7, 7, 300));
    }
}
