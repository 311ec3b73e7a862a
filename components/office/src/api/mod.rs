//! Lists of people, brought by programs.

use reception::{Guest, Problem};
use web::{Found, Response, Route};

use crate::{Office, routes};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[];

/// Does it.
pub(crate) async fn act(
    _office: &Office,
    _guest: &Guest<'_>,
    _found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {}
}
