#![doc = include_str!("../README.md")]

mod finding;
mod report;

pub use finding::{described, fix, message, not_clean, policy, replacement, severity, told, verdict, why};
pub use report::report;
