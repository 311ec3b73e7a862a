//! From a request to an answer.

use std::{io::Write, rc::Rc};

use letters::{Courier, Letter, Outcome, Post};
use reception::{Colleague, Desk, Guest, Problem};
use web::{Access, Found, Refusal, Request, Response};

use crate::{
    account, api, audit, children, classes, contacts, families, home, new_parents, people,
    refused::refused,
    routes::{Action, routes},
    settings, sign_in, staff, tasks,
};

/// The largest body read, in bytes: a list of three thousand pupils with their contacts, as a spreadsheet writes it.
pub const LARGEST_REQUEST: usize = 4 * 1024 * 1024;

/// The component, apart from the platform.
pub struct Office {
    desk: Desk,
    courier: Rc<dyn Courier>,
}

impl Office {
    /// The component at this desk, sending letters by `courier`.
    pub const fn new(desk: Desk, courier: Rc<dyn Courier>) -> Self {
        Self { desk, courier }
    }

    /// Answers a request, or its failure to be read.
    pub async fn answer(&self, request: Result<Request, Refusal>) -> Response {
        self.desk
            .serve(&routes(), request, async |guest: &Guest<'_>, found| match self.act(guest, &found).await {
                Ok(response) => Ok(response),
                Err(problem) => refused(guest, &found, problem).await,
            })
            .await
    }

    async fn act(&self, guest: &Guest<'_>, found: &Found<Action>) -> Result<Response, Problem> {
        match found.access {
            Access::Staff(roles) => {
                Colleague::admit(guest, roles, async |colleague: &Colleague<'_, '_>| {
                    self.for_staff(colleague, found).await
                })
                .await
            }
            Access::Anyone => match found.action {
                Action::SignIn(action) => sign_in::act(self, guest, action).await,
                _ => Err(Problem::Broken("an action of staff on a route for anyone")),
            },
            Access::Token => match found.action {
                Action::Api(action) => api::act(self, guest, found, action).await,
                Action::Tasks(action) => tasks::act(self, guest, found, action).await,
                _ => Err(Problem::Broken("an action of staff on a route for programs")),
            },
            Access::Parent | Access::DemoOnly => Err(Problem::Broken("the office has no such route")),
        }
    }

    async fn for_staff(&self, colleague: &Colleague<'_, '_>, found: &Found<Action>) -> Result<Response, Problem> {
        match found.action {
            Action::Home(action) => home::act(self, colleague, found, action).await,
            Action::Account(action) => account::act(self, colleague, found, action).await,
            Action::Staff(action) => staff::act(self, colleague, found, action).await,
            Action::People(action) => people::act(self, colleague, found, action).await,
            Action::NewParents(action) => new_parents::act(self, colleague, found, action).await,
            Action::Children(action) => children::act(self, colleague, found, action).await,
            Action::Contacts(action) => contacts::act(self, colleague, found, action).await,
            Action::Classes(action) => classes::act(self, colleague, found, action).await,
            Action::Families(action) => families::act(self, colleague, found, action).await,
            Action::Settings(action) => settings::act(self, colleague, found, action).await,
            Action::Audit(action) => audit::act(self, colleague, found, action).await,
            Action::SignIn(_) | Action::Api(_) | Action::Tasks(_) => {
                Err(Problem::Broken("an action of nobody's on a route for staff"))
            }
        }
    }

    /// Sends a letter, once for its id. What the courier makes of it is noted in the school's journal; a letter that
    /// cannot leave now is tried again, and whoever asked for it goes on.
    pub(crate) async fn send(&self, guest: &Guest<'_>, letter: &Letter) -> Result<Outcome, Problem> {
        let outcome = self.post(guest).send(letter).await?;
        note_given_up(&outcome);
        Ok(outcome)
    }

    /// What carries letters.
    pub(crate) fn post(&self, guest: &Guest<'_>) -> Post {
        Post::new(guest.desk().records().clone(), Rc::clone(&self.courier))
    }
}

/// Notes in the log that a letter will never be sent, with nothing personal in it.
pub(crate) fn note_given_up(outcome: &Outcome) {
    if let Outcome::GivenUp { why } = outcome {
        // Nobody can be told that the log could not be written.
        let _ = writeln!(std::io::stderr(), "a letter was given up: {why}");
    }
}
