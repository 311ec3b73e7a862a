//! `Problem`: what an action answers instead of a page. A `web::Refusal` is the person's business and goes through as
//! it is; the other kinds are ours: the log gets their text, the person the refusal they come to.

use std::io::Write;

use records::RecordsError;
use settings::SettingsError;
use web::{CookieError, Refusal};

/// Why an action did not come to a page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The request is refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The records could not be read or written.
    #[error(transparent)]
    Records(#[from] RecordsError),
    /// A setting is missing or wrong.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// A letter that the person is waiting for could not be sent. The text is for the log and holds nothing personal.
    #[error("a letter could not be sent: {0}")]
    Letter(String),
    /// Something that cannot be, was.
    #[error("{0}")]
    Broken(&'static str),
}

impl Problem {
    /// What the person is told.
    pub fn refusal(&self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal.clone(),
            Self::Records(RecordsError::Store(_) | RecordsError::TooSlow { .. }) => Refusal::StoreDown,
            Self::Settings(_) => Refusal::Misconfigured,
            Self::Letter(_) => Refusal::LettersDown,
            Self::Records(_) | Self::Broken(_) => Refusal::Broken,
        }
    }

    /// What is our fault goes to the log, without anything of the request. Nobody can be told that the log could not be written.
    pub fn log(&self) {
        let refusal = self.refusal();
        if refusal.is_ours() {
            let _ = writeln!(std::io::stderr(), "{}: {self}", refusal.code());
        }
    }
}

impl From<CookieError> for Problem {
    fn from(error: CookieError) -> Self {
        Self::Refused(error.into())
    }
}

impl From<vault::RandomError> for Problem {
    fn from(_: vault::RandomError) -> Self {
        Self::Broken("there is no randomness")
    }
}
