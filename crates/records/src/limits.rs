//! How often somebody may try something.

use clock::later;
use futures::future::try_join_all;
use jiff::SignedDuration;
use school_types::Timestamp;
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Place, Records, RecordsError, Temporary};

/// A window is counted in so many slices.
const SLICES: u64 = 5;
/// The place of the current one, among those that count: the oldest counts for a fifth longer.
const CURRENT: usize = SLICES as usize;

/// Whether a try is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// It is, and it was counted.
    Allowed,
    /// It is not, and nothing was written; after this time one will be.
    TryAgainIn(SignedDuration),
}

/// A try that is allowed, and that counts as a failure until [`Records::give_back`] says otherwise. It cannot be copied, so one
/// success gives back one try, its own: whoever succeeds as often as they like has no more failures than anybody.
///
/// It may travel in a sealed cookie, where what it is for is decided by a later request.
#[derive(Debug, Serialize, Deserialize)]
#[must_use = "a try that succeeded is to be given back"]
pub struct Counted {
    #[serde(with = "as_path")]
    given_back: Place,
    end: Timestamp,
    /// How many tries of the window had failed or were not yet decided, with this one.
    #[serde(skip)]
    number: u64,
}

impl Counted {
    /// How many tries of its window had failed or were not yet decided when it was counted, with it.
    pub const fn number(&self) -> u64 {
        self.number
    }
}

/// A place as its path. Only what a place of ours was written as is read again.
mod as_path {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::Place;

    pub(super) fn serialize<S: Serializer>(place: &Place, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(place.as_str())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Place, D::Error> {
        let path = String::deserialize(deserializer)?;
        Place::read(&path).ok_or_else(|| D::Error::custom("no place"))
    }
}

/// The slices of a window, the current one last.
struct Window {
    tries: [Place; CURRENT + 1],
    given_back: [Place; CURRENT + 1],
    slice: u64,
    /// How long a slice is, in seconds.
    seconds: u64,
    now: u64,
}

impl Window {
    fn of(records: &Records, label: &'static str, bucket: &[u8; 32], minutes: u32) -> Self {
        let now = u64::try_from(records.now().as_second()).unwrap_or(0);
        let seconds = u64::from(minutes.max(1)) * 60 / SLICES;
        let slice = now / seconds;
        let slices = |kind: &'static str| {
            let place = Place::of_installation(Domain::Temporary).part(kind).part(label).part(*bucket);
            std::array::from_fn(|age| place.clone().part((slice + age as u64).saturating_sub(SLICES)))
        };
        Self { tries: slices("limit"), given_back: slices("given-back"), slice, seconds, now }
    }

    /// When the current slice counts no longer.
    fn end(&self, records: &Records) -> Timestamp {
        later(records.now(), SignedDuration::from_secs(((SLICES + 1) * self.seconds) as i64))
    }

    /// How long it is until one of the `counts` slices has dropped out that makes room.
    fn wait(&self, counts: &[u64], at_most: u64) -> SignedDuration {
        let full = |counts: &[u64]| counts.iter().sum::<u64>() >= at_most;
        // The oldest slices drop out one by one, until there is room.
        let passed = (1..counts.len()).find(|passed| !full(&counts[*passed..])).unwrap_or(counts.len());
        let seconds = (self.slice + passed as u64) * self.seconds - self.now;
        SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX))
    }
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
        let window = Window::of(self, label, bucket, window_minutes);
        let counts = self.counts(&window.tries).await?;
        let counted = self.count_within(&window, &counts, &[0; CURRENT + 1], at_most).await?;
        Ok(counted.map_or_else(Limit::TryAgainIn, |_| Limit::Allowed))
    }

    /// The same, for what is limited only where it fails, such as signing in from a place that a whole school shares: a try
    /// counts until it is given back. Counted before it is known how it ends, so that many at the same moment do not slip
    /// through; so never more than `at_most` in any `window_minutes` fail or are not yet decided.
    ///
    /// Twelve reads at the same time; otherwise as [`Records::limit`]. Giving back costs one read and one write, and the
    /// first of a slice two more.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed. The inner error is the time after which one will be allowed.
    pub async fn limit_failures(
        &self,
        label: &'static str,
        bucket: &[u8; 32],
        window_minutes: u32,
        at_most: u64,
    ) -> Result<Result<Counted, SignedDuration>, RecordsError> {
        let window = Window::of(self, label, bucket, window_minutes);
        let (counts, given_back) = futures::try_join!(self.counts(&window.tries), self.counts(&window.given_back))?;
        let counted = self.count_within(&window, &counts, &given_back, at_most).await?;
        Ok(counted.map(|number| {
            // In the slice of its own try: the two leave the window together.
            let end = window.end(self);
            let [.., given_back] = window.given_back;
            Counted { given_back, end, number }
        }))
    }

    /// Says that a try was no failure.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed: then it counts as one.
    pub async fn give_back(&self, tried: Counted) -> Result<(), RecordsError> {
        if self.counted(&tried.given_back).await? == 0 {
            self.expire_at(&[Temporary::Count(&tried.given_back)], tried.end).await?;
        }
        self.count(&tried.given_back).await.map(drop)
    }

    async fn counts(&self, places: &[Place; CURRENT + 1]) -> Result<[u64; CURRENT + 1], RecordsError> {
        let counted = try_join_all(places.iter().map(|place| self.counted(place))).await?;
        Ok(std::array::from_fn(|slice| counted.get(slice).copied().unwrap_or(0)))
    }

    /// Counts a try in the current slice, unless there are `at_most` already in all of them, without those given back; how many
    /// there are with it, or after what time there is room.
    async fn count_within(
        &self,
        window: &Window,
        tries: &[u64; CURRENT + 1],
        given_back: &[u64; CURRENT + 1],
        at_most: u64,
    ) -> Result<Result<u64, SignedDuration>, RecordsError> {
        let counts: [u64; CURRENT + 1] = std::array::from_fn(|slice| tries[slice].saturating_sub(given_back[slice]));
        let again = || Ok(Err(window.wait(&counts, at_most)));
        if counts.iter().sum::<u64>() >= at_most {
            return again();
        }
        let current = &window.tries[CURRENT];
        if tries[CURRENT] == 0 {
            self.expire_at(&[Temporary::Count(current)], window.end(self)).await?;
        }
        let counted = self.count(current).await?.saturating_sub(given_back[CURRENT]);
        // Others may have tried at the same moment: the number just given out decides.
        let others: u64 = counts[..CURRENT].iter().sum();
        if others + counted <= at_most { Ok(Ok(others + counted)) } else { again() }
    }
}
