//! What a request says beside its body: purpose, file name, media type.

use http::{
    HeaderName, StatusCode,
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE},
};
use profiles::Profile;
use reception::Guest;
use web::{Refusal, Request};

use crate::refused::Refused;

/// The query's names.
const PURPOSE: &str = "purpose";
const FILE_NAME: &str = "filename";

/// The longest file name, in characters: no file system takes a longer one.
const LONGEST_NAME: usize = 255;

/// What is known of a body beside its bytes.
#[derive(Debug)]
pub(crate) struct Asked {
    /// Its media type, as it was sent.
    pub(crate) content_type: Option<String>,
    /// The name it will be published under.
    pub(crate) file_name: Option<String>,
}

impl Asked {
    /// Reads it.
    ///
    /// # Errors
    /// A parameter that cannot be read, a purpose the school does not ask about, or a media type that is none of a file.
    pub(crate) fn read(guest: &Guest<'_>) -> Result<Self, Refused> {
        let file_name = parameter(guest, FILE_NAME)?;
        let too_long = |name: &str| name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control);
        if file_name.is_some_and(too_long) {
            let detail = guest.words().checker_api_file_name(&LONGEST_NAME.to_string());
            return Err(refuse(guest, &detail, "bad-file-name", FILE_NAME));
        }
        if let Some(purpose) = parameter(guest, PURPOSE)? {
            let profile = guest.school()?.profile();
            if !is_purpose(profile, purpose) {
                let listed: Vec<&str> = profile.purposes.iter().map(|one| one.id.as_str()).collect();
                let detail = guest.words().checker_api_purpose(&listed.join(", "));
                return Err(refuse(guest, &detail, "unknown-purpose", PURPOSE));
            }
        }
        let content_type = content_type(guest)?;
        Ok(Self { content_type, file_name: file_name.map(str::to_owned) })
    }
}

/// The value of a parameter, unless it is absent or empty.
fn parameter<'g>(guest: &'g Guest<'_>, name: &'static str) -> Result<Option<&'g str>, Refused> {
    let mut values = guest.request().query().all(name);
    let value = values.next();
    if values.next().is_some() {
        return Err(refuse(guest, &guest.words().checker_api_twice(name), "duplicated", name));
    }
    Ok(value.filter(|value| !value.is_empty()))
}

/// Whether the school asks about this purpose, or about several that begin with it: `website` is `website-group` and
/// `website-single`.
fn is_purpose(profile: &Profile, purpose: &str) -> bool {
    profile.purposes.iter().any(|one| {
        let rest = one.id.as_str().strip_prefix(purpose);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    })
}

/// The body's media type, if one was sent.
fn content_type(guest: &Guest<'_>) -> Result<Option<String>, Refused> {
    let (request, w) = (guest.request(), guest.words());
    let unsupported =
        |detail: &str| Refused::said(&Refusal::UnsupportedContentType, w.checker_api_type_title(), detail);
    if header(request, &CONTENT_ENCODING)?.is_some_and(|coding| !coding.eq_ignore_ascii_case("identity")) {
        return Err(unsupported(w.checker_api_type_encoded()).with_header(ACCEPT_ENCODING, "identity"));
    }
    let Ok(sent) = header(request, &CONTENT_TYPE) else { return Err(unsupported(w.checker_api_type_malformed())) };
    let Some(sent) = sent else { return Ok(None) };
    let kind = sent.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !is_media_type(&kind) {
        return Err(unsupported(w.checker_api_type_malformed()));
    }
    if kind == "application/x-www-form-urlencoded" || kind.starts_with("multipart/") {
        return Err(unsupported(w.checker_api_type_form()));
    }
    // It says that it is some bytes, which is nothing about them.
    let says_something = kind != "application/octet-stream";
    Ok(says_something.then(|| sent.to_owned()))
}

/// A header's one value, or none.
fn header<'r>(request: &'r Request, name: &HeaderName) -> Result<Option<&'r str>, Refusal> {
    if !request.headers().contains_key(name) {
        return Ok(None);
    }
    request.header(name).map(Some).ok_or(Refusal::UnsupportedContentType)
}

/// `type/subtype`, each a token (RFC 9110 section 8.3.1).
fn is_media_type(kind: &str) -> bool {
    let token = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
    };
    kind.split_once('/').is_some_and(|(kind, subtype)| token(kind) && token(subtype))
}

fn refuse(guest: &Guest<'_>, detail: &str, code: &str, field: &str) -> Refused {
    Refused::own(StatusCode::BAD_REQUEST, guest.words().checker_api_title(), detail, code, Some(field))
}
