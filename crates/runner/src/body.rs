//! The body of an answer, held up for a moment so that its beginning leaves together with the head.

use bytes::Bytes;
use http::Response;
use http_body_util::BodyExt;
use hyper::body::{Body, Frame, SizeHint};
use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::timeout;
use wasmtime_wasi_http::{Error, WasiBody};

/// How long the head waits. A component that has its page writes it within microseconds of the head.
const MOMENT: Duration = Duration::from_millis(2);

/// A body whose first part was read already.
struct Begun {
    first: Option<Result<Frame<Bytes>, Error>>,
    rest: WasiBody,
}

/// The same answer, its head held up until the first part of the body is there, but no longer than a moment: one packet and one
/// call of the system instead of two.
pub(crate) async fn with_beginning(response: Response<WasiBody>) -> Response<WasiBody> {
    let (parts, mut rest) = response.into_parts();
    let body = match timeout(MOMENT, rest.frame()).await {
        Ok(first) => Begun { first, rest }.boxed_unsync(),
        Err(_) => rest,
    };
    Response::from_parts(parts, body)
}

impl Body for Begun {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        match self.first.take() {
            Some(first) => Poll::Ready(Some(first)),
            None => Pin::new(&mut self.rest).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.first.is_none() && self.rest.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let first = match &self.first {
            Some(Ok(frame)) => frame.data_ref().map_or(0, |data| data.len() as u64),
            _ => 0,
        };
        let rest = self.rest.size_hint();
        let mut hint = SizeHint::new();
        hint.set_lower(first + rest.lower());
        if let Some(upper) = rest.upper() {
            hint.set_upper(first + upper);
        }
        hint
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::StreamExt;
    use http_body_util::{Full, StreamBody};
    use std::time::Instant;

    fn parts(waits: &'static [u64]) -> WasiBody {
        let parts = futures::stream::iter(waits).then(|wait| async move {
            tokio::time::sleep(Duration::from_millis(*wait)).await;
            Ok(Frame::data(Bytes::from_static(b"part")))
        });
        StreamBody::new(parts).boxed_unsync()
    }

    #[tokio::test]
    async fn whatever_it_waited_for_the_whole_body_comes_once() {
        for waits in [&[][..], &[0], &[0, 5], &[5, 0], &[0, 0, 0]] {
            let response = with_beginning(Response::new(parts(waits))).await;
            let whole = response.into_body().collect().await.unwrap().to_bytes();
            assert_eq!(whole.len(), waits.len() * 4, "{waits:?}");
        }
        let whole = Full::new(Bytes::from_static(b"page")).map_err(|never| match never {}).boxed_unsync();
        let response = with_beginning(Response::new(whole)).await;
        assert_eq!(response.body().size_hint().exact(), Some(4));
    }

    #[tokio::test]
    async fn a_head_does_not_wait_for_a_slow_body() {
        let began = Instant::now();
        let response = with_beginning(Response::new(parts(&[10_000]))).await;
        assert!(began.elapsed() < Duration::from_secs(5));
        drop(response);
    }
}
