#![doc = include_str!("../README.md")]

mod flights;
mod scheduler;
mod store;

pub use flights::Flight;
pub use scheduler::{Scheduler, Step};
pub use store::{Call, CounterForm, MemoryStore, Operation};
