//! Contact details in text: e-mail addresses, telephone numbers, postcodes and streets.

mod announced;
pub(crate) mod email;
mod groups;
pub(crate) mod mailbox;
pub(crate) mod phone;
pub(crate) mod postal;
mod shape;
pub(crate) mod worded;
