//! The component over a made-up installation, spoken to as a program would.

use bytes::Bytes;
use futures::{executor::block_on, stream};
use http::{Method, Request, Response, StatusCode};
use http_body::Frame;
use http_body_util::{Full, StreamBody};
use publication_checker::PublicationChecker;
use reception::Desk;
use records::{Asker, TokenScope};
use school_types::OperationId;
use serde_json::Value;
use settings::Settings;
use testkit::{Installation, installation::ELM};

/// What Elm Street's programs present.
pub(crate) const TOKEN: &str = "a-token-of-elm-street-and-of-nobody-else";
/// Where they ask.
pub(crate) const CHECK: &str = "/s/elm-street/check/api/v1";
/// And for safe versions.
pub(crate) const CLEAN: &str = "/s/elm-street/check/api/v1/clean";

/// The component and its installation.
pub(crate) struct Setup {
    pub(crate) installation: Installation,
    component: PublicationChecker,
}

impl Setup {
    pub(crate) fn new() -> Self {
        let installation = Installation::new();
        let operation = OperationId::from_bytes([1; OperationId::BYTES]);
        let school = ELM.parse().unwrap();
        block_on(installation.records.allow_token(&school, TOKEN, "website", &[TokenScope::Check].into(), &operation))
            .unwrap();
        let settings = Settings::from_pairs([("public_address", "https://gate.example.org")]).unwrap();
        let records = installation.records_of("publication-checker", Asker::task("publication-checker"));
        let component =
            PublicationChecker::new(Desk::new(records, settings, installation.clock.clone()), |_| Box::pin(waiting()));
        Self { installation, component }
    }

    /// A request with these headers.
    pub(crate) fn raw(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Response<Bytes> {
        let request = request(method, path, headers).body(Full::new(Bytes::copy_from_slice(body))).unwrap();
        block_on(self.component.answer(request))
    }

    /// A file of Elm Street's, with its type and these headers besides.
    pub(crate) fn post(&self, path: &str, kind: &str, headers: &[(&str, &str)], body: &[u8]) -> Response<Bytes> {
        let bearer = format!("Bearer {TOKEN}");
        let own = [("authorization", bearer.as_str()), ("content-type", kind)];
        self.raw(Method::POST, path, &[own.as_slice(), headers].concat(), body)
    }

    /// What is found in a text, as JSON.
    pub(crate) fn check(&self, text: &str) -> Value {
        json(&self.post(CHECK, "text/plain; charset=utf-8", &[], text.as_bytes()))
    }

    /// A body that comes in portions, and may break off.
    pub(crate) fn stream(
        &self,
        headers: &[(&str, &str)],
        portions: Vec<Result<&'static [u8], std::io::Error>>,
    ) -> Response<Bytes> {
        let bearer = format!("Bearer {TOKEN}");
        let frames = portions.into_iter().map(|portion| portion.map(|bytes| Frame::data(Bytes::from_static(bytes))));
        let request = request(Method::POST, CHECK, &[("authorization", &bearer)]);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        block_on(self.component.answer(request.body(StreamBody::new(stream::iter(frames))).unwrap()))
    }
}

/// Other tests may have bodies on their way too.
async fn waiting() {
    std::thread::yield_now();
}

fn request(method: Method, path: &str, headers: &[(&str, &str)]) -> http::request::Builder {
    let request = Request::builder().method(method).uri(path);
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))
}

/// The body of an answer that was given.
pub(crate) fn json(response: &Response<Bytes>) -> Value {
    assert_eq!(response.status(), StatusCode::OK, "{}", String::from_utf8_lossy(response.body()));
    serde_json::from_slice(response.body()).unwrap()
}

/// A header as text, empty where there is none.
pub(crate) fn header<'r>(response: &'r Response<Bytes>, name: &str) -> &'r str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

/// Status and code of a refusal, once it is seen to be one that programs can read.
pub(crate) fn refused(response: &Response<Bytes>) -> (u16, String) {
    assert_eq!(header(response, "content-type"), "application/problem+json");
    assert_eq!(header(response, "cache-control"), "no-store");
    let body: Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(body["status"], response.status().as_u16());
    for text in ["title", "detail"] {
        assert!(body[text].as_str().is_some_and(|text| !text.is_empty()), "{body}");
    }
    (response.status().as_u16(), body["code"].as_str().unwrap().to_owned())
}
