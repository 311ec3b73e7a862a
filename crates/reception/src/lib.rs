#![doc = include_str!("../README.md")]

mod colleague;
mod desk;
mod guest;
mod keys;
mod limits;
mod problem;
#[cfg(feature = "spin")]
pub mod spin;

pub use colleague::{Colleague, STAFF_SESSION, StaffSignedIn, keep_staff_session, staff_session_of, staff_way_back};
pub use desk::{Desk, FramedBy, closed};
pub use guest::Guest;
pub use keys::vault_of;
pub use limits::{Pacing, Pause, SourceTry};
pub use problem::Problem;
