//! `StoreError`: what a store answers instead of a value. `RecordsError`: what everything above it answers. Neither
//! is shown to anybody; a component turns them into a page that says the records cannot be read just now.

use school_types::OperationId;
use vault::{OpenError, RandomError, SealError};

/// The store did not do what it was asked. Never means "absent".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No answer, or a failure of the store's own; the text is the platform's, for the log. A write may or may
    /// not have happened.
    #[error("the store failed: {0}")]
    Unavailable(String),
    /// The component's manifest does not list the store.
    #[error("the component may not use the store")]
    AccessDenied,
    /// The host knows no store of this name.
    #[error("the host has no such store")]
    NoSuchStore,
    /// A counter holds neither of the two forms Spin's backends write.
    #[error("the counter {key} cannot be read")]
    BadCounter {
        /// Where it stands.
        key: String,
    },
}

/// Why a record could not be read or written. Keys carry ids only, so these may be logged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordsError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An event does not open: changed, moved, or sealed under a key this installation no longer holds.
    #[error("event {number} of {stream}: {source}")]
    Event {
        /// The stream.
        stream: String,
        /// The event's number in it.
        number: u64,
        /// What is wrong.
        source: OpenError,
    },
    /// An event opens but is not of the stream's type.
    #[error("event {number} of {stream} is of another form")]
    EventForm {
        /// The stream.
        stream: String,
        /// The event's number in it.
        number: u64,
    },
    /// A single value does not open.
    #[error("the value at {key}: {source}")]
    Value {
        /// Where it stands.
        key: String,
        /// What is wrong.
        source: OpenError,
    },
    /// A single value opens but is not of the expected type.
    #[error("the value at {key} is of another form")]
    ValueForm {
        /// Where it stands.
        key: String,
    },
    /// A value could not be sealed; nothing was written.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// What was to be written has no JSON form; nothing was written.
    #[error("what was to be written has no JSON form")]
    NoJson,
    /// The store was too slow several times running. The fact may stand under this operation id; sending the
    /// form again makes sure, and makes it no second fact.
    #[error("the store took too long to write")]
    TooSlow {
        /// The operation under which it may stand.
        operation: OperationId,
    },
    /// A counter is further ahead than any real stream: it was tampered with.
    #[error("the counter of {stream} cannot be right")]
    ImpossibleCounter {
        /// The stream.
        stream: String,
    },
    /// A decision refers to a wording that is not there.
    #[error("a wording that was shown is missing")]
    WordingMissing,
    /// Where a decision should stand there is none.
    #[error("there is no decision at that place")]
    NoDecision,
    /// Whoever won a claim took so long that somebody else may have taken it over.
    #[error("the claim was held too long")]
    ClaimLost,
}

impl From<RandomError> for RecordsError {
    fn from(error: RandomError) -> Self {
        Self::Seal(SealError::Random(error))
    }
}
