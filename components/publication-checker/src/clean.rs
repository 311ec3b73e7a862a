//! Gives the safe version of a body.

use http::{HeaderName, HeaderValue, StatusCode, header::CONTENT_TYPE};
use http_body::Body;
use publication_rules::Verdict;
use reception::{Guest, Problem};
use web::Response;

use crate::{asked::Asked, facts::Facts, intake::Incoming, refused::Refused, rules::Cleaned};

/// What the checker says of the safe version: some things only a person can put right.
const VERDICT: HeaderName = HeaderName::from_static("schoolgate-verdict");
/// In how many places it differs.
const CHANGES: HeaderName = HeaderName::from_static("schoolgate-changes");

/// The bytes to publish instead, under the name to publish them under.
pub(crate) async fn act<B: Body>(guest: &Guest<'_>, body: Incoming<'_, B>) -> Result<Response, Refused> {
    let asked = Asked::read(guest)?;
    let facts = Facts::of(guest).await?;
    let cleaned = body.take(guest, &facts, &asked).await?.clean();
    let Cleaned { bytes, content_type, file_name, changes, remaining } = cleaned.map_err(|sentence| {
        let title = guest.words().checker_api_not_clean_title();
        Refused::own(StatusCode::UNPROCESSABLE_ENTITY, title, &sentence, "not-clean", None)
    })?;
    let remaining = facts.own_up(remaining, guest.words());
    let name = file_name.or(asked.file_name).unwrap_or_else(|| "safe".to_owned());
    let mut response = web::download(bytes, "application/octet-stream", &name);
    let headers = response.headers_mut();
    let kind = HeaderValue::from_str(&content_type).map_err(|_| Problem::Broken("a media type is no header"))?;
    headers.insert(CONTENT_TYPE, kind);
    headers.insert(VERDICT, HeaderValue::from_static(word(remaining.verdict)));
    headers.insert(CHANGES, HeaderValue::from(changes));
    Ok(response)
}

/// As in JSON.
const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Clear => "clear",
        Verdict::Review => "review",
        Verdict::NotExamined => "not-examined",
        Verdict::Stop => "stop",
    }
}
