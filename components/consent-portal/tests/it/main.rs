//! Parents' journeys through the component, in one process with a store in memory.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

mod at_rest;
mod crashes;
mod going_back;
mod guessing;
mod harness;
mod journeys;
mod refusals;
mod routes;
mod sign_in;
mod tasks;
mod twice;
mod two_parents;
