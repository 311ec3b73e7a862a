//! One's own account.

mod passphrase;
mod recovery;
mod sessions;
mod show;

pub(crate) use self::sessions::{chosen as chosen_sessions, table as sessions_table};
use reception::{Colleague, Problem};
use web::{Access, Found, Response, Route};

use crate::{
    Office, roles,
    routes::{self, get, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Shows it.
    Show,
    /// Ends sessions.
    EndSessions,
    /// The form for another passphrase.
    PassphraseForm,
    /// Takes it.
    Passphrase,
    /// Recovery codes: shows new ones once, or says how many are left.
    RecoveryCodes,
    /// Makes new ones.
    MakeRecoveryCodes,
    /// They were kept.
    KeptRecoveryCodes,
}

const MINE: Access = Access::Staff(roles::EVERYBODY);

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("account", "/s/{school}/office/account", MINE, Action::Show),
    post("account-sessions", "/s/{school}/office/account/sessions", MINE, Action::EndSessions),
    get("account-passphrase-form", "/s/{school}/office/account/passphrase", MINE, Action::PassphraseForm),
    post("account-passphrase", "/s/{school}/office/account/passphrase", MINE, Action::Passphrase),
    get("recovery-codes", "/s/{school}/office/account/recovery-codes", MINE, Action::RecoveryCodes),
    post("make-recovery-codes", "/s/{school}/office/account/recovery-codes", MINE, Action::MakeRecoveryCodes),
    post("kept-recovery-codes", "/s/{school}/office/account/recovery-codes/kept", MINE, Action::KeptRecoveryCodes),
];

/// Does it.
pub(crate) async fn act(
    _office: &Office,
    colleague: &Colleague<'_, '_>,
    _found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::Show => show::show(colleague).await,
        Action::EndSessions => sessions::end(colleague).await,
        Action::PassphraseForm => passphrase::show(colleague),
        Action::Passphrase => passphrase::change(colleague).await,
        Action::RecoveryCodes => recovery::show(colleague).await,
        Action::MakeRecoveryCodes => recovery::make(colleague).await,
        Action::KeptRecoveryCodes => recovery::kept(colleague).await,
    }
}
