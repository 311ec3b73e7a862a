//! Erasing a pupil (UK GDPR art. 17): every key that holds something about them, and about the contacts who were listed
//! for nobody else.
//!
//! A counter stays where it is, as a number that says nothing: were it removed, a number could be given out twice, and an
//! event that somebody was told is recorded could be lost. So a pupil who is listed again goes on where the erased one
//! ended, and a writer that was under way when everything was removed leaves an event that [`Records::finish_erasures`]
//! finds by its number.

use clock::later;
use futures::future::{join_all, try_join_all};
use jiff::SignedDuration;
use school_types::{ChildId, ContactId, SchoolId};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Child, Contact, ContactChange, ContactEvent, Entry, ErasureEvent, Records, RecordsError, Roll, RollEvent, Stream,
    Traces, sequence::typed, traces::Found,
};

/// How often everything is looked through, until there is nothing left.
const ROUNDS: usize = 4;
/// How many keys are removed at the same time.
const PORTION: usize = 128;
/// For how long an erasure is looked after: longer than a host can sleep in the middle of a write.
const LOOKED_AFTER: SignedDuration = SignedDuration::from_hours(3 * 24);

/// What an erasure removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// How many recorded events.
    pub events: usize,
    /// How many single values: receipts to be found by, drafts, letter codes.
    pub values: usize,
    /// The contacts who went with the pupil.
    pub contacts: Vec<ContactId>,
    /// The contacts who stay, because they are listed for another pupil.
    pub staying: Vec<ContactId>,
}

impl<E: Serialize + DeserializeOwned> Stream<E> {
    /// Removes the events that `which` picks, and answers how many. For what no history is kept of, like the letters of
    /// a demonstration: nothing proves that they were there.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed, or an event does not open.
    pub async fn remove_entries(&self, which: impl Fn(&Entry<E>) -> bool) -> Result<usize, RecordsError> {
        let Self { sequence, .. } = self;
        let entries = typed::<E>(&sequence.place, sequence.everything().await?)?;
        let picked = entries.iter().flatten().filter(|entry| which(entry));
        let keys: Vec<String> = picked.map(|entry| sequence.place.key(entry.number)).collect();
        sequence.records.delete(&keys).await?;
        if !keys.is_empty() {
            sequence.records.forget_view(sequence.place.as_str()).await?;
        }
        Ok(keys.len())
    }
}

impl<E> Stream<E> {
    /// Removes the event at `number`, of what no history is kept of. One write.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed.
    pub async fn remove_entry(&self, number: u64) -> Result<(), RecordsError> {
        let key = self.sequence.place.key(number);
        Ok(self.sequence.records.store.delete(&key).await?)
    }
}

impl Records {
    /// Erases a pupil, and the contacts who were listed for no other one: entries, decisions, receipts, drafts, requests
    /// for removal, addresses, letter codes, and lists that were brought and not yet taken. What was removed is proved in [`Records::erasures`], before anything goes.
    /// Then the pupil is off the roll, and the checker's list is made anew without them. Letters that wait to be sent are
    /// the business of whoever keeps them: `letters::erase_child`, which calls this.
    ///
    /// Doing it again, after a failure or for somebody erased before, finishes what is left. Reads everything about the
    /// pupil and their contacts, and the school's requests for removal; writes two keys for the proof and removes one for each
    /// event, value and view.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed: part may be erased, and doing it again is right.
    pub async fn erase_child(&self, school: &SchoolId, child: &ChildId) -> Result<Erased, RecordsError> {
        let mut erased = Erased::default();
        for _ in 0..ROUNDS {
            let (traces, found) = self.find(school, child).await?;
            let nothing = found.values.is_empty() && found.streams.iter().all(|stream| stream.erased.events.is_empty());
            self.take_out(school, child, &traces, found, &mut erased).await?;
            if nothing {
                break;
            }
        }
        let roll = self.roll(school);
        if roll.fold::<Roll>().await?.value.get(child).is_some() {
            roll.append(&RollEvent::Erased(child.clone()), None).await?;
        }
        roll.refresh::<Roll>().await?;
        self.rebuild_pupil_list(school).await?;
        Ok(erased)
    }

    /// Looks after the erasures of the last days: removes what was still being written while they went on, or put back by
    /// somebody who was slow. To be called by the daily task. One read, and for each of those erasures what
    /// [`Records::erase_child`] reads.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed.
    pub async fn finish_erasures(&self, school: &SchoolId) -> Result<(), RecordsError> {
        let stream = self.erasures(school);
        let mut before = None;
        loop {
            let page = stream.newest(PORTION, before).await?;
            for entry in &page.entries {
                if later(entry.at, LOOKED_AFTER) < self.now() {
                    return Ok(());
                }
                self.finish(school, &entry.event).await?;
            }
            before = page.older;
            if before.is_none() {
                return Ok(());
            }
        }
    }

