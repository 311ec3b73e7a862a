//! Streams of events: appending and reading. What may be passed over, and why, is in [`crate::cover`].

use std::{fmt, marker::PhantomData, ops::RangeInclusive};

use futures::future::{join, join_all};
use jiff::Timestamp;
use school_types::OperationId;
use serde::{Deserialize, Serialize, de::DeserializeOwned, de::IgnoredAny};

use crate::{Asker, Folded, Place, Records, RecordsError, cover::Cover, fold::SavedView, read_counter};

/// How often a write that missed its deadline is tried, in all.
const ATTEMPTS: usize = 3;
/// How many events are asked for at once.
const AT_ONCE: usize = 128;
/// No stream is so long. A counter that says so was tampered with, and must not keep us reading for ever.
const LONGEST: u64 = 1_000_000;

/// A stream of immutable events of one type.
///
/// Appending counts the stream's counter up and puts the sealed event at the number it got. So two writers never
/// touch one key, and a crash in between leaves a hole that nobody was told about. Nothing is acknowledged that took
/// longer than [`crate::Pace::write_deadline`]: such a write is made again under the same operation id, so that a late
/// arrival of the first is no second fact. The order of the facts is the order of their numbers.
pub struct Stream<E> {
    pub(crate) records: Records,
    pub(crate) place: Place,
    event: PhantomData<fn() -> E>,
}

/// An event that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<E> {
    /// Its number in the stream, from 1. Numbers may be missing.
    pub number: u64,
    /// When it was written, to the millisecond.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Asker,
    /// The form it came with; no other entry of the stream has the same.
    pub operation: OperationId,
    /// What happened.
    pub event: E,
}

/// An event that was appended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its number in the stream, or the number of the fact this one repeats.
    pub number: u64,
    /// When that was written.
    pub at: Timestamp,
    /// The operation was in the stream already, and nothing was written.
    pub repeated: bool,
}

/// An event as it is sealed.
#[derive(Serialize, Deserialize)]
struct Envelope<E> {
    /// Milliseconds since 1970, taken after the number was given out.
    at: i64,
    by: Asker,
    operation: OperationId,
    event: E,
}

/// What a stream holds now: what a saved view covers, and every number after it.
pub(crate) struct Loaded<V, E> {
    /// When reading began. Whether a hole is old is judged by this moment and not a later one, because by a
    /// later one it may have been filled.
    pub(crate) began: Timestamp,
    pub(crate) view: Option<V>,
    pub(crate) cover: Cover,
    /// From `cover.upto() + 1` on, without gaps; none is a hole.
    pub(crate) after: Vec<Option<Entry<E>>>,
}

impl<E> Stream<E> {
    pub(crate) const fn new(records: Records, place: Place) -> Self {
        Self { records, place, event: PhantomData }
    }

    /// Where the stream lives.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    fn counter_key(&self) -> String {
        self.place.key("n")
    }

    pub(crate) fn view_key(&self) -> String {
        self.place.key("view")
    }
}

impl<E: Serialize + DeserializeOwned> Stream<E> {
    /// Appends `event` in the name of the asker, unless `operation` is in the stream already.
    ///
    /// Two requests with one operation id at the same moment may both write; every reader takes the one with the lower
    /// number, so it stays one fact. Without an operation id nothing is looked up and one is made.
    /// Costs two writes, and with an operation id also what [`Stream::fold`] costs; a caller who has just
    /// folded uses [`Stream::append_to`].
    pub async fn append(&self, event: &E, operation: Option<&OperationId>) -> Result<Written, RecordsError> {
        if let Some(operation) = operation
            && let Some(first) = self.find(operation).await?
        {
            return Ok(first);
        }
        self.write(event, operation).await
    }

    /// The same for a caller who has just folded the stream: `seen` tells whether the operation is there. Two writes.
    pub async fn append_to<V>(
        &self,
        seen: &Folded<V>,
        event: &E,
        operation: &OperationId,
    ) -> Result<Written, RecordsError> {
        match seen.number_of(operation) {
            Some(number) => match self.written(number).await? {
                Some(first) => Ok(first),
                // It was there a moment ago and is not now: erased. The operation is still the same one.
                None => Ok(Written { number, at: self.records.now(), repeated: true }),
            },
            None => self.write(event, Some(operation)).await,
        }
    }

    /// The fact an operation became, or none: after appending, this is the one that counts. Costs what
    /// [`Stream::fold`] costs.
    pub async fn find(&self, operation: &OperationId) -> Result<Option<Written>, RecordsError> {
        let loaded = self.load::<IgnoredAny, IgnoredAny>(|_| true).await?;
        let covered = loaded.cover.number_of(operation);
        let later = || loaded.after.iter().flatten().find(|e| e.operation == *operation).map(|e| e.number);
        match covered.or_else(later) {
            Some(number) => self.written(number).await,
            None => Ok(None),
        }
    }

    /// Every fact, in order. Reads the whole stream: for a history or an export; a page that wants the present state
    /// uses [`Stream::fold`].
    pub async fn read(&self) -> Result<Vec<Entry<E>>, RecordsError> {
        let head = self.head().await?;
        let entries = self.entries::<E>(self.checked(0, head)?).await?;
        let mut seen = Cover::default();
        Ok(entries.into_iter().flatten().filter(|entry| seen.admit(entry)).collect())
    }

    /// The number given out last; not more than a hint, because its event may not have been put yet. One read.
    pub async fn head(&self) -> Result<u64, RecordsError> {
        Ok(self.records.store.counter(&self.counter_key()).await?)
    }

    async fn written(&self, number: u64) -> Result<Option<Written>, RecordsError> {
        let entry = self.entry::<IgnoredAny>(number).await?;
        Ok(entry.map(|e| Written { number: e.number, at: e.at, repeated: true }))
    }

