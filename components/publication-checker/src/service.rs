//! The component on its platform. Left out of a native build, whose linker does not take the names that WebAssembly
//! exports have.

use std::rc::Rc;

use bytes::Bytes;
use clock::Clock;
use http_body_util::Full;
use reception::{Desk, Problem};
use records::{Asker, Records};
use settings::Settings;
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
    let settings = Settings::from_spin().await?;
    let vault = reception::vault_of(&settings)?;
    let clock = Clock::system();
    let store = records::spin::SpinStore::open().await.map_err(records::RecordsError::from)?;
    let records = Records::new(Rc::new(store), vault, clock.clone(), Asker::task("publication-checker"));
    Ok(PublicationChecker::new(Desk::new(records, settings, clock), |time| Box::pin(spin_sdk::time::sleep(time))))
}
