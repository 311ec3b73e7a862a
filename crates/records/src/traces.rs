//! Finding everything that is kept about a pupil, for erasing it. What the records keep by id alone, with nothing it
//! could be looked up in, stays: the number on the roll, the trail and the proof.

use std::collections::{BTreeMap, BTreeSet};

use permission_rules::PermissionEvent;
use school_types::{ChildId, ContactId, Fingerprint, Redacted, Reference, SchoolId};
use serde::de::DeserializeOwned;

use crate::{
    Account, AddressEvent, ChildChange, ChildEvent, Contact, ContactChange, ContactEvent, Entry, ErasedStream, Place,
    Records, RecordsError, RemovalEvent, Stream, family::family_place,
};

/// What somebody could be recognised by in a text, and who would be written to about them.
#[derive(Clone, Debug, Default)]
pub struct Traces {
    /// Every forename the pupil has had here, also the one they are called by.
    pub forenames: BTreeSet<Redacted<String>>,
    /// Everybody who was ever listed for them, or decided about them.
    pub contacts: BTreeMap<ContactId, TracedContact>,
}

/// A contact of a pupil who is to be erased.
#[derive(Clone, Debug, Default)]
pub struct TracedContact {
    /// Every e-mail address they have had here.
    pub addresses: BTreeSet<Redacted<String>>,
    /// Whether they are listed for another pupil too, and therefore stay.
    pub stays: bool,
    /// Whether they are still listed for this one.
    pub listed: bool,
}

/// Where it all stands.
#[derive(Default)]
pub(crate) struct Found {
    /// Streams that lose events; whether all of them.
    pub(crate) streams: Vec<FoundStream>,
    /// Single values.
    pub(crate) values: Vec<Place>,
}

/// A stream that loses events.
pub(crate) struct FoundStream {
    pub(crate) place: Place,
    pub(crate) erased: ErasedStream,
}

/// A stream as it is stored.
struct Stored<E> {
    place: Place,
    upto: u64,
    /// Each event with its number and the SHA-256 of its sealed form; none where it does not open, or is of another
    /// form.
    events: Vec<(u64, Fingerprint, Option<Entry<E>>)>,
}

impl<E> Stored<E> {
    fn entries(&self) -> impl Iterator<Item = &Entry<E>> {
        self.events.iter().filter_map(|(.., entry)| entry.as_ref())
    }

    /// What is lost when the events that `which` picks are erased.
    fn losing(&self, which: impl Fn(Option<&Entry<E>>) -> bool) -> FoundStream {
        let events = self.events.iter().filter(|(.., entry)| which(entry.as_ref()));
        let events = events.map(|(number, hash, _)| (*number, hash.clone())).collect();
        let erased = ErasedStream { stream: self.place.to_string(), upto: self.upto, events };
        FoundStream { place: self.place.clone(), erased }
    }
}

impl Records {
    async fn stored<E: DeserializeOwned>(&self, stream: Stream<E>) -> Result<Stored<E>, RecordsError> {
        let sequence = stream.sequence;
        let upto = sequence.head().await?;
        let mut events = Vec::new();
        for (number, sealed) in sequence.stored(0, upto).await? {
            let Some(sealed) = sealed else { continue };
            let entry = sequence.unseal(number, &sealed).and_then(|entry| entry.typed(&sequence.place)).ok();
            events.push((number, Fingerprint::of(&sealed), entry));
        }
        Ok(Stored { place: sequence.place, upto, events })
    }

    /// Every event of a stream, to be erased.
    pub(crate) async fn whole_stream<E: DeserializeOwned>(
        &self,
        stream: Stream<E>,
    ) -> Result<FoundStream, RecordsError> {
        Ok(self.stored(stream).await?.losing(|_| true))
    }

