#![doc = include_str!("../README.md")]

use spin_sdk::http::{IntoResponse, Request};
use spin_sdk::http_service;

#[http_service]
async fn handle(_request: Request) -> impl IntoResponse {
    "Hello from the floor.\n"
}
