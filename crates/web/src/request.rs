//! A request, read once and up to a limit.

use std::{fmt, pin::pin};

use bytes::{Buf, BufMut, Bytes, BytesMut};
use http::{HeaderMap, Method, header};
use http_body::Body;
use http_body_util::BodyExt;
use school_types::Language;

use crate::{Fields, Limits, Refusal, path};

/// Longer addresses are nobody's: the longest of ours is under 300 bytes.
const LONGEST_ADDRESS: usize = 4096;

/// A request with its body read.
///
/// `Debug` shows the method and nothing of what the person sent.
#[derive(Clone)]
pub struct Request {
    method: Method,
    path: String,
    segments: Vec<String>,
    query: Fields,
    headers: HeaderMap,
    body: Result<Bytes, Refusal>,
}

/// Reads a request, its body up to `limit_bytes`: what comes after the limit is not waited for. A body that is too large or
/// was cut short is refused by whoever wants to read it: by then it is known whether a person or a program sent it.
///
/// # Errors
///
/// [`Refusal::BadAddress`].
pub async fn read<B: Body>(request: http::Request<B>, limit_bytes: usize) -> Result<Request, Refusal> {
    let (head, body) = request.into_parts();
    let query = head.uri.query().unwrap_or_default();
    if head.uri.path().len() + query.len() > LONGEST_ADDRESS {
        return Err(Refusal::BadAddress);
    }
    let segments = path::segments(head.uri.path()).ok_or(Refusal::BadAddress)?;
    let query = Fields::parse(query.as_bytes(), &Limits::QUERY).map_err(|_| Refusal::BadAddress)?;
    // What comes with a `GET` has no meaning (RFC 9110 section 9.3.1), and asking for nothing costs a turn of the host.
    let looks = matches!(head.method, Method::GET | Method::HEAD);
    let body = if looks { Ok(Bytes::new()) } else { read_body(&head.headers, body, limit_bytes).await };
    let path = head.uri.path().to_owned();
    Ok(Request { method: head.method, path, segments, query, headers: head.headers, body })
}

async fn read_body<B: Body>(headers: &HeaderMap, body: B, limit: usize) -> Result<Bytes, Refusal> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > limit as u64) {
        return Err(Refusal::TooLarge);
    }
    let mut body = pin!(body);
    let mut whole = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Refusal::BadForm)?;
        if let Ok(data) = frame.into_data() {
            if data.remaining() > limit - whole.len() {
                return Err(Refusal::TooLarge);
            }
            whole.put(data);
        }
    }
    Ok(whole.freeze())
}

impl Request {
    /// The method as it came. A `HEAD` finds the routes of `GET`.
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// Whether the request only looks: `GET` or `HEAD`.
    pub fn is_read(&self) -> bool {
        matches!(self.method, Method::GET | Method::HEAD)
    }

    /// The path as it came, percent-encoded. Never log it: it may name a school.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The path's segments, decoded. `/s/elm/` has three, the last of them empty.
    pub fn segments(&self) -> &[String] {
        &self.segments
    }

    /// The fields of the query.
    pub const fn query(&self) -> &Fields {
        &self.query
    }

    /// The headers.
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A header that came exactly once and is plain text.
    pub fn header(&self, name: &header::HeaderName) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        match (values.next(), values.next()) {
            (Some(value), None) => value.to_str().ok(),
            _ => None,
        }
    }

    /// The body, whole.
    ///
    /// # Errors
    ///
    /// [`Refusal::TooLarge`], and [`Refusal::BadForm`] for one that was cut short.
    pub fn body(&self) -> Result<&Bytes, Refusal> {
        self.body.as_ref().map_err(Clone::clone)
    }

    /// The body's media type in lower case, without parameters.
    pub fn content_type(&self) -> Option<String> {
        let (kind, _) = self.header(&header::CONTENT_TYPE).map(split_parameters)?;
        Some(kind.to_ascii_lowercase())
    }

    /// Reads the body as a form.
    ///
    /// # Errors
    ///
    /// [`Refusal::UnsupportedContentType`] unless it is `application/x-www-form-urlencoded` in UTF-8,
    /// [`Refusal::BadForm`] when it is not well formed or beyond [`Limits::FORM`], and as [`Request::body`].
    pub fn form(&self) -> Result<Fields, Refusal> {
        let (kind, parameters) =
            self.header(&header::CONTENT_TYPE).map(split_parameters).ok_or(Refusal::UnsupportedContentType)?;
        let charset = parameters.split(';').find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.trim().eq_ignore_ascii_case("charset").then_some(value.trim().trim_matches('"'))
        });
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
            || !charset.unwrap_or("utf-8").eq_ignore_ascii_case("utf-8")
        {
            return Err(Refusal::UnsupportedContentType);
        }
        Fields::parse(self.body()?, &Limits::FORM)
    }

    /// The address of this page in another language, for the language switch: path and query with `lang` set.
    pub fn in_language(&self, language: Language) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.query.iter().filter(|(name, _)| *name != crate::language::PARAMETER));
        query.append_pair(crate::language::PARAMETER, language.tag());
        format!("{}?{}", self.path, query.finish())
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.body.as_ref().map(Bytes::len);
        f.debug_struct("Request").field("method", &self.method).field("body_bytes", &bytes).finish()
    }
}

