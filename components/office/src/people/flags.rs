//! The do-not-photograph flag (R8), where a list gives a child another number.
//!
//! A pupil is found by their number in the school's own system. Where that changes, the list adds a pupil of the same name
//! while the entry held so far leaves: two entries, and the flag on the one that nobody looks at any more. So the flag goes
//! along to whoever comes with the name of a flagged entry that the list does not have, until the safeguarding lead lifts
//! it. Of two children who share a name that is one flag too many, which the lead sees and lifts; the other way round, a
//! child would be photographed who must not be.

use std::collections::{BTreeMap, BTreeSet};

use people_lists::{Kind, PupilPlan, without_title};
use permission_rules::PermissionEvent;
use reception::Problem;
use records::Records;
use school_types::{ChildId, PersonName, SchoolId, StaffId};

use super::held;

/// The flags to be set before the plan is written, each by whoever set it on the entry it comes from. Reads only what was
/// said of namesakes; none for a child who has the flag already, so that a list taken twice sets it once.
pub(super) async fn following(
    records: &Records,
    school: &SchoolId,
    held: &held::Pupils,
    plan: &PupilPlan,
) -> Result<Vec<(ChildId, PermissionEvent)>, Problem> {
    let namesakes = namesakes(held, plan);
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
            PermissionEvent::DoNotPhotograph { .. } | PermissionEvent::Decided(_) => None,
        });
        flags.extend(by.map(|by| (new, by)));
    }
    let set = |(child, by): (&ChildId, StaffId)| (child.clone(), PermissionEvent::DoNotPhotograph { set: true, by });
    Ok(flags.into_iter().map(set).collect())
}

/// Whoever is new, each with an entry of the same name that is not in the list under that name any more. Whoever comes
/// back has an entry of their own, where the lead has decided about earlier namesakes: so only with one who was here until
/// now.
fn namesakes<'a>(held: &'a held::Pupils, plan: &'a PupilPlan) -> Vec<(&'a ChildId, &'a ChildId)> {
    let coming = plan.changes.iter().filter(|change| matches!(change.kind, Kind::Added | Kind::Returned));
    let coming: Vec<_> =
        coming.filter_map(|change| Some((&change.child, change.kind, names(&change.after.as_ref()?.name)))).collect();
    if coming.is_empty() {
        return Vec::new();
    }
    let unchanged: BTreeSet<&ChildId> = plan.unchanged.iter().collect();
    let renamed: BTreeMap<&ChildId, &PersonName> =
        plan.changes.iter().filter_map(|change| Some((&change.child, &change.after.as_ref()?.name))).collect();
    let mut gone: BTreeMap<String, Vec<(&ChildId, bool)>> = BTreeMap::new();
    for (child, facts, has_left) in held.listed() {
        let before = names(&facts.name);
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

/// The full name as it is compared: with the legal forename, and with the one they are called by, which a list may lack.
fn names(name: &PersonName) -> BTreeSet<String> {
    let legal = format!("{} {}", name.forename.reveal(), name.surname.reveal());
    [legal, name.full()].iter().map(|name| without_title(name)).filter(|name| !name.is_empty()).collect()
}
