//! The HTTP server: connections in, each with its place and its time limits, and an orderly stop. What a request on them becomes,
//! `answering` says.

mod activity;
mod answering;
mod clients;
mod descriptors;
mod framing;
mod one_address;
mod places;
mod plain;
mod queue;
mod request_body;
mod socket;

pub use clients::{ClientLimits, Network};
pub(crate) use one_address::OneAddress;

use crate::application::Application;
use activity::{Activity, TimeLimits};
use answering::Answering;
use clients::Source;
use hyper::service::service_fn;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::conn::auto::Builder,
};
use places::Places;
use socket::Socket;
use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
    time::{Instant, sleep, sleep_until, timeout},
};

/// How long requests in flight may go on after a stop was asked for.
const STOP_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a connection that nobody is answered on may take to end in good order.
const FAREWELL: Duration = Duration::from_secs(1);

/// The most requests that one HTTP/2 connection may have open.
const STREAMS: u32 = 64;

/// How often an HTTP/2 client is asked whether it is still there.
const PING: Duration = Duration::from_secs(10);

/// How long nobody is let in when the machine cannot open another connection.
const PAUSE: Duration = Duration::from_millis(10);

/// Serves `application` on `listener` until `stop` is done, then lets requests in flight finish.
pub(crate) async fn serve(
    listener: TcpListener,
    application: Arc<Application>,
    limits: ClientLimits,
    stop: impl Future<Output = ()>,
) {
    let places = Places::new(&limits, descriptors::connections());
    let times = TimeLimits::new(&limits, application.answer_limit);
    let answering = Arc::new(Answering::new(application, &limits));
    let builder = connections();
    let (serving, stopping) = watch::channel(());
    // Each connection holds a clone; when all are gone, so are the connections.
    let (open, mut all_closed) = mpsc::channel::<Infallible>(1);
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let Ok((stream, client)) = accepted else {
            // Out of file descriptors, or the client is gone already: the next one may fare better.
            places.make_room();
            sleep(PAUSE).await;
            continue;
        };
        let source = limits.source(client.ip());
        // Everybody is being answered: whoever comes now is better told at once.
        let Some(place) = places.enter(source) else { continue };
        let attending = attend(
            Client { stream, address: client, source },
            Activity::new(times, place),
            Arc::clone(&answering),
            builder.clone(),
            stopping.clone(),
        );
        let open = open.clone();
        tokio::spawn(async move {
            attending.await;
            drop(open);
        });
    }
    drop((listener, serving, open));
    let _ = timeout(STOP_TIMEOUT, all_closed.recv()).await;
}

fn connections() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    // Until when a head has to be there, `Activity` knows, for every protocol and before one is known.
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(None::<Duration>)
        .max_buf_size(framing::HEAD_LIMIT * 2);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(Some(PING))
        .max_concurrent_streams(STREAMS)
        .max_header_list_size(framing::HEAD_LIMIT as u32);
    builder
}

struct Client {
    stream: TcpStream,
    address: SocketAddr,
    source: Source,
}

/// Serves one connection until it ends, its time is over, another needs its place, or the server stops.
async fn attend(
    client: Client,
    activity: Arc<Activity>,
    answering: Arc<Answering>,
    builder: Builder<TokioExecutor>,
    mut stopping: watch::Receiver<()>,
) {
    let Client { stream, address, source } = client;
    // Small answers must not wait for the acknowledgement of earlier ones: that costs 40 ms on a kept-alive connection.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| {
        let answering = Arc::clone(&answering);
        let request_is_open = activity.open();
        async move { Ok::<_, Infallible>(answering.answer(request, address, source, request_is_open).await) }
    });
    let socket = TokioIo::new(Socket::new(stream, Arc::clone(&activity)));
    let mut connection = std::pin::pin!(builder.serve_connection(socket, service));
    let mut is_leaving = false;
    let mut deadline = activity.deadline();
    loop {
        tokio::select! {
            // A connection that breaks is the client's business, and how it broke is nobody's.
            _ = connection.as_mut() => return,
            () = sleep_until(deadline) => {
                if is_leaving {
                    return;
                }
                deadline = activity.deadline();
                if deadline > Instant::now() {
                    continue;
                }
                deadline = Instant::now() + FAREWELL;
            }
            () = activity.evicted(), if !is_leaving => deadline = Instant::now() + FAREWELL,
            _ = stopping.changed(), if !is_leaving => {
                let patience = if activity.is_idle() { FAREWELL } else { STOP_TIMEOUT };
                deadline = Instant::now() + patience;
            }
        }
        is_leaving = true;
        connection.as_mut().graceful_shutdown();
    }
}
