//! Answers every request with the same few bytes: the floor that benchmarks compare pages with.

use spin_sdk::http::{IntoResponse, Request};
use spin_sdk::http_service;

#[http_service]
async fn handle(_request: Request) -> impl IntoResponse {
    "Hello from the floor.\n"
}
