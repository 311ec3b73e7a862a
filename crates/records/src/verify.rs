//! Looking through what is stored for anything that was changed, dropped, reordered or added behind the application's
//! back. What it cannot tell: that everything was put back to how it stood on an earlier day, with its checkpoints. So
//! it also says which checkpoint is the newest, for comparing with what was noted elsewhere.

use std::collections::BTreeMap;
use std::fmt;

use school_types::{Fingerprint, SchoolId, Timestamp};

use crate::{
    CheckpointEvent, Entry, Place, Reached, Records, RecordsError,
    checkpoints::{Chain, CheckpointId},
    erasures::Erasures,
    sequence::Sequence,
};

/// How many streams are looked at at the same time.
const PORTION: usize = 32;

/// Something that no writer of ours does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A checkpoint is not there any more, or is another.
    CheckpointMissing {
        /// The number of the one that follows it.
        before: u64,
    },
    /// An event does not open at its number: it was changed, or is another one's.
    Unreadable {
        /// The stream.
        stream: String,
        /// The number.
        number: u64,
    },
    /// An event is not there any more, and no erasure accounts for it.
    Missing {
        /// The stream.
        stream: String,
        /// The number.
        number: u64,
    },
    /// An event stands where a checkpoint saw none.
    Appeared {
        /// The stream.
        stream: String,
        /// The number.
        number: u64,
    },
    /// An event that was erased is there.
    NotErased {
        /// The stream.
        stream: String,
        /// The number.
        number: u64,
    },
    /// The events between two checkpoints are not the ones that stood there, though each opens.
    Changed {
        /// The stream.
        stream: String,
        /// The number of the first of them.
        from: u64,
        /// The number of the last.
        upto: u64,
    },
    /// The counter of a stream says less than a checkpoint saw.
    CountedBack {
        /// The stream.
        stream: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CheckpointMissing { before } => write!(f, "the checkpoint before number {before} is missing"),
            Self::Unreadable { stream, number } => {
                write!(f, "{stream}/{number} was changed or moved: it does not open")
            }
            Self::Missing { stream, number } => write!(f, "{stream}/{number} is missing"),
            Self::Appeared { stream, number } => write!(f, "{stream}/{number} was put there later"),
            Self::NotErased { stream, number } => {
                write!(f, "{stream}/{number} was to be erased and is there: erase the pupil again")
            }
            Self::Changed { stream, from, upto } => write!(f, "{stream}/{from} to {upto} are not the events of then"),
            Self::CountedBack { stream } => write!(f, "the counter of {stream} was set back"),
        }
    }
}

/// What looking through a school came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many streams were looked through.
    pub streams: usize,
    /// How many events stand as checkpoints saw them.
    pub events: usize,
    /// How many events are newer than the last checkpoint; all that is known of them is that they open.
    pub newer: usize,
    /// When the oldest of those was written: checkpoints are missing for every day since.
    pub oldest_newer: Option<Timestamp>,
    /// How many numbers were given out and never written at.
    pub holes: usize,
    /// How many events were erased, each proved.
    pub erased: usize,
    /// The newest checkpoint: its number, and when it was made.
    pub newest: Option<(u64, Timestamp)>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl Records {
    /// Looks through everything that a school's checkpoints cover, and what came after. Reads every event of the school;
    /// writes nothing.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say. What it says wrongly is no error but a [`Fault`].
    pub async fn verify(&self, school: &SchoolId) -> Result<Verified, RecordsError> {
        let mut verified = Verified::default();
        let erasures = self.erasures(school);
        let mut proofs = Erasures::default();
        let proved = self.readable(erasures.place(), &mut verified).await?;
        proved.iter().for_each(|entry| crate::View::apply(&mut proofs, entry));
        let places = self.checkpoints(school).place().clone();
        let checkpoints = self.readable::<CheckpointEvent>(&places, &mut verified).await?;
        let covered = covered(checkpoints, &mut verified);
        let places: Vec<Place> = covered.keys().filter_map(|path| Place::read(path)).collect();
        for portion in places.chunks(PORTION) {
            for (sequence, head, events) in self.sealed_events(portion).await? {
                let path = sequence.place.as_str();
                let (reached, proofs) = (covered.get(path).map_or(&[][..], Vec::as_slice), proofs.0.get(path));
                look_through(&sequence, head, &events, reached, proofs.unwrap_or(&BTreeMap::new()), &mut verified);
            }
        }
        // Streams that no checkpoint has seen yet. Where the school's own lists do not open, that is a fault by itself.
        let lasting = self.lasting_streams(school).await.unwrap_or_default();
        let unseen: Vec<Place> = lasting.into_iter().filter(|place| !covered.contains_key(place.as_str())).collect();
        for portion in unseen.chunks(PORTION) {
            for (sequence, _, events) in self.sealed_events(portion).await? {
                count_newer(&sequence, &events, 0, &mut verified);
            }
        }
        verified.faults.sort();
        verified.faults.dedup();
        Ok(verified)
    }

    /// Whether the value at `key` opens; a counter, and a key that holds nothing, does. For a look through the whole store.
    ///
    /// # Errors
    /// [`RecordsError::Store`] when the store cannot say.
    pub async fn opens(&self, key: &str) -> Result<bool, RecordsError> {
        let counter = key.ends_with("/n") || key.ends_with("/count") || is_claim(key);
        if counter {
            return Ok(self.store.counter(key).await.is_ok());
        }
        let Some(sealed) = self.store.get(key).await? else { return Ok(true) };
        Ok(Place::read(key).is_some_and(|place| self.vault.open(&place.scope(), key, &sealed).is_ok()))
    }

    /// Every fact of a stream that opens; the others are faults.
    async fn readable<E: serde::de::DeserializeOwned>(
        &self,
        place: &Place,
        verified: &mut Verified,
    ) -> Result<Vec<Entry<E>>, RecordsError> {
        let mut entries = Vec::new();
        for (sequence, _, events) in self.sealed_events(std::slice::from_ref(place)).await? {
            for (number, sealed) in events {
                match sequence.unseal(number, &sealed).and_then(|entry| entry.typed(place)) {
                    Ok(entry) => entries.push(entry),
                    Err(_) => verified.faults.push(Fault::Unreadable { stream: place.to_string(), number }),
                }
            }
        }
        Ok(entries)
    }
}

