#![doc = include_str!("../README.md")]

mod accessibility;
mod demo;
mod entry;
mod health;
mod look;
mod privacy;
pub mod routes;
mod school;
#[cfg(target_family = "wasm")]
mod service;

pub use entry::{FrontDoor, LARGEST_REQUEST};
