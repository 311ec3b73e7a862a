#![doc = include_str!("../README.md")]

mod advice;
mod candidate;
mod contact;
mod content;
mod due;
mod holidays;
mod hours;
mod local;
mod panel;
mod phrase;
mod provenance;
mod service;
mod stored;
mod terms;

pub use advice::{Advice, Ages, Answer, Caution, OpenWay, Place, Question, Rank, Refusal, advise};
pub use contact::{Contact, NotAContact};
pub use content::{Content, Name, Route, RouteTo, SituationEntry, calendar_of};
pub use due::{Due, FactGroup, Subject, due, every};
pub use holidays::{BankHoliday, BankHolidays};
pub use hours::{Hours, OnBankHolidays, Opening, Span, Timetable};
pub use jiff::civil::DateTime;
pub use local::{BadLocalContact, LocalContact, LocalContacts, LocalWay};
pub use panel::{PanelEntry, panel, superseded};
pub use phrase::{Phrase, Voiced};
pub use provenance::{Age, Checking, Provenance};
pub use service::{LocalRole, Service, ServiceId, ServiceWay, Superseded, Who};
pub use terms::{Anonymity, Audience, Calendar, Danger, LocalKind, Reason, Situation, UnknownTerm, Voice, WayKind};
