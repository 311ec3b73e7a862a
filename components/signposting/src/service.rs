//! The component on its platform. Left out of a native build, whose linker does not take the names that WebAssembly
//! exports have.

use std::{rc::Rc, time::Duration};

use bytes::Bytes;
use futures::future::LocalBoxFuture;
use http::header::LOCATION;
use http_body_util::Full;
use reception::Problem;
use records::Asker;
use spin_sdk::{
    http::{IntoResponse, Request},
    http_service,
    wasip3::{http::types::RequestOptions, http_compat::RequestOptionsExtension},
};
use web::Response;

use crate::{Answered, Fetch, Kept, LARGEST_REQUEST, NoAnswer, Signposting};

/// How long an address may take to connect, and then to begin its answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The component's entry. Whatever happens, a page comes out.
#[http_service]
async fn handle(request: Request) -> impl IntoResponse {
    answer(request).await.map(Full::<Bytes>::new)
}

async fn answer(request: Request) -> Response {
    let request = web::read(request, LARGEST_REQUEST).await;
    match open().await {
        Ok(component) => component.answer(request).await,
        Err(problem) => reception::closed(&problem),
    }
}

thread_local! {
    /// What the requests of an instance share: the same for everybody, and nothing about anybody ([`Kept`]).
    static KEPT: Rc<Kept> = Rc::default();
}

async fn open() -> Result<Signposting, Problem> {
    Ok(Signposting::new(reception::spin::open_for_all(Asker::Visitor).await?, Rc::new(SpinFetch), KEPT.with(Rc::clone)))
}

/// Asks over the platform's outbound HTTP; a host must be in the component's `allowed_outbound_hosts`.
struct SpinFetch;

impl Fetch for SpinFetch {
    fn ask(&self, mut request: http::Request<()>) -> LocalBoxFuture<'_, Result<Answered, NoAnswer>> {
        Box::pin(async move {
            request.extensions_mut().insert(RequestOptionsExtension(in_time()));
            let request = request.map(|()| Full::<Bytes>::default());
            // The body is not waited for: the status says it all.
            let response = spin_sdk::http::send(request).await.map_err(|_| NoAnswer)?;
            let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
            Ok(Answered { status: response.status(), location })
        })
    }
}

/// A host that does not know these limits keeps its own.
fn in_time() -> RequestOptions {
    let options = RequestOptions::new();
    let nanos = u64::try_from(PATIENCE.as_nanos()).ok();
    let _ = options.set_connect_timeout(nanos);
    let _ = options.set_first_byte_timeout(nanos);
    options
}
