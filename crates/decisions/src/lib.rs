#![doc = include_str!("../README.md")]

mod agreeing;
mod family_emails;
mod receipts;
mod record;
mod told;

pub use agreeing::wait_to_agree;
pub use family_emails::{Begun, EmailsLeft, FamilyEmails};
pub use receipts::{ReceiptPost, ReceiptedChild};
pub use record::{Appended, ChildAnswers, DecisionError, Given, Recorded, Recording};
pub use told::{NoticeError, Notices};
