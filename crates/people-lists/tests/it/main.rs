//! Lists as schools bring them, and what taking them would change.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

mod artefacts;
mod contacts;
mod properties;
mod pupils;
mod rekeyed;
mod school;
mod shapes;
mod size;
mod staff;
mod workbook;
