#![doc = include_str!("../README.md")]

mod change;
mod children;
mod decide;
mod entry;
mod history;
mod parent;
mod receipt;
mod recording;
pub mod routes;
mod said;
#[cfg(target_family = "wasm")]
mod service;
mod sign_in;
mod start;
mod tasks;
mod verify;
mod withdraw;

pub use entry::{Afterwards, LARGEST_REQUEST, Portal};
