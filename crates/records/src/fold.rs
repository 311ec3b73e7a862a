//! Views: what a stream amounts to.

use school_types::{OperationId, Timestamp};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Entry, RecordsError, Stream, Written,
    cover::{self, Cover},
    sequence::{Loaded, Saved, Sequence, typed},
};

/// What the events of a stream amount to: a person's current permissions, a row of an inbox.
///
/// Starts as the default and takes the events one by one, each operation once, in the order of their numbers. It must
/// depend on nothing else. A stream has one saved view, so it is folded into one type.
pub trait View: Default + Serialize + DeserializeOwned {
    /// The events it is made of.
    type Event: Serialize + DeserializeOwned;

    /// Goes up whenever `apply`, or the form of the view, changes: views saved before are then rebuilt.
    const VERSION: u32;

    /// Takes the next event.
    fn apply(&mut self, entry: &Entry<Self::Event>);
}

/// A view of everything in the stream when it was read.
#[derive(Clone, Debug)]
pub struct Folded<V> {
    /// The view.
    pub value: V,
    pub(crate) cover: Cover,
    /// Up to this number nothing comes in between any more.
    pub(crate) settled: u64,
}

impl<V> Folded<V> {
    /// The highest number read, 0 for an empty stream.
    pub const fn upto(&self) -> u64 {
        self.cover.upto()
    }

    /// Up to this number nothing comes in between any more: what has a lower number was read, or never will be.
    pub const fn settled(&self) -> u64 {
        self.settled
    }

    /// The number of the fact `operation` became, if it is among those read.
    pub fn number_of(&self, operation: &OperationId) -> Option<u64> {
        self.cover.number_of(operation)
    }
}

impl<E: Serialize + DeserializeOwned> Stream<E> {
    /// What the stream amounts to now. Writes nothing. Two reads at the same time if the saved view is current, and
    /// one further round, of all missing events at the same time, if it is not.
    pub async fn fold<V: View<Event = E>>(&self) -> Result<Folded<V>, RecordsError> {
        let (mut folded, after, began) = self.load::<V>().await?;
        let settled = cover::settled(&after, began, self.sequence.records.pace.hole_age);
        folded.settled += settled as u64;
        folded.take(1 + folded.upto(), &after, began);
        Ok(folded)
    }

    /// The same, and saves the view if it covers more than the saved one: after an append, so that the next
    /// reader has less to do. One write at most.
    ///
    /// A slower refresh may put an older view in place of a newer one. That is harmless, because each says what it
    /// covers.
    pub async fn refresh<V: View<Event = E>>(&self) -> Result<Folded<V>, RecordsError> {
        let (mut folded, after, began) = self.load::<V>().await?;
        let settled = cover::settled(&after, began, self.sequence.records.pace.hole_age);
        folded.settled += settled as u64;
        let (settled, young) = after.split_at(settled);
        folded.take(1 + folded.upto(), settled, began);
        if !settled.is_empty() {
            self.save(&mut folded, began).await?;
        }
        folded.take(1 + folded.upto(), young, began);
        Ok(folded)
    }

    /// Appends as [`Stream::append_to`] does, and answers what the stream amounts to with it, the view saved. Three writes;
    /// where nobody else has written since `seen` was read nothing is read, else what [`Stream::refresh`] reads.
    pub async fn append_and_fold<V: View<Event = E> + Clone>(
        &self,
        seen: &Folded<V>,
        event: &E,
        operation: &OperationId,
    ) -> Result<(Written, Folded<V>), RecordsError>
    where
        E: Clone,
    {
        let records = &self.sequence.records;
        let written = self.append_to(seen, event, operation).await?;
        // Numbers have no gaps: what has the next one comes right after what was read, if nothing before it can still come.
        let is_next = !written.repeated && written.number == 1 + seen.upto() && seen.settled == seen.upto();
        if !is_next {
            return Ok((written, self.refresh::<V>().await?));
        }
        let (by, event) = (records.asker().clone(), event.clone());
        let entry = Entry { number: written.number, at: written.at, by, operation: operation.clone(), event };
        let (mut folded, now) = (seen.clone(), records.now());
        folded.take(written.number, &[Some(entry)], now);
        folded.settled = written.number;
        self.save(&mut folded, now).await?;
        Ok((written, folded))
    }

    /// Every fact there is, in order, and what they amount to: for whoever shows them all. The counter and one read for
    /// each event, and none of the view.
    pub async fn read_and_fold<V: View<Event = E>>(&self) -> Result<(Vec<Entry<E>>, Folded<V>), RecordsError> {
        let Sequence { records, place, .. } = &self.sequence;
        let began = records.now();
        let entries = typed(place, self.sequence.everything().await?)?;
        let settled = cover::settled(&entries, began, records.pace.hole_age) as u64;
        let mut folded = Folded { value: V::default(), cover: Cover::default(), settled };
        folded.take(1, &entries, began);
        // The same operation written twice is one fact, the first.
        let is_fact = |entry: &Entry<E>| folded.number_of(&entry.operation) == Some(entry.number);
        let facts = entries.into_iter().flatten().filter(is_fact).collect();
        Ok((facts, folded))
    }

    /// The saved view, what came after it, and when reading began.
    async fn load<V: View<Event = E>>(&self) -> Result<(Folded<V>, Vec<Option<Entry<E>>>, Timestamp), RecordsError> {
        let mut loaded = self.sequence.load(Saved::Of(V::VERSION)).await?;
        let mut value = V::default();
        if let Some(json) = &loaded.view {
            match terse_json::read(json) {
                Ok(saved) => value = saved,
                // A view that does not parse is only a lost cache.
                Err(_) => loaded = self.sequence.load(Saved::None).await?,
            }
        }
        let Loaded { began, cover, after, .. } = loaded;
        let settled = cover.upto();
        Ok((Folded { value, cover, settled }, typed(&self.sequence.place, after)?, began))
    }

    async fn save<V: View<Event = E>>(&self, folded: &mut Folded<V>, now: Timestamp) -> Result<(), RecordsError> {
        folded.cover.forget_holes(now, self.sequence.records.pace.hole_watch);
        let value = serde_json::to_vec(&folded.value).map_err(|_| RecordsError::NoJson)?;
        self.sequence.save(V::VERSION, &folded.cover, &value).await
    }
}

impl<V: View> Folded<V> {
    /// Applies `entries`, the first of which has the number `first`.
    pub(crate) fn take(&mut self, first: u64, entries: &[Option<Entry<V::Event>>], now: Timestamp) {
        for (number, entry) in (first..).zip(entries) {
            match entry {
                Some(entry) => {
                    if self.cover.admit(entry) {
                        self.value.apply(entry);
                    }
                }
                None => self.cover.pass(number, now),
            }
        }
    }
}
