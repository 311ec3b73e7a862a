//! Parents whom a program lists: for a pupil about whom something is recorded, they wait until a member of the office has
//! looked. Written before anything else of the list, so that a crash never lets somebody in.

use futures::future::try_join_all;
use people_lists::{ContactChange, ContactPlan, Listing};
use reception::Problem;
use records::{ParentCheckEvent, ParentChecks, Records};
use school_types::{ChildId, ContactId, OperationId, SchoolId};

/// How many pupils are looked at at the same time.
const AT_ONCE: usize = 128;

/// Holds back every contact who by this plan would newly be a parent of a pupil about whom something is recorded, or would
/// sign in as one with another email address.
pub(super) async fn hold_back(
    records: &Records,
    school: &SchoolId,
    plan: &ContactPlan,
    operation: &OperationId,
) -> Result<(), Problem> {
    let new: Vec<(ContactId, ChildId)> = plan.changes.iter().flat_map(newly_parent).collect();
    let mut held = Vec::new();
    for portion in new.chunks(AT_ONCE) {
        let recorded = portion.iter().map(|(_, child)| records.is_anything_recorded(school, child));
        let recorded = try_join_all(recorded).await?;
        held.extend(portion.iter().zip(recorded).filter(|(_, recorded)| *recorded).map(|(pair, _)| pair.clone()));
    }
    if !held.is_empty() {
        let checks = records.parent_checks(school);
        checks.append(&ParentCheckEvent::Listed(held), Some(operation)).await?;
        checks.refresh::<ParentChecks>().await?;
    }
    Ok(())
}

/// Of which pupils the contact was no parent before, or not with this address.
fn newly_parent(change: &ContactChange) -> impl Iterator<Item = (ContactId, ChildId)> {
    let before = change.before.as_ref();
    let email = |entry: Option<&people_lists::ContactEntry>| entry.and_then(|entry| entry.email.clone());
    let other_address = email(change.after.as_ref()).is_some_and(|after| email(before) != Some(after));
    let was_parent = move |child: &ChildId| {
        let listings = before.map_or(&[][..], |entry| &entry.listings);
        listings.iter().any(|listing| listing.child == *child && listing.parental_responsibility)
    };
    let is_new =
        move |listing: &&Listing| listing.parental_responsibility && (other_address || !was_parent(&listing.child));
    let after = change.after.as_ref().map_or(&[][..], |entry| &entry.listings);
    after.iter().filter(is_new).map(|listing| (change.contact.clone(), listing.child.clone()))
}
