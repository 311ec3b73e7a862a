#![doc = include_str!("../README.md")]

mod flights;
mod page_checks;
mod scheduler;
mod store;

pub use flights::Flight;
pub use page_checks::{assert_sound_page, page_problems};
pub use scheduler::{Scheduler, Step};
pub use store::{Call, CounterForm, MemoryStore, Operation};
