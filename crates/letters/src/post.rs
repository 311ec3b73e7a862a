//! Sending each letter once, noting what became of it, and trying again.

use std::rc::Rc;

use jiff::{SignedDuration, Timestamp};
use records::{Claim, Place, Records, RecordsError, Standing, Temporary, Winner};
use school_types::{OperationId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{
    Attempt, Courier, Deed, DeliveryError, DeliveryId, Journal, Letter, Note,
    journal::{Open, open},
};

/// How long one attempt may take before somebody else may think its sender dead.
const PATIENCE: SignedDuration = SignedDuration::from_mins(2);
/// How much longer than a letter is worth sending its claims are kept: longer than any form lives, so that a form
/// sent again late still finds that its letter went out.
const REMEMBERED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// What became of a letter, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A courier took it.
    Sent,
    /// It will be tried again, or somebody else is at it.
    Waiting,
    /// It will never be sent.
    #[serde(rename_all = "kebab-case")]
    GivenUp {
        /// Why.
        why: DeliveryError,
    },
}

/// What a round of further attempts did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Retried {
    /// How many letters went out.
    pub sent: usize,
    /// How many were given up.
    pub given_up: usize,
    /// How many are still waiting.
    pub waiting: usize,
}

/// The post of an installation, by one courier.
#[derive(Clone)]
pub struct Post {
    records: Records,
    courier: Rc<dyn Courier>,
}

impl Post {
    /// Sends by `courier`, and keeps what is to be kept in `records`.
    pub fn new(records: Records, courier: Rc<dyn Courier>) -> Self {
        Self { records, courier }
    }

    /// Sends a letter, unless its operation already sent one. A letter that is worth it is kept, sealed, from before
    /// the first attempt until a courier has taken it, so that neither a crash nor a courier that is down loses it.
    ///
    /// Costs seven writes for a letter that is not kept, eleven for one that is.
    ///
    /// # Errors
    ///
    /// [`RecordsError`] when the store failed. The letter may have gone out; sending it again finds out and does no
    /// harm.
    pub async fn send(&self, letter: &Letter) -> Result<Outcome, RecordsError> {
        let place = place(&letter.school, &letter.id);
        let first = attempt(&place, 1);
        let worth = letter.message.kind.worth_sending_for();
        let before = match self.records.standing(&first).await? {
            Standing::Settled(outcome) => return Ok(outcome),
            Standing::Untouched => Attempt::First,
            // Somebody is at it, or died at it and may have handed it over.
            Standing::Pending => Attempt::Again,
        };
        let expires = self.now_and(worth.unwrap_or_default().saturating_add(REMEMBERED_FOR));
        self.records.expire_at(&[Temporary::Value(&place), Temporary::Claim(&first)], expires).await?;
        // Before it is claimed: whoever dies with the claim in hand leaves a letter that is found and sent.
        if worth.is_some() {
            self.keep(&place, letter, before).await?;
        }
        let winner = match self.records.claim(&first, PATIENCE).await? {
            Claim::Won(winner) => winner,
            Claim::Settled(Outcome::Waiting) | Claim::Pending => return Ok(Outcome::Waiting),
            Claim::Settled(outcome) => {
                // Whoever sent it meanwhile did not see that it was kept once more.
                if worth.is_some() {
                    self.records.remove(&place).await?;
                }
                return Ok(outcome);
            }
        };
        let result = self.courier.send(letter, before).await;
        self.conclude(letter, 1, winner, result).await
    }

    /// Tries again what is waiting and due at a school, at most `at_most` letters. To be called by the daily task,
    /// and as often besides as one likes: two callers at once do not send a letter twice.
    ///
    /// # Errors
    ///
    /// [`RecordsError`] when the store failed; what was done until then is noted.
    pub async fn retry_due(&self, school: &SchoolId, at_most: usize) -> Result<Retried, RecordsError> {
        let mut retried = self.hand_over_due(school, at_most).await?;
        let now = self.records.now();
        let from = now.checked_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
        let open = open(&Journal::new(&self.records, school).read(from, now).await?);
        retried.waiting += open.len();
        for open in open.iter().filter(|open| open.due <= now).take(at_most) {
            match self.retry(school, open).await? {
                Outcome::Waiting => continue,
                Outcome::Sent => retried.sent += 1,
                Outcome::GivenUp { .. } => retried.given_up += 1,
            }
            retried.waiting -= 1;
        }
        Ok(retried)
    }

    /// What became of a letter that was sent, as far as is known. Writes nothing; for a letter that is not waiting one
    /// read, or five. Known for a day longer than the letter is worth sending.
    ///
    /// # Errors
    ///
    /// [`RecordsError`] when the store cannot say.
    pub async fn outcome(&self, school: &SchoolId, letter: &OperationId) -> Result<Outcome, RecordsError> {
        let place = place(school, letter);
        let mut number = 1;
        loop {
            match self.records.standing(&attempt(&place, number)).await? {
                Standing::Settled(Outcome::Waiting) => number += 1,
                Standing::Settled(outcome) => return Ok(outcome),
                Standing::Untouched | Standing::Pending => return Ok(Outcome::Waiting),
            }
        }
    }