/// The counter of a claim's round: `.../once/1`.
fn is_claim(key: &str) -> bool {
    let mut parts = key.rsplit('/');
    let number = parts.next().is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    number && parts.next() == Some("once")
}

/// What the checkpoints say of each stream, in order.
fn covered(checkpoints: Vec<Entry<CheckpointEvent>>, verified: &mut Verified) -> BTreeMap<String, Vec<Reached>> {
    let mut covered: BTreeMap<String, Vec<Reached>> = BTreeMap::new();
    let (mut known, mut last): (Vec<CheckpointId>, Option<CheckpointId>) = (Vec::new(), None);
    for Entry { number, at, operation, event, .. } in checkpoints {
        let id = CheckpointId { number, operation };
        known.push(id.clone());
        if event.follows != last {
            let missing = event.follows.as_ref().is_some_and(|follows| !known.contains(follows));
            if !missing {
                // Another was made at the same moment, and was first.
                continue;
            }
            verified.faults.push(Fault::CheckpointMissing { before: number });
        }
        (last, verified.newest) = (Some(id), Some((number, at)));
        for reached in event.streams {
            covered.entry(reached.stream.clone()).or_default().push(reached);
        }
    }
    covered
}

fn look_through(
    sequence: &Sequence,
    head: u64,
    events: &BTreeMap<u64, Vec<u8>>,
    reached: &[Reached],
    proofs: &BTreeMap<u64, Fingerprint>,
    verified: &mut Verified,
) {
    let stream = || sequence.place.to_string();
    let opens = |number: u64, sealed: &[u8]| sequence.unseal(number, sealed).is_ok();
    verified.streams += 1;
    for (number, _) in events.iter().filter(|(number, sealed)| !opens(**number, sealed)) {
        verified.faults.push(Fault::Unreadable { stream: stream(), number: *number });
    }
    for number in events.keys().filter(|number| proofs.contains_key(number)) {
        verified.faults.push(Fault::NotErased { stream: stream(), number: *number });
    }
    let upto = reached.iter().map(|reached| reached.upto).max().unwrap_or(0);
    if head < upto {
        verified.faults.push(Fault::CountedBack { stream: stream() });
    }
    let mut before = None;
    for reached in reached {
        let (mut chain, mut whole, mut seen) = (Chain::after(before), true, 0);
        for number in reached.after + 1..=reached.upto {
            let there = events.get(&number).map(|sealed| Fingerprint::of(sealed));
            match (there, proofs.get(&number), reached.holes.contains(&number)) {
                (Some(_), _, true) => verified.faults.push(Fault::Appeared { stream: stream(), number }),
                (None, None, true) => verified.holes += 1,
                // Erased without ever having been covered: it arrived late, and went.
                (None, Some(_), true) => verified.erased += 1,
                (Some(event), _, false) => {
                    whole &= opens(number, &events[&number]);
                    seen += 1;
                    chain.link(number, &event);
                }
                (None, Some(proof), false) => {
                    verified.erased += 1;
                    chain.link(number, proof);
                }
                (None, None, false) => {
                    whole = false;
                    verified.faults.push(Fault::Missing { stream: stream(), number });
                }
            }
        }
        if chain.end() == reached.chain {
            verified.events += seen;
        } else if whole {
            let (from, upto) = (reached.after + 1, reached.upto);
            verified.faults.push(Fault::Changed { stream: stream(), from, upto });
        }
        before = Some(&reached.chain);
    }
    count_newer(sequence, events, upto, verified);
}

/// Counts the events that no checkpoint covers, and keeps the time of the oldest.
fn count_newer(sequence: &Sequence, events: &BTreeMap<u64, Vec<u8>>, upto: u64, verified: &mut Verified) {
    for (number, sealed) in events.range(upto + 1..) {
        verified.newer += 1;
        if let Ok(entry) = sequence.unseal(*number, sealed) {
            verified.oldest_newer = Some(verified.oldest_newer.map_or(entry.at, |oldest| oldest.min(entry.at)));
        }
    }
}
