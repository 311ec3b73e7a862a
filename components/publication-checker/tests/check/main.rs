//! The component in one process, over a store in memory: what it finds, what it refuses, and whom.

#![allow(clippy::unwrap_used, clippy::panic, reason = "so a test fails")]

mod answers;
mod harness;
mod refusals;
mod routes;
mod safe_versions;