    async fn finish(&self, school: &SchoolId, erasure: &ErasureEvent) -> Result<(), RecordsError> {
        let (child, roll) = (self.child(school, &erasure.child), self.roll(school));
        let (child, roll) = futures::try_join!(child.fold::<Child>(), roll.fold::<Roll>())?;
        // Whoever is listed again since is somebody's pupil, and what is written about them now is to be kept. Without
        // facts there is nobody, whatever the roll says: its writer died before the end.
        let listed_again = child.value.facts().is_some() && roll.value.get(&erasure.child).is_some();
        let mut found = Found::default();
        for contact in &erasure.contacts {
            // The same for each contact who went: with facts they were listed again.
            if self.contact(school, contact).fold::<Contact>().await?.value.0.is_none() {
                found.streams.push(self.whole_stream(self.contact(school, contact)).await?);
            }
        }
        let before = erasure.streams.iter().filter(|stream| !stream.events.is_empty());
        for stream in before {
            self.forget_view(&stream.stream).await?;
        }
        found.streams.retain(|stream| !stream.erased.events.is_empty());
        if !found.streams.is_empty() {
            let mut erased = Erased::default();
            self.take_out(school, &erasure.child, &Traces::default(), found, &mut erased).await?;
        }
        if !listed_again {
            self.erase_child(school, &erasure.child).await?;
        }
        Ok(())
    }

    /// Proves what was found, and removes it.
    async fn take_out(
        &self,
        school: &SchoolId,
        child: &ChildId,
        traces: &Traces,
        mut found: Found,
        erased: &mut Erased,
    ) -> Result<(), RecordsError> {
        for (contact, traced) in traces.contacts.iter().filter(|(_, traced)| traced.stays) {
            if traced.listed {
                let stream = self.contact(school, contact);
                stream.append(&ContactEvent::Edited(vec![ContactChange::ChildRemoved(child.clone())]), None).await?;
                stream.refresh::<Contact>().await?;
            }
            if !erased.staying.contains(contact) {
                erased.staying.push(contact.clone());
            }
        }
        let going = traces.contacts.iter().filter(|(_, traced)| !traced.stays);
        let contacts: Vec<ContactId> = going.map(|(contact, _)| contact.clone()).collect();
        let values: Vec<String> = found.values.iter().map(|place| place.key("value")).collect();
        let there = try_join_all(values.iter().map(|key| self.store.get(key))).await?;
        let values: Vec<String> =
            values.into_iter().zip(there).filter(|(_, there)| there.is_some()).map(|(key, _)| key).collect();
        let events: usize = found.streams.iter().map(|stream| stream.erased.events.len()).sum();
        if events + values.len() > 0 {
            let proof = ErasureEvent {
                child: child.clone(),
                contacts: contacts.clone(),
                streams: found
                    .streams
                    .iter()
                    .map(|stream| stream.erased.clone())
                    .filter(|s| !s.events.is_empty())
                    .collect(),
                values: values.clone(),
            };
            self.erasures(school).append(&proof, None).await?;
        }
        erased.events += events;
        erased.values += values.len();
        erased
            .contacts
            .extend(contacts.into_iter().filter(|contact| !erased.contacts.contains(contact)).collect::<Vec<_>>());
        self.delete(&values).await?;
        // The last stream is the pupil's own, from which all the others are found: whoever dies before it goes is followed
        // by somebody who finds the rest.
        let own = found.streams.pop();
        for stream in found.streams.iter().chain(&own) {
            let keys: Vec<String> = stream.erased.events.keys().map(|number| stream.place.key(number)).collect();
            self.delete(&keys).await?;
            self.forget_view(stream.place.as_str()).await?;
        }
        // Documents of families that hold what is gone count no longer.
        if events > 0 {
            self.note_change(school).await?;
        }
        Ok(())
    }

    /// Removes a saved view, which may hold what the stream has lost. Losing one costs time, never data.
    async fn forget_view(&self, stream: &str) -> Result<(), RecordsError> {
        let key = format!("{stream}/view");
        if self.store.get(&key).await?.is_some() {
            self.store.delete(&key).await?;
        }
        Ok(())
    }

    async fn delete(&self, keys: &[String]) -> Result<(), RecordsError> {
        for portion in keys.chunks(PORTION) {
            let deleted = join_all(portion.iter().map(|key| self.store.delete(key))).await;
            deleted.into_iter().collect::<Result<(), _>>()?;
        }
        Ok(())
    }
}
