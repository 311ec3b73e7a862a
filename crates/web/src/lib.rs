#![doc = include_str!("../README.md")]

mod answers;
mod cookies;
mod field_error;
mod field_reads;
mod fields;
mod form_guard;
mod language;
mod multipart;
mod path;
mod refusal;
mod request;
mod routes;
mod secure;
mod session;
mod source;
mod wants;

pub use answers::{Response, download, for_method, json, page, problem, see_other, text};
pub use cookies::{Cookie, CookieError, Life, add_cookie, cookie, forget_cookie, open_cookie, seal_cookie};
pub use field_error::{FieldError, FieldErrors};
pub use fields::{Fields, Limits};
pub use form_guard::{FormGuard, Visit};
pub use language::{Chosen, choose_language, preferred as preferred_language};
pub use multipart::{File, Multipart};
pub use refusal::Refusal;
pub use request::{Request, read};
pub use routes::{Access, Found, Route, can_be_opened, find};
pub use secure::{Caching, Framing, secure};
pub use session::IdleSession;
pub use source::Source;
pub use wants::{is_for_programs, preferred_type, wants_json};

#[cfg(test)]
mod test;
