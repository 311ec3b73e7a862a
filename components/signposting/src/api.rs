//! The answer as data, for anybody's program.

use std::str::FromStr;

use http::{HeaderValue, StatusCode, header::CONTENT_TYPE};
use reception::{Guest, Problem};
use school_types::Timestamp;
use serde::Serialize;
use signpost_rules::{Audience, DateTime, Situation};
use web::{FieldError, Fields, Response};
use words::Words;

use crate::{
    asked::{self, AGE, AUDIENCE, SITUATION, optional},
    kept::{Asked, Form, Kept},
    rules::{Rules, Signposts, broken},
    told,
};

/// The query's name for the moment asked about.
const AT: &str = "at";

/// A parameter that cannot be read.
struct BadParameter {
    field: &'static str,
    error: FieldError,
}

/// The body of a refusal (RFC 9457), with the extension members `code` and `field`.
#[derive(Serialize)]
struct Refused<'a> {
    r#type: &'static str,
    title: &'a str,
    status: u16,
    detail: &'a str,
    code: &'a str,
    field: &'a str,
}

/// Answers, or says which parameter cannot be read.
pub(crate) fn show(guest: &Guest<'_>, kept: &Kept) -> Result<Response, Problem> {
    let w = guest.words();
    let (audience, situation, age, at) = match read(guest.request().query()) {
        Ok(read) => read,
        Err(bad) => return refuse(w, &bad),
    };
    let make = || {
        let mut question = asked::question(guest, audience, situation, age)?;
        question.at = at.unwrap_or(question.at);
        let advice = Signposts::advise(&question, w.language()).map_err(broken)?;
        Ok(web::json(StatusCode::OK, &told::answer(&question, w.language(), &advice))?)
    };
    if at.is_some() {
        return make();
    }
    let (audience, situation) = (Some(audience), Some(situation));
    kept.answer(guest, Asked { form: Form::Data, language: w.language(), audience, situation, age }, make)
}

type Parameters = (Audience, Situation, Option<u8>, Option<DateTime>);

fn read(query: &Fields) -> Result<Parameters, BadParameter> {
    let bad = |field| move |error| BadParameter { field, error };
    let situation = query.choice(SITUATION).map_err(bad(SITUATION))?;
    let audience = query.choice(AUDIENCE).map_err(bad(AUDIENCE))?;
    let age = asked::age(query, audience).map_err(bad(AGE))?;
    let at = optional::<Moment>(query, AT).map_err(bad(AT))?;
    Ok((audience, situation, age, at.map(|moment| moment.0)))
}

/// A moment as the interface takes it, in London.
struct Moment(DateTime);

impl FromStr for Moment {
    type Err = ();

    /// Reads an instant (RFC 3339), or a date and time without an offset, which is London's. Only years 1 to 9999.
    fn from_str(text: &str) -> Result<Self, ()> {
        let instant = text.parse::<Timestamp>().map(clock::london);
        let moment = instant.or_else(|_| text.parse::<DateTime>()).map_err(|_| ())?;
        // A date alone leaves open which hour is meant.
        let has_time = text.contains(['T', 't', ' ']);
        if has_time && moment.year() >= 1 { Ok(Self(moment)) } else { Err(()) }
    }
}

fn refuse(w: Words, bad: &BadParameter) -> Result<Response, Problem> {
    let field = bad.field;
    let detail = match (bad.error, field) {
        (FieldError::Missing, _) => w.help_api_missing(field),
        (FieldError::Duplicated, _) => w.help_api_twice(field),
        (_, AGE) => w.help_api_age().to_owned(),
        (_, AT) => w.help_api_at().to_owned(),
        (_, AUDIENCE) => w.help_api_not_one(field, &listed(Audience::ALL, Audience::as_str)),
        (_, _) => w.help_api_not_one(field, &listed(Situation::ALL, Situation::as_str)),
    };
    let status = StatusCode::BAD_REQUEST;
    let code = bad.error.to_string();
    let refused = Refused {
        r#type: "about:blank",
        title: w.help_api_title(),
        status: status.as_u16(),
        detail: &detail,
        code: &code,
        field,
    };
    let mut response = web::json(status, &refused)?;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    Ok(response)
}

fn listed<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str) -> String {
    all.iter().map(|one| word(*one)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Option<String> {
        text.parse::<Moment>().ok().map(|moment| moment.0.to_string())
    }

    #[test]
    fn an_instant_is_told_in_london_and_a_local_time_is_london_s() {
        assert_eq!(moment("2026-07-03T16:05:00Z").as_deref(), Some("2026-07-03T17:05:00"));
        assert_eq!(moment("2026-07-03T16:05:00+02:00").as_deref(), Some("2026-07-03T15:05:00"));
        assert_eq!(moment("2026-07-03T16:05").as_deref(), Some("2026-07-03T16:05:00"));
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for bad in ["", "now", "2026-07-03", "2026-02-30T10:00", "2026-07-03T25:00", "-000001-01-01T00:00", "16:05"] {
            assert_eq!(moment(bad), None, "{bad}");
        }
    }
}
