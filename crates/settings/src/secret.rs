//! Secrets: wiped when dropped, shown by nothing.

use school_types::Redacted;
use zeroize::Zeroizing;

use crate::{SettingsError, wrong};

/// A secret of the operator's choosing.
pub type Secret = Redacted<Zeroizing<String>>;

/// Fewer characters than this can be guessed, or were typed by somebody who meant to change them.
const SHORTEST: usize = 32;

pub(crate) fn long(name: &'static str, text: String) -> Result<Secret, SettingsError> {
    let text = Zeroizing::new(text);
    if text.chars().count() < SHORTEST {
        return Err(wrong(name, "it has fewer than 32 characters"));
    }
    Ok(Redacted::new(text))
}
