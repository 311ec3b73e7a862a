//! From the rules' answers to the interface's records, with every sentence in one language.

use school_types::{Date, Language};
use signpost_rules::{
    Anonymity, Audience, Calendar, Caution, Contact, Content, DateTime, Due, FactGroup, LocalKind, Opening, Place,
    Rank, Service, Situation, SituationEntry, Subject, Voice, WayKind,
};

use crate::bindings::exports::schoolgate::signposting::rules as wit;

pub(crate) fn advice(advice: &signpost_rules::Advice<'_>, audience: Audience, language: Language) -> wit::Advice {
    wit::Advice {
        title: advice.entry.title.say(advice.voice).get(language).to_owned(),
        first: advice.entry.first_for(audience, language),
        answers: advice.answers.iter().map(|one| answer(one, audience, language)).collect(),
    }
}

fn answer(answer: &signpost_rules::Answer<'_>, audience: Audience, language: Language) -> wit::Answer {
    let voice = audience.voice();
    let reasons = answer.reasons.iter().map(|reason| wit::Reason {
        code: reason.as_str().to_owned(),
        sentence: Content::shipped().because(*reason, audience).get(language).to_owned(),
    });
    let (anonymity, cost) = match answer.place {
        Place::National(service) => (service.anonymity, service.cost),
        Place::Local(..) => (Anonymity::NotSaid, None),
    };
    wit::Answer {
        id: answer.place.id().to_owned(),
        name: answer.place.name(language).to_owned(),
        rank: rank(answer.rank),
        reasons: reasons.collect(),
        purpose: answer.place.purpose(voice).get(language).to_owned(),
        not_for: answer.place.not_for(voice).get(language).to_owned(),
        anonymity: self::anonymity(anonymity),
        cost: cost.map(|cost| cost.get(language).to_owned()),
        ages: answer.ages.map(|ages| wit::Ages { youngest: ages.min, oldest: ages.max }),
        opening: opening(answer.opening),
        instead: answer.instead.and_then(|place| u32::try_from(place).ok()),
        ways: answer.ways.iter().map(|one| way(one, language)).collect(),
        cautions: answer.cautions.iter().map(|one| caution(*one, language)).collect(),
    }
}

const fn rank(rank: Rank) -> wit::Rank {
    match rank {
        Rank::Emergency => wit::Rank::Emergency,
        Rank::First => wit::Rank::First,
        Rank::Also => wit::Rank::Also,
    }
}

const fn anonymity(anonymity: Anonymity) -> wit::Anonymity {
    match anonymity {
        Anonymity::Anonymous => wit::Anonymity::Anonymous,
        Anonymity::Optional => wit::Anonymity::Optional,
        Anonymity::UnlessAtRisk => wit::Anonymity::UnlessAtRisk,
        Anonymity::Named => wit::Anonymity::Named,
        Anonymity::NotSaid => wit::Anonymity::NotSaid,
    }
}

fn way(way: &signpost_rules::OpenWay<'_>, language: Language) -> wit::Way {
    wit::Way {
        kind: way_kind(way.contact),
        value: way.contact.value().to_owned(),
        href: way.contact.href(),
        label: way.label.map(|label| label.get(language).to_owned()),
        opening: opening(way.opening),
    }
}

const fn way_kind(contact: &Contact) -> wit::WayKind {
    match contact.kind() {
        WayKind::Phone => wit::WayKind::Phone,
        WayKind::Relay => wit::WayKind::Relay,
        WayKind::Text => wit::WayKind::Text,
        WayKind::Email => wit::WayKind::Email,
        WayKind::Web => wit::WayKind::Web,
    }
}

fn opening(opening: Opening) -> wit::Opening {
    match opening {
        Opening::Answering { until } => wit::Opening::Answering(until.map(moment)),
        Opening::TakesMessages => wit::Opening::TakesMessages,
        Opening::Unknown => wit::Opening::Unknown,
        Opening::Closed { opens } => wit::Opening::Closed(opens.map(moment)),
    }
}

fn caution(caution: Caution, language: Language) -> wit::Caution {
    match caution {
        Caution::Unverified(doubt) => wit::Caution::Unverified(doubt.get(language).to_owned()),
        Caution::LastChecked(date) => wit::Caution::LastChecked(day(date)),
    }
}

pub(crate) fn refusal(refusal: signpost_rules::Refusal) -> wit::Refusal {
    match refusal {
        signpost_rules::Refusal::AgeOutsideAudience => wit::Refusal::AgeOutsideAudience,
    }
}

pub(crate) fn choice(entry: &SituationEntry, audience: Audience, language: Language) -> wit::Choice {
    wit::Choice {
        situation: situation(entry.situation),
        code: entry.situation.as_str().to_owned(),
        title: entry.title.say(audience.voice()).get(language).to_owned(),
    }
}

