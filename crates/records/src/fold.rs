//! Views: what a stream amounts to.

use school_types::{OperationId, Timestamp};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    Entry, RecordsError, Stream,
    cover::{self, Cover},
    ledger::Loaded,
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
    cover: Cover,
}

impl<V> Folded<V> {
    /// The highest number read, 0 for an empty stream.
    pub const fn upto(&self) -> u64 {
        self.cover.upto()
    }

    /// The number of the fact `operation` became, if it is among those read.
    pub fn number_of(&self, operation: &OperationId) -> Option<u64> {
        self.cover.number_of(operation)
    }
}

/// A view as it is sealed.
#[derive(Serialize, Deserialize)]
pub(crate) struct SavedView<V> {
    pub(crate) fold: u32,
    pub(crate) cover: Cover,
    pub(crate) value: V,
}

impl<E: Serialize + DeserializeOwned> Stream<E> {
    /// What the stream amounts to now. Writes nothing. Two reads at the same time if the saved view is current, and
    /// one further round, of all missing events at the same time, if it is not.
    pub async fn fold<V: View<Event = E>>(&self) -> Result<Folded<V>, RecordsError> {
        let Loaded { began, view, cover, after } = self.load(|fold| fold == V::VERSION).await?;
        let mut folded = Folded { value: view.unwrap_or_default(), cover };
        folded.take(1 + folded.upto(), &after, began);
        Ok(folded)
    }

    /// The same, and saves the view if it covers more than the saved one: after an append, so that the next
    /// reader has less to do. One write at most.
    ///
    /// A slower refresh may put an older view in place of a newer one. That is harmless, because each says what it
    /// covers.
    pub async fn refresh<V: View<Event = E>>(&self) -> Result<Folded<V>, RecordsError> {
        let Loaded { began, view, cover, after } = self.load(|fold| fold == V::VERSION).await?;
        let mut folded = Folded { value: view.unwrap_or_default(), cover };
        let settled = cover::settled(&after, began, self.records.pace.hole_age);
        let (settled, young) = after.split_at(settled);
        folded.take(1 + folded.upto(), settled, began);
        if !settled.is_empty() {
            folded = self.save(folded, began).await?;
        }
        folded.take(1 + folded.upto(), young, began);
        Ok(folded)
    }

    async fn save<V: View<Event = E>>(&self, mut folded: Folded<V>, now: Timestamp) -> Result<Folded<V>, RecordsError> {
        folded.cover.forget_holes(now, self.records.pace.hole_watch);
        let saved = SavedView { fold: V::VERSION, cover: folded.cover, value: folded.value };
        self.records.put_at(&self.place, &self.view_key(), &saved).await?;
        Ok(Folded { value: saved.value, cover: saved.cover })
    }
}

impl<V: View> Folded<V> {
    /// Applies `entries`, the first of which has the number `first`.
    fn take(&mut self, first: u64, entries: &[Option<Entry<V::Event>>], now: Timestamp) {
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
