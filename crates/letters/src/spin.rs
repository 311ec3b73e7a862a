//! The network of the platform. A host must be in the component's `allowed_outbound_hosts`.

use std::time::Duration;

use bytes::Bytes;
use futures::future::LocalBoxFuture;
use http_body_util::{BodyExt, Full, Limited};
use spin_sdk::wasip3::{http::types::RequestOptions, http_compat::RequestOptionsExtension};

use crate::{Http, HttpError};

/// The longest answer that is read, in bytes: Notify repeats the whole letter in its answer.
const LONGEST_ANSWER: usize = 256 * 1024;
/// A parent waits for this: an answer that takes longer is worth less than the page.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sends over the platform's outbound HTTP.
#[derive(Clone, Copy, Debug, Default)]
pub struct SpinHttp;

impl Http for SpinHttp {
    fn send(&self, mut request: http::Request<Bytes>) -> LocalBoxFuture<'_, Result<http::Response<Bytes>, HttpError>> {
        Box::pin(async move {
            request.extensions_mut().insert(RequestOptionsExtension(in_time()));
            let response = spin_sdk::http::send(request.map(Full::new)).await.map_err(|_| HttpError::Unreachable)?;
            let (head, body) = response.into_parts();
            let body = Limited::new(body, LONGEST_ANSWER).collect().await.map_err(|_| HttpError::TooLong)?;
            Ok(http::Response::from_parts(head, body.to_bytes()))
        })
    }
}

/// A host that does not know these limits keeps its own.
fn in_time() -> RequestOptions {
    let options = RequestOptions::new();
    let nanos = u64::try_from(PATIENCE.as_nanos()).ok();
    let _ = options.set_connect_timeout(nanos);
    let _ = options.set_first_byte_timeout(nanos);
    let _ = options.set_between_bytes_timeout(nanos);
    options
}
