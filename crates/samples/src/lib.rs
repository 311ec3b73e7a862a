#![doc = include_str!("../README.md")]

mod collecting;
mod content;
mod demo;
mod families;
mod school;

pub use collecting::Collecting;
pub use content::{Sample, SampleError};
pub use demo::{Demo, DemoParent, DemoSchool, DemoStaff};
pub use families::{Adult, Families, Family, Pupil};
pub use school::{Seeding, seed};
