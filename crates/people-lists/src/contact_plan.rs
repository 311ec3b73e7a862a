//! What taking a list of contacts would change.

use std::collections::{BTreeMap, BTreeSet};

use school_types::{ChildId, ContactId, Redacted, Relation};

use crate::{
    Absent, Behind, ByHand, Column, ContactRow, Kind, Reading, WhyKept,
    by_hand::behind,
    matching::matched,
    names,
    persons::{Person, persons},
    reading::About,
};

/// A contact as the school holds them now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldContact {
    /// The contact.
    pub contact: ContactId,
    /// What is held; of one who was ended by hand, what was held, with no pupil.
    pub entry: ContactEntry,
    /// What the office changed by hand.
    pub by_hand: ByHand,
}

/// What is held of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactEntry {
    /// Their name.
    pub name: Redacted<String>,
    /// Their e-mail address, in small letters.
    pub email: Option<Redacted<String>>,
    /// Their telephone number.
    pub phone: Option<Redacted<String>>,
    /// The pupils they are listed for, ordered by pupil.
    pub listings: Vec<Listing>,
}

/// A pupil a contact is listed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The pupil.
    pub child: ChildId,
    /// Whether the pupil has left: then no list says anything of this listing, and it stays.
    pub has_left: bool,
    /// What the contact is to the pupil.
    pub relation: Relation,
    /// Whether they hold parental responsibility.
    pub parental_responsibility: bool,
}

/// One contact's change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactChange {
    /// The contact.
    pub contact: ContactId,
    /// What kind of change it is: added, changed or left.
    pub kind: Kind,
    /// What differs: [`Column::PupilId`] where they are listed for other pupils. Empty for who is added or removed.
    pub fields: Vec<Column>,
    /// What was held before.
    pub before: Option<ContactEntry>,
    /// What is held afterwards; none for who is no contact of any pupil any more.
    pub after: Option<ContactEntry>,
}

/// What taking a list of contacts would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactPlan {
    /// The changes: who is removed last.
    pub changes: Vec<ContactChange>,
    /// Who is in the file and the same as before.
    pub unchanged: Vec<ContactId>,
    /// Who is listed for a pupil, is not in the file, and stays so.
    pub kept: Vec<(ContactId, WhyKept)>,
    /// How many contacts of pupils on the roll there were before.
    pub listed: usize,
    /// What the file says as it was before the office changed it by hand: so it does not know of the change yet. Left as the
    /// office has it, unless whoever brings the list says otherwise.
    pub behind: Vec<Behind>,
}

impl ContactPlan {
    /// What taking `reading` would change of what is `held`. `held` has every contact of the school, those of pupils who have
    /// left too, so that a family that comes back is known. `id_of` makes the id of a new contact from what is known of
    /// them; the same list read twice makes the same ids.
    pub fn of(
        reading: &Reading<ContactRow>,
        held: &[HeldContact],
        absent: Absent,
        id_of: impl Fn(&str) -> ContactId,
    ) -> Self {
        let persons = persons(&reading.taken);
        let matched = matched(&persons, held);
        let stays = Stays::of(reading, absent);
        let on_roll = |held: &&HeldContact| held.entry.listings.iter().any(|listing| !listing.has_left);
        let mut plan = Self { listed: held.iter().filter(on_roll).count(), ..Self::default() };
        let mut ids: BTreeSet<ContactId> = held.iter().map(|held| held.contact.clone()).collect();
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        let mut new: Vec<&Person> = Vec::new();
        for (person, known) in persons.iter().zip(matched) {
            match known {
                Some(place) => {
                    seen.insert(place);
                    plan.take_again(person, &held[place], &stays);
                }
                None => new.push(person),
            }
        }
        new.sort_by_cached_key(|person| (person.identity(), person.listings.first().map(|listing| listing.0.clone())));
        for person in new {
            let contact = new_id(&person.identity(), &mut ids, &id_of);
            let after = Some(person.entry(None, Vec::new()));
            plan.changes.push(ContactChange { contact, kind: Kind::Added, fields: Vec::new(), before: None, after });
        }
        for (_, held) in held.iter().enumerate().filter(|(place, _)| !seen.contains(place)) {
            plan.absent(held, &stays);
        }
        plan.changes.sort_by_key(|change| change.kind == Kind::Left);
        plan.behind = behind(&plan.changes, held);
        plan
    }

