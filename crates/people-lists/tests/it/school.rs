//! A school that takes lists: what it holds, and what a plan makes of it.

use people_lists::{
    Absent, ContactPlan, HeldChild, HeldContact, HeldPupil, HeldStaff, Kind, Listing, PupilIndex, PupilPlan, Reading,
    StaffPlan, Table, read,
};
use school_types::{ChildId, ContactId, StaffId};

/// Ten bytes that depend on every byte of `text`, as a keyed hash does.
pub(crate) fn ten(text: &str) -> [u8; 10] {
    let mut bytes = [0; 10];
    for (seed, half) in (1_u64..).zip(bytes.chunks_mut(5)) {
        let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325 ^ seed, fold);
        half.copy_from_slice(&hash.to_be_bytes()[..5]);
    }
    bytes
}

pub(crate) fn child(number: &str) -> ChildId {
    ChildId::from_bytes(ten(number))
}

pub(crate) fn contact(identity: &str) -> ContactId {
    ContactId::from_bytes(ten(identity))
}

pub(crate) fn staff(number: &str) -> StaffId {
    StaffId::from_bytes(ten(number))
}

/// What a school holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct School {
    pub(crate) pupils: Vec<HeldPupil>,
    pub(crate) contacts: Vec<HeldContact>,
    pub(crate) staff: Vec<HeldStaff>,
}

pub(crate) fn table(text: &str) -> Table {
    read(text.as_bytes()).unwrap()
}

impl School {
    /// A school that took this list of pupils.
    pub(crate) fn with_pupils(text: &str) -> Self {
        let mut school = Self::default();
        school.take_pupils(text, Absent::Leave);
        school
    }

    pub(crate) fn pupils_plan(&self, table: &Table, absent: Absent) -> PupilPlan {
        PupilPlan::of(&people_lists::pupils(table).unwrap(), &self.pupils, absent, child)
    }

    pub(crate) fn take_pupils(&mut self, text: &str, absent: Absent) -> PupilPlan {
        let plan = self.pupils_plan(&table(text), absent);
        self.apply_pupils(&plan);
        plan
    }

    pub(crate) fn apply_pupils(&mut self, plan: &PupilPlan) {
        for change in &plan.changes {
            let at = self.pupils.iter().position(|held| held.child == change.child);
            match (at, &change.after) {
                (Some(at), Some(entry)) => {
                    self.pupils[at] = HeldPupil { entry: entry.clone(), has_left: false, ..self.pupils[at].clone() };
                }
                (Some(at), None) => self.pupils[at].has_left = true,
                (None, Some(entry)) => {
                    self.pupils.push(HeldPupil { child: change.child.clone(), entry: entry.clone(), has_left: false });
                }
                (None, None) => unreachable!("nobody leaves who was not there"),
            }
        }
        for held in &mut self.contacts {
            for listing in &mut held.entry.listings {
                listing.has_left = self.pupils.iter().any(|pupil| pupil.child == listing.child && pupil.has_left);
            }
        }
    }

    pub(crate) fn index(&self) -> PupilIndex {
        PupilIndex::of(self.pupils.iter().map(|held| HeldChild {
            child: held.child.clone(),
            number: held.entry.number.clone(),
            has_left: held.has_left,
        }))
    }

    pub(crate) fn contacts_reading(&self, table: &Table) -> Reading<people_lists::ContactRow> {
        people_lists::contacts(table, &self.index(), child).unwrap()
    }

    pub(crate) fn contacts_plan(&self, table: &Table, absent: Absent) -> ContactPlan {
        ContactPlan::of(&self.contacts_reading(table), &self.contacts, absent, contact)
    }

    pub(crate) fn take_contacts(&mut self, text: &str, absent: Absent) -> ContactPlan {
        let plan = self.contacts_plan(&table(text), absent);
        self.apply_contacts(&plan);
        plan
    }

    pub(crate) fn apply_contacts(&mut self, plan: &ContactPlan) {
        for change in &plan.changes {
            self.contacts.retain(|held| held.contact != change.contact);
            if let Some(entry) = &change.after {
                let by_hand = people_lists::ByHand::default();
                self.contacts.push(HeldContact { contact: change.contact.clone(), entry: entry.clone(), by_hand });
            }
        }
    }

    pub(crate) fn named(&self, name: &str) -> &HeldContact {
        self.contacts.iter().find(|held| held.entry.name.reveal() == name).unwrap()
    }

    /// Who is listed for a pupil, in the order of their names.
    pub(crate) fn listed(&self, number: &str) -> Vec<&str> {
        let of_child = |listing: &Listing| listing.child == child(number);
        let held = self.contacts.iter().filter(|held| held.entry.listings.iter().any(of_child));
        let mut names: Vec<&str> = held.map(|held| held.entry.name.reveal().as_str()).collect();
        names.sort_unstable();
        names
    }

    pub(crate) fn staff_plan(&self, table: &Table, absent: Absent, by_administrator: bool) -> StaffPlan {
        let reading = people_lists::staff(table).unwrap();
        StaffPlan::of(table, &reading, &self.staff, absent, by_administrator, staff)
    }

    pub(crate) fn take_staff(&mut self, text: &str, absent: Absent, by_administrator: bool) -> StaffPlan {
        let plan = self.staff_plan(&table(text), absent, by_administrator);
        for change in &plan.changes {
            self.staff.retain(|held| held.staff != change.staff);
            if let Some(entry) = &change.after {
                self.staff.push(HeldStaff { staff: change.staff.clone(), entry: entry.clone() });
            }
        }
        plan
    }
}

/// How many changes there are of each kind: added, changed, moved, left, returned.
pub(crate) fn counts(count: impl Fn(Kind) -> usize) -> [usize; 5] {
    [Kind::Added, Kind::Changed, Kind::Moved, Kind::Left, Kind::Returned].map(count)
}
