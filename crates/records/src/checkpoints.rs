//! Checkpoints: what a school's streams held, day by day, so that a changed, dropped or reordered event is found.
//!
//! A checkpoint says for each stream that grew how far it reaches and chains a SHA-256 over the sealed events on the way.
//! Sealed, and not opened, because a hash over readable facts could be guessed at after they are erased; a sealed event
//! holds 24 random bytes that go with it. Each checkpoint names the one before, so none can be left out.

use std::collections::{BTreeMap, BTreeSet};

use futures::future::{join_all, try_join_all};
use jiff::SignedDuration;
use school_types::{ContactId, Fingerprint, OperationId, SchoolId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{
    Entry, Place, Records, RecordsError, Roll, Stream, View, cover::settled, erasures::Erasures, sequence::Sequence,
};

/// How many streams are looked at at the same time.
const PORTION: usize = 128;
/// How many numbers of one stream a checkpoint covers at most.
const PIECE: u64 = 10_000;
/// How many days of a school's letters are looked at again: longer than the daily task may fail to run unnoticed.
const LETTER_DAYS: u64 = 14;

/// A checkpoint was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckpointEvent {
    /// The checkpoint it follows, none for the first. Of two made at the same moment the first counts.
    pub follows: Option<CheckpointId>,
    /// The streams that grew.
    pub streams: Vec<Reached>,
}

/// Which checkpoint. The operation is random and sealed, so nobody who has only the store can make another pass for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckpointId {
    /// Its number in the stream.
    pub number: u64,
    /// Its operation.
    pub operation: OperationId,
}

/// How far a stream has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// Where the stream is.
    pub stream: String,
    /// The number the checkpoint before had reached.
    pub after: u64,
    /// The number this one reaches.
    pub upto: u64,
    /// The numbers between them that were given out and at which nothing stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holes: Vec<u64>,
    /// The SHA-256 over the chain so far and each event with its number.
    pub chain: Fingerprint,
}

/// What all checkpoints of a school say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Checkpoints {
    pub(crate) last: Option<CheckpointId>,
    pub(crate) at: Option<Timestamp>,
    /// By stream, how far it is covered and its chain there.
    pub(crate) streams: BTreeMap<String, (u64, Fingerprint)>,
}

impl View for Checkpoints {
    type Event = CheckpointEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<CheckpointEvent>) {
        if entry.event.follows != self.last {
            return;
        }
        self.last = Some(CheckpointId { number: entry.number, operation: entry.operation.clone() });
        self.at = Some(entry.at);
        for reached in &entry.event.streams {
            self.streams.insert(reached.stream.clone(), (reached.upto, reached.chain.clone()));
        }
    }
}

/// What making a checkpoint came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checkpointed {
    /// How many streams had grown.
    pub streams: usize,
    /// By how many events.
    pub events: usize,
    /// It stopped at its portion; there is more to cover now.
    pub more: bool,
}

/// A chain, one event longer.
pub(crate) struct Chain(Vec<u8>);

impl Chain {
    pub(crate) fn after(chain: Option<&Fingerprint>) -> Self {
        Self(chain.map_or("", Fingerprint::as_str).as_bytes().to_vec())
    }

    pub(crate) fn link(&mut self, number: u64, event: &Fingerprint) {
        self.0.extend(number.to_le_bytes());
        self.0.extend(event.as_str().as_bytes());
    }

    pub(crate) fn end(&self) -> Fingerprint {
        Fingerprint::of(&self.0)
    }
}

impl Records {
    /// The stream of a school's checkpoints.
    pub fn checkpoints(&self, school: &SchoolId) -> Stream<CheckpointEvent> {
        self.stream(Place::of_school(school, Domain::People).part("checkpoints"))
    }

    /// Makes a checkpoint of a school, unless nothing grew: to be called by the daily task. It covers at most `at_most`
    /// events more than whole streams make up; where there are more, calling it again goes on.
    ///
    /// One read for each stream of the school, with two or three for each pupil to find the contacts by; one for each
    /// new event; two writes, and one for the view. Reads go on at the same time in portions.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed: the checkpoint then may be made or not, and making another is right.
    pub async fn checkpoint(&self, school: &SchoolId, at_most: usize) -> Result<Checkpointed, RecordsError> {
        let stream = self.checkpoints(school);
        let erasures = self.erasures(school);
        let (known, erased) = futures::try_join!(stream.fold::<Checkpoints>(), erasures.fold::<Erasures>())?;
        let (known, erased) = (known.value, erased.value);
        let (mut made, mut reached) = (Checkpointed::default(), Vec::new());
        let mut places = self.lasting_streams(school).await?;
        // A contact who is listed for nobody just now has a history all the same, and so has an address given up.
        let forgotten = known.streams.keys().filter_map(|path| Place::read(path)).filter(|place| {
            [Domain::People, Domain::Index].contains(&place.scope().domain()) && !places.contains(place)
        });
        let forgotten: Vec<Place> = forgotten.collect();
        places.extend(forgotten);
        let places: Vec<Place> = places.into_iter().collect();
        for portion in places.chunks(PORTION) {
            if made.events >= at_most {
                made.more = true;
                break;
            }
            let sequences =
                portion.iter().map(|place| Sequence { records: self.clone(), place: place.clone(), window: None });
            let sequences: Vec<_> = sequences.collect();
            let grown = sequences.iter().map(|sequence| self.reach(sequence, &known, &erased));
            for grown in join_all(grown).await {
                let Some((grown, events, more)) = grown? else { continue };
                made.events += events;
                made.more |= more;
                reached.push(grown);
            }
        }
        made.streams = reached.len();
        if !reached.is_empty() {
            stream.append(&CheckpointEvent { follows: known.last, streams: reached }, None).await?;
            stream.refresh::<Checkpoints>().await?;
        }
        Ok(made)
    }

