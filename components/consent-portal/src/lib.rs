#![doc = include_str!("../README.md")]

mod children;
mod change;
mod decide;
mod entry;
mod parent;
mod recording;
mod receipt;
pub mod routes;
mod said;
mod sign_in;
mod start;
mod verify;
mod withdraw;

pub use entry::{LARGEST_REQUEST, Portal};

use bytes::Bytes;
use http_body_util::Full;
use spin_sdk::{
    http::{IntoResponse, Request},
    http_service,
};

/// The component's entry. Whatever happens, a page comes out.
#[http_service]
async fn handle(request: Request) -> impl IntoResponse {
    entry::from_spin(request).await.map(Full::<Bytes>::new)
}
