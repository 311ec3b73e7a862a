//! Answers of every kind.

use bytes::Bytes;
use http::{
    HeaderName, HeaderValue, Method, StatusCode,
    header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, LOCATION},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::Refusal;

/// An answer with its whole body. It leaves through [`crate::secure`].
pub type Response = http::Response<Bytes>;

/// A page of HTML.
pub fn page(status: StatusCode, html: impl Into<Bytes>) -> Response {
    answer(status, HeaderValue::from_static("text/html; charset=utf-8"), html)
}

/// Plain text.
pub fn text(status: StatusCode, text: impl Into<Bytes>) -> Response {
    answer(status, HeaderValue::from_static("text/plain; charset=utf-8"), text)
}

/// JSON (RFC 8259).
///
/// # Errors
///
/// [`Refusal::Broken`] when the value cannot be written as JSON.
pub fn json(status: StatusCode, value: &impl Serialize) -> Result<Response, Refusal> {
    let body = serde_json::to_vec(value).map_err(|_| Refusal::Broken)?;
    Ok(answer(status, HeaderValue::from_static("application/json"), body))
}

/// A refusal for a program (RFC 9457), with the headers that belong to it. `code` is an extension member: `title` and
/// `detail` are sentences in the caller's language, the code is what a program compares.
pub fn problem(refusal: &Refusal, title: &str, detail: &str) -> Response {
    let status = refusal.status();
    let body = serde_json::json!({
        "type": "about:blank",
        "title": title,
        "status": status.as_u16(),
        "detail": detail,
        "code": refusal.code(),
    });
    let mut response = answer(status, HeaderValue::from_static("application/problem+json"), body.to_string());
    refusal.mark(&mut response);
    response
}

/// Sends the browser on to another page of ours with a `GET` (RFC 9110 section 15.4.4): what is done is not done
/// again by reloading. `location` is an absolute path, perhaps with a query.
///
/// # Errors
///
/// [`Refusal::BadAddress`] when it is not: nobody is sent to another site.
pub fn see_other(location: &str) -> Result<Response, Refusal> {
    // Browsers read `//host` and `/\host` as another site, and drop tabs and line ends before they look.
    let plain = location.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if !plain || !location.starts_with('/') || location.starts_with("//") {
        return Err(Refusal::BadAddress);
    }
    let location = HeaderValue::from_str(location).map_err(|_| Refusal::BadAddress)?;
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(LOCATION, location);
    Ok(response)
}

/// A file to keep. `file_name` may be in any script; what a file system would mind is replaced (RFC 6266 section 4.3
/// and appendix D).
pub fn download(bytes: impl Into<Bytes>, content_type: &'static str, file_name: &str) -> Response {
    let mut response = answer(StatusCode::OK, HeaderValue::from_static(content_type), bytes);
    // Only ASCII remains, so the header can always be written.
    if let Ok(disposition) = HeaderValue::from_str(&disposition(file_name)) {
        response.headers_mut().insert(CONTENT_DISPOSITION, disposition);
    }
    response
}

/// The characters of RFC 8187 section 3.2.1 that need no escape in `filename*`.
const ATTR_CHAR: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn disposition(file_name: &str) -> String {
    let minded = |c: char| c.is_control() || "\\/:*?\"<>|%".contains(c);
    let safe: String = file_name.trim().chars().map(|c| if minded(c) { '-' } else { c }).take(120).collect();
    let safe = safe.trim_start_matches('.');
    let ascii: String = safe.chars().map(|c| if c.is_ascii() { c } else { '-' }).collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{}", utf8_percent_encode(safe, ATTR_CHAR))
}

/// The answer as it goes out for this method: with its length, so that it need not leave in chunks; to `HEAD`, the headers
/// a `GET` would have had, and no body (RFC 9110 sections 8.6 and 9.3.2).
pub fn for_method(method: &Method, mut response: Response) -> Response {
    if !matches!(response.status(), StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED) {
        let length = HeaderValue::from(response.body().len());
        response.headers_mut().insert(CONTENT_LENGTH, length);
    }
    if *method == Method::HEAD {
        *response.body_mut() = Bytes::new();
    }
    response
}

