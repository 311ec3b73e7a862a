//! Signing in without a password, and signing out.

pub(crate) mod ask;
pub(crate) mod code;
pub(crate) mod letter;
mod limits;
pub(crate) mod out;

use std::collections::BTreeSet;

use reception::{Guest, Problem, SourceTry};
use records::{Account, KnownBrowser};
use school_types::{OperationId, Redacted};
use serde::{Deserialize, Serialize};
use web::{IdleSession, Life, Response};

use crate::parent::{SignedIn, keep_session};

/// The cookie of somebody who has asked for a code.
const ASKED: &str = "__Host-sg-asked";
/// The cookie of a browser in which somebody has signed in with a code sent to their mailbox.
const KNOWN: &str = "__Host-sg-known";
/// How long a browser stays known, in seconds: half a year from the last time.
const KNOWN_FOR: u32 = 180 * 24 * 3600;

/// How many of the latest requests a browser may answer: whoever asked again often finds the first e-mail first.
const LATEST: usize = 3;

/// What the cookie holds, sealed.
#[derive(Serialize, Deserialize)]
struct Asking {
    /// What was typed, to show it again and to ask again.
    e_mail: Redacted<String>,
    /// The requests, the newest first.
    attempts: Vec<OperationId>,
    /// Whether the newest is for a long code.
    #[serde(default)]
    is_long: bool,
    /// The newest request as it was counted for its network: it does not count once the code is right.
    #[serde(default)]
    tried: SourceTry,
}

fn asking(guest: &Guest<'_>) -> Option<Asking> {
    web::open_cookie(guest.desk().records().vault(), guest.request().headers(), ASKED)
}

fn keep(guest: &Guest<'_>, asking: &Asking) -> Result<(), Problem> {
    // Longer than a long code works, so that it can be typed in the browser that asked for it.
    let life = if asking.is_long { 24 * 3600 } else { 3600 };
    let vault = guest.desk().records().vault();
    guest.set_cookie(web::seal_cookie(vault, ASKED, asking, Life::Seconds(life))?);
    Ok(())
}

/// What a browser says of itself that a mailbox knows it: whether that is so, only the records know.
fn known_browser(guest: &Guest<'_>) -> Option<KnownBrowser> {
    web::open_cookie(guest.desk().records().vault(), guest.request().headers(), KNOWN)
}

fn remember_browser(guest: &Guest<'_>, known: &KnownBrowser) -> Result<(), Problem> {
    let vault = guest.desk().records().vault();
    guest.set_cookie(web::seal_cookie(vault, KNOWN, known, Life::Seconds(KNOWN_FOR))?);
    Ok(())
}

/// Begins the session and leads on to one's children: at another school, where this one does not know them.
fn welcome(guest: &Guest<'_>, accounts: BTreeSet<Account>, session: [u8; 16]) -> Result<Response, Problem> {
    let now = guest.now();
    let here = guest.school_id()?;
    let known_here = accounts.iter().any(|account| account.school == *here);
    let school = accounts.first().map_or(here, |first| if known_here { here } else { &first.school });
    let children = format!("/s/{school}/consent/children");
    keep_session(guest, &IdleSession { value: SignedIn { accounts }, session, started: now, seen: now })?;
    guest.set_cookie(web::forget_cookie(ASKED)?);
    Ok(web::see_other(&children)?)
}
