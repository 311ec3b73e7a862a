#![doc = include_str!("../README.md")]

mod asked;
mod check;
mod clean;
mod entry;
mod facts;
mod intake;
mod opened;
mod profile;
mod refused;
mod room;
pub mod routes;
mod rules;
#[cfg(target_family = "wasm")]
mod service;

pub use entry::PublicationChecker;
pub use intake::LARGEST_BODY;
pub use room::Pause;
