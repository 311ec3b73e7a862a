//! What taking a list would change, for each kind of list.

use people_lists::{
    Absent, Behind, ContactPlan, ContactRow, FileProblem, Kind, List, PupilIndex, PupilPlan, PupilRow, Reading,
    Rejected, Remark, StaffPlan, StaffRow, Table, WhyKept, contacts, pupils, staff,
};
use reception::Problem;
use records::{ImportCounts, Imports, PeopleList, Records, child_id, contact_id, staff_id};
use school_types::{KeyStage, SchoolId};

use super::held;

/// A list that somebody brings to a school.
pub(crate) struct Brought<'a> {
    /// The records, asked by whoever brings it.
    pub(crate) records: &'a Records,
    /// The school.
    pub(crate) school: &'a SchoolId,
    /// Which list.
    pub(crate) list: List,
    /// Its rows.
    pub(crate) table: &'a Table,
    /// The key stages the school teaches.
    pub(crate) stages: &'a [KeyStage],
    /// What becomes of who is not in it.
    pub(crate) absent: Absent,
    /// Who brings it.
    pub(crate) by: By,
    /// Whether whoever brings it says that pupils with another number are who their name says.
    pub(crate) match_names: bool,
    /// Whether whoever brings it says that it is right where it undoes what the office changed by hand.
    pub(crate) undo_hand_edits: bool,
}

/// Who brings a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// An administrator, who may give every role.
    Administrator,
    /// Another member of the office.
    Office,
    /// A program, at whose list nobody has looked.
    Program,
}

/// What taking it would change, as things stood at a moment.
pub(crate) struct Plan {
    /// What it would change.
    pub(crate) planned: Planned,
    /// How much of the school's taking of lists had happened then.
    pub(crate) imports: u64,
}

/// What taking it would change.
pub(crate) enum Planned {
    /// Of pupils.
    Pupils(held::Pupils, Reading<PupilRow>, PupilPlan),
    /// Of contacts.
    Contacts(Box<held::Contacts>, Reading<ContactRow>, ContactPlan),
    /// Of staff.
    Staff(Reading<StaffRow>, StaffPlan),
}

/// What stands above a plan, for whoever looks at it.
pub(crate) struct Around<'a> {
    /// Rows that say again what another says.
    pub(crate) repeated: usize,
    /// Lines of rows that are about nobody.
    pub(crate) ignored: &'a [u32],
    /// What there is to say of rows that can be taken.
    pub(crate) remarks: &'a [Remark],
    /// Headings nothing is taken from.
    pub(crate) unused: &'a [String],
    /// The header's cells.
    pub(crate) header: &'a [String],
}

/// Whether a table can be read as this list at all, before anything is asked of the store.
pub(crate) fn check(list: List, table: &Table) -> Result<(), FileProblem> {
    match list {
        List::Pupils => pupils(table).map(drop),
        List::Contacts => {
            let nobody = school_types::ChildId::from_bytes([0; school_types::ChildId::BYTES]);
            contacts(table, &PupilIndex::default(), |_| nobody.clone()).map(drop)
        }
        List::Staff => staff(table).map(drop),
    }
}

/// The list, as the audit trail calls it.
pub(crate) const fn recorded(list: List) -> PeopleList {
    match list {
        List::Pupils => PeopleList::Pupils,
        List::Contacts => PeopleList::Contacts,
        List::Staff => PeopleList::Staff,
    }
}

impl Brought<'_> {
    /// Reads what the school holds, and compares.
    pub(crate) async fn plan(&self) -> Result<Result<Plan, FileProblem>, Problem> {
        // Before anything else, so that a list taken meanwhile is noticed.
        let imports = self.records.imports(self.school).fold::<Imports>().await?.upto();
        Ok(self.planned().await?.map(|planned| Plan { planned, imports }))
    }

    async fn planned(&self) -> Result<Result<Planned, FileProblem>, Problem> {
        let Self { records, school, table, absent, .. } = self;
        let vault = records.vault();
        let child = |number: &str| child_id(vault, school, number);
        Ok(match self.list {
            List::Pupils => match pupils(table) {
                Err(problem) => Err(problem),
                Ok(mut reading) => {
                    reading.note_years_not_taught(self.stages);
                    let held = held::Pupils::read(records, school).await?;
                    let plan = match self.match_names {
                        true => PupilPlan::matching_names(&reading, &held.held(), *absent, child),
                        false => PupilPlan::of(&reading, &held.held(), *absent, child),
                    };
                    Ok(Planned::Pupils(held, reading, plan))
                }
            },
            List::Contacts => {
                let held = held::Contacts::read(records, school).await?;
                contacts(table, &held.pupils.index(), child).map(|reading| {
                    let new = |identity: &str| contact_id(vault, school, identity);
                    let known = held.held();
                    let plan = ContactPlan::of(&reading, &known, *absent, new);
                    let plan = if self.undo_hand_edits { plan } else { plan.keeping_hand_edits(&known) };
                    Planned::Contacts(Box::new(held), reading, plan)
                })
            }
            List::Staff => match staff(table) {
                Err(problem) => Err(problem),
                Ok(reading) => {
                    let held = held::staff(records, school).await?;
                    let new = |number: &str| staff_id(vault, school, number);
                    let plan = StaffPlan::of(table, &reading, &held, *absent, self.by == By::Administrator, new);
                    Ok(Planned::Staff(reading, plan))
                }
            },
        })
    }
}

