//! The component in one process, over a store in memory: pages, panel, data and the task.

#![allow(clippy::unwrap_used, clippy::panic, reason = "so a test fails")]

mod data;
mod harness;
mod kept;
mod pages;
mod panel;
mod routes;
mod tasks;
