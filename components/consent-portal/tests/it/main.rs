//! Parents' journeys through the component, in one process with a store in memory.

mod harness;
mod journeys;
