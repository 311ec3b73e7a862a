//! What time it is for components: the machine's clock, or one that began at a chosen moment and runs on.

use std::time::{Duration, Instant, SystemTime};
use wasmtime_wasi::HostWallClock;

/// A wall clock. Clones show the same time.
#[derive(Clone, Debug)]
pub enum HostClock {
    /// The machine's clock.
    System,
    /// A clock that showed `start` (time since 1970) at the moment `began`.
    Started {
        /// What it showed when it began.
        start: Duration,
        /// When it began.
        began: Instant,
    },
}

impl HostClock {
    /// A clock that shows `now` now, or the machine's.
    pub fn starting_at(now: Option<jiff::Timestamp>) -> Self {
        match now.and_then(|now| Duration::try_from(now.as_duration()).ok()) {
            None => Self::System,
            Some(start) => Self::Started { start, began: Instant::now() },
        }
    }

    /// The time since 1970.
    pub fn since_1970(&self) -> Duration {
        match self {
            Self::System => SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default(),
            Self::Started { start, began } => *start + began.elapsed(),
        }
    }
}

impl HostWallClock for HostClock {
    fn resolution(&self) -> Duration {
        Duration::from_nanos(1)
    }

    fn now(&self) -> Duration {
        self.since_1970()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_started_clock_begins_where_it_is_told_and_runs_on() {
        let start = "2026-09-01T08:00:00Z".parse().unwrap();
        let clock = HostClock::starting_at(Some(start));
        let first = clock.since_1970();
        assert_eq!(first.as_secs(), 1_788_249_600);
        std::thread::sleep(Duration::from_millis(2));
        assert!(clock.since_1970() > first);
    }
}