    /// The same, but what the office changed by hand stays where the file says what stood there before: the changes of
    /// [`Self::behind`] are not made.
    #[must_use]
    pub fn keeping_hand_edits(mut self, held: &[HeldContact]) -> Self {
        let by_id: BTreeMap<&ContactId, &ByHand> = held.iter().map(|held| (&held.contact, &held.by_hand)).collect();
        let mut changes = Vec::with_capacity(self.changes.len());
        for change in std::mem::take(&mut self.changes) {
            match by_id.get(&change.contact).map_or(Some(change.clone()), |by_hand| by_hand.kept(change.clone())) {
                Some(kept) => changes.push(kept),
                None => self.unchanged.push(change.contact),
            }
        }
        self.changes = changes;
        self
    }

    fn take_again(&mut self, person: &Person, held: &HeldContact, stays: &Stays) {
        let listed = |child: &ChildId| person.listings.iter().any(|(other, ..)| other == child);
        let kept: Vec<Listing> = held
            .entry
            .listings
            .iter()
            .filter(|listing| !listed(&listing.child))
            .filter_map(|l| stays.listing(l))
            .collect();
        let after = person.entry(Some(&held.entry), kept);
        let fields = held.entry.differences(&after);
        if fields.is_empty() {
            return self.unchanged.push(held.contact.clone());
        }
        let (before, after) = (Some(held.entry.clone()), Some(after));
        self.changes.push(ContactChange { contact: held.contact.clone(), kind: Kind::Changed, fields, before, after });
    }

    /// Somebody who is not in the file at all.
    fn absent(&mut self, held: &HeldContact, stays: &Stays) {
        let listings: Vec<Listing> = held.entry.listings.iter().filter_map(|listing| stays.listing(listing)).collect();
        if listings == held.entry.listings {
            // Who is listed for leavers only is not missed in a list of those who are there.
            let why =
                held.entry.listings.iter().filter(|listing| !listing.has_left).find_map(|listing| stays.why(listing));
            self.kept.extend(why.map(|why| (held.contact.clone(), why)));
            return;
        }
        let before = Some(held.entry.clone());
        let contact = held.contact.clone();
        self.changes.push(if listings.is_empty() {
            ContactChange { contact, kind: Kind::Left, fields: Vec::new(), before, after: None }
        } else {
            let after = Some(ContactEntry { listings, ..held.entry.clone() });
            ContactChange { contact, kind: Kind::Changed, fields: vec![Column::PupilId], before, after }
        });
    }

    /// Who would hold parental responsibility for whom that they do not hold now.
    pub fn new_holders(&self) -> BTreeSet<(&ContactId, &ChildId)> {
        let holds = |entry: &'_ ContactEntry, child: &ChildId| {
            entry.listings.iter().any(|listing| listing.child == *child && listing.parental_responsibility)
        };
        let mut new = BTreeSet::new();
        for change in &self.changes {
            for listing in change.after.iter().flat_map(|entry| &entry.listings) {
                let before = change.before.as_ref().is_some_and(|before| holds(before, &listing.child));
                if listing.parental_responsibility && !before {
                    new.insert((&change.contact, &listing.child));
                }
            }
        }
        new
    }

    /// How many changes there are of this kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }

    /// Whether more than a fifth of the contacts would be removed: more likely the wrong file than the truth.
    pub fn many_leave(&self) -> bool {
        self.count(Kind::Left) * 5 > self.listed
    }

    /// The pupils whose list of contacts changes.
    pub fn children(&self) -> BTreeSet<&ChildId> {
        let differs = |change: &ContactChange| {
            change.kind != Kind::Changed
                || change
                    .fields
                    .iter()
                    .any(|field| matches!(field, Column::PupilId | Column::Relation | Column::ParentalResponsibility))
        };
        let entries = self.changes.iter().filter(|change| differs(change)).flat_map(|c| [&c.before, &c.after]);
        entries.flatten().flat_map(|entry| &entry.listings).map(|listing| &listing.child).collect()
    }
}