impl Planned {
    /// The numbers.
    pub(crate) fn counts(&self) -> ImportCounts {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let of = |count: &dyn Fn(Kind) -> usize, unchanged: usize| ImportCounts {
            added: number(count(Kind::Added)),
            changed: number(count(Kind::Changed)),
            moved: number(count(Kind::Moved)),
            left: number(count(Kind::Left)),
            returned: number(count(Kind::Returned)),
            unchanged: number(unchanged),
            rejected: number(self.rejected().len()),
        };
        match self {
            Self::Pupils(.., plan) => of(&|kind| plan.count(kind), plan.unchanged.len()),
            Self::Contacts(.., plan) => of(&|kind| plan.count(kind), plan.unchanged.len()),
            Self::Staff(.., plan) => of(&|kind| plan.count(kind), plan.unchanged.len()),
        }
    }

    /// How many changes there are.
    pub(crate) fn changes(&self) -> usize {
        match self {
            Self::Pupils(.., plan) => plan.changes.len(),
            Self::Contacts(.., plan) => plan.changes.len(),
            Self::Staff(.., plan) => plan.changes.len(),
        }
    }

    /// Whether so many would leave that whoever takes it must say so.
    pub(crate) fn many_leave(&self) -> bool {
        match self {
            Self::Pupils(.., plan) => plan.many_leave(),
            Self::Contacts(.., plan) => plan.many_leave(),
            Self::Staff(.., plan) => plan.many_leave(),
        }
    }

    /// How many pupils come under another number than they are held under.
    pub(crate) fn rekeyed(&self) -> usize {
        match self {
            Self::Pupils(.., plan) => plan.rekeyed.len(),
            Self::Contacts(..) | Self::Staff(..) => 0,
        }
    }

    /// Whether that is so of most of the list, which then has another number for everybody.
    pub(crate) fn is_rekeyed(&self) -> bool {
        matches!(self, Self::Pupils(.., plan) if plan.is_rekeyed())
    }

    /// What it says as it was before the office changed it by hand.
    pub(crate) fn behind(&self) -> &[Behind] {
        match self {
            Self::Contacts(.., plan) => &plan.behind,
            Self::Pupils(..) | Self::Staff(..) => &[],
        }
    }

    /// The rows that cannot be taken, in the order of their lines.
    pub(crate) fn rejected(&self) -> Vec<&Rejected> {
        let (first, second): (&[Rejected], &[Rejected]) = match self {
            Self::Pupils(_, reading, _) => (&reading.rejected, &[]),
            Self::Contacts(_, reading, _) => (&reading.rejected, &[]),
            Self::Staff(reading, plan) => (&reading.rejected, &plan.rejected),
        };
        let mut rejected: Vec<&Rejected> = first.iter().chain(second).collect();
        rejected.sort_by_key(|rejected| rejected.row.line);
        rejected
    }

    /// Who stays though no row that can be taken is theirs, for this reason.
    pub(crate) fn kept(&self, reason: WhyKept) -> usize {
        match self {
            Self::Pupils(.., plan) => plan.kept.iter().filter(|kept| kept.why == reason).count(),
            Self::Contacts(.., plan) => plan.kept.iter().filter(|(_, why)| *why == reason).count(),
            Self::Staff(.., plan) => plan.kept.iter().filter(|(_, why)| *why == reason).count(),
        }
    }

    /// What else was found in the file.
    pub(crate) fn around(&self) -> Around<'_> {
        fn of<T>(reading: &Reading<T>) -> Around<'_> {
            Around {
                repeated: reading.repeated,
                ignored: &reading.ignored,
                remarks: &reading.remarks,
                unused: &reading.unused,
                header: &reading.header.cells,
            }
        }
        match self {
            Self::Pupils(_, reading, _) => of(reading),
            Self::Contacts(_, reading, _) => of(reading),
            Self::Staff(reading, _) => of(reading),
        }
    }
}
