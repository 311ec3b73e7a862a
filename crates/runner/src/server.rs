//! The HTTP server: connections in, requests to their component, answers out, and an orderly stop.

use crate::{
    application::Application,
    body::with_beginning,
    headers,
    instances::Unanswered,
    log::Log,
    routes::{Matched, RESERVED},
};
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
};
use std::{
    convert::Infallible,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    time::timeout,
};
use wasmtime_wasi_http::{Error, WasiBody};

/// How long a client may take to send the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// The largest head of a request, in bytes.
const HEAD_LIMIT: usize = 64 * 1024;

/// How long requests in flight may go on after a stop was asked for.
const STOP_TIMEOUT: Duration = Duration::from_secs(10);

/// The most requests answered at once; more wait their turn. Half the instances, so that those winding down have room.
const IN_FLIGHT: usize = crate::engine::INSTANCES as usize / 2;

/// Serves `application` on `listener` until `stop` is done, then lets requests in flight finish.
pub(crate) async fn serve(listener: TcpListener, application: Arc<Application>, stop: impl Future<Output = ()>) {
    let server = Arc::new(Server { application, in_flight: Semaphore::new(IN_FLIGHT) });
    let builder = connections();
    let open = GracefulShutdown::new();
    let (serving, stopping) = watch::channel(());
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let Ok((stream, client)) = accepted else {
            // Out of file handles, or the client is gone already: the next one may fare better.
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        let (server, builder, watcher) = (Arc::clone(&server), builder.clone(), open.watcher());
        let mut stopping = stopping.clone();
        tokio::spawn(async move {
            // A connection that has not said anything is not worth waiting for when the server stops.
            let begun = tokio::select! {
                begun = timeout(HEAD_TIMEOUT, begin(&stream)) => begun.is_ok(),
                _ = stopping.changed() => false,
            };
            if !begun {
                return;
            }
            let answer = service_fn(move |request| {
                let server = Arc::clone(&server);
                async move { Ok::<_, Infallible>(server.answer(request, client).await) }
            });
            let connection = builder.serve_connection(TokioIo::new(stream), answer);
            // A connection that breaks is the client's business, and how it broke is nobody's.
            let _ = watcher.watch(connection).await;
        });
    }
    drop((listener, serving));
    let _ = timeout(STOP_TIMEOUT, open.shutdown()).await;
}

/// Waits for the first byte, which no other time limit covers.
async fn begin(stream: &TcpStream) {
    // Small answers must not wait for the acknowledgement of earlier ones: that costs 40 ms on a kept-alive connection.
    let _ = stream.set_nodelay(true);
    let _ = stream.readable().await;
}

fn connections() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT).max_buf_size(HEAD_LIMIT);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(Some(HEAD_TIMEOUT))
        .max_header_list_size(HEAD_LIMIT as u32);
    builder
}

struct Server {
    application: Arc<Application>,
    in_flight: Semaphore,
}

impl Server {
    async fn answer(&self, request: Request<Incoming>, client: SocketAddr) -> Response<WasiBody> {
        let began = Instant::now();
        let method = request.method().clone();
        let path = request.uri().path().to_owned();
        if let Some(own) = path.strip_prefix(RESERVED) {
            return match own {
                "health" => plain(StatusCode::OK, "OK"),
                _ => plain(StatusCode::NOT_FOUND, "Not found.\n"),
            };
        }
        let matched = self.application.routes.find(&path);
        let (pattern, response) = match &matched {
            None => ("-", plain(StatusCode::NOT_FOUND, "Not found.\n")),
            Some(matched) => {
                let response = self.dispatch(request, matched, client).await;
                (matched.route.pattern.as_str(), response)
            }
        };
        log_request(&self.application.log, &method, pattern, response.status(), began);
        response
    }

    async fn dispatch(
        &self,
        request: Request<Incoming>,
        matched: &Matched<'_>,
        client: SocketAddr,
    ) -> Response<WasiBody> {
        let (mut parts, body) = request.into_parts();
        let Ok(uri) = headers::full_uri(&parts.uri, &parts.headers) else {
            return plain(StatusCode::BAD_REQUEST, "The request does not say for which host it is.\n");
        };
        headers::prepare(&mut parts.headers, &uri, matched, client);
        parts.uri = uri;
        let body = body.map_err(Error::from).boxed_unsync();
        let Some(component) = self.application.http.get(&matched.route.component) else {
            return failed(Unanswered::Failed);
        };
        // The semaphore is never closed; a permit that could not be had would be a busy host.
        let Ok(_permit) = self.in_flight.acquire().await else {
            return failed(Unanswered::Busy);
        };
        match component.answer(Request::from_parts(parts, body)).await {
            Ok(response) => with_beginning(response).await,
            Err(reason) => failed(reason),
        }
    }
}

/// What the client learns about a request that its component did not answer: nothing about why.
fn failed(reason: Unanswered) -> Response<WasiBody> {
    match reason {
        Unanswered::Failed => plain(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong. Nothing was lost.\n"),
        Unanswered::TookTooLong => {
            plain(StatusCode::GATEWAY_TIMEOUT, "This took too long and was stopped. Please try again.\n")
        }
        Unanswered::Busy => {
            let mut response =
                plain(StatusCode::SERVICE_UNAVAILABLE, "Very many people are here at the moment. Please try again.\n");
            let retry = header::HeaderValue::from_static("1");
            response.headers_mut().insert(header::RETRY_AFTER, retry);
            response
        }
    }
}

fn plain(status: StatusCode, text: &'static str) -> Response<WasiBody> {
    let body = Full::new(Bytes::from_static(text.as_bytes()));
    let mut response = Response::new(body.map_err(|never| match never {}).boxed_unsync());
    *response.status_mut() = status;
    let plain = header::HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, plain);
    let no_store = header::HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, no_store);
    response
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
