//! A school's colours and crest, as files: no page has a style of its own.

use http::{HeaderValue, StatusCode, header::CONTENT_TYPE};
use pages::look::Look;
use reception::{Guest, Problem};
use web::{Caching, Response};

/// The colours. The address carries their version, so browsers may keep them for good.
pub(crate) fn colours(guest: &Guest<'_>) -> Result<Response, Problem> {
    let look = Look::of_school(guest.school()?);
    Ok(file(look.css(), "text/css; charset=utf-8", Caching::Public { seconds: 31_536_000, immutable: true }))
}

/// The crest. Its address stays when it changes, so browsers ask again after a day.
pub(crate) fn crest(guest: &Guest<'_>) -> Result<Response, Problem> {
    let svg = guest.school()?.profile().crest.as_svg().to_owned();
    Ok(file(svg, "image/svg+xml", Caching::Public { seconds: 86_400, immutable: false }))
}

fn file(text: String, content_type: &'static str, caching: Caching) -> Response {
    let mut response = web::text(StatusCode::OK, text);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response.extensions_mut().insert(caching);
    response
}
