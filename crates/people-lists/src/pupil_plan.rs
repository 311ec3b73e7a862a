//! What taking a list of pupils would change.

use std::collections::{BTreeMap, BTreeSet};

use school_types::{ChildId, KeyStage, PersonName, Redacted, YearGroup};

use crate::{
    Column, Kind, Pairing, PupilRow, Reading, Taken, names,
    reading::About,
    rekeyed::{is_most, rekeyed},
    values,
};

/// What becomes of people who are not in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Absent {
    /// The file is the whole list: who is not in it has left.
    #[default]
    Leave,
    /// The file is a part of the list: who is not in it stays.
    Keep,
}

/// A pupil as the school holds them now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPupil {
    /// The pupil.
    pub child: ChildId,
    /// What is held.
    pub entry: PupilEntry,
    /// Whether they have left.
    pub has_left: bool,
}

/// What is held of a pupil, as far as the list of pupils says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PupilEntry {
    /// The number in the school's own system; blank where it was never kept.
    pub number: Redacted<String>,
    /// The name.
    pub name: PersonName,
    /// The year group.
    pub year_group: YearGroup,
    /// The class.
    pub class: Redacted<String>,
    /// The key stage.
    pub key_stage: KeyStage,
}

/// One pupil's change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PupilChange {
    /// The pupil.
    pub child: ChildId,
    /// What kind of change it is.
    pub kind: Kind,
    /// What differs; empty for who is added or leaves.
    pub fields: Vec<Column>,
    /// What was held before.
    pub before: Option<PupilEntry>,
    /// What is held afterwards; none for who leaves.
    pub after: Option<PupilEntry>,
}

/// A pupil who is not in the file and stays all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The pupil.
    pub child: ChildId,
    /// Why they stay.
    pub why: WhyKept,
}

/// Why somebody who is not among the rows taken stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyKept {
    /// The file is a part of the list.
    PartOfList,
    /// A row that cannot be taken is about them.
    RowRejected,
    /// A row that cannot be taken does not say whom it is about, so it could be about them.
    RowUnclear,
}

/// What taking a list of pupils would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PupilPlan {
    /// The changes: who leaves last, the others in the order of their lines.
    pub changes: Vec<PupilChange>,
    /// Who is in the file and the same as before, in the order of their lines.
    pub unchanged: Vec<ChildId>,
    /// Who is not among the rows taken and stays.
    pub kept: Vec<Kept>,
    /// How many pupils were on the roll before.
    pub on_roll: usize,
    /// Pupils who come under another number than they are held under, by name and class or year: the list may be keyed by
    /// another id. Empty where the plan takes them for the same already.
    pub rekeyed: Vec<Pairing>,
}

impl PupilPlan {
    /// What taking `reading` would change of what is `held`. `id_of` makes the id of a pupil with this number.
    pub fn of(
        reading: &Reading<PupilRow>,
        held: &[HeldPupil],
        absent: Absent,
        id_of: impl Fn(&str) -> ChildId,
    ) -> Self {
        let mut plan = Self::with(reading, held, absent, &BTreeMap::new(), &id_of);
        plan.rekeyed = rekeyed(&plan, held);
        plan
    }

    /// The same where whoever brings the list says that the pupils of [`Self::rekeyed`] are who they seem to be: they keep their
    /// ids, and with them everything that was said, and are known by the number of the list from now on.
    pub fn matching_names(
        reading: &Reading<PupilRow>,
        held: &[HeldPupil],
        absent: Absent,
        id_of: impl Fn(&str) -> ChildId,
    ) -> Self {
        let by_number = Self::of(reading, held, absent, &id_of);
        let same = by_number.rekeyed.into_iter().map(|pair| (pair.number, pair.child)).collect();
        Self::with(reading, held, absent, &same, &id_of)
    }

