//! A stream apart from the type of its events: everything that waits for the store. The types come in by
//! [`crate::ledger`] and [`crate::fold`], which read and write JSON and wait for nothing; so a component holds this code
//! once, and not once for each kind of event.

use std::ops::RangeInclusive;

use futures::future::{join, join_all};
use jiff::Timestamp;
use school_types::OperationId;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use terse_json::Raw;

use crate::{Asker, Entry, Place, Records, RecordsError, Written, cover::Cover, pace::Started, read_counter};

/// How often a write that missed its deadline is tried, in all.
pub(crate) const ATTEMPTS: usize = 3;
/// How many events are asked for at once.
const AT_ONCE: usize = 128;
/// Nothing is so long that is read whole. A counter that says so was tampered with, and must not keep us reading for ever.
const LONGEST: u64 = 1_000_000;
/// The same for what looks through everything there is: a busy school's audit trail of a hundred years.
const LONGEST_LOOKED_THROUGH: u64 = 20_000_000;

/// An event with its number, sealed and not yet put.
pub(crate) struct Drawn {
    number: u64,
    /// Milliseconds since 1970.
    at: i64,
    key: String,
    sealed: Vec<u8>,
    started: Started,
}

/// A place with a counter, events and a view, and the records it is in.
pub(crate) struct Sequence {
    pub(crate) records: Records,
    pub(crate) place: Place,
    /// Among how many of the newest an operation is looked for; none where it is looked for among all of them.
    pub(crate) window: Option<u64>,
}

/// An event as JSON.
pub(crate) type Untyped = Entry<Box<str>>;

/// An event as it is sealed.
#[derive(Serialize)]
struct Envelope<'a> {
    /// Milliseconds since 1970, taken after the number was given out.
    at: i64,
    by: &'a Asker,
    operation: &'a OperationId,
    event: &'a RawValue,
}

/// The same, opened.
#[derive(Deserialize)]
struct Opened<'a> {
    at: i64,
    by: Asker,
    operation: OperationId,
    #[serde(borrow)]
    event: Raw<'a>,
}

/// The first line of a view as it is sealed. What it amounts to follows in the next.
#[derive(Serialize, Deserialize)]
struct ViewHead {
    fold: u32,
    cover: Cover,
}

/// Which saved view is taken.
#[derive(Clone, Copy)]
pub(crate) enum Saved {
    /// Of this version.
    Of(u32),
    /// Any: what it amounts to is not asked.
    Any,
    /// None: it was looked at and is worth nothing.
    None,
}

/// What a stream holds now: what a saved view covers, and every number after it.
pub(crate) struct Loaded {
    /// When reading began. Whether a hole is old is judged by this moment and not a later one, because by a
    /// later one it may have been filled.
    pub(crate) began: Timestamp,
    /// What the view amounts to, as JSON.
    pub(crate) view: Option<Vec<u8>>,
    pub(crate) cover: Cover,
    /// From `cover.upto() + 1` on, without gaps; none is a hole.
    pub(crate) after: Vec<Option<Untyped>>,
}

/// What stands in front of a stream.
pub(crate) struct Front {
    /// When reading began.
    pub(crate) began: Timestamp,
    /// The number given out last.
    pub(crate) head: u64,
    /// The saved view as it is stored.
    pub(crate) sealed: Option<Vec<u8>>,
}

/// What stands behind a view.
pub(crate) enum Behind {
    /// What came after it; none for a hole.
    Follows(Vec<Option<Untyped>>),
    /// Everything there is. A write arrived after the view had passed its hole over: the view is worth nothing.
    Voids(Vec<Option<Untyped>>),
}

impl Sequence {
    fn counter_key(&self) -> String {
        self.place.key("n")
    }

    fn view_key(&self) -> String {
        self.place.key("view")
    }

    pub(crate) async fn head(&self) -> Result<u64, RecordsError> {
        Ok(self.records.store.counter(&self.counter_key()).await?)
    }

