//! What a parent's pages hold, in one document.
//!
//! A parent's page needs who they are, whose parent they are taken for, each child's entry, and what was said about each: two
//! reads for each of these streams. So what they came to is kept in one sealed value, and beside it stands the school's counter of
//! changes: every event about a pupil, a contact or a permission counts it up once it is put and before anybody is told that it
//! is recorded. The document counts as long as that counter stands where it stood before the streams were read: then nothing
//! that anybody was told of is missing from it. An event whose writer died between the two, and told nobody, is seen with the next
//! change, or when the document has run out. It is a cache: losing it costs time, never data.

use clock::later;
use futures::future::try_join;
use jiff::{SignedDuration, Timestamp};
use permission_rules::ChildPermissions;
use school_types::{ChildId, ContactId, OperationId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{
    Child, Contact, ContactFacts, Folded, ParentChecks, Place, Records, RecordsError, Temporary, View, cover::Cover,
    sign_in::first_sixteen,
};

/// How long a document lasts, so that nothing about somebody who was erased meanwhile outlives it.
const LASTS: SignedDuration = SignedDuration::from_hours(24);
/// For how many sessions, and of how many forms, it notes something.
const NOTED: usize = 4;
/// The forms of everything in it.
const VERSIONS: [u32; 5] =
    [2, Contact::VERSION, Child::VERSION, ChildPermissions::VERSION, <ParentChecks as View>::VERSION];

/// A parent or another contact of a school, as their pages see them.
pub struct Family {
    /// What the school says of them.
    pub facts: ContactFacts,
    /// The children whose parent they are not taken for before a member of the office has looked.
    pub held_back: Vec<ChildId>,
    /// When an email address of theirs was last changed or taken away: who signed in before may be somebody else.
    pub address_changed: Option<Timestamp>,
    /// Their children, where the document has them; else each is to be read.
    pub children: Option<Vec<FamilyChild>>,
    /// The forms of theirs that were recorded for everybody they were for.
    finished: Vec<OperationId>,
    changes: u64,
    /// Until when a document lasts that is there.
    expires: Option<Timestamp>,
    sessions: Vec<[u8; 16]>,
    is_kept: bool,
}

/// A child of a family.
#[derive(Clone)]
pub struct FamilyChild {
    /// The child.
    pub id: ChildId,
    /// The entry.
    pub entry: Child,
    /// What was said.
    pub permissions: Folded<ChildPermissions>,
}

/// The document as it is sealed.
#[derive(Serialize, Deserialize)]
struct Saved {
    versions: [u32; 5],
    changes: u64,
    expires: Timestamp,
    /// The sessions that were not ended.
    sessions: Vec<[u8; 16]>,
    finished: Vec<OperationId>,
    facts: ContactFacts,
    held_back: Vec<ChildId>,
    address_changed: Option<Timestamp>,
    children: Vec<SavedChild>,
}

#[derive(Serialize, Deserialize)]
struct SavedChild {
    id: ChildId,
    entry: Child,
    permissions: ChildPermissions,
    cover: Cover,
    settled: u64,
}

impl Family {
    /// Whether a document holds all of this already.
    pub const fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Whether a form of theirs is known to be recorded for everybody it was for.
    pub fn has_finished(&self, operation: &OperationId) -> bool {
        self.finished.contains(operation)
    }
}

impl Records {
    /// Somebody of a school, in a session of theirs; none where it was ended, or the school does not list them. Two reads where
    /// nothing was recorded about anybody of the school since [`Records::keep_family`]; else those, one for the session, and
    /// what folding two streams costs.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn family(
        &self,
        school: &SchoolId,
        contact: &ContactId,
        session: &[u8; 16],
    ) -> Result<Option<Family>, RecordsError> {
        let hash = self.session_of_family(session);
        let (changes, saved) = try_join(self.changes_of(school), self.saved_family(school, contact)).await?;
        let expires = saved.as_ref().map(|saved| saved.expires);
        let saved = saved.filter(|saved| saved.changes == changes && saved.versions == VERSIONS);
        if let Some(mut saved) = saved {
            let mut is_kept = true;
            if !saved.sessions.contains(&hash) {
                if self.session_ended(session).await? {
                    return Ok(None);
                }
                saved.sessions.push(hash);
                is_kept = false;
            }
            let children = saved.children.into_iter().map(SavedChild::read).collect();
            return Ok(Some(Family {
                facts: saved.facts,
                held_back: saved.held_back,
                address_changed: saved.address_changed,
                children: Some(children),
                finished: saved.finished,
                changes,
                expires,
                sessions: saved.sessions,
                is_kept,
            }));
        }
        let (stream, checks) = (self.contact(school, contact), self.parent_checks(school));
        let (ended, listed, checks) =
            futures::try_join!(self.session_ended(session), stream.fold::<Contact>(), checks.fold::<ParentChecks>())?;
        let Contact(listed, by_hand) = listed.value;
        let Some(facts) = listed.filter(|_| !ended) else { return Ok(None) };
        let held_back =
            facts.children.iter().filter(|child| checks.value.holds_back(contact, child)).cloned().collect();
        let (finished, sessions) = (Vec::new(), vec![hash]);
        let (children, is_kept) = (None, false);
        let address_changed = by_hand.address_changed;
        Ok(Some(Family { facts, held_back, address_changed, children, finished, changes, expires, sessions, is_kept }))
    }

    /// Keeps what `family` and these children of theirs came to, for their next page: to be called by whoever has read all of
    /// their children after the family. One write, and two more where there is no document yet.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept: then their next page reads it all again.
    pub async fn keep_family(
        &self,
        school: &SchoolId,
        contact: &ContactId,
        family: &Family,
        children: &[FamilyChild],
    ) -> Result<(), RecordsError> {
        self.save_family(school, contact, family, children, family.changes, &[]).await
    }

    /// The same once these children's permissions were added to, which counted `appended` changes, and forms of theirs were
    /// `finished`. One read more; nothing is kept, and false answered, where somebody else recorded something meanwhile.
    ///
    /// # Errors
    /// As [`Records::keep_family`].
    pub async fn keep_family_after(
        &self,
        school: &SchoolId,
        contact: &ContactId,
        family: &Family,
        children: &[FamilyChild],
        appended: u64,
        finished: &[OperationId],
    ) -> Result<bool, RecordsError> {
        let changes = family.changes + appended;
        if self.changes_of(school).await? != changes {
            return Ok(false);
        }
        self.save_family(school, contact, family, children, changes, finished).await?;
        Ok(true)
    }

    async fn save_family(
        &self,
        school: &SchoolId,
        contact: &ContactId,
        family: &Family,
        children: &[FamilyChild],
        changes: u64,
        finished: &[OperationId],
    ) -> Result<(), RecordsError> {
        let place = family_place(school, contact);
        let expires = match family.expires {
            Some(expires) => expires,
            None => {
                let expires = later(self.now(), LASTS);
                self.expire_at(&[Temporary::Value(&place)], expires).await?;
                expires
            }
        };
        let last = |len: usize| len.saturating_sub(NOTED);
        let finished: Vec<OperationId> = family.finished.iter().chain(finished).cloned().collect();
        let saved = Saved {
            versions: VERSIONS,
            changes,
            expires,
            sessions: family.sessions[last(family.sessions.len())..].to_vec(),
            finished: finished[last(finished.len())..].to_vec(),
            facts: family.facts.clone(),
            held_back: family.held_back.clone(),
            address_changed: family.address_changed,
            children: children.iter().cloned().map(SavedChild::of).collect(),
        };
        self.put(&place, &saved).await
    }

    /// Says that something was recorded about somebody at a school, whoever has a document of it. One write.
    pub(crate) async fn note_change(&self, school: &SchoolId) -> Result<(), RecordsError> {
        self.count(&changes_place(school)).await.map(drop)
    }

    async fn changes_of(&self, school: &SchoolId) -> Result<u64, RecordsError> {
        self.counted(&changes_place(school)).await
    }

    async fn saved_family(&self, school: &SchoolId, contact: &ContactId) -> Result<Option<Saved>, RecordsError> {
        match self.fetch::<Saved>(&family_place(school, contact)).await {
            Ok(saved) => Ok(saved.filter(|saved| saved.expires > self.now())),
            // What does not open or parse is only a lost cache.
            Err(RecordsError::Value { .. } | RecordsError::ValueForm { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn session_of_family(&self, session: &[u8; 16]) -> [u8; 16] {
        let scope = vault::Scope::installation(Domain::Session);
        first_sixteen(self.vault().blind(&scope, "of a family", session))
    }
}

impl SavedChild {
    fn of(child: FamilyChild) -> Self {
        let Folded { value, cover, settled } = child.permissions;
        Self { id: child.id, entry: child.entry, permissions: value, cover, settled }
    }

    fn read(self) -> FamilyChild {
        let permissions = Folded { value: self.permissions, cover: self.cover, settled: self.settled };
        FamilyChild { id: self.id, entry: self.entry, permissions }
    }
}

impl Place {
    /// The school about whose people a stream here says something that a [`Family`] holds.
    pub(crate) fn told_to_families(&self) -> Option<&SchoolId> {
        let school = self.school()?;
        let mut parts = self.as_str().split('/').skip(1);
        let is = match (parts.next(), parts.next(), parts.next()) {
            (Some("people"), Some("child" | "contact"), Some(_)) | (Some("people"), Some("parent-checks"), None) => {
                true
            }
            (Some("permission"), Some(child), None) => child.parse::<ChildId>().is_ok(),
            _ => false,
        };
        is.then_some(school)
    }
}

/// Where a document stands, for erasing it.
pub(crate) fn family_place(school: &SchoolId, contact: &ContactId) -> Place {
    Place::of_school(school, Domain::Permission).part("family").part(contact)
}

fn changes_place(school: &SchoolId) -> Place {
    Place::of_school(school, Domain::People).part("changes")
}
