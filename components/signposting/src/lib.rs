#![doc = include_str!("../README.md")]

mod answer;
mod api;
mod asked;
mod card;
mod due;
mod entry;
mod fetch;
mod kept;
mod lead;
mod links;
mod panel;
mod questions;
pub mod routes;
mod rules;
mod said;
#[cfg(target_family = "wasm")]
mod service;
mod told;

pub use entry::{LARGEST_REQUEST, Signposting};
pub use fetch::{Answered, Fetch, NoAnswer};
pub use kept::Kept;
