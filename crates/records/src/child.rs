//! Pupils: what the school's own system says of each, what was changed by hand, and who changed it.

use std::collections::BTreeMap;

use school_types::{
    ChildId, ContactId, Date, KeyStage, PersonName, Redacted, Relation, SchoolId, Timestamp, YearGroup,
};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope, Vault};

use crate::{Asker, Entry, Place, Records, Stream, View, people::first_ten};

/// What the school's own system says of a pupil.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildFacts {
    /// What the school's own system knows the pupil by, as the office's lists have it. The [`ChildId`] is a keyed
    /// hash of it.
    pub school_number: Redacted<String>,
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
    /// Whether the school has yet to find out who holds it: until then they do not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_responsibility_unknown: bool,
}

/// One field of a pupil's entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChildField {
    /// The forename.
    Forename,
    /// The middle names.
    MiddleNames,
    /// The surname.
    Surname,
    /// The forename the pupil is called by.
    PreferredForename,
    /// The surname the pupil is known by.
    PreferredSurname,
    /// The number in the school's own system.
    SchoolNumber,
    /// The year group.
    YearGroup,
    /// The key stage.
    KeyStage,
    /// The class.
    Class,
    /// The adults.
    Contacts,
}

/// A change of one field, and of no other: two people who change different fields of one pupil at the same time both
/// get what they asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChildChange {
    /// The forename is this.
    Forename(Redacted<String>),
    /// The middle names are these; empty for none.
    MiddleNames(Redacted<String>),
    /// The surname is this.
    Surname(Redacted<String>),
    /// The pupil is called by this forename, or by the legal one.
    PreferredForename(Option<Redacted<String>>),
    /// The pupil is known by this surname, or by the legal one.
    PreferredSurname(Option<Redacted<String>>),
    /// The school's own system knows the pupil by this number from now on.
    SchoolNumber(Redacted<String>),
    /// The year group is this.
    YearGroup(YearGroup),
    /// The key stage is this.
    KeyStage(KeyStage),
    /// The class is this.
    Class(Redacted<String>),
    /// The adult is listed, in this way from now on.
    ContactListed(Listed),
    /// The adult is not listed any more.
    ContactRemoved(ContactId),
}

impl ChildChange {
    /// The field it changes.
    pub const fn field(&self) -> ChildField {
        match self {
            Self::Forename(_) => ChildField::Forename,
            Self::MiddleNames(_) => ChildField::MiddleNames,
            Self::Surname(_) => ChildField::Surname,
            Self::PreferredForename(_) => ChildField::PreferredForename,
            Self::PreferredSurname(_) => ChildField::PreferredSurname,
            Self::SchoolNumber(_) => ChildField::SchoolNumber,
            Self::YearGroup(_) => ChildField::YearGroup,
            Self::KeyStage(_) => ChildField::KeyStage,
            Self::Class(_) => ChildField::Class,
            Self::ContactListed(_) | Self::ContactRemoved(_) => ChildField::Contacts,
        }
    }
}

impl ChildFacts {
    /// The changes that make `wanted` of these facts, field by field; none where they agree. A number is
    /// never made blank.
    pub fn changes_to(&self, wanted: &Self) -> Vec<ChildChange> {
        let (name, new) = (&self.name, &wanted.name);
        let mut changes = Vec::new();
        let mut differ = |differs: bool, change: &dyn Fn() -> ChildChange| {
            if differs {
                changes.push(change());
            }
        };
        differ(name.forename != new.forename, &|| ChildChange::Forename(new.forename.clone()));
        differ(name.middle_names != new.middle_names, &|| ChildChange::MiddleNames(new.middle_names.clone()));
        differ(name.surname != new.surname, &|| ChildChange::Surname(new.surname.clone()));
        differ(name.preferred_forename != new.preferred_forename, &|| {
            ChildChange::PreferredForename(new.preferred_forename.clone())
        });
        differ(name.preferred_surname != new.preferred_surname, &|| {
            ChildChange::PreferredSurname(new.preferred_surname.clone())
        });
        differ(self.school_number != wanted.school_number && !wanted.school_number.reveal().is_empty(), &|| {
            ChildChange::SchoolNumber(wanted.school_number.clone())
        });
        differ(self.year_group != wanted.year_group, &|| ChildChange::YearGroup(wanted.year_group));
        differ(self.key_stage != wanted.key_stage, &|| ChildChange::KeyStage(wanted.key_stage));
        differ(self.class != wanted.class, &|| ChildChange::Class(wanted.class.clone()));
        for gone in self.contacts.iter().filter(|had| wanted.contacts.iter().all(|has| has.contact != had.contact)) {
            changes.push(ChildChange::ContactRemoved(gone.contact.clone()));
        }
        for has in wanted.contacts.iter().filter(|has| !self.contacts.contains(has)) {
            changes.push(ChildChange::ContactListed(has.clone()));
        }
        changes
    }

