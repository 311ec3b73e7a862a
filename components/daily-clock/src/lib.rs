#![doc = include_str!("../README.md")]

mod task;
#[cfg(target_family = "wasm")]
mod trigger;

pub use task::{NotRung, Task};
