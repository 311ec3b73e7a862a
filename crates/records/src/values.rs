//! Single sealed values and counters, for what is not a history: drafts, wordings by their hash, pointers.

use serde::{Serialize, de::DeserializeOwned};

use crate::{Place, Records, RecordsError, StoreError};

impl Records {
    /// Puts `value` at `place`, in place of whatever is there. The last writer wins, so this is for values only one
    /// person writes, or that are the same whoever writes them; a fact belongs in a [`crate::Stream`]. One write.
    pub async fn put(&self, place: &Place, value: &impl Serialize) -> Result<(), RecordsError> {
        self.put_at(place, &place.key("value"), value).await
    }

    /// The value at `place`, or none if nothing was put there. One read.
    pub async fn fetch<T: DeserializeOwned>(&self, place: &Place) -> Result<Option<T>, RecordsError> {
        self.fetch_at(place, &place.key("value")).await
    }

    /// Removes the value at `place`, if there is one. One write.
    pub async fn remove(&self, place: &Place) -> Result<(), RecordsError> {
        Ok(self.store.delete(&place.key("value")).await?)
    }

    /// Counts one more at `place` and answers how many it makes. One write.
    pub async fn count(&self, place: &Place) -> Result<u64, RecordsError> {
        Ok(self.store.increment(&place.key("count")).await?)
    }

    /// How many were counted at `place`. One read.
    pub async fn counted(&self, place: &Place) -> Result<u64, RecordsError> {
        Ok(self.store.counter(&place.key("count")).await?)
    }

    /// Whether the store answers: reads one key that need not exist. One read.
    pub async fn reachable(&self) -> Result<(), StoreError> {
        self.store.get("_/health").await.map(drop)
    }

    pub(crate) async fn put_at(&self, place: &Place, key: &str, value: &impl Serialize) -> Result<(), RecordsError> {
        let json = serde_json::to_vec(value).map_err(|_| RecordsError::NoJson)?;
        let sealed = self.vault.seal(&place.scope(), key, &json)?;
        Ok(self.store.set(key, &sealed).await?)
    }

    pub(crate) async fn fetch_at<T: DeserializeOwned>(
        &self,
        place: &Place,
        key: &str,
    ) -> Result<Option<T>, RecordsError> {
        let Some(sealed) = self.store.get(key).await? else { return Ok(None) };
        let json = self
            .vault
            .open(&place.scope(), key, &sealed)
            .map_err(|source| RecordsError::Value { key: key.to_owned(), source })?;
        match terse_json::read(&json) {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(RecordsError::ValueForm { key: key.to_owned() }),
        }
    }
}
