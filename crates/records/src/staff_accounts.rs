//! What is done with accounts of staff: listing them, what each may do, leaving, and inviting to set one up.
//!
//! Each deed may be cut short anywhere and done again under the same operation id. The account's own stream is written
//! last, so that an account which reads as changed is found, by list and by address, wherever it should be.

use clock::later;
use futures::future::try_join_all;
use jiff::SignedDuration;
use school_types::{OperationId, Role, SchoolId, StaffId};
use vault::{Domain, LetterCode, Scope, same};

use crate::{
    Invitation, Records, RecordsError, Staff, StaffAddress, StaffAddressEvent, StaffEvent, StaffFacts, StaffRoll,
    StaffRollEvent, normal_address,
};

/// How long an invitation works.
pub const INVITATION_LASTS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// What came of changing an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountChange {
    /// It is changed, now or by the same operation before.
    Made,
    /// Nobody else could administer the school then, so it was not.
    LastAdministrator,
    /// There is no such account, or its owner has left.
    NoAccount,
}

impl Records {
    /// Lists accounts of staff, new ones and ones whose facts changed; those whose facts are the same cost no write.
    /// Answers the accounts that were to lose the administrator's role and kept it, because nobody else holds it.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed; doing it again is right.
    pub async fn list_staff(
        &self,
        school: &SchoolId,
        listed: &[(StaffId, StaffFacts)],
    ) -> Result<Vec<StaffId>, RecordsError> {
        let accounts = try_join_all(listed.iter().map(|(id, _)| self.staff_account(school, id))).await?;
        let changed: Vec<_> = listed
            .iter()
            .zip(&accounts)
            .filter(|((_, facts), account)| account.present() != Some(facts))
            .map(|((id, facts), account)| (id, facts.clone(), account))
            .collect();
        self.enrol(school, &changed).await?;
        let mut kept = Vec::new();
        for (id, mut facts, account) in changed {
            let loses = administers(account) && !facts.roles.contains(&Role::Administrator);
            if loses && !self.stop_administering(school, id).await? {
                facts.roles.push(Role::Administrator);
                kept.push(id.clone());
            }
            self.move_address(school, id, account, Some(&facts)).await?;
            let stream = self.staff(school, id);
            stream.append(&StaffEvent::Listed(facts), None).await?;
            stream.refresh::<Staff>().await?;
        }
        Ok(kept)
    }

    async fn enrol(&self, school: &SchoolId, staff: &[(&StaffId, StaffFacts, &Staff)]) -> Result<(), RecordsError> {
        let stream = self.staff_roll(school);
        let roll = stream.fold::<StaffRoll>().await?.value;
        let new = |id: &&StaffId| !roll.staff.contains(*id);
        let listed: Vec<_> = staff.iter().map(|(id, ..)| *id).filter(new).cloned().collect();
        let administer = staff
            .iter()
            .filter(|(id, facts, _)| facts.roles.contains(&Role::Administrator) && !roll.administrators.contains(*id));
        let administer: Vec<_> = administer.map(|(id, ..)| (*id).clone()).collect();
        for event in [StaffRollEvent::Listed(listed), StaffRollEvent::Administer(administer)] {
            if !matches!(&event, StaffRollEvent::Listed(ids) | StaffRollEvent::Administer(ids) if ids.is_empty()) {
                stream.append(&event, None).await?;
            }
        }
        stream.refresh::<StaffRoll>().await?;
        Ok(())
    }

    /// Sets what somebody may do.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed; the same operation again is right.
    pub async fn set_roles(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        roles: &[Role],
        operation: &OperationId,
    ) -> Result<AccountChange, RecordsError> {
        let stream = self.staff(school, staff);
        let seen = stream.fold::<Staff>().await?;
        if seen.value.present().is_none() {
            return Ok(AccountChange::NoAccount);
        }
        if seen.number_of(operation).is_none() {
            if roles.contains(&Role::Administrator) {
                let roll = self.staff_roll(school);
                roll.append(&StaffRollEvent::Administer(vec![staff.clone()]), None).await?;
                roll.refresh::<StaffRoll>().await?;
            } else if administers(&seen.value) && !self.stop_administering(school, staff).await? {
                return Ok(AccountChange::LastAdministrator);
            }
        }
        stream.append_to(&seen, &StaffEvent::RolesSet(roles.to_vec()), operation).await?;
        stream.refresh::<Staff>().await?;
        Ok(AccountChange::Made)
    }

    /// Closes the account of somebody who leaves: it opens nothing any more, and no session of theirs goes on.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed; the same operation again is right.
    pub async fn close_account(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        operation: &OperationId,
    ) -> Result<AccountChange, RecordsError> {
        let stream = self.staff(school, staff);
        let seen = stream.fold::<Staff>().await?;
        if seen.value.facts().is_none() || (seen.value.has_left() && seen.number_of(operation).is_none()) {
            return Ok(AccountChange::NoAccount);
        }
        if administers(&seen.value) && !self.stop_administering(school, staff).await? {
            return Ok(AccountChange::LastAdministrator);
        }
        self.move_address(school, staff, &seen.value, None).await?;
        stream.append_to(&seen, &StaffEvent::Left, operation).await?;
        stream.refresh::<Staff>().await?;
        Ok(AccountChange::Made)
    }

