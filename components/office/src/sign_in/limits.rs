//! How guessing is slowed down, without letting a stranger keep anybody out.
//!
//! Tries count per source (a neighbourhood of the internet, as a keyed hash) and per account. By source only those that fail:
//! a whole school comes in behind one address at half past eight. A try that was right gives itself back and nothing else, so
//! that nobody makes room for guesses by signing in as themself. Whoever signs in gets a sealed cookie
//! that stays in their browser: tries from a browser that an account knows count for that browser alone. So a stranger who
//! uses up an account's tries slows down strangers, for minutes; its owner, at their own desk, notices nothing.

use reception::{Guest, Problem};
use records::Counted;
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
}

/// How many tries are allowed in how many minutes: to whoever comes from one source, to a browser an account knows, to all others
/// together.
#[derive(Clone, Copy)]
pub(crate) struct Allowed {
    label: [&'static str; 3],
    source: u64,
    known: u64,
    others: u64,
}

/// For what is long enough that guessing is hopeless anyhow: passphrases, invitations. A whole staff room may share one source.
pub(crate) const ROOMY: Allowed =
    Allowed { label: ["staff-source", "staff-known", "staff-others"], source: 60, known: 20, others: 10 };
/// For six digits, three of which are right at a time: in a year of such tries, one in ten is ever right.
pub(crate) const CODES: Allowed =
    Allowed { label: ["staff-code-source", "staff-code-known", "staff-code-others"], source: 60, known: 10, others: 6 };

/// The window of a limit, in minutes; and the one of codes tried from unknown browsers, which is a day.
const MINUTES: u32 = 10;
const DAY: u32 = 24 * 60;
const CODES_A_DAY: u64 = 20;

/// Counts a try by source, until [`was_right`] gives it back.
///
/// # Errors
/// [`web::Refusal::TooMany`].
pub(super) async fn limit_source(guest: &Guest<'_>, allowed: Allowed) -> Result<Counted, Problem> {
    guest.limit_failures_of_source(allowed.label[0], allowed.source).await
}

/// Whoever tried knew what they had to know: the try uses up nothing of what their source is allowed.
pub(super) async fn was_right(guest: &Guest<'_>, tried: Counted) -> Result<(), Problem> {
    Ok(guest.desk().records().give_back(tried).await?)
}

/// Counts a try against an account: `staff`, or an `address` that is nobody's.
///
/// # Errors
/// [`web::Refusal::TooMany`].
pub(crate) async fn limit_account(
    guest: &Guest<'_>,
    allowed: Allowed,
    staff: Option<&StaffId>,
    address: &str,
) -> Result<(), Problem> {
    let vault = guest.desk().records().vault();
    let scope = Scope::installation(Domain::Temporary);
    let school = guest.school_id()?;
    if let Some(known) = known(guest).filter(|known| known.school == *school && Some(&known.staff) == staff) {
        let bucket = vault.blind(&scope, "known browser", &known.browser);
        return guest.limit(allowed.label[1], &bucket, MINUTES, allowed.known).await;
    }
    let whose = staff.map_or(address, StaffId::as_str);
    let bucket = vault.blind(&scope, "staff account", format!("{school}/{whose}").as_bytes());
    guest.limit(allowed.label[2], &bucket, MINUTES, allowed.others).await?;
    if allowed.label == CODES.label {
        guest.limit("staff-code-day", &bucket, DAY, CODES_A_DAY).await?;
    }
    Ok(())
}

fn known(guest: &Guest<'_>) -> Option<Known> {
    web::open_cookie(guest.desk().records().vault(), guest.request().headers(), KNOWN)
}

/// Makes this browser one that the account knows.
///
/// # Errors
/// [`Problem`] when the cookie cannot be sealed.
pub(super) fn know(guest: &Guest<'_>, staff: &StaffId) -> Result<(), Problem> {
    let school = guest.school_id()?;
    let before = known(guest).filter(|known| known.school == *school && known.staff == *staff);
    let browser = match before {
        Some(known) => known.browser,
        None => vault::random()?,
    };
    let known = Known { school: school.clone(), staff: staff.clone(), browser };
    guest.set_cookie(web::seal_cookie(guest.desk().records().vault(), KNOWN, &known, KNOWN_FOR)?);
    Ok(())
}
