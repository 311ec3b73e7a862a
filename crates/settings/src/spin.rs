//! Where the variables come from on the platform.

use futures::future::join_all;
use spin_sdk::variables;

use crate::{Given, Settings, SettingsError};

impl Settings {
    /// Reads the variables this component was given. All are asked for at once, because a provider may be a network
    /// away.
    ///
    /// # Errors
    ///
    /// [`SettingsError::Unreadable`] when the platform fails to answer (a variable the manifest does not give is
    /// simply not given), and everything [`Settings::from_pairs`] refuses.
    pub async fn from_spin() -> Result<Self, SettingsError> {
        let mut given = Given::default();
        for read in join_all(Self::NAMES.into_iter().map(read)).await {
            if let (name, Some(value)) = read? {
                given.0.insert(name, value);
            }
        }
        Self::check(given)
    }
}

async fn read(name: &'static str) -> Result<(&'static str, Option<String>), SettingsError> {
    match variables::get(name).await {
        Ok(value) => Ok((name, Some(value))),
        Err(variables::Error::Undefined(_)) => Ok((name, None)),
        Err(_) => Err(SettingsError::Unreadable(name)),
    }
}
