//! Cookies: read from any browser, written in one way only.

use base64ct::{Base64UrlUnpadded, Encoding};
use http::{
    HeaderMap, HeaderValue,
    header::{COOKIE, SET_COOKIE},
};
use serde::{Serialize, de::DeserializeOwned};
use vault::{Domain, Scope, Vault};

use crate::{Refusal, Response};

/// The longest value written. Browsers keep 4096 bytes of name, value and attributes (RFC 6265 section 6.1).
const LONGEST_VALUE: usize = 3584;

/// A cookie could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CookieError {
    /// More than a browser keeps.
    #[error("a cookie is too large")]
    TooLarge,
    /// The name does not begin with `__Host-`: a cookie that another host under the same domain could set.
    #[error("a cookie without the prefix __Host-")]
    BadName,
    /// The value could not be written down or sealed.
    #[error("a cookie could not be sealed")]
    NotSealed,
}

impl From<CookieError> for Refusal {
    fn from(_: CookieError) -> Self {
        Self::Broken
    }
}

/// How long a browser keeps a cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// Until the browser is closed.
    Session,
    /// This many seconds.
    Seconds(u32),
}

/// A cookie to set, ready as a `Set-Cookie` header. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Cookie(HeaderValue);

impl Cookie {
    /// Every cookie is `Secure` (browsers take plain `http` to this very machine for secure), invisible to scripts,
    /// not sent along with another site's posts, and of this host and every path, which is what the prefix `__Host-`
    /// promises (RFC 6265bis section 4.1.3.2).
    ///
    /// `value` is made of letters, digits, `-` and `_`: everything written here is base 64, base 32 or a language tag.
    pub(crate) fn new(name: &str, value: &str, life: Life) -> Result<Self, CookieError> {
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        if !name.strip_prefix("__Host-").is_some_and(|rest| !rest.is_empty() && rest.bytes().all(plain)) {
            return Err(CookieError::BadName);
        }
        if value.len() > LONGEST_VALUE {
            return Err(CookieError::TooLarge);
        }
        if !value.bytes().all(plain) {
            return Err(CookieError::NotSealed);
        }
        let age = match life {
            Life::Session => String::new(),
            Life::Seconds(seconds) => format!("; Max-Age={seconds}"),
        };
        let text = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{age}");
        let mut header = HeaderValue::from_str(&text).map_err(|_| CookieError::NotSealed)?;
        header.set_sensitive(true);
        Ok(Self(header))
    }

    /// The `Set-Cookie` header.
    pub const fn header(&self) -> &HeaderValue {
        &self.0
    }
}

impl std::fmt::Debug for Cookie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cookie([redacted])")
    }
}

/// The value of a cookie, however many headers the browser spread its cookies over; the first where there are several.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(other, _)| other.trim_end() == name).map(|(_, value)| value.trim().trim_matches('"'))
}

/// Adds a cookie to an answer.
pub fn add_cookie(response: &mut Response, cookie: Cookie) {
    response.headers_mut().append(SET_COOKIE, cookie.0);
}

/// A cookie that makes the browser drop the one of this name.
///
/// # Errors
///
/// [`CookieError::BadName`].
pub fn forget_cookie(name: &str) -> Result<Cookie, CookieError> {
    Cookie::new(name, "", Life::Seconds(0))
}

/// Seals `value` into a cookie. It opens only under the same name, which begins with `__Host-`.
///
/// # Errors
///
/// [`CookieError::BadName`]; [`CookieError::TooLarge`] when the sealed value is longer than 3.5 KB;
/// [`CookieError::NotSealed`].
pub fn seal_cookie<T: Serialize>(vault: &Vault, name: &str, value: &T, life: Life) -> Result<Cookie, CookieError> {
    let plain = serde_json::to_vec(value).map_err(|_| CookieError::NotSealed)?;
    let sealed = vault.seal(&SCOPE, name, &plain).map_err(|_| CookieError::NotSealed)?;
    Cookie::new(name, &Base64UrlUnpadded::encode_string(&sealed), life)
}

