//! The runner as a process, with components that do what their path says.

#![allow(unreachable_pub, reason = "all of it is this binary's own")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod clients;
mod failures;
mod outbound;
mod reuse;
mod schedule;
mod serving;
mod stores;
mod support;
