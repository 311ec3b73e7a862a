//! From the interface's records to the rules' own types. What does not fit is refused, without a word of what was sent.

use school_types::{Date, Nation, Text};
use signpost_rules::{
    Audience, Calendar, Contact, DateTime, Hours, LocalContact, LocalContacts, LocalKind, LocalWay, OnBankHolidays,
    Situation, Span, Timetable, WayKind,
};

use crate::{
    bindings::exports::schoolgate::signposting::rules as wit,
    told::{local_kind, situation as told_situation},
};

pub(crate) const fn language(language: wit::Language) -> school_types::Language {
    match language {
        wit::Language::En => school_types::Language::En,
        wit::Language::Cy => school_types::Language::Cy,
    }
}

pub(crate) const fn audience(audience: wit::Audience) -> Audience {
    match audience {
        wit::Audience::UnderEleven => Audience::Under11,
        wit::Audience::ElevenToEighteen => Audience::From11To18,
        wit::Audience::Parent => Audience::Parent,
        wit::Audience::Staff => Audience::Staff,
        wit::Audience::OtherAdult => Audience::Public,
    }
}

pub(crate) fn situation(situation: wit::Situation) -> Situation {
    // The two lists are the same; a test compares them.
    let same = |listed: &&Situation| told_situation(**listed) == situation;
    Situation::ALL.iter().find(same).copied().unwrap_or(Situation::Talk)
}

pub(crate) const fn nation(nation: wit::Nation) -> Nation {
    match nation {
        wit::Nation::England => Nation::England,
        wit::Nation::Wales => Nation::Wales,
        wit::Nation::Scotland => Nation::Scotland,
        wit::Nation::NorthernIreland => Nation::NorthernIreland,
    }
}

pub(crate) fn day(day: wit::Day) -> Result<Date, wit::Refusal> {
    let small = |number: u8| i8::try_from(number).ok();
    let date = small(day.month).zip(small(day.day)).and_then(|(month, number)| Date::new(day.year, month, number).ok());
    date.ok_or(wit::Refusal::NoSuchMoment)
}

pub(crate) fn moment(moment: wit::Moment) -> Result<DateTime, wit::Refusal> {
    let date = day(moment.date)?;
    match (i8::try_from(moment.hour), i8::try_from(moment.minute)) {
        (Ok(hour @ 0..24), Ok(minute @ 0..60)) => Ok(date.at(hour, minute, 0, 0)),
        _ => Err(wit::Refusal::NoSuchMoment),
    }
}

pub(crate) fn contacts(given: wit::LocalContacts) -> Result<LocalContacts, wit::Refusal> {
    let mut contacts = LocalContacts::default();
    let all = [
        (LocalKind::SocialCare, given.social_care),
        (LocalKind::Lado, given.lado),
        (LocalKind::Prevent, given.prevent),
        (LocalKind::OnlineSafety, given.online_safety),
    ];
    for (kind, given) in all {
        if let Some(given) = given {
            contacts.set(kind, contact(kind, given)?);
        }
    }
    Ok(contacts)
}

fn contact(kind: LocalKind, given: wit::LocalContact) -> Result<LocalContact, wit::Refusal> {
    let bad = |problem: String| wit::Refusal::BadContact(wit::BadContact { kind: local_kind(kind), problem });
    let mut ways = Vec::with_capacity(given.ways.len());
    for way in given.ways {
        let contact = Contact::new(way_kind(way.kind), way.value).map_err(|error| bad(error.to_string()))?;
        ways.push(LocalWay { contact, hours: hours(&way.hours).map_err(|problem| bad(problem.to_owned()))? });
    }
    let last_verified = day(given.last_verified)?;
    LocalContact::new(Text::english(given.name), ways, given.takes_public, given.sources, last_verified)
        .map_err(|error| bad(error.to_string()))
}

const fn way_kind(kind: wit::WayKind) -> WayKind {
    match kind {
        wit::WayKind::Phone => WayKind::Phone,
        wit::WayKind::Relay => WayKind::Relay,
        wit::WayKind::Text => WayKind::Text,
        wit::WayKind::Email => WayKind::Email,
        wit::WayKind::Web => WayKind::Web,
    }
}

fn hours(given: &wit::Hours) -> Result<Hours, &'static str> {
    Ok(match given {
        wit::Hours::Always => Hours::Always,
        wit::Hours::Messages => Hours::Messages,
        wit::Hours::Unknown => Hours::Unknown,
        wit::Hours::Timetable(table) => Hours::Timetable(timetable(table)?),
        wit::Hours::Outside(table) => Hours::Outside(timetable(table)?),
    })
}

fn timetable(given: &wit::Timetable) -> Result<Timetable, &'static str> {
    let spans = [given.weekdays, given.saturday, given.sunday].map(|given| given.map(span).transpose());
    let [weekdays, saturday, sunday] = spans;
    let bank_holidays = match given.bank_holidays {
        wit::OnBankHolidays::Closed => OnBankHolidays::Closed,
        wit::OnBankHolidays::AsUsual => OnBankHolidays::AsUsual,
        wit::OnBankHolidays::Other(other) => OnBankHolidays::Other(span(other)?),
    };
    Timetable::new(weekdays?, saturday?, sunday?, bank_holidays, given.calendar.map(calendar))
}

fn span(given: wit::Span) -> Result<Span, &'static str> {
    Span::new(given.opens, given.closes)
}

const fn calendar(calendar: wit::Calendar) -> Calendar {
    match calendar {
        wit::Calendar::EnglandAndWales => Calendar::EnglandAndWales,
        wit::Calendar::Scotland => Calendar::Scotland,
        wit::Calendar::NorthernIreland => Calendar::NorthernIreland,
    }
}
