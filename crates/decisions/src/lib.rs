#![doc = include_str!("../README.md")]

mod receipts;
mod record;
mod told;

pub use receipts::{ReceiptPost, ReceiptedChild};
pub use record::{ChildAnswers, DecisionError, Given, Recorded, Recording};
pub use told::{NoticeError, Notices};
