//! What taking a list of staff would change.

use std::collections::{BTreeMap, BTreeSet};

use school_types::{Redacted, Role, StaffId};

use crate::{
    Absent, Code, Column, Kind, Problem, Reading, Rejected, StaffRow, Table, Taken, WhyKept, names,
    reading::{About, Rows},
};

/// Roles that see or may do more than the office: only an administrator gives or takes them.
const HIGHER: [Role; 4] = [Role::SafeguardingLead, Role::Head, Role::Chair, Role::Administrator];

/// A member of staff as the school holds them now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldStaff {
    /// The member of staff.
    pub staff: StaffId,
    /// What is held.
    pub entry: StaffEntry,
}

/// What is held of a member of staff, as far as the list of staff says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffEntry {
    /// Their name.
    pub name: Redacted<String>,
    /// Their roles, in order.
    pub roles: Vec<Role>,
    /// What they sign in with.
    pub email: Redacted<String>,
    /// Their own classes, in order.
    pub classes: Vec<Redacted<String>>,
}

/// One member of staff's change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffChange {
    /// The member of staff.
    pub staff: StaffId,
    /// What kind of change it is.
    pub kind: Kind,
    /// What differs; empty for who is added or leaves.
    pub fields: Vec<Column>,
    /// What was held before.
    pub before: Option<StaffEntry>,
    /// What is held afterwards; none for who leaves.
    pub after: Option<StaffEntry>,
}

/// What taking a list of staff would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffPlan {
    /// The changes: who leaves last, the others in the order of their lines.
    pub changes: Vec<StaffChange>,
    /// Who is in the file and the same as before.
    pub unchanged: Vec<StaffId>,
    /// Who is not among the rows taken and stays.
    pub kept: Vec<(StaffId, WhyKept)>,
    /// Rows that read well and cannot be taken as things stand.
    pub rejected: Vec<Rejected>,
    /// How many held an account before.
    pub listed: usize,
}

impl StaffPlan {
    /// What taking `reading` of `table` would change of what is `held`. Somebody is found by their number in the school's
    /// system (`id_of` makes the id of a number), else by their e-mail address. `by_administrator` says whether an
    /// administrator takes the list. Who holds one of the roles that only an administrator takes never leaves because a
    /// list lacks them; nor do governors, whom no staff system lists.
    pub fn of(
        table: &Table,
        reading: &Reading<StaffRow>,
        held: &[HeldStaff],
        absent: Absent,
        by_administrator: bool,
        id_of: impl Fn(&str) -> StaffId,
    ) -> Self {
        let by_id: BTreeMap<&StaffId, &HeldStaff> = held.iter().map(|held| (&held.staff, held)).collect();
        let by_email: BTreeMap<&String, &HeldStaff> =
            held.iter().map(|held| (held.entry.email.reveal(), held)).collect();
        let known: Vec<Option<&HeldStaff>> = reading
            .taken
            .iter()
            .map(|Taken { row, .. }| {
                let exact = by_id.get(&id_of(row.number.reveal())).copied();
                exact.or_else(|| by_email.get(row.email.reveal()).copied())
            })
            .collect();
        let mut plan = Self { listed: held.len(), ..Self::default() };
        let (mut rows, mut seen, mut unclear) = (Rows::<StaffRow>::new(), BTreeSet::new(), false);
        let refused = refused(reading, &known, &by_email, by_administrator);
        for ((Taken { line, row }, known), refused) in reading.taken.iter().zip(&known).zip(refused) {
            seen.extend(known.map(|known| &known.staff));
            match refused {
                Some(problem) => rows.reject(table, *line, problem, About::Number(row.number.clone())),
                None => plan.take(row, *known, id_of(row.number.reveal())),
            }
        }
        plan.rejected = rows.rejected;
        for row in &reading.rejected {
            let number = match &row.about {
                About::Number(number) => by_id.get_key_value(&id_of(number.reveal())).map(|(staff, _)| *staff),
                _ => None,
            };
            // Somebody may be held under no number, or another.
            unclear |= number.is_none();
            seen.extend(number);
        }
        for held in held.iter().filter(|held| !seen.contains(&held.staff)) {
            let own = held.entry.roles.iter().any(|role| HIGHER.contains(role) || *role == Role::Governor);
            let why = match absent {
                Absent::Leave if own => WhyKept::PartOfList,
                Absent::Leave if unclear => WhyKept::RowUnclear,
                Absent::Keep => WhyKept::PartOfList,
                Absent::Leave => {
                    plan.changes.push(StaffChange {
                        staff: held.staff.clone(),
                        kind: Kind::Left,
                        fields: Vec::new(),
                        before: Some(held.entry.clone()),
                        after: None,
                    });
                    continue;
                }
            };
            plan.kept.push((held.staff.clone(), why));
        }
        plan
    }

