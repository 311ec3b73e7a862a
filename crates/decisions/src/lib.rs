#![doc = include_str!("../README.md")]

mod family_emails;
mod receipts;
mod record;
mod told;

pub use family_emails::{Begun, EmailsLeft, FamilyEmails};
pub use receipts::{ReceiptPost, ReceiptedChild};
pub use record::{ChildAnswers, DecisionError, Given, Recorded, Recording};
pub use told::{NoticeError, Notices};
