#![doc = include_str!("../README.md")]

mod asker;
mod cover;
mod errors;
mod expiring;
mod fold;
mod ledger;
mod limits;
mod once;
mod pace;
mod place;
mod records;
#[cfg(feature = "spin")]
pub mod spin;
mod store;
mod values;

pub use asker::Asker;
pub use errors::{RecordsError, StoreError};
pub use expiring::{Swept, Temporary};
pub use fold::{Folded, View};
pub use ledger::{Entry, Stream, Written};
pub use limits::Limit;
pub use once::{Claim, Standing, Winner};
pub use pace::Pace;
pub use place::{Place, PlacePart};
pub use records::Records;
pub use store::{Store, read_counter};
