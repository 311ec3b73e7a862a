//! From a request to an answer.

use std::rc::Rc;

use reception::{Desk, Guest, Problem};
use web::{Access, Found, Refusal, Request, Response};

use crate::{
    api, asked, due,
    fetch::Fetch,
    kept::Kept,
    links, panel,
    routes::{Action, ROUTES},
};

/// The largest body read, in bytes: nothing is sent here.
pub const LARGEST_REQUEST: usize = 1024;

/// The component, apart from the platform.
pub struct Signposting {
    desk: Desk,
    fetch: Rc<dyn Fetch>,
    kept: Rc<Kept>,
}

impl Signposting {
    /// The component at this desk. `fetch` is used by the check of links alone; `kept` may be shared with other requests.
    pub const fn new(desk: Desk, fetch: Rc<dyn Fetch>, kept: Rc<Kept>) -> Self {
        Self { desk, fetch, kept }
    }

    /// Answers a request, or its failure to be read.
    pub async fn answer(&self, request: Result<Request, Refusal>) -> Response {
        self.desk.serve(ROUTES, request, async |guest: &Guest<'_>, found| self.act(guest, &found).await).await
    }

    async fn act(&self, guest: &Guest<'_>, found: &Found<Action>) -> Result<Response, Problem> {
        if found.access == Access::Token {
            guest.check_task_token()?;
        }
        match found.action {
            Action::Help => asked::show(guest, &self.kept),
            Action::Due => due::show(guest).await,
            Action::Data => api::show(guest, &self.kept),
            Action::Panel => panel::show(guest, &self.kept),
            Action::AskLinks => links::ask(guest, self.fetch.as_ref()).await,
        }
    }
}
