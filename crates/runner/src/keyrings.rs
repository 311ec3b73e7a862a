//! Each component's keys, derived from the operator's.

use crate::{manifest::Manifest, templates::environment_name};
use std::collections::HashMap;
use vault::{Keyring, MasterKey};

/// Why there are no keyrings. Carries nothing of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum KeyringsError {
    /// One of the operator's two keys is there and the other is not.
    #[error("SPIN_VARIABLE_MASTER_KEY and SPIN_VARIABLE_INDEX_KEY go together")]
    Alone,
    /// A key is none.
    #[error("{0} is not 64 hexadecimal digits")]
    Malformed(&'static str),
    /// A key that somebody made up, such as 64 zeros.
    #[error("{0} is a placeholder, not a random key: openssl rand -hex 32")]
    Placeholder(&'static str),
}

const MASTER: &str = "SPIN_VARIABLE_MASTER_KEY";
const INDEX: &str = "SPIN_VARIABLE_INDEX_KEY";
const PREVIOUS: &str = "SPIN_VARIABLE_MASTER_KEY_PREVIOUS";

/// The variable `keyring_<component>` of every component that works with records, by its name in the environment. None where the
/// environment does not hold the master key: then it has to hold the keyrings.
///
/// # Errors
/// [`KeyringsError`] where what it holds cannot be used.
pub(crate) fn derive(
    manifest: &Manifest,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<HashMap<String, String>, KeyringsError> {
    let key = |name| match environment(name).filter(|digits| !digits.is_empty()) {
        None => Ok(None),
        Some(digits) => {
            let key: MasterKey = digits.parse().map_err(|_| KeyringsError::Malformed(name))?;
            if key.is_placeholder() { Err(KeyringsError::Placeholder(name)) } else { Ok(Some(key)) }
        }
    };
    let (master, index) = match (key(MASTER)?, key(INDEX)?) {
        (Some(master), Some(index)) => (master, index),
        (None, None) => return Ok(HashMap::new()),
        _ => return Err(KeyringsError::Alone),
    };
    let previous = key(PREVIOUS)?;
    let with_keys = manifest.components.iter().filter(|(_, component)| !component.keys.is_empty());
    let keyring = |(id, component): (&String, &crate::manifest::Component)| {
        let keyring = Keyring::derive(&master, &index, previous.as_ref(), component.keys.iter().copied());
        (environment_name(&format!("keyring_{}", id.replace('-', "_"))), keyring.to_text().to_string())
    };
    Ok(with_keys.map(keyring).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;
    use vault::{Domain, OpenError, Scope, Vault};

    const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    fn manifest(keys: &str) -> Manifest {
        let text = format!(
            r#"
            spin_manifest_version = 2
            application.name = "a"
            component.front-door = {{ source = "one.wasm", tool.schoolgate.keys = {keys}, tool.other.keys = 7 }}
            component.assets = {{ source = "two.wasm" }}
            trigger.http = [{{ route = "/...", component = "assets" }}]
            "#
        );
        Manifest::parse(&text, Path::new(".")).unwrap()
    }

    #[test]
    fn a_component_is_given_the_keys_of_its_own_domains() {
        let given = derive(&manifest(r#"["settings"]"#), |name| (name != PREVIOUS).then(|| KEY.to_owned())).unwrap();
        assert_eq!(given.keys().collect::<Vec<_>>(), ["SPIN_VARIABLE_KEYRING_FRONT_DOOR"]);
        assert!(given.values().all(|keyring| !keyring.contains(KEY)));
        let vault = Vault::of(given["SPIN_VARIABLE_KEYRING_FRONT_DOOR"].parse().unwrap());
        let whole = Vault::new(KEY.parse().unwrap(), None);
        let seal = |domain| whole.seal(&Scope::installation(domain), "_/x", b"kept").unwrap();
        let open = |domain, sealed: &[u8]| vault.open(&Scope::installation(domain), "_/x", sealed);
        assert_eq!(open(Domain::Settings, &seal(Domain::Settings)).unwrap(), b"kept");
        assert_eq!(open(Domain::People, &seal(Domain::People)), Err(OpenError::NoKey(Domain::People)));
    }

    #[test]
    fn without_the_master_key_the_environment_holds_the_keyrings() {
        assert_eq!(derive(&manifest(r#"["settings"]"#), |_| None), Ok(HashMap::new()));
    }

    #[test]
    fn a_key_that_cannot_be_used_is_named_and_not_shown() {
        let manifest = manifest(r#"["settings"]"#);
        let with = |master: &str, index: &str| {
            let of = |name: &str| (name == MASTER).then_some(master).or((name == INDEX).then_some(index));
            derive(&manifest, |name| of(name).map(str::to_owned)).unwrap_err()
        };
        assert_eq!(with(KEY, ""), KeyringsError::Alone);
        assert_eq!(with("", KEY), KeyringsError::Alone);
        assert_eq!(with("planted", KEY), KeyringsError::Malformed(MASTER));
        assert_eq!(with(KEY, &"0".repeat(64)), KeyringsError::Placeholder(INDEX));
    }

    #[test]
    fn a_domain_that_is_none_is_refused_where_it_stands() {
        let text = r#"
            spin_manifest_version = 2
            application.name = "a"
            component.one = { source = "one.wasm", tool.schoolgate.keys = ["pupils"] }
            trigger.http = [{ route = "/...", component = "one" }]
        "#;
        let error = Manifest::parse(text, Path::new(".")).unwrap_err().to_string();
        assert!(error.contains("[component.one]") && error.contains("tool.schoolgate.keys"), "{error}");
    }
}
