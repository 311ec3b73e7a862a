//! Signing in without a password, and signing out.

pub(crate) mod ask;
pub(crate) mod code;
pub(crate) mod letter;
pub(crate) mod out;
pub(crate) mod who;

use std::collections::{BTreeMap, BTreeSet};

use reception::{Guest, Problem};
use records::Account;
use school_types::{OperationId, Redacted};
use serde::{Deserialize, Serialize};
use web::{IdleSession, Response};

use crate::parent::{SignedIn, keep_session};

/// The cookie of somebody who has asked for a code.
const ASKED: &str = "__Host-sg-asked";

/// How many of the latest requests a browser may answer: whoever asked again often finds the first e-mail first.
const LATEST: usize = 3;

/// What the cookie holds, sealed.
#[derive(Clone, Serialize, Deserialize)]
struct Asking {
    /// What was typed, to show it again and to ask again.
    e_mail: Redacted<String>,
    /// The requests, the newest first.
    attempts: Vec<OperationId>,
}

fn asking(guest: &Guest<'_>) -> Option<Asking> {
    web::open_cookie(guest.desk().records().vault(), guest.request().headers(), ASKED)
}

/// Begins the session and leads on to one's children: at another school, where this one does not know them.
fn welcome(guest: &Guest<'_>, accounts: BTreeSet<Account>, session: [u8; 16]) -> Result<Response, Problem> {
    let now = guest.now();
    let here = guest.school_id()?;
    let known_here = accounts.iter().any(|account| account.school == *here);
    let school = accounts.first().map_or(here, |first| if known_here { here } else { &first.school });
    let children = format!("/s/{school}/consent/children");
    keep_session(
        guest,
        &IdleSession { value: SignedIn { accounts, chosen: BTreeMap::new() }, session, started: now, seen: now },
    )?;
    guest.set_cookie(web::forget_cookie(ASKED)?);
    Ok(web::see_other(&children)?)
}
