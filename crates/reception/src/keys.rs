//! The vault of a component.

use settings::{KeyBytes, Settings, SettingsError};
use vault::{MasterKey, Vault};

/// The vault under the keys this component was given.
///
/// # Errors
/// [`SettingsError::Missing`] without a master key or an index key.
pub fn vault_of(settings: &Settings) -> Result<Vault, SettingsError> {
    let vault = Vault::new(key(settings.master_key()?), settings.master_key_previous.as_ref().map(key));
    Ok(vault.with_index_key(key(settings.index_key()?)))
}

fn key(bytes: &KeyBytes) -> MasterKey {
    MasterKey::from_bytes(**bytes.reveal())
}
