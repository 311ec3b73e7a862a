//! Clients that say nothing, or half of what they mean to say, and clients that say it twice.

use crate::support::{Connection, Runner};
use bytes::Bytes;
use futures::{StreamExt, future::join_all, stream};
use http::{Request, StatusCode};
use http_body_util::StreamBody;
use hyper::{body::Frame, client::conn::http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustix::process::{Resource, getrlimit, setrlimit};
use std::{convert::Infallible, net::SocketAddr, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{Instant, timeout},
};

/// More than anything takes that is not kept waiting, on the busiest machine; less than any limit by default ends.
const SOON: Duration = Duration::from_secs(8);

/// So many connections are opened at once: fewer than fit into the system's queue of those that are not let in yet.
const BATCH: usize = 50;

/// Says something, and then nothing more.
async fn says(address: SocketAddr, text: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(text).await.unwrap();
    stream
}

/// So many connections that say something each, and nothing more. They are let in one after the other, as fast as the runner
/// does: what waits in the system's own queue for longer than it is long, nobody can let in or send away.
async fn crowd(address: SocketAddr, number: usize, text: impl Fn(usize) -> &'static [u8]) -> Vec<TcpStream> {
    let mut connections = Vec::new();
    for begin in (0..number).step_by(BATCH) {
        let batch = (begin..number.min(begin + BATCH)).map(|number| says(address, text(number)));
        connections.extend(join_all(batch).await);
        let mut last = Connection::open(address).await;
        assert_eq!(last.ask(Request::get("/.well-known/spin/health"), "").await.status, StatusCode::OK);
    }
    connections
}

/// Waits until so many of `connections` were ended by the runner, and not for ever. Says how many are.
async fn closed(connections: &[TcpStream], number: usize) -> usize {
    let count = || connections.iter().filter(|stream| is_closed(stream)).count();
    let asked = Instant::now();
    while count() < number && asked.elapsed() < SOON {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    count()
}

/// Everything that still comes until the runner ends the connection.
async fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    let ended = timeout(Duration::from_secs(20), stream.read_to_end(&mut bytes)).await;
    assert!(ended.is_ok(), "the connection stays open");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether the runner has ended the connection.
fn is_closed(stream: &TcpStream) -> bool {
    let closed = stream.try_read(&mut [0; 64]);
    matches!(closed, Ok(0)) || closed.is_err_and(|error| error.kind() != std::io::ErrorKind::WouldBlock)
}

/// As many HTTP/2 streams on one connection as the runner lets there be, each with a body that never comes.
async fn streams(address: SocketAddr, number: usize) -> impl Sized {
    let stream = TcpStream::connect(address).await.unwrap();
    let (mut sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let mut waiting = Vec::new();
    for _ in 0..number {
        let never = stream::pending::<Result<Frame<Bytes>, Infallible>>();
        let request = Request::post("http://gate.example.org/echo").body(StreamBody::new(never)).unwrap();
        waiting.push(tokio::spawn(sender.send_request(request)));
    }
    (sender, waiting)
}

#[tokio::test(flavor = "multi_thread")]
async fn idle_connections_slow_bodies_and_open_streams_keep_nobody_out() {
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum.map(|maximum| maximum.min(8_192)).or(Some(8_192));
    setrlimit(Resource::Nofile, limit).unwrap();
    // A machine that lets it open no more files than many do, and a source that may have all of them.
    let runner = Runner::start(&["--max-connections", "800", "--max-connections-per-source", "800"]);
    let address = runner.address();
    let silent = crowd(address, 1_100, |number| if number % 2 == 0 { b"" } else { b"G" }).await;
    let head = b"POST /echo HTTP/1.1\r\nHost: gate.example.org\r\nContent-Length: 1000\r\n\r\nnot all of it";
    let slow = crowd(address, 600, |_| head).await;
    let multiplexed = join_all((0..3).map(|_| streams(address, 195))).await;

    let others = stream::iter(0..200).map(|number| async move {
        let began = Instant::now();
        let mut connection = Connection::open(address).await;
        let path = if number % 2 == 0 { "/variable/greeting" } else { "/.well-known/spin/health" };
        let answer = timeout(SOON, connection.ask(Request::get(path), "")).await;
        (answer.map(|answer| answer.status), began.elapsed())
    });
    let answered: Vec<_> = others.buffer_unordered(4).collect().await;
    let refused: Vec<_> = answered.iter().filter(|(answer, _)| *answer != Ok(StatusCode::OK)).collect();
    assert!(refused.is_empty(), "{} of {}: {:?}", refused.len(), answered.len(), refused.first());

    // Those who waited longest made room; each is given a moment to end in good order.
    let made_room = closed(&silent, 900).await;
    assert!(made_room >= 900, "{made_room} of the silent ones made room");
    drop((silent, slow, multiplexed));
    let mut kept = Connection::open(address).await;
    assert_eq!(kept.ask(Request::get("/variable/greeting"), "").await.status, StatusCode::OK);
}

#[tokio::test]
async fn who_does_not_say_what_they_want_is_not_waited_for() {
    let runner = Runner::start(&["--head-timeout-ms", "500", "--idle-timeout-ms", "1000"]);
    for text in ["", "G", "PRI * HTTP/2.0\r\n", "GET / HTTP/1.1\r\nHost: a\r\n"] {
        assert_eq!(rest(says(runner.address(), text.as_bytes()).await).await, "", "{text:?}");
    }
    // HTTP/2 and then nothing: what it writes are frames, and it ends.
    rest(says(runner.address(), b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await).await;
    let kept = says(runner.address(), b"GET /variable/greeting HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let text = rest(kept).await;
    assert!(text.starts_with("HTTP/1.1 200 ") && text.ends_with("\r\nat the gate\r\n0\r\n\r\n"), "{text}");
}

#[tokio::test]
async fn a_connection_is_kept_between_requests_for_longer_than_a_head_may_take() {
    let runner = Runner::start(&["--head-timeout-ms", "300", "--idle-timeout-ms", "60000"]);
    let mut connection = Connection::open(runner.address()).await;
    for _ in 0..3 {
        assert_eq!(connection.ask(Request::get("/variable/greeting"), "").await.body, "at the gate");
        tokio::time::sleep(Duration::from_millis(900)).await;
    }
}

#[tokio::test]
async fn a_body_must_come_and_may_not_be_too_large() {
    let runner = Runner::start(&["--body-timeout-ms", "500", "--max-body-mb", "1"]);
    let head = "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    let slow = format!("{head}Content-Length: 10\r\n\r\nhalf");
    let text = rest(says(runner.address(), slow.as_bytes()).await).await;
    assert!(text.starts_with("HTTP/1.1 408 "), "{text}");
    let announced = format!("{head}Content-Length: 1048577\r\n\r\n");
    let text = rest(says(runner.address(), announced.as_bytes()).await).await;
    assert!(text.starts_with("HTTP/1.1 413 "), "{text}");
    let in_pieces = format!("{head}Transfer-Encoding: chunked\r\n\r\n200000\r\n{}", "a".repeat(0x20_0000));
    let mut stream = TcpStream::connect(runner.address()).await.unwrap();
    // It may be told before it has said everything.
    let _ = stream.write_all(in_pieces.as_bytes()).await;
    let text = rest(stream).await;
    assert!(text.starts_with("HTTP/1.1 413 "), "{text}");
    let whole = format!("{head}Transfer-Encoding: chunked\r\n\r\n3\r\nall\r\n0\r\n\r\n");
    let text = rest(says(runner.address(), whole.as_bytes()).await).await;
    assert!(text.starts_with("HTTP/1.1 200 ") && text.contains("all"), "{text}");
}

#[tokio::test]
async fn what_a_proxy_might_read_otherwise_is_refused_and_nothing_hides_behind_it() {
    let runner = Runner::start(&[]);
    let hidden = "GET /set/hidden/found HTTP/1.1\r\nHost: a\r\n\r\n";
    let post = "POST /echo HTTP/1.1\r\nHost: a\r\n";
    for text in [
        format!("GET /instance HTTP/1.1\nHost: a\n\n{hidden}"),
        format!("GET /instance HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n\r\n{hidden}"),
        format!("{post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}"),
        format!("{post}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n{hidden}"),
        format!("{post}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n{hidden}"),
        format!("{post}Content-Length: 0\r\nContent-Length: 0\r\n\r\n{hidden}"),
    ] {
        let answer = rest(says(runner.address(), text.as_bytes()).await).await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{text:?} is answered {answer:?}");
        assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{text:?} is answered {answer:?}");
        assert!(answer.contains("\r\ncontent-security-policy: default-src 'none'; "), "{answer}");
    }
    assert_eq!(runner.text("/get/hidden").await, "nothing");
    assert_eq!(runner.text("/instance").await, "2", "no component was asked before");
}

#[tokio::test]
async fn a_trusted_proxy_has_more_connections_than_one_source_may_have() {
    let limits = ["--max-connections-per-source", "4"];
    let runner = Runner::start(&limits);
    let kept = join_all((0..8).map(|_| says(runner.address(), b"G"))).await;
    assert_eq!(runner.text("/variable/greeting").await, "at the gate");
    assert!(closed(&kept, 1).await >= 1, "none of one source's made room");
    let runner = Runner::start(&[&limits[..], &["--trusted-proxy", "127.0.0.1"]].concat());
    let kept = join_all((0..8).map(|_| says(runner.address(), b"G"))).await;
    assert_eq!(runner.text("/variable/greeting").await, "at the gate");
    // Longer than one that makes room has to end in good order.
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert!(!kept.iter().any(is_closed), "a proxy's made room");
}
