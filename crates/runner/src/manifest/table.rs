//! Reading one TOML table key by key, so that a key nobody asked for is found and named.

use super::ManifestError;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// A table being read. Each key is taken out once; [`Reader::finish`] refuses what is left.
pub(super) struct Reader {
    place: String,
    table: Table,
}

type Result<T> = std::result::Result<T, ManifestError>;

impl Reader {
    pub(super) fn new(place: impl Into<String>, table: Table) -> Self {
        Self { place: place.into(), table }
    }

    pub(super) fn error(&self, problem: impl std::fmt::Display) -> ManifestError {
        ManifestError::new(&self.place, problem)
    }

    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.table.remove(key)
    }

    /// Drops keys that describe the application to people and other tools.
    pub(super) fn ignore(&mut self, keys: &[&str]) {
        for key in keys {
            self.table.remove(*key);
        }
    }

    pub(super) fn text(&mut self, key: &str) -> Result<Option<String>> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.error(format!("`{key}` must be text"))),
        }
    }

    pub(super) fn required_text(&mut self, key: &str) -> Result<String> {
        let text = self.text(key)?;
        text.ok_or_else(|| self.error(format!("`{key}` is missing")))
    }

    pub(super) fn flag(&mut self, key: &str) -> Result<bool> {
        match self.take(key) {
            None => Ok(false),
            Some(Value::Boolean(flag)) => Ok(flag),
            Some(_) => Err(self.error(format!("`{key}` must be true or false"))),
        }
    }

    pub(super) fn list(&mut self, key: &str) -> Result<Vec<String>> {
        let error = self.error(format!("`{key}` must be a list of text"));
        let Some(value) = self.take(key) else {
            return Ok(Vec::new());
        };
        let Value::Array(items) = value else {
            return Err(error);
        };
        let text = |item| match item {
            Value::String(text) => Ok(text),
            _ => Err(error.clone()),
        };
        items.into_iter().map(text).collect()
    }

    /// A table of text values; each value's key is named if it is something else.
    pub(super) fn texts(&mut self, key: &str) -> Result<BTreeMap<String, String>> {
        let table = match self.take(key) {
            None => return Ok(BTreeMap::new()),
            Some(Value::Table(table)) => table,
            Some(_) => return Err(self.error(format!("`{key}` must be a table"))),
        };
        let text = |(name, value)| match value {
            Value::String(text) => Ok((name, text)),
            _ => Err(self.error(format!("`{key}.{name}` must be text"))),
        };
        table.into_iter().map(text).collect()
    }

    /// A table of tables, each to be read at the place `[key.name]`.
    pub(super) fn tables(&mut self, key: &str) -> Result<Vec<(String, Reader)>> {
        let Some(value) = self.take(key) else {
            return Ok(Vec::new());
        };
        let Value::Table(tables) = value else {
            return Err(self.error(format!("`{key}` must be a table")));
        };
        let reader = |(name, value)| match value {
            Value::Table(table) => {
                let place = format!("[{key}.{name}]");
                Ok((name, Reader::new(place, table)))
            }
            _ => Err(self.error(format!("`{key}.{name}` must be a table"))),
        };
        tables.into_iter().map(reader).collect()
    }

    /// Refuses the first key that is left: as unsupported if Spin knows it, else as unknown.
    pub(super) fn finish(self, known_to_spin: &[&str]) -> Result<()> {
        match self.table.keys().next() {
            None => Ok(()),
            Some(key) if known_to_spin.contains(&key.as_str()) => {
                Err(self.error(format!("`{key}` is not supported by the runner; use Spin for it")))
            }
            Some(key) => Err(self.error(format!("`{key}` is not a key of a Spin manifest"))),
        }
    }
}
