//! What the school holds now, as the plans of `people-lists` compare it.

use std::collections::{BTreeMap, BTreeSet};

use people_lists::{
    ByHand, ContactEntry, HeldChild, HeldContact, HeldPupil, HeldStaff, Listing, PupilEntry, PupilIndex, StaffEntry,
};
use reception::Problem;
use records::{Child, ChildFacts, ContactByHand, ContactFacts, Records, Roll, StaffFacts, normal_address};
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
    /// What was changed of each by hand.
    by_hand: BTreeMap<ContactId, ContactByHand>,
}

impl Contacts {
    /// Reads the pupils, and then each contact listed for one, or taken off its list by hand.
    pub(super) async fn read(records: &Records, school: &SchoolId) -> Result<Self, Problem> {
        let pupils = Pupils::read(records, school).await?;
        let listed = pupils.listed().flat_map(|(_, facts, _)| &facts.contacts).map(|listed| &listed.contact);
        let by_hand = pupils.children.values().flat_map(|child| child.listed_before().keys());
        let ids: BTreeSet<&ContactId> = listed.chain(by_hand).collect();
        let ids: Vec<ContactId> = ids.into_iter().cloned().collect();
        let (mut contacts, mut by_hand) = (BTreeMap::new(), BTreeMap::new());
        for (id, contact) in records.contacts(school, &ids).await? {
            by_hand.insert(id.clone(), contact.1);
            contacts.insert(id, contact.0);
        }
        Ok(Self { pupils, contacts, by_hand })
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
            let by_hand = self.by_hand.get(contact);
            // Whoever was ended by hand is known again, so that a list cannot bring them back as somebody new.
            let facts = facts.as_ref().or_else(|| by_hand?.ended.as_ref())?;
            let entry = ContactEntry {
                name: facts.name.clone(),
                email: facts.e_mail.clone(),
                phone: facts.telephone.clone(),
                listings: listings.get(contact).cloned().unwrap_or_default(),
            };
            Some(HeldContact { contact: contact.clone(), entry, by_hand: self.changed_by_hand(contact) })
        };
        self.contacts.iter().filter_map(held).collect()
    }
}

impl Contacts {
    fn changed_by_hand(&self, contact: &ContactId) -> ByHand {
        let mut by_hand = ByHand::default();
        if let Some(former) = self.by_hand.get(contact) {
            by_hand.names.extend(former.names.iter().cloned());
            by_hand.emails.extend(former.e_mails.iter().cloned());
            by_hand.phones.extend(former.telephones.iter().cloned());
        }
        for (id, child) in &self.pupils.children {
            for former in child.listed_before().get(contact).into_iter().flatten() {
                let former = former.as_ref().map(|listed| (listed.relation.clone(), listed.parental_responsibility));
                by_hand.listings.push((id.clone(), former));
            }
        }
        by_hand
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
