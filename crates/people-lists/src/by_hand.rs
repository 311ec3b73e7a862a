//! What the office changed of contacts by hand, and lists that do not know of it yet.
//!
//! A list that says what stood there before the change is behind: the school's own system was not corrected, or not in time.
//! Taking it as it is would bring back an address that somebody else reads, or a parent whom a court keeps away. What a list
//! says anew is another matter, and is taken.

use std::collections::BTreeSet;

use school_types::{ChildId, ContactId, Redacted, Relation};

use crate::{Column, ContactChange, ContactEntry, HeldContact, Kind, Listing, names};

/// What stood there before the office changed it by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByHand {
    /// Former names.
    pub names: Vec<Redacted<String>>,
    /// Former email addresses; none where there was none.
    pub emails: Vec<Option<Redacted<String>>>,
    /// Former telephone numbers; none where there was none.
    pub phones: Vec<Option<Redacted<String>>>,
    /// Pupils, with what the contact was to each and whether they held parental responsibility; none where they were not
    /// listed for them.
    pub listings: Vec<(ChildId, Option<(Relation, bool)>)>,
}

/// A contact of whom a file says what stood there before a change by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The contact.
    pub contact: ContactId,
    /// What differs.
    pub fields: Vec<Column>,
    /// As the office has it; without pupils where the office ended them.
    pub office: ContactEntry,
    /// As the file would have it; none where it would remove them.
    pub file: Option<ContactEntry>,
}

/// What the file says as it was before the office changed it.
pub(crate) fn behind(changes: &[ContactChange], held: &[HeldContact]) -> Vec<Behind> {
    let of = |change: &ContactChange| {
        let held = held.iter().find(|held| held.contact == change.contact)?;
        let kept = held.by_hand.kept(change.clone());
        let stays = kept.as_ref().map_or(Some(&held.entry), |kept| kept.after.as_ref());
        if stays == change.after.as_ref() {
            return None;
        }
        let stays = stays.cloned()?;
        let fields = change.after.as_ref().map_or_else(|| vec![Column::PupilId], |after| stays.differences(after));
        let file = change.after.clone();
        Some(Behind { contact: change.contact.clone(), fields, office: stays, file })
    };
    changes.iter().filter_map(of).collect()
}

impl ByHand {
    /// Whether nothing was changed by hand.
    pub const fn is_empty(&self) -> bool {
        self.names.is_empty() && self.emails.is_empty() && self.phones.is_empty() && self.listings.is_empty()
    }

    /// What is left of a change where the office's own changes stay; none where nothing is.
    pub(crate) fn kept(&self, change: ContactChange) -> Option<ContactChange> {
        let Some(before) = change.before.clone().filter(|_| !self.is_empty()) else { return Some(change) };
        let mut after = change.after.clone().unwrap_or_else(|| ContactEntry { listings: Vec::new(), ..before.clone() });
        let said =
            |name: &Redacted<String>| self.names.iter().any(|former| names::same_name(former.reveal(), name.reveal()));
        if said(&after.name) {
            after.name = before.name.clone();
        }
        if self.emails.contains(&after.email) {
            after.email = before.email.clone();
        }
        if self.phones.contains(&after.phone) {
            after.phone = before.phone.clone();
        }
        self.keep_listings(&before, &mut after);
        let fields = before.differences(&after);
        if fields.is_empty() {
            return None;
        }
        let is_gone = after.listings.is_empty() && !before.listings.is_empty();
        Some(match is_gone {
            true => ContactChange { after: None, kind: Kind::Left, fields: Vec::new(), ..change },
            false => ContactChange { after: Some(after), kind: Kind::Changed, fields, ..change },
        })
    }

    fn keep_listings(&self, before: &ContactEntry, after: &mut ContactEntry) {
        let children: BTreeSet<&ChildId> = self.listings.iter().map(|(child, _)| child).collect();
        for child in children {
            let former: Vec<_> = self.listings.iter().filter(|(of, _)| of == child).map(|(_, former)| former).collect();
            let listed = || former.iter().filter_map(|former| former.as_ref());
            let office = before.listings.iter().find(|listing| listing.child == *child);
            let file = after.listings.iter_mut().find(|listing| listing.child == *child);
            match (office, file) {
                (None, Some(_)) if listed().next().is_some() => {
                    after.listings.retain(|listing| listing.child != *child);
                }
                (Some(office), None) if former.iter().any(|former| former.is_none()) => {
                    after.listings.push(office.clone());
                }
                // Each by itself: a relation that is spelled otherwise by now says nothing of who may decide.
                (Some(office), Some(file)) => {
                    if listed().any(|(relation, _)| *relation == file.relation) {
                        file.relation = office.relation.clone();
                    }
                    if listed().any(|(_, responsible)| *responsible == file.parental_responsibility) {
                        file.parental_responsibility = office.parental_responsibility;
                    }
                }
                _ => {}
            }
        }
        after.listings.sort_by(|one, other| one.child.cmp(&other.child));
    }

