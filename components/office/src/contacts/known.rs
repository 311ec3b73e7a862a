//! What is known of a contact of a pupil, and was at an earlier moment.

use std::{fmt, str::FromStr};

use futures::try_join;
use reception::{Colleague, Problem};
use records::{
    Child, ChildChange, ChildEvent, Contact, ContactChange, ContactEvent, ContactFacts, ContactField, Entry as Event,
    Listed, View,
};
use school_types::{ChildId, ContactId, Redacted, Relation};
use web::Refusal;

use crate::pupils::Entry;

/// Whether somebody holds parental responsibility, as far as the school knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Responsible {
    Yes,
    No,
    NotKnown,
}

impl Responsible {
    pub(super) const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotKnown];

    /// As a form sends it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotKnown => "not-known",
        }
    }
}

impl FromStr for Responsible {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|one| one.as_str() == text).ok_or(())
    }
}

/// What the form of a contact holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Details {
    pub(super) name: String,
    pub(super) relation: String,
    pub(super) responsible: Responsible,
    /// In the form of `records::normal_address`.
    pub(super) email: Option<String>,
    pub(super) telephone: Option<String>,
}

impl Details {
    /// What is listed.
    pub(super) fn of(facts: Option<&ContactFacts>, listed: &Listed) -> Self {
        let text = |value: Option<&Redacted<String>>| value.map(|value| value.reveal().clone());
        Self {
            name: text(facts.map(|facts| &facts.name)).unwrap_or_default(),
            relation: listed.relation.0.clone(),
            responsible: match (listed.parental_responsibility, listed.is_responsibility_unknown) {
                (true, _) => Responsible::Yes,
                (false, true) => Responsible::NotKnown,
                (false, false) => Responsible::No,
            },
            email: text(facts.and_then(|facts| facts.e_mail.as_ref())),
            telephone: text(facts.and_then(|facts| facts.telephone.as_ref())),
        }
    }

    /// The fields in which the two differ.
    pub(super) fn differences(&self, other: &Self) -> Vec<ContactField> {
        [
            (ContactField::Name, self.name != other.name),
            (ContactField::Relation, self.relation != other.relation),
            (ContactField::ParentalResponsibility, self.responsible != other.responsible),
            (ContactField::EMail, self.email != other.email),
            (ContactField::Telephone, self.telephone != other.telephone),
        ]
        .into_iter()
        .filter_map(|(field, differs)| differs.then_some(field))
        .collect()
    }

    /// Takes these fields from `other`.
    pub(super) fn take(&mut self, fields: &[ContactField], other: &Self) {
        for field in fields {
            match field {
                ContactField::Name => self.name.clone_from(&other.name),
                ContactField::Relation => self.relation.clone_from(&other.relation),
                ContactField::ParentalResponsibility => self.responsible = other.responsible,
                ContactField::EMail => self.email.clone_from(&other.email),
                ContactField::Telephone => self.telephone.clone_from(&other.telephone),
            }
        }
    }

    /// The changes of a contact's own entry that set these of its fields.
    pub(super) fn changes(&self, fields: &[ContactField]) -> Vec<ContactChange> {
        let value = |text: &Option<String>| text.clone().map(Redacted::new);
        let change = |field: &ContactField| match field {
            ContactField::Name => Some(ContactChange::Name(self.name.clone().into())),
            ContactField::EMail => Some(ContactChange::EMail(value(&self.email))),
            ContactField::Telephone => Some(ContactChange::Telephone(value(&self.telephone))),
            ContactField::Relation | ContactField::ParentalResponsibility => None,
        };
        fields.iter().filter_map(change).collect()
    }

    /// How they are listed for the pupil.
    pub(super) fn listed(&self, contact: &ContactId) -> Listed {
        Listed {
            contact: contact.clone(),
            relation: Relation(self.relation.clone()),
            parental_responsibility: self.responsible == Responsible::Yes,
            is_responsibility_unknown: self.responsible == Responsible::NotKnown,
        }
    }

