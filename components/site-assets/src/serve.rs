//! Which bytes answer a request, without any platform.

use assets::Asset;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};
use web::{Caching, Framing};

/// A year, the longest that RFC 9111 caches honour, and no question back (RFC 8246).
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The answer to `method` on `path`, which is the whole path (`/assets/site.0123456789ab.css`).
///
/// 405 for anything but GET and HEAD, 404 for a name that is not served, 304 when `If-None-Match` holds the name, else the file in
/// the smallest form `Accept-Encoding` allows. An answer to HEAD has the headers of GET and no body.
pub(crate) fn answer(method: &Method, path: &str, headers: &HeaderMap) -> Response<Bytes> {
    if method != Method::GET && method != Method::HEAD {
        let mut refusal = plain(StatusCode::METHOD_NOT_ALLOWED, "This address can only be read.\n");
        refusal.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refusal;
    }
    let Some(asset) = path.strip_prefix("/assets/").and_then(assets::find) else {
        return plain(StatusCode::NOT_FOUND, "There is nothing at this address.\n");
    };
    let (coding, bytes) = smallest(asset, headers);
    // One tag per form: a strong tag may not be shared by different bytes (RFC 9110 8.8.1).
    let tag = format!("\"{}{}\"", asset.name, coding.map_or(String::new(), |coding| format!("-{coding}")));

    let mut response = Response::new(Bytes::new());
    let fields = response.headers_mut();
    fields.insert(header::CACHE_CONTROL, FOREVER);
    fields.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        fields.insert(header::ETAG, tag);
    }
    if is_known(&tag, headers) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    guard(response.headers_mut(), asset.media_type);
    let fields = response.headers_mut();
    if let Some(coding) = coding {
        fields.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    fields.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    if method == Method::GET {
        *response.body_mut() = Bytes::from_static(bytes);
    }
    response
}

/// With the headers of a page, and kept by nobody: a name that is served only after the next update must not be remembered as missing.
fn plain(status: StatusCode, text: &'static str) -> Response<Bytes> {
    web::secure(web::text(status, text), Caching::NoStore, Framing::Nobody)
}

/// What every answer with a body says: its type, not to guess another, and, for an SVG opened by itself, to run nothing.
fn guard(fields: &mut HeaderMap, media_type: &'static str) {
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    fields.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    fields.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'"));
}

fn smallest(asset: &'static Asset, headers: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
    let forms = [("br", asset.brotli), ("gzip", asset.gzip)];
    forms
        .into_iter()
        .find_map(|(coding, bytes)| bytes.filter(|_| accepts(headers, coding)).map(|bytes| (Some(coding), bytes)))
        .unwrap_or((None, asset.plain))
}

/// Whether `Accept-Encoding` names the coding, or `*`, without refusing it by a weight of nought (RFC 9110 12.5.3).
fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let mut any = false;
    let lists = headers.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    for item in lists.flat_map(|list| list.split(',')) {
        let (name, weight) = item.split_once(';').unwrap_or((item, "q=1"));
        let weight = weight.trim().trim_start_matches(['q', 'Q']).trim_start_matches('=');
        let wanted = is_above_nought(weight);
        match name.trim() {
            name if name.eq_ignore_ascii_case(coding) => return wanted,
            "*" => any = wanted,
            _ => {}
        }
    }
    any
}

/// Whether a weight, `0` to `1` with up to three decimals (RFC 9110 12.4.2), is more than nought; what is no weight is not.
fn is_above_nought(weight: &str) -> bool {
    let decimals = weight.strip_prefix("0.").unwrap_or_default();
    weight.starts_with('1') || decimals.bytes().any(|digit| matches!(digit, b'1'..=b'9'))
}

