//! Setting a school up, its settings and the audit trail, in one process.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod audit;
mod harness;
mod opening;
mod saving;
mod topics;
