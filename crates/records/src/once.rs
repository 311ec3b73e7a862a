//! Claims: exactly one may win.

use std::fmt;

use futures::future::{join, join3};
use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Place, Records, RecordsError, pace::Started};

/// What came of claiming something.
#[derive(Debug)]
pub enum Claim<T> {
    /// It is the caller's to do, and to settle.
    Won(Box<Winner>),
    /// It is done; this came of it.
    Settled(T),
    /// Somebody is at it, or died at it not long ago.
    Pending,
}

/// How a claim stands, for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing<T> {
    /// Nobody has claimed it.
    Untouched,
    /// Somebody has, and has not settled it.
    Pending,
    /// It is done; this came of it.
    Settled(T),
}

/// Whoever won a claim. Dropping it unsettled leaves the claim to be taken over.
pub struct Winner {
    records: Records,
    place: Place,
    round: u64,
    patience: SignedDuration,
    started: Started,
}

/// What is stored of one round.
struct Round<T> {
    outcome: Option<T>,
    /// When the winner began, or a loser first noticed.
    began: Option<Timestamp>,
    /// Somebody has taken it over.
    overtaken: bool,
}

impl Records {
    /// Claims what `place` stands for: a one-time code, a reminder, a job of the day. One caller wins, whatever the
    /// number of hosts; the others learn what came of it.
    ///
    /// A winner has `patience` to settle. Whoever asks later than that, and a minute for differing clocks, and finds no
    /// outcome, takes the claim over in a further round; the late winner is then refused by [`Winner::settle`].
    /// So a deed that must not happen twice happens after settling, and one that must happen at all, before.
    /// Everybody claims one place with the same patience.
    ///
    /// Costs the winner one read and two writes; a loser five reads, and one write if it is the first to notice that
    /// a winner died before saying when it began. Nothing is written once it is settled.
    pub async fn claim<T: DeserializeOwned>(
        &self,
        place: &Place,
        patience: SignedDuration,
    ) -> Result<Claim<T>, RecordsError> {
        // Before anything is read: what is not there later may have been put meanwhile.
        let now = self.now();
        let mut round = 1;
        if self.store.counter(&key(place, round)).await? == 0 {
            return self.win(place, round, patience).await;
        }
        loop {
            let found = self.round::<T>(place, round).await?;
            if found.overtaken {
                round += 1;
                continue;
            }
            if let Some(outcome) = found.outcome {
                return Ok(Claim::Settled(outcome));
            }
            let Some(began) = found.began else {
                // The time of now, because the winner may have won since `now`.
                self.put_at(place, &below(place, round, NOTICED), &self.now().as_millisecond()).await?;
                return Ok(Claim::Pending);
            };
            if now.duration_since(began) <= patience.saturating_add(self.pace.hole_age) {
                return Ok(Claim::Pending);
            }
            return self.win(place, round + 1, patience).await;
        }
    }

    /// How the claim at `place` stands. Writes nothing; one read, or five.
    pub async fn standing<T: DeserializeOwned>(&self, place: &Place) -> Result<Standing<T>, RecordsError> {
        let mut round = 1;
        if self.store.counter(&key(place, round)).await? == 0 {
            return Ok(Standing::Untouched);
        }
        loop {
            let found = self.round::<T>(place, round).await?;
            match (found.overtaken, found.outcome) {
                (true, _) => round += 1,
                (false, Some(outcome)) => return Ok(Standing::Settled(outcome)),
                (false, None) => return Ok(Standing::Pending),
            }
        }
    }

    async fn win<T>(&self, place: &Place, round: u64, patience: SignedDuration) -> Result<Claim<T>, RecordsError> {
        let started = self.pace.start(self.now());
        if self.store.increment(&key(place, round)).await? != 1 {
            return Ok(Claim::Pending);
        }
        self.put_at(place, &below(place, round, SINCE), &self.now().as_millisecond()).await?;
        Ok(Claim::Won(Box::new(Winner { records: self.clone(), place: place.clone(), round, patience, started })))
    }

    async fn round<T: DeserializeOwned>(&self, place: &Place, round: u64) -> Result<Round<T>, RecordsError> {
        let [since, noticed, outcome] = ENDINGS.map(|ending| below(place, round, ending));
        let next = key(place, round + 1);
        let (outcome, began, next) = join3(
            self.fetch_at::<T>(place, &outcome),
            join(self.fetch_at::<i64>(place, &since), self.fetch_at::<i64>(place, &noticed)),
            self.store.counter(&next),
        )
        .await;
        let (since, noticed) = (began.0?, began.1?);
        let began = since.or(noticed).map(Timestamp::from_millisecond).transpose();
        let began = began.map_err(|_| RecordsError::ValueForm { key: key(place, round) })?;
        Ok(Round { outcome: outcome?, began, overtaken: next? > 0 })
    }
}

impl Winner {
    /// Whether there is time left to settle.
    pub fn in_time(&self) -> bool {
        let taken = self.records.pace.since(&self.started, self.records.now());
        SignedDuration::try_from(taken).is_ok_and(|taken| taken <= self.patience)
    }

    /// Records what came of it, for everybody who asks from now on. One write.
    ///
    /// [`RecordsError::ClaimLost`] if it took longer than the patience: somebody else may have taken over, and what
    /// this winner was to do must not be done.
    pub async fn settle<T: Serialize>(self, outcome: &T) -> Result<(), RecordsError> {
        if !self.in_time() {
            return Err(RecordsError::ClaimLost);
        }
        self.records.put_at(&self.place, &below(&self.place, self.round, OUTCOME), outcome).await?;
        if self.in_time() { Ok(()) } else { Err(RecordsError::ClaimLost) }
    }
}

impl fmt::Debug for Winner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Winner({}, round {})", self.place, self.round)
    }
}

/// The counter of a round; the keys below it belong to the round.
pub(crate) fn key(place: &Place, round: u64) -> String {
    place.key(format_args!("once/{round}"))
}

/// What a round's keys end in, beside its counter.
pub(crate) const ENDINGS: [&str; 3] = [SINCE, NOTICED, OUTCOME];
const SINCE: &str = "since";
const NOTICED: &str = "noticed";
const OUTCOME: &str = "outcome";

fn below(place: &Place, round: u64, ending: &str) -> String {
    place.key(format_args!("once/{round}/{ending}"))
}
