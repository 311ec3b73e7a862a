//! Signing in without a password, and signing out.

pub(crate) mod ask;
pub(crate) mod code;
pub(crate) mod letter;
pub(crate) mod out;

use std::collections::BTreeSet;

use reception::{Guest, Problem};
use records::{Account, Limit};
use school_types::{OperationId, Redacted};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};
use web::{IdleSession, Refusal, Response, Source};

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

/// Ten requests in ten minutes from one source, as a keyed hash (design.md, section 4).
pub(crate) async fn limit_source(guest: &Guest<'_>, label: &'static str, at_most: u64) -> Result<(), Problem> {
    let records = guest.desk().records();
    let source = Source::of(guest.request(), &guest.desk().settings().client_address_header, records.vault());
    let scope = Scope::installation(Domain::Temporary);
    let bucket = records.vault().blind(&scope, "source", source.as_str().as_bytes());
    limit(guest, label, &bucket, 10, at_most).await
}

/// # Errors
/// [`Refusal::TooMany`] above `at_most` in `minutes`.
async fn limit(
    guest: &Guest<'_>,
    label: &'static str,
    bucket: &[u8; 32],
    minutes: u32,
    at_most: u64,
) -> Result<(), Problem> {
    match guest.desk().records().limit(label, bucket, minutes, at_most).await? {
        Limit::Allowed => Ok(()),
        Limit::TryAgainIn(wait) => {
            let retry_after = u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).max(1);
            Err(Refusal::TooMany { retry_after }.into())
        }
    }
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
