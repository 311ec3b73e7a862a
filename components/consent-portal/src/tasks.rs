//! What a scheduler asks for: letters that could not be sent before, and what has expired.

use std::rc::Rc;

use decisions::FamilyEmails;
use http::StatusCode;
use jiff::SignedDuration;
use letters::Post;
use reception::{Guest, Problem};
use records::{Asker, Guessing, Mailings, Records, Schools};
use school_types::{SchoolId, Timestamp};
use serde::Serialize;
use web::Response;

use crate::entry::Portal;

/// How many letters of one school are tried at once, and how much is swept: whoever rings often catches up.
const LETTERS: usize = 50;
const SWEPT: u64 = 500;
/// How long emails to families are gone on with: well below the half minute that a host gives a request.
const EMAILS_TAKE: SignedDuration = SignedDuration::from_secs(10);

/// What was done, in numbers.
#[derive(Serialize)]
struct Done {
    schools: usize,
    sent: usize,
    given_up: usize,
    waiting: usize,
    swept: u64,
    #[serde(flatten)]
    guessing: Guessing,
}

/// Tries again every letter that is due, and removes what has expired. Two schedulers at once do no harm.
pub(crate) async fn letters(portal: &Portal, guest: &Guest<'_>) -> Result<Response, Problem> {
    guest.check_task_token()?;
    let records = guest.desk().records().as_asker(Asker::task("letters"));
    let post = Post::new(records.clone(), Rc::clone(portal.courier()));
    let schools = records.schools().fold::<Schools>().await?.value.0;
    let mut done = Done {
        schools: schools.len(),
        sent: 0,
        given_up: 0,
        waiting: 0,
        swept: 0,
        guessing: records.guessing().await?,
    };
    let until = clock::later(guest.now(), EMAILS_TAKE);
    for school in &schools {
        let retried = post.retry_due(school, LETTERS).await?;
        done.sent += retried.sent;
        done.given_up += retried.given_up;
        done.waiting += retried.waiting;
        carry_on(guest, &records, &post, school, until).await?;
    }
    done.swept = records.sweep(SWEPT).await?.listings;
    Ok(web::json(StatusCode::OK, &done)?)
}

/// Goes on with emails to families that somebody began to send and did not finish.
async fn carry_on(
    guest: &Guest<'_>,
    records: &Records,
    post: &Post,
    school: &SchoolId,
    until: Timestamp,
) -> Result<(), Problem> {
    let sent = records.mailings(school).fold::<Mailings>().await?.value;
    if sent.rounds.iter().all(records::EmailRound::is_over) {
        return Ok(());
    }
    let Some(settings) = records.school_settings(school).await? else { return Ok(()) };
    let page = guest.desk().settings().public_address()?.at(&format!("/s/{school}/consent"));
    FamilyEmails { records, school: &settings, post, page: &page }.carry_on_all(LETTERS, until).await?;
    Ok(())
}
