//! Which accounts of staff a school has, which of them administer it, and whose an e-mail address is. Ids only.

use std::collections::BTreeSet;

use futures::future::try_join_all;
use school_types::{SchoolId, StaffId};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};

use crate::{Entry, Place, Records, RecordsError, Staff, Stream, View, normal_address};

/// What can happen to a school's list of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StaffRollEvent {
    /// These have an account: one event, however many.
    Listed(Vec<StaffId>),
    /// These administer the school from now on.
    Administer(Vec<StaffId>),
    /// This one no longer does. It counts only if somebody else still does: of two administrators who take the role from
    /// each other at the same moment, the second does not succeed, and no school is left without any.
    NoLongerAdministers(StaffId),
}

/// A school's staff, also those who have left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRoll {
    /// Everybody who was ever listed.
    pub staff: BTreeSet<StaffId>,
    /// Those who administer the school.
    pub administrators: BTreeSet<StaffId>,
}

impl View for StaffRoll {
    type Event = StaffRollEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<StaffRollEvent>) {
        match &entry.event {
            StaffRollEvent::Listed(staff) => self.staff.extend(staff.iter().cloned()),
            StaffRollEvent::Administer(staff) => self.administrators.extend(staff.iter().cloned()),
            StaffRollEvent::NoLongerAdministers(staff) => {
                if self.administrators.len() > 1 {
                    self.administrators.remove(staff);
                }
            }
        }
    }
}

/// What can happen to an e-mail address at a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StaffAddressEvent {
    /// It is this account's.
    Given(StaffId),
    /// It no longer is.
    TakenAway(StaffId),
}

/// Whose an address is: nobody's or one person's, and for a moment two's while an address passes from one to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StaffAddress(pub BTreeSet<StaffId>);

impl View for StaffAddress {
    type Event = StaffAddressEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<StaffAddressEvent>) {
        match &entry.event {
            StaffAddressEvent::Given(staff) => self.0.insert(staff.clone()),
            StaffAddressEvent::TakenAway(staff) => self.0.remove(staff),
        };
    }
}

impl Records {
    /// The stream of a school's list of staff; folds to [`StaffRoll`].
    pub fn staff_roll(&self, school: &SchoolId) -> Stream<StaffRollEvent> {
        self.stream(Place::of_school(school, Domain::People).part("staff-roll"))
    }

    /// The stream of an address at a school, found without the address standing in a key; folds to [`StaffAddress`].
    pub fn staff_address(&self, school: &SchoolId, e_mail: &str) -> Stream<StaffAddressEvent> {
        let scope = Scope::school(school, Domain::Index);
        let blind = self.vault().blind(&scope, "staff e-mail", normal_address(e_mail).as_bytes());
        self.stream(Place::of_school(school, Domain::Index).part("staff-address").part(blind))
    }

    /// Whose an address is at a school now, with the account. An address that is nobody's costs the same kinds of reads.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn staff_by_address(
        &self,
        school: &SchoolId,
        e_mail: &str,
    ) -> Result<Option<(StaffId, Staff)>, RecordsError> {
        let e_mail = normal_address(e_mail);
        let mut ids = self.staff_address(school, &e_mail).fold::<StaffAddress>().await?.value.0;
        if ids.is_empty() {
            ids.insert(crate::staff_id(self.vault(), school, "nobody"));
        }
        let accounts = try_join_all(ids.iter().map(|id| self.staff_account(school, id))).await?;
        let theirs =
            |staff: &Staff| staff.present().is_some_and(|facts| normal_address(facts.e_mail.reveal()) == e_mail);
        Ok(ids.into_iter().zip(accounts).find(|(_, staff)| theirs(staff)))
    }

    /// One account. Two reads, or three.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn staff_account(&self, school: &SchoolId, staff: &StaffId) -> Result<Staff, RecordsError> {
        Ok(self.staff(school, staff).fold::<Staff>().await?.value)
    }

    /// Every account of a school, also of those who have left, in no order that means anything. Concurrent reads, two or
    /// three for each.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn staff_accounts(&self, school: &SchoolId) -> Result<Vec<(StaffId, Staff)>, RecordsError> {
        let ids = self.staff_roll(school).fold::<StaffRoll>().await?.value.staff;
        let accounts = try_join_all(ids.iter().map(|id| self.staff_account(school, id))).await?;
        Ok(ids.into_iter().zip(accounts).filter(|(_, staff)| staff.facts().is_some()).collect())
    }
}