    /// Invites somebody to set their account up, or, with `reset`, to set it up anew, in which case passphrase, one-time codes and
    /// sessions of before are void at once. The code of an earlier invitation no longer works.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed; the same operation again is right, and has the same code.
    pub async fn invite_staff(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        reset: bool,
        operation: &OperationId,
    ) -> Result<AccountChange, RecordsError> {
        let stream = self.staff(school, staff);
        let seen = stream.fold::<Staff>().await?;
        if seen.value.present().is_none() {
            return Ok(AccountChange::NoAccount);
        }
        let code = self.invitation_hash(school, &self.invitation_code(school, operation));
        let invitation = Invitation { code, until: later(self.now(), INVITATION_LASTS) };
        let event = if reset { StaffEvent::Reset(invitation) } else { StaffEvent::Invited(invitation) };
        stream.append_to(&seen, &event, operation).await?;
        stream.refresh::<Staff>().await?;
        Ok(AccountChange::Made)
    }

    /// The code of the invitation that `operation` made. It is worked out from the operation's random id under the school's
    /// key, so that a form sent twice shows one code, and none need be kept.
    pub fn invitation_code(&self, school: &SchoolId, operation: &OperationId) -> LetterCode {
        let scope = Scope::school(school, Domain::SignIn);
        let hash = self.vault().blind(&scope, "staff invitation code", operation.as_str().as_bytes());
        let mut draws = [0; 16];
        draws.copy_from_slice(&hash[..16]);
        LetterCode::from_draws(draws)
    }

    /// Whether the invitation that `operation` made is the one that works for this account now.
    pub fn invitation_works(&self, school: &SchoolId, staff: &Staff, operation: &OperationId) -> bool {
        let hash = self.invitation_hash(school, &self.invitation_code(school, operation));
        let works = |invitation: &Invitation| same(&invitation.code, &hash) && self.now() < invitation.until;
        staff.invitation.as_ref().is_some_and(works)
    }

    pub(crate) fn invitation_hash(&self, school: &SchoolId, code: &LetterCode) -> [u8; 32] {
        self.vault().blind(&Scope::school(school, Domain::SignIn), "staff invitation", code.as_bytes())
    }

    /// Whether somebody no longer administers the school: not, where nobody else could who has set their account up.
    async fn stop_administering(&self, school: &SchoolId, staff: &StaffId) -> Result<bool, RecordsError> {
        let stream = self.staff_roll(school);
        let roll = stream.fold::<StaffRoll>().await?.value;
        let others = roll.administrators.iter().filter(|other| *other != staff);
        let others = try_join_all(others.map(|other| self.staff_account(school, other))).await?;
        if !others.iter().any(|other| administers(other) && other.credential.is_some()) {
            return Ok(false);
        }
        if !roll.administrators.contains(staff) {
            return Ok(true);
        }
        let written = stream.append(&StaffRollEvent::NoLongerAdministers(staff.clone()), None).await?;
        let roll = stream.refresh::<StaffRoll>().await?;
        if roll.settled < written.number {
            // Whoever took an earlier number and has not written yet may be dismissing the others: the role is given back.
            stream.append(&StaffRollEvent::Administer(vec![staff.clone()]), None).await?;
            stream.refresh::<StaffRoll>().await?;
            return Ok(false);
        }
        Ok(!roll.value.administrators.contains(staff))
    }

    /// Takes an account's old address away and gives it the one of `facts`.
    async fn move_address(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        account: &Staff,
        facts: Option<&StaffFacts>,
    ) -> Result<(), RecordsError> {
        let old = account.present().map(|facts| normal_address(facts.e_mail.reveal()));
        let new = facts.map(|facts| normal_address(facts.e_mail.reveal()));
        let events = [
            (new.as_ref(), StaffAddressEvent::Given(staff.clone())),
            (old.as_ref().filter(|_| old != new), StaffAddressEvent::TakenAway(staff.clone())),
        ];
        for (address, event) in events {
            let Some(address) = address else { continue };
            let stream = self.staff_address(school, address);
            let has = stream.fold::<StaffAddress>().await?.value.0.contains(staff);
            if has != matches!(event, StaffAddressEvent::Given(_)) {
                stream.append(&event, None).await?;
                stream.refresh::<StaffAddress>().await?;
            }
        }
        Ok(())
    }
}

fn administers(staff: &Staff) -> bool {
    staff.present().is_some_and(|facts| facts.roles.contains(&Role::Administrator))
}
