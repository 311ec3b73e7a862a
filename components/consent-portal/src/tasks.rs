//! What a scheduler asks for: letters that could not be sent before, and what has expired.

use std::rc::Rc;

use http::StatusCode;
use letters::Post;
use reception::{Guest, Problem};
use records::{Asker, Guessing, Schools};
use serde::Serialize;
use web::Response;

use crate::entry::Portal;

/// How many letters of one school are tried at once, and how much is swept: whoever rings often catches up.
const LETTERS: usize = 50;
const SWEPT: u64 = 500;

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
    for school in &schools {
        let retried = post.retry_due(school, LETTERS).await?;
        done.sent += retried.sent;
        done.given_up += retried.given_up;
        done.waiting += retried.waiting;
    }
    done.swept = records.sweep(SWEPT).await?.listings;
    Ok(web::json(StatusCode::OK, &done)?)
}
