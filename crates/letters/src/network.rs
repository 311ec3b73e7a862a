//! The network, as couriers need it.

use bytes::Bytes;
use futures::future::LocalBoxFuture;

/// A request got no answer. Whether it arrived is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HttpError {
    /// Nobody answered, or not in time, or the manifest does not allow the host.
    #[error("no answer")]
    Unreachable,
    /// The answer was longer than any of theirs is.
    #[error("an answer that is too long")]
    TooLong,
}

/// Sends one request and waits for the whole answer. Follows no redirects.
pub trait Http {
    /// Sends `request`, whose address is absolute.
    ///
    /// # Errors
    ///
    /// See [`HttpError`].
    fn send(&self, request: http::Request<Bytes>) -> LocalBoxFuture<'_, Result<http::Response<Bytes>, HttpError>>;
}
