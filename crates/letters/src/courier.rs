//! How letters travel. `DeliveryError` belongs to this layer.

use std::{fmt, rc::Rc};

use clock::Clock;
use futures::future::LocalBoxFuture;
use records::Records;
use school_types::{ContactId, OperationId, Redacted, SchoolId};
use serde::{Deserialize, Serialize};
use settings::{Delivery, Settings, SettingsError};

use crate::{Http, Message, Notify, NotifyAccount, Outbox, Webhook};

/// A letter on its way: what it says, to whom, and for which deed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The operation it belongs to: two letters of one id are one letter.
    pub id: OperationId,
    /// The school it is sent for.
    pub school: SchoolId,
    /// Whom it is for, where the school lists them.
    pub contact: Option<ContactId>,
    /// The e-mail address.
    pub to: Redacted<String>,
    /// What it says.
    pub message: Message,
}

/// Whether a letter may have been handed over before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// It cannot have been.
    First,
    /// It may have been, by somebody who never heard the answer: the courier looks before sending it again.
    Again,
}

/// What the courier calls a letter it has taken: an id of Notify's, of the webhook's, or a number of the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeliveryId(String);

impl DeliveryId {
    /// Longer ids are cut: they come from elsewhere.
    const LONGEST: usize = 100;

    pub(crate) fn new(id: &str) -> Self {
        Self(id.chars().filter(char::is_ascii_graphic).take(Self::LONGEST).collect())
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a courier did not take a letter. Carries nothing of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryError {
    /// Too much at once, or a fault of theirs.
    #[error("the courier is busy")]
    #[serde(rename_all = "kebab-case")]
    Busy {
        /// How many seconds they ask to wait, if they say.
        retry_after: Option<u32>,
    },
    /// No answer. It may have arrived.
    #[error("the courier did not answer")]
    Unreachable,
    /// They know us not, or not like this: a wrong key, a missing template, a clock that is wrong.
    #[error("the courier does not take our letters: status {status}")]
    NotAccepted {
        /// Their answer's status.
        status: u16,
    },
    /// The school has not said how its letters are to travel.
    #[error("the school has no courier yet")]
    NotSetUp,
    /// Nothing can be delivered to this address.
    #[error("the courier does not take this address")]
    BadAddress,
    /// It was not sent in time, and is worth nothing any more.
    #[error("it was not sent in time")]
    TooLate,
}

impl DeliveryError {
    /// Whether trying again later can help; where it is for somebody to put right, they may have by then.
    pub const fn may_pass(self) -> bool {
        !matches!(self, Self::BadAddress | Self::TooLate)
    }
}

/// Takes letters.
pub trait Courier {
    /// Hands a letter over.
    ///
    /// # Errors
    ///
    /// See [`DeliveryError`].
    fn send<'a>(
        &'a self,
        letter: &'a Letter,
        attempt: Attempt,
    ) -> LocalBoxFuture<'a, Result<DeliveryId, DeliveryError>>;
}

/// The courier the settings name. `shared` is an account with GOV.UK Notify for the schools that have handed over
/// none of their own; `records` hold theirs, and the outbox; `clock` dates what is signed.
///
/// # Errors
///
/// [`SettingsError`] when the component was not given what that courier needs.
pub fn courier(
    settings: &Settings,
    shared: Option<NotifyAccount>,
    http: Rc<dyn Http>,
    records: &Records,
    clock: &Clock,
) -> Result<Rc<dyn Courier>, SettingsError> {
    Ok(match settings.delivery()? {
        Delivery::Outbox => Rc::new(Outbox::new(records.clone())),
        Delivery::Notify => {
            let address = settings.notify_address.clone();
            Rc::new(Notify::new(http, address, shared, records.clone(), clock.clone()))
        }
        Delivery::Webhook => {
            let (address, secret) = settings.webhook()?;
            Rc::new(Webhook::new(http, address.clone(), secret.clone(), clock.clone()))
        }
    })
}

impl fmt::Display for DeliveryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How long an answer asks to wait: `Retry-After` in seconds (RFC 9110 section 10.2.3); its other form, a date, is
/// passed over.
pub(crate) fn retry_after(headers: &http::HeaderMap) -> Option<u32> {
    headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()
}
