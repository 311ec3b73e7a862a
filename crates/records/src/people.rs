//! Who is at a school: children, the adults listed for them, and which adults an e-mail address belongs to.

use std::collections::BTreeSet;

use school_types::{ChildId, ContactId, Date, KeyStage, PersonName, Redacted, Relation, SchoolId, YearGroup};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope, Vault};

use crate::{Entry, Place, Records, Stream, View};

/// What the school's own system says of a pupil.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildFacts {
    /// The pupil's name.
    pub name: PersonName,
    /// The year group.
    pub year_group: YearGroup,
    /// The key stage taught at, which in a special school may differ from the year group's usual one.
    pub key_stage: KeyStage,
    /// The class, as the school calls it.
    pub class: Redacted<String>,
    /// The adults listed for the pupil.
    pub contacts: Vec<Listed>,
}

/// An adult listed for a pupil.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The adult.
    pub contact: ContactId,
    /// What they are to the pupil.
    pub relation: Relation,
    /// Whether they hold parental responsibility (Children Act 1989 s. 3).
    pub parental_responsibility: bool,
}

/// What can happen to a pupil's entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChildEvent {
    /// Listed for the first time, listed again, or changed: the facts as they are from now on.
    Listed(ChildFacts),
    /// Left the school.
    Left {
        /// The last day.
        on: Date,
    },
}

/// A pupil as listed now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    facts: Option<ChildFacts>,
    left: Option<Date>,
}

impl Child {
    /// The facts, unless nothing was ever listed under this id.
    pub const fn facts(&self) -> Option<&ChildFacts> {
        self.facts.as_ref()
    }

    /// The last day of a pupil who has left.
    pub const fn left(&self) -> Option<Date> {
        self.left
    }

    /// How `contact` is listed for this pupil, if at all.
    pub fn listing(&self, contact: &ContactId) -> Option<&Listed> {
        self.facts.as_ref()?.contacts.iter().find(|listed| listed.contact == *contact)
    }

    /// Everyone who holds parental responsibility.
    pub fn holders(&self) -> Vec<ContactId> {
        let listed = self.facts.iter().flat_map(|facts| &facts.contacts);
        listed.filter(|listed| listed.parental_responsibility).map(|listed| listed.contact.clone()).collect()
    }
}

impl View for Child {
    type Event = ChildEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<ChildEvent>) {
        match &entry.event {
            ChildEvent::Listed(facts) => {
                self.facts = Some(facts.clone());
                self.left = None;
            }
            ChildEvent::Left { on } => self.left = Some(*on),
        }
    }
}

/// What the school's own system says of a parent, carer or other contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactFacts {
    /// The name letters are addressed to.
    pub name: Redacted<String>,
    /// The e-mail address, in the form of [`normal_address`]; none for a family on the paper list.
    pub e_mail: Option<Redacted<String>>,
    /// The telephone number.
    pub telephone: Option<Redacted<String>>,
    /// The pupils they are listed for.
    pub children: Vec<ChildId>,
}

/// What can happen to a contact's entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactEvent {
    /// Listed for the first time, listed again, or changed: the facts as they are from now on.
    Listed(ContactFacts),
    /// No longer a contact of the school.
    Removed,
}

/// A contact as listed now; none once removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Contact(pub Option<ContactFacts>);

impl View for Contact {
    type Event = ContactEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<ContactEvent>) {
        self.0 = match &entry.event {
            ContactEvent::Listed(facts) => Some(facts.clone()),
            ContactEvent::Removed => None,
        };
    }
}

/// What can happen to an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AddressEvent {
    /// A school lists it for a contact.
    Given(Account),
    /// A school no longer lists it for that contact.
    TakenAway(Account),
}

/// A contact of a school: what somebody may sign in as.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Account {
    /// The school.
    pub school: SchoolId,
    /// The contact there.
    pub contact: ContactId,
}

/// Everybody an address belongs to, over all schools of the installation. The schools do not see each other's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Accounts(pub BTreeSet<Account>);

impl View for Accounts {
    type Event = AddressEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<AddressEvent>) {
        match &entry.event {
            AddressEvent::Given(account) => self.0.insert(account.clone()),
            AddressEvent::TakenAway(account) => self.0.remove(account),
        };
    }
}

/// An e-mail address as it is compared: no spaces around it, all lower case. The part before the @ is lower-cased too,
/// because no mail service that families use tells addresses apart by it, and telephones capitalise it.
pub fn normal_address(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// The id of the pupil that the school's own system knows as `id`: a keyed hash, so importing twice finds the same
/// child, and nothing can be read from it.
pub fn child_id(vault: &Vault, school: &SchoolId, id: &str) -> ChildId {
    ChildId::from_bytes(first_ten(vault.blind(&Scope::school(school, Domain::People), "child", id.as_bytes())))
}

/// The id of the contact that the school's own system knows as `id`.
pub fn contact_id(vault: &Vault, school: &SchoolId, id: &str) -> ContactId {
    ContactId::from_bytes(first_ten(vault.blind(&Scope::school(school, Domain::People), "contact", id.as_bytes())))
}

pub(crate) fn first_ten(hash: [u8; 32]) -> [u8; 10] {
    let mut ten = [0; 10];
    ten.copy_from_slice(&hash[..10]);
    ten
}

impl Records {
    /// The stream of a pupil's entry; folds to [`Child`].
    pub fn child(&self, school: &SchoolId, child: &ChildId) -> Stream<ChildEvent> {
        self.stream(Place::of_school(school, Domain::People).part("child").part(child))
    }

    /// The stream of a contact's entry; folds to [`Contact`].
    pub fn contact(&self, school: &SchoolId, contact: &ContactId) -> Stream<ContactEvent> {
        self.stream(Place::of_school(school, Domain::People).part("contact").part(contact))
    }

    /// The stream of an e-mail address, found without the address standing in a key; folds to [`Accounts`].
    pub fn address(&self, e_mail: &str) -> Stream<AddressEvent> {
        let blind =
            self.vault().blind(&Scope::installation(Domain::Index), "e-mail", normal_address(e_mail).as_bytes());
        self.stream(Place::of_installation(Domain::Index).part("address").part(blind))
    }
}
