//! `wasi:config/store@0.2.0-draft-2024-09-27`: the same variables for components of WASI 0.2, as in Spin.

use super::{
    HostView,
    bindings::wasi::config::store::{Error, Host as Config},
};

type Answer<T> = wasmtime::Result<Result<T, Error>>;

impl Config for HostView<'_> {
    /// A name that no variable can have is the name of none: unlike in Spin's own interface it is no error.
    async fn get(&mut self, key: String) -> Answer<Option<String>> {
        Ok(Ok(self.permissions.variables.get(&key).cloned()))
    }

    async fn get_all(&mut self) -> Answer<Vec<(String, String)>> {
        let all = self.permissions.variables.iter();
        Ok(Ok(all.map(|(name, value)| (name.clone(), value.clone())).collect()))
    }
}
