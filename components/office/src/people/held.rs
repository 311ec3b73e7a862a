//! What the school holds now, as the plans of `people-lists` compare it.

use std::collections::{BTreeMap, BTreeSet};

use people_lists::{
    ContactEntry, HeldChild, HeldContact, HeldPupil, HeldStaff, Listing, PupilEntry, PupilIndex, StaffEntry,
};
use reception::Problem;
use records::{Child, ChildFacts, ContactFacts, Records, Roll, StaffFacts, normal_address};
use school_types::{ChildId, ContactId, SchoolId};

/// Every pupil of the school, those who have left too, with the roll.
pub(crate) struct Pupils {
    pub(super) roll: Roll,
    pub(super) children: BTreeMap<ChildId, Child>,
}

impl Pupils {
    /// Reads the roll and each pupil on it: two or three reads each, in portions.
    pub(super) async fn read(records: &Records, school: &SchoolId) -> Result<Self, Problem> {
        let roll = records.roll(school).fold::<Roll>().await?.value;
        let ids: Vec<ChildId> = roll.present().map(|(child, _)| child).chain(roll.left()).cloned().collect();
        let children = records.children(school, &ids).await?.into_iter().collect();
        Ok(Self { roll, children })
    }

    /// Those of whom anything is listed, with whether they have left.
    pub(super) fn listed(&self) -> impl Iterator<Item = (&ChildId, &ChildFacts, bool)> {
        self.children.iter().filter_map(|(id, child)| Some((id, child.facts()?, child.left().is_some())))
    }

    pub(super) fn held(&self) -> Vec<HeldPupil> {
        let held = |(child, facts, has_left): (&ChildId, &ChildFacts, bool)| HeldPupil {
            child: child.clone(),
            entry: PupilEntry {
                number: facts.school_number.clone(),
                name: facts.name.clone(),
                year_group: facts.year_group,
                class: facts.class.clone(),
                key_stage: facts.key_stage,
            },
            has_left,
        };
        self.listed().map(held).collect()
    }

    pub(super) fn index(&self) -> PupilIndex {
        PupilIndex::of(self.listed().map(|(child, facts, has_left)| HeldChild {
            child: child.clone(),
            number: facts.school_number.clone(),
            has_left,
        }))
    }

    pub(super) fn facts(&self, child: &ChildId) -> Option<&ChildFacts> {
        self.children.get(child)?.facts()
    }
}

/// Every contact of every pupil.
pub(crate) struct Contacts {
    pub(super) pupils: Pupils,
    /// None for one who is listed for a pupil and was removed: what a list cut short leaves behind.
    pub(super) contacts: BTreeMap<ContactId, Option<ContactFacts>>,
}

impl Contacts {
    /// Reads the pupils, and then each contact listed for one.
    pub(super) async fn read(records: &Records, school: &SchoolId) -> Result<Self, Problem> {
        let pupils = Pupils::read(records, school).await?;
        let ids: BTreeSet<&ContactId> =
            pupils.listed().flat_map(|(_, facts, _)| &facts.contacts).map(|listed| &listed.contact).collect();
        let ids: Vec<ContactId> = ids.into_iter().cloned().collect();
        let contacts = records.contacts(school, &ids).await?.into_iter().map(|(id, contact)| (id, contact.0)).collect();
        Ok(Self { pupils, contacts })
    }

    pub(super) fn held(&self) -> Vec<HeldContact> {
        let mut listings: BTreeMap<&ContactId, Vec<Listing>> = BTreeMap::new();
        for (child, facts, has_left) in self.pupils.listed() {
            for listed in &facts.contacts {
                listings.entry(&listed.contact).or_default().push(Listing {
                    child: child.clone(),
                    has_left,
                    relation: listed.relation.clone(),
                    parental_responsibility: listed.parental_responsibility,
                });
            }
        }
        let held = |(contact, facts): (&ContactId, &Option<ContactFacts>)| {
            let facts = facts.as_ref()?;
            let entry = ContactEntry {
                name: facts.name.clone(),
                email: facts.e_mail.clone(),
                phone: facts.telephone.clone(),
                listings: listings.get(contact).cloned().unwrap_or_default(),
            };
            Some(HeldContact { contact: contact.clone(), entry })
        };
        self.contacts.iter().filter_map(held).collect()
    }
}

/// Everybody who has an account now.
pub(super) async fn staff(records: &Records, school: &SchoolId) -> Result<Vec<HeldStaff>, Problem> {
    let accounts = records.staff_accounts(school).await?;
    let held = |facts: &StaffFacts| {
        let mut roles = facts.roles.clone();
        roles.sort_unstable();
        let email = normal_address(facts.e_mail.reveal()).into();
        StaffEntry { name: facts.name.clone(), roles, email, classes: facts.classes.clone() }
    };
    let present = accounts.into_iter().filter_map(|(staff, account)| {
        let entry = held(account.present()?);
        Some(HeldStaff { staff, entry })
    });
    Ok(present.collect())
}