    pub(crate) async fn find(&self, operation: &OperationId) -> Result<Option<Written>, RecordsError> {
        if let Some(window) = self.window {
            return self.find_among_newest(window, operation).await;
        }
        let loaded = self.load(Saved::Any).await?;
        let covered = loaded.cover.number_of(operation);
        let later = || loaded.after.iter().flatten().find(|e| e.operation == *operation).map(|e| e.number);
        match covered.or_else(later) {
            Some(number) => self.written(number).await,
            None => Ok(None),
        }
    }

    /// Looks for an operation among the newest `window` numbers: the same cost however long the stream is.
    async fn find_among_newest(&self, window: u64, operation: &OperationId) -> Result<Option<Written>, RecordsError> {
        let head = self.head().await?;
        let numbers: Vec<u64> = (head.saturating_sub(window) + 1..=head).collect();
        let found = self.fetch(&numbers).await?.into_iter().flatten().find(|entry| entry.operation == *operation);
        Ok(found.map(|entry| Written { number: entry.number, at: entry.at, repeated: true }))
    }

    pub(crate) async fn written(&self, number: u64) -> Result<Option<Written>, RecordsError> {
        let entry = self.entry(number).await?;
        Ok(entry.map(|e| Written { number: e.number, at: e.at, repeated: true }))
    }

    pub(crate) async fn write(
        &self,
        event: &RawValue,
        operation: Option<&OperationId>,
    ) -> Result<Written, RecordsError> {
        // Every event has an operation id, because the store's slowness alone may make it be written twice.
        let operation = match operation {
            Some(operation) => operation.clone(),
            None => OperationId::from_bytes(vault::random()?),
        };
        for _ in 0..ATTEMPTS {
            let drawn = self.draw(event, &operation).await?;
            if self.put(&drawn).await? {
                if let Some(school) = self.place.told_to_families() {
                    self.records.note_change(school).await?;
                }
                let at = self.timestamp(drawn.number, drawn.at)?;
                return Ok(Written { number: drawn.number, at, repeated: false });
            }
        }
        Err(RecordsError::TooSlow { operation })
    }

    /// Draws a number for an event and seals it.
    pub(crate) async fn draw(&self, event: &RawValue, operation: &OperationId) -> Result<Drawn, RecordsError> {
        let Records { store, vault, clock, pace, .. } = &self.records;
        let started = pace.start(clock.now());
        let number = store.increment(&self.counter_key()).await?;
        let at = clock.now().as_millisecond();
        let key = self.place.key(number);
        let envelope = Envelope { at, by: self.records.asker(), operation, event };
        let json = serde_json::to_vec(&envelope).map_err(|_| RecordsError::NoJson)?;
        let sealed = vault.seal(&self.place.scope(), &key, &json)?;
        Ok(Drawn { number, at, key, sealed, started })
    }

    /// Puts an event at the number it drew; false where that took longer than the write deadline, so that it must be
    /// written again.
    pub(crate) async fn put(&self, drawn: &Drawn) -> Result<bool, RecordsError> {
        let Records { store, clock, pace, .. } = &self.records;
        let late = || pace.since(&drawn.started, clock.now()) > pace.write_deadline;
        if late() {
            return Ok(false);
        }
        store.set(&drawn.key, &drawn.sealed).await?;
        Ok(!late())
    }

    /// Reads the counter, the saved view, and what came after it.
    pub(crate) async fn load(&self, saved: Saved) -> Result<Loaded, RecordsError> {
        let front = self.front().await?;
        // A view that does not open or parse is only a lost cache.
        let (view, cover) = match front.sealed.as_deref().and_then(|sealed| self.open_view(saved, sealed)) {
            Some((view, cover)) => (Some(view), cover),
            None => (None, Cover::default()),
        };
        let began = front.began;
        Ok(match self.behind(&front, &cover).await? {
            Behind::Follows(after) => Loaded { began, view, cover, after },
            Behind::Voids(after) => Loaded { began, view: None, cover: Cover::default(), after },
        })
    }

