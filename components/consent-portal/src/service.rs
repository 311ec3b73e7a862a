//! The component on its platform. Left out of a native build, whose linker does not take the names that WebAssembly
//! exports have.

use std::{rc::Rc, time::Duration};

use bytes::Bytes;
use futures::future::LocalBoxFuture;
use http_body_util::Full;
use reception::Problem;
use records::Asker;
use spin_sdk::{
    http::{IntoResponse, Request},
    http_service,
};
use web::Response;

use crate::{LARGEST_REQUEST, Portal};

/// The component's entry. Whatever happens, a page comes out.
#[http_service]
async fn handle(request: Request) -> impl IntoResponse {
    answer(request).await.map(Full::<Bytes>::new)
}

async fn answer(request: Request) -> Response {
    let request = web::read(request, LARGEST_REQUEST).await;
    match open().await {
        Ok(portal) => portal.answer(request).await,
        Err(problem) => reception::closed(&problem),
    }
}

async fn open() -> Result<Portal, Problem> {
    let desk = reception::spin::open(Asker::Nobody).await?.with_pause(pause);
    let courier = letters::courier(desk.settings(), None, Rc::new(letters::SpinHttp), desk.records(), desk.clock())?;
    let is_demonstration = desk.is_demonstration();
    let portal = Portal::new(desk, courier);
    Ok(if is_demonstration { portal } else { portal.with_afterwards(afterwards) })
}

fn pause(time: Duration) -> LocalBoxFuture<'static, ()> {
    Box::pin(spin_sdk::time::sleep(time))
}

/// The instance goes on with `work` after it has answered; the host leaves it as much time as a request has.
fn afterwards(work: LocalBoxFuture<'static, ()>) {
    spin_sdk::wasip3::spawn(work);
}
