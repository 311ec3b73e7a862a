#![doc = include_str!("../README.md")]

mod change;
mod colour;
mod crest;
mod notices;
mod profile;
mod publication;
mod read;
mod rules;
mod settings;
mod templates;
mod validate;

pub use change::{ChangeProblem, SettingsChange, Topic, is_own};
pub use colour::{Colour, NotAColour};
pub use crest::{Crest, CrestProblem};
pub use notices::{Accessibility, NamedContact, Privacy};
pub use profile::{
    BasedOn, NotAProfileId, Office, Profile, ProfileFields, ProfileId, PurposeState, SchoolKind, SetAside,
};
pub use publication::Publication;
pub use rules::{AskedFrom, Bases, LeaverPictures, Leavers, PupilViewRule, SignIn, Withdrawal, WithdrawalWay};
pub use settings::{SchoolSettings, SettingsProblem};
pub use validate::{Problem, ProfileError};
