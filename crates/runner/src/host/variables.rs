//! `spin:variables@3`: the variables the manifest gives the component, and no others.

use super::{
    Host, HostView,
    bindings::spin::variables::variables::{Error, Host as Variables, HostWithStore},
};
use wasmtime::component::Accessor;

impl Variables for HostView<'_> {}

impl<T> HostWithStore<T> for Host {
    async fn get(accessor: &Accessor<T, Self>, name: String) -> wasmtime::Result<Result<String, Error>> {
        let valid = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if name.is_empty() || !name.bytes().all(valid) {
            let reason = "a variable's name is made of a-z, 0-9 and _".to_owned();
            return Ok(Err(Error::InvalidName(reason)));
        }
        let value = accessor.with(|mut access| {
            let view = access.get();
            view.permissions.variables.get(&name).cloned()
        });
        let undefined = || Error::Undefined(format!("no variable `{name}` for this component"));
        Ok(value.ok_or_else(undefined))
    }
}
