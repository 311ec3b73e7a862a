//! Keys and ids as GOV.UK Notify gives them out.

use std::{fmt, str::FromStr};

use school_types::Redacted;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A UUID as Notify writes it: 8-4-4-4-12 hexadecimal digits.
const UUID: usize = 36;

/// What was given is not a key or id of GOV.UK Notify. Carries nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// An API key is a name, the service's id and a secret, with hyphens between.
    #[error("not an API key of GOV.UK Notify")]
    NotAKey,
    /// A template's id is a UUID.
    #[error("not the id of a template")]
    NotATemplate,
}

/// An API key: `{name}-{service id}-{secret}`. The name may hold hyphens, so it is read from the right.
///
/// `Debug` shows the service's id, which is no secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NotifyKey {
    service: String,
    secret: Redacted<Zeroizing<String>>,
}

impl NotifyKey {
    /// The service's id: the issuer of its tokens.
    pub(crate) fn service(&self) -> &str {
        &self.service
    }

    /// What its tokens are signed with.
    pub(crate) fn secret(&self) -> &[u8] {
        self.secret.reveal().as_bytes()
    }
}

impl FromStr for NotifyKey {
    type Err = KeyError;

    /// Forgives spaces around it: keys are pasted.
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (rest, secret) = last_uuid(text.trim()).ok_or(KeyError::NotAKey)?;
        let rest = rest.strip_suffix('-').ok_or(KeyError::NotAKey)?;
        let (name, service) = last_uuid(rest).ok_or(KeyError::NotAKey)?;
        if !name.is_empty() && !name.ends_with('-') {
            return Err(KeyError::NotAKey);
        }
        Ok(Self { service: service.to_owned(), secret: Redacted::new(Zeroizing::new(secret.to_owned())) })
    }
}

impl TryFrom<String> for NotifyKey {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}

/// The part of the key that counts; the name is only for people.
impl From<NotifyKey> for String {
    fn from(key: NotifyKey) -> Self {
        format!("{}-{}", key.service, key.secret.reveal().as_str())
    }
}

impl fmt::Debug for NotifyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NotifyKey({})", self.service)
    }
}

/// The id of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TemplateId(String);

impl TemplateId {
    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for TemplateId {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        match last_uuid(text.trim()) {
            Some(("", id)) => Ok(Self(id.to_owned())),
            _ => Err(KeyError::NotATemplate),
        }
    }
}

impl TryFrom<String> for TemplateId {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}

impl From<TemplateId> for String {
    fn from(id: TemplateId) -> Self {
        id.0
    }
}

/// The UUID at the end of `text`, and what is before it.
fn last_uuid(text: &str) -> Option<(&str, &str)> {
    let (rest, uuid) = text.split_at_checked(text.len().checked_sub(UUID)?)?;
    let fits = uuid.bytes().enumerate().all(|(place, byte)| match place {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    });
    fits.then_some((rest, uuid))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
    const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    #[test]
    fn a_key_is_read_from_the_right_whatever_it_is_called() {
        for name in ["live-", "elm-street-primary-", &format!("{SERVICE}-"), "", "\u{e9}l\u{e8}ve-"] {
            let key: NotifyKey = format!(" {name}{SERVICE}-{SECRET}\n").parse().unwrap();
            assert_eq!((key.service(), key.secret()), (SERVICE, SECRET.as_bytes()), "{name}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let short = &SECRET[1..];
        for bad in [
            "",
            SECRET,
            &format!("{SERVICE}{SECRET}"),
            &format!("{SERVICE}-{short}"),
            &format!("live{SERVICE}-{SECRET}"),
            &format!("live-{SERVICE}-{}", "g".repeat(36)),
        ] {
            assert_eq!(bad.parse::<NotifyKey>(), Err(KeyError::NotAKey), "{bad}");
        }
        assert_eq!(format!("x{SERVICE}").parse::<TemplateId>(), Err(KeyError::NotATemplate));
        assert_eq!(SERVICE.parse::<TemplateId>().unwrap().as_str(), SERVICE);
    }

    #[test]
    fn debug_shows_no_secret_and_the_stored_form_reads_back() {
        let key: NotifyKey = format!("live-{SERVICE}-{SECRET}").parse().unwrap();
        assert_eq!(format!("{key:?}"), format!("NotifyKey({SERVICE})"));
        let stored = serde_json::to_string(&key).unwrap();
        assert_eq!(serde_json::from_str::<NotifyKey>(&stored).unwrap(), key);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,100}") {
            let _ = text.parse::<NotifyKey>();
            let _ = text.parse::<TemplateId>();
        }
    }
}
