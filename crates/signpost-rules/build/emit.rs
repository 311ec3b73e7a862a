//! Writes the checked content as Rust constants.

use std::fmt::Debug;

use jiff::civil::Date;

use crate::{
    contact::Contact,
    hours::{Hours, OnBankHolidays, Span, Timetable},
    shape::{CalendarEntry, Files, Local, Phrase, Route, Service, SituationEntry, Superseded, Voiced, Way, Who},
};

/// The whole content as `static CONTENT`.
pub(crate) fn content(files: &Files) -> String {
    let services = &files.services;
    let checking = &services.checking;
    let reasons = list(&files.situations.reasons, |entry| format!("(Reason::{:?}, {})", entry.id, voiced(&entry.text)));
    format!(
        "/// The content files, compiled.\n\
         pub(super) static CONTENT: Content = Content {{ \
         checking: Checking {{ every_months: {}, withdrawn_after_months: {} }}, \
         emergency: {}, child_lifeline: {}, adult_lifeline: {}, panel: {}, services: {}, local_roles: {}, situations: {}, \
         reasons: {reasons}, holidays: {} }};\n",
        checking.every_months,
        checking.withdrawn_after_months,
        id(&services.emergency),
        id(&services.child_lifeline),
        id(&services.adult_lifeline),
        list(&services.panel, |name| id(name)),
        list(&services.services, service),
        list(&services.locals, local),
        list(&files.situations.situations, situation),
        list(&files.holidays.calendars, calendar),
    )
}

fn service(service: &Service) -> String {
    let about = &service.about;
    format!(
        "Service {{ id: {}, name: {}, lifeline: {}, purpose: {}, not_for: {}, anonymity: Anonymity::{:?}, cost: {}, \
         about: {}, doubt: {}, who: {}, ways: {}, supersedes: {} }}",
        id(&service.id),
        phrase(&service.name),
        service.lifeline,
        voiced(&service.purpose),
        voiced(&service.not_for),
        about.anonymous,
        option(about.cost.as_ref(), phrase),
        provenance(&about.source, about.last_verified),
        option(about.unverified.as_ref(), phrase),
        who(&service.who),
        list(&service.ways, way),
        list(&service.supersedes, superseded),
    )
}

fn who(who: &Who) -> String {
    format!(
        "Who {{ audiences: {}, unverified_audiences: {}, nations: {}, unverified_nations: {}, min_age: {:?}, max_age: {:?}, \
         says_ages: {}, doubt: {}, provenance: {} }}",
        words("Audience", &who.audiences),
        words("Audience", &who.unverified_audiences),
        words("Nation", &who.nations),
        words("Nation", &who.unverified_nations),
        who.min_age,
        who.max_age,
        who.says_ages,
        option(who.unverified.as_ref(), phrase),
        provenance(&who.source, who.last_verified),
    )
}

fn way(way: &Way) -> String {
    // The check has made sure that there is one.
    let contact = way.contact().map(|contact| shipped(&contact)).unwrap_or_default();
    format!(
        "ServiceWay {{ contact: {contact}, label: {}, hours: {}, doubt: {}, hours_doubt: {}, provenance: {} }}",
        option(way.label.as_ref(), phrase),
        hours(&way.hours),
        option(way.unverified.as_ref(), phrase),
        option(way.hours_unverified.as_ref(), phrase),
        provenance(&way.source, way.last_verified),
    )
}

fn shipped(contact: &Contact) -> String {
    format!("Contact::shipped(WayKind::{:?}, {:?})", contact.kind(), contact.value())
}

fn superseded(gone: &Superseded) -> String {
    format!(
        "Superseded {{ name: {}, addresses: &{:?}, phrases: &{:?}, explanation: {}, since: {}, provenance: {} }}",
        phrase(&gone.name),
        gone.addresses,
        gone.phrases,
        phrase(&gone.explanation),
        option(gone.since, day),
        provenance(&gone.source, gone.last_verified),
    )
}

fn local(local: &Local) -> String {
    format!(
        "LocalRole {{ kind: LocalKind::{:?}, name: {}, purpose: {}, not_for: {}, nations: {}, audiences: {}, \
         public_audiences: {}, provenance: {} }}",
        local.kind,
        phrase(&local.name),
        voiced(&local.purpose),
        voiced(&local.not_for),
        words("Nation", &local.nations),
        words("Audience", &local.audiences),
        words("Audience", &local.public_audiences),
        provenance(&local.source, local.last_verified),
    )
}

