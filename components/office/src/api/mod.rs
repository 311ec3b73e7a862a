//! Lists of people, brought by programs.

mod body;
mod lists;

use people_lists::List;
use reception::{Guest, Problem};
use records::TokenScope;
use web::{Access, Found, Response, Route};

use crate::{
    Office,
    routes::{self, put},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Takes a list.
    Put(List),
}

/// What a token must have been made for.
const fn needed(list: List) -> TokenScope {
    match list {
        List::Pupils | List::Contacts => TokenScope::PupilsAndContacts,
        List::Staff => TokenScope::Staff,
    }
}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    put("api-pupils", "/s/{school}/office/api/v1/pupils", Access::Token, Action::Put(List::Pupils)),
    put("api-contacts", "/s/{school}/office/api/v1/contacts", Access::Token, Action::Put(List::Contacts)),
    put("api-staff", "/s/{school}/office/api/v1/staff", Access::Token, Action::Put(List::Staff)),
];

/// Does it.
pub(crate) async fn act(
    _office: &Office,
    guest: &Guest<'_>,
    _found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::Put(list) => {
            guest.check_school_token(needed(list)).await?;
            lists::put(guest, list).await
        }
    }
}
