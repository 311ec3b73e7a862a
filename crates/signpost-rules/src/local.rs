//! The contacts of the school's own area, from its profile.

use jiff::civil::Date;
use school_types::Text;
use serde::{Deserialize, Serialize};

use crate::{
    contact::{Contact, NotAContact},
    hours::Hours,
    terms::{LocalKind, WayKind},
};

/// The contacts of the school's area. Each is optional: a school that has not entered one gets the national answers.
///
/// In a profile it is the table `[local_contacts]`:
///
/// ```toml
/// [local_contacts]
/// authority = { en = "Elm Vale Council" }
///
/// [local_contacts.lado]
/// name = { en = "Elm Vale LADO" }
/// ways = [{ phone = "01632 960011", hours = { weekdays = "09:00-17:00", bank_holidays = "closed" } }]
/// takes_public = false
/// source = ["example.org/lado"]
/// last_verified = "2026-09-01"
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LocalContacts {
    /// The authority they belong to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<Text>,
    /// Children's social care.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub social_care: Option<LocalContact>,
    /// The local authority designated officer; not used outside England.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lado: Option<LocalContact>,
    /// The Prevent team or officer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prevent: Option<LocalContact>,
    /// The authority's online-safety officer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online_safety: Option<LocalContact>,
}

impl LocalContacts {
    /// The contact of this kind, if the school has entered one.
    pub const fn get(&self, kind: LocalKind) -> Option<&LocalContact> {
        match kind {
            LocalKind::SocialCare => self.social_care.as_ref(),
            LocalKind::Lado => self.lado.as_ref(),
            LocalKind::Prevent => self.prevent.as_ref(),
            LocalKind::OnlineSafety => self.online_safety.as_ref(),
        }
    }

    /// Whether the school has entered nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Enters `contact`, in place of what was there.
    pub fn set(&mut self, kind: LocalKind, contact: LocalContact) {
        let place = match kind {
            LocalKind::SocialCare => &mut self.social_care,
            LocalKind::Lado => &mut self.lado,
            LocalKind::Prevent => &mut self.prevent,
            LocalKind::OnlineSafety => &mut self.online_safety,
        };
        *place = Some(contact);
    }
}

/// One contact of the area. Has at least one way and one source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "LocalContactText")]
pub struct LocalContact {
    name: Text,
    ways: Vec<LocalWay>,
    takes_public: bool,
    source: Vec<String>,
    last_verified: Date,
}

/// One way of reaching a local contact.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "LocalWayText")]
pub struct LocalWay {
    /// The number or address.
    pub contact: Contact,
    /// When it is open.
    pub hours: Hours,
}

/// Why something is not a contact of the area. Carries nothing of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLocalContact {
    /// No way of reaching it.
    #[error("a local contact needs a number or an address")]
    NoWay,
    /// Nobody could check it again.
    #[error("a local contact needs the page its number was read on")]
    NoSource,
    /// A way without, or with more than one, number or address.
    #[error("a way has exactly one of phone, relay, text, email and web")]
    NotOneContact,
    /// A number or address has not the form of its kind.
    #[error(transparent)]
    Contact(#[from] NotAContact),
}

impl LocalContact {
    /// A contact read from `source` and last compared with it on `last_verified`.
    ///
    /// # Errors
    /// [`BadLocalContact::NoWay`] or [`BadLocalContact::NoSource`] if `ways` or `source` is empty.
    pub fn new(
        name: Text,
        ways: Vec<LocalWay>,
        takes_public: bool,
        source: Vec<String>,
        last_verified: Date,
    ) -> Result<Self, BadLocalContact> {
        if ways.is_empty() {
            return Err(BadLocalContact::NoWay);
        }
        if source.is_empty() || source.iter().any(|page| page.trim().is_empty()) {
            return Err(BadLocalContact::NoSource);
        }
        Ok(Self { name, ways, takes_public, source, last_verified })
    }

    /// Its name in the area: "Elm Vale children's services".
    pub const fn name(&self) -> &Text {
        &self.name
    }

    /// How it is reached, the best way first.
    pub fn ways(&self) -> &[LocalWay] {
        &self.ways
    }

    /// Whether parents and other adults may turn to it themselves.
    pub const fn takes_public(&self) -> bool {
        self.takes_public
    }

    /// Where the school read it.
    pub fn source(&self) -> &[String] {
        &self.source
    }

    /// When the school last compared it with its source.
    pub const fn last_verified(&self) -> Date {
        self.last_verified
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocalContactText {
    name: Text,
    ways: Vec<LocalWay>,
    takes_public: bool,
    source: Vec<String>,
    last_verified: Date,
}

impl TryFrom<LocalContactText> for LocalContact {
    type Error = BadLocalContact;

    fn try_from(text: LocalContactText) -> Result<Self, BadLocalContact> {
        Self::new(text.name, text.ways, text.takes_public, text.source, text.last_verified)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocalWayText {
    phone: Option<String>,
    relay: Option<String>,
    text: Option<String>,
    email: Option<String>,
    web: Option<String>,
    hours: Hours,
}

impl TryFrom<LocalWayText> for LocalWay {
    type Error = BadLocalContact;

    fn try_from(way: LocalWayText) -> Result<Self, BadLocalContact> {
        let given = [
            (WayKind::Phone, way.phone),
            (WayKind::Relay, way.relay),
            (WayKind::Text, way.text),
            (WayKind::Email, way.email),
            (WayKind::Web, way.web),
        ];
        let mut contacts = given.into_iter().filter_map(|(kind, value)| Some((kind, value?)));
        let Some((kind, value)) = contacts.next() else { return Err(BadLocalContact::NotOneContact) };
        if contacts.next().is_some() {
            return Err(BadLocalContact::NotOneContact);
        }
        Ok(Self { contact: Contact::new(kind, value)?, hours: way.hours })
    }
}
