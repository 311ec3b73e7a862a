#![doc = include_str!("../README.md")]

mod courier;
mod erase;
mod family_letter;
mod journal;
mod message;
mod network;
mod notify;
mod outbox;
mod post;
mod receipt;
mod sign_in_code;
#[cfg(feature = "spin")]
mod spin;
mod staff_invitation;
mod test_letter;
mod waiting;
mod webhook;

pub use courier::{Attempt, Courier, DeliveryError, DeliveryId, Letter, courier};
pub use erase::erase_child;
pub use family_letter::FamilyLetter;
pub use journal::{Deed, Journal, Note};
pub use message::{Kind, Message, Part};
pub use network::{Http, HttpError};
pub use notify::{KeyError, Notify, NotifyAccount, NotifyKey, TemplateId};
pub use outbox::{KeptLetter, Outbox, OutboxLetter};
pub use post::{Outcome, Post, Retried};
pub use receipt::{ChildReceipt, ReceiptLetter, ReceiptLine};
pub use sign_in_code::SignInCodeLetter;
#[cfg(feature = "spin")]
pub use spin::SpinHttp;
pub use staff_invitation::StaffInvitationLetter;
pub use test_letter::TestLetter;
pub use waiting::Waiting;
pub use webhook::Webhook;

#[cfg(test)]
mod test;
