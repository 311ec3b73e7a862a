//! Parents whom a program listed for a pupil about whom something is recorded: they wait here until a member of the office
//! says that this is so.

mod decide;
mod list;

use reception::{Colleague, Problem};
use records::{ParentCheck, ParentChecks};
use web::{Access, Found, Response, Route};

use crate::{
    Office, roles,
    routes::{self, get, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Who waits, and who is kept out.
    Show,
    /// Says of one whether they are the pupil's parent.
    Decide,
}

const PATH: &str = "office/new-parents";

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("new-parents", "/s/{school}/office/new-parents", Access::Staff(roles::PEOPLE), Action::Show),
    post("decide-new-parent", "/s/{school}/office/new-parents", Access::Staff(roles::PEOPLE), Action::Decide),
];

/// Does it.
pub(crate) async fn act(
    _office: &Office,
    colleague: &Colleague<'_, '_>,
    _found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::Show => list::show(colleague).await,
        Action::Decide => decide::decide(colleague).await,
    }
}

/// Every contact who is not taken for a pupil's parent, those who have waited longest first.
async fn checks(colleague: &Colleague<'_, '_>) -> Result<Vec<ParentCheck>, Problem> {
    let checks = colleague.records().parent_checks(colleague.school()?).fold::<ParentChecks>().await?.value;
    Ok(checks.iter().cloned().collect())
}

/// How many wait for somebody to look: for the first page.
pub(crate) async fn waiting(colleague: &Colleague<'_, '_>) -> Result<u64, Problem> {
    let checks = checks(colleague).await?;
    let waiting: Vec<ParentCheck> = checks.into_iter().filter(|check| !check.is_kept_out).collect();
    Ok(list::listed(colleague, waiting).await?.len() as u64)
}
