#![doc = include_str!("../README.md")]

mod answer_checks;
mod browser;
mod counts;
mod employee;
mod flights;
mod form;
pub mod installation;
mod manifest;
mod opened;
mod page;
mod page_checks;
mod scheduler;
mod store;

pub use answer_checks::assert_safe_answer;
pub use browser::{Answer, Application, Browser};
pub use counts::{CostTable, Counts};
pub use employee::{Employee, PASSPHRASE};
pub use flights::Flight;
pub use form::Form;
pub use installation::Installation;
pub use manifest::{assert_spin_sends, manifest};
pub use page::Page;
pub use page_checks::{assert_sound_page, page_problems};
pub use scheduler::{Scheduler, Step};
pub use store::{Call, CounterForm, MemoryStore, Operation};

/// A test cannot go on.
#[track_caller]
#[expect(clippy::panic, reason = "what helps a test fails the test")]
pub(crate) fn fail(message: String) -> ! {
    panic!("{message}")
}
