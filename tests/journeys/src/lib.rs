#![doc = include_str!("../README.md")]

pub mod browser;
pub mod demo;
pub mod gate;
pub mod page;
pub mod parent;
pub mod redis;
pub mod wire;
