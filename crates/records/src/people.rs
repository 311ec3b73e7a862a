//! Who is at a school: the adults listed for its pupils, and which adults an e-mail address belongs to. The pupils
//! themselves are in [`crate::child`].

use std::collections::BTreeSet;

use school_types::{ChildId, ContactId, Redacted, SchoolId, Timestamp, email_as_meant};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope, Vault};

use crate::{Entry, Place, Records, Stream, View};

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
    /// Listed for the first time, or listed again: the facts as they are from now on.
    Listed(ContactFacts),
    /// Single things changed by a newer list. Of a contact who is not listed, nothing.
    Edited(Vec<ContactChange>),
    /// No longer a contact of the school: a list does not have them any more.
    Removed,
    /// Added by hand.
    Added(ContactFacts),
    /// Single things changed by hand. Of a contact who is not listed, nothing.
    Corrected(Vec<ContactChange>),
    /// Ended by hand: no longer a contact of the school.
    Ended,
}

/// A change of one thing about a contact, and of no other: changes made at the same time all count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactChange {
    /// The name is this.
    Name(Redacted<String>),
    /// The e-mail address is this, in the form of [`normal_address`], or there is none.
    EMail(Option<Redacted<String>>),
    /// The telephone number is this, or there is none.
    Telephone(Option<Redacted<String>>),
    /// They are listed for this pupil.
    ChildAdded(ChildId),
    /// They are not listed for this pupil any more.
    ChildRemoved(ChildId),
}

/// One thing about a contact of a pupil, as the trail names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactField {
    /// The name.
    Name,
    /// What they are to the pupil.
    Relation,
    /// Whether they hold parental responsibility for the pupil.
    ParentalResponsibility,
    /// The e-mail address.
    EMail,
    /// The telephone number.
    Telephone,
}

impl ContactFacts {
    /// The changes that make `wanted` of these facts; none where they agree.
    pub fn changes_to(&self, wanted: &Self) -> Vec<ContactChange> {
        let mut changes = Vec::new();
        if self.name != wanted.name {
            changes.push(ContactChange::Name(wanted.name.clone()));
        }
        if self.e_mail != wanted.e_mail {
            changes.push(ContactChange::EMail(wanted.e_mail.clone()));
        }
        if self.telephone != wanted.telephone {
            changes.push(ContactChange::Telephone(wanted.telephone.clone()));
        }
        let added = wanted.children.iter().filter(|child| !self.children.contains(child));
        changes.extend(added.cloned().map(ContactChange::ChildAdded));
        let removed = self.children.iter().filter(|child| !wanted.children.contains(child));
        changes.extend(removed.cloned().map(ContactChange::ChildRemoved));
        changes
    }

    /// Makes one change.
    pub fn make(&mut self, change: &ContactChange) {
        match change {
            ContactChange::Name(name) => self.name = name.clone(),
            ContactChange::EMail(e_mail) => self.e_mail = e_mail.clone(),
            ContactChange::Telephone(telephone) => self.telephone = telephone.clone(),
            ContactChange::ChildAdded(child) if self.children.contains(child) => {}
            ContactChange::ChildAdded(child) => self.children.push(child.clone()),
            ContactChange::ChildRemoved(child) => self.children.retain(|known| known != child),
        }
    }
}

/// A contact as listed now, none once removed; and what was changed of them by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact(pub Option<ContactFacts>, pub ContactByHand);

/// What was changed of a contact by hand, as it stood before: a list that says it again does not know of the change yet. What
/// a list sets itself is forgotten here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactByHand {
    /// Former names.
    pub names: BTreeSet<Redacted<String>>,
    /// Former e-mail addresses; none where there was none.
    pub e_mails: BTreeSet<Option<Redacted<String>>>,
    /// Former telephone numbers; none where there was none.
    pub telephones: BTreeSet<Option<Redacted<String>>>,
    /// The facts of somebody who was ended by hand.
    pub ended: Option<ContactFacts>,
    /// When an e-mail address they had was last changed or taken away: who signed in before that, or by a letter made before,
    /// may be somebody else.
    pub address_changed: Option<Timestamp>,
}

