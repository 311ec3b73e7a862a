//! Streams of events: appending and reading. What may be passed over, and why, is in [`crate::cover`].

use std::{fmt, marker::PhantomData};

use jiff::Timestamp;
use school_types::OperationId;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use crate::{
    Asker, Folded, Place, Records, RecordsError,
    cover::Cover,
    sequence::{Sequence, Untyped, typed},
};

/// A stream of immutable events of one type.
///
/// Appending counts the stream's counter up and puts the sealed event at the number it got. So two writers never
/// touch one key, and a crash in between leaves a hole that nobody was told about. Nothing is acknowledged that took
/// longer than [`crate::Pace::write_deadline`]: such a write is made again under the same operation id, so that a late
/// arrival of the first is no second fact. The order of the facts is the order of their numbers.
pub struct Stream<E> {
    pub(crate) sequence: Sequence,
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

/// Some of a stream, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<E> {
    /// The facts.
    pub entries: Vec<Entry<E>>,
    /// What [`Stream::newest`] takes as `before` for the next page; none where there is nothing older.
    pub older: Option<u64>,
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

impl<E> Stream<E> {
    pub(crate) const fn new(records: Records, place: Place) -> Self {
        Self { sequence: Sequence { records, place, window: None }, event: PhantomData }
    }

    /// The same stream, which grows without end and is never folded: an operation is looked for among its newest `window`
    /// facts alone, so that appending costs the same however long it is. A form sent again later than that is written again,
    /// under its own operation.
    #[must_use]
    pub(crate) const fn looked_for_among(mut self, window: u64) -> Self {
        self.sequence.window = Some(window);
        self
    }

    /// Where the stream lives.
    pub const fn place(&self) -> &Place {
        &self.sequence.place
    }

    /// The fact an operation became, or none: after appending, this is the one that counts. Costs what
    /// [`Stream::fold`] costs.
    pub async fn find(&self, operation: &OperationId) -> Result<Option<Written>, RecordsError> {
        self.sequence.find(operation).await
    }

    /// The number given out last; not more than a hint, because its event may not have been put yet. One read.
    pub async fn head(&self) -> Result<u64, RecordsError> {
        self.sequence.head().await
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
            && let Some(first) = self.sequence.find(operation).await?
        {
            return Ok(first);
        }
        self.sequence.write(&json(event)?, operation).await
    }

    /// The same for a caller who knows that `operation` is new, or does not mind it written twice: it stays one fact. Two
    /// writes.
    pub async fn append_new(&self, event: &E, operation: &OperationId) -> Result<Written, RecordsError> {
        self.sequence.write(&json(event)?, Some(operation)).await
    }

    /// The same for a caller who has just folded the stream: `seen` tells whether the operation is there. Two writes.
    pub async fn append_to<V>(
        &self,
        seen: &Folded<V>,
        event: &E,
        operation: &OperationId,
    ) -> Result<Written, RecordsError> {
        match seen.number_of(operation) {
            Some(number) => match self.sequence.written(number).await? {
                Some(first) => Ok(first),
                // It was there a moment ago and is not now: erased. The operation is still the same one.
                None => Ok(Written { number, at: self.sequence.records.now(), repeated: true }),
            },
            None => self.sequence.write(&json(event)?, Some(operation)).await,
        }
    }

    /// Every fact, in order. Reads the whole stream: for a history or an export; a page that wants the present state
    /// uses [`Stream::fold`].
    pub async fn read(&self) -> Result<Vec<Entry<E>>, RecordsError> {
        let entries = typed(&self.sequence.place, self.sequence.everything().await?)?;
        let mut seen = Cover::default();
        Ok(entries.into_iter().flatten().filter(|entry| seen.admit(entry)).collect())
    }

    /// The newest `count` facts, or the newest of those before the number `before`, the newest first. For lists that
    /// people page through: reads no more of the stream than it answers. One read, and then one round of reads at the
    /// same time, more only where there are holes.
    ///
    /// A fact that was written twice is listed once where both writings are on one page.
    pub async fn newest(&self, count: usize, before: Option<u64>) -> Result<Page<E>, RecordsError> {
        let (entries, older) = self.sequence.newest(count, before).await?;
        let typed = entries.into_iter().map(|entry| entry.typed(&self.sequence.place));
        Ok(Page { entries: typed.collect::<Result<_, _>>()?, older })
    }

    /// The same for a caller who has just folded the stream: the newest `count` of the facts that were `seen`, or the newest of
    /// those before the number `before`, each once and the first of its writings. One round of reads at the same time.
    pub async fn newest_of<V>(
        &self,
        seen: &Folded<V>,
        count: usize,
        before: Option<u64>,
    ) -> Result<Page<E>, RecordsError> {
        let next = before.map_or(seen.upto(), |before| seen.upto().min(before.saturating_sub(1)));
        let (entries, older) = self.sequence.newest_to(count, next).await?;
        let is_fact = |entry: &Untyped| seen.number_of(&entry.operation).is_none_or(|number| number == entry.number);
        let typed = entries.into_iter().filter(is_fact).map(|entry| entry.typed(&self.sequence.place));
        Ok(Page { entries: typed.collect::<Result<_, _>>()?, older })
    }

    pub(crate) async fn entry(&self, number: u64) -> Result<Option<Entry<E>>, RecordsError> {
        self.sequence.entry(number).await?.map(|entry| entry.typed(&self.sequence.place)).transpose()
    }
}

/// Before anything is counted, so that what cannot be written leaves no hole.
pub(crate) fn json(event: &impl Serialize) -> Result<Box<RawValue>, RecordsError> {
    serde_json::value::to_raw_value(event).map_err(|_| RecordsError::NoJson)
}

impl<E> Clone for Stream<E> {
    fn clone(&self) -> Self {
        let Sequence { records, place, window } = &self.sequence;
        let sequence = Sequence { records: records.clone(), place: place.clone(), window: *window };
        Self { sequence, event: PhantomData }
    }
}

impl<E> fmt::Debug for Stream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stream({})", self.sequence.place)
    }
}
