//! Asks a starting server whether it is well.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long one question may take. The first answer waits for a component to start.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks `GET /health` once.
///
/// # Errors
/// In words, when there is no answer or one other than 200.
pub(crate) fn ask(listen: SocketAddr) -> Result<(), String> {
    let answer = get_health(listen).map_err(|error| error.to_string())?;
    let status = answer.lines().next().unwrap_or_default();
    if status.split(' ').nth(1) == Some("200") {
        return Ok(());
    }
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    Err(format!("{status} {body}").trim().to_owned())
}

/// The whole answer, headers and body. HTTP/1.0 makes the server close after it.
fn get_health(listen: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&listen, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    // One write: a server may answer and close after the first piece it reads.
    stream.write_all(format!("GET /health HTTP/1.0\r\nhost: {listen}\r\n\r\n").as_bytes())?;
    let mut answer = Vec::new();
    stream.take(64 * 1024).read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    fn answered(answer: &'static str) -> Result<(), String> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let listen = listener.local_addr().unwrap();
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 1024];
            let read = stream.read(&mut request).unwrap();
            assert!(request[..read].starts_with(b"GET /health "));
            stream.write_all(answer.as_bytes()).unwrap();
        });
        let said = ask(listen);
        server.join().unwrap();
        said
    }

    #[test]
    fn only_a_200_is_well() {
        assert_eq!(answered("HTTP/1.0 200 OK\r\n\r\n{}"), Ok(()));
        assert_eq!(
            answered("HTTP/1.1 503 Service Unavailable\r\na: b\r\n\r\nstore unreachable"),
            Err("HTTP/1.1 503 Service Unavailable store unreachable".to_owned())
        );
    }

    #[test]
    fn nobody_listening_is_not_well() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let listen = listener.local_addr().unwrap();
        drop(listener);
        assert!(ask(listen).is_err());
    }
}
