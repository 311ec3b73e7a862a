//! Whether an answer may leave the application: its headers, its cookies, and the page in it.

use http::{StatusCode, header};

use crate::{Answer, assert_sound_page};

/// What every answer says, word for word.
const ALWAYS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// What may be kept by browsers: what is the same for everybody.
const PUBLIC: [&str; 2] = ["text/css; charset=utf-8", "image/svg+xml"];

/// Fails the test unless the answer has every security header (design.md, section 4), keeps nothing personal in caches,
/// sets cookies only as they must be, and is a sound page where it is one.
///
/// # Panics
///
/// If there is anything to say against it.
pub fn assert_safe_answer(path: &str, answer: &Answer) {
    for (name, value) in ALWAYS {
        assert_eq!(answer.header(name), value, "{path}: {name}");
    }
    assert!(answer.header("strict-transport-security").starts_with("max-age="), "{path}: no HSTS");
    let policy = answer.header("content-security-policy");
    for part in ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{path}: {part} is not in {policy}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains('*'), "{path}: {policy}");

    let kind = answer.header("content-type");
    let may_be_kept = answer.status == StatusCode::OK && PUBLIC.contains(&kind);
    let caching = answer.header("cache-control");
    assert!(may_be_kept && caching.starts_with("public") || caching == "no-store", "{path}: {kind} with {caching}");
    for cookie in answer.headers.get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().unwrap_or_default();
        let is_closed = ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"].iter().all(|part| cookie.contains(part));
        assert!(cookie.starts_with("__Host-") && is_closed, "{path}: a cookie left open");
    }
    if kind.starts_with("text/html") && !answer.body.is_empty() {
        assert_sound_page(&answer.body);
    }
}
