//! GOV.UK Notify (`https://docs.notifications.service.gov.uk/rest-api.html`), with each school's own account.

mod account;
mod key;
mod token;

use std::rc::Rc;

use bytes::Bytes;
use clock::Clock;
use futures::future::LocalBoxFuture;
use http::{
    Method, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE},
};
use records::Records;
use serde::Deserialize;
use serde_json::json;
use settings::Origin;

pub use account::NotifyAccount;
pub use key::{KeyError, NotifyKey, TemplateId};

use crate::{Attempt, Courier, DeliveryError, DeliveryId, Http, Letter, courier::retry_after};

/// Carries letters by e-mail, each through the service of the school it is sent for.
pub struct Notify {
    http: Rc<dyn Http>,
    address: Origin,
    shared: Option<NotifyAccount>,
    records: Records,
    clock: Clock,
}

/// A notification that was taken.
#[derive(Deserialize)]
struct Taken {
    id: String,
}

/// What Notify knows under a reference.
#[derive(Deserialize)]
struct Known {
    notifications: Vec<Taken>,
}

/// An answer that refuses.
#[derive(Default, Deserialize)]
struct Refused {
    errors: Vec<Problem>,
}

/// The type decides; the sentence beside it may change any day, and may repeat what was sent.
#[derive(Deserialize)]
struct Problem {
    error: String,
}

impl Notify {
    /// A courier to `address`, the setting `notify_address`, that finds the schools' accounts in `records`. `shared`
    /// carries the letters of schools that have none of their own: a local authority's service for the schools it
    /// maintains.
    pub fn new(
        http: Rc<dyn Http>,
        address: Origin,
        shared: Option<NotifyAccount>,
        records: Records,
        clock: Clock,
    ) -> Self {
        Self { http, address, shared, records, clock }
    }

    /// The account a letter travels by. If the store cannot say, nothing was sent.
    async fn account(&self, letter: &Letter) -> Result<NotifyAccount, DeliveryError> {
        let own = NotifyAccount::of(&self.records, &letter.school).await;
        let own = own.map_err(|_| DeliveryError::Busy { retry_after: None })?;
        own.or_else(|| self.shared.clone()).ok_or(DeliveryError::NotSetUp)
    }

    async fn post(&self, account: &NotifyAccount, letter: &Letter) -> Result<DeliveryId, DeliveryError> {
        let body = json!({
            "email_address": letter.to.reveal(),
            "template_id": account.template.as_str(),
            "personalisation": {
                "subject": letter.message.subject.reveal(),
                "body": letter.message.text(),
            },
            // Tells nothing: the letter's own id.
            "reference": letter.id.as_str(),
        });
        let (status, answer) = self.ask(account, Method::POST, "/v2/notifications/email", body.to_string()).await?;
        if status != StatusCode::CREATED {
            return Err(DeliveryError::NotAccepted { status: status.as_u16() });
        }
        // Taken it is, whatever the rest says; without an id of theirs it goes by ours.
        let taken = terse_json::read::<Taken>(&answer).map(|taken| taken.id);
        Ok(DeliveryId::new(taken.as_deref().unwrap_or(letter.id.as_str())))
    }

    /// The notification that this letter became, if it ever arrived.
    async fn find(&self, account: &NotifyAccount, letter: &Letter) -> Result<Option<DeliveryId>, DeliveryError> {
        let path = format!("/v2/notifications?template_type=email&reference={}", letter.id);
        let (status, answer) = self.ask(account, Method::GET, &path, String::new()).await?;
        let known: Known =
            terse_json::read(&answer).map_err(|_| DeliveryError::NotAccepted { status: status.as_u16() })?;
        Ok(known.notifications.first().map(|taken| DeliveryId::new(&taken.id)))
    }

    /// Sends a request, and reads the answer if it is a good one.
    async fn ask(
        &self,
        account: &NotifyAccount,
        method: Method,
        path: &str,
        body: String,
    ) -> Result<(StatusCode, Bytes), DeliveryError> {
        let unable = DeliveryError::NotAccepted { status: 0 };
        let token = token::token(&account.key, self.clock.now()).ok_or(unable)?;
        let request = http::Request::builder()
            .method(method)
            .uri(self.address.at(path))
            .header(AUTHORIZATION, format!("Bearer {token}"))
            .header(CONTENT_TYPE, "application/json")
            .body(Bytes::from(body))
            .map_err(|_| unable)?;
        let response = self.http.send(request).await.map_err(|_| DeliveryError::Unreachable)?;
        let status = response.status();
        if status.is_success() { Ok((status, response.into_body())) } else { Err(refusal(&response)) }
    }
}

impl Courier for Notify {
    fn send<'a>(
        &'a self,
        letter: &'a Letter,
        attempt: Attempt,
    ) -> LocalBoxFuture<'a, Result<DeliveryId, DeliveryError>> {
        Box::pin(async move {
            let account = self.account(letter).await?;
            if attempt == Attempt::Again
                && let Some(known) = self.find(&account, letter).await?
            {
                return Ok(known);
            }
            self.post(&account, letter).await
        })
    }
}

/// What a refusal means, by its status and the type of its error.
fn refusal(response: &http::Response<Bytes>) -> DeliveryError {
    let status = response.status();
    let refused: Refused = terse_json::read(response.body()).unwrap_or_default();
    let is = |kind: &str| refused.errors.iter().any(|problem| problem.error == kind);
    match status {
        // Of what is sent, only the address can be wrong in itself; templates and keys are a `BadRequestError`.
        StatusCode::BAD_REQUEST if is("ValidationError") => DeliveryError::BadAddress,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT => {
            DeliveryError::Busy { retry_after: retry_after(response.headers()) }
        }
        status if status.is_server_error() => DeliveryError::Busy { retry_after: retry_after(response.headers()) },
        status => DeliveryError::NotAccepted { status: status.as_u16() },
    }
}

#[cfg(test)]
mod tests;