fn situation(entry: &SituationEntry) -> String {
    format!(
        "SituationEntry {{ situation: Situation::{:?}, danger: Danger::{:?}, offered_to: {}, title: {}, first: {}, \
         staff: {}, routes: {} }}",
        entry.id,
        entry.danger,
        words("Audience", &entry.offered_to),
        voiced(&entry.title),
        voiced(&entry.first),
        option(entry.staff.as_ref(), phrase),
        list(&entry.routes, route),
    )
}

fn route(route: &Route) -> String {
    // The check has made sure that it leads to exactly one of the two.
    let national = route.service.iter().map(|service| format!("RouteTo::National({})", id(service)));
    let local = route.local.iter().map(|kind| format!("RouteTo::Local(LocalKind::{kind:?})"));
    let to: String = national.chain(local).collect();
    format!(
        "Route {{ to: {to}, audiences: {}, reason: Reason::{:?} }}",
        words("Audience", &route.audiences),
        route.reason
    )
}

fn calendar(entry: &CalendarEntry) -> String {
    format!(
        "BankHolidays {{ calendar: Calendar::{:?}, first_year: {}, last_year: {}, days: {}, provenance: {} }}",
        entry.id,
        entry.first_year,
        entry.last_year,
        list(&entry.days, |holiday| {
            format!("BankHoliday {{ date: {}, name: {} }}", day(holiday.date), phrase(&holiday.name))
        }),
        provenance(&entry.source, entry.last_verified),
    )
}

fn hours(hours: &Hours) -> String {
    match hours {
        Hours::Always => "Hours::Always".to_owned(),
        Hours::Messages => "Hours::Messages".to_owned(),
        Hours::Unknown => "Hours::Unknown".to_owned(),
        Hours::Timetable(table) => format!("Hours::Timetable({})", timetable(table)),
        Hours::Outside(table) => format!("Hours::Outside({})", timetable(table)),
    }
}

fn timetable(table: &Timetable) -> String {
    let bank_holidays = match table.bank_holidays {
        OnBankHolidays::Closed => "OnBankHolidays::Closed".to_owned(),
        OnBankHolidays::AsUsual => "OnBankHolidays::AsUsual".to_owned(),
        OnBankHolidays::Other(other) => format!("OnBankHolidays::Other({})", span(other)),
    };
    format!(
        "Timetable {{ weekdays: {}, saturday: {}, sunday: {}, bank_holidays: {bank_holidays}, calendar: {} }}",
        option(table.weekdays, span),
        option(table.saturday, span),
        option(table.sunday, span),
        option(table.calendar, |calendar| format!("Calendar::{calendar:?}")),
    )
}

fn span(span: Span) -> String {
    let (from, to) = span.minutes();
    format!("Span {{ from: {from}, to: {to} }}")
}

fn provenance(source: &[String], last_verified: Date) -> String {
    format!("Provenance {{ sources: &{source:?}, last_verified: {} }}", day(last_verified))
}

fn day(date: Date) -> String {
    format!("date({}, {}, {})", date.year(), date.month(), date.day())
}

fn id(id: &str) -> String {
    format!("ServiceId({id:?})")
}

fn phrase(phrase: &Phrase) -> String {
    format!("Phrase {{ en: {:?}, cy: {:?} }}", phrase.en, phrase.cy)
}

fn voiced(text: &Voiced) -> String {
    format!(
        "Voiced {{ under_11: {}, young: {}, adult: {} }}",
        option(text.under_11.as_ref(), phrase),
        option(text.young.as_ref(), phrase),
        option(text.adult.as_ref(), phrase),
    )
}

fn words<T: Debug>(list: &str, words: &[T]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("{list}::{word:?}")).collect();
    format!("&[{}]", words.join(", "))
}

fn list<T>(items: &[T], one: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(one).collect();
    format!("&[{}]", items.join(", "))
}

fn option<T>(value: Option<T>, one: impl Fn(T) -> String) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({})", one(value)))
}
