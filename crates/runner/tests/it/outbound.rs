//! Outbound HTTP, allowed and refused.

use crate::support::{Runner, manifest};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

/// A server that answers everything with a redirect, and counts who came.
fn elsewhere() -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let visits = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&visits);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            counted.fetch_add(1, Ordering::SeqCst);
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).unwrap();
            let answer = "HTTP/1.1 302 Found\r\nlocation: http://192.0.2.1/\r\ncontent-length: 4\r\n\r\nover";
            stream.write_all(answer.as_bytes()).unwrap();
        }
    });
    (address, visits)
}

fn runner(host: &str, options: &[&str]) -> Runner {
    Runner::with_manifest(&manifest(&format!("\"{host}\""), ""), options)
}

#[tokio::test]
async fn an_allowed_host_is_reached_and_its_redirect_is_not_followed() {
    let (address, visits) = elsewhere();
    let runner = runner(&format!("http://{address}"), &["--allow-private-network"]);
    assert_eq!(runner.text(&format!("/fetch/http://{address}/a")).await, "302 over");
    assert_eq!(visits.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_host_that_is_not_allowed_is_never_reached() {
    let (address, visits) = elsewhere();
    let runner = runner("http://example.org", &["--allow-private-network"]);
    for path in ["/fetch", "/denied/fetch"] {
        let answer = runner.text(&format!("{path}/http://{address}/a")).await;
        assert_eq!(answer, "error: ErrorCode::HttpRequestDenied");
    }
    assert_eq!(visits.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_private_address_is_refused_even_if_the_manifest_allows_every_host() {
    let (address, visits) = elsewhere();
    let runner = runner(&format!("http://*:{}", address.port()), &[]);
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"] {
        let answer = runner.text(&format!("/fetch/http://{host}:{}/a", address.port())).await;
        assert_eq!(answer, "error: ErrorCode::DestinationIpProhibited", "{host}");
    }
    assert_eq!(visits.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn the_application_itself_is_reached_where_self_is_allowed() {
    let runner = runner("http://self", &[]);
    let answer = runner.text("/fetch/http://self.alt/variable/greeting").await;
    assert_eq!(answer, "200 at the gate");
}
