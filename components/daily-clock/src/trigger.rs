//! The component on its platform. Left out of a native build, whose linker does not take the names that WebAssembly
//! exports have.

use wasip2::http::{
    outgoing_handler,
    types::{Fields, Method, OutgoingBody, OutgoingRequest, RequestOptions, Scheme},
};

use crate::{NotRung, Task};

#[allow(missing_docs, unsafe_code, reason = "what `generate!` writes")]
mod bindings {
    use super::Clock;

    wit_bindgen::generate!({ world: "daily-clock", path: "wit", generate_all });

    export!(Clock);
}

use bindings::{Error, Guest, Metadata, wasi::config::store};

/// How long a task may take until it answers, in nanoseconds. The application ends its own requests before that.
const PATIENCE: u64 = 5 * 60 * 1_000_000_000;

struct Clock;

impl Guest for Clock {
    fn handle_cron_event(_: Metadata) -> Result<(), Error> {
        ring().map_err(|problem| Error::Other(problem.to_string()))
    }
}

fn ring() -> Result<(), NotRung> {
    let task: Task = variable("address")?.parse()?;
    let bearer = format!("Bearer {}", variable("token")?);
    let headers = [("authorization", bearer.into_bytes()), ("content-length", b"0".to_vec())];
    let headers: Vec<_> = headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let request = OutgoingRequest::new(Fields::from_list(&headers).map_err(|_| NotRung::BadToken)?);
    let scheme = if task.is_secure { Scheme::Https } else { Scheme::Http };
    let wrong = |()| NotRung::NoAddress;
    request.set_method(&Method::Post).map_err(wrong)?;
    request.set_scheme(Some(&scheme)).map_err(wrong)?;
    request.set_authority(Some(&task.authority)).map_err(wrong)?;
    request.set_path_with_query(Some(&task.path)).map_err(wrong)?;
    let no_answer =
        |reason: &dyn std::fmt::Debug| NotRung::NoAnswer { path: task.path.clone(), reason: format!("{reason:?}") };
    let body = request.body().map_err(wrong)?;
    let answer = outgoing_handler::handle(request, Some(in_time())).map_err(|error| no_answer(&error))?;
    OutgoingBody::finish(body, None).map_err(|error| no_answer(&error))?;
    answer.subscribe().block();
    match answer.get() {
        Some(Ok(Ok(response))) => task.outcome(response.status()),
        Some(Ok(Err(error))) => Err(no_answer(&error)),
        Some(Err(())) | None => Err(no_answer(&"the platform took it away")),
    }
}

/// A host that does not know this limit keeps its own.
fn in_time() -> RequestOptions {
    let options = RequestOptions::new();
    let _ = options.set_first_byte_timeout(Some(PATIENCE));
    options
}

fn variable(name: &'static str) -> Result<String, NotRung> {
    let value = store::get(name).map_err(|_| NotRung::Unreadable(name))?;
    value.filter(|value| !value.is_empty()).ok_or(NotRung::Missing(name))
}
