#![doc = include_str!("../README.md")]

mod dates;
mod messages;
mod numbers;
mod plural;

pub use messages::Words;
pub use plural::Plural;
