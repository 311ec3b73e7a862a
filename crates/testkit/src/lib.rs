#![doc = include_str!("../README.md")]

mod scheduler;
mod store;

pub use scheduler::{Scheduler, Step};
pub use store::{Call, CounterForm, Flight, MemoryStore, Operation};
