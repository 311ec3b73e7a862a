//! A national service, as `content/services.toml` describes it, and the roles of local ones.

use std::fmt;

use jiff::civil::Date;
use school_types::Nation;

use crate::{
    contact::Contact,
    hours::Hours,
    phrase::{Phrase, Voiced},
    provenance::Provenance,
    terms::{Anonymity, Audience, LocalKind},
};

/// The name of a service in data and addresses: `childline`. Only the content has them, so one in hand names a service
/// that exists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(pub(crate) &'static str);

impl ServiceId {
    /// The name itself.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Debug for ServiceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ServiceId({})", self.0)
    }
}

/// A national service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name in data.
    pub id: ServiceId,
    /// Its name for people.
    pub name: Phrase,
    /// Kept, with its date, however old its last check is: no answer would be worse. Only services that answer day and
    /// night and whose number could not go to anybody else.
    pub lifeline: bool,
    /// What it is for, for whom it is written.
    pub purpose: Voiced,
    /// What it is not for, or will not do.
    pub not_for: Voiced,
    /// Whether one may stay unknown to it.
    pub anonymity: Anonymity,
    /// What a call costs and whether it shows on a bill, where that has been read.
    pub cost: Option<Phrase>,
    /// Where purpose, limits, anonymity and cost were read.
    pub about: Provenance,
    /// Why the whole entry is not established; shown to staff alone, and then the entry too.
    pub doubt: Option<Phrase>,
    /// Who may use it.
    pub who: Who,
    /// How it is reached, the best way first.
    pub ways: &'static [ServiceWay],
    /// What it replaced.
    pub supersedes: &'static [Superseded],
}

/// Who may use a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    /// Those who may.
    pub audiences: &'static [Audience],
    /// Those of whom it is not established; it is shown to them only if they are staff.
    pub unverified_audiences: &'static [Audience],
    /// Where.
    pub nations: &'static [Nation],
    /// Where it is not established; shown there to staff alone.
    pub unverified_nations: &'static [Nation],
    /// Youngest age it takes.
    pub min_age: Option<u8>,
    /// Oldest age it takes.
    pub max_age: Option<u8>,
    /// Whether it is shown, with its ages in plain sight, to an audience of which it takes only some when nobody has asked
    /// the age. Otherwise it is left out until the age is known.
    pub says_ages: bool,
    /// What exactly is not established.
    pub doubt: Option<Phrase>,
    /// Where this was read.
    pub provenance: Provenance,
}

/// One way of reaching a national service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceWay {
    /// The number or address.
    pub contact: Contact,
    /// What it is, where its kind does not say: "one-to-one chat".
    pub label: Option<Phrase>,
    /// When it is open.
    pub hours: Hours,
    /// Why this number or address is not established; shown to staff alone, and then the way too.
    pub doubt: Option<Phrase>,
    /// What is believed of the hours and not established; the hours themselves are then unknown.
    pub hours_doubt: Option<Phrase>,
    /// Where number and hours were read.
    pub provenance: Provenance,
}

/// A service or address that is gone and is never shown; the publication checker looks for it (R39).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Superseded {
    /// What it was called.
    pub name: Phrase,
    /// Its dead hosts and mailboxes, in lower case: `actionfraud.police.uk`, `@education.gsi.gov.uk`.
    pub addresses: &'static [&'static str],
    /// What pages still call it, to look for without regard to case.
    pub phrases: &'static [&'static str],
    /// What to say of it.
    pub explanation: Phrase,
    /// Since when it is gone, where that has been read.
    pub since: Option<Date>,
    /// Where this was read.
    pub provenance: Provenance,
}

/// What a contact of the school's own area is for, and who is told of it. The number comes from the school's profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalRole {
    /// Which.
    pub kind: LocalKind,
    /// What it is called in general.
    pub name: Phrase,
    /// What it is for.
    pub purpose: Voiced,
    /// What it is not for.
    pub not_for: Voiced,
    /// Where there is such a thing.
    pub nations: &'static [Nation],
    /// Who is told of it.
    pub audiences: &'static [Audience],
    /// Who else is told of it where the profile says that it takes the public.
    pub public_audiences: &'static [Audience],
    /// Where this was read.
    pub provenance: Provenance,
}
