#![doc = include_str!("../README.md")]

mod asker;
mod cover;
mod drafts;
mod errors;
mod expiring;
mod fold;
mod ledger;
mod limits;
mod links;
mod once;
mod pace;
mod people;
mod permission;
mod place;
mod receipts;
mod records;
mod removals;
mod schools;
mod sequence;
mod sign_in;
#[cfg(feature = "spin")]
pub mod spin;
mod staff;
mod store;
mod values;

pub use asker::Asker;
pub use drafts::{Chosen, DRAFT_LASTS, Draft, Step};
pub use errors::{RecordsError, StoreError};
pub use expiring::{Swept, Temporary};
pub use fold::{Folded, View};
pub use ledger::{Entry, Stream, Written};
pub use limits::Limit;
pub use links::{Failing, LinkEvent, LinkOutcome, Links};
pub use once::{Claim, Standing, Winner};
pub use pace::Pace;
pub use people::{
    Account, Accounts, AddressEvent, Child, ChildEvent, ChildFacts, Contact, ContactEvent, ContactFacts, Listed,
    child_id, contact_id, normal_address,
};
pub use place::{Place, PlacePart};
pub use receipts::{Receipt, ReceiptAnswer};
pub use records::Records;
pub use removals::RemovalEvent;
pub use schools::{School, Schools, SchoolsEvent, SettingsEvent};
pub use sign_in::{Asked, CODE_LASTS, GUESSES, Tried};
pub use staff::{Credential, Staff, StaffEvent, StaffFacts, staff_id};
pub use store::{Store, read_counter};
