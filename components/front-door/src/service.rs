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

use crate::{FrontDoor, LARGEST_REQUEST};

/// The component's entry. Whatever happens, a page comes out.
#[http_service]
async fn handle(request: Request) -> impl IntoResponse {
    answer(request).await.map(Full::<Bytes>::new)
}

async fn answer(request: Request) -> Response {
    let request = web::read(request, LARGEST_REQUEST).await;
    match open().await {
        Ok(door) => door.answer(request).await,
        Err(problem) => reception::closed(&problem),
    }
}

async fn open() -> Result<FrontDoor, Problem> {
    Ok(FrontDoor::new(reception::spin::open(Asker::Visitor).await?))
}