    /// Reads the counter and the saved view.
    pub(crate) async fn front(&self) -> Result<Front, RecordsError> {
        let began = self.records.now();
        let (counter_key, view_key) = (self.counter_key(), self.view_key());
        let (counter, view) = join(self.records.store.get(&counter_key), self.records.store.get(&view_key)).await;
        let head = read_counter(&counter_key, counter?.as_deref())?;
        // A view that could not be read is a failure, and not the same as none.
        Ok(Front { began, head, sealed: view? })
    }

    /// Reads what came after a view that covers `cover`.
    pub(crate) async fn behind(&self, front: &Front, cover: &Cover) -> Result<Behind, RecordsError> {
        let watched = cover.watched(front.began, self.records.pace.hole_watch);
        let (filled, after) = join(self.present(&watched), self.entries(self.checked(cover.upto(), front.head)?)).await;
        let mut after = after?;
        if filled? {
            let mut entries = self.entries(self.checked(0, cover.upto())?).await?;
            entries.append(&mut after);
            return Ok(Behind::Voids(entries));
        }
        Ok(Behind::Follows(after))
    }

    pub(crate) fn open_view(&self, saved: Saved, sealed: &[u8]) -> Option<(Vec<u8>, Cover)> {
        let mut json = self.records.vault.open(&self.place.scope(), &self.view_key(), sealed).ok()?;
        // JSON on one line has no line feed in it: in a string it is written `\n`.
        let head = json.iter().position(|byte| *byte == b'\n')?;
        let ViewHead { fold, cover } = terse_json::read(&json[..head]).ok()?;
        let taken = match saved {
            Saved::Of(version) => fold == version,
            Saved::Any => true,
            Saved::None => false,
        };
        json.drain(..=head);
        taken.then_some((json, cover))
    }

    /// Saves the view `value`, as JSON on one line, that covers `cover`.
    pub(crate) async fn save(&self, fold: u32, cover: &Cover, value: &[u8]) -> Result<(), RecordsError> {
        let head = ViewHead { fold, cover: cover.clone() };
        let mut json = serde_json::to_vec(&head).map_err(|_| RecordsError::NoJson)?;
        json.push(b'\n');
        json.extend_from_slice(value);
        let key = self.view_key();
        let sealed = self.records.vault.seal(&self.place.scope(), &key, &json)?;
        Ok(self.records.store.set(&key, &sealed).await?)
    }

    /// Whether an event stands at any of `numbers`.
    async fn present(&self, numbers: &[u64]) -> Result<bool, RecordsError> {
        let found = self.fetch(numbers).await?;
        Ok(found.into_iter().any(|entry| entry.is_some()))
    }

    /// Every event there is, none for a hole.
    pub(crate) async fn everything(&self) -> Result<Vec<Option<Untyped>>, RecordsError> {
        let head = self.head().await?;
        self.entries(self.checked(0, head)?).await
    }

    /// The same from `before` downwards, or from the newest, until there are `count` of them or none is left: the newest
    /// first, and the number that the next older ones come before.
    pub(crate) async fn newest(
        &self,
        count: usize,
        before: Option<u64>,
    ) -> Result<(Vec<Untyped>, Option<u64>), RecordsError> {
        let head = self.head().await?;
        self.newest_to(count, before.map_or(head, |before| head.min(before.saturating_sub(1)))).await
    }

    /// The same from the number `next` downwards, which is no higher than the counter.
    pub(crate) async fn newest_to(
        &self,
        count: usize,
        mut next: u64,
    ) -> Result<(Vec<Untyped>, Option<u64>), RecordsError> {
        let mut found: Vec<Untyped> = Vec::new();
        while next > 0 && found.len() < count {
            let portion = u64::try_from((count - found.len()).min(AT_ONCE)).unwrap_or(1);
            let first = next.saturating_sub(portion - 1).max(1);
            let numbers: Vec<u64> = (first..=next).rev().collect();
            for entry in self.fetch(&numbers).await?.into_iter().flatten() {
                // An operation that was written twice is the fact with the lower number.
                found.retain(|later| later.operation != entry.operation);
                found.push(entry);
            }
            next = first - 1;
        }
        Ok((found, (next > 0).then_some(next + 1)))
    }

