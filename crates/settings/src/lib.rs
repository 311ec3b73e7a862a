#![doc = include_str!("../README.md")]

mod address;
mod secret;
#[cfg(feature = "spin")]
mod spin;

use std::collections::BTreeMap;

use http::HeaderName;

pub use address::{Origin, Url};
pub use secret::Secret;

/// Where GOV.UK Notify answers unless `notify_address` says otherwise.
const NOTIFY: &str = "https://api.notifications.service.gov.uk";

/// The header in which Spin and our runner name the client, as `address:port`.
const SPIN_CLIENT_ADDRESS: HeaderName = HeaderName::from_static("spin-client-addr");

/// Why the settings cannot be used. Names the variable, never its value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The component needs a variable that it was not given, or that is empty.
    #[error("the variable {0} is not set for this component")]
    Missing(&'static str),
    /// The variable holds something it must not.
    #[error("the variable {name}: {problem}")]
    Wrong {
        /// The variable.
        name: &'static str,
        /// What is wrong, in general terms.
        problem: &'static str,
    },
    /// The platform could not say what the variable holds.
    #[error("the variable {0} could not be read")]
    Unreadable(&'static str),
}

/// How letters leave the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// They stay here, readable at `/dev/outbox`. Only in a demonstration.
    Outbox,
    /// By e-mail through GOV.UK Notify, with each school's own key.
    Notify,
    /// As a signed `POST` to one address of the operator's.
    Webhook,
}

/// The variables of the application, as far as this component was given them.
///
/// `Debug` shows no secret.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `keyring`: the keys of the domains this component works in, as `cargo xtask keys` writes them.
    pub keyring: Option<Secret>,
    /// `delivery`: `outbox`, `notify` or `webhook`.
    pub delivery: Option<Delivery>,
    /// `demo`: `true` or `false`; `false` when not given.
    pub demo: bool,
    /// `public_address`: where people reach the application, `https://gate.example.org`.
    pub public_address: Option<Origin>,
    /// `client_address_header`: where the client's address is found; `spin-client-addr` when not given.
    pub client_address_header: HeaderName,
    /// `notify_address`: where GOV.UK Notify answers; its own address when not given.
    pub notify_address: Origin,
    /// `webhook_address`: where letters are posted to.
    pub webhook_address: Option<Url>,
    /// `webhook_secret`: signs the letters posted there; at least 32 characters.
    pub webhook_secret: Option<Secret>,
    /// `task_token`: what the daily clock presents; at least 32 characters.
    pub task_token: Option<Secret>,
}

impl Settings {
    /// Every variable there is.
    pub const NAMES: [&'static str; 9] = [
        "keyring",
        "delivery",
        "demo",
        "public_address",
        "client_address_header",
        "notify_address",
        "webhook_address",
        "webhook_secret",
        "task_token",
    ];

    /// Reads the settings from names and values, as tests and the runner have them. Names that are no variable of
    /// ours are passed over, an empty value counts as not given.
    ///
    /// # Errors
    ///
    /// [`SettingsError::Wrong`] when a value cannot be what its name says, or is a demonstration's in production.
    pub fn from_pairs<N: AsRef<str>, V: Into<String>>(
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Self, SettingsError> {
        let mut given = Given::default();
        for (name, value) in pairs {
            if let Some(name) = Self::NAMES.into_iter().find(|known| *known == name.as_ref()) {
                given.0.insert(name, value.into());
            }
        }
        Self::check(given)
    }

    fn check(mut given: Given) -> Result<Self, SettingsError> {
        let demo = match given.take("demo").as_deref() {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => return Err(wrong("demo", "it is neither true nor false")),
        };
        let delivery = match given.take("delivery").as_deref() {
            None => None,
            Some("outbox") if demo => Some(Delivery::Outbox),
            Some("outbox") => return Err(wrong("delivery", "the outbox is for demonstrations and needs demo = true")),
            Some("notify") => Some(Delivery::Notify),
            Some("webhook") => Some(Delivery::Webhook),
            Some(_) => return Err(wrong("delivery", "it is none of outbox, notify and webhook")),
        };
        let client_address_header = match given.take("client_address_header") {
            None => SPIN_CLIENT_ADDRESS,
            Some(name) => name.parse().map_err(|_| wrong("client_address_header", "it is not the name of a header"))?,
        };
        let notify_address = match given.take("notify_address") {
            None => Origin::parse("notify_address", NOTIFY, false)?,
            Some(text) => Origin::parse("notify_address", &text, demo)?,
        };
        Ok(Self {
            keyring: given.read("keyring", secret::long)?,
            delivery,
            demo,
            public_address: given.read("public_address", |name, text| Origin::parse(name, &text, demo))?,
            client_address_header,
            notify_address,
            webhook_address: given.read("webhook_address", |name, text| Url::parse(name, &text, demo))?,
            webhook_secret: given.read("webhook_secret", secret::long)?,
            task_token: given.read("task_token", secret::long)?,
        })
    }

    /// The keys of this component.
    ///
    /// # Errors
    ///
    /// [`SettingsError::Missing`] when it was given none.
    pub fn keyring(&self) -> Result<&Secret, SettingsError> {
        self.keyring.as_ref().ok_or(SettingsError::Missing("keyring"))
    }

    /// Where people reach the application.
    ///
    /// # Errors
    ///
    /// [`SettingsError::Missing`] when this component was not given it.
    pub fn public_address(&self) -> Result<&Origin, SettingsError> {
        self.public_address.as_ref().ok_or(SettingsError::Missing("public_address"))
    }

    /// How letters leave.
    ///
    /// # Errors
    ///
    /// [`SettingsError::Missing`] when this component was not given it.
    pub fn delivery(&self) -> Result<Delivery, SettingsError> {
        self.delivery.ok_or(SettingsError::Missing("delivery"))
    }

    /// Where letters are posted to, and the secret that signs them.
    ///
    /// # Errors
    ///
    /// [`SettingsError::Missing`] when this component was not given both.
    pub fn webhook(&self) -> Result<(&Url, &Secret), SettingsError> {
        let address = self.webhook_address.as_ref().ok_or(SettingsError::Missing("webhook_address"))?;
        let secret = self.webhook_secret.as_ref().ok_or(SettingsError::Missing("webhook_secret"))?;
        Ok((address, secret))
    }

    /// What the daily clock presents.
    ///
    /// # Errors
    ///
    /// [`SettingsError::Missing`] when this component was not given it.
    pub fn task_token(&self) -> Result<&Secret, SettingsError> {
        self.task_token.as_ref().ok_or(SettingsError::Missing("task_token"))
    }
}

/// What was given, by name.
#[derive(Default)]
struct Given(BTreeMap<&'static str, String>);

impl Given {
    fn take(&mut self, name: &'static str) -> Option<String> {
        self.0.remove(name).filter(|value| !value.is_empty())
    }

    fn read<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&'static str, String) -> Result<T, SettingsError>,
    ) -> Result<Option<T>, SettingsError> {
        self.take(name).map(|value| read(name, value)).transpose()
    }
}

fn wrong(name: &'static str, problem: &'static str) -> SettingsError {
    SettingsError::Wrong { name, problem }
}

#[cfg(test)]
mod tests;
