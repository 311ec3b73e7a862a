//! The do-not-photograph flag (R8), where a list gives a child another number.
//!
//! A pupil is found by their number in the school's own system. Where that changes, the list adds a pupil of the same
//! name while the entry held so far leaves: two entries, and the flag on the one that nobody looks at any more. So the
//! flag goes along to whoever comes with a name of a flagged entry that the list does not have, until the safeguarding
//! lead lifts it: also a name it had before, because a correction by hand may be one that the school's own system never
//! had. Of two children who share a name that is one flag too many, which the lead sees and lifts; the other way round,
//! a child would be photographed who must not be.

use std::collections::{BTreeMap, BTreeSet};

use people_lists::{Kind, PupilPlan, without_title};
use permission_rules::PermissionEvent;
use reception::Problem;
use records::{ChildChange, ChildEvent, ChildField, Records};
use school_types::{ChildId, PersonName, SchoolId, StaffId};

use super::held;

/// How many pupils' histories are read at the same time.
const PORTION: usize = 64;

/// The flags to be set before the plan is written, each by whoever set it on the entry it comes from. Reads only what
/// was said of namesakes, and the histories of those whose name was ever changed; none for a child who has the flag
/// already, so that a list taken twice sets it once.
pub(super) async fn following(
    records: &Records,
    school: &SchoolId,
    held: &held::Pupils,
    plan: &PupilPlan,
) -> Result<Vec<(ChildId, PermissionEvent)>, Problem> {
    if !plan.changes.iter().any(|change| matches!(change.kind, Kind::Added | Kind::Returned)) {
        return Ok(Vec::new());
    }
    let former = former_names(records, school, held, plan).await?;
    let namesakes = namesakes(held, plan, &former);
    let asked: BTreeSet<&ChildId> = namesakes.iter().flat_map(|(new, old)| [*new, *old]).collect();
    let asked: Vec<ChildId> = asked.into_iter().cloned().collect();
    let said = records.permissions(school, &asked).await?;
    let flagged: BTreeSet<&ChildId> =
        said.iter().filter(|(_, permissions)| permissions.is_flagged()).map(|(child, _)| child).collect();
    let mut flags: BTreeMap<&ChildId, StaffId> = BTreeMap::new();
    for (new, old) in namesakes {
        if !flagged.contains(old) || flagged.contains(new) || flags.contains_key(new) {
            continue;
        }
        let said = records.permission(school, old).read().await?;
        let by = said.into_iter().rev().find_map(|entry| match entry.event {
            PermissionEvent::DoNotPhotograph { set: true, by } => Some(by),
            _ => None,
        });
        flags.extend(by.map(|by| (new, by)));
    }
    let set = |(child, by): (&ChildId, StaffId)| (child.clone(), PermissionEvent::DoNotPhotograph { set: true, by });
    Ok(flags.into_iter().map(set).collect())
}

/// Every name that pupils have had, of those alone whose name was ever changed and who are not in the list as they were.
async fn former_names(
    records: &Records,
    school: &SchoolId,
    held: &held::Pupils,
    plan: &PupilPlan,
) -> Result<BTreeMap<ChildId, Had>, Problem> {
    let unchanged: BTreeSet<&ChildId> = plan.unchanged.iter().collect();
    let is_name = |field: &ChildField| {
        matches!(
            field,
            ChildField::Forename | ChildField::Surname | ChildField::PreferredForename | ChildField::PreferredSurname
        )
    };
    let renamed = |(_, child): &(&ChildId, &records::Child)| child.touched().keys().any(is_name);
    let renamed = held.children.iter().filter(renamed).map(|(id, _)| id).filter(|id| !unchanged.contains(id));
    let renamed: Vec<&ChildId> = renamed.collect();
    let mut former = BTreeMap::new();
    for portion in renamed.chunks(PORTION) {
        let histories = portion.iter().map(|id| async move { records.child(school, id).read().await });
        let histories = futures::future::try_join_all(histories).await?;
        let had = histories.iter().map(|history| Had::of(history.iter().map(|entry| &entry.event)));
        former.extend(portion.iter().map(|id| (*id).clone()).zip(had));
    }
    Ok(former)
}

