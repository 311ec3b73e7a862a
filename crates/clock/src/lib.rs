#![doc = include_str!("../README.md")]

mod school_year;

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::{SignedDuration, civil::DateTime, tz::TimeZone};
use school_types::{Date, Timestamp};

pub use school_year::SchoolYear;

/// The moment `by` after `at`, or the last there is. For moments that were stored: adding with `+` panics at the end of time,
/// and carries every message of `jiff`'s errors into a component for it.
pub fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// The zone of every civil date of the application.
const LONDON: TimeZone = jiff::tz::get!("Europe/London");

/// Tells the time. Cloning gives another face of the same clock.
#[derive(Clone, Debug)]
pub struct Clock(Works);

#[derive(Clone, Debug)]
enum Works {
    System,
    Held(Held),
}

/// A time that only a test moves, in microseconds since 1970.
#[derive(Clone, Debug)]
struct Held {
    micros: Arc<AtomicI64>,
    step: i64,
}

impl Clock {
    /// The platform's wall clock.
    pub const fn system() -> Self {
        Self(Works::System)
    }

    /// A clock that stands still at `at`.
    pub fn fixed(at: Timestamp) -> Self {
        Self::stepping(at, SignedDuration::ZERO)
    }

    /// A clock that first reads `start` and moves on by `step` (whole microseconds) each time anybody looks.
    pub fn stepping(start: Timestamp, step: SignedDuration) -> Self {
        Self::held(start, step).0
    }

    /// A clock that reads `start` until the returned hand moves it.
    pub fn by_hand(start: Timestamp) -> (Self, Hand) {
        Self::held(start, SignedDuration::ZERO)
    }

    fn held(start: Timestamp, step: SignedDuration) -> (Self, Hand) {
        let micros = Arc::new(AtomicI64::new(start.as_microsecond()));
        let step = i64::try_from(step.as_micros()).unwrap_or(i64::MAX);
        (Self(Works::Held(Held { micros: Arc::clone(&micros), step })), Hand(micros))
    }

    /// The time now, in UTC. To the microsecond for a clock of a test.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Works::System => Timestamp::now(),
            Works::Held(held) => {
                let step = |micros: i64| Some(micros.saturating_add(held.step));
                let (Ok(micros) | Err(micros)) = held.micros.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step);
                from_micros(micros)
            }
        }
    }

    /// The date today in Europe/London.
    pub fn today(&self) -> Date {
        london_date(self.now())
    }
}

/// Moves a clock made by [`Clock::by_hand`].
#[derive(Clone, Debug)]
pub struct Hand(Arc<AtomicI64>);

impl Hand {
    /// Moves the clock on by `by`, or back where it is negative.
    pub fn advance(&self, by: SignedDuration) {
        let by = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
        self.0.fetch_add(by, Ordering::Relaxed);
    }

    /// Sets the clock to `at`.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.as_microsecond(), Ordering::Relaxed);
    }
}

/// A clock pushed beyond the years that can be written stops at their end.
fn from_micros(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(if micros < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// The date and the time of day people in Britain read off the wall at `at`.
pub fn london(at: Timestamp) -> DateTime {
    LONDON.to_datetime(at)
}

/// The date in Britain at `at`: in summer the day begins an hour before UTC's.
pub fn london_date(at: Timestamp) -> Date {
    london(at).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn in_summer_the_british_day_begins_an_hour_before_utc() {
        assert_eq!(london_date(at("2026-07-01T22:59:59Z")).to_string(), "2026-07-01");
        assert_eq!(london_date(at("2026-07-01T23:00:00Z")).to_string(), "2026-07-02");
        assert_eq!(london_date(at("2026-01-01T23:00:00Z")).to_string(), "2026-01-01");
    }

    #[test]
    fn the_hour_skipped_in_march_and_repeated_in_october_is_read_as_people_read_it() {
        assert_eq!(london(at("2026-03-29T00:59:00Z")).to_string(), "2026-03-29T00:59:00");
        assert_eq!(london(at("2026-03-29T01:00:00Z")).to_string(), "2026-03-29T02:00:00");
        assert_eq!(london(at("2026-10-25T00:30:00Z")).to_string(), "2026-10-25T01:30:00");
        assert_eq!(london(at("2026-10-25T01:30:00Z")).to_string(), "2026-10-25T01:30:00");
    }

    #[test]
    fn nothing_is_later_than_the_end_of_time() {
        let morning = at("2026-09-01T08:00:00Z");
        assert_eq!(later(morning, SignedDuration::from_mins(60)), at("2026-09-01T09:00:00Z"));
        assert_eq!(later(Timestamp::MAX, SignedDuration::from_secs(1)), Timestamp::MAX);
    }

    #[test]
    fn a_fixed_clock_stands_still() {
        let clock = Clock::fixed(at("2026-09-01T08:00:00Z"));
        assert_eq!(clock.now(), clock.now());
        assert_eq!(clock.today().to_string(), "2026-09-01");
    }

    #[test]
    fn a_stepping_clock_moves_each_time_anybody_looks() {
        let clock = Clock::stepping(at("2026-09-01T08:00:00Z"), SignedDuration::from_secs(60));
        let other_face = clock.clone();
        assert_eq!(clock.now(), at("2026-09-01T08:00:00Z"));
        assert_eq!(other_face.now(), at("2026-09-01T08:01:00Z"));
        assert_eq!(clock.now(), at("2026-09-01T08:02:00Z"));
    }

    #[test]
    fn a_hand_moves_every_face_of_its_clock() {
        let (clock, hand) = Clock::by_hand(at("2026-08-31T22:30:00Z"));
        let face = clock.clone();
        assert_eq!(face.today().to_string(), "2026-08-31");
        hand.advance(SignedDuration::from_hours(1));
        assert_eq!(face.today().to_string(), "2026-09-01");
        hand.set(at("2027-01-01T00:00:00Z"));
        assert_eq!(clock.now(), face.now());
        assert_eq!(clock.today().to_string(), "2027-01-01");
    }

    #[test]
    fn a_clock_pushed_beyond_the_calendar_stops_at_its_end() {
        let clock = Clock::stepping(Timestamp::MAX, SignedDuration::MAX);
        clock.now();
        assert_eq!(clock.now(), Timestamp::MAX);
        assert_eq!(clock.today().year(), 9999);
    }

    #[test]
    fn the_system_clock_goes_forward_from_the_day_this_was_written() {
        assert!(Clock::system().now() > at("2024-01-01T00:00:00Z"));
    }
}
