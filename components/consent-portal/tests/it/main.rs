//! Parents' journeys through the component, in one process with a store in memory.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

mod address_changed;
mod all_on_one_page;
mod any_order;
mod at_rest;
mod crashes;
mod flag;
mod going_back;
mod guessing;
mod harness;
mod journeys;
mod refusals;
mod routes;
mod shared_address;
mod sign_in;
mod since;
mod tasks;
mod twice;
mod two_parents;
