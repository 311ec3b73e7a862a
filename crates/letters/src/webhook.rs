//! Letters as signed `POST`s to an address of the operator's, who sends them on as they like.

use std::rc::Rc;

use bytes::Bytes;
use clock::Clock;
use futures::future::LocalBoxFuture;
use hmac::{Hmac, KeyInit, Mac};
use http::{StatusCode, header::CONTENT_TYPE};
use school_types::Timestamp;
use serde::Deserialize;
use serde_json::json;
use settings::{Secret, Url};
use sha2::Sha256;

use crate::{Attempt, Courier, DeliveryError, DeliveryId, Http, Letter, courier::retry_after};

/// Says when the body was signed, and the signature: `t=1788249600,v1=` and 64 hexadecimal digits.
const SIGNATURE: &str = "schoolgate-signature";
/// The same for every attempt at one letter (draft-ietf-httpapi-idempotency-key-header): the receiver sends one
/// letter per key.
const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// Posts each letter as JSON: `id`, `school`, `kind`, `language`, `to`, `subject`, `text`, `html`.
///
/// The receiver works out HMAC-SHA-256 over the time, a full stop and the body under the shared secret, compares it
/// with `v1`, refuses what was signed more than a few minutes ago, and answers 2xx when it has taken the letter, 422
/// when nothing can be delivered to the address.
pub struct Webhook {
    http: Rc<dyn Http>,
    address: Url,
    secret: Secret,
    clock: Clock,
}

/// What the receiver calls the letter, if it says.
#[derive(Deserialize)]
struct Taken {
    id: String,
}

impl Webhook {
    /// A courier for the settings `webhook_address` and `webhook_secret`.
    pub fn new(http: Rc<dyn Http>, address: Url, secret: Secret, clock: Clock) -> Self {
        Self { http, address, secret, clock }
    }

    fn request(&self, letter: &Letter) -> Option<http::Request<Bytes>> {
        let body = json!({
            "id": letter.id,
            "school": letter.school,
            "kind": letter.message.kind,
            "language": letter.message.language,
            "to": letter.to.reveal(),
            "subject": letter.message.subject.reveal(),
            "text": letter.message.text(),
            "html": letter.message.html(),
        });
        let body = body.to_string();
        let signature = sign(self.secret.reveal().as_bytes(), self.clock.now(), body.as_bytes())?;
        http::Request::post(self.address.uri().clone())
            .header(CONTENT_TYPE, "application/json")
            .header(SIGNATURE, signature)
            .header(IDEMPOTENCY_KEY, format!("\"{}\"", letter.id))
            .body(Bytes::from(body))
            .ok()
    }
}

impl Courier for Webhook {
    fn send<'a>(&'a self, letter: &'a Letter, _: Attempt) -> LocalBoxFuture<'a, Result<DeliveryId, DeliveryError>> {
        Box::pin(async move {
            let request = self.request(letter).ok_or(DeliveryError::NotAccepted { status: 0 })?;
            let response = self.http.send(request).await.map_err(|_| DeliveryError::Unreachable)?;
            match response.status() {
                status if status.is_success() => {
                    let taken = terse_json::read::<Taken>(response.body()).map(|taken| taken.id);
                    Ok(DeliveryId::new(taken.as_deref().unwrap_or(letter.id.as_str())))
                }
                StatusCode::UNPROCESSABLE_ENTITY => Err(DeliveryError::BadAddress),
                StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT => {
                    Err(DeliveryError::Busy { retry_after: retry_after(response.headers()) })
                }
                status if status.is_server_error() => {
                    Err(DeliveryError::Busy { retry_after: retry_after(response.headers()) })
                }
                status => Err(DeliveryError::NotAccepted { status: status.as_u16() }),
            }
        })
    }
}

/// None if the secret cannot be a key; HMAC takes keys of any length.
fn sign(secret: &[u8], at: Timestamp, body: &[u8]) -> Option<String> {
    let at = at.as_second();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(at.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    Some(format!("t={at},v1={}", base16ct::lower::encode_string(&mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;
    use serde_json::Value;
    use settings::Settings;

    use super::*;
    use crate::{
        Kind,
        test::{FakeHttp, letter},
    };

    fn at() -> Timestamp {
        "2026-09-01T08:00:00Z".parse().unwrap()
    }

    fn webhook(http: &FakeHttp) -> Webhook {
        let settings = Settings::from_pairs([
            ("webhook_address", "https://letters.example.org/in?key=1"),
            ("webhook_secret", "0123456789abcdef0123456789abcdef"),
        ]);
        let settings = settings.unwrap();
        let (address, secret) = settings.webhook().unwrap();
        Webhook::new(Rc::new(http.clone()), address.clone(), secret.clone(), Clock::fixed(at()))
    }

    fn answered(status: u16, body: &str) -> Result<DeliveryId, DeliveryError> {
        let http = FakeHttp::default();
        http.answer(status, &[("retry-after", "Wed, 21 Oct 2026 07:28:00 GMT")], body);
        block_on(webhook(&http).send(&letter(Kind::Receipt, 1), Attempt::First))
    }

    #[test]
    fn a_signature_is_what_another_implementation_makes() {
        // printf '1788249600.{"a":1}' | openssl dgst -sha256 -hmac secret
        let expected = "t=1788249600,v1=479f821634cee42d7575673401bbefe3b4777c6540bd3b1db7a6e5f9198fcfa7";
        assert_eq!(sign(b"secret", at(), br#"{"a":1}"#).unwrap(), expected);
    }

    #[test]
    fn a_letter_is_posted_whole_signed_and_under_one_key_for_every_attempt() {
        let http = FakeHttp::default();
        let letter = letter(Kind::Receipt, 1);
        http.fail();
        http.answer(202, &[], "");
        let courier = webhook(&http);
        assert_eq!(block_on(courier.send(&letter, Attempt::First)), Err(DeliveryError::Unreachable));
        assert_eq!(block_on(courier.send(&letter, Attempt::Again)).unwrap().as_str(), letter.id.as_str());
        let sent = http.sent();
        assert_eq!(sent[0].uri().to_string(), "https://letters.example.org/in?key=1");
        for request in sent.iter() {
            let signature = sign(b"0123456789abcdef0123456789abcdef", at(), request.body()).unwrap();
            assert_eq!(request.headers()[SIGNATURE], signature);
            assert_eq!(request.headers()[IDEMPOTENCY_KEY], format!("\"{}\"", letter.id));
        }
        let body: Value = serde_json::from_slice(sent[0].body()).unwrap();
        let expected = json!({
            "id": letter.id.as_str(), "school": "elm-street", "kind": "receipt", "language": "en", "to": "planted@example.org",
            "subject": "Planted subject", "text": "Planted text\n", "html": letter.message.html(),
        });
        assert_eq!(body, expected);
    }

    #[test]
    fn the_receiver_says_by_its_status_what_became_of_it() {
        assert_eq!(answered(200, r#"{"id":"theirs"}"#).unwrap().as_str(), "theirs");
        assert_eq!(answered(422, ""), Err(DeliveryError::BadAddress));
        assert_eq!(answered(429, ""), Err(DeliveryError::Busy { retry_after: None }));
        assert_eq!(answered(503, ""), Err(DeliveryError::Busy { retry_after: None }));
        assert_eq!(answered(401, ""), Err(DeliveryError::NotAccepted { status: 401 }));
        assert_eq!(answered(307, ""), Err(DeliveryError::NotAccepted { status: 307 }));
    }
}