fn answer(status: StatusCode, content_type: HeaderValue, body: impl Into<Bytes>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let name: HeaderName = CONTENT_TYPE;
    response.headers_mut().insert(name, content_type);
    response
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn header(response: &Response, name: HeaderName) -> &str {
        response.headers()[name].to_str().unwrap()
    }

    #[test]
    fn a_page_is_html_in_utf_8() {
        let response = page(StatusCode::UNPROCESSABLE_ENTITY, "<p>Siân");
        assert_eq!(response.status(), 422);
        assert_eq!(header(&response, CONTENT_TYPE), "text/html; charset=utf-8");
        assert_eq!(response.body(), "<p>Siân".as_bytes());
    }

    #[test]
    fn a_problem_is_what_rfc_9457_asks_for() {
        let response = problem(&Refusal::TooMany { retry_after: 60 }, "Too many tries", "Wait a minute.");
        assert_eq!(response.status(), 429);
        assert_eq!(header(&response, CONTENT_TYPE), "application/problem+json");
        assert_eq!(header(&response, http::header::RETRY_AFTER), "60");
        let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
        let expected = serde_json::json!({
            "type": "about:blank", "title": "Too many tries", "status": 429, "detail": "Wait a minute.", "code": "too-many",
        });
        assert_eq!(body, expected);
    }

    #[test]
    fn refusals_carry_the_headers_http_asks_for() {
        let allow = problem(&Refusal::MethodNotAllowed { allow: "GET, HEAD".to_owned() }, "", "");
        assert_eq!((allow.status().as_u16(), header(&allow, http::header::ALLOW)), (405, "GET, HEAD"));
        let token = problem(&Refusal::TokenNeeded, "", "");
        assert_eq!((token.status().as_u16(), header(&token, http::header::WWW_AUTHENTICATE)), (401, "Bearer"));
        let down = problem(&Refusal::StoreDown, "", "");
        assert_eq!((down.status().as_u16(), header(&down, http::header::RETRY_AFTER)), (503, "10"));
    }

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(header(&see_other("/s/elm/consent?x=1").unwrap(), LOCATION), "/s/elm/consent?x=1");
        for bad in [
            "",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/a\r\nSet-Cookie: x",
            "s/elm",
            "/é",
        ] {
            assert_eq!(see_other(bad).unwrap_err(), Refusal::BadAddress, "{bad:?}");
        }
    }

    #[test]
    fn a_download_keeps_its_name_in_every_browser() {
        let response = download("{}", "application/json", "derbynneb Siân.json");
        let expected = "attachment; filename=\"derbynneb Si-n.json\"; filename*=UTF-8''derbynneb%20Si%C3%A2n.json";
        assert_eq!(header(&response, CONTENT_DISPOSITION), expected);
        let hostile = download("", "text/plain", "../\"\r\nx: y");
        let expected = "attachment; filename=\"----x- y\"; filename*=UTF-8''----x-%20y";
        assert_eq!(header(&hostile, CONTENT_DISPOSITION), expected);
    }

    #[test]
    fn head_gets_the_headers_of_get_and_no_body() {
        let response = for_method(&Method::HEAD, page(StatusCode::OK, "12345"));
        assert_eq!((header(&response, CONTENT_LENGTH), response.body().len()), ("5", 0));
        let whole = for_method(&Method::GET, page(StatusCode::OK, "12345"));
        assert_eq!((header(&whole, CONTENT_LENGTH), whole.body().len()), ("5", 5));
        let nothing = for_method(&Method::GET, page(StatusCode::NO_CONTENT, ""));
        assert!(!nothing.headers().contains_key(CONTENT_LENGTH));
    }

    proptest! {
        #[test]
        fn every_file_name_can_be_written(name in "(?s).{0,200}") {
            prop_assert!(download("", "text/plain", &name).headers().contains_key(CONTENT_DISPOSITION));
        }

        #[test]
        fn no_location_panics(location in "(?s).{0,60}") {
            let _ = see_other(&location);
        }
    }
}
