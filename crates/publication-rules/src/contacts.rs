//! Contact details in text: e-mail addresses, telephone numbers, postcodes and streets.

mod announced;
pub(crate) mod email;
pub(crate) mod mailbox;
pub(crate) mod phone;
pub(crate) mod postal;
pub(crate) mod worded;