impl Contact {
    fn list(&mut self, facts: &ContactFacts, at: Timestamp) {
        let before = self.0.take().and_then(|before| before.e_mail);
        self.note_address(before, facts.e_mail.as_ref(), at);
        self.1 = ContactByHand { address_changed: self.1.address_changed, ..ContactByHand::default() };
        self.0 = Some(facts.clone());
    }

    fn note_address(&mut self, before: Option<Redacted<String>>, after: Option<&Redacted<String>>, at: Timestamp) {
        if before.is_some() && before.as_ref() != after {
            self.1.address_changed = Some(at);
        }
    }

    fn change(&mut self, change: &ContactChange, is_by_hand: bool, at: Timestamp) {
        let Self(Some(facts), by_hand) = self else { return };
        let before = facts.clone();
        facts.make(change);
        match change {
            ContactChange::Name(_) => keep(&mut by_hand.names, before.name, is_by_hand),
            ContactChange::EMail(e_mail) => {
                keep(&mut by_hand.e_mails, before.e_mail.clone(), is_by_hand);
                self.note_address(before.e_mail, e_mail.as_ref(), at);
            }
            ContactChange::Telephone(_) => keep(&mut by_hand.telephones, before.telephone, is_by_hand),
            ContactChange::ChildAdded(_) | ContactChange::ChildRemoved(_) => {}
        }
    }
}

/// Keeps what stood there before a change by hand; a list's own change makes it forgotten.
fn keep<T: Ord>(former: &mut BTreeSet<T>, before: T, is_by_hand: bool) {
    if is_by_hand {
        former.insert(before);
    } else {
        former.clear();
    }
}

impl View for Contact {
    type Event = ContactEvent;
    const VERSION: u32 = 3;

    fn apply(&mut self, entry: &Entry<ContactEvent>) {
        match &entry.event {
            ContactEvent::Listed(facts) | ContactEvent::Added(facts) => self.list(facts, entry.at),
            ContactEvent::Edited(changes) => changes.iter().for_each(|change| self.change(change, false, entry.at)),
            ContactEvent::Corrected(changes) => changes.iter().for_each(|change| self.change(change, true, entry.at)),
            ContactEvent::Removed => {
                let address_changed = Some(entry.at);
                *self = Self(None, ContactByHand { address_changed, ..ContactByHand::default() });
            }
            ContactEvent::Ended => {
                self.1.ended = self.0.take().or(self.1.ended.take());
                self.1.address_changed = Some(entry.at);
            }
        }
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

/// An e-mail address as it is compared: as it was meant (`school_types::email_as_meant`), all lower case. The part before the
/// @ is lower-cased too, because no mail service that families use tells addresses apart by it, and telephones capitalise
/// it.
pub fn normal_address(typed: &str) -> String {
    email_as_meant(typed).to_lowercase()
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
    /// The stream of a contact's entry; folds to [`Contact`].
    pub fn contact(&self, school: &SchoolId, contact: &ContactId) -> Stream<ContactEvent> {
        self.stream(Place::of_school(school, Domain::People).part("contact").part(contact))
    }

    /// The stream of an e-mail address, found without the address standing in a key; folds to [`Accounts`].
    pub fn address(&self, e_mail: &str) -> Stream<AddressEvent> {
        self.address_at(self.address_hash(e_mail))
    }

    pub(crate) fn address_hash(&self, e_mail: &str) -> [u8; 32] {
        self.vault().blind(&Scope::installation(Domain::Index), "e-mail", normal_address(e_mail).as_bytes())
    }

    pub(crate) fn address_at(&self, hash: [u8; 32]) -> Stream<AddressEvent> {
        self.stream(Place::of_installation(Domain::Index).part("address").part(hash))
    }
}
