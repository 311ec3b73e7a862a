//! A stream, a view and a door to try things on.

use std::future::Future;

use clock::{Clock, Hand};
use futures::executor::block_on;
use jiff::SignedDuration;
use records::{Asker, Entry, Pace, Place, Records, RecordsError, Stream, View};
use school_types::{ContactId, OperationId, SchoolId, Timestamp};
use serde::{Deserialize, Serialize};
use testkit::MemoryStore;
use vault::{Domain, MasterKey, Vault};

/// Something happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Note(pub(crate) String);

/// Every note, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Diary(pub(crate) Vec<String>);

impl View for Diary {
    type Event = Note;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<Note>) {
        self.0.push(entry.event.0.clone());
    }
}

/// A later form of the diary: every note in capitals.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LoudDiary(pub(crate) Vec<String>);

impl View for LoudDiary {
    type Event = Note;
    const VERSION: u32 = 2;

    fn apply(&mut self, entry: &Entry<Note>) {
        self.0.push(entry.event.0.to_uppercase());
    }
}

/// One host, one store, and a clock that a test moves.
pub(crate) struct House {
    pub(crate) store: MemoryStore,
    pub(crate) hand: Hand,
    pub(crate) records: Records,
}

impl House {
    pub(crate) fn new() -> Self {
        Self::over(MemoryStore::new())
    }

    pub(crate) fn over(store: MemoryStore) -> Self {
        let (clock, hand) = Clock::by_hand(morning());
        let records = records(&store, clock);
        Self { store, hand, records }
    }

    pub(crate) fn diary(&self) -> Stream<Note> {
        self.records.stream(diary_place())
    }

    pub(crate) fn later(&self, seconds: i64) {
        self.hand.advance(SignedDuration::from_secs(seconds));
    }

    /// Writes a note and saves the view, as a page does.
    pub(crate) fn note(&self, text: &str) {
        block_on(async {
            self.diary().append(&note(text), None).await.unwrap();
            self.diary().refresh::<Diary>().await.unwrap();
        });
    }

    pub(crate) fn notes(&self) -> Vec<String> {
        block_on(self.diary().fold::<Diary>()).unwrap().value.0
    }
}

pub(crate) fn morning() -> Timestamp {
    "2026-09-07T08:00:00Z".parse().unwrap()
}

/// The records of `store` by a host with this wall clock, and a stopwatch that stands still.
pub(crate) fn records(store: &MemoryStore, clock: Clock) -> Records {
    let vault = Vault::new(MasterKey::from_bytes([7; 32]), None);
    let asker = Asker::Parent(ContactId::from_bytes([3; 10]));
    Records::new(store.handle(), vault, clock, asker).with_pace(Pace::with_stopwatch(Default::default))
}

pub(crate) fn elm() -> SchoolId {
    "elm-street".parse().unwrap()
}

pub(crate) fn diary_place() -> Place {
    Place::of_school(&elm(), Domain::Permission).part("diary")
}

/// The key of something in the diary: a number, `n` or `view`.
pub(crate) fn diary_key(ending: &str) -> String {
    format!("elm-street/permission/diary/{ending}")
}

pub(crate) fn note(text: &str) -> Note {
    Note(text.to_owned())
}

pub(crate) fn form(number: u8) -> OperationId {
    OperationId::from_bytes([number; 15])
}

/// Tries `work` with the store stopping at its first call, its second, and so on until nothing stops it; after each
/// stop `check` looks at what is left.
pub(crate) fn stop_at_every_step<F: Future<Output = Result<(), RecordsError>>>(
    work: impl Fn(Records) -> F,
    check: impl Fn(&House, usize, Result<(), RecordsError>),
) {
    for step in 0.. {
        let house = House::new();
        house.store.stop_at_step(step);
        let done = block_on(work(house.records.clone()));
        let stopped = house.store.restart();
        check(&house, step, done);
        if !stopped {
            assert!(step > 0, "the work called the store not once");
            return;
        }
    }
}
