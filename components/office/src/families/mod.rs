//! Writing to families: letters with codes, forms on paper, emails.

mod addressees;
mod choose;
mod emails;
mod gather;
mod group;
mod letters;
mod preview;
mod round;
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
    /// Chooses families, and shows exactly who would get which email.
    EmailsForm,
    /// Begins a round of emails.
    Emails,
    /// How far a round is, and what failed.
    Round,
    /// Goes on with it.
    CarryOn,
    /// Records that an email came back.
    CameBack,
}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("family-letters-form", "/s/{school}/office/letters", Access::Staff(roles::HOME_LETTERS), Action::LettersForm),
    post("family-letters", "/s/{school}/office/letters", Access::Staff(roles::HOME_LETTERS), Action::Letters),
    get("family-emails-form", "/s/{school}/office/emails", Access::Staff(roles::HOME_LETTERS), Action::EmailsForm),
    post("family-emails", "/s/{school}/office/emails", Access::Staff(roles::HOME_LETTERS), Action::Emails),
    get("email-round", "/s/{school}/office/emails/{number}", Access::Staff(roles::HOME_LETTERS), Action::Round),
    post(
        "email-round-carry-on",
        "/s/{school}/office/emails/{number}",
        Access::Staff(roles::HOME_LETTERS),
        Action::CarryOn,
    ),
    post(
        "email-came-back",
        "/s/{school}/office/emails/{number}/came-back",
        Access::Staff(roles::HOME_LETTERS),
        Action::CameBack,
    ),
];

/// Does it.
pub(crate) async fn act(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::LettersForm => letters::show(colleague).await,
        Action::Letters => letters::print(colleague).await,
        Action::EmailsForm => emails::show(office, colleague).await,
        Action::Emails => emails::send(office, colleague).await,
        Action::Round => round::show(colleague, found.segment("number")?).await,
        Action::CarryOn => round::carry_on(office, colleague, found.segment("number")?).await,
        Action::CameBack => round::came_back(office, colleague, found.segment("number")?).await,
    }
}
