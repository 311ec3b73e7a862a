#![doc = include_str!("../README.md")]

mod decision;
mod permissions;
mod purpose;
mod wording;

pub use decision::{
    Answer, Decider, Decision, DecisionProblem, How, PermissionEvent, PupilView, PurposeAnswer, Removal,
};
pub use permissions::{ChildPermissions, Reason, Said, Standing};
pub use purpose::{LawfulBasis, Purpose, Subject};
pub use wording::{Wording, WordingRef};
