//! Somebody signed in, for as long as they keep at it.

use jiff::SignedDuration;
use school_types::Timestamp;
use serde::{Deserialize, Serialize};
use vault::random;

use crate::Refusal;

/// What a sealed session cookie holds: who is signed in, since when, and when they were last seen.
///
/// It ends after 30 minutes without a request, and 12 hours after signing in whatever happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdleSession<T> {
    /// Who is signed in, and what the pages need to know of them from request to request.
    pub value: T,
    /// The session's id: 16 random bytes that form tokens are bound to.
    pub session: [u8; 16],
    /// When they signed in.
    pub started: Timestamp,
    /// When they were last seen.
    pub seen: Timestamp,
}

impl<T> IdleSession<T> {
    /// How long somebody may do nothing.
    pub const IDLE: SignedDuration = SignedDuration::from_mins(30);
    /// How long a session lasts at most.
    pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);
    /// How far the clocks of two hosts may differ.
    const CLOCKS_DIFFER_BY: SignedDuration = SignedDuration::from_mins(5);

    /// Begins a session, with an id no session had before: signing in never goes on with an old one.
    ///
    /// # Errors
    ///
    /// [`Refusal::Broken`] when there are no random bytes.
    pub fn begin(value: T, now: Timestamp) -> Result<Self, Refusal> {
        let session = random().map_err(|_| Refusal::Broken)?;
        Ok(Self { value, session, started: now, seen: now })
    }

    /// The session as it goes on at `now`, or none if it has ended.
    #[must_use]
    pub fn at(mut self, now: Timestamp) -> Option<Self> {
        let (idle, whole) = (now.duration_since(self.seen), now.duration_since(self.started));
        let alive = idle <= Self::IDLE && whole <= Self::LONGEST && idle.min(whole) >= -Self::CLOCKS_DIFFER_BY;
        // A host whose clock is behind does not shorten the time another one granted.
        self.seen = self.seen.max(now);
        alive.then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> Timestamp {
        format!("2026-09-01T{time}Z").parse().unwrap()
    }

    fn begun() -> IdleSession<&'static str> {
        IdleSession::begin("parent", at("08:00:00")).unwrap()
    }

    #[test]
    fn a_parent_who_does_nothing_for_half_an_hour_is_signed_out() {
        assert!(begun().at(at("08:30:00")).is_some());
        assert!(begun().at(at("08:30:01")).is_none());
    }

    #[test]
    fn a_parent_who_keeps_at_it_stays_signed_in_until_evening() {
        let mut session = begun();
        for half_hour in 17..=40 {
            let now = format!("{:02}:{:02}:00", half_hour / 2, half_hour % 2 * 30);
            session = session.at(at(&now)).unwrap();
        }
        assert!(session.clone().at(at("20:00:00")).is_some());
        assert!(session.at(at("20:00:01")).is_none());
    }

    #[test]
    fn a_session_from_the_future_is_none() {
        assert!(begun().at(at("07:55:00")).is_some());
        assert!(begun().at(at("07:54:59")).is_none());
    }

    #[test]
    fn a_clock_that_is_behind_does_not_shorten_a_session() {
        let session = begun().at(at("07:56:00")).unwrap();
        assert_eq!(session.seen, at("08:00:00"));
    }

    #[test]
    fn no_two_sessions_share_an_id() {
        assert_ne!(begun().session, begun().session);
    }
}
