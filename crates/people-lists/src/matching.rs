//! Which persons of a list of contacts are contacts the school knows already, so that somebody whose address changed keeps
//! their id and their decisions.

use std::collections::BTreeMap;

use school_types::{ChildId, ContactId, Redacted};

use crate::{HeldContact, names, persons::Person, values};

/// For each person the place of the held contact they are: by e-mail address, else by a common pupil and the name, else by
/// telephone. Nobody is found for two persons, and the order of neither side matters.
pub(crate) fn matched(persons: &[Person], held: &[HeldContact]) -> Vec<Option<usize>> {
    let mut matching = Matching { persons, held, found: vec![None; persons.len()], taken: vec![false; held.len()] };
    let exact = |one: &str, other: &str| names::normal(one) == names::normal(other);
    // Former ones too, which the office changed by hand: a list that does not know of it yet finds them all the same.
    let address =
        |held: &HeldContact| held.by_hand.addresses(&held.entry).map(|email| email.reveal().clone()).collect();
    let theirs = |person: &Person| person.email.iter().flatten().map(|email| email.reveal().clone()).collect();
    for same in [exact as SameName, names::same_name, names::may_be_one] {
        matching.round(theirs, address, |person, held| is_called(person, held, same));
    }
    // Another name, the same address, and what the known one was to a pupil: somebody who changed their name.
    matching.round(theirs, address, same_part);
    let pupils = |person: &Person| person.listings.iter().map(|(child, ..)| child.to_string()).collect();
    let theirs = |held: &HeldContact| held.by_hand.pupils(&held.entry.listings).map(ToString::to_string).collect();
    for same in [exact as SameName, names::same_name] {
        matching.round(pupils, theirs, |person, held| is_called(person, held, same));
    }
    let number = |person: &Person| person.phone.iter().flatten().map(|phone| values::dialled(phone.reveal())).collect();
    let theirs =
        |held: &HeldContact| held.by_hand.numbers(&held.entry).map(|phone| values::dialled(phone.reveal())).collect();
    for same in [exact as SameName, names::same_name, names::may_be_one] {
        matching.round(number, theirs, |person, held| is_called(person, held, same));
    }
    matching.found
}

type SameName = fn(&str, &str) -> bool;

/// Whether a name they have, or had before the office changed it by hand, is the person's.
fn is_called(person: &Person, held: &HeldContact, same: SameName) -> bool {
    held.by_hand.all_names(&held.entry).any(|name| same(person.name.reveal(), name))
}

/// Whether both are listed for one pupil as the same: mother and mother.
fn same_part(person: &Person, held: &HeldContact) -> bool {
    person.listings.iter().any(|(child, relation, _)| {
        let of_child = |listing: &&crate::Listing| listing.child == *child;
        held.entry
            .listings
            .iter()
            .filter(of_child)
            .any(|listing| names::part(&listing.relation.0) == names::part(&relation.0))
    })
}

struct Matching<'a> {
    persons: &'a [Person],
    held: &'a [HeldContact],
    found: Vec<Option<usize>>,
    taken: Vec<bool>,
}

/// How good a pair is, the best first: pupils in common, then how little the known one would change, so that a list taken again
/// finds whom it found before, then how few others they are listed for, then by what both sides are.
type Rank<'a> = (std::cmp::Reverse<usize>, usize, usize, &'a ContactId, Option<&'a ChildId>, String);

impl Matching<'_> {
    /// Pairs those still alone that have a key in common and are `same`, the best pairs first.
    fn round(
        &mut self,
        keys_of_person: impl Fn(&Person) -> Vec<String>,
        keys_of_held: impl Fn(&HeldContact) -> Vec<String>,
        same: impl Fn(&Person, &HeldContact) -> bool,
    ) {
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, held) in self.held.iter().enumerate().filter(|(place, _)| !self.taken[*place]) {
            for key in keys_of_held(held) {
                by_key.entry(key).or_default().push(place);
            }
        }
        let mut pairs: Vec<(Rank<'_>, usize, usize)> = Vec::new();
        for (place, person) in self.persons.iter().enumerate().filter(|(place, _)| self.found[*place].is_none()) {
            let keys = keys_of_person(person);
            let mut known: Vec<usize> = keys.iter().filter_map(|key| by_key.get(key)).flatten().copied().collect();
            known.sort_unstable();
            known.dedup();
            for known in known.into_iter().filter(|known| same(person, &self.held[*known])) {
                pairs.push((rank(person, &self.held[known]), place, known));
            }
        }
        pairs.sort();
        for (_, person, held) in pairs {
            if self.found[person].is_none() && !self.taken[held] {
                self.found[person] = Some(held);
                self.taken[held] = true;
            }
        }
    }
}

fn rank<'a>(person: &'a Person, held: &'a HeldContact) -> Rank<'a> {
    let listed = |child: &ChildId| held.entry.listings.iter().find(|listing| listing.child == *child);
    let both = person.listings.iter().filter_map(|(child, relation, responsible)| {
        listed(child).map(|listing| listing.relation == *relation && listing.parental_responsibility == *responsible)
    });
    let (same, differ): (Vec<bool>, Vec<bool>) = both.partition(|same| *same);
    let common = same.len() + differ.len();
    let changes = |stated: &Option<Option<Redacted<String>>>, held: &Option<Redacted<String>>| {
        usize::from(stated.as_ref().is_some_and(|stated| stated != held))
    };
    let changes = differ.len()
        + usize::from(person.name != held.entry.name)
        + changes(&person.email, &held.entry.email)
        + changes(&person.phone, &held.entry.phone);
    let first = person.listings.first().map(|(child, ..)| child);
    let others = held.entry.listings.len().saturating_sub(common);
    (std::cmp::Reverse(common), changes, others, &held.contact, first, names::normal(person.name.reveal()))
}
