#![doc = include_str!("../README.md")]

mod report;
mod store;

pub use report::{Report, SchoolReport, look_through};
pub use store::NativeStore;
