//! From a pupil whose paper form was typed in to the next one on the pile.

use permission_rules::{Answering, by_surname};
use reception::{Colleague, Problem};
use school_types::ChildId;
use web::{Refusal, Response};

use crate::pupils::{self, Pupil};

/// Leads to the form of the next pupil of whom something is still to be answered: of the same class first, because that is how
/// forms come back; then by year and class. Where nobody is left, to the list, which says so.
pub(super) async fn lead_on(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let roll = pupils::roll(colleague).await?;
    let class = roll.get(id).ok_or(Refusal::NotFound)?.class.reveal().clone();
    let class_mates = |child: &ChildId| roll.get(child).is_some_and(|on| *on.class.reveal() == class);
    let (mates, mut others): (Vec<ChildId>, Vec<ChildId>) =
        roll.present().map(|(child, _)| child.clone()).partition(class_mates);
    // From where they would stand.
    others.push(id.clone());
    for ids in [mates, others] {
        if let Some(next) = next(colleague, id, &ids).await? {
            return Ok(web::see_other(&guest.at(&format!("office/children/{next}/decide"))?)?);
        }
    }
    Ok(web::see_other(&guest.at("office/children?show=open")?)?)
}

/// Whoever comes after `id` in the order of registers, and else whoever comes first.
async fn next(colleague: &Colleague<'_, '_>, id: &ChildId, ids: &[ChildId]) -> Result<Option<ChildId>, Problem> {
    let purposes = &colleague.guest().school()?.profile().purposes;
    let mut all = pupils::pupils(colleague, ids).await?;
    all.sort_by_cached_key(|Pupil { entry, .. }| {
        (entry.facts.year_group, entry.facts.class.reveal().clone(), by_surname(&entry.facts.name))
    });
    // Where nobody is listed who may decide, there is no form to type in.
    let is_open = |pupil: &&Pupil| {
        let Pupil { entry, permissions } = pupil;
        let answering = permissions.answering(purposes, &entry.holders);
        entry.id != *id && entry.left.is_none() && !entry.holders.is_empty() && answering != Answering::All
    };
    let here = all.iter().position(|pupil| pupil.entry.id == *id).unwrap_or(0);
    let (before, after) = all.split_at(here);
    Ok(after.iter().chain(before).find(is_open).map(|pupil| pupil.entry.id.clone()))
}
