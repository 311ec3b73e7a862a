//! The secrets of a state folder: made once, so that a restart opens the same data.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use crate::fresh_file::write_private;

/// What a running application must be given and nobody else may know.
#[derive(Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Secrets {
    /// 64 hexadecimal digits: every record is sealed under it.
    pub(crate) master_key: String,
    /// 64 hexadecimal digits: every keyed hash is made with it.
    pub(crate) index_key: String,
    /// 64 hexadecimal digits: what a scheduler presents to `/tasks/`.
    pub(crate) task_token: String,
}

impl Secrets {
    /// Reads the secrets kept at `path`, or makes new ones and keeps them there with mode 600.
    ///
    /// # Errors
    /// When the file is there but cannot be read as secrets: making new ones would lock up the data.
    pub(crate) fn load_or_create(path: &Path) -> Result<Self> {
        match fs::read(path) {
            Ok(bytes) => match serde_json::from_slice(&bytes) {
                Ok(secrets) => Ok(secrets),
                // Without the parser's own message, which may repeat what it read.
                Err(_) => bail!(
                    "{} does not hold the secrets of this state folder; bring the file back, or remove the folder to start anew",
                    path.display()
                ),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let secrets = Self { master_key: random_hex()?, index_key: random_hex()?, task_token: random_hex()? };
                let json = serde_json::to_vec_pretty(&secrets).context("secrets as JSON")?;
                write_private(path, &json)?;
                Ok(secrets)
            }
            Err(error) => Err(error).with_context(|| format!("{} cannot be read", path.display())),
        }
    }
}

/// 32 random bytes as hexadecimal digits.
fn random_hex() -> Result<String> {
    let mut bytes = [0; 32];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(HEXLOWER.encode(&bytes)),
        Err(error) => bail!("the system gives no random numbers: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_restart_has_the_same_secrets() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secrets.json");
        let first = Secrets::load_or_create(&path).unwrap();
        assert_eq!(first.master_key.len(), 64);
        assert!(first == Secrets::load_or_create(&path).unwrap());
    }

    #[test]
    fn a_damaged_file_is_never_replaced_and_never_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secrets.json");
        let damaged = r#"{"master_key": "5ec7e7", "#;
        fs::write(&path, damaged).unwrap();
        let error = format!("{:?}", Secrets::load_or_create(&path).err().unwrap());
        assert!(!error.contains("5ec7e7"));
        assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
    }
}