    fn take(&mut self, row: &StaffRow, known: Option<&HeldStaff>, new: StaffId) {
        let same_name = |held: &&HeldStaff| {
            row.in_capitals && names::normal(held.entry.name.reveal()) == names::normal(row.name.reveal())
        };
        let after = StaffEntry {
            name: known.filter(same_name).map_or_else(|| row.name.clone(), |held| held.entry.name.clone()),
            roles: row.roles.clone(),
            email: row.email.clone(),
            classes: row.classes.clone().or_else(|| Some(known?.entry.classes.clone())).unwrap_or_default(),
        };
        let Some(held) = known else {
            let change =
                StaffChange { staff: new, kind: Kind::Added, fields: Vec::new(), before: None, after: Some(after) };
            return self.changes.push(change);
        };
        let fields = held.entry.differences(&after);
        if fields.is_empty() {
            return self.unchanged.push(held.staff.clone());
        }
        let (before, after) = (Some(held.entry.clone()), Some(after));
        self.changes.push(StaffChange { staff: held.staff.clone(), kind: Kind::Changed, fields, before, after });
    }

    /// How many changes there are of this kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }

    /// Whether more than a fifth of the accounts would be closed.
    pub fn many_leave(&self) -> bool {
        self.count(Kind::Left) * 5 > self.listed
    }
}

impl StaffEntry {
    fn differences(&self, other: &Self) -> Vec<Column> {
        [
            (Column::Name, self.name != other.name),
            (Column::Role, self.roles != other.roles),
            (Column::Email, self.email != other.email),
            (Column::Class, self.classes != other.classes),
        ]
        .into_iter()
        .filter_map(|(column, differs)| differs.then_some(column))
        .collect()
    }
}

/// What refuses each row, if anything: a role that needs an administrator, or an address that somebody else signs in
/// with. Who is given another address by a row that is taken frees the old one.
fn refused(
    reading: &Reading<StaffRow>,
    known: &[Option<&HeldStaff>],
    by_email: &BTreeMap<&String, &HeldStaff>,
    by_administrator: bool,
) -> Vec<Option<Problem>> {
    let rows = || reading.taken.iter().map(|taken| &taken.row).zip(known);
    let role = Problem { column: Some(Column::Role), code: Code::RoleNeedsAdministrator };
    let mut refused: Vec<Option<Problem>> =
        rows().map(|(row, known)| (!by_administrator && needs_administrator(row, *known)).then_some(role)).collect();
    let taken = Problem { column: Some(Column::Email), code: Code::EmailTaken };
    loop {
        let frees = |owner: &HeldStaff, refused: &[Option<Problem>]| {
            rows().zip(refused).any(|((row, known), refused)| {
                refused.is_none()
                    && row.email != owner.entry.email
                    && known.is_some_and(|known| known.staff == owner.staff)
            })
        };
        let found: Vec<usize> = rows()
            .enumerate()
            .filter(|(place, (row, known))| {
                let owner = by_email.get(row.email.reveal());
                let others = owner.is_some_and(|owner| {
                    let own = known.is_some_and(|known| known.staff == owner.staff);
                    !own && !frees(owner, &refused)
                });
                // Found by the address, while another row is theirs by the number.
                let double = known.is_some_and(|held| {
                    held.entry.email == row.email
                        && rows().enumerate().any(|(other, (theirs, known))| {
                            other != *place
                                && theirs.email != row.email
                                && known.is_some_and(|known| known.staff == held.staff)
                        })
                });
                refused[*place].is_none() && (others || double)
            })
            .map(|(place, _)| place)
            .collect();
        if found.is_empty() {
            return refused;
        }
        for place in found {
            refused[place] = Some(taken);
        }
    }
}

/// Whether the row gives or takes a higher role, or gives somebody who holds one another address.
fn needs_administrator(row: &StaffRow, known: Option<&HeldStaff>) -> bool {
    let held: &[Role] = known.map_or(&[], |held| &held.entry.roles);
    let differs = HIGHER.iter().any(|role| row.roles.contains(role) != held.contains(role));
    let holds = HIGHER.iter().any(|role| held.contains(role));
    differs || (holds && known.is_some_and(|held| held.entry.email != row.email))
}
