#![doc = include_str!("../README.md")]

mod desk;
mod guest;
mod keys;
mod problem;

pub use desk::{Desk, FramedBy, closed};
pub use guest::Guest;
pub use keys::vault_of;
pub use problem::Problem;
