//! The shapes of the three content files. A field that is missing, misspelt or of the wrong form is an error with its
//! line.

use jiff::civil::Date;
use school_types::Nation;
use serde::{Deserialize, Deserializer, de};
use toml::value::Datetime;

use crate::{
    contact::Contact,
    hours::Hours,
    terms::{Anonymity, Audience, Calendar, Danger, LocalKind, Reason, Situation, Voice, WayKind},
};

/// The content files, read.
pub(crate) struct Files {
    pub(crate) services: ServicesFile,
    pub(crate) situations: SituationsFile,
    pub(crate) holidays: HolidaysFile,
}

/// Reads the three files.
pub(crate) fn read(services: &str, situations: &str, holidays: &str) -> Result<Files, String> {
    let problem = |file: &str, error: toml::de::Error| format!("content/{file}: {error}");
    Ok(Files {
        services: toml::from_str(services).map_err(|error| problem("services.toml", error))?,
        situations: toml::from_str(situations).map_err(|error| problem("situations.toml", error))?,
        holidays: toml::from_str(holidays).map_err(|error| problem("bank-holidays.toml", error))?,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ServicesFile {
    pub(crate) emergency: String,
    pub(crate) child_lifeline: String,
    pub(crate) adult_lifeline: String,
    pub(crate) panel: Vec<String>,
    pub(crate) checking: Checking,
    #[serde(rename = "service")]
    pub(crate) services: Vec<Service>,
    #[serde(rename = "local")]
    pub(crate) locals: Vec<Local>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Checking {
    pub(crate) every_months: u8,
    pub(crate) withdrawn_after_months: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Service {
    pub(crate) id: String,
    pub(crate) name: Phrase,
    #[serde(default)]
    pub(crate) lifeline: bool,
    #[serde(rename = "for")]
    pub(crate) purpose: Voiced,
    pub(crate) not_for: Voiced,
    pub(crate) about: About,
    pub(crate) who: Who,
    #[serde(rename = "way")]
    pub(crate) ways: Vec<Way>,
    #[serde(default)]
    pub(crate) supersedes: Vec<Superseded>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct About {
    pub(crate) anonymous: Anonymity,
    pub(crate) cost: Option<Phrase>,
    pub(crate) unverified: Option<Phrase>,
    pub(crate) source: Vec<String>,
    #[serde(deserialize_with = "day")]
    pub(crate) last_verified: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Who {
    pub(crate) audiences: Vec<Audience>,
    #[serde(default)]
    pub(crate) unverified_audiences: Vec<Audience>,
    pub(crate) nations: Vec<Nation>,
    #[serde(default)]
    pub(crate) unverified_nations: Vec<Nation>,
    pub(crate) min_age: Option<u8>,
    pub(crate) max_age: Option<u8>,
    #[serde(default)]
    pub(crate) says_ages: bool,
    pub(crate) unverified: Option<Phrase>,
    pub(crate) source: Vec<String>,
    #[serde(deserialize_with = "day")]
    pub(crate) last_verified: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Way {
    phone: Option<String>,
    relay: Option<String>,
    text: Option<String>,
    email: Option<String>,
    web: Option<String>,
    pub(crate) label: Option<Phrase>,
    pub(crate) hours: Hours,
    pub(crate) unverified: Option<Phrase>,
    pub(crate) hours_unverified: Option<Phrase>,
    pub(crate) source: Vec<String>,
    #[serde(deserialize_with = "day")]
    pub(crate) last_verified: Date,
}

impl Way {
    /// The one number or address of this way.
    pub(crate) fn contact(&self) -> Result<Contact, String> {
        let given = [
            (WayKind::Phone, &self.phone),
            (WayKind::Relay, &self.relay),
            (WayKind::Text, &self.text),
            (WayKind::Email, &self.email),
            (WayKind::Web, &self.web),
        ];
        let mut given = given.into_iter().filter_map(|(kind, value)| Some((kind, value.clone()?)));
        match (given.next(), given.next()) {
            (Some((kind, value)), None) => Contact::new(kind, value).map_err(|error| error.to_string()),
            _ => Err("a way has exactly one of phone, relay, text, email and web".to_owned()),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Superseded {
    pub(crate) name: Phrase,
    #[serde(default)]
    pub(crate) addresses: Vec<String>,
    #[serde(default)]
    pub(crate) phrases: Vec<String>,
    pub(crate) explanation: Phrase,
    #[serde(default, deserialize_with = "maybe_day")]
    pub(crate) since: Option<Date>,
    pub(crate) source: Vec<String>,
    #[serde(deserialize_with = "day")]
    pub(crate) last_verified: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Local {
    pub(crate) kind: LocalKind,
    pub(crate) name: Phrase,
    #[serde(rename = "for")]
    pub(crate) purpose: Voiced,
    pub(crate) not_for: Voiced,
    pub(crate) nations: Vec<Nation>,
    pub(crate) audiences: Vec<Audience>,
    pub(crate) public_audiences: Vec<Audience>,
    pub(crate) source: Vec<String>,
    #[serde(deserialize_with = "day")]
    pub(crate) last_verified: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SituationsFile {
    #[serde(rename = "reason")]
    pub(crate) reasons: Vec<ReasonEntry>,
    #[serde(rename = "situation")]
    pub(crate) situations: Vec<SituationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReasonEntry {
    pub(crate) id: Reason,
    pub(crate) text: Voiced,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SituationEntry {
    pub(crate) id: Situation,
    pub(crate) danger: Danger,
    pub(crate) offered_to: Vec<Audience>,
    pub(crate) title: Voiced,
    pub(crate) first: Voiced,
    pub(crate) staff: Option<Phrase>,
    #[serde(rename = "route")]
    pub(crate) routes: Vec<Route>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Route {
    pub(crate) service: Option<String>,
    pub(crate) local: Option<LocalKind>,
    pub(crate) audiences: Vec<Audience>,
    pub(crate) reason: Reason,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HolidaysFile {
    #[serde(rename = "calendar")]
    pub(crate) calendars: Vec<CalendarEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CalendarEntry {
    pub(crate) id: Calendar,
    pub(crate) first_year: i16,
    pub(crate) last_year: i16,
    pub(crate) source: Vec<String>,
    #[serde(deserialize_with = "day")]
    pub(crate) last_verified: Date,
    #[serde(rename = "day")]
    pub(crate) days: Vec<Holiday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Holiday {
    #[serde(deserialize_with = "day")]
    pub(crate) date: Date,
    pub(crate) name: Phrase,
}

/// A sentence in every language.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrase {
    pub(crate) en: String,
    pub(crate) cy: String,
}

/// A sentence in the words of up to three audiences.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Voiced {
    #[serde(rename = "under-11")]
    pub(crate) under_11: Option<Phrase>,
    pub(crate) young: Option<Phrase>,
    pub(crate) adult: Option<Phrase>,
}

impl Voiced {
    /// The sentence of exactly this voice.
    pub(crate) fn own(&self, voice: Voice) -> Option<&Phrase> {
        match voice {
            Voice::Under11 => self.under_11.as_ref(),
            Voice::Young => self.young.as_ref(),
            Voice::Adult => self.adult.as_ref(),
        }
    }

    /// Every sentence there is.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Phrase> {
        [&self.under_11, &self.young, &self.adult].into_iter().flatten()
    }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let written = Datetime::deserialize(deserializer)?;
    match written.date {
        Some(_) if written.time.is_none() => written.to_string().parse().map_err(de::Error::custom),
        _ => Err(de::Error::custom("a day is written 2026-08-01")),
    }
}

fn maybe_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    day(deserializer).map(Some)
}
