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

use crate::{LARGEST_REQUEST, Office};

/// The component's entry. Whatever happens, a page comes out.
#[http_service]
async fn handle(request: Request) -> impl IntoResponse {
    answer(request).await.map(Full::<Bytes>::new)
}

async fn answer(request: Request) -> Response {
    let request = web::read(request, LARGEST_REQUEST).await;
    match open().await {
        Ok(office) => office.answer(request).await,
        Err(problem) => reception::closed(&problem),
    }
}

async fn open() -> Result<Office, Problem> {
    let settings = Settings::from_spin().await?;
    let vault = reception::vault_of(&settings)?;
    let clock = Clock::system();
    let store = records::spin::SpinStore::open().await.map_err(records::RecordsError::from)?;
    let records = Records::new(Rc::new(store), vault, clock.clone(), Asker::Nobody);
    let courier = letters::courier(&settings, None, Rc::new(letters::SpinHttp), &records, &clock)?;
    let desk = Desk::new(records, settings, clock);
    Ok(Office::new(desk, courier))
}
