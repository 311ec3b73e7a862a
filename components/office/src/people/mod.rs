//! Lists of pupils, contacts and staff.

use reception::{Colleague, Problem};
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
    _colleague: &Colleague<'_, '_>,
    _found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {}
}