    /// The entry of somebody new.
    pub(super) fn facts(&self, children: Vec<ChildId>) -> ContactFacts {
        ContactFacts {
            name: self.name.clone().into(),
            e_mail: self.email.clone().map(Redacted::new),
            telephone: self.telephone.clone().map(Redacted::new),
            children,
        }
    }
}

/// Which state of both entries a form was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    pub(super) contact: u64,
    pub(super) child: u64,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.contact, self.child)
    }
}

impl FromStr for Version {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (contact, child) = text.split_once('-').ok_or(())?;
        Ok(Self { contact: contact.parse().map_err(drop)?, child: child.parse().map_err(drop)? })
    }
}

/// A contact of a pupil, with everything that happened to both entries.
pub(super) struct Known {
    pub(super) pupil: Entry,
    pub(super) contact: ContactId,
    /// None for one of whom only the pupil's entry knows: whoever added them died on the way.
    pub(super) facts: Option<ContactFacts>,
    /// None where they are not listed for the pupil any more.
    pub(super) listed: Option<Listed>,
    pub(super) version: Version,
    pub(super) of_contact: Vec<Event<ContactEvent>>,
    pub(super) of_child: Vec<Event<ChildEvent>>,
}

impl Known {
    /// Reads both entries.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for a pupil this school does not know, or a contact who was never theirs.
    pub(super) async fn of(
        colleague: &Colleague<'_, '_>,
        child: &ChildId,
        contact: &ContactId,
    ) -> Result<Self, Problem> {
        let (records, school) = (colleague.records(), colleague.school()?);
        let (pupils, contacts) = (records.child(school, child), records.contact(school, contact));
        let ((of_child, pupil), (of_contact, now)) =
            try_join!(pupils.read_and_fold::<Child>(), contacts.read_and_fold::<Contact>())?;
        let listed = pupil.value.listing(contact).cloned();
        if listed.is_none() && !of_child.iter().any(|entry| names(&entry.event, contact)) {
            return Err(Refusal::NotFound.into());
        }
        Ok(Self {
            pupil: Entry::of(child.clone(), &pupil.value).ok_or(Refusal::NotFound)?,
            contact: contact.clone(),
            facts: now.value.0.clone(),
            listed,
            version: Version { contact: now.upto(), child: pupil.upto() },
            of_contact,
            of_child,
        })
    }

    /// The details now; none where they are not listed any more.
    pub(super) fn details(&self) -> Option<Details> {
        Some(Details::of(self.facts.as_ref(), self.listed.as_ref()?))
    }

    /// The details as they were at `version`; none where they were not listed then.
    pub(super) fn details_at(&self, version: Version) -> Option<Details> {
        let (mut contact, mut child) = (Contact::default(), Child::default());
        self.of_contact.iter().filter(|entry| entry.number <= version.contact).for_each(|entry| contact.apply(entry));
        self.of_child.iter().filter(|entry| entry.number <= version.child).for_each(|entry| child.apply(entry));
        Some(Details::of(contact.0.as_ref(), child.listing(&self.contact)?))
    }

    /// Whether the form of this operation was saved, at least in part.
    pub(super) fn knows(&self, operation: &school_types::OperationId) -> bool {
        self.of_contact.iter().any(|entry| entry.operation == *operation)
            || self.of_child.iter().any(|entry| entry.operation == *operation)
    }

    /// What they are called.
    pub(super) fn name(&self, w: words::Words) -> String {
        self.facts.as_ref().map_or_else(|| w.office_contact_gone().to_owned(), |facts| facts.name.reveal().clone())
    }
}

/// Whether what happened to a pupil's entry is about `contact`.
pub(super) fn names(event: &ChildEvent, contact: &ContactId) -> bool {
    match event {
        ChildEvent::Listed(facts) => facts.contacts.iter().any(|listed| listed.contact == *contact),
        ChildEvent::Edited(changes) | ChildEvent::Corrected(changes) => changes.iter().any(|change| match change {
            ChildChange::ContactListed(listed) => listed.contact == *contact,
            ChildChange::ContactRemoved(removed) => removed == contact,
            _ => false,
        }),
        ChildEvent::Left { .. } => false,
    }
}
