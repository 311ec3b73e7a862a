//! The records against a store in memory that stops, fails and delays where a test says so.

mod claims;
mod diary;
mod expiring;
mod interleavings;
mod ledger;
mod limits;
mod values;
