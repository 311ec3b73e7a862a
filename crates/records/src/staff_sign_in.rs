//! How staff prove who they are: an invitation once, a time step once, a recovery code once. Whether a passphrase or a code
//! is right is decided above; here is what must not happen twice.

use clock::later;
use jiff::{SignedDuration, Timestamp};
use school_types::{OperationId, SchoolId, StaffId};
use serde::{Deserialize, Serialize};
use vault::{Domain, LetterCode, Scope, same};

use crate::{
    AuditEvent, BrowserKind, Credential, Place, Records, RecordsError, Staff, StaffEvent, StaffSession,
    StaffSessionEvent, StaffSessions, Temporary, sign_in::first_sixteen,
};

/// How many recovery codes somebody is given.
const RECOVERY_CODES: u8 = 8;
/// How long the same browser may send a right code again: a double tap must not lock anybody out.
const DOUBLE_TAP: SignedDuration = SignedDuration::from_secs(60);
/// Longer than a one-time code is right, with clocks that differ.
const STEP_KEPT: SignedDuration = SignedDuration::from_mins(10);

/// Longer than new recovery codes are shown.
const CODES_SHOWN: SignedDuration = SignedDuration::from_hours(24);

/// Where it is noted that recovery codes are kept by their owner.
fn kept_codes(school: &SchoolId, staff: &StaffId, operation: &OperationId) -> Place {
    Place::of_school(school, Domain::SignIn).part("codes-kept").part(staff).part(operation)
}

/// How long it is known how often somebody could not sign in on a day.
const FAILED_KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

fn day(at: Timestamp) -> u64 {
    u64::try_from(at.as_second() / SignedDuration::from_hours(24).as_secs()).unwrap_or_default()
}

/// Where the failed tries of a day are counted.
fn failed(school: &SchoolId, day: u64) -> Place {
    Place::of_school(school, Domain::SignIn).part("failed").part(day)
}

