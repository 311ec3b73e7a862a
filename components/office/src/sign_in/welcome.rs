//! Whoever has proven who they are is in.

use http::header::USER_AGENT;
use reception::{Guest, Problem, StaffSignedIn, keep_staff_session, staff_session_of, staff_way_back};
use records::{Asker, BrowserKind, Staff};
use school_types::{OperationId, Role, SchoolId, StaffId, Timestamp};
use serde::{Deserialize, Serialize};
use web::{IdleSession, Life, Response};

use super::limits;

/// The cookie that lets the page of recovery codes show them, once.
const CODES: &str = "__Host-sg-staff-codes";
/// For how long, in seconds: long enough for a printer that sulks.
const SHOWN_FOR: u32 = 900;

/// What it holds, sealed: the codes are worked out from the operation.
#[derive(Serialize, Deserialize)]
pub(crate) struct NewCodes {
    school: SchoolId,
    staff: StaffId,
    pub(crate) operation: OperationId,
    /// When they were made: a browser may keep a cookie for longer than it is told.
    #[serde(default)]
    made: Option<Timestamp>,
    /// Whether the account was set up with them just now.
    pub(crate) first: bool,
}

impl NewCodes {
    /// What this browser may be shown: for a quarter of an hour, and not after its owner said that they are kept, in whatever
    /// copy of the cookie.
    pub(crate) async fn of(guest: &Guest<'_>, staff: &StaffId) -> Result<Option<Self>, Problem> {
        let (records, school) = (guest.desk().records(), guest.school_id()?);
        let codes = web::open_cookie::<Self>(records.vault(), guest.request().headers(), CODES);
        let is_fresh = |made: Timestamp| {
            let age = guest.now().duration_since(made).as_secs();
            (0..=i64::from(SHOWN_FOR)).contains(&age)
        };
        let codes = codes.filter(|codes| codes.school == *school && codes.staff == *staff);
        let Some(codes) = codes.filter(|codes| codes.made.is_some_and(is_fresh)) else { return Ok(None) };
        let are_kept = records.are_recovery_codes_kept(school, staff, &codes.operation).await?;
        Ok((!are_kept).then_some(codes))
    }

    /// They have been kept.
    pub(crate) async fn forget(guest: &Guest<'_>, staff: &StaffId) -> Result<(), Problem> {
        if let Some(codes) = Self::of(guest, staff).await? {
            guest.desk().records().keep_recovery_codes(guest.school_id()?, staff, &codes.operation).await?;
        }
        guest.set_cookie(web::forget_cookie(CODES)?);
        Ok(())
    }
}

/// Lets this browser see the recovery codes that `operation` made at `made`, for a quarter of an hour or until it says they are kept.
pub(crate) fn show_codes_once(
    guest: &Guest<'_>,
    staff: &StaffId,
    operation: &OperationId,
    made: Timestamp,
    first: bool,
) -> Result<Response, Problem> {
    let (school, made) = (guest.school_id()?.clone(), Some(made));
    let codes = NewCodes { school, staff: staff.clone(), operation: operation.clone(), made, first };
    guest.set_cookie(web::seal_cookie(guest.desk().records().vault(), CODES, &codes, Life::Seconds(SHOWN_FOR))?);
    Ok(web::see_other(&guest.at("office/account/recovery-codes")?)?)
}

/// Begins the session of `attempt` and leads on to where they wanted. The session has an id of its own, never an earlier one; one
/// that this browser still carried is ended.
pub(super) async fn welcome(
    guest: &Guest<'_>,
    staff: &StaffId,
    account: &Staff,
    attempt: &OperationId,
) -> Result<Response, Problem> {
    begin(guest, staff, account, attempt).await?;
    let way = match staff_way_back(guest)? {
        Some(way) => way,
        None => guest.at("office")?,
    };
    Ok(web::see_other(&way)?)
}

/// Begins the session.
pub(super) async fn begin(
    guest: &Guest<'_>,
    staff: &StaffId,
    account: &Staff,
    attempt: &OperationId,
) -> Result<(), Problem> {
    let school = guest.school_id()?;
    let role = account.present().and_then(|facts| facts.roles.first().copied()).unwrap_or(Role::Governor);
    let records = guest.desk().records().as_asker(Asker::Staff(staff.clone(), role));
    let browser = BrowserKind::of(guest.request().header(&USER_AGENT).unwrap_or_default());
    let session = records.begin_staff_session(school, staff, attempt, browser, account.generation).await?;
    if let Some(before) = staff_session_of(guest).filter(|before| before.session != session) {
        records.end_staff_session(&before.value.school, &before.value.staff, &before.session).await?;
    }
    let now = guest.now();
    let value = StaffSignedIn { school: school.clone(), staff: staff.clone(), generation: account.generation };
    keep_staff_session(guest, &IdleSession { value, session, started: now, seen: now })?;
    limits::know(guest, staff, account)
}
