#![doc = include_str!("../README.md")]

mod serve;

use bytes::Bytes;
use http_body_util::Full;
use spin_sdk::{
    http::{IntoResponse, Request},
    http_service,
};

#[http_service]
async fn handle(request: Request) -> impl IntoResponse {
    serve::answer(request.method(), request.uri().path(), request.headers()).map(Full::<Bytes>::new)
}
