//! The shape of the data; README.md describes it to those who read it.

use std::fmt::Display;

use school_types::{Date, Language};
use serde::Serialize;
use signpost_rules::Question;

use crate::rules::{date, wit};

/// The answer, with the question as it was understood.
#[derive(Serialize)]
pub(crate) struct Answered<'a> {
    situation: &'static str,
    audience: &'static str,
    age: Option<u8>,
    nation: school_types::Nation,
    at: String,
    language: &'static str,
    title: &'a str,
    first: &'a str,
    answers: Vec<Answer<'a>>,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    name: &'a str,
    rank: &'static str,
    reasons: Vec<Reason<'a>>,
    purpose: &'a str,
    not_for: &'a str,
    anonymity: &'static str,
    cost: Option<&'a str>,
    ages: Option<Ages>,
    opening: Opening,
    instead: Option<u32>,
    ways: Vec<Way<'a>>,
    cautions: Vec<Caution<'a>>,
}

#[derive(Serialize)]
struct Reason<'a> {
    code: &'a str,
    sentence: &'a str,
}

#[derive(Serialize)]
struct Ages {
    youngest: Option<u8>,
    oldest: Option<u8>,
}

#[derive(Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
enum Opening {
    Answering { until: Option<String> },
    TakesMessages,
    Unknown,
    Closed { opens: Option<String> },
}

#[derive(Serialize)]
struct Way<'a> {
    kind: &'static str,
    value: &'a str,
    href: &'a str,
    label: Option<&'a str>,
    opening: Opening,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Caution<'a> {
    Unverified { text: &'a str },
    LastChecked { date: String },
}

/// The data of `advice`, the answer to `question`.
pub(crate) fn answer<'a>(question: &Question<'_>, language: Language, advice: &'a wit::Advice) -> Answered<'a> {
    let at = question.at;
    Answered {
        situation: question.situation.as_str(),
        audience: question.audience.as_str(),
        age: question.age,
        nation: question.nation,
        at: minute(at.date(), at.hour(), at.minute()),
        language: language.tag(),
        title: &advice.title,
        first: &advice.first,
        answers: advice.answers.iter().map(place).collect(),
    }
}

fn place(answer: &wit::Answer) -> Answer<'_> {
    Answer {
        id: &answer.id,
        name: &answer.name,
        rank: match answer.rank {
            wit::Rank::Emergency => "emergency",
            wit::Rank::First => "first",
            wit::Rank::Also => "also",
        },
        reasons: answer.reasons.iter().map(|one| Reason { code: &one.code, sentence: &one.sentence }).collect(),
        purpose: &answer.purpose,
        not_for: &answer.not_for,
        anonymity: match answer.anonymity {
            wit::Anonymity::Anonymous => "anonymous",
            wit::Anonymity::Optional => "optional",
            wit::Anonymity::UnlessAtRisk => "unless-at-risk",
            wit::Anonymity::Named => "named",
            wit::Anonymity::NotSaid => "not-said",
        },
        cost: answer.cost.as_deref(),
        ages: answer.ages.map(|ages| Ages { youngest: ages.youngest, oldest: ages.oldest }),
        opening: opening(answer.opening),
        instead: answer.instead,
        ways: answer.ways.iter().map(way).collect(),
        cautions: answer.cautions.iter().map(caution).collect(),
    }
}

fn opening(opening: wit::Opening) -> Opening {
    match opening {
        wit::Opening::Answering(until) => Opening::Answering { until: until.map(moment) },
        wit::Opening::TakesMessages => Opening::TakesMessages,
        wit::Opening::Unknown => Opening::Unknown,
        wit::Opening::Closed(opens) => Opening::Closed { opens: opens.map(moment) },
    }
}

fn moment(at: wit::Moment) -> String {
    minute(date(at.date), at.hour, at.minute)
}

/// A time in London, to the minute: `2026-03-03T16:05`.
fn minute(date: Date, hour: impl Display, minute: impl Display) -> String {
    format!("{date}T{hour:0>2}:{minute:0>2}")
}

fn way(way: &wit::Way) -> Way<'_> {
    let kind = match way.kind {
        wit::WayKind::Phone => "phone",
        wit::WayKind::Relay => "relay",
        wit::WayKind::Text => "text",
        wit::WayKind::Email => "email",
        wit::WayKind::Web => "web",
    };
    let label = way.label.as_deref();
    Way { kind, value: &way.value, href: &way.href, label, opening: opening(way.opening) }
}

fn caution(caution: &wit::Caution) -> Caution<'_> {
    match caution {
        wit::Caution::Unverified(text) => Caution::Unverified { text },
        wit::Caution::LastChecked(day) => Caution::LastChecked { date: date(*day).to_string() },
    }
}
