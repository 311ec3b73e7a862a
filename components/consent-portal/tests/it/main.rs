//! Parents' journeys through the component, in one process with a store in memory.

mod going_back;
mod harness;
mod journeys;
mod two_parents;
