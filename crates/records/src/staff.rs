//! Staff and governors with an account, and programs with a token.

use school_types::{Redacted, Role, SchoolId, StaffId};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope, Vault};

use crate::{Entry, Place, Records, RecordsError, Stream, View, people::first_ten};

/// What the school says of a member of staff or governor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffFacts {
    /// Their name.
    pub name: Redacted<String>,
    /// What they sign in with, in the form of [`crate::normal_address`].
    pub e_mail: Redacted<String>,
    /// Their roles, at least one.
    pub roles: Vec<Role>,
}

/// What a member of staff proves themself with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// The passphrase as an Argon2id hash in PHC form (RFC 9106).
    pub passphrase: Redacted<String>,
    /// The secret of their one-time passwords (RFC 6238).
    pub totp_secret: Redacted<Vec<u8>>,
}

/// What can happen to an account of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StaffEvent {
    /// Listed for the first time, listed again, or changed.
    Listed(StaffFacts),
    /// Set up, or set up anew, to sign in with this from now on.
    CredentialSet(Credential),
    /// Left: the account opens nothing any more.
    Left,
}

/// A member of staff now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The facts; none before the first listing and after leaving.
    pub facts: Option<StaffFacts>,
    /// The credential, once set up.
    pub credential: Option<Credential>,
}

impl View for Staff {
    type Event = StaffEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<StaffEvent>) {
        match &entry.event {
            StaffEvent::Listed(facts) => self.facts = Some(facts.clone()),
            StaffEvent::CredentialSet(credential) => self.credential = Some(credential.clone()),
            StaffEvent::Left => *self = Self::default(),
        }
    }
}

/// The id of the member of staff that the school's own system knows as `id`: a keyed hash.
pub fn staff_id(vault: &Vault, school: &SchoolId, id: &str) -> StaffId {
    StaffId::from_bytes(first_ten(vault.blind(&Scope::school(school, Domain::People), "staff", id.as_bytes())))
}

impl Records {
    /// The stream of a staff account; folds to [`Staff`].
    pub fn staff(&self, school: &SchoolId, staff: &StaffId) -> Stream<StaffEvent> {
        self.stream(Place::of_school(school, Domain::People).part("staff").part(staff))
    }

    /// Lets programs that present `token` use the school's API. One write.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept.
    pub async fn allow_token(&self, school: &SchoolId, token: &str) -> Result<(), RecordsError> {
        self.put(&self.token_place(school, token), &self.now()).await
    }

    /// Whether `token` may use the school's API. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn token_allowed(&self, school: &SchoolId, token: &str) -> Result<bool, RecordsError> {
        Ok(self.fetch::<school_types::Timestamp>(&self.token_place(school, token)).await?.is_some())
    }

    fn token_place(&self, school: &SchoolId, token: &str) -> Place {
        let blind = self.vault().blind(&Scope::school(school, Domain::SignIn), "api token", token.as_bytes());
        Place::of_school(school, Domain::SignIn).part("api-token").part(blind)
    }
}
