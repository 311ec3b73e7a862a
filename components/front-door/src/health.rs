//! Whether everything works, for whoever runs the application.

use http::StatusCode;
use reception::{Guest, Problem};
use serde::Serialize;
use web::Response;

/// The answer of `/health`.
#[derive(Serialize)]
struct Health {
    /// `ok`, or `store-down`.
    status: &'static str,
    /// Whether the store answered.
    store_reachable: bool,
    /// The application's version.
    version: &'static str,
}

/// Asks the store, and answers 200 or 503.
pub(crate) async fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let store_reachable = guest.desk().records().reachable().await.is_ok();
    let (code, status) =
        if store_reachable { (StatusCode::OK, "ok") } else { (StatusCode::SERVICE_UNAVAILABLE, "store-down") };
    Ok(web::json(code, &Health { status, store_reachable, version: env!("CARGO_PKG_VERSION") })?)
}
