//! Which rows of a list of contacts are one person: contacts have no number of their own in most systems.

use std::collections::BTreeMap;

use school_types::{ChildId, Redacted, Relation};

use crate::{ContactRow, Taken, names, values};

/// A person of the file, with the pupils they are listed for.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) name: Redacted<String>,
    pub(crate) email: Option<Option<Redacted<String>>>,
    pub(crate) phone: Option<Option<Redacted<String>>>,
    pub(crate) listings: Vec<(ChildId, Relation, bool)>,
    /// Whether the name came in capitals.
    pub(crate) in_capitals: bool,
}

/// The persons of the rows. Two rows are one person's when they have the same e-mail address, or no two and the same telephone,
/// and names that may be one's. A family may share an address: two names that stand beside each other for one pupil are two
/// people. Rows without either are people of their own, because a name alone is no proof.
pub(crate) fn persons(rows: &[Taken<ContactRow>]) -> Vec<Person> {
    let mut groups: Vec<usize> = (0..rows.len()).collect();
    let mut by_email: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut by_phone: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, Taken { row, .. }) in rows.iter().enumerate() {
        if let Some(email) = email(row) {
            by_email.entry(email).or_default().push(place);
        }
        if let Some(phone) = phone(row) {
            by_phone.entry(phone).or_default().push(place);
        }
    }
    for shared in by_email.into_values() {
        join(rows, &shared, &mut groups, |one, other| names::may_be_one(one.name.reveal(), other.name.reveal()));
    }
    // Of those who share a telephone: first who have no address or the same, by the same name.
    for shared in by_phone.into_values() {
        join(rows, &shared, &mut groups, |one, other| {
            let addresses = [email(one), email(other)];
            let differ = matches!(addresses, [Some(one), Some(other)] if one != other);
            !differ && names::same_name(one.name.reveal(), other.name.reveal())
        });
    }
    let mut persons: BTreeMap<usize, Vec<&ContactRow>> = BTreeMap::new();
    for (place, taken) in rows.iter().enumerate() {
        persons.entry(root(&groups, place)).or_default().push(&taken.row);
    }
    persons.into_values().flat_map(person).collect()
}

/// Joins those of `shared` that are one person's by `same`, unless that would make one of two people: then of each name its own.
fn join(
    rows: &[Taken<ContactRow>],
    shared: &[usize],
    groups: &mut [usize],
    same: impl Fn(&ContactRow, &ContactRow) -> bool,
) {
    let row = |place: usize| &rows[place].row;
    // An address that is everybody's, such as the office's own, would cost the square of its rows.
    let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for place in shared {
        names.entry(names::normal(row(*place).name.reveal())).or_default().push(*place);
    }
    // Rows of one name are one person's, but where they have several addresses: then whose the rows without are is not known.
    for same_name in names.values() {
        let mut by_address: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        for place in same_name {
            by_address.entry(email(row(*place))).or_default().push(*place);
        }
        let whole = by_address.keys().flatten().count() < 2;
        let together = if whole { vec![same_name.clone()] } else { by_address.into_values().collect() };
        for pair in together.iter().flat_map(|places| places.windows(2)) {
            unite(groups, pair[0], pair[1]);
        }
    }
    if names.len() > 6 {
        return;
    }
    let variants: Vec<&Vec<usize>> = names.values().collect();
    let beside = |one: &[usize], other: &[usize]| {
        one.iter().any(|one| other.iter().any(|other| row(*one).child == row(*other).child))
    };
    let addresses: Vec<Vec<usize>> = variants.iter().map(|places| one_of_each_address(rows, places)).collect();
    if addresses.iter().any(|places| places.len() > 6) {
        return;
    }
    let alike = |one: usize, other: usize| {
        addresses[one].iter().all(|one| addresses[other].iter().all(|other| same(row(*one), row(*other))))
    };
    // All variants that may be one person's must be so with each other, or nobody knows which belong together.
    let may = |one: usize, other: usize| alike(one, other) && !beside(variants[one], variants[other]);
    for one in 0..variants.len() {
        let like: Vec<usize> = (0..variants.len()).filter(|other| alike(one, *other)).collect();
        let clear = like.iter().enumerate().all(|(at, a)| like[at + 1..].iter().all(|b| may(*a, *b)));
        if clear {
            for other in (one + 1..variants.len()).filter(|other| may(one, *other)) {
                unite(groups, variants[one][0], variants[other][0]);
            }
        }
    }
}

/// Of rows of one name, one for each address that is among them, and one for those without.
fn one_of_each_address(rows: &[Taken<ContactRow>], places: &[usize]) -> Vec<usize> {
    let known: BTreeMap<Option<&str>, usize> = places.iter().map(|place| (email(&rows[*place].row), *place)).collect();
    known.into_values().collect()
}

fn root(groups: &[usize], mut place: usize) -> usize {
    while groups[place] != place {
        place = groups[place];
    }
    place
}

fn unite(groups: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(groups, one), root(groups, other));
    groups[one.max(other)] = one.min(other);
}

pub(crate) fn email(row: &ContactRow) -> Option<&str> {
    row.email.as_ref().and_then(Option::as_ref).map(|email| email.reveal().as_str())
}

fn phone(row: &ContactRow) -> Option<String> {
    row.phone.as_ref().and_then(Option::as_ref).map(|phone| values::dialled(phone.reveal()))
}

/// The person of these rows. Of several ways to write the name the longest is taken, and of those the first in the alphabet, so
/// that the order of the rows does not matter. A group that names one pupil twice is several people after all.
fn person(rows: Vec<&ContactRow>) -> Vec<Person> {
    let mut children: Vec<&ChildId> = rows.iter().map(|row| &row.child).collect();
    children.sort_unstable();
    if children.windows(2).any(|pair| pair[0] == pair[1]) {
        return rows.into_iter().flat_map(|row| person(vec![row])).collect();
    }
    let longest = |row: &&&ContactRow| (std::cmp::Reverse(row.name.reveal().chars().count()), row.name.clone());
    let Some(named) = rows.iter().min_by_key(longest) else { return Vec::new() };
    let some = |value: fn(&ContactRow) -> &Option<Option<Redacted<String>>>| {
        let known = rows.iter().any(|row| value(row).is_some());
        known.then(|| rows.iter().filter_map(|row| value(row).clone().flatten()).min())
    };
    let mut listings: Vec<(ChildId, Relation, bool)> =
        rows.iter().map(|row| (row.child.clone(), row.relation.clone(), row.parental_responsibility)).collect();
    listings.sort_by(|one, other| one.0.cmp(&other.0));
    vec![Person {
        name: named.name.clone(),
        email: some(|row| &row.email),
        phone: some(|row| &row.phone),
        listings,
        in_capitals: named.in_capitals,
    }]
}