/// Opens what [`seal_cookie`] sealed. A cookie that is absent, tampered with, another's, or of an earlier release
/// that wrote it otherwise is none at all: nobody is shown an error for what their browser kept.
pub fn open_cookie<T: DeserializeOwned>(vault: &Vault, headers: &HeaderMap, name: &str) -> Option<T> {
    let sealed = Base64UrlUnpadded::decode_vec(cookie(headers, name)?).ok()?;
    let plain = vault.open(&SCOPE, name, &sealed).ok()?;
    terse_json::read(&plain).ok()
}

/// Cookies belong to a browser, not to a school: one parent may have children at two.
const SCOPE: Scope<'static> = Scope::installation(Domain::Session);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::test::{request, vault};

    fn sent(cookie: &str) -> HeaderMap {
        request("GET", "/", &[("cookie", cookie)]).headers().clone()
    }

    /// The pair a browser sends back.
    fn back(cookie: &Cookie) -> String {
        cookie.header().to_str().unwrap().split(';').next().unwrap().to_owned()
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = sent("a=1; __Host-b = \"2\" ;c=x=y;; d");
        headers.append(COOKIE, HeaderValue::from_static("e=5"));
        headers.append(COOKIE, HeaderValue::from_bytes(b"f=\xff").unwrap());
        for (name, value) in
            [("a", Some("1")), ("__Host-b", Some("2")), ("c", Some("x=y")), ("d", None), ("e", Some("5")), ("f", None)]
        {
            assert_eq!(cookie(&headers, name), value, "{name}");
        }
    }

    #[test]
    fn a_cookie_is_for_this_host_alone_and_no_script_reads_it() {
        let cookie = seal_cookie(&vault(1), "__Host-x", &1, Life::Session).unwrap();
        let text = cookie.header().to_str().unwrap();
        assert!(text.starts_with("__Host-x=") && text.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax"), "{text}");
        assert!(!text.contains("Domain"));
        let cookie = seal_cookie(&vault(1), "__Host-x", &1, Life::Seconds(60)).unwrap();
        assert!(cookie.header().to_str().unwrap().ends_with("; Max-Age=60"));
        let gone = forget_cookie("__Host-x").unwrap();
        assert_eq!(gone.header(), "__Host-x=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
        assert_eq!(format!("{gone:?}{:?}", gone.header()), "Cookie([redacted])Sensitive");
    }

    #[test]
    fn a_cookie_opens_under_its_own_name_and_key_only() {
        let pair = back(&seal_cookie(&vault(1), "__Host-x", &"kept", Life::Session).unwrap());
        assert_eq!(open_cookie::<String>(&vault(1), &sent(&pair), "__Host-x").unwrap(), "kept");
        assert_eq!(open_cookie::<String>(&vault(2), &sent(&pair), "__Host-x"), None);
        assert_eq!(open_cookie::<String>(&vault(1), &sent(&pair.replace("-x", "-y")), "__Host-y"), None);
        assert_eq!(open_cookie::<u8>(&vault(1), &sent(&pair), "__Host-x"), None);
    }

    #[test]
    fn a_cookie_another_host_could_set_is_not_written() {
        for name in ["", "x", "__Host-", "__host-x", "__Secure-x", "__Host-x; Domain=example.org", "__Host-x\r\ny"] {
            assert_eq!(forget_cookie(name), Err(CookieError::BadName), "{name:?}");
        }
    }

    #[test]
    fn a_cookie_no_browser_would_keep_is_not_written() {
        let write = |length: usize| seal_cookie(&vault(1), "__Host-x", &"a".repeat(length), Life::Session);
        assert!(write(2600).is_ok());
        assert_eq!(write(2700), Err(CookieError::TooLarge));
    }

    proptest! {
        #[test]
        fn every_value_comes_back(value in "\\PC{0,80}") {
            let pair = back(&seal_cookie(&vault(1), "__Host-x", &value, Life::Session).unwrap());
            prop_assert_eq!(open_cookie::<String>(&vault(1), &sent(&format!("other=1; {pair}")), "__Host-x"), Some(value));
        }

        #[test]
        fn no_cookie_panics_and_none_made_up_opens(line in "[ -~]{0,60}") {
            prop_assert_eq!(open_cookie::<String>(&vault(1), &sent(&format!("__Host-x={line}")), "__Host-x"), None);
        }
    }
}
