//! Many events at once: a list of two thousand pupils is one request.

use std::collections::BTreeSet;

use futures::future::{join_all, try_join_all};
use school_types::{ChildId, ContactId, OperationId, SchoolId};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use crate::{
    Child, Contact, Place, Records, RecordsError, Stream, View,
    ledger::json,
    sequence::{ATTEMPTS, Sequence},
};
use permission_rules::ChildPermissions;

/// How many streams are written or read at the same time.
const PORTION: usize = 128;

/// Events for any number of streams, to be appended by [`Records::append_all`].
#[derive(Default)]
pub struct Batch(Vec<Pending>);

struct Pending {
    place: Place,
    event: Box<RawValue>,
    operation: OperationId,
}

impl Batch {
    /// Adds `event`, to be appended to `stream` as part of `operation`. At most one event of a stream in one batch:
    /// a second one would be taken for the first one repeated.
    ///
    /// # Errors
    /// [`RecordsError::NoJson`] where the event has no JSON form: then nothing of the batch should be written.
    pub fn add<E: Serialize + DeserializeOwned>(
        &mut self,
        stream: &Stream<E>,
        event: &E,
        operation: &OperationId,
    ) -> Result<(), RecordsError> {
        debug_assert!(self.0.iter().all(|pending| pending.place != *stream.place()), "two events of one stream");
        self.0.push(Pending { place: stream.place().clone(), event: json(event)?, operation: operation.clone() });
        Ok(())
    }

    /// How many events are in it.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Records {
    /// Appends every event of `batch`, in its order, in portions: the numbers of a portion are drawn one after the
    /// other, because drawing one holds up the whole instance anyway, and its events put at the same time. Two writes
    /// an event, and one for each portion; nothing is read, no view is saved.
    ///
    /// Appending a batch again under the same operations adds nothing, so whoever finds one half written, by a crash or
    /// an error, writes all of it again.
    ///
    /// # Errors
    /// [`RecordsError`] when not all of them are in; some may be.
    pub async fn append_all(&self, batch: &Batch) -> Result<(), RecordsError> {
        for portion in batch.0.chunks(PORTION) {
            let mut left: Vec<&Pending> = portion.iter().collect();
            for _ in 0..ATTEMPTS {
                left = self.append_portion(&left).await?;
                if left.is_empty() {
                    break;
                }
            }
            if let Some(late) = left.first() {
                return Err(RecordsError::TooSlow { operation: late.operation.clone() });
            }
        }
        Ok(())
    }

    /// Appends each once, and answers those that took longer than the write deadline.
    async fn append_portion<'a>(&self, portion: &[&'a Pending]) -> Result<Vec<&'a Pending>, RecordsError> {
        let mut drawn = Vec::with_capacity(portion.len());
        for pending in portion {
            let sequence = Sequence { records: self.clone(), place: pending.place.clone(), window: None };
            let draw = sequence.draw(&pending.event, &pending.operation).await?;
            drawn.push((*pending, sequence, draw));
        }
        let put = drawn.iter().map(|(pending, sequence, draw)| async move {
            Ok::<_, RecordsError>((!sequence.put(draw).await?).then_some(*pending))
        });
        let late = try_join_all(put).await?.into_iter().flatten().collect();
        let schools: BTreeSet<&SchoolId> =
            portion.iter().filter_map(|pending| pending.place.told_to_families()).collect();
        for school in schools {
            self.note_change(school).await?;
        }
        Ok(late)
    }

    /// The entries of `children` at a school, in the order asked for. Each costs what [`Stream::fold`] costs; they
    /// are read in portions, those of a portion at the same time.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say for one of them.
    pub async fn children(
        &self,
        school: &SchoolId,
        children: &[ChildId],
    ) -> Result<Vec<(ChildId, Child)>, RecordsError> {
        self.fold_each(children, |child| self.child(school, child)).await
    }

    /// The same of contacts.
    ///
    /// # Errors
    /// As [`Records::children`].
    pub async fn contacts(
        &self,
        school: &SchoolId,
        contacts: &[ContactId],
    ) -> Result<Vec<(ContactId, Contact)>, RecordsError> {
        self.fold_each(contacts, |contact| self.contact(school, contact)).await
    }

    /// The same of everything said about children.
    ///
    /// # Errors
    /// As [`Records::children`].
    pub async fn permissions(
        &self,
        school: &SchoolId,
        children: &[ChildId],
    ) -> Result<Vec<(ChildId, ChildPermissions)>, RecordsError> {
        self.fold_each(children, |child| self.permission(school, child)).await
    }

    async fn fold_each<I: Clone, V: View>(
        &self,
        ids: &[I],
        stream: impl Fn(&I) -> Stream<V::Event>,
    ) -> Result<Vec<(I, V)>, RecordsError> {
        let mut found = Vec::with_capacity(ids.len());
        for portion in ids.chunks(PORTION) {
            let streams: Vec<_> = portion.iter().map(&stream).collect();
            let folds = join_all(streams.iter().map(Stream::fold::<V>)).await;
            for (id, fold) in portion.iter().zip(folds) {
                found.push((id.clone(), fold?.value));
            }
        }
        Ok(found)
    }
}
