//! What both backends must do alike.

use kv_stores::{Error, Store};
use std::{collections::BTreeSet, sync::Arc};

/// Runs every promise of [`Store`] against an empty store.
pub(crate) async fn holds(store: Arc<dyn Store>) {
    values_come_back_as_they_went_in(&*store).await;
    a_counter_counts_from_nothing_and_by_any_step(&*store).await;
    what_is_no_counter_cannot_be_incremented(&*store).await;
    concurrent_increments_give_every_caller_another_number(Arc::clone(&store)).await;
    many_values_are_written_at_once(&*store).await;
}

async fn values_come_back_as_they_went_in(store: &dyn Store) {
    assert_eq!(store.get("a").await.unwrap(), None);
    assert!(!store.exists("a").await.unwrap());
    let every_byte: Vec<u8> = (0..=255).collect();
    store.set("a", every_byte.clone()).await.unwrap();
    assert_eq!(store.get("a").await.unwrap(), Some(every_byte));
    store.set("a", Vec::new()).await.unwrap();
    assert_eq!(store.get("a").await.unwrap(), Some(Vec::new()));
    assert!(store.exists("a").await.unwrap(), "empty is not absent");
    store.delete("a").await.unwrap();
    store.delete("a").await.unwrap();
    assert!(!store.exists("a").await.unwrap());
}

async fn a_counter_counts_from_nothing_and_by_any_step(store: &dyn Store) {
    assert_eq!(store.increment("n", 1).await.unwrap(), 1);
    assert_eq!(store.increment("n", 41).await.unwrap(), 42);
    assert_eq!(store.increment("n", -2).await.unwrap(), 40);
}

async fn what_is_no_counter_cannot_be_incremented(store: &dyn Store) {
    store.set("words", b"three words here".to_vec()).await.unwrap();
    let refused = store.increment("words", 1).await;
    assert!(matches!(refused, Err(Error::NotACounter)), "{refused:?}");
    let kept = store.get("words").await.unwrap();
    assert_eq!(kept.as_deref(), Some(&b"three words here"[..]));
}

async fn concurrent_increments_give_every_caller_another_number(store: Arc<dyn Store>) {
    let callers = (0..200).map(|_| {
        let store = Arc::clone(&store);
        tokio::spawn(async move { store.increment("crowd", 1).await.unwrap() })
    });
    let mut numbers = BTreeSet::new();
    for caller in callers.collect::<Vec<_>>() {
        numbers.insert(caller.await.unwrap());
    }
    assert_eq!(numbers, (1..=200).collect());
}

async fn many_values_are_written_at_once(store: &dyn Store) {
    let before = store.keys().await.unwrap().len();
    let entry = |i: u32| (format!("many/{i}"), i.to_le_bytes().to_vec());
    store.set_many((0..2_500).map(entry).collect()).await.unwrap();
    let keys = store.keys().await.unwrap();
    assert_eq!(keys.len(), before + 2_500);
    assert!(keys.contains(&"many/2499".to_owned()));
    let last = store.get("many/2499").await.unwrap();
    assert_eq!(last, Some(2_499_u32.to_le_bytes().to_vec()));
}