impl ContactEntry {
    pub(crate) fn differences(&self, other: &Self) -> Vec<Column> {
        let children = |entry: &Self| entry.listings.iter().map(|listing| listing.child.clone()).collect::<Vec<_>>();
        let both = || {
            self.listings
                .iter()
                .filter_map(|one| Some((one, other.listings.iter().find(|two| two.child == one.child)?)))
        };
        [
            (Column::Name, self.name != other.name),
            (Column::Email, self.email != other.email),
            (Column::Phone, self.phone != other.phone),
            (Column::PupilId, children(self) != children(other)),
            (Column::Relation, both().any(|(one, two)| one.relation != two.relation)),
            (
                Column::ParentalResponsibility,
                both().any(|(one, two)| one.parental_responsibility != two.parental_responsibility),
            ),
        ]
        .into_iter()
        .filter_map(|(column, differs)| differs.then_some(column))
        .collect()
    }
}

impl Person {
    /// What makes a new contact's id: the address and name, or where there is no address the first pupil and the name.
    fn identity(&self) -> String {
        let name = names::normal(self.name.reveal());
        match (self.email.as_ref().and_then(Option::as_ref), self.listings.first()) {
            (Some(email), _) => format!("{}\n{name}", email.reveal()),
            (None, Some((child, ..))) => format!("{child}\n{name}"),
            (None, None) => name,
        }
    }

    fn entry(&self, held: Option<&ContactEntry>, mut listings: Vec<Listing>) -> ContactEntry {
        listings.extend(self.listings.iter().map(|(child, relation, parental_responsibility)| Listing {
            child: child.clone(),
            has_left: false,
            relation: relation.clone(),
            parental_responsibility: *parental_responsibility,
        }));
        listings.sort_by(|one, other| one.child.cmp(&other.child));
        let or_held = |stated: &Option<Option<Redacted<String>>>, held: Option<&Option<Redacted<String>>>| {
            stated.clone().or_else(|| held.cloned()).flatten()
        };
        let as_held = |held: &&ContactEntry| {
            self.in_capitals && names::normal(held.name.reveal()) == names::normal(self.name.reveal())
        };
        ContactEntry {
            name: held.filter(as_held).map_or_else(|| self.name.clone(), |held| held.name.clone()),
            email: or_held(&self.email, held.map(|held| &held.email)),
            phone: or_held(&self.phone, held.map(|held| &held.phone)),
            listings,
        }
    }
}

/// An id that nobody has: two people of one name may share an address.
fn new_id(identity: &str, ids: &mut BTreeSet<ContactId>, id_of: impl Fn(&str) -> ContactId) -> ContactId {
    let mut contact = id_of(identity);
    let mut again = 2_u32;
    while !ids.insert(contact.clone()) {
        contact = id_of(&format!("{identity}\n{again}"));
        again += 1;
    }
    contact
}

/// Which listings stay though the file lacks them.
struct Stays {
    absent: Absent,
    unclear: bool,
    rejected: BTreeSet<ChildId>,
}

impl Stays {
    fn of(reading: &Reading<ContactRow>, absent: Absent) -> Self {
        let mut stays = Self { absent, unclear: false, rejected: BTreeSet::new() };
        for row in &reading.rejected {
            match &row.about {
                About::Child(child) => {
                    stays.rejected.insert(child.clone());
                }
                // The number of a pupil nobody knows may be a slip for one somebody knows.
                About::Number(_) | About::Pupil(..) | About::Nobody => stays.unclear = true,
            }
        }
        stays
    }

    fn why(&self, listing: &Listing) -> Option<WhyKept> {
        match self.absent {
            _ if self.rejected.contains(&listing.child) => Some(WhyKept::RowRejected),
            Absent::Keep => Some(WhyKept::PartOfList),
            Absent::Leave if self.unclear => Some(WhyKept::RowUnclear),
            Absent::Leave => None,
        }
    }

    fn listing(&self, listing: &Listing) -> Option<Listing> {
        (listing.has_left || self.why(listing).is_some()).then(|| listing.clone())
    }
}
