//! What one component is given of the keys.

use std::{collections::BTreeMap, fmt, str::FromStr};

use zeroize::Zeroizing;

use crate::{Domain, MasterKey, keys::DomainKey};

/// A setting that should be a keyring is not one. Carries nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a keyring is a list of domains with their keys, as `cargo xtask keys` writes it")]
pub struct KeyringError;

/// The keys of the domains one component works in, and of no other: a fault in it opens nothing else.
///
/// As text it is a list of entries with a comma between them, each `domain:current:index` or `domain:current:index:previous`, where
/// every key has 72 hexadecimal digits: nothing that a shell or a file of variables would read in another way.
pub struct Keyring(BTreeMap<Domain, DomainKeys>);

/// The keys of one domain.
pub(crate) struct DomainKeys {
    /// Seals.
    pub(crate) current: DomainKey,
    /// Keys the hashes, and never changes.
    pub(crate) index: DomainKey,
    /// Opens what was sealed before the last change.
    pub(crate) previous: Option<DomainKey>,
}

impl Keyring {
    /// The keys of these domains, derived from what the operator keeps.
    pub fn derive(
        master: &MasterKey,
        index: &MasterKey,
        previous: Option<&MasterKey>,
        domains: impl IntoIterator<Item = Domain>,
    ) -> Self {
        let keys = |domain| DomainKeys {
            current: master.domain_key(domain),
            index: index.domain_key(domain),
            previous: previous.map(|key| key.domain_key(domain)),
        };
        Self(domains.into_iter().map(|domain| (domain, keys(domain))).collect())
    }

    /// The text of the variable that gives it to a component. Wiped when dropped.
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::new());
        for (domain, DomainKeys { current, index, previous }) in &self.0 {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(domain.as_str());
            for key in [Some(current), Some(index), previous.as_ref()].into_iter().flatten() {
                text.push(':');
                text.push_str(&key.to_hex());
            }
        }
        text
    }

    pub(crate) fn into_keys(self) -> BTreeMap<Domain, DomainKeys> {
        self.0
    }
}

impl FromStr for Keyring {
    type Err = KeyringError;

    fn from_str(text: &str) -> Result<Self, KeyringError> {
        let mut keys = BTreeMap::new();
        for entry in text.split(',') {
            let (domain, entry) = read(entry).ok_or(KeyringError)?;
            if keys.insert(domain, entry).is_some() {
                return Err(KeyringError);
            }
        }
        Ok(Self(keys))
    }
}

fn read(entry: &str) -> Option<(Domain, DomainKeys)> {
    let mut parts = entry.split(':');
    let domain = parts.next()?.parse().ok()?;
    let mut key = || parts.next().map(|digits| DomainKey::from_hex(digits).ok_or(KeyringError));
    let (current, index) = (key()?.ok()?, key()?.ok()?);
    let previous = key().transpose().ok()?;
    parts.next().is_none().then_some((domain, DomainKeys { current, index, previous }))
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let domains = self.0.keys().map(|domain| domain.as_str());
        f.debug_tuple("Keyring").field(&domains.collect::<Vec<_>>()).finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{OpenError, Scope, SealError, Vault};

    fn key(byte: u8) -> MasterKey {
        MasterKey::from_bytes([byte; 32])
    }

    /// What a component is given, as it reads it.
    fn given(master: u8, previous: Option<u8>, domains: &[Domain]) -> Vault {
        let keyring = Keyring::derive(&key(master), &key(9), previous.map(key).as_ref(), domains.iter().copied());
        Vault::of(keyring.to_text().parse().unwrap())
    }

    #[test]
    fn a_keyring_opens_what_the_master_seals_in_its_domains_and_nothing_else() {
        let whole = Vault::new(key(1), None).with_index_key(key(9));
        let held = [Domain::Settings, Domain::Publication];
        let part = given(1, None, &held);
        for domain in Domain::ALL {
            let scope = Scope::installation(domain);
            let sealed = whole.seal(&scope, "_/x", b"kept").unwrap();
            if held.contains(&domain) {
                assert_eq!(part.open(&scope, "_/x", &sealed).unwrap(), b"kept");
                assert_eq!(part.blind(&scope, "label", b"x"), whole.blind(&scope, "label", b"x"));
                assert_eq!(whole.open(&scope, "_/x", &part.seal(&scope, "_/x", b"kept").unwrap()).unwrap(), b"kept");
            } else {
                assert_eq!(part.open(&scope, "_/x", &sealed), Err(OpenError::NoKey(domain)));
                assert_eq!(part.seal(&scope, "_/x", b"kept"), Err(SealError::NoKey(domain)));
                // Nor with a key it does have.
                for own in held {
                    assert!(part.open(&Scope::installation(own), "_/x", &sealed).is_err());
                }
            }
        }
    }

    #[test]
    fn what_was_sealed_before_the_master_key_changed_still_opens() {
        let scope = Scope::installation(Domain::People);
        let sealed = given(1, None, &[Domain::People]).seal(&scope, "_/x", b"kept").unwrap();
        let changed = given(2, Some(1), &[Domain::People]);
        assert_eq!(changed.open(&scope, "_/x", &sealed).unwrap(), b"kept");
        assert_eq!(given(2, None, &[Domain::People]).open(&scope, "_/x", &sealed), Err(OpenError::UnknownKey));
        assert_eq!(changed.blind(&scope, "a", b"x"), given(1, None, &[Domain::People]).blind(&scope, "a", b"x"));
    }

    #[test]
    fn a_text_that_is_no_keyring_is_refused_and_not_shown() {
        let digits = "ab".repeat(36);
        let good = format!("people:{digits}:{digits}");
        assert!(good.parse::<Keyring>().is_ok());
        for bad in [
            String::new(),
            " ".into(),
            digits.clone(),
            format!("people:{digits}"),
            format!("pupils:{digits}:{digits}"),
            format!("{good}:{digits}:{digits}"),
            format!("{good}:"),
            format!("{good},{good}"),
            format!("{good},"),
            format!(" {good}"),
            good.replace("ab:", "a:"),
        ] {
            let error = bad.parse::<Keyring>().unwrap_err();
            assert!(!error.to_string().contains(&digits), "{bad:?}");
        }
        assert_eq!(format!("{:?}", good.parse::<Keyring>().unwrap()), r#"Keyring(["people"])"#);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[a-z0-9:, -]{0,200}") {
            prop_assert!(text.parse::<Keyring>().is_err());
        }
    }
}