    fn with(
        reading: &Reading<PupilRow>,
        held: &[HeldPupil],
        absent: Absent,
        same: &BTreeMap<Redacted<String>, ChildId>,
        id_of: &impl Fn(&str) -> ChildId,
    ) -> Self {
        let known = Known::of(held);
        let on_roll = held.iter().filter(|held| !held.has_left).count();
        let mut plan = Self { on_roll, ..Self::default() };
        let mut seen: BTreeSet<&ChildId> = BTreeSet::new();
        for Taken { row, .. } in &reading.taken {
            let paired = same.get(&row.number).and_then(|child| known.by_id.get(child)).copied();
            let found = paired.or_else(|| known.find(row.number.reveal(), id_of));
            match found.filter(|held| seen.insert(&held.child)) {
                Some(held) => plan.take_again(row, held, paired.is_some()),
                None => plan.changes.push(PupilChange {
                    child: id_of(row.number.reveal()),
                    kind: Kind::Added,
                    fields: Vec::new(),
                    before: None,
                    after: Some(row.entry(None)),
                }),
            }
        }
        let mut unclear = false;
        let mut rejected: BTreeSet<&ChildId> = BTreeSet::new();
        for row in &reading.rejected {
            let about = known.about(&row.about, id_of);
            unclear |= about.is_none();
            rejected.extend(about.into_iter().flatten());
        }
        for held in held.iter().filter(|held| !held.has_left && !seen.contains(&held.child)) {
            let why = match absent {
                _ if rejected.contains(&held.child) => WhyKept::RowRejected,
                Absent::Keep => WhyKept::PartOfList,
                Absent::Leave if unclear => WhyKept::RowUnclear,
                Absent::Leave => {
                    plan.changes.push(PupilChange {
                        child: held.child.clone(),
                        kind: Kind::Left,
                        fields: Vec::new(),
                        before: Some(held.entry.clone()),
                        after: None,
                    });
                    continue;
                }
            };
            plan.kept.push(Kept { child: held.child.clone(), why });
        }
        plan
    }

    fn take_again(&mut self, row: &PupilRow, held: &HeldPupil, is_rekeyed: bool) {
        let mut after = row.entry(Some(&held.entry));
        if is_rekeyed {
            after.number = row.number.clone();
        }
        let fields = held.entry.differences(&after);
        let place = [Column::YearGroup, Column::Class, Column::KeyStage];
        let kind = match () {
            () if held.has_left => Kind::Returned,
            () if fields.is_empty() => return self.unchanged.push(held.child.clone()),
            () if fields.iter().all(|field| place.contains(field)) => Kind::Moved,
            () => Kind::Changed,
        };
        let (before, after) = (Some(held.entry.clone()), Some(after));
        self.changes.push(PupilChange { child: held.child.clone(), kind, fields, before, after });
    }

    /// Whether most of those who come and of those who leave are in [`Self::rekeyed`]: the list has another number for
    /// everybody.
    pub fn is_rekeyed(&self) -> bool {
        is_most(self.rekeyed.len(), self.count(Kind::Added), self.count(Kind::Left))
    }

    /// How many changes there are of this kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }

    /// Whether more than a fifth of the roll would leave: more likely the wrong file than the truth.
    pub fn many_leave(&self) -> bool {
        self.count(Kind::Left) * 5 > self.on_roll
    }
}

impl PupilEntry {
    fn differences(&self, other: &Self) -> Vec<Column> {
        let (ours, theirs) = (&self.name, &other.name);
        [
            (Column::Id, !self.number.reveal().is_empty() && self.number != other.number),
            (Column::Forename, ours.forename != theirs.forename),
            (Column::MiddleNames, ours.middle_names != theirs.middle_names),
            (Column::Surname, ours.surname != theirs.surname),
            (Column::PreferredForename, ours.preferred_forename != theirs.preferred_forename),
            (Column::PreferredSurname, ours.preferred_surname != theirs.preferred_surname),
            (Column::YearGroup, self.year_group != other.year_group),
            (Column::Class, self.class != other.class),
            (Column::KeyStage, self.key_stage != other.key_stage),
        ]
        .into_iter()
        .filter_map(|(column, differs)| differs.then_some(column))
        .collect()
    }
}

