//! What a script needs to know of the sample schools: the demo file.

use school_types::{ChildId, Role};
use serde::{Deserialize, Serialize};

/// The demo file: secrets of made-up people, so it is written with mode 600 all the same.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Demo {
    /// Where the application answers, without a slash at the end.
    pub base: String,
    /// The schools, by slug.
    pub schools: std::collections::BTreeMap<String, DemoSchool>,
}

/// A sample school.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DemoSchool {
    /// Its name.
    pub name: String,
    /// How many pupils it has.
    pub pupils: usize,
    /// Staff, at least one in every role.
    pub staff: Vec<DemoStaff>,
    /// Every parent and carer.
    pub parents: Vec<DemoParent>,
    /// The bearer token of its API.
    pub api_token: String,
}

/// A member of staff or governor.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DemoStaff {
    /// Their roles.
    pub roles: Vec<Role>,
    /// What they sign in with.
    pub e_mail: String,
    /// And their passphrase.
    pub passphrase: String,
    /// And the secret of their one-time passwords (RFC 6238), in base 32.
    pub totp_secret: String,
}

/// A parent or carer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DemoParent {
    /// Their name.
    pub name: String,
    /// What they sign in with, unless they have no e-mail.
    pub e_mail: Option<String>,
    /// The code on their letter, for families without e-mail.
    pub letter_code: Option<String>,
    /// The children they decide for, or would if they held parental responsibility.
    pub children: Vec<ChildId>,
    /// The forenames of those children, in the same order.
    pub forenames: Vec<String>,
    /// Whether they hold parental responsibility.
    pub parental_responsibility: bool,
    /// What makes this family worth trying: `three-children`, `disagree`, `no-e-mail`, `two-schools`.
    pub known_for: Option<String>,
}