/// Whether `If-None-Match` holds the tag; compared weakly, as RFC 9110 13.1.2 asks.
fn is_known(tag: &str, headers: &HeaderMap) -> bool {
    let lists = headers.get_all(header::IF_NONE_MATCH).into_iter().filter_map(|value| value.to_str().ok());
    lists
        .flat_map(|list| list.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn get(path: &str, fields: &[(http::HeaderName, &str)]) -> Response<Bytes> {
        ask(&Method::GET, path, fields)
    }

    fn ask(method: &Method, path: &str, fields: &[(http::HeaderName, &str)]) -> Response<Bytes> {
        let headers = fields.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
        answer(method, path, &headers)
    }

    fn field(response: &Response<Bytes>, name: http::HeaderName) -> &str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn a_browser_gets_brotli_and_an_old_one_gzip_or_plain() {
        let sheet = assets::SITE_CSS;
        let plain = get(sheet, &[]);
        assert_eq!(field(&plain, header::CONTENT_ENCODING), "");

        let modern = get(sheet, &[(header::ACCEPT_ENCODING, "gzip, deflate, br, zstd")]);
        assert_eq!(field(&modern, header::CONTENT_ENCODING), "br");
        let mut unpacked = Vec::new();
        brotli::Decompressor::new(&modern.body()[..], 4096).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, plain.body()[..]);

        let old = get(sheet, &[(header::ACCEPT_ENCODING, "gzip;q=1.0, *;q=0")]);
        assert_eq!(field(&old, header::CONTENT_ENCODING), "gzip");
        unpacked.clear();
        flate2::read::GzDecoder::new(&old.body()[..]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, plain.body()[..]);
    }

    #[test]
    fn a_coding_of_weight_nought_is_not_sent() {
        let response = get(assets::SITE_CSS, &[(header::ACCEPT_ENCODING, "br;q=0, gzip; q=0.0, identity")]);
        assert_eq!(field(&response, header::CONTENT_ENCODING), "");
        let least = get(assets::SITE_CSS, &[(header::ACCEPT_ENCODING, "gzip;q=0.001")]);
        assert_eq!(field(&least, header::CONTENT_ENCODING), "gzip");
        let nonsense = get(assets::SITE_CSS, &[(header::ACCEPT_ENCODING, "br;q=zzz, ;;, ,")]);
        assert_eq!(field(&nonsense, header::CONTENT_ENCODING), "");
    }

    #[test]
    fn every_file_may_be_kept_for_a_year_and_says_what_it_is() {
        for asset in &assets::ALL {
            let response = get(&format!("/assets/{}", asset.name), &[]);
            assert_eq!(response.status(), StatusCode::OK);
            assert_eq!(response.body(), asset.plain);
            assert_eq!(field(&response, header::CACHE_CONTROL), "public, max-age=31536000, immutable");
            assert_eq!(field(&response, header::CONTENT_TYPE), asset.media_type);
            assert_eq!(field(&response, header::X_CONTENT_TYPE_OPTIONS), "nosniff");
            assert_eq!(field(&response, header::CONTENT_LENGTH), asset.plain.len().to_string());
        }
    }

    #[test]
    fn a_known_form_is_not_sent_again_and_another_form_is() {
        let packed = [(header::ACCEPT_ENCODING, "br")];
        let tag = field(&get(assets::SITE_CSS, &packed), header::ETAG).to_owned();
        let again = get(
            assets::SITE_CSS,
            &[(header::ACCEPT_ENCODING, "br"), (header::IF_NONE_MATCH, &format!("\"other\", W/{tag}"))],
        );
        assert_eq!((again.status(), again.body().len()), (StatusCode::NOT_MODIFIED, 0));
        assert_eq!(field(&again, header::ETAG), tag);
        assert_eq!(get(assets::SITE_CSS, &[(header::IF_NONE_MATCH, &tag)]).status(), StatusCode::OK);
    }

    #[test]
    fn head_is_get_without_the_body() {
        let get = get(assets::SITE_CSS, &[]);
        let head = ask(&Method::HEAD, assets::SITE_CSS, &[]);
        assert_eq!(head.headers(), get.headers());
        assert!(head.body().is_empty() && !get.body().is_empty());
    }

    #[test]
    fn anything_else_is_refused_in_plain_text() {
        for path in ["/assets/", "/assets/site.css", "/assets/../Cargo.toml", "/assets", "/", "/assets/site.css/x", ""]
        {
            let response = get(path, &[]);
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
            assert_eq!(field(&response, header::CONTENT_TYPE), "text/plain; charset=utf-8");
            assert_eq!(field(&response, header::CACHE_CONTROL), "no-store");
        }
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
            let response = ask(&method, assets::SITE_CSS, &[]);
            assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
            assert_eq!(field(&response, header::ALLOW), "GET, HEAD");
        }
    }
    #[test]
    fn a_refusal_has_the_headers_that_pages_have() {
        let page = include_str!("../../../crates/web/golden/personal-page.txt").trim_end();
        for refusal in [get("/assets/nothing", &[]), ask(&Method::POST, assets::SITE_CSS, &[])] {
            let line =
                |(name, value): (&http::HeaderName, &HeaderValue)| format!("{name}: {}", value.to_str().unwrap());
            let lines: Vec<String> = refusal.headers().iter().map(line).collect();
            for expected in page.lines().filter(|line| !line.starts_with("content-type: ")) {
                assert!(lines.iter().any(|line| line == expected), "{expected} is not in {lines:?}");
            }
        }
    }
}
