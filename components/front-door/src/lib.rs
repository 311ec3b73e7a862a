#![doc = include_str!("../README.md")]

mod demo;
mod entry;
mod health;
mod look;
pub mod routes;
mod school;
#[cfg(target_family = "wasm")]
mod service;

pub use entry::{FrontDoor, LARGEST_REQUEST};
