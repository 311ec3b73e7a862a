//! Families as the office writes to them: the adults who decide, each once, with all their children at the school.

use std::collections::{BTreeMap, BTreeSet};

use permission_rules::Answering;
use reception::{Colleague, Problem};
use records::Mailings;
use school_types::{ChildId, ContactId, Language};

use super::group::{Group, in_class_order};
use crate::pupils::{self, Class, Pupil};

/// Somebody who decides about a pupil.
pub(crate) struct Adult {
    pub(crate) id: ContactId,
    pub(crate) name: String,
    pub(crate) e_mail: Option<String>,
    /// They have answered everything about all of them themselves.
    pub(crate) has_answered: bool,
    /// Of each of them everything is answered, by whomever.
    pub(crate) family_has_answered: bool,
    /// The language in which they last answered on their own page.
    pub(crate) language: Option<Language>,
    /// Their children who are at the school, in the order of classes.
    pub(crate) children: Vec<ChildId>,
}

/// The families of a group.
pub(crate) struct Families {
    /// The pupils of the group, in the order of classes.
    pub(crate) pupils: Vec<ChildId>,
    /// Who decides about one of them, each once, in the order of the pupils.
    pub(crate) adults: Vec<Adult>,
    /// Everybody who was read: the pupils, and their brothers and sisters.
    pub(crate) known: BTreeMap<ChildId, Pupil>,
}

/// What writing to families begins with.
pub(crate) struct School {
    pub(crate) roll: records::Roll,
    pub(crate) classes: Vec<Class>,
}

impl School {
    /// The roll and its classes.
    pub(crate) async fn of(colleague: &Colleague<'_, '_>) -> Result<Self, Problem> {
        let roll = pupils::roll(colleague).await?;
        let classes = pupils::classes(colleague, &roll)?;
        Ok(Self { roll, classes })
    }
}

/// Reads the families of `group`; of those whose pupils were `chosen`, where somebody chose.
pub(crate) async fn gather(
    colleague: &Colleague<'_, '_>,
    school: &School,
    group: &Group,
    chosen: Option<&[ChildId]>,
) -> Result<Families, Problem> {
    let records = colleague.records();
    let purposes = &colleague.guest().school()?.profile().purposes;
    let mut ids = group.candidates(&school.roll, &school.classes);
    if let Some(chosen) = chosen {
        ids.retain(|id| chosen.contains(id));
    }
    let mut of_group = pupils::pupils(colleague, &ids).await?;
    of_group.retain(|pupil| pupil.entry.left.is_none() && group.holds(pupil));
    let who: BTreeSet<ContactId> = of_group.iter().flat_map(|pupil| pupil.entry.holders.iter().cloned()).collect();
    let who: Vec<ContactId> = who.into_iter().collect();
    let contacts = records.contacts(colleague.school()?, &who).await?;
    let contacts: BTreeMap<ContactId, records::ContactFacts> =
        contacts.into_iter().filter_map(|(id, contact)| Some((id, contact.0?))).collect();
    if *group == Group::NoEmail {
        let lacks = |id: &ContactId| contacts.get(id).is_some_and(|facts| facts.e_mail.is_none());
        of_group.retain(|pupil| pupil.entry.holders.iter().any(lacks));
    }
    let not_reached: Option<BTreeSet<ContactId>> = match group {
        Group::NotReached(number) => {
            let sent = records.mailings(colleague.school()?).fold::<Mailings>().await?.value;
            let round = sent.round(*number);
            Some(round.into_iter().flat_map(|round| round.failed()).map(|(contact, _)| contact.clone()).collect())
        }
        _ => None,
    };
    let is_meant = |id: &ContactId| not_reached.as_ref().is_none_or(|not_reached| not_reached.contains(id));
    of_group.retain(|pupil| not_reached.is_none() || pupil.entry.holders.iter().any(is_meant));
    // Brothers and sisters in other classes: a letter names all children of whom it is for.
    let read: BTreeSet<&ChildId> = of_group.iter().map(|pupil| &pupil.entry.id).collect();
    let others: BTreeSet<ChildId> = contacts
        .values()
        .flat_map(|facts| &facts.children)
        .filter(|child| !read.contains(child) && school.roll.get(child).is_some_and(|on| !on.left))
        .cloned()
        .collect();
    let others: Vec<ChildId> = others.into_iter().collect();
    let mut all = pupils::pupils(colleague, &others).await?;
    in_class_order(&mut of_group, &school.classes);
    let pupils: Vec<ChildId> = of_group.iter().map(|pupil| pupil.entry.id.clone()).collect();
    all.extend(of_group);
    in_class_order(&mut all, &school.classes);
    let mut order: Vec<ContactId> = Vec::new();
    let mut seen = BTreeSet::new();
    for id in &pupils {
        let Some(pupil) = all.iter().find(|pupil| pupil.entry.id == *id) else { continue };
        order.extend(pupil.entry.holders.iter().filter(|holder| seen.insert((*holder).clone())).cloned());
    }
    let mut adults = Vec::new();
    for id in order {
        let Some(facts) = contacts.get(&id) else { continue };
        let e_mail = facts.e_mail.as_ref().map(|address| address.reveal().clone());
        if *group == Group::NoEmail && e_mail.is_some() || !is_meant(&id) {
            continue;
        }
        let own: Vec<&Pupil> = all.iter().filter(|pupil| pupil.entry.holders.contains(&id)).collect();
        let is_answered = |pupil: &Pupil, by: &[ContactId]| pupil.permissions.answering(purposes, by) == Answering::All;
        let has_answered = own.iter().all(|pupil| is_answered(pupil, std::slice::from_ref(&id)));
        let family_has_answered = own.iter().all(|pupil| is_answered(pupil, &pupil.entry.holders));
        let language = own.iter().find_map(|pupil| pupil.permissions.language_of(&id));
        let children = own.iter().map(|pupil| pupil.entry.id.clone()).collect();
        let name = facts.name.reveal().clone();
        adults.push(Adult { id, name, e_mail, has_answered, family_has_answered, language, children });
    }
    let known = all.into_iter().map(|pupil| (pupil.entry.id.clone(), pupil)).collect();
    Ok(Families { pupils, adults, known })
}

impl Families {
    /// Names and classes of `children`: `Maya Okafor (3B)`.
    pub(crate) fn names(&self, children: &[ChildId]) -> Vec<String> {
        let name = |pupil: &Pupil| format!("{} ({})", pupil.entry.facts.name.full(), pupil.entry.facts.class.reveal());
        children.iter().filter_map(|child| self.known.get(child)).map(name).collect()
    }
}
