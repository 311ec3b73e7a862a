//! How often somebody may try something, and how those who try often are slowed down.

use std::time::Duration;

use futures::future::LocalBoxFuture;
use jiff::SignedDuration;
use records::{Counted, Limit};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};
use web::{Refusal, Source};

use crate::{Guest, Problem};

/// The window of a limit by source, in minutes (design.md, section 4).
const SOURCE_MINUTES: u32 = 10;
/// How much more a /56 of IPv6 may try than each /64 in it.
const DISTRICT: u64 = 4;
/// The longest that anybody is made to wait for an answer.
const LONGEST_DELAY: u64 = 10;

/// Waits, as the platform does it.
pub type Pause = fn(Duration) -> LocalBoxFuture<'static, ()>;

/// How tries from one network are slowed down. A whole school, or all customers of a telephone company, may share one: so
/// many are free, then each takes longer than the one before, and only what no school comes to is refused. Tries that were
/// right do not count, and each school counts for itself.
#[derive(Clone, Copy, Debug)]
pub struct Pacing {
    /// What it is called in the store.
    pub label: &'static str,
    /// How many are free in ten minutes.
    pub free: u64,
    /// How many there may be in all.
    pub most: u64,
}

impl Pacing {
    /// How long the answer to a try waits that is the one of this number in ten minutes: a second longer for every tenth part
    /// of those that are free.
    pub const fn delay(self, number: u64) -> Duration {
        let step = if self.free < 10 { 1 } else { self.free / 10 };
        let seconds = number.saturating_sub(self.free).div_ceil(step);
        Duration::from_secs(if seconds > LONGEST_DELAY { LONGEST_DELAY } else { seconds })
    }
}

/// A try that was counted for the network it came from, until [`Guest::was_right`]. It may travel in a sealed cookie.
#[derive(Debug, Default, Serialize, Deserialize)]
#[must_use = "a try that was right is to be given back"]
pub struct SourceTry(Vec<Counted>);

impl Guest<'_> {
    /// Counts a try of the kind `label` by whoever is behind `bucket`, a keyed hash.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] above `at_most` in `minutes`.
    pub async fn limit(
        &self,
        label: &'static str,
        bucket: &[u8; 32],
        minutes: u32,
        at_most: u64,
    ) -> Result<(), Problem> {
        match self.desk().records().limit(label, bucket, minutes, at_most).await? {
            Limit::Allowed => Ok(()),
            Limit::TryAgainIn(wait) => Err(too_many(wait).into()),
        }
    }

    /// Counts a try of the kind `label` by the request's source, a neighbourhood of the internet as a keyed hash.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] above `at_most` in ten minutes.
    pub async fn limit_source(&self, label: &'static str, at_most: u64) -> Result<(), Problem> {
        self.limit(label, &self.bucket(self.source().as_str()), SOURCE_MINUTES, at_most).await
    }

    /// Counts a try by the request's source, and makes it wait where there were many that failed.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] where there were more than anybody makes who is not guessing.
    pub async fn try_from_source(&self, pacing: Pacing) -> Result<SourceTry, Problem> {
        let (records, source) = (self.desk().records(), self.source());
        let buckets = [(Some(source.as_str()), 1), (source.district(), DISTRICT)];
        let (mut counted, mut delay) = (Vec::new(), Duration::ZERO);
        for (bucket, share) in buckets.into_iter().filter_map(|(bucket, share)| Some((bucket?, share))) {
            let at_most = pacing.most * share;
            let tried = records.limit_failures(pacing.label, &self.bucket(bucket), SOURCE_MINUTES, at_most).await?;
            let tried = tried.map_err(too_many)?;
            delay = delay.max(pacing.delay(tried.number() / share));
            counted.push(tried);
        }
        self.desk().pause(delay).await;
        Ok(SourceTry(counted))
    }

    /// Whoever tried knew what they had to know: the try uses up nothing of what their network is allowed.
    ///
    /// # Errors
    /// [`Problem`] when the store failed: then it counts as a failure.
    pub async fn was_right(&self, tried: SourceTry) -> Result<(), Problem> {
        for counted in tried.0 {
            self.desk().records().give_back(counted).await?;
        }
        Ok(())
    }

    fn source(&self) -> Source {
        let desk = self.desk();
        Source::of(self.request(), &desk.settings().client_address_header, desk.records().vault())
    }

    /// For whom is counted: a source, at the school the address names.
    fn bucket(&self, source: &str) -> [u8; 32] {
        let school = self.school_id().map_or("", |school| school.as_str());
        let vault = self.desk().records().vault();
        vault.blind(&Scope::installation(Domain::Temporary), "source", format!("{school}/{source}").as_bytes())
    }
}

fn too_many(wait: SignedDuration) -> Refusal {
    Refusal::TooMany { retry_after: u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_slowed_down_by_and_by_and_nobody_waits_longer_than_a_telephone_would() {
        let pacing = Pacing { label: "test", free: 300, most: 3000 };
        let delays = [1, 300, 301, 330, 331, 600, 601, 3000].map(|number| pacing.delay(number).as_secs());
        assert_eq!(delays, [0, 0, 1, 1, 2, 10, 10, 10]);
        assert_eq!(Pacing { free: 0, ..pacing }.delay(3).as_secs(), 3);
    }
}
