#![doc = include_str!("../README.md")]

pub mod browser;
pub mod colleague;
pub mod demo;
pub mod gate;
pub mod host;
pub mod page;
pub mod parent;
pub mod redis;
pub mod wire;
