//! The security headers of every answer, in one place.

use http::{
    HeaderName, HeaderValue, Uri,
    header::{
        CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
        X_FRAME_OPTIONS,
    },
};

use crate::Response;

/// Who may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// Nobody: it is somebody's own page. Search engines are told to leave it alone.
    NoStore,
    /// Anyone: it is the same for everybody.
    Public {
        /// For how many seconds.
        seconds: u32,
        /// Whether its address changes whenever its content does (RFC 8246).
        immutable: bool,
    },
}

/// Who may show a page inside one of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing<'a> {
    /// Nobody.
    Nobody,
    /// The sites of these exact origins, `https://www.school.example.org`, from the school's profile. One that is not
    /// an origin is left out.
    Origins(&'a [&'a str]),
}

/// Everything is forbidden, and then allowed line by line with its reason.
const CONTENT_SECURITY: &str = concat!(
    "default-src 'none'; ",
    // One style sheet of ours, and one with the school's accent colour. None inline, so injected markup cannot
    // restyle a page.
    "style-src 'self'; ",
    // The school's crest and our icons. No data: addresses, which could carry a drawn imitation of a form.
    "img-src 'self'; ",
    // One typeface, served by us: fetching it elsewhere would tell a stranger who reads which page.
    "font-src 'self'; ",
    // A few enhancements; no page needs them, none is inline.
    "script-src 'self'; ",
    // Forms are sent to us only. Chromium holds the redirect after a form to the same line: every one of ours stays
    // on this site.
    "form-action 'self'; ",
    // No `base` element may bend our relative addresses.
    "base-uri 'none'; ",
);

/// No page of ours asks the browser for any of these; an injected script must not either.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
                           hid=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=()";

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// Puts the security headers on an answer. Every answer passes here, refusals too.
pub fn secure(mut response: Response, caching: Caching, framing: Framing<'_>) -> Response {
    let headers = response.headers_mut();
    let ancestors = ancestors(framing);
    if ancestors == "'none'" {
        // For browsers that do not know frame-ancestors.
        headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    if let Ok(policy) = HeaderValue::from_str(&format!("{CONTENT_SECURITY}frame-ancestors {ancestors}")) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    // Two years (the preload list's minimum). Subdomains are the host's business.
    headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // An address names a school, and which page of it: no other site is told where somebody came from.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(PERMISSIONS_POLICY, HeaderValue::from_static(PERMISSIONS));
    headers.insert(OPENER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static("same-origin"));
    match caching {
        Caching::NoStore => {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            headers.insert(ROBOTS, HeaderValue::from_static("noindex, nofollow"));
        }
        Caching::Public { seconds, immutable } => {
            let immutable = if immutable { ", immutable" } else { "" };
            if let Ok(value) = HeaderValue::from_str(&format!("public, max-age={seconds}{immutable}")) {
                headers.insert(CACHE_CONTROL, value);
            }
        }
    }
    response
}

fn ancestors(framing: Framing<'_>) -> String {
    let origins: Vec<&str> = match framing {
        Framing::Nobody => Vec::new(),
        Framing::Origins(origins) => origins.iter().copied().filter(|origin| is_origin(origin)).collect(),
    };
    if origins.is_empty() { "'none'".to_owned() } else { origins.join(" ") }
}

/// `https://`, a host and perhaps a port: nothing that could end the directive or widen it, such as a wildcard.
fn is_origin(text: &str) -> bool {
    let Ok(uri) = text.parse::<Uri>() else { return false };
    let Some(authority) = uri.authority() else { return false };
    uri.scheme_str() == Some("https")
        && text.len() == "https://".len() + authority.as_str().len()
        && authority.as_str().bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'))
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use proptest::prelude::*;

    use super::*;
    use crate::page;

    fn headers(caching: Caching, framing: Framing<'_>) -> Vec<String> {
        let response = secure(page(StatusCode::OK, ""), caching, framing);
        let line = |(name, value): (&HeaderName, &HeaderValue)| format!("{name}: {}", value.to_str().unwrap());
        let mut lines: Vec<_> = response.headers().iter().map(line).collect();
        lines.sort();
        lines
    }

    #[test]
    fn a_personal_page_goes_out_with_every_header() {
        let lines = headers(Caching::NoStore, Framing::Nobody).join("\n");
        assert_eq!(lines, include_str!("../golden/personal-page.txt").trim_end());
    }

    #[test]
    fn what_is_the_same_for_everybody_may_be_kept() {
        let lines = headers(Caching::Public { seconds: 31_536_000, immutable: true }, Framing::Nobody);
        assert!(lines.contains(&"cache-control: public, max-age=31536000, immutable".to_owned()), "{lines:?}");
        assert!(!lines.iter().any(|line| line.starts_with("x-robots-tag")));
        let lines = headers(Caching::Public { seconds: 60, immutable: false }, Framing::Nobody);
        assert!(lines.contains(&"cache-control: public, max-age=60".to_owned()), "{lines:?}");
    }

    #[test]
    fn only_exact_origins_may_frame_a_page() {
        let good = Framing::Origins(&["https://www.school.example.org", "https://school.example.org:8443"]);
        assert_eq!(ancestors(good), "https://www.school.example.org https://school.example.org:8443");
        assert!(!headers(Caching::NoStore, good).iter().any(|line| line.starts_with("x-frame-options")));
        for bad in [
            "*",
            "https://*.example.org",
            "https://a.example.org/path",
            "https://a.example.org/",
            "http://a.example.org",
            "https://a.example.org; script-src *",
            "https://a.example.org https://b.example.org",
            "https://user@a.example.org",
            "'self'",
            "",
        ] {
            assert_eq!(ancestors(Framing::Origins(&[bad])), "'none'", "{bad}");
        }
    }

    proptest! {
        #[test]
        fn no_origin_ends_the_directive(origin in "\\PC{0,40}") {
            let ancestors = ancestors(Framing::Origins(&[&origin]));
            prop_assert!(!ancestors.contains([';', ',', ' ', '*']));
        }
    }
}
