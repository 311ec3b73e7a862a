//! Lists of pupils, contacts and staff: bringing them, looking at what would change, taking them.

mod apply;
mod blind_list;
mod bring;
mod choices;
mod columns;
mod done;
mod draft;
mod flags;
mod held;
mod new_parents;
mod overview;
mod planned;
mod preview;
mod rejected;
pub(crate) mod said;
mod take;

use people_lists::List;
use reception::{Colleague, Problem};
use web::{Access, Found, Refusal, Response, Route};

pub(crate) use apply::{Taken, take};
pub(crate) use planned::{Brought, By, Planned, check};

use crate::{
    Office, roles,
    routes::{self, get, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The lists, and when each was last taken.
    Overview,
    /// The form for one list.
    Show,
    /// Reads what was brought.
    Bring,
    /// An example of a list, as a file.
    Example,
    /// What taking it would change; afterwards, what it did.
    Preview,
    /// Takes it.
    Take,
    /// The rows that cannot be taken, as a file.
    Rejected,
    /// The blinded pupil list, as a file.
    BlindList,
    /// Its key, as a file.
    BlindListKey,
}

const PEOPLE: Access = Access::Staff(roles::PEOPLE);

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("people", "/s/{school}/office/people", PEOPLE, Action::Overview),
    get("people-list", "/s/{school}/office/people/{list}", PEOPLE, Action::Show),
    post("people-bring", "/s/{school}/office/people/{list}", PEOPLE, Action::Bring),
    get("people-example", "/s/{school}/office/people/{list}/example.csv", PEOPLE, Action::Example),
    get("people-preview", "/s/{school}/office/people/import/{draft}", PEOPLE, Action::Preview),
    post("people-take", "/s/{school}/office/people/import/{draft}", PEOPLE, Action::Take),
    get("people-blind-list", "/s/{school}/office/people/blind-list", PEOPLE, Action::BlindList),
    get("people-blind-list-key", "/s/{school}/office/people/blind-list/key", PEOPLE, Action::BlindListKey),
    get("people-rejected", "/s/{school}/office/people/import/{draft}/rejected.csv", PEOPLE, Action::Rejected),
];

/// Does it.
pub(crate) async fn act(
    _office: &Office,
    colleague: &Colleague<'_, '_>,
    found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::Overview => overview::show(colleague).await,
        Action::Show => bring::show(colleague, list(found)?),
        Action::Bring => bring::bring(colleague, list(found)?).await,
        Action::Example => columns::example(colleague, list(found)?),
        Action::Preview => take::show(colleague, &found.segment("draft")?).await,
        Action::Take => take::take(colleague, &found.segment("draft")?).await,
        Action::BlindList => blind_list::list(colleague).await,
        Action::BlindListKey => blind_list::key(colleague).await,
        Action::Rejected => rejected::show(colleague, &found.segment("draft")?).await,
    }
}

/// The list an address names.
pub(crate) fn list(found: &Found<routes::Action>) -> Result<List, Refusal> {
    let name: String = found.segment("list")?;
    List::ALL.into_iter().find(|list| list.name() == name).ok_or(Refusal::NotFound)
}
