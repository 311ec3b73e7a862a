//! Parents whom a program listed for a pupil about whom something is recorded already. Whoever holds a token could list
//! anybody as a mother; so such a contact is not that pupil's parent before a member of the office has looked.

use jiff::Timestamp;
use school_types::{ChildId, ContactId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Entry, Place, Records, RecordsError, Stream, View};

/// What can happen to the checking of parents whom a program listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum ParentCheckEvent {
    /// A program listed these contacts with parental responsibility for these pupils, or gave them another email address.
    Listed(Vec<(ContactId, ChildId)>),
    /// A member of the office says that this is the pupil's parent.
    Confirmed {
        /// The contact.
        contact: ContactId,
        /// The pupil.
        child: ChildId,
    },
    /// A member of the office says that it is not, or not at this address.
    KeptOut {
        /// The contact.
        contact: ContactId,
        /// The pupil.
        child: ChildId,
    },
}

/// A contact who is not taken for a pupil's parent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParentCheck {
    /// The contact.
    pub contact: ContactId,
    /// The pupil.
    pub child: ChildId,
    /// Since when.
    pub since: Timestamp,
    /// A member of the office has looked and said no; else nobody has looked.
    pub is_kept_out: bool,
}

/// The contacts who are not taken for a pupil's parent, those who have waited longest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParentChecks(Vec<ParentCheck>);

impl ParentChecks {
    /// Whether `contact` must not act as a parent of `child`.
    pub fn holds_back(&self, contact: &ContactId, child: &ChildId) -> bool {
        self.0.iter().any(|check| check.is_of(contact, child))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &ParentCheck> {
        self.0.iter()
    }

    /// Those at whom nobody has looked.
    pub fn waiting(&self) -> impl Iterator<Item = &ParentCheck> {
        self.iter().filter(|check| !check.is_kept_out)
    }
}

impl ParentCheck {
    fn is_of(&self, contact: &ContactId, child: &ChildId) -> bool {
        self.contact == *contact && self.child == *child
    }
}

impl View for ParentChecks {
    type Event = ParentCheckEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<ParentCheckEvent>) {
        match &entry.event {
            ParentCheckEvent::Listed(pairs) => {
                for (contact, child) in pairs {
                    self.0.retain(|check| !check.is_of(contact, child));
                    let (contact, child) = (contact.clone(), child.clone());
                    self.0.push(ParentCheck { contact, child, since: entry.at, is_kept_out: false });
                }
            }
            ParentCheckEvent::Confirmed { contact, child } => self.0.retain(|check| !check.is_of(contact, child)),
            ParentCheckEvent::KeptOut { contact, child } => {
                let kept_out = self.0.iter_mut().filter(|check| check.is_of(contact, child));
                kept_out.for_each(|check| check.is_kept_out = true);
            }
        }
    }
}

impl Records {
    /// The stream of a school's checks of parents; folds to [`ParentChecks`].
    pub fn parent_checks(&self, school: &SchoolId) -> Stream<ParentCheckEvent> {
        self.stream(Place::of_school(school, Domain::People).part("parent-checks"))
    }

    /// Whether anything was ever said or set about a pupil: then somebody new who may decide about them is looked at first.
    /// One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn is_anything_recorded(&self, school: &SchoolId, child: &ChildId) -> Result<bool, RecordsError> {
        Ok(self.permission(school, child).head().await? > 0)
    }
}
