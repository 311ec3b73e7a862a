//! How often somebody may try something.

use clock::later;
use futures::future::try_join_all;
use jiff::SignedDuration;
use vault::Domain;

use crate::{Place, Records, RecordsError, Temporary};

/// A window is counted in so many slices.
const SLICES: u64 = 5;

/// Whether a try is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// It is, and it was counted.
    Allowed,
    /// It is not, and nothing was written; after this time one will be.
    TryAgainIn(SignedDuration),
}

impl Records {
    /// Counts a try of the kind `label` by whoever is behind `bucket`, a keyed hash of an address block or an account,
    /// unless there were `at_most` in the last `window_minutes` already.
    ///
    /// The window is counted in slices of a fifth of it, so that never more than `at_most` are allowed in any
    /// `window_minutes`, and an old try may count for a fifth longer. The counters expire with the window.
    /// Six reads at the same time; an allowed try costs one write, and the first of a slice two more.
    pub async fn limit(
        &self,
        label: &'static str,
        bucket: &[u8; 32],
        window_minutes: u32,
        at_most: u64,
    ) -> Result<Limit, RecordsError> {
        let now = u64::try_from(self.now().as_second()).unwrap_or(0);
        let seconds = u64::from(window_minutes.max(1)) * 60 / SLICES;
        let slice = now / seconds;
        let place = Place::of_installation(Domain::Temporary).part("limit").part(label).part(*bucket);
        let places: Vec<Place> =
            (slice.saturating_sub(SLICES)..=slice).map(|slice| place.clone().part(slice)).collect();
        let mut counts = try_join_all(places.iter().map(|place| self.counted(place))).await?;
        let (Some(current), Some(count)) = (places.last(), counts.last_mut()) else { return Ok(Limit::Allowed) };
        let full = |counts: &[u64]| counts.iter().sum::<u64>() >= at_most;
        let again = |counts: &[u64]| {
            // The oldest slices drop out one by one, until there is room.
            let passed = (1..counts.len()).find(|passed| !full(&counts[*passed..])).unwrap_or(counts.len());
            let seconds = (slice + passed as u64) * seconds - now;
            Limit::TryAgainIn(SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX)))
        };
        let before = *count;
        if full(&counts) {
            return Ok(again(&counts));
        }
        if before == 0 {
            let end = later(self.now(), SignedDuration::from_secs(((SLICES + 1) * seconds) as i64));
            self.expire_at(&[Temporary::Count(current)], end).await?;
        }
        let counted = self.count(current).await?;
        // Others may have tried at the same moment: the number just given out decides.
        let others: u64 = counts[..counts.len() - 1].iter().sum();
        if others + counted <= at_most { Ok(Limit::Allowed) } else { Ok(again(&counts)) }
    }
}
