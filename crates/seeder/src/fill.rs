//! From memory into a store.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use futures::future::try_join_all;
use kv_stores::Store;

/// How many calls are under way at once. SQLite commits together what waits together.
const AT_ONCE: usize = 500;

/// Makes sure that the store holds nothing, by removing everything if `fresh`.
///
/// # Errors
/// When it holds something and may not be emptied, or does not answer.
pub(crate) async fn ensure_empty(store: &dyn Store, fresh: bool) -> Result<()> {
    let keys = store.keys().await?;
    if !fresh && !keys.is_empty() {
        bail!("the store holds {} records already, and nothing was touched", keys.len());
    }
    for portion in keys.chunks(AT_ONCE) {
        try_join_all(portion.iter().map(|key| store.delete(key))).await?;
    }
    Ok(())
}

/// Writes values, then counters. Without its counter an event is not there, so that a seeding which dies in between
/// leaves no school that is half there. Counters are counted up and never set: each backend keeps them in its own form.
///
/// # Errors
/// When the store does not take it all.
pub(crate) async fn fill(
    store: &dyn Store,
    values: BTreeMap<String, Vec<u8>>,
    counters: BTreeMap<String, u64>,
) -> Result<()> {
    store.set_many(values.into_iter().collect()).await?;
    let counters: Vec<(String, u64)> = counters.into_iter().collect();
    for portion in counters.chunks(AT_ONCE) {
        try_join_all(portion.iter().map(|(key, count)| count_up(store, key, *count))).await?;
    }
    Ok(())
}

async fn count_up(store: &dyn Store, key: &str, count: u64) -> Result<()> {
    let delta = i64::try_from(count).context("a counter beyond every store")?;
    store.increment(key, delta).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kv_stores::{Address, Backend, DEFAULT_LABEL};
    use tempfile::TempDir;

    use super::*;

    async fn store() -> (TempDir, Arc<dyn Store>) {
        let folder = tempfile::tempdir().unwrap();
        let backend = Backend::open(&Address::Sqlite, folder.path()).await.unwrap();
        (folder, backend.store(DEFAULT_LABEL))
    }

    async fn filled(store: &dyn Store) {
        let values = BTreeMap::from([("a/1".to_owned(), b"one".to_vec()), ("a/2".to_owned(), b"two".to_vec())]);
        let counters = (0..1200).map(|n| (format!("{n}/n"), 2)).collect();
        fill(store, values, counters).await.unwrap();
    }

    #[tokio::test]
    async fn counters_go_on_from_where_the_samples_ended() {
        let (_folder, store) = store().await;
        filled(&*store).await;
        assert_eq!(store.get("a/2").await.unwrap().unwrap(), b"two");
        assert_eq!(store.increment("1199/n", 1).await.unwrap(), 3);
    }

    #[tokio::test]
    async fn a_store_that_holds_anything_is_left_alone_unless_it_is_to_be_emptied() {
        let (_folder, store) = store().await;
        ensure_empty(&*store, false).await.unwrap();
        filled(&*store).await;

        let refused = ensure_empty(&*store, false).await.unwrap_err();
        assert!(refused.to_string().starts_with("the store holds 1202 records"));
        assert_eq!(store.keys().await.unwrap().len(), 1202);

        ensure_empty(&*store, true).await.unwrap();
        assert!(store.keys().await.unwrap().is_empty());
    }
}