    /// How far a stream has come since it was covered last, by how many events, and whether there is more.
    async fn reach(
        &self,
        sequence: &Sequence,
        known: &Checkpoints,
        erased: &Erasures,
    ) -> Result<Option<(Reached, usize, bool)>, RecordsError> {
        let began = self.now();
        let path = sequence.place.as_str();
        let covered = known.streams.get(path);
        let after = covered.map_or(0, |(upto, _)| *upto);
        let head = sequence.head().await?;
        if head <= after {
            return Ok(None);
        }
        // A trail that nobody covered for long is covered piece by piece.
        let end = head.min(after.saturating_add(PIECE));
        let stored = sequence.stored(after, end).await?;
        let opened = stored.iter().map(|(number, sealed)| sequence.unseal(*number, sealed.as_deref()?).ok());
        let opened: Vec<_> = opened.collect();
        // A number whose writer may still be at it is left for the next checkpoint, with all that follow.
        let settled = settled(&opened, began, self.pace.hole_age);
        let (mut chain, mut holes, mut events) = (Chain::after(covered.map(|(_, chain)| chain)), Vec::new(), 0);
        for (number, sealed) in &stored[..settled] {
            let proved = || erased.0.get(path)?.get(number).cloned();
            match sealed.as_deref().map(Fingerprint::of).or_else(proved) {
                Some(event) => {
                    chain.link(*number, &event);
                    events += 1;
                }
                None => holes.push(*number),
            }
        }
        let Some((upto, _)) = stored[..settled].last() else { return Ok(None) };
        Ok(Some((
            Reached { stream: path.to_owned(), after, upto: *upto, holes, chain: chain.end() },
            events,
            end < head,
        )))
    }

    /// Where a school's lasting streams are: all but sessions, and others that are swept away.
    pub(crate) async fn lasting_streams(&self, school: &SchoolId) -> Result<BTreeSet<Place>, RecordsError> {
        let of = |domain| Place::of_school(school, domain);
        let mut places: BTreeSet<Place> = [
            of(Domain::Settings).part("school"),
            of(Domain::ApiTokens).part("list"),
            of(Domain::Permission).part("removals"),
        ]
        .into();
        for stream in ["roll", "staff-roll", "audit", "imports", "erasures", "mailings", "parent-checks"] {
            places.insert(of(Domain::People).part(stream));
        }
        let today = u64::try_from(self.now().as_second() / SignedDuration::from_hours(24).as_secs()).unwrap_or(0);
        for day in today.saturating_sub(LETTER_DAYS)..=today {
            places.insert(of(Domain::Letters).part("journal").part(day));
        }
        let roll = self.roll(school);
        let (roll, staff) = futures::try_join!(roll.fold::<Roll>(), self.staff_accounts(school))?;
        for (staff, account) in &staff {
            places.insert(self.staff(school, staff).place().clone());
            let e_mail = account.facts().map(|facts| facts.e_mail.reveal());
            places.extend(e_mail.map(|e_mail| self.staff_address(school, e_mail).place().clone()));
        }
        let pupils: Vec<_> = roll.value.present().map(|(child, _)| child).chain(roll.value.left()).cloned().collect();
        let mut contacts: BTreeSet<ContactId> = BTreeSet::new();
        for (child, entry) in self.children(school, &pupils).await? {
            places.insert(self.child(school, &child).place().clone());
            places.insert(self.permission(school, &child).place().clone());
            contacts.extend(entry.facts().into_iter().flat_map(|facts| &facts.contacts).map(|l| l.contact.clone()));
        }
        places.extend(contacts.iter().map(|contact| self.contact(school, contact).place().clone()));
        Ok(places)
    }

    /// Every event of a stream as it is stored, by number, and the number given out last.
    pub(crate) async fn sealed_events(
        &self,
        places: &[Place],
    ) -> Result<Vec<(Sequence, u64, BTreeMap<u64, Vec<u8>>)>, RecordsError> {
        let read = places.iter().map(|place| async move {
            let sequence = Sequence { records: self.clone(), place: place.clone(), window: None };
            let head = sequence.head().await?;
            let stored = sequence.stored(0, head).await?;
            let events = stored.into_iter().filter_map(|(number, sealed)| Some((number, sealed?))).collect();
            Ok::<_, RecordsError>((sequence, head, events))
        });
        try_join_all(read).await
    }
}