pub(crate) fn panel_entry(entry: signpost_rules::PanelEntry, language: Language) -> wit::PanelEntry {
    let service = entry.service;
    let ways = service.ways.iter().filter(|way| way.doubt.is_none()).map(|way| wit::PanelWay {
        kind: way_kind(&way.contact),
        value: way.contact.value().to_owned(),
        href: way.contact.href(),
        label: way.label.map(|label| label.get(language).to_owned()),
    });
    wit::PanelEntry {
        id: service.id.as_str().to_owned(),
        name: service.name.get(language).to_owned(),
        purpose: service.purpose.say(Voice::Young).get(language).to_owned(),
        ways: ways.collect(),
        last_checked: entry.last_checked.map(day),
    }
}

pub(crate) fn superseded(service: &Service, gone: &signpost_rules::Superseded, language: Language) -> wit::Superseded {
    let owned = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect();
    let page = service.ways.iter().find(|way| way.contact.kind() == WayKind::Web && way.doubt.is_none());
    wit::Superseded {
        name: gone.name.get(language).to_owned(),
        addresses: owned(gone.addresses),
        phrases: owned(gone.phrases),
        explanation: gone.explanation.get(language).to_owned(),
        replaced_by: service.name.get(language).to_owned(),
        replacement: page.or(service.ways.first()).map(|way| way.contact.href()).unwrap_or_default(),
        since: gone.since.map(day),
    }
}

pub(crate) fn fact_group(group: &Due<'_>, language: Language) -> wit::FactGroup {
    let (subject, facts) = match (group.subject, group.group) {
        (Subject::National(service), group) => (service.name.get(language), facts(group, language)),
        (Subject::Role(role), _) => (role.name.get(language), wit::Facts::LocalRole(local_kind(role.kind))),
        (Subject::Local(kind, name), _) => (name.get(language), wit::Facts::LocalContact(local_kind(kind))),
        (Subject::BankHolidays(calendar), _) => ("", wit::Facts::BankHolidays(self::calendar(calendar))),
    };
    wit::FactGroup {
        subject: subject.to_owned(),
        facts,
        sources: group.sources.iter().map(|page| (*page).to_owned()).collect(),
        last_verified: day(group.last_verified),
        due: day(group.due),
        unverified: group.unverified.map(|doubt| doubt.get(language).to_owned()),
    }
}

fn facts(group: FactGroup<'_>, language: Language) -> wit::Facts {
    match group {
        FactGroup::About | FactGroup::All => wit::Facts::About,
        FactGroup::Who => wit::Facts::Who,
        FactGroup::Way(value) => wit::Facts::Way(value.to_owned()),
        FactGroup::Superseded(name) => wit::Facts::Superseded(name.get(language).to_owned()),
    }
}

pub(crate) const fn local_kind(kind: LocalKind) -> wit::LocalKind {
    match kind {
        LocalKind::SocialCare => wit::LocalKind::SocialCare,
        LocalKind::Lado => wit::LocalKind::Lado,
        LocalKind::Prevent => wit::LocalKind::Prevent,
        LocalKind::OnlineSafety => wit::LocalKind::OnlineSafety,
    }
}

const fn calendar(calendar: Calendar) -> wit::Calendar {
    match calendar {
        Calendar::EnglandAndWales => wit::Calendar::EnglandAndWales,
        Calendar::Scotland => wit::Calendar::Scotland,
        Calendar::NorthernIreland => wit::Calendar::NorthernIreland,
    }
}

pub(crate) const fn situation(situation: Situation) -> wit::Situation {
    match situation {
        Situation::DangerNow => wit::Situation::DangerNow,
        Situation::Hurt => wit::Situation::Hurt,
        Situation::PictureOfMe => wit::Situation::PictureOfMe,
        Situation::OnlineContact => wit::Situation::OnlineContact,
        Situation::SelfHarm => wit::Situation::SelfHarm,
        Situation::Bullying => wit::Situation::Bullying,
        Situation::SawAbusePictures => wit::Situation::SawAbusePictures,
        Situation::UpsettingContent => wit::Situation::UpsettingContent,
        Situation::FakeOrHacked => wit::Situation::FakeOrHacked,
        Situation::Scam => wit::Situation::Scam,
        Situation::Hate => wit::Situation::Hate,
        Situation::Radicalisation => wit::Situation::Radicalisation,
        Situation::AdultAtWork => wit::Situation::AdultAtWork,
        Situation::OwnThoughts => wit::Situation::OwnThoughts,
        Situation::Talk => wit::Situation::Talk,
        Situation::PictureOnDevice => wit::Situation::PictureOnDevice,
        Situation::FilterFailure => wit::Situation::FilterFailure,
    }
}

pub(crate) fn day(date: Date) -> wit::Day {
    wit::Day { year: date.year(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
}

pub(crate) fn moment(at: DateTime) -> wit::Moment {
    wit::Moment { date: day(at.date()), hour: at.hour().unsigned_abs(), minute: at.minute().unsigned_abs() }
}
