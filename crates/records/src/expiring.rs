//! What is kept for minutes, and swept away.
//!
//! No store Spin offers can let a key expire, and listing all keys is no way to find those that should. So whoever
//! makes a temporary record first lists it in a *bin*: a stream of its own for each ten minutes in which something
//! expires. A sweep walks the bins in order from a saved cursor and removes what they list, in a portion as large as its
//! caller says, so that days of downtime are caught up with by and by. Everything it does may be done twice: two sweepers
//! at once, or one that died half-way, only remove what is gone already.

use futures::future::{join_all, try_join_all};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Place, Records, RecordsError, StoreError, Stream, once};

/// The seconds of a bin. A temporary record outlives its time by up to this and the age of a hole.
const BIN: i64 = 600;
/// How many bins one sweep looks into at most: eight hours.
const BINS_AT_ONCE: u64 = 48;
/// Where the first sweep of an installation begins: a day back.
const FIRST_LOOK: u64 = 144;

/// A temporary record.
#[derive(Clone, Copy, Debug)]
pub enum Temporary<'a> {
    /// A value put with [`Records::put`].
    Value(&'a Place),
    /// A counter counted with [`Records::count`].
    Count(&'a Place),
    /// A claim. Afterwards it can be won again, so what it guards must be void by itself before then.
    Claim(&'a Place),
    /// A short stream, with its view.
    Stream(&'a Place),
}

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// How many listings it dealt with.
    pub listings: u64,
    /// How many of them it could not open, because they were changed or their key is gone; they were passed over.
    pub unreadable: u64,
    /// It stopped at its portion; there is more to remove now.
    pub more: bool,
}

/// How a temporary record is listed.
#[derive(Debug, Serialize, Deserialize)]
struct Listed {
    kind: Kind,
    path: String,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Value,
    Count,
    Claim,
    Stream,
}

/// How far sweeping has come: to number `after` of `bin`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Cursor {
    bin: u64,
    after: u64,
}

impl Records {
    /// Lists temporary records that may be removed from `at` on. Two writes, however many records; two
    /// more where the bin was over before they were done.
    ///
    /// To be called *before* they are made: then a crash in between leaves a listing of nothing, and never a record
    /// nobody will remove. A record listed twice goes at the earlier time.
    pub async fn expire_at(&self, records: &[Temporary<'_>], at: Timestamp) -> Result<(), RecordsError> {
        let listed: Vec<Listed> = records.iter().map(Listed::from).collect();
        loop {
            // A bin that is over may have been swept already.
            let bin = bin_of(at).max(bin_of(self.now()));
            // So may one that was over by the time its listing was written, by a writer that was held up.
            if bin_of(self.bin(bin).append(&listed, None).await?.at) <= bin {
                return Ok(());
            }
        }
    }

    /// Removes what has expired, at most `at_most` listings of it.
    ///
    /// With nothing to do, one read. Otherwise one read for each bin since the last sweep (48 at most), one for each
    /// listing, and as writes one for each record removed (a stream or claim: one for each of its keys), one for each
    /// listing, one for each bin that is empty now, and one for the cursor. Reads go on at the same time, removals too.
    pub async fn sweep(&self, at_most: u64) -> Result<Swept, RecordsError> {
        let now = self.now();
        let place = Place::of_installation(Domain::Temporary).part("cursor");
        // A bin is over when the last writer that may still be listing something in it has given up.
        let end = bin_of(now.saturating_sub(self.pace.hole_age).unwrap_or(now));
        let first = Cursor { bin: end.saturating_sub(FIRST_LOOK), after: 0 };
        let start = self.fetch::<Cursor>(&place).await?.unwrap_or(first);
        let mut cursor = start;
        let mut swept = Swept::default();
        let bins: Vec<_> =
            (start.bin..end.min(start.bin.saturating_add(BINS_AT_ONCE))).map(|bin| self.bin(bin)).collect();
        let heads = try_join_all(bins.iter().map(Stream::head)).await?;
        for (bin, head) in bins.iter().zip(heads) {
            let upto = head.min(cursor.after.saturating_add(at_most.saturating_sub(swept.listings)));
            self.empty(bin, cursor.after, upto, &mut swept).await?;
            if upto < head {
                cursor.after = upto;
                break;
            }
            if head > 0 {
                self.store.delete(&bin.place().key("n")).await?;
            }
            cursor = Cursor { bin: cursor.bin + 1, after: 0 };
        }
        if cursor != start {
            self.put(&place, &cursor).await?;
        }
        swept.more = cursor.bin < end;
        Ok(swept)
    }

    fn bin(&self, bin: u64) -> Stream<Vec<Listed>> {
        self.stream(Place::of_installation(Domain::Temporary).part("bin").part(bin))
    }

    /// Removes what numbers `after + 1` to `upto` of a bin list, and then the listings.
    async fn empty(
        &self,
        bin: &Stream<Vec<Listed>>,
        after: u64,
        upto: u64,
        swept: &mut Swept,
    ) -> Result<(), RecordsError> {
        let listings = join_all((after + 1..=upto).map(|number| async move {
            match bin.entry(number).await {
                Ok(listing) => {
                    let listed = listing.map(|entry| entry.event).unwrap_or_default();
                    try_join_all(listed.iter().map(|listed| self.erase(listed))).await?;
                    self.store.delete(&bin.place().key(number)).await?;
                    Ok(true)
                }
                Err(RecordsError::Store(error)) => Err(error),
                // What cannot be opened must not stop every later sweep.
                Err(_) => Ok(false),
            }
        }))
        .await;
        for readable in listings {
            swept.unreadable += u64::from(!readable?);
            swept.listings += 1;
        }
        Ok(())
    }

    async fn erase(&self, listed: &Listed) -> Result<(), StoreError> {
        let Listed { kind, path } = listed;
        match kind {
            Kind::Value => self.store.delete(&format!("{path}/value")).await,
            Kind::Count => self.store.delete(&format!("{path}/count")).await,
            Kind::Claim => self.erase_claim(path).await,
            Kind::Stream => self.erase_stream(path).await,
        }
    }

    /// Later rounds first: what is left after a crash is then still found from the first.
    async fn erase_claim(&self, path: &str) -> Result<(), StoreError> {
        let mut rounds = Vec::new();
        loop {
            let round = format!("{path}/once/{}", rounds.len() + 1);
            if self.store.counter(&round).await? == 0 {
                break;
            }
            rounds.push(round);
        }
        for round in rounds.iter().rev() {
            let keys = once::ENDINGS.map(|ending| format!("{round}/{ending}"));
            try_join_all(keys.iter().map(|key| self.store.delete(key))).await?;
            self.store.delete(round).await?;
        }
        Ok(())
    }

    /// The counter last, for the same reason.
    async fn erase_stream(&self, path: &str) -> Result<(), StoreError> {
        let counter = format!("{path}/n");
        let head = self.store.counter(&counter).await?;
        let keys: Vec<_> =
            (1..=head).map(|number| format!("{path}/{number}")).chain([format!("{path}/view")]).collect();
        try_join_all(keys.iter().map(|key| self.store.delete(key))).await?;
        self.store.delete(&counter).await
    }
}

impl From<&Temporary<'_>> for Listed {
    fn from(record: &Temporary<'_>) -> Self {
        let (kind, place) = match record {
            Temporary::Value(place) => (Kind::Value, place),
            Temporary::Count(place) => (Kind::Count, place),
            Temporary::Claim(place) => (Kind::Claim, place),
            Temporary::Stream(place) => (Kind::Stream, place),
        };
        Self { kind, path: place.to_string() }
    }
}

/// The bin that covers `at`; times before 1970 fall into the first.
fn bin_of(at: Timestamp) -> u64 {
    u64::try_from(at.as_second() / BIN).unwrap_or(0)
}
