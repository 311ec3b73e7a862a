//! Every way of saying no. `Refusal` belongs to this layer; the sentence a person reads is in `words`, its page in
//! `pages`.

use http::{
    HeaderValue, StatusCode,
    header::{ALLOW, RETRY_AFTER, WWW_AUTHENTICATE},
};

use crate::Response;

/// Why a request is not done.
///
/// `Display` is for the log: general terms, nothing of the request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The address is not well formed: bad percent-encoding, a control character, too long.
    #[error("the address is not well formed")]
    BadAddress,
    /// The body is not what a form sends, or was cut short.
    #[error("the form is not well formed")]
    BadForm,
    /// There is no such page, or not for this person: the two look the same on purpose.
    #[error("there is no such page")]
    NotFound,
    /// The page exists, but not for this method (RFC 9110 section 15.5.6).
    #[error("the page does not take this method")]
    MethodNotAllowed {
        /// The methods it takes, as the `Allow` header lists them.
        allow: String,
    },
    /// Nobody is signed in, or not any more.
    #[error("nobody is signed in")]
    SignInNeeded,
    /// The page is for programs that present a token, and none or a wrong one came.
    #[error("no valid token")]
    TokenNeeded,
    /// A good token came, but it was not made for this (RFC 6750 section 3.1).
    #[error("a token that was not made for this")]
    TokenScope {
        /// What it would have to be made for.
        needed: &'static str,
    },
    /// Somebody is signed in to whom the page does not belong.
    #[error("signed in, but not the right person")]
    WrongPerson,
    /// The form was sent from another site.
    #[error("the form came from another site")]
    ForeignForm,
    /// The form was opened too long ago, or by an earlier visitor; what was typed can be sent again.
    #[error("the form has expired")]
    FormExpired,
    /// The body is larger than anything a person types here.
    #[error("the request is too large")]
    TooLarge,
    /// The body is not of a type the page reads.
    #[error("the content type is not supported")]
    UnsupportedContentType,
    /// Too many tries.
    #[error("too many tries")]
    TooMany {
        /// How many seconds to wait before the next.
        retry_after: u32,
    },
    /// The store did not answer; nothing was decided.
    #[error("the store is down")]
    StoreDown,
    /// Letters cannot be sent just now.
    #[error("letters cannot be sent")]
    LettersDown,
    /// The operator has not finished setting the application up.
    #[error("the settings are wrong")]
    Misconfigured,
    /// A fault of ours.
    #[error("a fault of the application")]
    Broken,
}

/// How long a caller is asked to wait when the fault is ours, in seconds.
const TRY_AGAIN: u32 = 10;

impl Refusal {
    /// The status it is answered with.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::BadAddress | Self::BadForm => StatusCode::BAD_REQUEST,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignInNeeded | Self::TokenNeeded => StatusCode::UNAUTHORIZED,
            Self::WrongPerson | Self::TokenScope { .. } | Self::ForeignForm | Self::FormExpired => {
                StatusCode::FORBIDDEN
            }
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::StoreDown | Self::LettersDown => StatusCode::SERVICE_UNAVAILABLE,
            Self::Misconfigured | Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The name programs and the log know it by.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::BadAddress => "bad-address",
            Self::BadForm => "bad-form",
            Self::NotFound => "not-found",
            Self::MethodNotAllowed { .. } => "method-not-allowed",
            Self::SignInNeeded => "sign-in-needed",
            Self::TokenNeeded => "token-needed",
            Self::TokenScope { .. } => "token-scope",
            Self::WrongPerson => "wrong-person",
            Self::ForeignForm => "foreign-form",
            Self::FormExpired => "form-expired",
            Self::TooLarge => "too-large",
            Self::UnsupportedContentType => "unsupported-content-type",
            Self::TooMany { .. } => "too-many",
            Self::StoreDown => "store-down",
            Self::LettersDown => "letters-down",
            Self::Misconfigured => "misconfigured",
            Self::Broken => "broken",
        }
    }

    /// How many seconds to wait before asking again, where waiting helps.
    pub const fn retry_after(&self) -> Option<u32> {
        match self {
            Self::TooMany { retry_after } => Some(*retry_after),
            Self::StoreDown | Self::LettersDown => Some(TRY_AGAIN),
            _ => None,
        }
    }

    /// Whether the fault is ours: the log wants to know, and the person did nothing wrong.
    pub fn is_ours(&self) -> bool {
        self.status().is_server_error()
    }

    /// Puts on the answer the headers that HTTP asks for with this refusal: `Allow` (RFC 9110 section 15.5.6),
    /// `WWW-Authenticate` (15.5.2) and `Retry-After` (10.2.3).
    pub fn mark(&self, response: &mut Response) {
        let headers = response.headers_mut();
        if let Some(seconds) = self.retry_after() {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        match self {
            Self::MethodNotAllowed { allow } => {
                if let Ok(allow) = HeaderValue::from_str(allow) {
                    headers.insert(ALLOW, allow);
                }
            }
            Self::SignInNeeded => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Cookie"));
            }
            Self::TokenNeeded => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            Self::TokenScope { needed } => {
                let said = format!("Bearer error=\"insufficient_scope\", scope=\"{needed}\"");
                if let Ok(said) = HeaderValue::from_str(&said) {
                    headers.insert(WWW_AUTHENTICATE, said);
                }
            }
            _ => {}
        }
    }
}
