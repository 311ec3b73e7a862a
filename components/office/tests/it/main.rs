//! The office's journeys through the component, in one process with a store in memory.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

mod account;
mod accounts;
mod blind_list;
mod bringing;
mod children;
mod classes;
mod contacts;
mod editing;
mod emailing;
mod entering;
mod erasing;
mod field_lists;
mod flag;
mod harness;
mod lists;
mod lists_api;
mod lists_crashes;
mod lists_forgiven;
mod lists_rekeyed;
mod new_parents;
mod notices;
mod printing;
mod pupils;
mod record;
mod routes;
mod set_up;
mod set_up_crashes;
mod settings;
mod sign_in;
mod store_calls;
mod stored;
mod token_scopes;
mod years;
