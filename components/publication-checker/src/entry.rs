//! From a request to an answer.

use std::pin::pin;

use bytes::Bytes;
use http_body::Body;
use http_body_util::Empty;
use reception::{Desk, Guest, Problem};
use records::TokenScope;
use web::{Access, Found, Response};

use crate::{
    check, clean,
    intake::Incoming,
    profile,
    refused::Refused,
    room::Pause,
    routes::{Action, ROUTES},
};

/// The component, apart from the platform.
pub struct PublicationChecker {
    desk: Desk,
    pause: Pause,
}

impl PublicationChecker {
    /// The component at this desk. `pause` is how it waits for room, where much is taken in at once.
    pub const fn new(desk: Desk, pause: Pause) -> Self {
        Self { desk, pause }
    }

    /// Answers a request. Its body is read only once it is known who asks, and then straight into the rules.
    pub async fn answer<B: Body>(&self, request: http::Request<B>) -> Response {
        let (head, body) = request.into_parts();
        let request = web::read(http::Request::from_parts(head, Empty::<Bytes>::new()), usize::MAX).await;
        let body = Incoming { body: pin!(body), pause: self.pause };
        self.desk.serve(ROUTES, request, async |guest: &Guest<'_>, found| act(guest, &found, body).await).await
    }
}

async fn act<B: Body>(guest: &Guest<'_>, found: &Found<Action>, body: Incoming<'_, B>) -> Result<Response, Problem> {
    if found.access == Access::Token {
        guest.check_school_token(TokenScope::Check).await?;
    }
    let done = match found.action {
        Action::Check => check::act(guest, body).await,
        Action::Clean => clean::act(guest, body).await,
        Action::Profile => profile::show(guest),
    };
    done.or_else(Refused::answer)
}
