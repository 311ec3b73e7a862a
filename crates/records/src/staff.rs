//! Staff and governors with an account.

use school_types::{ClassId, Redacted, Role, SchoolId, StaffId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope, Vault};

use crate::{Entry, Place, Records, Stream, View, people::first_ten};

/// What the school says of a member of staff or governor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffFacts {
    /// Their name.
    pub name: Redacted<String>,
    /// What they sign in with, in the form of [`crate::normal_address`].
    pub e_mail: Redacted<String>,
    /// Their roles, at least one.
    pub roles: Vec<Role>,
    /// Their own classes, as the list of pupils calls them; none of who has left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<Redacted<String>>,
}

/// What a member of staff proves themself with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// The passphrase as an Argon2id hash in PHC form (RFC 9106).
    pub passphrase: Redacted<String>,
    /// The secret of their one-time passwords (RFC 6238).
    pub totp_secret: Redacted<Vec<u8>>,
    /// The recovery codes that are left, as keyed hashes.
    pub recovery: Vec<[u8; 32]>,
}

/// What opens the setting up of an account, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The code as a keyed hash.
    pub code: [u8; 32],
    /// Until when it works.
    pub until: Timestamp,
}

/// What can happen to an account of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StaffEvent {
    /// Listed for the first time, listed again, or changed: the facts as they are from now on.
    Listed(StaffFacts),
    /// These are their roles from now on.
    RolesSet(Vec<Role>),
    /// May set the account up with this; an earlier invitation no longer works.
    Invited(Invitation),
    /// Must set the account up anew with this: passphrase, one-time codes and sessions of before are void.
    Reset(Invitation),
    /// Set up. Counts only while the invitation it came by works, so of two browsers with one invitation the first wins.
    SetUp {
        /// What they prove themself with from now on.
        credential: Credential,
        /// The hash of the invitation's code.
        invitation: [u8; 32],
    },
    /// A new passphrase. Sessions of before are void, but for the one it was chosen in.
    PassphraseSet {
        /// As a hash in PHC form.
        passphrase: Redacted<String>,
        /// The session it was chosen in.
        session: [u8; 16],
    },
    /// New recovery codes in place of those of before, as keyed hashes.
    RecoveryCodesSet(Vec<[u8; 32]>),
    /// A recovery code was used.
    RecoveryCodeUsed([u8; 32]),
    /// Sessions of before are void.
    SessionsEnded,
    /// No browser is known to the account any more. Sessions go on.
    BrowsersForgotten,
    /// These are the classes they chose as their own.
    ClassesChosen(Vec<ClassId>),
    /// Left: the account opens nothing any more.
    Left,
}

/// A member of staff now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The facts; none before the first listing. They stay after leaving, so that a trail can say who it was.
    facts: Option<StaffFacts>,
    has_left: bool,
    /// The credential, once set up.
    pub credential: Option<Credential>,
    /// The invitation that may still be used, if its time is not over.
    pub invitation: Option<Invitation>,
    /// The classes they chose as their own, to be shown first, since a list last said something else of whose class is whose.
    /// Decides nothing.
    pub classes: Vec<ClassId>,
    /// Goes up with everything that ends all sessions: a session of an earlier generation is void.
    pub generation: u32,
    /// The session that goes on although it is of an earlier generation.
    goes_on: Option<[u8; 16]>,
    /// How often its browsers were forgotten, apart from where all sessions ended.
    forgotten: u32,
}

impl Staff {
    /// The facts of somebody who has an account now; none before the first listing and after leaving.
    pub fn present(&self) -> Option<&StaffFacts> {
        self.facts.as_ref().filter(|_| !self.has_left)
    }

    /// The facts, also of somebody who has left.
    pub const fn facts(&self) -> Option<&StaffFacts> {
        self.facts.as_ref()
    }

    /// Whether they have left.
    pub const fn has_left(&self) -> bool {
        self.has_left
    }

    /// Whether an invitation can be used at `now`.
    pub fn is_invited(&self, now: Timestamp) -> bool {
        self.invitation.as_ref().is_some_and(|invitation| now < invitation.until)
    }

    /// Whether a session that began in `generation` is not void.
    pub fn lets_go_on(&self, session: &[u8; 16], generation: u32) -> bool {
        generation == self.generation || self.goes_on.as_ref() == Some(session)
    }

    /// Goes up with everything that makes browsers strange to the account in which its owner had signed in: a passphrase that
    /// was changed, a reset, signing out everywhere.
    pub const fn browsers(&self) -> u32 {
        self.generation + self.forgotten
    }

    fn void(&mut self) {
        self.credential = None;
        self.invitation = None;
        self.end_sessions();
    }

    fn end_sessions(&mut self) {
        self.generation += 1;
        self.goes_on = None;
    }
}

impl View for Staff {
    type Event = StaffEvent;
    const VERSION: u32 = 4;

    fn apply(&mut self, entry: &Entry<StaffEvent>) {
        match &entry.event {
            StaffEvent::Listed(facts) => {
                // A new year, a new class: what was chosen in the old one is past.
                if self.facts.as_ref().is_some_and(|before| before.classes != facts.classes) {
                    self.classes.clear();
                }
                self.facts = Some(facts.clone());
                self.has_left = false;
            }
            StaffEvent::RolesSet(roles) => {
                if let Some(facts) = &mut self.facts {
                    facts.roles.clone_from(roles);
                }
            }
            StaffEvent::Invited(invitation) => self.invitation = Some(invitation.clone()),
            StaffEvent::Reset(invitation) => {
                self.void();
                self.invitation = Some(invitation.clone());
            }
            StaffEvent::SetUp { credential, invitation } => {
                let works = |of: &Invitation| of.code == *invitation && entry.at < of.until;
                if !self.has_left && self.invitation.as_ref().is_some_and(works) {
                    self.void();
                    self.credential = Some(credential.clone());
                }
            }
            StaffEvent::PassphraseSet { passphrase, session } => {
                if let Some(credential) = &mut self.credential {
                    credential.passphrase.clone_from(passphrase);
                }
                self.generation += 1;
                self.goes_on = Some(*session);
            }
            StaffEvent::RecoveryCodesSet(codes) => {
                if let Some(credential) = &mut self.credential {
                    credential.recovery.clone_from(codes);
                }
            }
            StaffEvent::RecoveryCodeUsed(code) => {
                if let Some(credential) = &mut self.credential {
                    credential.recovery.retain(|left| left != code);
                }
            }
            StaffEvent::SessionsEnded => self.end_sessions(),
            StaffEvent::BrowsersForgotten => self.forgotten += 1,
            StaffEvent::ClassesChosen(classes) => self.classes.clone_from(classes),
            StaffEvent::Left => {
                self.void();
                self.has_left = true;
                if let Some(facts) = &mut self.facts {
                    facts.classes.clear();
                }
            }
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
}