/// As whom somebody tried to sign in, and could not.
#[derive(Clone, Copy, Debug)]
pub enum TriedAs<'a> {
    /// As a member of staff.
    Staff(&'a StaffId),
    /// With an address that is nobody's.
    Nobody(&'a str),
}

/// Who used something that works once.
#[derive(Serialize, Deserialize)]
struct Used {
    attempt: OperationId,
    at: Timestamp,
}

impl Records {
    /// The account that an address and an invitation's code open, if they belong together and the invitation works. An address
    /// that is nobody's costs the same kinds of reads.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn invited_staff(
        &self,
        school: &SchoolId,
        e_mail: &str,
        code: &LetterCode,
    ) -> Result<Option<(StaffId, Staff)>, RecordsError> {
        let found = self.staff_by_address(school, e_mail).await?;
        Ok(found.filter(|(_, staff)| self.is_invitation(school, staff, code)))
    }

    fn is_invitation(&self, school: &SchoolId, staff: &Staff, code: &LetterCode) -> bool {
        let hash = self.invitation_hash(school, code);
        let works = staff.invitation.as_ref().filter(|invitation| self.now() < invitation.until);
        works.is_some_and(|invitation| same(&invitation.code, &hash))
    }

    /// Sets an account up by an invitation's code. Answers the account, or none if the invitation no longer works: it was used,
    /// replaced, or its time was over. One event decides, so a crash leaves the account as it was or set up whole. Three writes.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed; the same operation again is right.
    pub async fn set_up_staff(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        credential: Credential,
        code: &LetterCode,
        operation: &OperationId,
    ) -> Result<Option<Staff>, RecordsError> {
        let stream = self.staff(school, staff);
        let seen = stream.fold::<Staff>().await?;
        if seen.number_of(operation).is_none() && !self.is_invitation(school, &seen.value, code) {
            return Ok(None);
        }
        let totp_secret = credential.totp_secret.clone();
        let event = StaffEvent::SetUp { credential, invitation: self.invitation_hash(school, code) };
        stream.append_to(&seen, &event, operation).await?;
        let account = stream.refresh::<Staff>().await?.value;
        // Of two browsers with one invitation, the first in the stream has won.
        let won = account.credential.as_ref().is_some_and(|kept| kept.totp_secret == totp_secret);
        Ok(won.then_some(account))
    }

    /// Whether `attempt` is the first to use the time step of a one-time code. Four writes at most.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say; the step may be used then, and the next code is right.
    pub async fn use_totp_step(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        step: u64,
        attempt: &OperationId,
    ) -> Result<bool, RecordsError> {
        let place = Place::of_school(school, Domain::SignIn).part("totp").part(staff).part(step);
        let temporary = [Temporary::Count(&place), Temporary::Value(&place)];
        self.expire_at(&temporary, later(self.now(), STEP_KEPT)).await?;
        self.use_once(&place, attempt).await
    }

    /// Whether what somebody typed is a recovery code of theirs that was not used, and `attempt` is the first to use it. It is
    /// used from then on.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say; the code may be used then.
    pub async fn use_recovery_code(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        typed: &LetterCode,
        attempt: &OperationId,
    ) -> Result<bool, RecordsError> {
        let hash = self.recovery_hash(school, staff, typed);
        let stream = self.staff(school, staff);
        let seen = stream.fold::<Staff>().await?;
        let left = seen.value.credential.as_ref().map_or(&[][..], |credential| &credential.recovery);
        let is_left = left.iter().fold(false, |found, code| found | same(code, &hash));
        if !is_left && seen.number_of(attempt).is_none() {
            return Ok(false);
        }
        let place = Place::of_school(school, Domain::SignIn).part("recovery").part(staff).part(hash);
        if !self.use_once(&place, attempt).await? {
            return Ok(false);
        }
        stream.append_to(&seen, &StaffEvent::RecoveryCodeUsed(hash), attempt).await?;
        stream.refresh::<Staff>().await?;
        Ok(true)
    }

    /// The recovery codes that `operation` makes for somebody, worked out from its random id under the school's key: a form sent
    /// twice shows the same ones, and none need be kept.
    pub fn recovery_codes(&self, school: &SchoolId, staff: &StaffId, operation: &OperationId) -> Vec<LetterCode> {
        let scope = Scope::school(school, Domain::SignIn);
        let code = |number: u8| {
            let input = [staff.as_str().as_bytes(), b"/", operation.as_str().as_bytes(), b"/", &[number]].concat();
            LetterCode::from_draws(first_sixteen(self.vault().blind(&scope, "recovery code made", &input)))
        };
        (0..RECOVERY_CODES).map(code).collect()
    }

    /// Notes that the codes `operation` made are kept by their owner, so that they are shown no more. Three writes.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be noted.
    pub async fn keep_recovery_codes(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        operation: &OperationId,
    ) -> Result<(), RecordsError> {
        let place = kept_codes(school, staff, operation);
        self.expire_at(&[Temporary::Value(&place)], later(self.now(), CODES_SHOWN)).await?;
        self.put(&place, &self.now()).await
    }

    /// Whether the codes `operation` made are kept by their owner. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say: then they are not shown.
    pub async fn are_recovery_codes_kept(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        operation: &OperationId,
    ) -> Result<bool, RecordsError> {
        Ok(self.fetch::<Timestamp>(&kept_codes(school, staff, operation)).await?.is_some())
    }

    /// What is kept of a recovery code.
    pub fn recovery_hash(&self, school: &SchoolId, staff: &StaffId, code: &LetterCode) -> [u8; 32] {
        let input = [staff.as_str().as_bytes(), b"/", code.as_bytes()].concat();
        self.vault().blind(&Scope::school(school, Domain::SignIn), "recovery code", &input)
    }

    /// Begins a session for `attempt`, and lists it: the same attempt again is the same session. Answers its id.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be listed: then nobody is signed in.
    pub async fn begin_staff_session(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        attempt: &OperationId,
        browser: BrowserKind,
        generation: u32,
    ) -> Result<[u8; 16], RecordsError> {
        let scope = Scope::school(school, Domain::Session);
        let session = first_sixteen(self.vault().blind(&scope, "staff session", attempt.as_str().as_bytes()));
        let stream = self.staff_sessions(school, staff);
        stream.append(&StaffSessionEvent::Began { session, browser, generation }, Some(attempt)).await?;
        stream.refresh::<StaffSessions>().await?;
        // Not looked for: sent twice, it is one fact under one operation.
        self.audit(school).append_new(&AuditEvent::SignedIn, attempt).await?;
        Ok(session)
    }

    /// Ends a session, so that its cookie opens nothing any more, and takes it off the list.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be ended.
    pub async fn end_staff_session(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        session: &[u8; 16],
    ) -> Result<(), RecordsError> {
        self.end_session(session).await?;
        let stream = self.staff_sessions(school, staff);
        stream.append(&StaffSessionEvent::Ended { session: *session }, None).await?;
        stream.refresh::<StaffSessions>().await?;
        Ok(())
    }

    /// The sessions of an account that may be open, the newest first.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn open_staff_sessions(
        &self,
        school: &SchoolId,
        staff: &StaffId,
        account: &Staff,
    ) -> Result<Vec<StaffSession>, RecordsError> {
        let sessions = self.staff_sessions(school, staff).fold::<StaffSessions>().await?.value;
        Ok(sessions.open(self.now(), account).cloned().collect())
    }

    /// Counts that somebody could not sign in, as a member of staff or with an address that is nobody's, at the same cost: by
    /// day, so that strangers make no list longer than the staff is large. The first of a day is noted in the trail. One read
    /// and two writes; the first of a day four writes more.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be noted.
    pub async fn note_failed_sign_in(&self, school: &SchoolId, tried: TriedAs<'_>) -> Result<(), RecordsError> {
        let now = self.now();
        let (place, all) = match tried {
            TriedAs::Staff(staff) => (failed(school, day(now)).part(staff), "of-somebody"),
            TriedAs::Nobody(address) => {
                let scope = Scope::school(school, Domain::SignIn);
                let address = self.vault().blind(&scope, "failed address", address.as_bytes());
                (failed(school, day(now)).part(address), "of-nobody")
            }
        };
        let all = failed(school, day(now)).part(all);
        if self.counted(&place).await? == 0 {
            let temporary = [Temporary::Count(&place), Temporary::Value(&place), Temporary::Count(&all)];
            self.expire_at(&temporary, later(now, FAILED_KEPT)).await?;
        }
        self.count(&all).await?;
        if self.count(&place).await? > 1 {
            return Ok(());
        }
        match tried {
            TriedAs::Staff(staff) => {
                self.audit(school).append(&AuditEvent::SignInFailed { staff: staff.clone() }, None).await?;
            }
            TriedAs::Nobody(_) => {
                // As many writes as a note in the trail.
                self.put(&place, &now).await?;
                self.put(&place, &now).await?;
            }
        }
        Ok(())
    }

    /// How often somebody tried to sign in as `staff`, or for none with addresses that are nobody's, and could not, on the day (in UTC) of
    /// `at`. Kept for ninety days. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn failed_sign_ins(
        &self,
        school: &SchoolId,
        staff: Option<&StaffId>,
        at: Timestamp,
    ) -> Result<u64, RecordsError> {
        let place = failed(school, day(at));
        self.counted(&match staff {
            Some(staff) => place.part(staff),
            None => place.part("of-nobody"),
        })
        .await
    }

    /// Whether `attempt` is the first to use what `place` stands for, or the same that did a moment ago.
    async fn use_once(&self, place: &Place, attempt: &OperationId) -> Result<bool, RecordsError> {
        let now = self.now();
        if self.count(place).await? == 1 {
            self.put(place, &Used { attempt: attempt.clone(), at: now }).await?;
            return Ok(true);
        }
        let used = self.fetch::<Used>(place).await?;
        Ok(used.is_some_and(|used| used.attempt == *attempt && now.duration_since(used.at) <= DOUBLE_TAP))
    }
}