impl PupilRow {
    /// The entry that the row makes of what is held.
    fn entry(&self, held: Option<&PupilEntry>) -> PupilEntry {
        let usual = self.year_group.usual_key_stage();
        let key_stage = match (self.key_stage, held) {
            (Some(Some(stated)), _) => stated,
            (Some(None), _) | (None, None) => usual,
            // A special school's own choice survives a file that says nothing of key stages.
            (None, Some(held)) if held.key_stage == held.year_group.usual_key_stage() => usual,
            (None, Some(held)) => held.key_stage,
        };
        let middle_names = self.middle_names.clone().or_else(|| Some(held?.name.middle_names.clone()));
        let preferred = match &self.preferred_forename {
            Some(stated) => stated.clone(),
            None => held.and_then(|held| held.name.preferred_forename.clone()),
        };
        let preferred_surname = match &self.preferred_surname {
            Some(stated) => stated.clone(),
            None => held.and_then(|held| held.name.preferred_surname.clone()),
        };
        // What came in capitals says nothing against `MacDonald`.
        let as_held = |stated: &Redacted<String>, held: Option<&Redacted<String>>| match held {
            Some(held) if self.in_capitals && names::normal(held.reveal()) == names::normal(stated.reveal()) => {
                held.clone()
            }
            _ => stated.clone(),
        };
        let number = held.map(|held| held.number.clone()).filter(|number| !number.reveal().is_empty());
        PupilEntry {
            number: number.unwrap_or_else(|| self.number.clone()),
            name: PersonName {
                forename: as_held(&self.forename, held.map(|held| &held.name.forename)),
                middle_names: middle_names.unwrap_or_default(),
                surname: as_held(&self.surname, held.map(|held| &held.name.surname)),
                preferred_forename: preferred,
                preferred_surname,
            },
            year_group: self.year_group,
            class: self.class.clone(),
            key_stage,
        }
    }
}

/// Finds held pupils by number and by name.
struct Known<'h> {
    by_id: BTreeMap<&'h ChildId, &'h HeldPupil>,
    by_number: BTreeMap<String, Option<&'h HeldPupil>>,
    by_name: BTreeMap<String, Vec<&'h ChildId>>,
}

impl<'h> Known<'h> {
    fn of(held: &'h [HeldPupil]) -> Self {
        let mut known = Self { by_id: BTreeMap::new(), by_number: BTreeMap::new(), by_name: BTreeMap::new() };
        for held in held {
            known.by_id.insert(&held.child, held);
            let number = held.entry.number.reveal();
            if !number.is_empty() {
                let same = known.by_number.entry(values::compared(number));
                same.and_modify(|found| *found = None).or_insert(Some(held));
            }
            let name = &held.entry.name;
            for forename in [name.forename.reveal().as_str(), name.called()] {
                let full = names::normal(&format!("{forename} {}", name.surname.reveal()));
                known.by_name.entry(full).or_default().push(&held.child);
            }
        }
        known
    }

    fn find(&self, number: &str, id_of: impl Fn(&str) -> ChildId) -> Option<&'h HeldPupil> {
        let exact = self.by_id.get(&id_of(number)).copied();
        exact.or_else(|| self.by_number.get(&values::compared(number)).copied().flatten())
    }

    /// Whom a row seems to be about: perhaps somebody new; none where it does not say.
    fn about(&self, about: &About, id_of: impl Fn(&str) -> ChildId) -> Option<Vec<&'h ChildId>> {
        match about {
            About::Number(number) => {
                Some(self.find(number.reveal(), id_of).map(|held| &held.child).into_iter().collect())
            }
            // By both: the number may be what is wrong in the row.
            About::Pupil(number, name) => {
                let by_number = number.as_ref().and_then(|number| self.find(number.reveal(), id_of));
                let by_name = self.by_name.get(&names::normal(name.reveal()));
                let found: Vec<&ChildId> = by_number
                    .map(|held| &held.child)
                    .into_iter()
                    .chain(by_name.into_iter().flatten().copied())
                    .collect();
                (number.is_some() || !found.is_empty()).then_some(found)
            }
            About::Child(child) => Some(self.by_id.get_key_value(child).map(|(child, _)| *child).into_iter().collect()),
            About::Nobody => None,
        }
    }
}
