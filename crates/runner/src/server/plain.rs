//! The host's own answers: plain text, with the security headers that every page has.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};
use http_body_util::{BodyExt, Full};
use wasmtime_wasi_http::WasiBody;
use web::{Caching, Framing};

/// A plain answer that nobody keeps.
pub(super) fn plain(status: StatusCode, text: &'static str) -> Response<WasiBody> {
    answer(status, text).map(|body| Full::new(body).map_err(|never| match never {}).boxed_unsync())
}

/// The same, as HTTP/1.1 has it on the wire, for a connection that ends with it.
pub(super) fn written(status: StatusCode, text: &'static str) -> Vec<u8> {
    let mut response = answer(status, text);
    let length = response.body().len();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    let mut bytes = format!("HTTP/1.1 {status}\r\n").into_bytes();
    for (name, value) in response.headers() {
        bytes.extend_from_slice(name.as_str().as_bytes());
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(response.body());
    bytes
}

fn answer(status: StatusCode, text: &'static str) -> Response<Bytes> {
    web::secure(web::text(status, text), Caching::NoStore, Framing::Nobody)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_answer_has_the_headers_that_pages_have() {
        let page = include_str!("../../../web/golden/personal-page.txt");
        let response = plain(StatusCode::NOT_FOUND, "Not found.\n");
        let mut lines: Vec<_> = response
            .headers()
            .iter()
            .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
            .map(|line| line.replace("text/plain", "text/html"))
            .collect();
        lines.sort();
        assert_eq!(lines.join("\n"), page.trim_end());
    }

    #[test]
    fn an_answer_on_the_wire_ends_its_connection() {
        let text = String::from_utf8(written(StatusCode::BAD_REQUEST, "No.\n")).unwrap();
        assert!(text.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{text}");
        assert!(text.contains("\r\ncontent-length: 4\r\n") && text.contains("\r\nconnection: close\r\n"), "{text}");
        assert!(text.ends_with("\r\n\r\nNo.\n"), "{text}");
    }
}
