//! The daily task: every school's checkpoint, and what erasures left to look after. One ring does all of it where that is a matter of
//! seconds. A large installation's round goes on with the next ring: whoever rings, rings again while the answer says `more`.

use std::io::Write;

use http::StatusCode;
use jiff::SignedDuration;
use reception::{Guest, Problem};
use records::{Asker, Checkpointed, Place, Records, RecordsError, Schools};
use school_types::{Date, SchoolId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::Domain;
use web::Response;

use crate::erasures;

/// How long one request works before the rest is left to the next: well below the half minute that a host gives a request.
const WORK: SignedDuration = SignedDuration::from_secs(10);
/// How many events of a school one checkpoint covers; where there are more, another one follows.
const EVENTS: usize = 2000;

/// How far the round of a day has come. Losing it, or two that overwrite each other, only makes checkpoints be looked for again
/// where nothing grew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Round {
    day: Date,
    /// The last school that is done.
    after: Option<SchoolId>,
    is_done: bool,
}

/// What was done, in numbers.
#[derive(Serialize)]
struct Done {
    day: Date,
    schools: usize,
    streams: usize,
    events: usize,
    /// Schools with a record that does not open: `cargo xtask verify` says which.
    failed: usize,
    /// There is more to do today: ring again.
    more: bool,
}

/// Goes on with today's round; does nothing once it is done. Two schedulers at once do no harm.
pub(super) async fn ring(guest: &Guest<'_>) -> Result<Response, Problem> {
    let records = guest.desk().records().as_asker(Asker::task("daily"));
    let day = clock::london_date(guest.now());
    let place = Place::of_installation(Domain::Settings).part("daily");
    let known = records.fetch::<Round>(&place).await?.filter(|round| round.day == day);
    let mut round = known.unwrap_or(Round { day, after: None, is_done: false });
    let mut done = Done { day, schools: 0, streams: 0, events: 0, failed: 0, more: false };
    if !round.is_done {
        let until = clock::later(guest.now(), WORK);
        let all = records.schools().fold::<Schools>().await?.value.0;
        let left = all.into_iter().filter(|school| round.after.as_ref().is_none_or(|after| school > after));
        for school in left.collect::<Vec<_>>() {
            match look_after(&records, &school, until, &mut done).await {
                Ok(true) => {}
                Ok(false) => {
                    done.more = true;
                    break;
                }
                // A store that is down is down for every school; the next ring goes on here.
                Err(error @ (RecordsError::Store(_) | RecordsError::TooSlow { .. })) => return Err(error.into()),
                Err(error) => {
                    done.failed += 1;
                    // Nobody can be told that the log could not be written.
                    let _ = writeln!(std::io::stderr(), "the daily task: {error}");
                }
            }
            done.schools += 1;
            // After each school, so that a request that is stopped has lost no more than one.
            round.after = Some(school);
            records.put(&place, &round).await?;
        }
        round.is_done = !done.more;
        records.put(&place, &round).await?;
    }
    Ok(web::json(StatusCode::OK, &done)?)
}

/// Does all that a school needs today; false where the time was over before that.
async fn look_after(
    records: &Records,
    school: &SchoolId,
    until: Timestamp,
    done: &mut Done,
) -> Result<bool, RecordsError> {
    if records.now() >= until {
        return Ok(false);
    }
    erasures::carry_out_due(records, school).await?;
    records.finish_erasures(school).await?;
    loop {
        let Checkpointed { streams, events, more } = records.checkpoint(school, EVENTS).await?;
        done.streams += streams;
        done.events += events;
        if !more {
            return Ok(true);
        }
        if records.now() >= until {
            return Ok(false);
        }
    }
}
