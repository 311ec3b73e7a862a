//! Pupils as pages of the office read them: many at once, in bounded portions, all reads of a portion at the same time.

use permission_rules::ChildPermissions;
use reception::{Colleague, Problem};
use records::{Child, ChildFacts, Roll};
use school_types::{ChildId, ClassId, ContactId, Date, KeyStage, YearGroup};
use web::Refusal;
use words::Words;

/// A pupil's entry.
pub(crate) struct Entry {
    pub(crate) id: ChildId,
    pub(crate) facts: ChildFacts,
    /// The last day of one who has left.
    pub(crate) left: Option<Date>,
    /// Who holds parental responsibility.
    pub(crate) holders: Vec<ContactId>,
}

impl Entry {
    /// The entry, unless nothing is listed under this id.
    pub(crate) fn of(id: ChildId, child: &Child) -> Option<Self> {
        let facts = child.facts()?.clone();
        Some(Self { id, facts, left: child.left(), holders: child.holders() })
    }

    /// The first name the pupil is called by.
    pub(crate) fn called(&self) -> &str {
        self.facts.name.called()
    }

    /// As lists have it: `Okafor, Maya`.
    pub(crate) fn listed(&self) -> String {
        match self.facts.name.known_surname() {
            "" => self.called().to_owned(),
            surname => format!("{surname}, {}", self.called()),
        }
    }
}

/// A pupil with everything said.
pub(crate) struct Pupil {
    pub(crate) entry: Entry,
    pub(crate) permissions: ChildPermissions,
}

/// The entries of pupils, for those who see no decisions.
pub(crate) async fn entries(colleague: &Colleague<'_, '_>, ids: &[ChildId]) -> Result<Vec<Entry>, Problem> {
    let children = colleague.records().children(colleague.school()?, ids).await?;
    Ok(children.into_iter().filter_map(|(id, child)| Entry::of(id, &child)).collect())
}

/// Pupils with everything said about them.
pub(crate) async fn pupils(colleague: &Colleague<'_, '_>, ids: &[ChildId]) -> Result<Vec<Pupil>, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let (children, said) = futures::try_join!(records.children(school, ids), records.permissions(school, ids))?;
    let both = children.into_iter().zip(said);
    let pupil = |((id, child), (_, permissions))| Some(Pupil { entry: Entry::of(id, &child)?, permissions });
    Ok(both.filter_map(pupil).collect())
}

/// The school's roll.
pub(crate) async fn roll(colleague: &Colleague<'_, '_>) -> Result<Roll, Problem> {
    Ok(colleague.records().roll(colleague.school()?).fold::<Roll>().await?.value)
}

/// A class of the school.
pub(crate) struct Class {
    pub(crate) id: ClassId,
    pub(crate) name: String,
    /// How many pupils it has.
    pub(crate) pupils: u64,
}

/// The classes that have pupils, in the order people expect.
pub(crate) fn classes(colleague: &Colleague<'_, '_>, roll: &Roll) -> Result<Vec<Class>, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let class = |(name, pupils): (&str, usize)| Class {
        id: records.class_id(school, name),
        name: name.to_owned(),
        pupils: pupils as u64,
    };
    Ok(roll.classes().into_iter().map(class).collect())
}

/// A class by its id, and who is in it.
///
/// # Errors
/// [`Refusal::NotFound`] when no class of the school has this id.
pub(crate) async fn class(colleague: &Colleague<'_, '_>, id: &ClassId) -> Result<(Class, Vec<ChildId>), Problem> {
    let roll = roll(colleague).await?;
    let class = classes(colleague, &roll)?.into_iter().find(|class| class.id == *id).ok_or(Refusal::NotFound)?;
    let ids = roll.present().filter(|(_, name)| *name == class.name).map(|(child, _)| child.clone()).collect();
    Ok((class, ids))
}

/// A class and year group as a line under a name: `3B, Year 3`.
pub(crate) fn place(w: Words, facts: &ChildFacts) -> String {
    format!("{}, {}", facts.class.reveal(), year(w, facts.year_group.number()))
}

/// The year groups a school teaches, by the key stages of its profile, the youngest first; and `also`, of whoever is in another.
pub(crate) fn years_taught(stages: &[KeyStage], also: Option<YearGroup>) -> Vec<YearGroup> {
    let all = (-1..=14).filter_map(YearGroup::new);
    all.filter(|year| stages.contains(&year.usual_key_stage()) || also == Some(*year)).collect()
}

/// A year group in words.
pub(crate) fn year(w: Words, number: i8) -> String {
    match number {
        ..=-1 => w.office_year_nursery().to_owned(),
        0 => w.office_year_reception().to_owned(),
        number => w.office_year(&number.to_string()),
    }
}
