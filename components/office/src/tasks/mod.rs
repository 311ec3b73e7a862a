//! What a scheduler or the operator asks for.

mod daily;
mod schools;

use reception::{Guest, Problem};
use web::{Access, Found, Response, Route};

use crate::{
    Office,
    routes::{self, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Opens a school.
    OpenSchool,
    /// Goes on with the work of the day.
    Daily,
}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    post("open-school", "/tasks/schools", Access::Token, Action::OpenSchool),
    post("daily", "/tasks/daily", Access::Token, Action::Daily),
];

/// Does it, for whoever has the operator's token.
pub(crate) async fn act(
    _office: &Office,
    guest: &Guest<'_>,
    _found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    guest.check_task_token()?;
    match action {
        Action::OpenSchool => schools::open(guest).await,
        Action::Daily => daily::ring(guest).await,
    }
}
