//! The network, as the check of links needs it.

use futures::future::LocalBoxFuture;
use http::StatusCode;

/// What an address answered, without its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The status.
    pub status: StatusCode,
    /// Where it leads, if it leads elsewhere.
    pub location: Option<String>,
}

/// Nothing came: nobody answered, not in time, or the manifest does not allow the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no answer")]
pub struct NoAnswer;

/// Asks an address. Follows no redirects.
pub trait Fetch {
    /// Sends `request`, whose address is absolute.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn ask(&self, request: http::Request<()>) -> LocalBoxFuture<'_, Result<Answered, NoAnswer>>;
}
