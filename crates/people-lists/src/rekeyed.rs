//! A list that is keyed by another id than the last one, such as the UPN instead of the admission number: every pupil seems to
//! have left, and somebody of the same name to have come. Who they are is asked, never guessed.

use std::collections::BTreeMap;

use school_types::{ChildId, PersonName, Redacted};

use crate::{HeldPupil, Kind, PupilEntry, PupilPlan, names};

/// From so many pairs on, when most who come and most who go are in one, the list as a whole has other numbers, and a name that
/// only one has on either side is enough.
const MANY: usize = 3;

/// A pupil who comes under a number that nobody has, and seems to be one who is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// The number in the list.
    pub number: Redacted<String>,
    /// The pupil held.
    pub child: ChildId,
}

/// Who of those a plan adds seems to be one of those who are held and not in the list: by name and class, by name and year, a
/// year higher too, and where that pairs most of the list by name alone. Each time only where one on either side is meant.
pub(crate) fn rekeyed(plan: &PupilPlan, held: &[HeldPupil]) -> Vec<Pairing> {
    let coming: Vec<&PupilEntry> = plan
        .changes
        .iter()
        .filter(|change| change.kind == Kind::Added)
        .filter_map(|change| change.after.as_ref())
        .collect();
    let mut absent: BTreeMap<&ChildId, &PupilEntry> = BTreeMap::new();
    let left = plan.changes.iter().filter(|change| change.kind == Kind::Left).map(|change| &change.child);
    let kept = plan.kept.iter().map(|kept| &kept.child);
    let entries: BTreeMap<&ChildId, &PupilEntry> = held.iter().map(|held| (&held.child, &held.entry)).collect();
    for child in left.chain(kept) {
        if let Some(entry) = entries.get(child) {
            absent.insert(child, entry);
        }
    }
    let mut matching = Matching { coming: coming.into_iter().map(Some).collect(), absent, pairs: Vec::new() };
    let (came, went) = (matching.coming.len(), matching.absent.len());
    let class = |entry: &PupilEntry| names::normal(entry.class.reveal());
    matching.round(|entry| class(entry), |entry| class(entry));
    matching.round(|entry| entry.year_group.number().to_string(), |entry| entry.year_group.number().to_string());
    matching.round(|entry| entry.year_group.number().to_string(), |entry| (entry.year_group.number() + 1).to_string());
    if is_most(matching.pairs.len(), came, went) {
        matching.round(|_| String::new(), |_| String::new());
    }
    matching.pairs
}

/// Whether so many pairs are most of those who come and of those who go.
pub(crate) const fn is_most(pairs: usize, came: usize, went: usize) -> bool {
    pairs >= MANY && pairs * 2 > came && pairs * 2 > went
}

struct Matching<'a> {
    /// None for who is in a pair.
    coming: Vec<Option<&'a PupilEntry>>,
    absent: BTreeMap<&'a ChildId, &'a PupilEntry>,
    pairs: Vec<Pairing>,
}

impl Matching<'_> {
    /// Pairs those who alone on either side have a name and what the keys say.
    fn round(&mut self, of_coming: impl Fn(&PupilEntry) -> String, of_absent: impl Fn(&PupilEntry) -> String) {
        let mut came: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (place, entry) in self.coming.iter().enumerate().filter_map(|(place, entry)| Some((place, (*entry)?))) {
            came.entry((name(&entry.name), of_coming(entry))).or_default().push(place);
        }
        let mut went: BTreeMap<(String, String), Vec<ChildId>> = BTreeMap::new();
        for (child, entry) in &self.absent {
            went.entry((name(&entry.name), of_absent(entry))).or_default().push((*child).clone());
        }
        for (key, places) in came {
            let ([place], Some([child])) = (places.as_slice(), went.get(&key).map(Vec::as_slice)) else { continue };
            let Some(entry) = self.coming[*place].take() else { continue };
            self.absent.remove(child);
            self.pairs.push(Pairing { number: entry.number.clone(), child: child.clone() });
        }
    }
}

/// The legal name as it is compared.
fn name(name: &PersonName) -> String {
    names::normal(&format!("{} {}", name.forename.reveal(), name.surname.reveal()))
}