    /// The numbers after `upto`, to `head`. A counter may be behind a view that was written while both were read.
    fn checked(&self, upto: u64, head: u64) -> Result<RangeInclusive<u64>, RecordsError> {
        if head.saturating_sub(upto) > LONGEST {
            return Err(RecordsError::ImpossibleCounter { stream: self.place.to_string() });
        }
        Ok(upto + 1..=head)
    }

    async fn entries(&self, numbers: RangeInclusive<u64>) -> Result<Vec<Option<Untyped>>, RecordsError> {
        let numbers: Vec<u64> = numbers.collect();
        let mut entries = Vec::with_capacity(numbers.len());
        for some in numbers.chunks(AT_ONCE) {
            entries.append(&mut self.fetch(some).await?);
        }
        Ok(entries)
    }

    /// The events at `numbers`, fetched at the same time; none for a hole.
    pub(crate) async fn fetch(&self, numbers: &[u64]) -> Result<Vec<Option<Untyped>>, RecordsError> {
        join_all(numbers.iter().map(|number| self.entry(*number))).await.into_iter().collect()
    }

    pub(crate) async fn entry(&self, number: u64) -> Result<Option<Untyped>, RecordsError> {
        let Some(sealed) = self.sealed(number).await? else { return Ok(None) };
        self.unseal(number, &sealed).map(Some)
    }

    /// An event as it is stored.
    pub(crate) async fn sealed(&self, number: u64) -> Result<Option<Vec<u8>>, RecordsError> {
        Ok(self.records.store.get(&self.place.key(number)).await?)
    }

    /// Opens what stands at `number`.
    pub(crate) fn unseal(&self, number: u64, sealed: &[u8]) -> Result<Untyped, RecordsError> {
        let key = self.place.key(number);
        let stream = || self.place.to_string();
        let json = self
            .records
            .vault
            .open(&self.place.scope(), &key, sealed)
            .map_err(|source| RecordsError::Event { stream: stream(), number, source })?;
        let Opened { at, by, operation, event } =
            terse_json::borrow(&json).map_err(|_| RecordsError::EventForm { stream: stream(), number })?;
        Ok(Entry { number, at: self.timestamp(number, at)?, by, operation, event: event.0.into() })
    }

    /// What stands at the numbers after `after`, to `upto`, as it is stored; none for a hole.
    pub(crate) async fn stored(&self, after: u64, upto: u64) -> Result<Vec<(u64, Option<Vec<u8>>)>, RecordsError> {
        if upto.saturating_sub(after) > LONGEST_LOOKED_THROUGH {
            return Err(RecordsError::ImpossibleCounter { stream: self.place.to_string() });
        }
        let numbers: Vec<u64> = (after + 1..=upto).collect();
        let mut stored = Vec::with_capacity(numbers.len());
        for some in numbers.chunks(AT_ONCE) {
            for (number, sealed) in some.iter().zip(join_all(some.iter().map(|n| self.sealed(*n))).await) {
                stored.push((*number, sealed?));
            }
        }
        Ok(stored)
    }

    fn timestamp(&self, number: u64, millis: i64) -> Result<Timestamp, RecordsError> {
        Timestamp::from_millisecond(millis)
            .map_err(|_| RecordsError::EventForm { stream: self.place.to_string(), number })
    }
}

impl Untyped {
    /// The event as `E`.
    pub(crate) fn typed<E: DeserializeOwned>(self, place: &Place) -> Result<Entry<E>, RecordsError> {
        let Self { number, at, by, operation, event } = self;
        let event = terse_json::read(event.as_bytes())
            .map_err(|_| RecordsError::EventForm { stream: place.to_string(), number })?;
        Ok(Entry { number, at, by, operation, event })
    }
}

/// Each of `entries` as `E`.
pub(crate) fn typed<E: DeserializeOwned>(
    place: &Place,
    entries: Vec<Option<Untyped>>,
) -> Result<Vec<Option<Entry<E>>>, RecordsError> {
    entries.into_iter().map(|entry| entry.map(|entry| entry.typed(place)).transpose()).collect()
}
