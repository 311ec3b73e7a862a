//! Who reads or writes.

use std::borrow::Cow;

use school_types::{ContactId, Role, StaffId};
use serde::{Deserialize, Serialize};

/// Who asks, named at every read and written into every event. Ids only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asker {
    /// Somebody who is signing in, and could be anybody.
    Nobody,
    /// Somebody who needs no account: a visitor of the front door, the holder of a receipt.
    Visitor,
    /// A parent, carer or other contact who has signed in.
    Parent(ContactId),
    /// A member of staff or governor, in the role they act in.
    Staff(StaffId, Role),
    /// A job of the installation itself, such as the daily one.
    Task(Cow<'static, str>),
}

impl Asker {
    /// A job of the installation, by its fixed name.
    pub const fn task(name: &'static str) -> Self {
        Self::Task(Cow::Borrowed(name))
    }
}
