#![doc = include_str!("../README.md")]

mod columns;
mod contact_plan;
mod contacts;
mod csv;
mod decode;
mod file_problem;
mod headings;
mod matching;
mod names;
mod persons;
mod pupil_plan;
mod pupils;
mod reading;
mod roles;
mod room;
mod staff;
mod staff_plan;
mod table;
mod values;
mod xlsx;
mod years;

pub use columns::{Column, List};
pub use contact_plan::{ContactChange, ContactEntry, ContactPlan, HeldContact, Listing};
pub use contacts::{ContactRow, HeldChild, PupilIndex, contacts};
pub use decode::Encoding;
pub use file_problem::FileProblem;
pub use names::{same_name, without_title};
pub use pupil_plan::{Absent, HeldPupil, Kept, PupilChange, PupilEntry, PupilPlan, WhyKept};
pub use pupils::{PupilRow, pupils};
pub use reading::{Code, Kind, Problem, Reading, Rejected, Taken};
pub use staff::{StaffRow, staff};
pub use staff_plan::{HeldStaff, StaffChange, StaffEntry, StaffPlan};
pub use table::{Row, Table, read};