    async fn write(&self, event: &E, operation: Option<&OperationId>) -> Result<Written, RecordsError> {
        let Records { store, vault, clock, pace, .. } = &self.records;
        // Every event has an operation id, because the store's slowness alone may make it be written twice.
        let operation = match operation {
            Some(operation) => operation.clone(),
            None => OperationId::from_bytes(vault::random()?),
        };
        // Before anything is counted, so that what cannot be written leaves no hole.
        let event = serde_json::to_value(event).map_err(|_| RecordsError::NoJson)?;
        let mut envelope = Envelope { at: 0, by: self.records.asker().clone(), operation, event };
        for _ in 0..ATTEMPTS {
            let started = pace.start(clock.now());
            let late = || pace.since(&started, clock.now()) > pace.write_deadline;
            let number = store.increment(&self.counter_key()).await?;
            envelope.at = clock.now().as_millisecond();
            let key = self.place.key(number);
            let json = serde_json::to_vec(&envelope).map_err(|_| RecordsError::NoJson)?;
            let sealed = vault.seal(&self.place.scope(), &key, &json)?;
            if late() {
                continue;
            }
            store.set(&key, &sealed).await?;
            if !late() {
                let at = self.timestamp(number, envelope.at)?;
                return Ok(Written { number, at, repeated: false });
            }
        }
        Err(RecordsError::TooSlow { operation: envelope.operation })
    }

    /// Reads the counter, the saved view whose fold version `accept` takes, and what came after it.
    pub(crate) async fn load<V: DeserializeOwned, T: DeserializeOwned>(
        &self,
        accept: impl Fn(u32) -> bool,
    ) -> Result<Loaded<V, T>, RecordsError> {
        let began = self.records.now();
        let (counter_key, view_key) = (self.counter_key(), self.view_key());
        let (counter, view) = join(self.records.store.get(&counter_key), self.records.store.get(&view_key)).await;
        let head = read_counter(&counter_key, counter?.as_deref())?;
        // A view that does not open or parse is only a lost cache. A view that could not be read is a failure.
        let saved = view?.and_then(|sealed| self.open_view::<V>(&sealed)).filter(|saved| accept(saved.fold));
        let (view, cover) = saved.map_or((None, Cover::default()), |s| (Some(s.value), s.cover));
        let watched = cover.watched(began, self.records.pace.hole_watch);
        let (filled, after) = join(self.present(&watched), self.entries::<T>(self.checked(cover.upto(), head)?)).await;
        let mut after = after?;
        if filled? {
            // A write arrived after the view had passed its hole over: the view is worth nothing.
            let mut entries = self.entries::<T>(self.checked(0, cover.upto())?).await?;
            entries.append(&mut after);
            return Ok(Loaded { began, view: None, cover: Cover::default(), after: entries });
        }
        Ok(Loaded { began, view, cover, after })
    }

    fn open_view<V: DeserializeOwned>(&self, sealed: &[u8]) -> Option<SavedView<V>> {
        let json = self.records.vault.open(&self.place.scope(), &self.view_key(), sealed).ok()?;
        serde_json::from_slice(&json).ok()
    }

    /// Whether an event stands at any of `numbers`.
    async fn present(&self, numbers: &[u64]) -> Result<bool, RecordsError> {
        let found = join_all(numbers.iter().map(|n| self.entry::<IgnoredAny>(*n))).await;
        found.into_iter().try_fold(false, |any, entry| Ok(any || entry?.is_some()))
    }

    /// The numbers after `upto`, to `head`. A counter may be behind a view that was written while both were read.
    fn checked(&self, upto: u64, head: u64) -> Result<RangeInclusive<u64>, RecordsError> {
        if head > LONGEST {
            return Err(RecordsError::ImpossibleCounter { stream: self.place.to_string() });
        }
        Ok(upto + 1..=head)
    }

    /// The events at `numbers`, fetched at the same time; none for a hole.
    async fn entries<T: DeserializeOwned>(
        &self,
        numbers: RangeInclusive<u64>,
    ) -> Result<Vec<Option<Entry<T>>>, RecordsError> {
        let numbers: Vec<u64> = numbers.collect();
        let mut entries = Vec::with_capacity(numbers.len());
        for some in numbers.chunks(AT_ONCE) {
            for entry in join_all(some.iter().map(|n| self.entry(*n))).await {
                entries.push(entry?);
            }
        }
        Ok(entries)
    }

    pub(crate) async fn entry<T: DeserializeOwned>(&self, number: u64) -> Result<Option<Entry<T>>, RecordsError> {
        let key = self.place.key(number);
        let Some(sealed) = self.records.store.get(&key).await? else { return Ok(None) };
        let stream = || self.place.to_string();
        let json = self
            .records
            .vault
            .open(&self.place.scope(), &key, &sealed)
            .map_err(|source| RecordsError::Event { stream: stream(), number, source })?;
        // The parser's own message would quote the value.
        let Envelope { at, by, operation, event } =
            serde_json::from_slice(&json).map_err(|_| RecordsError::EventForm { stream: stream(), number })?;
        Ok(Some(Entry { number, at: self.timestamp(number, at)?, by, operation, event }))
    }

    fn timestamp(&self, number: u64, millis: i64) -> Result<Timestamp, RecordsError> {
        Timestamp::from_millisecond(millis)
            .map_err(|_| RecordsError::EventForm { stream: self.place.to_string(), number })
    }
}

impl<E> Clone for Stream<E> {
    fn clone(&self) -> Self {
        Self::new(self.records.clone(), self.place.clone())
    }
}

impl<E> fmt::Debug for Stream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stream({})", self.place)
    }
}
