#![doc = include_str!("../README.md")]

mod desk;
mod guest;
mod problem;

pub use desk::{Desk, FramedBy, closed};
pub use guest::Guest;
pub use problem::Problem;
