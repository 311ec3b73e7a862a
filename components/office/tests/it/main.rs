//! The office's journeys through the component, in one process with a store in memory.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

mod harness;
mod sign_in;