    /// Makes one change.
    pub fn make(&mut self, change: &ChildChange) {
        match change {
            ChildChange::Forename(forename) => self.name.forename = forename.clone(),
            ChildChange::MiddleNames(names) => self.name.middle_names = names.clone(),
            ChildChange::Surname(surname) => self.name.surname = surname.clone(),
            ChildChange::PreferredForename(called) => self.name.preferred_forename = called.clone(),
            ChildChange::PreferredSurname(known) => self.name.preferred_surname = known.clone(),
            ChildChange::SchoolNumber(number) => self.school_number = number.clone(),
            ChildChange::YearGroup(year) => self.year_group = *year,
            ChildChange::KeyStage(stage) => self.key_stage = *stage,
            ChildChange::Class(class) => self.class = class.clone(),
            ChildChange::ContactListed(listed) => {
                match self.contacts.iter_mut().find(|known| known.contact == listed.contact) {
                    Some(known) => *known = listed.clone(),
                    None => self.contacts.push(listed.clone()),
                }
            }
            ChildChange::ContactRemoved(contact) => self.contacts.retain(|known| known.contact != *contact),
        }
    }
}

/// What can happen to a pupil's entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChildEvent {
    /// Listed for the first time, or back after leaving: the facts as a whole are these from now on.
    Listed(ChildFacts),
    /// Single fields changed by a newer list. Of a pupil who was never listed, nothing.
    Edited(Vec<ChildChange>),
    /// Single fields changed by hand. Of a pupil who was never listed, nothing.
    Corrected(Vec<ChildChange>),
    /// Left the school.
    Left {
        /// The last day.
        on: Date,
    },
}

/// Who last changed something, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// The number of the event in the pupil's stream.
    pub number: u64,
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Asker,
}

/// A pupil as listed now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    facts: Option<ChildFacts>,
    left: Option<Date>,
    touched: BTreeMap<ChildField, Touched>,
    #[serde(default)]
    by_hand: BTreeMap<ContactId, Vec<Option<Listed>>>,
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

    /// The fields changed since the pupil was first listed, each with its last change. A form that was shown at
    /// [`crate::Folded::upto`] finds here what others changed since: whatever has a higher number.
    pub const fn touched(&self) -> &BTreeMap<ChildField, Touched> {
        &self.touched
    }

    /// How adults were listed before that was changed by hand, none where they were not; a list that says it again does not
    /// know of the change yet. What a list sets itself is forgotten here.
    pub const fn listed_before(&self) -> &BTreeMap<ContactId, Vec<Option<Listed>>> {
        &self.by_hand
    }

    fn note_listing(&mut self, change: &ChildChange, is_by_hand: bool) {
        let contact = match change {
            ChildChange::ContactListed(listed) => &listed.contact,
            ChildChange::ContactRemoved(contact) => contact,
            _ => return,
        };
        if !is_by_hand {
            self.by_hand.remove(contact);
            return;
        }
        let before = self.listing(contact).cloned();
        let former = self.by_hand.entry(contact.clone()).or_default();
        if !former.contains(&before) {
            former.push(before);
        }
    }

    fn touch(&mut self, changes: &[ChildChange], entry: &Entry<ChildEvent>) {
        for change in changes {
            let touched = Touched { number: entry.number, at: entry.at, by: entry.by.clone() };
            self.touched.insert(change.field(), touched);
        }
    }
}

impl View for Child {
    type Event = ChildEvent;
    const VERSION: u32 = 3;

    fn apply(&mut self, entry: &Entry<ChildEvent>) {
        match &entry.event {
            ChildEvent::Listed(facts) => {
                if let Some(before) = &self.facts {
                    self.touch(&before.changes_to(facts), entry);
                }
                self.facts = Some(facts.clone());
                self.left = None;
            }
            ChildEvent::Edited(changes) | ChildEvent::Corrected(changes) => {
                let is_by_hand = matches!(entry.event, ChildEvent::Corrected(_));
                if self.facts.is_none() {
                    return;
                }
                for change in changes {
                    self.note_listing(change, is_by_hand);
                    self.facts.iter_mut().for_each(|facts| facts.make(change));
                }
                self.touch(changes, entry);
            }
            ChildEvent::Left { on } => self.left = Some(*on),
        }
    }
}

/// The id of the pupil that the school's own system knows as `id`: a keyed hash, so importing twice finds the same
/// child, and nothing can be read from it.
pub fn child_id(vault: &Vault, school: &SchoolId, id: &str) -> ChildId {
    ChildId::from_bytes(first_ten(vault.blind(&Scope::school(school, Domain::People), "child", id.as_bytes())))
}

impl Records {
    /// The stream of a pupil's entry; folds to [`Child`].
    pub fn child(&self, school: &SchoolId, child: &ChildId) -> Stream<ChildEvent> {
        self.stream(Place::of_school(school, Domain::People).part("child").part(child))
    }
}
