//! Requests that are not done, said to the program that sent them (RFC 9457). What the reception already knows how to say goes
//! on to it.

use http::{HeaderValue, StatusCode, header::CONTENT_TYPE};
use reception::Problem;
use records::RecordsError;
use serde::Serialize;
use web::{Refusal, Response};

/// Why an action did not come to its answer.
pub(crate) enum Refused {
    /// It is said already.
    Said(Box<Response>),
    /// The reception says it.
    Problem(Problem),
}

/// The body of a refusal, with the extension members `code` and `field`.
#[derive(Serialize)]
struct Details<'a> {
    r#type: &'static str,
    title: &'a str,
    status: u16,
    detail: &'a str,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
}

impl Refused {
    /// What goes out.
    pub(crate) fn answer(self) -> Result<Response, Problem> {
        match self {
            Self::Said(response) => Ok(*response),
            Self::Problem(problem) => Err(problem),
        }
    }

    /// A refusal with a title and detail of its own.
    pub(crate) fn said(refusal: &Refusal, title: &str, detail: &str) -> Self {
        Self::Said(Box::new(web::problem(refusal, title, detail)))
    }

    /// A refusal for a status, code and parameter that are the API's own.
    pub(crate) fn own(status: StatusCode, title: &str, detail: &str, code: &str, field: Option<&str>) -> Self {
        let details = Details { r#type: "about:blank", title, status: status.as_u16(), detail, code, field };
        match web::json(status, &details) {
            Ok(mut response) => {
                let kind = HeaderValue::from_static("application/problem+json");
                response.headers_mut().insert(CONTENT_TYPE, kind);
                Self::Said(Box::new(response))
            }
            Err(refusal) => refusal.into(),
        }
    }

    /// The same with a header more.
    pub(crate) fn with_header(mut self, name: http::HeaderName, value: &'static str) -> Self {
        if let Self::Said(response) = &mut self {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        self
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Problem(refusal.into())
    }
}

impl From<RecordsError> for Refused {
    fn from(error: RecordsError) -> Self {
        Self::Problem(error.into())
    }
}