    /// What a pupil could be recognised by, and everybody who was ever listed for them.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn traces(&self, school: &SchoolId, child: &ChildId) -> Result<Traces, RecordsError> {
        Ok(self.find(school, child).await?.0)
    }

    /// Everything there is about a pupil now.
    pub(crate) async fn find(&self, school: &SchoolId, child: &ChildId) -> Result<(Traces, Found), RecordsError> {
        let (mut traces, mut found) = (Traces::default(), Found::default());
        let (entry, permission) =
            futures::try_join!(self.stored(self.child(school, child)), self.stored(self.permission(school, child)))?;
        let mut contacts = BTreeSet::new();
        entry.entries().for_each(|entry| note_child(&entry.event, &mut traces, &mut contacts));
        let mut references = BTreeSet::new();
        for entry in permission.entries() {
            note_permission(entry, &mut references, &mut contacts);
        }
        for contact in contacts {
            let traced = self.find_contact(school, child, &contact, &mut found).await?;
            traces.contacts.insert(contact, traced);
        }
        // Tables of names, whose own look-up would have to be by name: all that were brought of late.
        found.values.extend(self.brought_places(school).await?);
        let removals = self.stored(self.removals(school)).await?;
        found.streams.push(removals.losing(|entry| entry.is_some_and(|entry| is_about(&entry.event, child))));
        found.streams.push(permission.losing(|_| true));
        // Last, because everything else is found from here.
        found.streams.push(entry.losing(|_| true));
        for reference in &references {
            found.values.push(self.receipt_place(school, reference));
        }
        Ok((traces, found))
    }

    async fn find_contact(
        &self,
        school: &SchoolId,
        child: &ChildId,
        contact: &ContactId,
        found: &mut Found,
    ) -> Result<TracedContact, RecordsError> {
        let stream = self.contact(school, contact);
        let (now, stored) = futures::try_join!(stream.fold::<Contact>(), self.stored(stream.clone()))?;
        found.values.push(family_place(school, contact));
        let children = now.value.0.map(|facts| facts.children).unwrap_or_default();
        let traced = TracedContact {
            addresses: stored.entries().flat_map(|entry| addresses(&entry.event)).collect(),
            stays: children.iter().any(|listed| listed != child),
            listed: children.contains(child),
        };
        if traced.stays {
            found.values.extend(self.draft_places(school, contact, Some(child)).await?);
            return Ok(traced);
        }
        found.values.extend(self.draft_places(school, contact, None).await?);
        found.values.extend(self.letter_code_places(school, contact).await?);
        let account = Account { school: school.clone(), contact: contact.clone() };
        for address in &traced.addresses {
            let known = self.stored(self.address(address.reveal())).await?;
            found.streams.push(known.losing(|entry| entry.is_some_and(|entry| whose(&entry.event) == &account)));
        }
        found.streams.push(stored.losing(|_| true));
        Ok(traced)
    }
}

fn note_child(event: &ChildEvent, traces: &mut Traces, contacts: &mut BTreeSet<ContactId>) {
    match event {
        ChildEvent::Listed(facts) => {
            traces.forenames.insert(facts.name.forename.clone());
            traces.forenames.extend(facts.name.preferred_forename.clone());
            contacts.extend(facts.contacts.iter().map(|listed| listed.contact.clone()));
        }
        ChildEvent::Edited(changes) | ChildEvent::Corrected(changes) => {
            for change in changes {
                match change {
                    ChildChange::Forename(name) | ChildChange::PreferredForename(Some(name)) => {
                        traces.forenames.insert(name.clone());
                    }
                    ChildChange::ContactListed(listed) => {
                        contacts.insert(listed.contact.clone());
                    }
                    _ => {}
                }
            }
        }
        ChildEvent::Left { .. } => {}
    }
}

fn note_permission(
    entry: &Entry<PermissionEvent>,
    references: &mut BTreeSet<Reference>,
    contacts: &mut BTreeSet<ContactId>,
) {
    match &entry.event {
        PermissionEvent::Decided(decision) => {
            references.insert(decision.reference.clone());
            contacts.insert(decision.by.contact.clone());
        }
        PermissionEvent::Told(notice) => contacts.extend(notice.to.clone()),
        PermissionEvent::DoNotPhotograph { .. } | PermissionEvent::NoticeReturned(_) => {}
    }
}

fn addresses(event: &ContactEvent) -> Vec<Redacted<String>> {
    match event {
        ContactEvent::Listed(facts) | ContactEvent::Added(facts) => facts.e_mail.iter().cloned().collect(),
        ContactEvent::Edited(changes) | ContactEvent::Corrected(changes) => changes
            .iter()
            .filter_map(|change| match change {
                ContactChange::EMail(e_mail) => e_mail.clone(),
                _ => None,
            })
            .collect(),
        ContactEvent::Removed | ContactEvent::Ended => Vec::new(),
    }
}

const fn whose(event: &AddressEvent) -> &Account {
    match event {
        AddressEvent::Given(account) | AddressEvent::TakenAway(account) => account,
    }
}

fn is_about(event: &RemovalEvent, wanted: &ChildId) -> bool {
    match event {
        RemovalEvent::Asked { child, .. } => child == wanted,
    }
}
