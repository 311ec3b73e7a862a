//! Forms sent from our own pages only.

use base64ct::{Base64UrlUnpadded, Encoding};
use http::{HeaderName, header::ORIGIN};
use jiff::SignedDuration;
use school_types::{OperationId, Timestamp};
use vault::{Domain, Scope, Vault, random, same};

use crate::{Cookie, Fields, Life, Refusal, Request, cookie};

/// Somebody looking around in one browser, signed in or not: 16 random bytes in a cookie that goes when the browser
/// closes.
///
/// It says nothing of the person and is kept nowhere else.
#[derive(Clone, PartialEq, Eq)]
pub struct Visit {
    id: [u8; 16],
    fresh: bool,
}

impl Visit {
    /// The cookie's name.
    pub const COOKIE: &'static str = "__Host-sg-visit";

    /// The visit a request belongs to, or a new one.
    ///
    /// # Errors
    ///
    /// [`Refusal::Broken`] when there are no random bytes.
    pub fn of(request: &Request) -> Result<Self, Refusal> {
        if let Some(id) = cookie(request.headers(), Self::COOKIE).and_then(read_id) {
            return Ok(Self { id, fresh: false });
        }
        Ok(Self { id: random().map_err(|_| Refusal::Broken)?, fresh: true })
    }

    /// What form tokens of this visit are bound to.
    pub const fn id(&self) -> &[u8; 16] {
        &self.id
    }

    /// The cookie to set: only for a visit that has just begun, so that a second tab keeps the first one's.
    ///
    /// # Errors
    ///
    /// [`Refusal::Broken`] when it cannot be written.
    pub fn cookie(&self) -> Result<Option<Cookie>, Refusal> {
        if !self.fresh {
            return Ok(None);
        }
        Ok(Some(Cookie::new(Self::COOKIE, &Base64UrlUnpadded::encode_string(&self.id), Life::Session)?))
    }
}

impl std::fmt::Debug for Visit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visit").field("fresh", &self.fresh).finish_non_exhaustive()
    }
}

fn read_id(text: &str) -> Option<[u8; 16]> {
    Base64UrlUnpadded::decode_vec(text).ok()?.try_into().ok()
}

/// How long a page may lie open before its form is sent.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(12);
/// How far the clocks of two hosts may differ.
const CLOCKS_DIFFER_BY: SignedDuration = SignedDuration::from_mins(5);

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Issues and checks the token every form carries.
///
/// The token is the time of issue and a keyed hash over it and its holder: a [`Visit`], or the session of somebody
/// signed in. So any number of tabs work at once, nothing is stored, a token stolen from a page is of no use to
/// another browser, and one that ages tells nothing through compression, because it differs from second to second.
pub struct FormGuard<'a> {
    vault: &'a Vault,
    holder: &'a [u8; 16],
    now: Timestamp,
}

impl<'a> FormGuard<'a> {
    /// The hidden field that carries the token.
    pub const FIELD: &'static str = "form-token";
    /// The hidden field that carries the operation id: the same form sent twice is one fact.
    pub const OPERATION: &'static str = "operation";

    /// A guard for the forms of `holder`: [`Visit::id`] where anyone may come, the session's id where somebody is
    /// signed in.
    pub const fn new(vault: &'a Vault, holder: &'a [u8; 16], now: Timestamp) -> Self {
        Self { vault, holder, now }
    }

    /// A token for a form about to be shown.
    pub fn issue(&self) -> String {
        let issued = self.now.as_second().to_be_bytes();
        let mut token = issued.to_vec();
        token.extend_from_slice(&self.hash(self.vault, issued));
        Base64UrlUnpadded::encode_string(&token)
    }

    /// An operation id for a form about to be shown.
    ///
    /// # Errors
    ///
    /// [`Refusal::Broken`] when there are no random bytes.
    pub fn operation(&self) -> Result<OperationId, Refusal> {
        random().map(OperationId::from_bytes).map_err(|_| Refusal::Broken)
    }

    /// Whether a form was sent from a page of ours, shown to this holder within the last twelve hours. `own_origin`
    /// is the setting `public_address`.
    ///
    /// # Errors
    ///
    /// [`Refusal::ForeignForm`] when the browser says that another site sent it, [`Refusal::FormExpired`] when the
    /// token is absent, too old or another holder's. The caller shows the second with the form and what was typed.
    pub fn check(&self, request: &Request, fields: &Fields, own_origin: &str) -> Result<(), Refusal> {
        if is_foreign(request, own_origin) {
            return Err(Refusal::ForeignForm);
        }
        let token = fields.one(Self::FIELD).map_err(|_| Refusal::FormExpired)?;
        if self.holds(token) { Ok(()) } else { Err(Refusal::FormExpired) }
    }

    fn holds(&self, token: &str) -> bool {
        let Ok(bytes) = Base64UrlUnpadded::decode_vec(token) else { return false };
        let Some((issued, hash)) = bytes.split_first_chunk::<8>() else { return false };
        let Ok(at) = Timestamp::from_second(i64::from_be_bytes(*issued)) else { return false };
        let age = self.now.duration_since(at);
        let in_time = age <= GOOD_FOR && age >= -CLOCKS_DIFFER_BY;
        // A page shown before the master key was changed is still good.
        let before = || self.vault.blind_previous(&SCOPE, LABEL, &input(self.holder, *issued));
        in_time && (same(hash, &self.hash(self.vault, *issued)) || before().is_some_and(|before| same(hash, &before)))
    }

    fn hash(&self, vault: &Vault, issued: [u8; 8]) -> [u8; 32] {
        vault.blind(&SCOPE, LABEL, &input(self.holder, issued))
    }
}

const SCOPE: Scope<'static> = Scope::installation(Domain::Form);
const LABEL: &str = "form token";

fn input(holder: &[u8; 16], issued: [u8; 8]) -> [u8; 24] {
    let mut input = [0; 24];
    input[..16].copy_from_slice(holder);
    input[16..].copy_from_slice(&issued);
    input
}

/// What the browser says about where a form came from. Fetch metadata decides where it is sent; else `Origin`, which
/// our own pages send as `null`, because they send no referrer (Fetch standard, "append a request `Origin` header"):
/// then the token alone decides.
fn is_foreign(request: &Request, own_origin: &str) -> bool {
    match request.headers().get(FETCH_SITE).map(|site| site.as_bytes()) {
        Some(b"same-origin" | b"none") => false,
        Some(_) => true,
        None => match request.headers().get(ORIGIN).map(|origin| origin.as_bytes()) {
            None | Some(b"null") => false,
            Some(origin) => !origin.eq_ignore_ascii_case(own_origin.as_bytes()),
        },
    }
}

#[cfg(test)]
#[path = "form_guard_tests.rs"]
mod tests;
