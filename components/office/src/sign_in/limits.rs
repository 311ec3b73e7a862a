//! How guessing is slowed down, without letting a stranger keep anybody out.
//!
//! Whoever signs in gets a sealed cookie that stays in their browser: tries from a browser that an account knows count for that
//! browser alone, and for neither its network nor its account. So a stranger who uses up what an account or the school's own
//! network is allowed slows down strangers; its owner, at their own desk, notices nothing. The cookie is worth nothing any more
//! once the passphrase was changed, the account reset, or its owner signed out everywhere else.
//!
//! All other tries count per network and per account. By network only those that fail: a whole school comes in behind one
//! address at half past eight. Many of them take longer and longer, and only what no staff room comes to is refused. A try
//! that was right gives itself back and nothing else, so that nobody makes room for guesses by signing in as themself.

use reception::{Guest, Pacing, Problem, SourceTry};
use records::Staff;
use school_types::{SchoolId, StaffId};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};
use web::Life;

/// The cookie of a browser that somebody has signed in with.
const KNOWN: &str = "__Host-sg-staff-known";
/// How long a browser stays known: half a year from the last time.
const KNOWN_FOR: Life = Life::Seconds(180 * 24 * 3600);

/// What the cookie holds, sealed.
#[derive(Serialize, Deserialize)]
struct Known {
    school: SchoolId,
    staff: StaffId,
    browser: [u8; 16],
    /// Until when in the account's life it is worth something ([`Staff::browsers`]).
    #[serde(default)]
    browsers: u32,
}

/// How many tries are allowed in ten minutes: to whoever comes from one network, to a browser an account knows, to all others
/// together.
#[derive(Clone, Copy)]
pub(crate) struct Allowed {
    source: Pacing,
    label: [&'static str; 2],
    known: u64,
    others: u64,
    others_a_day: Option<u64>,
}

/// For what is long enough that guessing is hopeless anyhow: passphrases, invitations. A whole staff room may share one network.
pub(crate) const ROOMY: Allowed = Allowed {
    source: Pacing { label: "staff-source", free: 60, most: 600 },
    label: ["staff-known", "staff-others"],
    known: 20,
    others: 10,
    others_a_day: None,
};
/// For six digits, three of which are right at a time: twenty a day from browsers that are not known. Whoever knows the
/// passphrase too, and tries every day for a year, is right once in fifty.
pub(crate) const CODES: Allowed = Allowed {
    source: Pacing { label: "staff-code-source", free: 60, most: 600 },
    label: ["staff-code-known", "staff-code-others"],
    known: 10,
    others: 6,
    others_a_day: Some(20),
};

/// The window of a limit, in minutes; and a day.
const MINUTES: u32 = 10;
const DAY: u32 = 24 * 60;

/// Whose account somebody tries.
pub(crate) enum Whose<'a> {
    /// One there is.
    Account(&'a StaffId, &'a Staff),
    /// One there is not, or one that nobody's browser knows yet: by its address.
    Address(&'a str),
}

/// Counts a try, for the browser if the account knows it, else for the network and for the account.
///
/// # Errors
/// [`web::Refusal::TooMany`].
pub(super) async fn limit(guest: &Guest<'_>, allowed: Allowed, whose: &Whose<'_>) -> Result<SourceTry, Problem> {
    if limit_known(guest, allowed, whose).await? {
        return Ok(SourceTry::default());
    }
    let tried = guest.try_from_source(allowed.source).await?;
    limit_others(guest, allowed, whose).await?;
    Ok(tried)
}

/// Counts a try at an account of somebody who is signed in to it.
///
/// # Errors
/// [`web::Refusal::TooMany`].
pub(crate) async fn limit_account(guest: &Guest<'_>, staff: &StaffId, account: &Staff) -> Result<(), Problem> {
    let whose = Whose::Account(staff, account);
    if limit_known(guest, ROOMY, &whose).await? { Ok(()) } else { limit_others(guest, ROOMY, &whose).await }
}

/// Counts it for the browser; false where the account does not know it.
async fn limit_known(guest: &Guest<'_>, allowed: Allowed, whose: &Whose<'_>) -> Result<bool, Problem> {
    let Whose::Account(staff, account) = whose else { return Ok(false) };
    let Some(known) = known_to(guest, staff, account)? else { return Ok(false) };
    let vault = guest.desk().records().vault();
    let bucket = vault.blind(&Scope::installation(Domain::Temporary), "known browser", &known.browser);
    guest.limit(allowed.label[0], &bucket, MINUTES, allowed.known).await?;
    Ok(true)
}

async fn limit_others(guest: &Guest<'_>, allowed: Allowed, whose: &Whose<'_>) -> Result<(), Problem> {
    let (vault, school) = (guest.desk().records().vault(), guest.school_id()?);
    let whose = match whose {
        Whose::Account(staff, _) => staff.as_str(),
        Whose::Address(address) => address,
    };
    let scope = Scope::installation(Domain::Temporary);
    let bucket = vault.blind(&scope, "staff account", format!("{school}/{whose}").as_bytes());
    guest.limit(allowed.label[1], &bucket, MINUTES, allowed.others).await?;
    match allowed.others_a_day {
        Some(at_most) => guest.limit("staff-code-day", &bucket, DAY, at_most).await,
        None => Ok(()),
    }
}

/// Counts a try whose code the account, however it is called, has to match: for the network alone.
///
/// # Errors
/// [`web::Refusal::TooMany`].
pub(super) async fn limit_source(guest: &Guest<'_>, allowed: Allowed) -> Result<SourceTry, Problem> {
    guest.try_from_source(allowed.source).await
}

/// What this browser says of itself, if that is worth something at the account.
fn known_to(guest: &Guest<'_>, staff: &StaffId, account: &Staff) -> Result<Option<Known>, Problem> {
    let school = guest.school_id()?;
    let known: Option<Known> = web::open_cookie(guest.desk().records().vault(), guest.request().headers(), KNOWN);
    let is_good =
        |known: &Known| known.school == *school && known.staff == *staff && known.browsers == account.browsers();
    Ok(known.filter(is_good))
}

/// Makes this browser one that the account knows.
///
/// # Errors
/// [`Problem`] when the cookie cannot be sealed.
pub(crate) fn know(guest: &Guest<'_>, staff: &StaffId, account: &Staff) -> Result<(), Problem> {
    let browser = match known_to(guest, staff, account)? {
        Some(known) => known.browser,
        None => vault::random()?,
    };
    let (school, browsers) = (guest.school_id()?.clone(), account.browsers());
    let known = Known { school, staff: staff.clone(), browser, browsers };
    guest.set_cookie(web::seal_cookie(guest.desk().records().vault(), KNOWN, &known, KNOWN_FOR)?);
    Ok(())
}
