//! Letters that leave once an answer is on its way: kept before whoever waits for the answer is told that something is recorded,
//! so that whoever dies then loses none, and handed to the post after it.

use jiff::SignedDuration;
use records::{Place, Records, RecordsError, Stream};
use school_types::{SchoolId, Timestamp};
use vault::Domain;

use crate::{Letter, Outcome, Post, Retried, journal::day, post::LOOK_BACK};

/// How long whoever put a letter here may take to hand it over, before somebody else does.
const HANDED_OVER_IN: SignedDuration = SignedDuration::from_mins(5);

/// A letter that is kept here: where.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    day: u64,
    number: u64,
}

impl Post {
    /// Keeps a letter, sealed, to be handed over by [`Post::hand_over`] as soon as the answer is on its way, or by the next
    /// [`Post::retry_due`] where whoever was to do that died. Two writes.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept.
    pub async fn wait_for_answer(&self, letter: &Letter) -> Result<Waiting, RecordsError> {
        let day = day(self.records().now());
        let written = waiting(self.records(), &letter.school, day).append_new(letter, &letter.id).await?;
        Ok(Waiting { day, number: written.number })
    }

    /// Sends a letter that was kept for this, as [`Post::send`] does, which keeps it in its own way: so it waits here no longer.
    ///
    /// # Errors
    /// As [`Post::send`]: then it still waits.
    pub async fn hand_over(&self, letter: &Letter, kept: Waiting) -> Result<Outcome, RecordsError> {
        let outcome = self.send(letter).await?;
        waiting(self.records(), &letter.school, kept.day).remove_entry(kept.number).await?;
        Ok(outcome)
    }

    /// Hands over what nobody has, at most `at_most` letters.
    pub(crate) async fn hand_over_due(&self, school: &SchoolId, at_most: usize) -> Result<Retried, RecordsError> {
        let mut retried = Retried::default();
        let now = self.records().now();
        let due = now.checked_sub(HANDED_OVER_IN).unwrap_or(now);
        for (day, entry) in kept(self.records(), school).await? {
            if entry.at > due {
                retried.waiting += 1;
            } else if retried.sent + retried.given_up < at_most {
                match self.hand_over(&entry.event, Waiting { day, number: entry.number }).await? {
                    Outcome::Sent => retried.sent += 1,
                    Outcome::GivenUp { .. } => retried.given_up += 1,
                    // The journal has it from now on.
                    Outcome::Waiting => {}
                }
            }
        }
        Ok(retried)
    }
}

/// Removes the letters that `which` picks.
pub(crate) async fn remove(
    records: &Records,
    school: &SchoolId,
    which: impl Fn(&Letter) -> bool,
) -> Result<(), RecordsError> {
    for (day, entry) in kept(records, school).await? {
        if which(&entry.event) {
            waiting(records, school, day).remove_entry(entry.number).await?;
        }
    }
    Ok(())
}

/// Every letter that is kept here, with its day.
async fn kept(records: &Records, school: &SchoolId) -> Result<Vec<(u64, records::Entry<Letter>)>, RecordsError> {
    let now = records.now();
    let first = now.checked_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
    let days: Vec<u64> = (day(first)..=day(now)).collect();
    let read = days.iter().map(|day| async move { waiting(records, school, *day).read().await });
    let read = futures::future::try_join_all(read).await?;
    let each = days.into_iter().zip(read).flat_map(|(day, entries)| entries.into_iter().map(move |entry| (day, entry)));
    Ok(each.collect())
}

fn waiting(records: &Records, school: &SchoolId, day: u64) -> Stream<Letter> {
    records.stream(Place::of_school(school, Domain::Letters).part("waiting").part(day))
}
