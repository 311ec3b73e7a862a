//! From a request to an answer.

use reception::{Desk, Guest, Problem};
use web::{Found, Refusal, Request, Response};

use crate::{
    accessibility, demo, health, look, privacy,
    routes::{Action, ROUTES},
    school,
};

/// The largest body read, in bytes: nothing is sent here.
pub const LARGEST_REQUEST: usize = 1024;

/// The component, apart from the platform.
pub struct FrontDoor {
    desk: Desk,
}

impl FrontDoor {
    /// The component at this desk.
    pub const fn new(desk: Desk) -> Self {
        Self { desk }
    }

    /// Answers a request, or its failure to be read.
    pub async fn answer(&self, request: Result<Request, Refusal>) -> Response {
        self.desk.serve(ROUTES, request, async |guest: &Guest<'_>, found| act(guest, &found).await).await
    }
}

async fn act(guest: &Guest<'_>, found: &Found<Action>) -> Result<Response, Problem> {
    match found.action {
        Action::School => school::show(guest),
        Action::SchoolWithoutSlash => Ok(web::see_other(&guest.at("")?)?),
        Action::Look => look::colours(guest),
        Action::Crest => look::crest(guest),
        Action::Privacy => privacy::show(guest),
        Action::Accessibility => accessibility::show(guest),
        Action::Health => health::show(guest).await,
        Action::Schools => demo::schools(guest).await,
        Action::Outbox => demo::outbox(guest).await,
        Action::OutboxJson => demo::outbox_json(guest).await,
    }
}
