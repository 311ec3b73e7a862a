//! The content files as they were when this crate was built.

use school_types::{Language, Nation, Text};

use crate::{
    holidays::BankHolidays,
    phrase::{Phrase, Voiced},
    provenance::Checking,
    service::{LocalRole, Service, ServiceId},
    terms::{Audience, Calendar, Danger, LocalKind, Reason, Situation},
};

/// Everything that staff write without Rust: `content/services.toml`, `content/situations.toml` and
/// `content/bank-holidays.toml`. The build script has checked that it is whole: every place named exists, every audience
/// has its words in every language, every situation has for every audience and nation somebody who answers day and night.
#[derive(Clone, Copy, Debug)]
pub struct Content {
    /// How long facts are good for.
    pub checking: Checking,
    /// The emergency number.
    pub emergency: ServiceId,
    /// Who answers children day and night.
    pub child_lifeline: ServiceId,
    /// Who answers adults day and night.
    pub adult_lifeline: ServiceId,
    /// What the panel on the school's website always shows, in order (P1 2.1).
    pub panel: &'static [ServiceId],
    /// Every national service.
    pub services: &'static [Service],
    /// Every role of a local contact.
    pub local_roles: &'static [LocalRole],
    /// Every situation, in the order of [`Situation::ALL`].
    pub situations: &'static [SituationEntry; Situation::ALL.len()],
    /// The sentence of every reason.
    pub reasons: &'static [(Reason, Voiced)],
    /// Every bank-holiday calendar.
    pub holidays: &'static [BankHolidays],
}

/// What is said and offered in a situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SituationEntry {
    /// Which.
    pub situation: Situation,
    /// Whether somebody may be in danger.
    pub danger: Danger,
    /// Who finds it in their list of choices. Anybody else who asks is answered all the same.
    pub offered_to: &'static [Audience],
    /// The choice as people pick it.
    pub title: Voiced,
    /// What to do first, before any call.
    pub first: Voiced,
    /// What a member of the school's staff has to do besides. Parents and children do not read it.
    pub staff: Option<Phrase>,
    /// Where to turn, the best fit first.
    pub routes: &'static [Route],
}

impl SituationEntry {
    /// What `audience` does first, before any call, in `language`.
    pub fn first_for(&self, audience: Audience, language: Language) -> String {
        let first = self.first.say(audience.voice()).get(language);
        match self.staff.filter(|_| audience == Audience::Staff) {
            Some(staff) => format!("{first} {}", staff.get(language)),
            None => first.to_owned(),
        }
    }
}

/// One place to turn to, for some audiences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// Where.
    pub to: RouteTo,
    /// For whom.
    pub audiences: &'static [Audience],
    /// Why.
    pub reason: Reason,
}

/// A place to turn to, not yet looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteTo {
    /// A national service.
    National(ServiceId),
    /// Whatever the school has entered.
    Local(LocalKind),
}

/// What the build script made of the content files.
mod shipped {
    #![allow(clippy::unreadable_literal, reason = "generated")]

    use jiff::civil::date;
    use school_types::Nation;

    use super::{Content, Route, RouteTo, SituationEntry};
    use crate::{
        contact::Contact,
        holidays::{BankHoliday, BankHolidays},
        hours::{Hours, OnBankHolidays, Span, Timetable},
        phrase::{Phrase, Voiced},
        provenance::{Checking, Provenance},
        service::{LocalRole, Service, ServiceId, ServiceWay, Superseded, Who},
        terms::{Anonymity, Audience, Calendar, Danger, LocalKind, Reason, Situation, WayKind},
    };

    include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
}

impl Content {
    /// The content this crate was built with.
    pub const fn shipped() -> &'static Self {
        &shipped::CONTENT
    }

    /// The national service of this name.
    pub fn service(&self, id: &str) -> Option<&'static Service> {
        self.services.iter().find(|service| service.id.as_str() == id)
    }

    /// What is said and offered in a situation.
    pub const fn situation(&self, situation: Situation) -> &'static SituationEntry {
        // As many as there are situations, in their order: the build script refuses anything else.
        &self.situations[situation as usize]
    }

    /// The situations an audience chooses from, in the order they are offered.
    pub fn choices(&self, audience: Audience) -> impl Iterator<Item = &'static SituationEntry> {
        self.situations.iter().filter(move |entry| entry.offered_to.contains(&audience))
    }

    /// The role of a local contact.
    pub fn local_role(&self, kind: LocalKind) -> Option<&'static LocalRole> {
        self.local_roles.iter().find(|role| role.kind == kind)
    }

    /// The sentence of a reason in the words of an audience.
    pub fn because(&self, reason: Reason, audience: Audience) -> Phrase {
        let sentence = self.reasons.iter().find(|(listed, _)| *listed == reason);
        sentence.map_or(Phrase { en: "", cy: "" }, |(_, sentence)| sentence.say(audience.voice()))
    }

    /// Who answers this audience day and night.
    pub const fn lifeline(&self, audience: Audience) -> ServiceId {
        if audience.is_child() { self.child_lifeline } else { self.adult_lifeline }
    }
}

/// The bank holidays of a nation.
pub const fn calendar_of(nation: Nation) -> Calendar {
    match nation {
        Nation::England | Nation::Wales => Calendar::EnglandAndWales,
        Nation::Scotland => Calendar::Scotland,
        Nation::NorthernIreland => Calendar::NorthernIreland,
    }
}

/// A name that is compiled in or comes from the school's profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name<'a> {
    /// Compiled in.
    Shipped(Phrase),
    /// The school's own.
    Own(&'a Text),
}

impl<'a> Name<'a> {
    /// The name in `language`, in English where the school has given no other.
    pub fn get(self, language: Language) -> &'a str {
        match self {
            Self::Shipped(phrase) => phrase.get(language),
            Self::Own(text) => text.get(language),
        }
    }
}
