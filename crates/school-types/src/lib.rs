#![doc = include_str!("../README.md")]

mod ids;
mod language;
mod names;
mod redacted;
mod roles;
mod schooling;
mod typed;

pub use ids::{
    ChildId, ClassId, ContactId, Fingerprint, IdError, OperationId, PurposeId, Reference, SchoolId, StaffId,
};
pub use jiff::{Timestamp, civil::Date};
pub use language::{Language, Text, UnknownLanguage};
pub use names::{PersonName, Relation};
pub use redacted::Redacted;
pub use roles::{Role, UnknownRole};
pub use schooling::{KeyStage, Nation, YearGroup};
pub use typed::{LONGEST_EMAIL, as_meant, digit_of, email_as_meant, is_email, is_invisible};
