//! Parents' journeys through the component, in one process with a store in memory.

mod at_rest;
mod crashes;
mod going_back;
mod harness;
mod journeys;
mod refusals;
mod routes;
mod sign_in;
mod tasks;
mod twice;
mod two_parents;
