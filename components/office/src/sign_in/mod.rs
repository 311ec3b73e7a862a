//! Signing in and out, and setting an account up by an invitation.

mod code;
mod invitation;
mod limits;
mod new_passphrase;
mod out;
mod passphrase;
mod set_up;
mod welcome;

use limits::{CODES, ROOMY, Whose, limit, limit_source};
pub(crate) use limits::{know, limit_account};
use reception::{Guest, Problem};
use web::{Access, Response, Route};

use crate::{
    Office,
    routes::{get, post},
};

pub(crate) use self::{
    new_passphrase::NewPassphrase,
    welcome::{NewCodes, show_codes_once},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The form for address and passphrase.
    PassphraseForm,
    /// Tries them.
    Passphrase,
    /// The form for the code.
    CodeForm,
    /// Tries it.
    Code,
    /// Signs out.
    SignOut,
    /// Says that one is signed out.
    SignedOut,
    /// The form for an invitation.
    InvitationForm,
    /// Tries it.
    Invitation,
    /// The form for a first passphrase.
    ChooseForm,
    /// Takes it.
    Choose,
    /// The picture for a telephone.
    AppForm,
    /// Tries the telephone's code, and sets the account up.
    App,
}

const ANYONE: Access = Access::Anyone;

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("staff-sign-in", "/s/{school}/office/sign-in", ANYONE, Action::PassphraseForm),
    post("staff-passphrase", "/s/{school}/office/sign-in", ANYONE, Action::Passphrase),
    get("staff-code-form", "/s/{school}/office/sign-in/code", ANYONE, Action::CodeForm),
    post("staff-code", "/s/{school}/office/sign-in/code", ANYONE, Action::Code),
    post("staff-sign-out", "/s/{school}/office/sign-out", ANYONE, Action::SignOut),
    get("staff-signed-out", "/s/{school}/office/sign-out", ANYONE, Action::SignedOut),
    get("invitation-form", "/s/{school}/office/invitation", ANYONE, Action::InvitationForm),
    post("invitation", "/s/{school}/office/invitation", ANYONE, Action::Invitation),
    get("choose-passphrase-form", "/s/{school}/office/invitation/passphrase", ANYONE, Action::ChooseForm),
    post("choose-passphrase", "/s/{school}/office/invitation/passphrase", ANYONE, Action::Choose),
    get("connect-app-form", "/s/{school}/office/invitation/app", ANYONE, Action::AppForm),
    post("connect-app", "/s/{school}/office/invitation/app", ANYONE, Action::App),
];

/// Does it.
pub(crate) async fn act(_office: &Office, guest: &Guest<'_>, action: Action) -> Result<Response, Problem> {
    match action {
        Action::PassphraseForm => passphrase::show(guest),
        Action::Passphrase => passphrase::try_it(guest).await,
        Action::CodeForm => code::show(guest),
        Action::Code => code::try_it(guest).await,
        Action::SignOut => out::leave(guest).await,
        Action::SignedOut => out::show(guest),
        Action::InvitationForm => invitation::show(guest),
        Action::Invitation => invitation::try_it(guest).await,
        Action::ChooseForm => set_up::choose_form(guest).await,
        Action::Choose => set_up::choose(guest).await,
        Action::AppForm => set_up::app_form(guest).await,
        Action::App => set_up::app(guest).await,
    }
}
