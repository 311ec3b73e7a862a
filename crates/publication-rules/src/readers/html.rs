//! Web pages: visible text by block, captions, alternative text, titles, addresses, metadata, comments and scripts.
//!
//! The tokenizer is our own, because findings point into the markup: html5ever, which the tests compare it with, gives line
//! numbers only and takes 385 KB of the component.

mod attributes;
mod css;
mod data_url;
mod entities;
mod gathered;
mod nested;
mod reader;
mod tokens;
mod trail;

pub(crate) use attributes::is_file_name;
pub(crate) use entities::resolve;
pub(crate) use reader::read;
