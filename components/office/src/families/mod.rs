//! Writing to families: letters with codes, forms on paper, emails.

mod choose;
mod gather;
mod group;
mod letters;
mod typed;

use reception::{Colleague, Problem};
use web::{Access, Found, Response, Route};

use crate::{
    Office, roles,
    routes::{self, get, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chooses families, and what to print for them.
    LettersForm,
    /// Prints.
    Letters,
}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("family-letters-form", "/s/{school}/office/letters", Access::Staff(roles::HOME_LETTERS), Action::LettersForm),
    post("family-letters", "/s/{school}/office/letters", Access::Staff(roles::HOME_LETTERS), Action::Letters),
];

/// Does it.
pub(crate) async fn act(
    _office: &Office,
    colleague: &Colleague<'_, '_>,
    _found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::LettersForm => letters::show(colleague).await,
        Action::Letters => letters::print(colleague).await,
    }
}
