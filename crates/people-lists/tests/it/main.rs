//! Lists as schools bring them, and what taking them would change.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

mod contacts;
mod properties;
mod pupils;
mod school;
mod shapes;
mod size;
mod staff;
mod workbook;
