//! The token every request to GOV.UK Notify carries: a JSON Web Token (RFC 7519) of two claims, signed with
//! HMAC-SHA-256.

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use school_types::Timestamp;
use serde_json::json;
use sha2::Sha256;

use super::NotifyKey;

/// A token issued at `now`. Notify takes it for 30 seconds before and after, so it is made anew for each request.
///
/// None if the secret cannot be a key, which no [`NotifyKey`] holds.
pub(crate) fn token(key: &NotifyKey, now: Timestamp) -> Option<String> {
    let header = json!({ "typ": "JWT", "alg": "HS256" });
    let claims = json!({ "iss": key.service(), "iat": now.as_second() });
    let encode = |value: serde_json::Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
    let signed = format!("{}.{}", encode(header), encode(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(key.secret()).ok()?;
    mac.update(signed.as_bytes());
    Some(format!("{signed}.{}", Base64UrlUnpadded::encode_string(&mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_what_another_implementation_makes() {
        let key = "live-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0".parse().unwrap();
        let now = "2026-09-01T08:00:00Z".parse().unwrap();
        assert_eq!(token(&key, now).unwrap(), include_str!("token.golden").trim_end());
    }
}