    /// Every address they had or have.
    pub(crate) fn addresses<'a>(&'a self, entry: &'a ContactEntry) -> impl Iterator<Item = &'a Redacted<String>> {
        entry.email.iter().chain(self.emails.iter().flatten())
    }

    /// Every number they had or have.
    pub(crate) fn numbers<'a>(&'a self, entry: &'a ContactEntry) -> impl Iterator<Item = &'a Redacted<String>> {
        entry.phone.iter().chain(self.phones.iter().flatten())
    }

    /// Every pupil they are or were listed for.
    pub(crate) fn pupils<'a>(&'a self, listings: &'a [Listing]) -> impl Iterator<Item = &'a ChildId> {
        listings.iter().map(|listing| &listing.child).chain(self.listings.iter().map(|(child, _)| child))
    }

    /// Every name they had or have.
    pub(crate) fn all_names<'a>(&'a self, entry: &'a ContactEntry) -> impl Iterator<Item = &'a str> {
        std::iter::once(&entry.name).chain(&self.names).map(|name| name.reveal().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(email: &str, relation: Option<(&str, bool)>) -> ContactEntry {
        let listing = |(relation, parental_responsibility): (&str, bool)| Listing {
            child: ChildId::from_bytes([1; ChildId::BYTES]),
            has_left: false,
            relation: Relation(relation.to_owned()),
            parental_responsibility,
        };
        ContactEntry {
            name: "Ada King".to_owned().into(),
            email: Some(email.to_owned().into()),
            phone: None,
            listings: relation.map(listing).into_iter().collect(),
        }
    }

    fn kept(by_hand: &ByHand, office: &ContactEntry, file: ContactEntry) -> Option<ContactEntry> {
        let fields = office.differences(&file);
        let change = ContactChange {
            contact: ContactId::from_bytes([2; ContactId::BYTES]),
            kind: Kind::Changed,
            fields,
            before: Some(office.clone()),
            after: Some(file),
        };
        by_hand.kept(change).and_then(|change| change.after)
    }

    fn changed(former: Option<(&str, bool)>) -> ByHand {
        let former = former.map(|(relation, responsible)| (Relation(relation.to_owned()), responsible));
        ByHand { listings: vec![(ChildId::from_bytes([1; ChildId::BYTES]), former)], ..ByHand::default() }
    }

    #[test]
    fn a_relation_spelled_otherwise_gives_nobody_back_the_responsibility_the_office_took_away() {
        let office = entry("ada@example.org", Some(("mother", false)));
        let by_hand = changed(Some(("mother", true)));
        assert_eq!(kept(&by_hand, &office, entry("ada@example.org", Some(("mother", true)))), None);
        let spelled = entry("ada@example.org", Some(("mum", false)));
        assert_eq!(kept(&by_hand, &office, entry("ada@example.org", Some(("mum", true)))), Some(spelled));
    }

    #[test]
    fn who_was_ended_stays_so_and_who_was_added_stays() {
        let ended = entry("ada@example.org", None);
        let again = entry("ada@example.org", Some(("mother", true)));
        assert_eq!(kept(&changed(Some(("mother", true))), &ended, again.clone()), None);
        assert_eq!(kept(&changed(None), &again, ended.clone()), None);
        // Nothing was changed by hand: the file says what is.
        assert_eq!(kept(&ByHand::default(), &again, ended.clone()), Some(ended));
    }

    #[test]
    fn a_former_address_is_not_brought_back_and_a_new_one_is_taken() {
        let by_hand = ByHand { emails: vec![Some("old@example.org".to_owned().into())], ..ByHand::default() };
        let office = entry("ada@example.org", Some(("mother", true)));
        assert_eq!(kept(&by_hand, &office, entry("old@example.org", Some(("mother", true)))), None);
        let new = entry("new@example.org", Some(("mother", true)));
        assert_eq!(kept(&by_hand, &office, new.clone()), Some(new));
    }
}
