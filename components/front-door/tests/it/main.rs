//! Visitors at the front door, in one process with a store in memory.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

mod demo;
mod harness;
mod routes;
mod school;