fn split_parameters(content_type: &str) -> (&str, &str) {
    let (kind, parameters) = content_type.split_once(';').unwrap_or((content_type, ""));
    (kind.trim(), parameters)
}

#[cfg(test)]
mod tests {
    use http_body_util::{BodyExt, Full, StreamBody, combinators::BoxBody};
    use proptest::prelude::*;

    use super::*;
    use crate::test::{block_on, post, request};

    fn reading(address: &str, body: &'static [u8], limit: usize) -> Result<Request, Refusal> {
        let request = http::Request::post(address).body(Full::new(Bytes::from_static(body))).unwrap();
        block_on(read(request, limit))
    }

    #[test]
    fn a_request_is_read_whole_up_to_its_limit() {
        assert_eq!(reading("/x?a=1", b"12345", 5).unwrap().body().unwrap().as_ref(), b"12345");
        assert_eq!(reading("/x", b"", 0).unwrap().body().unwrap().len(), 0);
        let large = reading("/x?a=1", b"123456", 5).unwrap();
        assert_eq!((large.path(), large.body().unwrap_err()), ("/x", Refusal::TooLarge));
        let form = http::Request::post("/x").header("content-type", "application/x-www-form-urlencoded");
        let form = block_on(read(form.body(Full::new(Bytes::from_static(b"a=1234"))).unwrap(), 5)).unwrap();
        assert_eq!(form.form().unwrap_err(), Refusal::TooLarge);
    }

    #[test]
    fn what_comes_with_a_page_s_address_alone_is_not_waited_for() {
        let never = StreamBody::new(futures::stream::pending::<Result<http_body::Frame<Bytes>, std::io::Error>>());
        let request = http::Request::get("/x").header("content-length", "99").body(never).unwrap();
        assert!(block_on(read(request, 9)).unwrap().body().is_ok_and(Bytes::is_empty));
    }

    #[test]
    fn a_body_announced_as_too_large_is_not_waited_for() {
        let never = StreamBody::new(futures::stream::pending::<Result<http_body::Frame<Bytes>, std::io::Error>>());
        let request = http::Request::post("/x").header("content-length", "99").body(never).unwrap();
        assert_eq!(block_on(read(request, 98)).unwrap().body().unwrap_err(), Refusal::TooLarge);
    }

    #[test]
    fn an_endless_body_is_left_at_the_limit() {
        let chunk = || Ok::<_, std::io::Error>(http_body::Frame::data(Bytes::from_static(&[0; 1000])));
        let endless = StreamBody::new(futures::stream::repeat_with(chunk));
        let request = http::Request::post("/x").body(endless).unwrap();
        assert_eq!(block_on(read(request, 10_500)).unwrap().body().unwrap_err(), Refusal::TooLarge);
    }

    #[test]
    fn a_body_cut_short_is_no_form() {
        let broken = futures::stream::iter([Err::<http_body::Frame<Bytes>, _>(std::io::Error::other("gone"))]);
        let body: BoxBody<Bytes, std::io::Error> = BodyExt::boxed(StreamBody::new(broken));
        let cut = block_on(read(http::Request::post("/x").body(body).unwrap(), 9)).unwrap();
        assert_eq!(cut.body().unwrap_err(), Refusal::BadForm);
    }

    #[test]
    fn a_form_is_read_from_its_own_content_type_only() {
        for good in ["application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded; Charset=\"UTF-8\""] {
            assert_eq!(post("/x", good, "a=1").form().unwrap().first("a"), "1");
        }
        for bad in
            ["", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=latin1"]
        {
            assert_eq!(post("/x", bad, "a=1").form().unwrap_err(), Refusal::UnsupportedContentType, "{bad}");
        }
    }

    #[test]
    fn the_language_switch_keeps_the_page_and_its_query() {
        let page = request("GET", "/s/elm/consent?child=a%20b&lang=en", &[]);
        assert_eq!(page.in_language(Language::Cy), "/s/elm/consent?child=a+b&lang=cy");
    }

    #[test]
    fn debug_shows_nothing_of_what_was_sent() {
        let page = post("/s/planted?planted=1", "application/x-www-form-urlencoded", "planted=planted");
        assert!(!format!("{page:?}{:?}", page.form()).contains("planted"));
    }

    proptest! {
        #[test]
        fn no_address_panics(address in "/[ -~]{0,60}") {
            if let Ok(uri) = address.parse::<http::Uri>() {
                let request = http::Request::get(uri).body(Full::new(Bytes::new())).unwrap();
                let _ = block_on(read(request, 0));
            }
        }
    }
}