/// Whoever is new, each with an entry of the same name that is not in the list under that name any more. Whoever comes
/// back has an entry of their own, where the lead has decided about earlier namesakes: so only with one who was here until
/// now.
fn namesakes<'a>(
    held: &'a held::Pupils,
    plan: &'a PupilPlan,
    former: &BTreeMap<ChildId, Had>,
) -> Vec<(&'a ChildId, &'a ChildId)> {
    let coming = plan.changes.iter().filter(|change| matches!(change.kind, Kind::Added | Kind::Returned));
    let coming: Vec<_> =
        coming.filter_map(|change| Some((&change.child, change.kind, names(&change.after.as_ref()?.name)))).collect();
    let unchanged: BTreeSet<&ChildId> = plan.unchanged.iter().collect();
    let renamed: BTreeMap<&ChildId, &PersonName> =
        plan.changes.iter().filter_map(|change| Some((&change.child, &change.after.as_ref()?.name))).collect();
    let mut gone: BTreeMap<String, Vec<(&ChildId, bool)>> = BTreeMap::new();
    for (child, facts, has_left) in held.listed() {
        let mut before = names(&facts.name);
        before.extend(former.get(child).map(Had::names).unwrap_or_default());
        let is_there = renamed.get(child).is_some_and(|name| !names(name).is_disjoint(&before));
        if !is_there && !unchanged.contains(child) {
            for name in before {
                gone.entry(name).or_default().push((child, has_left));
            }
        }
    }
    let mut found = Vec::new();
    for (new, kind, names) in &coming {
        let of_name = names.iter().filter_map(|name| gone.get(name)).flatten();
        let meant = of_name.filter(|(old, had_left)| old != new && (*kind == Kind::Added || !had_left));
        found.extend(meant.map(|(old, _)| (*new, *old)));
    }
    found
}

/// The forenames and surnames somebody has had. Either may have been changed without the other, so any of the one may stand
/// with any of the other.
#[derive(Default)]
struct Had {
    forenames: BTreeSet<String>,
    surnames: BTreeSet<String>,
}

impl Had {
    fn of<'a>(history: impl Iterator<Item = &'a ChildEvent>) -> Self {
        let mut had = Self::default();
        for event in history {
            match event {
                ChildEvent::Listed(facts) => had.take(&facts.name),
                ChildEvent::Edited(changes) | ChildEvent::Corrected(changes) => {
                    changes.iter().for_each(|change| had.take_change(change))
                }
                ChildEvent::Left { .. } => {}
            }
        }
        had
    }

    fn take(&mut self, name: &PersonName) {
        self.forenames.extend([name.forename.reveal().clone(), name.called().to_owned()]);
        self.surnames.extend([name.surname.reveal().clone(), name.known_surname().to_owned()]);
    }

    fn take_change(&mut self, change: &ChildChange) {
        match change {
            ChildChange::Forename(name) | ChildChange::PreferredForename(Some(name)) => {
                self.forenames.insert(name.reveal().clone());
            }
            ChildChange::Surname(name) | ChildChange::PreferredSurname(Some(name)) => {
                self.surnames.insert(name.reveal().clone());
            }
            _ => {}
        }
    }

    fn names(&self) -> BTreeSet<String> {
        let full = |forename| self.surnames.iter().map(move |surname| format!("{forename} {surname}"));
        self.forenames.iter().flat_map(full).map(|name| without_title(&name)).filter(|name| !name.is_empty()).collect()
    }
}

/// The full name as it is compared: with the legal forename, and with the one they are called by, which a list may lack.
fn names(name: &PersonName) -> BTreeSet<String> {
    let mut had = Had::default();
    had.take(name);
    had.names()
}
