//! Codes guessed at the same moment: those under way do not pass beyond what the installation takes in a month.

use std::{pin::pin, rc::Rc, task::Poll};

use clock::{Clock, Hand};
use futures::{
    executor::block_on,
    future::{LocalBoxFuture, join_all, poll_fn},
};
use jiff::SignedDuration;
use records::{
    AskedFor, Asker, GUESSES_AT_ONCE, INSTALLATION_A_MONTH, INSTALLATION_AN_HOUR, Records, SentCode, Store, StoreError,
    Tried,
};
use school_types::OperationId;
use testkit::MemoryStore;
use vault::{MasterKey, Vault};

use crate::diary::morning;

/// A store at which everybody waits for everybody else before each call: what is joined goes on call by call.
struct InStep(MemoryStore);

async fn turn() {
    let mut had = false;
    poll_fn(|context| {
        if std::mem::replace(&mut had, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

impl Store for InStep {
    fn get<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        Box::pin(async move {
            turn().await;
            self.0.get(key).await
        })
    }

    fn set<'a>(&'a self, key: &'a str, value: &'a [u8]) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move {
            turn().await;
            self.0.set(key, value).await
        })
    }

    fn delete<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move {
            turn().await;
            self.0.delete(key).await
        })
    }

    fn increment<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<u64, StoreError>> {
        Box::pin(async move {
            turn().await;
            self.0.increment(key).await
        })
    }

    fn keys(&self) -> LocalBoxFuture<'_, Result<Vec<String>, StoreError>> {
        self.0.keys()
    }
}

fn in_step() -> (Records, Hand) {
    let (clock, hand) = Clock::by_hand(morning());
    let vault = Vault::new(MasterKey::from_bytes([7; 32]), None);
    (Records::new(Rc::new(InStep(MemoryStore::new())), vault, clock, Asker::task("test")), hand)
}

/// Requests for codes, each at a mailbox of its own.
fn asked(records: &Records, number: u64, hour: u64) -> Vec<OperationId> {
    let ask = |mailbox| async move {
        match records.ask_for_code(&format!("h{hour}n{mailbox}@example.org"), None).await.unwrap() {
            AskedFor::Code { attempt, is_long: false, .. } => Some(attempt),
            _ => None,
        }
    };
    block_on(join_all((0..number).map(ask))).into_iter().flatten().collect()
}

/// How many of these requests are guessed at, all at the same moment.
fn guess(records: &Records, attempts: &[OperationId]) -> u64 {
    let typed = SentCode::Short("123456".parse().unwrap());
    let tried = attempts.iter().map(|attempt| records.try_code(std::slice::from_ref(attempt), &typed, None));
    let tried = pin!(join_all(tried));
    let made = |tried: &Result<Tried, _>| matches!(tried, Ok(Tried::Wrong { .. }));
    block_on(tried).iter().filter(|tried| made(tried)).count() as u64
}

#[test]
fn however_many_wrong_codes_are_under_way_at_once_every_one_is_counted() {
    let (records, _) = in_step();
    let attempts = asked(&records, INSTALLATION_AN_HOUR.at_most() + 80, 0);
    assert_eq!(guess(&records, &attempts), attempts.len() as u64, "the bound is read before any is counted");
    let guessing = block_on(records.guessing()).unwrap();
    assert_eq!(guessing.wrong_codes_this_month, attempts.len() as u64);
    assert_eq!(guess(&records, &attempts), 0, "and no more this hour");
}

#[test]
fn bursts_of_every_hour_come_to_no_more_than_the_month_allows() {
    let (records, hand) = in_step();
    let mut made = 0;
    for hour in 0..4 {
        let attempts = asked(&records, GUESSES_AT_ONCE, hour);
        made += guess(&records, &attempts);
        hand.advance(SignedDuration::from_hours(1));
    }
    assert!(made > INSTALLATION_AN_HOUR.at_most(), "{made}");
    assert!(made <= INSTALLATION_A_MONTH.at_most(), "{made}");
}
