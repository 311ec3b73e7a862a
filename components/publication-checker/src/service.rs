//! The component on its platform. Left out of a native build, whose linker does not take the names that WebAssembly
//! exports have.

use bytes::Bytes;
use http_body_util::Full;
use reception::Problem;
use records::Asker;
use spin_sdk::{
    http::{IntoResponse, Request},
    http_service,
};
use web::Response;

use crate::PublicationChecker;

/// The component's entry. Whatever happens, an answer comes out.
#[http_service]
async fn handle(request: Request) -> impl IntoResponse {
    answer(request).await.map(Full::<Bytes>::new)
}

async fn answer(request: Request) -> Response {
    match open().await {
        Ok(component) => component.answer(request).await,
        Err(problem) => reception::closed(&problem),
    }
}

async fn open() -> Result<PublicationChecker, Problem> {
    let desk = reception::spin::open(Asker::task("publication-checker")).await?;
    Ok(PublicationChecker::new(desk, |time| Box::pin(spin_sdk::time::sleep(time))))
}