    async fn retry(&self, school: &SchoolId, open: &Open) -> Result<Outcome, RecordsError> {
        let place = place(school, &open.id);
        let claimed = attempt(&place, open.attempt);
        let worth = open.kind.worth_sending_for().unwrap_or_default();
        let expires = self.now_and(worth.saturating_add(REMEMBERED_FOR));
        self.records.expire_at(&[Temporary::Claim(&claimed)], expires).await?;
        let winner = match self.records.claim(&claimed, PATIENCE).await? {
            Claim::Won(winner) => winner,
            Claim::Settled(outcome) => return Ok(outcome),
            Claim::Pending => return Ok(Outcome::Waiting),
        };
        let in_time = self.records.now().duration_since(open.since) <= worth;
        match self.records.fetch::<Letter>(&place).await? {
            Some(letter) if in_time => {
                let result = self.courier.send(&letter, Attempt::Again).await;
                self.conclude(&letter, open.attempt, winner, result).await
            }
            _ => self.give_up(school, open, &place, winner).await,
        }
    }

    /// Keeps a letter that is about to be sent, unless whoever died over it did.
    async fn keep(&self, place: &Place, letter: &Letter, before: Attempt) -> Result<(), RecordsError> {
        if before == Attempt::Again && self.records.fetch::<Letter>(place).await?.is_some() {
            return Ok(());
        }
        // Kept before it is noted: a note without a letter would be given up, a letter without a note is found by the
        // form sent again.
        self.records.put(place, letter).await?;
        self.journal(&letter.school).note(&Note::of(letter, Deed::Queued)).await
    }

    /// Notes what came of an attempt, and then lets everybody know.
    async fn conclude(
        &self,
        letter: &Letter,
        attempt: u32,
        winner: Box<Winner>,
        result: Result<DeliveryId, DeliveryError>,
    ) -> Result<Outcome, RecordsError> {
        let kept = letter.message.kind.worth_sending_for().is_some();
        let (deed, outcome) = match result {
            Ok(delivery) => (Deed::Sent { delivery }, Outcome::Sent),
            Err(why) if kept && why.may_pass() => (Deed::Failed { why, attempt, last: false }, Outcome::Waiting),
            Err(why) => (Deed::Failed { why, attempt, last: true }, Outcome::GivenUp { why }),
        };
        self.journal(&letter.school).note(&Note::of(letter, deed)).await?;
        settle(winner, outcome).await?;
        if kept && outcome != Outcome::Waiting {
            // All is said and done; a letter that cannot be removed now goes when its time is over.
            let _ = self.records.remove(&place(&letter.school, &letter.id)).await;
        }
        Ok(outcome)
    }

    async fn give_up(
        &self,
        school: &SchoolId,
        open: &Open,
        place: &Place,
        winner: Box<Winner>,
    ) -> Result<Outcome, RecordsError> {
        let why = DeliveryError::TooLate;
        let deed = Deed::Failed { why, attempt: open.attempt, last: true };
        let note = Note { letter: open.id.clone(), kind: open.kind, contact: open.contact.clone(), deed };
        self.journal(school).note(&note).await?;
        settle(winner, Outcome::GivenUp { why }).await?;
        self.records.remove(place).await?;
        Ok(Outcome::GivenUp { why })
    }

    pub(crate) const fn records(&self) -> &Records {
        &self.records
    }

    const fn journal<'a>(&'a self, school: &'a SchoolId) -> Journal<'a> {
        Journal::new(&self.records, school)
    }

    fn now_and(&self, by: SignedDuration) -> Timestamp {
        clock::later(self.records.now(), by)
    }
}

/// How far back a letter can have been queued that is still to be sent or given up: the longest any is worth sending,
/// and three days in which nobody may have called.
pub(crate) const LOOK_BACK: SignedDuration = SignedDuration::from_hours(10 * 24);

/// A claim that was held too long may have been taken over; what was done is done and noted, so the others will find
/// out.
async fn settle(winner: Box<Winner>, outcome: Outcome) -> Result<(), RecordsError> {
    match winner.settle(&outcome).await {
        Err(RecordsError::ClaimLost) => Ok(()),
        settled => settled,
    }
}

pub(crate) fn place(school: &SchoolId, letter: &OperationId) -> Place {
    Place::of_school(school, Domain::Letters).part("letter").part(letter)
}

fn attempt(letter: &Place, number: u32) -> Place {
    letter.clone().part("attempt").part(u64::from(number))
}

#[cfg(test)]
#[path = "post_tests.rs"]
mod tests;
