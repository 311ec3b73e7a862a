//! How often something may happen in a day, an hour or thirty days: guesses at codes, and emails to one mailbox.
//!
//! Other than [`crate::limits`], which slow somebody down for minutes, these bound what a year of guessing comes to; so a
//! period is a fixed piece of the calendar, and counting costs two reads and one write.

use clock::later;
use futures::future::{try_join, try_join_all};
use jiff::SignedDuration;
use school_types::Timestamp;
use vault::Domain;

use crate::{Place, Records, RecordsError, Temporary};

/// So much in so long a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    label: &'static str,
    hours: u64,
    at_most: u64,
}

impl Quota {
    /// At most so many in each piece of `hours` hours. `label` names it in the store.
    pub const fn new(label: &'static str, hours: u64, at_most: u64) -> Self {
        Self { label, hours, at_most }
    }

    /// How many there are in a year at most.
    pub const fn a_year(self) -> u64 {
        // A year of 366 days touches one piece more than fit into it.
        (366 * 24 / self.hours + 1) * self.at_most
    }

    /// How many there may be.
    pub const fn at_most(self) -> u64 {
        self.at_most
    }

    fn seconds(self) -> u64 {
        self.hours * 3600
    }

    /// The piece of time that `at` falls into.
    pub(crate) fn period(self, at: Timestamp) -> u64 {
        u64::try_from(at.as_second()).unwrap_or_default() / self.seconds()
    }

    fn tries(self, bucket: &[u8; 32], period: u64) -> Place {
        Place::of_installation(Domain::Temporary).part("quota").part(self.label).part(*bucket).part(period)
    }

    fn given_back(self, bucket: &[u8; 32], period: u64) -> Place {
        Place::of_installation(Domain::Temporary).part("quota-back").part(self.label).part(*bucket).part(period)
    }

    /// Where it is noted that somebody was told.
    pub(crate) fn alarm(self, at: Timestamp) -> Place {
        Place::of_installation(Domain::Temporary).part("quota-alarm").part(self.label).part(self.period(at))
    }

    /// How long it is until the next piece of time begins.
    pub(crate) fn wait(self, at: Timestamp) -> SignedDuration {
        let now = u64::try_from(at.as_second()).unwrap_or_default();
        SignedDuration::from_secs(i64::try_from(self.seconds() - now % self.seconds()).unwrap_or(i64::MAX))
    }
}

/// A quota with whom it is counted for.
pub(crate) type Bounded<'a> = (Quota, &'a [u8; 32]);

impl Records {
    /// How much of a quota is used. Two reads.
    pub(crate) async fn used_of(&self, (quota, bucket): Bounded<'_>) -> Result<u64, RecordsError> {
        let period = quota.period(self.now());
        let (tries, back) = (quota.tries(bucket, period), quota.given_back(bucket, period));
        let (tries, back) = try_join(self.counted(&tries), self.counted(&back)).await?;
        Ok(tries.saturating_sub(back))
    }

    /// The first of `quotas` that is used up, if one is. Two reads each, at the same time.
    pub(crate) async fn used_up(&self, quotas: &[Bounded<'_>]) -> Result<Option<Quota>, RecordsError> {
        let used = try_join_all(quotas.iter().map(|bounded| self.used_of(*bounded))).await?;
        Ok(quotas.iter().zip(used).find(|((quota, _), used)| *used >= quota.at_most).map(|((quota, _), _)| *quota))
    }

    /// Counts one in each of `quotas`, unless one of them is used up: that one is the error, and then some may be counted all
    /// the same. Two reads and one write each, and two writes more where a piece of time begins.
    pub(crate) async fn count_in(&self, quotas: &[Bounded<'_>]) -> Result<Result<(), Quota>, RecordsError> {
        let now = self.now();
        let places: Vec<[Place; 2]> = quotas
            .iter()
            .map(|(quota, bucket)| {
                [quota.tries(bucket, quota.period(now)), quota.given_back(bucket, quota.period(now))]
            })
            .collect();
        let counted = places.iter().map(|[tries, back]| try_join(self.counted(tries), self.counted(back)));
        let counted = try_join_all(counted).await?;
        let full =
            |((quota, _), (tries, back)): &(&Bounded<'_>, &(u64, u64))| tries.saturating_sub(*back) >= quota.at_most;
        if let Some(((quota, _), _)) = quotas.iter().zip(&counted).find(full) {
            return Ok(Err(*quota));
        }
        for ((quota, _), ([tries, back], (count, _))) in quotas.iter().zip(places.iter().zip(&counted)) {
            if *count == 0 {
                let end = later(now, quota.wait(now));
                self.expire_at(&[Temporary::Count(tries), Temporary::Count(back)], end).await?;
            }
        }
        let numbers = try_join_all(places.iter().map(|[tries, _]| self.count(tries))).await?;
        // Others may have counted at the same moment: the number just given out decides.
        let over = quotas
            .iter()
            .zip(numbers)
            .zip(&counted)
            .find(|(((quota, _), number), (_, back))| number.saturating_sub(*back) > quota.at_most);
        Ok(over.map_or(Ok(()), |(((quota, _), _), _)| Err(*quota)))
    }

    /// Counts one in each of `quotas`, used up or not: for what has happened already. One read and one write each, and two
    /// writes more where a piece of time begins.
    pub(crate) async fn count_also(&self, quotas: &[Bounded<'_>]) -> Result<(), RecordsError> {
        let now = self.now();
        for (quota, bucket) in quotas {
            let tries = quota.tries(bucket, quota.period(now));
            if self.counted(&tries).await? == 0 {
                let back = quota.given_back(bucket, quota.period(now));
                let end = later(now, quota.wait(now));
                self.expire_at(&[Temporary::Count(&tries), Temporary::Count(&back)], end).await?;
            }
            self.count(&tries).await?;
        }
        Ok(())
    }

    /// Takes back `tries` that were counted in each of `quotas` since `since`, and the last of which is from now: where a new
    /// piece of time has begun since, only that last one. One write for each.
    pub(crate) async fn give_back_to(
        &self,
        quotas: &[Bounded<'_>],
        tries: u64,
        since: Timestamp,
    ) -> Result<(), RecordsError> {
        let now = self.now();
        let each = quotas.iter().flat_map(|(quota, bucket)| {
            let period = quota.period(now);
            let tries = if quota.period(since) == period { tries } else { tries.min(1) };
            (0..tries).map(move |_| quota.given_back(bucket, period))
        });
        let places: Vec<Place> = each.collect();
        try_join_all(places.iter().map(|place| self.count(place))).await.map(drop)
    }
}
