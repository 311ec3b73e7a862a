//! Parents' journeys through the component, in one process with a store in memory.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

mod address_changed;
mod afterwards;
mod all_on_one_page;
mod any_order;
mod at_rest;
mod crashes;
mod flag;
mod going_back;
mod guessing;
mod harness;
mod history;
mod journeys;
mod refusals;
mod routes;
mod shared_address;
mod sign_in;
mod since;
mod store_calls;
mod tasks;
mod twice;
mod two_parents;
