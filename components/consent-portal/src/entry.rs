//! From a request to an answer.

use std::{io::Write, rc::Rc};

use futures::future::LocalBoxFuture;
use letters::{Courier, Letter, Post};
use reception::{Desk, Guest, Problem};
use records::RecordsError;
use school_types::OperationId;
use web::{Access, Found, Refusal, Request, Response};

use crate::{
    change, children,
    decide::{Deciding, Progress, all, begin, check, done, gone, question},
    parent::{Parent, Who, session_of},
    receipt,
    routes::{Action, ROUTES},
    sign_in::{ask, code, letter, out, who},
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
                let school = guest.school_id()?;
                let is_one_of =
                    session_of(guest).is_some_and(|session| matches!(session.value.at(school), Who::OneOfSeveral));
                let page = if is_one_of { "sign-in/who" } else { "sign-in" };
                Ok(web::see_other(&guest.at(page)?)?)
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
            Action::WhoForm => who::show(guest).await,
            Action::Who => who::choose(guest).await,
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
            Action::Question | Action::Answer | Action::AllForm | Action::All | Action::Check | Action::Send => {
                self.for_draft(parent, found).await
            }
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
            (Progress::Open(deciding), Action::AllForm) => all::show(parent, &deciding).await,
            (Progress::Open(deciding), Action::All) => all::answer(parent, &deciding).await,
            (Progress::Open(deciding) | Progress::Interrupted(deciding), Action::Send) => {
                check::send(self, parent, &deciding).await
            }
            // What is recorded, or about to be, is not changed by going back: the answers lie before them to send.
            (Progress::Interrupted(_), Action::Question | Action::Answer | Action::AllForm | Action::All) => {
                check::back(parent, &draft)
            }
            (Progress::Open(deciding) | Progress::Interrupted(deciding), _) => check::show(parent, &deciding).await,
            (Progress::Sent(recorded), Action::Send) => check::send_again(self, parent, &draft, &recorded).await,
            (Progress::Sent(_), _) => check::sent_before(parent, &draft),
            (Progress::Gone, Action::Send | Action::Answer | Action::All) => {
                parent.form()?;
                gone::show(parent)
            }
            (Progress::Gone, _) => gone::show(parent),
        }
    }

    /// Who takes the letters.
    pub(crate) const fn courier(&self) -> &Rc<dyn Courier> {
        &self.courier
    }

    /// What carries letters.
    pub(crate) fn post(&self, guest: &Guest<'_>) -> Post {
        Post::new(guest.desk().records().clone(), Rc::clone(&self.courier))
    }

    /// Sends a letter that nothing else depends on once the answer is on its way: however long the courier takes, the answer
    /// comes as soon as it would without a letter, and so tells nobody which addresses the school knows.
    pub(crate) async fn send_afterwards(&self, guest: &Guest<'_>, letter: Letter) {
        let post = self.post(guest);
        let sending = async move { note(post.send(&letter).await) };
        match self.afterwards {
            Some(afterwards) => afterwards(Box::pin(sending)),
            None => sending.await,
        }
    }

    /// Sends a receipt. Where letters leave once the answer is on its way, it is kept before, so that none is lost.
    ///
    /// # Errors
    /// [`Problem`] when it could be neither sent nor kept: the form sent again sends it.
    pub(crate) async fn send_receipt(&self, guest: &Guest<'_>, letter: Letter) -> Result<(), Problem> {
        let post = self.post(guest);
        match self.afterwards {
            Some(afterwards) => {
                let kept = post.wait_for_answer(&letter).await?;
                afterwards(Box::pin(async move { note(post.hand_over(&letter, kept).await) }));
            }
            None => note(Ok(post.send(&letter).await?)),
        }
        Ok(())
    }
}

/// Notes what became of a letter that nobody waits for.
fn note(sent: Result<letters::Outcome, RecordsError>) {
    // Nobody can be told that the log could not be written.
    let _ = match sent {
        Ok(letters::Outcome::GivenUp { why }) => writeln!(std::io::stderr(), "a letter was given up: {why}"),
        Ok(_) => Ok(()),
        Err(error) => writeln!(std::io::stderr(), "a letter could not be sent: {error}"),
    };
}
