//! The daily task: every school's checkpoint, and what erasures left to look after. In portions, so that a request stays short
//! however many schools there are: whoever rings, rings again while the answer says `more`.

use std::io::Write;

use http::StatusCode;
use reception::{Guest, Problem};
use records::{Asker, Checkpointed, Place, Records, RecordsError, Schools};
use school_types::{Date, SchoolId};
use serde::{Deserialize, Serialize};
use vault::Domain;
use web::Response;

/// How many schools one request looks after.
const SCHOOLS: usize = 25;
/// How many events of a school one request covers; a portion larger than this goes on with the next.
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
        let all = records.schools().fold::<Schools>().await?.value.0;
        let mut left = all.into_iter().filter(|school| round.after.as_ref().is_none_or(|after| school > after));
        let some: Vec<SchoolId> = left.by_ref().take(SCHOOLS).collect();
        done.more = left.next().is_some();
        for school in some {
            match look_after(&records, &school).await {
                Ok(made) => {
                    done.streams += made.streams;
                    done.events += made.events;
                    if made.more {
                        done.more = true;
                        break;
                    }
                }
                // A store that is down is down for every school; the same request later goes on here.
                Err(error @ (RecordsError::Store(_) | RecordsError::TooSlow { .. })) => {
                    records.put(&place, &round).await?;
                    return Err(error.into());
                }
                Err(error) => {
                    done.failed += 1;
                    // Nobody can be told that the log could not be written.
                    let _ = writeln!(std::io::stderr(), "the daily task: {error}");
                }
            }
            done.schools += 1;
            round.after = Some(school);
        }
        round.is_done = !done.more;
        records.put(&place, &round).await?;
    }
    Ok(web::json(StatusCode::OK, &done)?)
}

async fn look_after(records: &Records, school: &SchoolId) -> Result<Checkpointed, RecordsError> {
    records.finish_erasures(school).await?;
    records.checkpoint(school, EVENTS).await
}
