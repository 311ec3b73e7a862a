//! What the tests of this crate share.

use std::future::Future;

use bytes::Bytes;
use http_body_util::Full;
use vault::{MasterKey, Vault};

use crate::Request;

pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    futures::executor::block_on(future)
}

pub(crate) fn request(method: &str, address: &str, headers: &[(&str, &str)]) -> Request {
    with_body(method, address, headers, "")
}

pub(crate) fn post(address: &str, content_type: &str, body: &str) -> Request {
    with_body("POST", address, &[("content-type", content_type)], body)
}

fn with_body(method: &str, address: &str, headers: &[(&str, &str)], body: &str) -> Request {
    let mut builder = http::Request::builder().method(method).uri(address);
    for (name, value) in headers {
        builder = builder.header(*name, value.as_bytes());
    }
    let request = builder.body(Full::new(Bytes::from(body.to_owned()))).unwrap();
    block_on(crate::read(request, 1 << 20)).unwrap()
}

pub(crate) fn vault(byte: u8) -> Vault {
    Vault::new(MasterKey::from_bytes([byte; 32]), None)
}
