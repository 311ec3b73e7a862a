//! Checks a body: JSON, or SARIF for programs that read that.

use http::{
    HeaderValue, StatusCode,
    header::{CONTENT_TYPE, VARY},
};
use http_body::Body;
use publication_rules::wire::{self, Artifact};
use reception::Guest;
use web::Response;

use crate::{
    asked::Asked,
    facts::Facts,
    intake::Incoming,
    refused::Refused,
    rules::{Examiner, Rules},
};

/// What it answers with, the usual first.
const OFFERS: &[&str] = &["application/json", SARIF];
const SARIF: &str = "application/sarif+json";

/// Says what is in the body that must not be published.
pub(crate) async fn act<B: Body>(guest: &Guest<'_>, body: Incoming<'_, B>) -> Result<Response, Refused> {
    let asked = Asked::read(guest)?;
    let facts = Facts::of(guest).await?;
    let told = facts.own_up(body.take(guest, &facts, &asked).await?.check(), guest.words());
    let mut response = if web::preferred_type(guest.request(), OFFERS) == Some(SARIF) {
        let described = Examiner::described(guest.words().language());
        let path = asked.file_name.as_deref().unwrap_or("body");
        let of_rule = |rule| described.iter().find(|(one, _)| *one == rule).map(|(_, text)| text.clone());
        let log = wire::sarif(&[Artifact { path, report: &told }], &|rule| of_rule(rule).unwrap_or_default());
        let mut response = web::json(StatusCode::OK, &log)?;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(SARIF));
        response
    } else {
        web::json(StatusCode::OK, &told)?
    };
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept, accept-language"));
    Ok(response)
}
