#![doc = include_str!("../README.md")]

mod account;
mod api;
mod audit;
mod children;
mod classes;
mod contacts;
mod entry;
mod erasures;
mod families;
mod form;
mod home;
mod new_parents;
mod notices;
mod people;
mod pupils;
mod reach;
mod refused;
mod role_names;
pub mod roles;
pub mod routes;
#[cfg(target_family = "wasm")]
mod service;
mod settings;
mod sign_in;
mod staff;
mod tasks;

pub use entry::{LARGEST_REQUEST, Office};
