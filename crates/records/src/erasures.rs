//! The proof of an erasure: which events there were, without anything of what they said.
//!
//! An event that is erased leaves its number and the SHA-256 of its sealed form. That form held 24 random bytes that are
//! gone with it, so the hash can be compared and cannot be guessed at: no list of likely names leads to it.

use std::collections::BTreeMap;

use school_types::{ChildId, ContactId, Fingerprint, SchoolId};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Entry, Place, Records, Stream, View};

/// Something was erased. Who and when stand in the [`Entry`]. Written before the first key is removed, so that nothing is
/// ever missing without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureEvent {
    /// The pupil.
    pub child: ChildId,
    /// The contacts who were listed for no other pupil and went with them.
    pub contacts: Vec<ContactId>,
    /// The streams that lost events.
    pub streams: Vec<ErasedStream>,
    /// The keys of single values that were removed.
    pub values: Vec<String>,
}

/// What a stream lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedStream {
    /// Where the stream is.
    pub stream: String,
    /// The last number that had been given out.
    pub upto: u64,
    /// The erased events: their numbers, and the SHA-256 of each as it was stored.
    pub events: BTreeMap<u64, Fingerprint>,
}

/// Every erased event of a school: by stream and number, the SHA-256 of what stood there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Erasures(pub(crate) BTreeMap<String, BTreeMap<u64, Fingerprint>>);

impl View for Erasures {
    type Event = ErasureEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<ErasureEvent>) {
        for ErasedStream { stream, events, .. } in &entry.event.streams {
            let known = self.0.entry(stream.clone()).or_default();
            // The first proof of an event is the one that was written while it stood there.
            for (number, hash) in events {
                known.entry(*number).or_insert_with(|| hash.clone());
            }
        }
    }
}

impl Records {
    /// The stream of a school's erasures: what proves each.
    pub fn erasures(&self, school: &SchoolId) -> Stream<ErasureEvent> {
        self.stream(Place::of_school(school, Domain::People).part("erasures"))
    }
}
