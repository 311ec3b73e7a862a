//! From a request to its component, and back.

use super::{
    activity::OpenRequest,
    clients::{ClientLimits, Source},
    places::Room,
    plain::plain,
    queue::Queue,
    request_body::{self, BodyLimits, Unread},
};
use crate::{
    application::Application,
    body::with_beginning,
    headers,
    instances::Unanswered,
    log::Log,
    routes::{Matched, RESERVED},
};
use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use std::{
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::{Duration, Instant},
};
use wasmtime_wasi_http::{Error, WasiBody};

/// The most requests answered at once; more wait their turn. Half the instances, so that those winding down have room.
const IN_FLIGHT: usize = crate::engine::INSTANCES as usize / 2;

/// Answers requests.
pub(super) struct Answering {
    application: Arc<Application>,
    queue: Queue,
    room: Room,
    bodies: BodyLimits,
}

impl Answering {
    pub(super) fn new(application: Arc<Application>, limits: &ClientLimits) -> Self {
        Self {
            application,
            queue: Queue::new(IN_FLIGHT),
            room: Room::new(limits.bodies_mb << 20),
            bodies: BodyLimits {
                bytes: limits.max_body_mb << 20,
                begin: Duration::from_millis(limits.body_timeout_ms),
            },
        }
    }

    /// The answer to a request, which stays open until the answer is complete.
    pub(super) async fn answer(
        &self,
        request: Request<Incoming>,
        client: SocketAddr,
        source: Source,
        mut open: OpenRequest,
    ) -> Response<WasiBody> {
        let began = Instant::now();
        let method = request.method().clone();
        let path = request.uri().path().to_owned();
        if let Some(own) = path.strip_prefix(RESERVED) {
            return match own {
                "health" => plain(StatusCode::OK, "OK"),
                _ => plain(StatusCode::NOT_FOUND, "Not found.\n"),
            };
        }
        self.application.one_address.look(client, request.headers(), &self.application.log);
        let matched = self.application.routes.find(&path);
        let (pattern, response) = match &matched {
            None => ("-", plain(StatusCode::NOT_FOUND, "Not found.\n")),
            Some(matched) => {
                let answered = self.dispatch(request, matched, client, source, &mut open).await;
                (matched.route.pattern.as_str(), answered.unwrap_or_else(failed))
            }
        };
        log_request(&self.application.log, &method, pattern, response.status(), began);
        response.map(|rest| Answer { rest, open }.boxed_unsync())
    }

    async fn dispatch(
        &self,
        request: Request<Incoming>,
        matched: &Matched<'_>,
        client: SocketAddr,
        source: Source,
        open: &mut OpenRequest,
    ) -> Result<Response<WasiBody>, Failure> {
        let (mut parts, body) = request.into_parts();
        let uri = headers::full_uri(&parts.uri, &parts.headers).map_err(|_| Failure::NoHost)?;
        headers::prepare(&mut parts.headers, &uri, matched, client);
        parts.uri = uri;
        let component = self.application.http.get(&matched.route.component).ok_or(Unanswered::Failed)?;
        // First the whole body, then a place in the queue: who sends slowly must not take the turns of others.
        let mut taken = self.room.none(source);
        let body = match body.is_end_stream() {
            true => Bytes::new(),
            false => request_body::read(body, self.bodies, open, &mut taken).await?,
        };
        open.is_complete();
        let _turn = self.queue.turn(parts.uri.path(), source).await.ok_or(Unanswered::Busy)?;
        open.moved();
        let body = Full::new(body).map_err(|never| match never {}).boxed_unsync();
        let response = component.answer(Request::from_parts(parts, body)).await?;
        Ok(with_beginning(response).await)
    }
}

/// Why a component did not answer.
enum Failure {
    NoHost,
    Unread(Unread),
    Unanswered(Unanswered),
}

impl From<Unread> for Failure {
    fn from(unread: Unread) -> Self {
        Self::Unread(unread)
    }
}

impl From<Unanswered> for Failure {
    fn from(unanswered: Unanswered) -> Self {
        Self::Unanswered(unanswered)
    }
}

/// What the client learns about a request that its component did not answer: nothing about why, and of what was sent only what is
/// known.
fn failed(failure: Failure) -> Response<WasiBody> {
    let (status, text) = match failure {
        Failure::NoHost => (StatusCode::BAD_REQUEST, "The request does not say for which host it is.\n"),
        Failure::Unread(unread) => match unread {
            Unread::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "This is too large. Nothing was saved.\n"),
            Unread::TooSlow => {
                (StatusCode::REQUEST_TIMEOUT, "This did not arrive in time. Nothing was saved. Please try again.\n")
            }
            Unread::NoRoom => (StatusCode::SERVICE_UNAVAILABLE, BUSY),
            Unread::Broken => (StatusCode::BAD_REQUEST, "This did not arrive whole. Nothing was saved.\n"),
        },
        Failure::Unanswered(unanswered) => match unanswered {
            Unanswered::Failed => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "Something went wrong here. If you sent something, it may have been saved: look before you send it again.\n",
            ),
            Unanswered::TookTooLong => (
                StatusCode::GATEWAY_TIMEOUT,
                "This took too long and was stopped. If you sent something, it may have been saved: look before you send it again.\n",
            ),
            Unanswered::Busy => (StatusCode::SERVICE_UNAVAILABLE, BUSY),
        },
    };
    let mut response = plain(status, text);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    }
    response
}

const BUSY: &str = "Very many people are here at the moment. Nothing was saved. Please try again.\n";

/// An answer's body. Its request is open until it has gone.
struct Answer {
    rest: WasiBody,
    open: OpenRequest,
}

impl Body for Answer {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let frame = Pin::new(&mut self.rest).poll_frame(context);
        if frame.is_ready() {
            self.open.moved();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.rest.size_hint()
    }
}

/// Method, route (the pattern, never the path), status, milliseconds.
fn log_request(log: &Log, method: &Method, pattern: &str, status: StatusCode, began: Instant) {
    log.line(|| {
        // A made-up method is the client's own text.
        let method = match *method {
            Method::GET | Method::HEAD | Method::POST | Method::PUT | Method::DELETE => method.as_str(),
            Method::PATCH | Method::OPTIONS => method.as_str(),
            _ => "OTHER",
        };
        let milliseconds = began.elapsed().as_secs_f64() * 1_000.0;
        format!("{method} {pattern} {} {milliseconds:.1} ms", status.as_u16())
    });
}
