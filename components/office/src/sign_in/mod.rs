//! Signing in and out, and setting an account up.

use reception::{Guest, Problem};
use web::{Response, Route};

use crate::Office;

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[];

/// Does it.
pub(crate) async fn act(_office: &Office, _guest: &Guest<'_>, action: Action) -> Result<Response, Problem> {
    match action {}
}
