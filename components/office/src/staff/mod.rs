//! Accounts of staff: who has one, what each may do, and help for whoever cannot sign in.

mod add;
mod invite;
mod leave;
mod list;
mod person;
mod reset;
mod roles_form;
mod sessions;

use reception::{Colleague, Problem};
use school_types::StaffId;
use web::{Access, Found, Response, Route};

use crate::{
    Office, roles,
    routes::{self, get, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Everybody with an account.
    List,
    /// The form for another person.
    AddForm,
    /// Adds and invites them.
    Add,
    /// One account.
    Person,
    /// Sets its roles.
    Roles,
    /// Ends its sessions.
    EndSessions,
    /// Makes an invitation.
    Invite,
    /// Shows an invitation, to print.
    Invitation,
    /// Asks whether to set an account back.
    ResetForm,
    /// Sets it back.
    Reset,
    /// Asks whether to close an account.
    LeaveForm,
    /// Closes it.
    Leave,
}

const ACCOUNTS: Access = Access::Staff(roles::ACCOUNTS);

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("staff", "/s/{school}/office/staff", ACCOUNTS, Action::List),
    get("staff-add-form", "/s/{school}/office/staff/add", ACCOUNTS, Action::AddForm),
    post("staff-add", "/s/{school}/office/staff/add", ACCOUNTS, Action::Add),
    get("staff-person", "/s/{school}/office/staff/{staff}", ACCOUNTS, Action::Person),
    post("staff-roles", "/s/{school}/office/staff/{staff}/roles", ACCOUNTS, Action::Roles),
    post("staff-sessions", "/s/{school}/office/staff/{staff}/sessions", ACCOUNTS, Action::EndSessions),
    post("staff-invite", "/s/{school}/office/staff/{staff}/invite", ACCOUNTS, Action::Invite),
    get("staff-invitation", "/s/{school}/office/staff/{staff}/invitation/{operation}", ACCOUNTS, Action::Invitation),
    get("staff-reset-form", "/s/{school}/office/staff/{staff}/reset", ACCOUNTS, Action::ResetForm),
    post("staff-reset", "/s/{school}/office/staff/{staff}/reset", ACCOUNTS, Action::Reset),
    get("staff-leave-form", "/s/{school}/office/staff/{staff}/leave", ACCOUNTS, Action::LeaveForm),
    post("staff-leave", "/s/{school}/office/staff/{staff}/leave", ACCOUNTS, Action::Leave),
];

/// Does it.
pub(crate) async fn act(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::List => return list::show(colleague).await,
        Action::AddForm => return add::show(colleague),
        Action::Add => return add::add(office, colleague).await,
        _ => {}
    }
    let person = person::Person::of(colleague, found.segment::<StaffId>("staff")?).await?;
    match action {
        Action::Person => person::show(colleague, &person).await,
        Action::Roles => roles_form::set(colleague, &person).await,
        Action::EndSessions => sessions::end(colleague, &person).await,
        Action::Invite => invite::invite(office, colleague, &person).await,
        Action::Invitation => invite::show(colleague, &person, &found.segment("operation")?),
        Action::ResetForm => reset::show(colleague, &person),
        Action::Reset => reset::reset(office, colleague, &person).await,
        Action::LeaveForm => leave::show(colleague, &person),
        Action::Leave => leave::leave(colleague, &person).await,
        Action::List | Action::AddForm | Action::Add => Err(Problem::Broken("answered above")),
    }
}
