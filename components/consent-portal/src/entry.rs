//! From a request to an answer.

use std::{io::Write, rc::Rc};

use futures::future::LocalBoxFuture;
use letters::{Courier, Letter, Message, Post};
use reception::{Desk, Guest, Problem};
use school_types::{ContactId, OperationId, Redacted};
use web::{Access, Found, Refusal, Request, Response};

use crate::{
    change, children,
    decide::{Deciding, Progress, begin, check, done, question},
    parent::Parent,
    receipt,
    routes::{Action, ROUTES},
    sign_in::{ask, code, letter, out},
    start, tasks, verify, withdraw,
};

/// The largest body a form here can have, in bytes.
pub const LARGEST_REQUEST: usize = 64 * 1024;

/// The component, apart from the platform.
pub struct Portal {
    desk: Desk,
    courier: Rc<dyn Courier>,
    afterwards: Option<Afterwards>,
}

/// Goes on with something once the answer is on its way, as the platform does it.
pub type Afterwards = fn(LocalBoxFuture<'static, ()>);

impl Portal {
    /// The component at this desk, sending letters by `courier`.
    pub const fn new(desk: Desk, courier: Rc<dyn Courier>) -> Self {
        Self { desk, courier, afterwards: None }
    }

    /// The same, sending codes once the answer is on its way: without it before.
    #[must_use]
    pub const fn with_afterwards(mut self, afterwards: Afterwards) -> Self {
        self.afterwards = Some(afterwards);
        self
    }

    /// Answers a request, or its failure to be read.
    pub async fn answer(&self, request: Result<Request, Refusal>) -> Response {
        self.desk.serve(ROUTES, request, async |guest: &Guest<'_>, found| self.act(guest, found).await).await
    }

    async fn act(&self, guest: &Guest<'_>, found: Found<Action>) -> Result<Response, Problem> {
        if found.access != Access::Parent {
            return self.for_anyone(guest, &found).await;
        }
        match Parent::of(guest).await {
            Ok(parent) => self.for_parent(&parent, &found).await,
            // Somebody who comes back by a bookmark signs in; somebody who sends a form is told what became of it.
            Err(Problem::Refused(Refusal::SignInNeeded)) if guest.request().is_read() => {
                Ok(web::see_other(&guest.at("sign-in")?)?)
            }
            Err(problem) => Err(problem),
        }
    }

    async fn for_anyone(&self, guest: &Guest<'_>, found: &Found<Action>) -> Result<Response, Problem> {
        match found.action {
            Action::Start => start::show(guest),
            Action::AskForCode => ask::show(guest),
            Action::SendCode => ask::send(self, guest).await,
            Action::EnterCode => code::show(guest),
            Action::TryCode => code::try_it(guest).await,
            Action::EnterLetterCode => letter::show(guest),
            Action::TryLetterCode => letter::try_it(guest).await,
            Action::SignOut => out::leave(guest).await,
            Action::SignedOut => out::show(guest),
            Action::VerifyForm => verify::show(guest),
            Action::Verify => verify::check(guest).await,
            Action::Letters => tasks::letters(self, guest).await,
            _ => Err(Problem::Broken("a parent's action on a route for anyone")),
        }
    }

    async fn for_parent(&self, parent: &Parent<'_, '_>, found: &Found<Action>) -> Result<Response, Problem> {
        match found.action {
            Action::Children => children::list(parent).await,
            Action::BeginForm => begin::show(parent).await,
            Action::Begin => begin::begin(parent).await,
            Action::Done => done::show(parent, &found.segment("operation")?).await,
            Action::Child => children::one(parent, &found.segment("child")?).await,
            Action::ChangeForm => change::show(parent, &found.segment("child")?, &found.segment("purpose")?).await,
            Action::Change => change::change(self, parent, &found.segment("child")?, &found.segment("purpose")?).await,
            Action::WithdrawForm => withdraw::show(parent, &found.segment("child")?).await,
            Action::Withdraw => withdraw::withdraw(self, parent, &found.segment("child")?).await,
            Action::Receipt => receipt::show(parent, &found.segment("reference")?).await,
            Action::ReceiptFile => receipt::file(parent, &found.segment("reference")?).await,
            Action::Question | Action::Answer | Action::Check | Action::Send => self.for_draft(parent, found).await,
            _ => Err(Problem::Broken("an action for anyone on a parent's route")),
        }
    }

    async fn for_draft(&self, parent: &Parent<'_, '_>, found: &Found<Action>) -> Result<Response, Problem> {
        let draft: OperationId = found.segment("draft")?;
        match (Deciding::of(parent, draft.clone()).await?, found.action) {
            (Progress::Open(deciding), Action::Question) => {
                question::show(parent, &deciding, found.segment("number")?).await
            }
            (Progress::Open(deciding), Action::Answer) => {
                question::answer(parent, &deciding, found.segment("number")?).await
            }
            (Progress::Open(deciding) | Progress::Interrupted(deciding), Action::Send) => {
                check::send(self, parent, &deciding).await
            }
            // What is recorded, or about to be, is not changed by going back: the answers lie before them to send.
            (Progress::Interrupted(_), Action::Question | Action::Answer) => check::back(parent, &draft),
            (Progress::Open(deciding) | Progress::Interrupted(deciding), _) => check::show(parent, &deciding).await,
            (Progress::Sent(recorded), Action::Send) => check::send_again(self, parent, &draft, &recorded).await,
            (Progress::Sent(_), _) => check::sent_before(parent, &draft),
        }
    }

    /// Who takes the letters.
    pub(crate) const fn courier(&self) -> &Rc<dyn Courier> {
        &self.courier
    }

    /// Sends a letter that nothing else depends on once the answer is on its way: however long the courier takes, the answer
    /// comes as soon as it would without a letter, and so tells nobody which addresses the school knows.
    pub(crate) async fn send_afterwards(&self, guest: &Guest<'_>, letter: Letter) {
        let post = Post::new(guest.desk().records().clone(), Rc::clone(&self.courier));
        let sending = async move {
            // Nobody can be told that the log could not be written.
            let _ = match post.send(&letter).await {
                Ok(letters::Outcome::GivenUp { why }) => writeln!(std::io::stderr(), "a letter was given up: {why}"),
                Ok(_) => Ok(()),
                Err(error) => writeln!(std::io::stderr(), "a letter could not be sent: {error}"),
            };
        };
        match self.afterwards {
            Some(afterwards) => afterwards(Box::pin(sending)),
            None => sending.await,
        }
    }

    /// Sends a letter for an operation, once. What the courier makes of it is noted in the school's journal; the person goes
    /// on either way, so that a courier that is down tells nobody which addresses the school knows.
    pub(crate) async fn send(
        &self,
        guest: &Guest<'_>,
        id: &OperationId,
        contact: Option<ContactId>,
        to: &Redacted<String>,
        message: Message,
    ) -> Result<(), Problem> {
        let records = guest.desk().records();
        let letter = Letter { id: id.clone(), school: guest.school_id()?.clone(), contact, to: to.clone(), message };
        if let letters::Outcome::GivenUp { why } =
            Post::new(records.clone(), Rc::clone(&self.courier)).send(&letter).await?
        {
            // Nobody can be told that the log could not be written.
            let _ = writeln!(std::io::stderr(), "a letter was given up: {why}");
        }
        Ok(())
    }
}
