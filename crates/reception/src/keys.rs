//! The vault of a component.

use settings::{Settings, SettingsError};
use vault::{Keyring, Vault};

/// The vault under the keys this component was given.
///
/// # Errors
/// [`SettingsError`] without a keyring, or with one that cannot be read.
pub fn vault_of(settings: &Settings) -> Result<Vault, SettingsError> {
    let keyring: Keyring = settings
        .keyring()?
        .reveal()
        .parse()
        .map_err(|_| SettingsError::Wrong { name: "keyring", problem: "it is not as `cargo xtask keys` writes it" })?;
    Ok(Vault::of(keyring))
}
