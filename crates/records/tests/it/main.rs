//! The records against a store in memory that stops, fails and delays where a test says so.

#![allow(clippy::unwrap_used, clippy::panic, reason = "so a test fails")]

mod checkpoints;
mod claims;
mod diary;
mod erasure;
mod expiring;
mod family;
mod guessing;
mod holes;
mod interleavings;
mod kept_schools;
mod ledger;
mod limits;
mod people;
mod pupil_list;
mod receipts;
mod schools;
mod staff;
mod town;
mod values;
