//! A pupil's contacts by hand: adding one, changing one, ending one. A changed address is the commonest call a school office gets.

mod add;
mod edit;
mod end;
mod form;
mod known;
mod save;

use reception::{Colleague, Problem};
use web::{Access, Found, Response, Route};

use crate::{
    Office, roles,
    routes::{self, get, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The form for somebody new.
    AddForm,
    /// Adds them.
    Add,
    /// The form of a contact.
    EditForm,
    /// Changes it.
    Edit,
    /// Asks before a contact is ended.
    EndForm,
    /// Ends it.
    End,
}

const PEOPLE: Access = Access::Staff(roles::PEOPLE);

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("contact-add-form", "/s/{school}/office/children/{child}/contacts", PEOPLE, Action::AddForm),
    post("contact-add", "/s/{school}/office/children/{child}/contacts", PEOPLE, Action::Add),
    get("contact-edit-form", "/s/{school}/office/children/{child}/contacts/{contact}", PEOPLE, Action::EditForm),
    post("contact-edit", "/s/{school}/office/children/{child}/contacts/{contact}", PEOPLE, Action::Edit),
    get("contact-end-form", "/s/{school}/office/children/{child}/contacts/{contact}/end", PEOPLE, Action::EndForm),
    post("contact-end", "/s/{school}/office/children/{child}/contacts/{contact}/end", PEOPLE, Action::End),
];

/// Does it.
pub(crate) async fn act(
    _office: &Office,
    colleague: &Colleague<'_, '_>,
    found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    let child = found.segment("child")?;
    match action {
        Action::AddForm => add::show(colleague, &child).await,
        Action::Add => add::add(colleague, &child).await,
        Action::EditForm => edit::show(colleague, &child, &found.segment("contact")?).await,
        Action::Edit => edit::save(colleague, &child, &found.segment("contact")?).await,
        Action::EndForm => end::show(colleague, &child, &found.segment("contact")?).await,
        Action::End => end::end(colleague, &child, &found.segment("contact")?).await,
    }
}
